public import AccountMatrix
package import LinearAlgebra

/// A matrix and a closure, factorised once: what an injection does to every account.
///
/// y = A y + x for the endogenous accounts, so y = (I - A)⁻¹ x = M x; leakages
/// are l = L y. With response shares S on the rows of activities,
/// y = (I - S A)⁻¹ S x, and (I - S)(A y + x) leaks as unmet demand. Each
/// injected franc leaks exactly once, which is checked on every result.
///
/// Reference: Pyatt & Round 1979, Economic Journal 89:850-873; Breisinger,
/// Thomas & Thurlow 2009, chapter 3.
public struct MultiplierModel: Sendable {
  /// The matrix.
  public let sam: SocialAccountingMatrix
  /// Which accounts absorb leakages.
  public let closure: Closure
  /// How much of the demand activities meet.
  public let response: SupplyResponse
  /// What becomes of own consumption that a fixed activity does not meet.
  public let ownConsumption: OwnConsumption
  /// Whether households spend by other shares than the averages of the matrix.
  public let spendsAtMargin: Bool
  /// The accounts that respond, in the order of the matrix.
  public let endogenous: [Account]
  /// The accounts that absorb leakages, in the order of the matrix.
  public let exogenous: [Account]
  /// Accounts without receipts and payments, which are left out.
  public let emptyAccounts: [Account]

  package let partition: Closure.Partition
  /// A: average expenditure propensities, endogenous rows and columns.
  package let propensities: Matrix
  /// L: leakage rates, exogenous rows and endogenous columns.
  package let leakageRates: Matrix
  /// S: response shares by endogenous account.
  package let shares: [Double]
  /// S A, and own consumption that moved to the market: what a unit of an account's receipts makes
  /// others receive in the next round.
  package let metPropensities: Matrix
  /// The endogenous accounts that do not meet all demand.
  package let limited: [Int]
  /// A row for each limited account: the demand that it does not meet per unit of others' receipts.
  package let unmetPropensities: Matrix
  /// By endogenous account, the demand that is not met per unit of its receipts.
  package let unmetRates: [Double]
  /// The factors of I - S A.
  package let factors: LU
  private let positions: [String: Int]

  /// Builds and factorises the model.
  ///
  /// - Parameters:
  ///   - sam: a balanced matrix.
  ///   - closure: the exogenous accounts.
  ///   - response: the response shares of activities.
  ///   - ownConsumption: what becomes of own consumption that is not met.
  ///   - tolerance: the largest gap of an account, as in `requireBalanced`.
  /// - Throws: `Failure`: the matrix does not balance, names are unknown, some
  ///   accounts do not leak, or the spectral radius is not below one.
  /// - Complexity: O(n³) once; O(n²) for each result.
  public init(
    _ sam: SocialAccountingMatrix, closure: Closure = .standard,
    response: SupplyResponse = .free, ownConsumption: OwnConsumption = .unmet,
    tolerance: Double? = nil
  ) throws(Failure) {
    let partition: Closure.Partition
    do { partition = try closure.partition(of: sam) } catch { throw .matrix(error) }
    do { _ = try response.shares(in: sam) } catch { throw .response(error) }
    do {
      try sam.requireBalanced(tolerance: tolerance, responding: partition.endogenous)
    } catch { throw .matrix(error) }
    guard !partition.endogenous.isEmpty else { throw .nothingEndogenous }

    let payments = sam.payments
    if let silent = partition.endogenous.first(where: { payments[$0] <= 0 }) {
      throw .noPayments(account: sam.accounts[silent].code)
    }
    func rates(rows: [Int]) -> Matrix {
      var table = sam.flows.submatrix(rows: rows, columns: partition.endogenous)
      for (j, column) in partition.endogenous.enumerated() {
        for i in 0..<table.rows { table[i, j] /= payments[column] }
      }
      return table
    }
    try self.init(
      sam, closure: closure, response: response, ownConsumption: ownConsumption,
      spendsAtMargin: false, partition: partition,
      propensities: rates(rows: partition.endogenous),
      leakageRates: rates(rows: partition.exogenous))
  }

