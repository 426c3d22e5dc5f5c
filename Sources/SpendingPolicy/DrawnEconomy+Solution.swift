internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension DrawnEconomy {
  /// The multiplier of each measure for a unit into each column account, in one scenario; `nil` if
  /// rounds of spending do not die out.
  func multipliers(
    shares drawn: Matrix, in system: System, of chosen: [UncertainMeasure]? = nil
  ) -> [[Double]]? {
    let measures = chosen ?? self.measures
    let spending = passed(drawn, in: system)
    let n = spending.columns
    guard let factors = factors(spending: spending, in: system) else { return nil }
    let weights = measures.map { self.weights(of: $0, spending: spending, in: system) }
    let solved = factors.solveTransposed(Matrix(weights).transposed)
    var result = [[Double]](
      repeating: [Double](repeating: 0, count: n), count: measures.count)
    for k in measures.indices {
      for j in 0..<n {
        let value = solved.storage[j * measures.count + k]
        guard value.isFinite else { return nil }
        result[k][j] = value * system.shares[j]
      }
    }
    // In a system that is productive no weights above zero give a multiplier below.
    if let k = measures.firstIndex(of: .gdpFactorCost), result[k].contains(where: { $0 < -1e-6 }) {
      return nil
    }
    return result
  }

  /// The spending shares of a scenario: what exogenous accounts receive they do not pass on.
  func passed(_ drawn: Matrix, in system: System) -> Matrix {
    var spending = drawn
    if system.boughtOnMarket > 0 { buyOnMarket(system.boughtOnMarket, of: &spending) }
    for (j, part) in system.passedOn.enumerated() where part != 1 {
      for i in 0..<spending.rows { spending[i, j] *= part }
    }
    return spending
  }

  /// The factors of I - S A over the column accounts; `nil` if it is singular.
  func factors(spending: Matrix, in system: System) -> LU? {
    let n = spending.columns
    var matrix = Matrix(rows: n, columns: n)
    for (i, row) in columnRows.enumerated() {
      let share = system.shares[i]
      for j in 0..<n {
        matrix.storage[i * n + j] = -share * spending.storage[row * n + j]
      }
      matrix.storage[i * n + i] += 1
    }
    return try? LU(matrix)
  }

  /// What a unit of each column account's receipts adds to a measure.
  private func weights(
    of measure: UncertainMeasure, spending: Matrix, in system: System
  ) -> [Double] {
    let n = spending.columns
    var weights = [Double](repeating: 0, count: n)
    func addPayments(to rows: [Int], by columns: some Sequence<Int>) {
      for row in rows {
        for j in columns {
          weights[j] += spending.storage[row * n + j]
        }
      }
    }
    switch measure {
    case .gdpFactorCost: addPayments(to: roles.factorRows, by: roles.production)
    case .gdpMarketPrices:
      addPayments(to: roles.factorRows, by: roles.production)
      addPayments(to: roles.taxOnProductionRows, by: 0..<n)
    case .incomeBeyondTransfer: for h in households { weights[h] = 1 }
    case .incomeBottom40: for h in roles.poor ?? [] { weights[h] = 1 }
    case .taxReturn:
      addPayments(to: roles.taxRows, by: 0..<n)
      for j in roles.taxColumns { weights[j] += 1 }
    case .importLeakage: addPayments(to: roles.worldRows, by: roles.commodityColumns)
    case .jobsPerBillion:
      guard let jobs else { break }
      weights = jobs
      if commodities.isEmpty { break }
      for (i, row) in columnRows.enumerated() where jobs[i] != 0 {
        for h in households {
          weights[h] -= jobs[i] * system.shares[i] * spending.storage[row * n + h]
        }
      }
    }
    return weights
  }

  /// Moves a part of what households take of their own produce to what they buy on the market.
  private func buyOnMarket(_ part: Double, of spending: inout Matrix) {
    guard !commodities.isEmpty else { return }
    for h in households {
      let own = activities.reduce(0) { $0 + spending[$1, h] }
      let bought = commodities.reduce(0) { $0 + max(0, spending[$1, h]) }
      guard own > 0, bought > 0 else { continue }
      for a in activities { spending[a, h] *= 1 - part }
      let factor = (bought + part * own) / bought
      for c in commodities where spending[c, h] > 0 { spending[c, h] *= factor }
    }
  }
}
