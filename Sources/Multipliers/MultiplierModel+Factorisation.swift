internal import AccountMatrix
internal import LinearAlgebra

extension MultiplierModel {
  /// The factors of I - S A, once every account is seen to leak and the system to be productive.
  static func factorise(
    met: Matrix, unmetRates: [Double], leakageRates: Matrix, endogenous: [Account]
  ) throws(Failure) -> LU {
    let closed = closedAccounts(met: met, unmetRates: unmetRates, leakageRates: leakageRates)
    if !closed.isEmpty { throw .closed(accounts: closed.map { endogenous[$0].code }) }

    let system = systemMatrix(met)
    let factors: LU
    do { factors = try LU(system) } catch {
      throw .notProductive(
        spectralRadius: radius(of: system), accounts: faults(leakageRates, endogenous))
    }
    guard isProductive(system, factors) else {
      throw .notProductive(
        spectralRadius: radius(of: system), accounts: faults(leakageRates, endogenous))
    }
    let condition = factors.reciprocalCondition
    guard condition > 1e-12 else {
      throw .nearlyClosed(
        reciprocalCondition: condition, accounts: faults(leakageRates, endogenous))
    }
    return factors
  }

  /// Accounts from which no payment ever reaches an exogenous account.
  private static func closedAccounts(
    met: Matrix, unmetRates: [Double], leakageRates: Matrix
  ) -> [Int] {
    let count = met.columns
    var leaks = (0..<count).map { j in
      unmetRates[j] != 0 || (0..<leakageRates.rows).contains { leakageRates[$0, j] != 0 }
    }
    // Leaking spreads backwards along payments, from the paid to the payer.
    var frontier = leaks.indices.filter { leaks[$0] }
    while let paid = frontier.popLast() {
      for payer in 0..<count where !leaks[payer] && met[paid, payer] != 0 {
        leaks[payer] = true
        frontier.append(payer)
      }
    }
    return leaks.indices.filter { !leaks[$0] }
  }

  /// Whether the spectral radius of S A is below one.
  ///
  /// For a matrix without negative cells this holds exactly when (I - S A) x = 1
  /// has a solution x > 0 (Hawkins & Simon 1949; Berman & Plemmons 1979, chapter 6);
  /// for one with negative cells the test on absolute values is sufficient, and
  /// the eigenvalues decide where it fails.
  private static func isProductive(_ system: Matrix, _ factors: LU) -> Bool {
    let ones = [Double](repeating: 1, count: system.rows)
    func certifies(_ factors: LU) -> Bool { factors.solve(ones).allSatisfy { $0 > 0 } }
    var absolute = system
    var hasNegativeCells = false
    for i in 0..<system.rows {
      for j in 0..<system.columns {
        let cell = (i == j ? 1.0 : 0.0) - system[i, j]
        if cell < 0 {
          hasNegativeCells = true
          absolute[i, j] = (i == j ? 1.0 : 0.0) + cell
        }
      }
    }
    if !hasNegativeCells { return certifies(factors) }
    if let absoluteFactors = try? LU(absolute), certifies(absoluteFactors) { return true }
    return radius(of: system) < 1
  }

  private static func radius(of system: Matrix) -> Double {
    var scaled = system
    for i in 0..<scaled.rows {
      for j in 0..<scaled.columns { scaled[i, j] = (i == j ? 1 : 0) - scaled[i, j] }
    }
    return scaled.spectralRadius ?? .infinity
  }

  /// The accounts that leak least: those whose payments stay inside the system.
  private static func faults(_ leakageRates: Matrix, _ endogenous: [Account]) -> [String] {
    let rates = leakageRates.columnSums
    return rates.indices.filter { rates[$0] <= 1e-9 || rates[$0] == rates.min() }
      .sorted { (rates[$0], $0) < (rates[$1], $1) }.map { endogenous[$0].code }
  }
}