  /// A model over given spending shares, of which a column of A and L together adds to one.
  private init(
    _ sam: SocialAccountingMatrix, closure: Closure, response: SupplyResponse,
    ownConsumption: OwnConsumption, spendsAtMargin: Bool, partition: Closure.Partition,
    propensities: Matrix, leakageRates: Matrix
  ) throws(Failure) {
    let allShares: [Double]
    do { allShares = try response.shares(in: sam) } catch { throw .response(error) }
    self.sam = sam
    self.closure = closure
    self.response = response
    self.ownConsumption = ownConsumption
    self.spendsAtMargin = spendsAtMargin
    self.partition = partition
    endogenous = partition.endogenous.map { sam.accounts[$0] }
    exogenous = partition.exogenous.map { sam.accounts[$0] }
    emptyAccounts = partition.empty.map { sam.accounts[$0] }
    self.propensities = propensities
    self.leakageRates = leakageRates
    shares = partition.endogenous.map { allShares[$0] }
    positions = Dictionary(
      uniqueKeysWithValues: partition.endogenous.enumerated().map { ($1, $0) }
        .map { (sam.accounts[$0.0].code, $0.1) })
    let payments = sam.payments
    let demand = Self.metDemand(
      propensities: propensities, shares: shares, ownConsumption: ownConsumption,
      endogenous: endogenous, payments: partition.endogenous.map { payments[$0] })
    metPropensities = demand.met
    limited = demand.limited
    unmetPropensities = demand.unmet
    unmetRates = demand.unmet.columnSums
    factors = try Self.factorise(
      met: metPropensities, unmetRates: unmetRates, leakageRates: leakageRates,
      endogenous: endogenous)
  }

  /// The same spending shares with another response of supply.
  package func replacing(response: SupplyResponse) throws(Failure) -> MultiplierModel {
    try MultiplierModel(
      sam, closure: closure, response: response, ownConsumption: ownConsumption,
      spendsAtMargin: spendsAtMargin, partition: partition, propensities: propensities,
      leakageRates: leakageRates)
  }

  /// The same accounts and supply with other spending shares.
  ///
  /// - Throws: `Failure` if accounts do not leak, or rounds of spending do not die out.
  package func spending(
    propensities: Matrix, leakageRates: Matrix
  ) throws(Failure) -> MultiplierModel {
    try MultiplierModel(
      sam, closure: closure, response: response, ownConsumption: ownConsumption,
      spendsAtMargin: true, partition: partition, propensities: propensities,
      leakageRates: leakageRates)
  }

  /// Refuses an account that does not respond.
  ///
  /// - Throws: `Failure.exogenousAccount`, `.emptyAccount` or `.matrix(.unknownAccount)`.
  public func requireEndogenous(_ code: String) throws(Failure) { _ = try position(of: code) }

  /// The position of an endogenous account among `endogenous`.
  ///
  /// - Throws: `Failure.exogenousAccount` or `.matrix(.unknownAccount)`.
  package func position(of code: String) throws(Failure) -> Int {
    if let position = positions[code] { return position }
    do { _ = try sam.index(of: code) } catch { throw .matrix(error) }
    if emptyAccounts.contains(where: { $0.code == code }) { throw .emptyAccount(code) }
    throw .exogenousAccount(code)
  }

  /// I - A for some spending shares A.
  package static func systemMatrix(_ propensities: Matrix) -> Matrix {
    var system = propensities
    for i in 0..<system.rows {
      for j in 0..<system.columns { system.storage[i * system.columns + j] *= -1 }
      system[i, i] += 1
    }
    return system
  }
}

// MARK: - Diagnostics of the system

extension MultiplierModel {
  /// The largest absolute eigenvalue of S A, below one in every model.
  public var spectralRadius: Double? { metPropensities.spectralRadius }

  /// An estimate of the reciprocal condition number of I - S A.
  public var reciprocalCondition: Double { factors.reciprocalCondition }

  /// The share of its payments that each endogenous account makes to exogenous ones.
  public var leakageRateByAccount: [Double] { leakageRates.columnSums }
}
