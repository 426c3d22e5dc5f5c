public import AccountMatrix
package import LinearAlgebra

/// What a unit injected into each account does to a satellite: direct, indirect and induced.
///
/// With w the amounts per unit of receipts, L = (I - S A_p)⁻¹ S over production
/// alone and M = (I - S A)⁻¹ S,
///
///     direct = w on the account itself; for a commodity, on the activities that supply it,
///     indirect = w'L - direct, along the chain of suppliers,
///     induced = w'M - w'L, by the spending of the incomes that arise; total = w'M.
///
/// Amounts per unit of marketed output are not moved by own consumption: what
/// households take from an activity past the market is taken off in w'M.
///
/// Reference: Miller & Blair 2009, section 6.5 (type I and type II multipliers);
/// Eurostat 2008, Manual of Supply, Use and Input-Output Tables, chapter 15.
public struct SatelliteMultipliers: Sendable, Equatable {
  /// One account and its multipliers.
  public struct Row: Sendable, Equatable {
    /// The account that receives the unit.
    public let account: Account
    /// The amount of the base year, where the satellite counts the account.
    public let amount: Double?
    /// The amount per unit of output, where the satellite counts the account.
    public let perUnit: Double?
    /// At the account itself, or at the activities that supply it.
    public let direct: Double
    /// Along the chain of suppliers.
    public let indirect: Double
    /// By the spending of incomes.
    public let induced: Double
    /// The sum of the three.
    public let total: Double
  }

  /// The model that was asked.
  public let model: MultiplierModel
  /// The satellite.
  public let satellite: Satellite
  /// A row per endogenous account, in the order of the matrix.
  public let rows: [Row]

  /// The total effect of an injection, in the satellite's unit; amounts for exogenous accounts
  /// leak at once and do nothing.
  ///
  /// - Throws: `MultiplierModel.Failure.matrix(.unknownAccount)` or `.emptyAccount`.
  public func effect(of injection: Injection) throws(MultiplierModel.Failure) -> Double {
    let amounts = try model.amounts(of: injection, exogenousReceivers: true).inside
    return rows.map { $0.total }.dot(amounts)
  }
}

extension MultiplierModel {
  /// The multipliers of a satellite for every endogenous account.
  ///
  /// - Throws: `Satellite.Failure` if the satellite does not fit the matrix.
  /// - Complexity: O(n³) for the chain of suppliers, O(n²) for the rest.
  public func multipliers(
    of satellite: Satellite
  ) throws(Satellite.Failure) -> SatelliteMultipliers {
    let weights = try self.weights(of: satellite)
    let totals = multipliers(ofWeights: [weights.carried])[0]
    let production = endogenous.indices.filter { endogenous[$0].kind?.isProduction == true }
    let chain = chainMultipliers(of: weights.perUnit, production: production)
    let activities = production.filter { endogenous[$0].kind == .activity }
    let amounts = Dictionary(
      uniqueKeysWithValues: satellite.entries.map { ($0.account, $0.amount) })

    let rows = endogenous.indices.map { j in
      var direct = weights.perUnit[j]
      if endogenous[j].kind == .commodity {
        direct += activities.reduce(0) { $0 + weights.perUnit[$1] * metPropensities[$1, j] }
      }
      direct *= shares[j]
      let throughSuppliers = chain[j] ?? direct
      let amount = amounts[endogenous[j].code]
      return SatelliteMultipliers.Row(
        account: endogenous[j], amount: amount, perUnit: amount.map { _ in weights.perUnit[j] },
        direct: direct, indirect: throughSuppliers - direct,
        induced: totals[j] - throughSuppliers, total: totals[j])
    }
    return SatelliteMultipliers(model: self, satellite: satellite, rows: rows)
  }

  /// Amounts per unit of receipts by endogenous account, and the weights that carry them through
  /// the multipliers.
  ///
  /// - Throws: `Satellite.Failure` if the satellite does not fit the matrix.
  package func weights(
    of satellite: Satellite
  ) throws(Satellite.Failure) -> (perUnit: [Double], carried: [Double]) {
    try requireFit(of: satellite)
    let receipts = sam.receipts
    let ownConsumers = sam.ownConsumers
    var perUnit = [Double](repeating: 0, count: endogenous.count)
    for entry in satellite.entries where entry.amount != 0 {
      guard let i = endogenous.firstIndex(where: { $0.code == entry.account }) else {
        throw emptyAccounts.contains { $0.code == entry.account }
          ? .noOutput(satellite.name, account: entry.account, amount: entry.amount)
          : .exogenous(satellite.name, account: entry.account)
      }
      let position = partition.endogenous[i]
      var output = receipts[position]
      if satellite.basis == .marketedOutput {
        output -= sam.flow(from: ownConsumers, to: [position])
      }
      // What is left of an output that households take whole is rounding.
      guard output > 1e-9 * receipts[position] else {
        throw .noOutput(satellite.name, account: entry.account, amount: entry.amount)
      }
      perUnit[i] = entry.amount / output
    }
    guard satellite.basis == .marketedOutput else { return (perUnit, perUnit) }
    return (perUnit, spendingTable.carriedWeights(perUnit: perUnit, met: metPropensities))
  }

  private func requireFit(of satellite: Satellite) throws(Satellite.Failure) {
    let unknown = sam.accounts.filter { $0.kind == nil }.map { $0.code }
    guard unknown.isEmpty else { throw .kindsMissing(accounts: unknown) }
    for entry in satellite.entries where !sam.contains(entry.account) {
      throw .unknown(
        satellite.name, account: entry.account,
        nearest: nearestCodes(to: entry.account, among: sam.accounts.map { $0.code }))
    }
    let named = Set(satellite.entries.map { $0.account })
    let empty = Set(emptyAccounts.map { $0.code })
    let activities = sam.accounts.filter { $0.kind == .activity && !empty.contains($0.code) }
    let missing = activities.map { $0.code }.filter { !named.contains($0) }
    if missing.count < activities.count || satellite.basis == .marketedOutput, !missing.isEmpty {
      throw .missing(satellite.name, accounts: missing)
    }
  }

  /// w'L for the accounts of production, and nothing for others.
  private func chainMultipliers(of perUnit: [Double], production: [Int]) -> [Double?] {
    var result = [Double?](repeating: nil, count: endogenous.count)
    let inside = metPropensities.submatrix(rows: production, columns: production)
    // A model that is productive as a whole is productive in every part of it.
    guard let factors = try? LU(Self.systemMatrix(inside)) else { return result }
    let values = factors.solveTransposed(production.map { perUnit[$0] })
    for (position, i) in production.enumerated() { result[i] = values[position] * shares[i] }
    return result
  }
}

extension SpendingTable {
  /// Amounts per unit of marketed output as weights on receipts: what households take past the
  /// market is taken off. Without commodities activities sell on markets themselves.
  package func carriedWeights(perUnit: [Double], met: Matrix) -> [Double] {
    guard rows.contains(where: { $0.kind == .commodity }) else { return perUnit }
    var carried = perUnit
    for h in columns({ $0 == .household }) {
      for i in columns.indices where perUnit[i] != 0 { carried[h] -= perUnit[i] * met[i, h] }
    }
    return carried
  }
}

extension SocialAccountingMatrix {
  /// The households whose payments to activities are own consumption: all of them, or none where
  /// the matrix has no commodities and activities sell on markets themselves.
  var ownConsumers: [Int] { indices(of: .commodity).isEmpty ? [] : indices(of: .household) }
}
