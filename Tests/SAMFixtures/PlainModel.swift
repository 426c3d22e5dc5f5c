public import SocialAccounting

/// A multiplier model from the cells of a matrix in plain Swift: the oracle for `MultiplierModel`.
///
/// It shares no code with the library beyond reading cells.
public struct PlainModel {
  /// The codes of the endogenous accounts, in the order of the matrix.
  public let codes: [String]
  /// The codes of the exogenous accounts.
  public let outside: [String]
  /// Average expenditure propensities by row and column of `codes`.
  public let propensities: [[Double]]
  /// Leakage rates: a row per exogenous account.
  public let leakageRates: [[Double]]
  private let shares: [Double]
  private let factors: PlainLU

  /// A model with the named exogenous accounts and response shares by account; `nil` if singular.
  public init?(
    _ sam: SocialAccountingMatrix, exogenous: Set<String>, shares: [String: Double] = [:]
  ) {
    let everyone = sam.accounts.map(\.code)
    let n = everyone.count
    var totals = [Double](repeating: 0, count: n)
    for i in 0..<n { for j in 0..<n { totals[j] += sam[i, j] } }
    let inside = (0..<n).filter { !exogenous.contains(everyone[$0]) && totals[$0] != 0 }
    let others = (0..<n).filter { exogenous.contains(everyone[$0]) }
    codes = inside.map { everyone[$0] }
    outside = others.map { everyone[$0] }
    let shares = codes.map { shares[$0] ?? 1 }
    let propensities = inside.map { i in inside.map { sam[i, $0] / totals[$0] } }
    self.shares = shares
    self.propensities = propensities
    leakageRates = others.map { i in inside.map { sam[i, $0] / totals[$0] } }
    let system = inside.indices.map { i in
      inside.indices.map { (i == $0 ? 1 : 0) - shares[i] * propensities[i][$0] }
    }
    guard let factors = PlainLU(system) else { return nil }
    self.factors = factors
  }

  /// The change of every endogenous account for amounts by code.
  public func changes(_ injection: [String: Double]) -> [String: Double] {
    let y = solve(injection)
    return Dictionary(uniqueKeysWithValues: zip(codes, y))
  }

  /// What leaks into each exogenous account, and as `supply` the demand that is not met.
  public func leakages(_ injection: [String: Double]) -> [String: Double] {
    let y = solve(injection)
    var result: [String: Double] = [:]
    for (code, rates) in zip(outside, leakageRates) { result[code] = inner(rates, y) }
    var unmet = 0.0
    for (i, code) in codes.enumerated() {
      unmet += (1 - shares[i]) * (inner(propensities[i], y) + (injection[code] ?? 0))
    }
    result["supply"] = unmet
    return result
  }

  private func solve(_ injection: [String: Double]) -> [Double] {
    factors.solve(zip(codes, shares).map { $1 * (injection[$0] ?? 0) })
  }
}

/// The sum of the products of corresponding elements.
public func inner(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
