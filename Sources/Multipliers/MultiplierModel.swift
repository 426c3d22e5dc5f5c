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
  /// What was chosen about the model.
  public let settings: ModelSettings
  /// The accounts that respond, in the order of the matrix.
  public let endogenous: [Account]
  /// The accounts that absorb leakages, in the order of the matrix.
  public let exogenous: [Account]
  /// Accounts without receipts and payments, which are left out.
  package let emptyAccounts: [Account]

  package let partition: Closure.Partition
  /// A: expenditure propensities, average or marginal, endogenous rows and columns.
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
  /// What households buy where own produce is not met.
  package let ownProduceSubstitutes: [OwnProduceSubstitute]
  /// The factors of I - S A.
  package let factors: LU
  private let positions: [String: Int]

  /// Builds and factorises the model.
  ///
  /// - Parameters:
  ///   - sam: a balanced matrix.
  ///   - settings: what is chosen.
  ///   - tolerance: the largest gap of an account, as in `requireBalanced`.
  /// - Throws: `Failure`: the matrix does not balance, names are unknown, some
  ///   accounts do not leak, or the spectral radius is not below one.
  /// - Complexity: O(n³) once; O(n²) for each result.
  public init(
    _ sam: SocialAccountingMatrix, _ settings: ModelSettings, tolerance: Double? = nil
  ) throws(Failure) {
    let partition: Closure.Partition
    do { partition = try settings.closure.partition(of: sam) } catch { throw .matrix(error) }
    do { _ = try settings.supply.shares(in: sam) } catch { throw .response(error) }
    do {
      try sam.requireBalanced(tolerance: tolerance, responding: partition.endogenous)
    } catch { throw .matrix(error) }
    try self.init(
      sam, settings, partition: partition, spending: try Self.spending(sam, settings, partition))
  }

  /// The common case: a matrix with some of the settings.
  ///
  /// - Throws: `Failure` as `init(_:_:tolerance:)`.
  public init(
    _ sam: SocialAccountingMatrix, closure: Closure = .standard, supply: SupplyResponse = .free,
    ownConsumption: OwnConsumption = .unmet, spending: ModelSettings.Spending = .average,
    exports: ExportSupply = .composite, tolerance: Double? = nil
  ) throws(Failure) {
    try self.init(
      sam,
      ModelSettings(
        closure: closure, supply: supply, ownConsumption: ownConsumption, spending: spending,
        exports: exports),
      tolerance: tolerance)
  }

  /// A model of the same matrix; what the settings leave as it was is not computed again.
  init(_ settings: ModelSettings, derivedFrom model: MultiplierModel) throws(Failure) {
    let sam = model.sam
    let hasSameClosure = settings.closure == model.settings.closure
    var partition = model.partition
    if !hasSameClosure {
      do { partition = try settings.closure.partition(of: sam) } catch { throw .matrix(error) }
    }
    let hasSameSpending =
      hasSameClosure && settings.spending == model.settings.spending
      && settings.ownConsumption == model.settings.ownConsumption
      && settings.exports == model.settings.exports
      && settings.savingRates == model.settings.savingRates
    try self.init(
      sam, settings, partition: partition,
      spending: hasSameSpending
        ? model.spendingTable : try Self.spending(sam, settings, partition))
  }

  /// The spending shares of the accounts that respond: averages, or those at the margin.
  private static func spending(
    _ sam: SocialAccountingMatrix, _ settings: ModelSettings, _ partition: Closure.Partition
  ) throws(Failure) -> SpendingTable {
    guard !partition.endogenous.isEmpty else { throw .nothingEndogenous }
    var table = try sam.averageSpending(
      rows: partition.endogenous + partition.exogenous, columns: partition.endogenous,
      exports: settings.exports)
    if case .marginal(let elasticities) = settings.spending {
      try elasticities.apply(to: &table, of: sam)
    }
    if settings.ownConsumption != .unmet, !sam.hasKinds,
      !table.columns.contains(where: { $0.kind == .household })
    {
      throw .matrix(.kindsMissing(accounts: sam.accounts.filter { $0.kind == nil }.map { $0.code }))
    }
    if let rates = settings.savingRates { table.save(at: rates) }
    if case .expenditure(let elasticities) = settings.spending {
      if !sam.hasKinds {
        throw .matrix(
          .kindsMissing(accounts: sam.accounts.filter { $0.kind == nil }.map { $0.code }))
      }
      elasticities.apply(to: &table)
    }
    if settings.ownConsumption == .off { table.moveOwnConsumptionToMarket() }
    table.ownProduceReturned = settings.ownConsumption == .household ? 1 : 0
    return table
  }

  /// A model over given spending shares, of which each column adds to one.
  private init(
    _ sam: SocialAccountingMatrix, _ settings: ModelSettings, partition: Closure.Partition,
    spending: SpendingTable
  ) throws(Failure) {
    let allShares: [Double]
    do { allShares = try settings.supply.shares(in: sam) } catch { throw .response(error) }
    self.sam = sam
    self.settings = settings
    self.partition = partition
    endogenous = spending.columns
    exogenous = partition.exogenous.map { sam.accounts[$0] }
    emptyAccounts = partition.empty.map { sam.accounts[$0] }
    let count = endogenous.count
    let size = count * count
    propensities = Matrix(
      storage: Array(spending.shares.storage[..<size]), rows: count, columns: count)
    leakageRates = Matrix(
      storage: Array(spending.shares.storage[size...]), rows: exogenous.count, columns: count)
    shares = partition.endogenous.map { allShares[$0] }
    var positions: [String: Int] = [:]
    for (position, account) in endogenous.enumerated() { positions[account.code] = position }
    self.positions = positions
    var substitutes: [OwnProduceSubstitute] = []
    if settings.ownConsumption == .market {
      let payments = sam.payments
      substitutes = spending.ownProduceSubstitutes(
        payments: partition.endogenous.map { payments[$0] })
    }
    let demand = spending.metDemand(responses: shares, substitutes: substitutes)
    ownProduceSubstitutes = substitutes
    metPropensities = demand.met
    limited = demand.limited
    unmetPropensities = demand.unmet
    unmetRates = demand.unmet.columnSums
    factors = try Self.factorise(
      met: metPropensities, unmetRates: unmetRates, leakageRates: leakageRates,
      endogenous: endogenous)
    assert(contradiction == nil, contradiction ?? "")
  }

  /// Refuses an account that does not respond.
  ///
  /// - Throws: `Failure.exogenousAccount`, `.emptyAccount` or `.matrix(.unknownAccount)`.
  package func requireEndogenous(_ code: String) throws(Failure) { _ = try position(of: code) }

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

extension MultiplierModel: Equatable {
  /// Whether two models are the same system: the same accounts spend the same shares, and activities
  /// meet as much.
  public static func == (left: MultiplierModel, right: MultiplierModel) -> Bool {
    left.endogenous == right.endogenous && left.exogenous == right.exogenous
      && left.shares == right.shares && left.propensities == right.propensities
      && left.leakageRates == right.leakageRates && left.metPropensities == right.metPropensities
  }
}

// MARK: - Diagnostics of the system

extension MultiplierModel {
  /// The largest absolute eigenvalue of S A, below one in every model.
  package var spectralRadius: Double? { metPropensities.spectralRadius }

  /// An estimate of the reciprocal condition number of I - S A.
  package var reciprocalCondition: Double { factors.reciprocalCondition }

  /// The share of its payments that each endogenous account makes to exogenous ones.
  package var leakageRateByAccount: [Double] { leakageRates.columnSums }
}
