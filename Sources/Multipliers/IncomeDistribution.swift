public import AccountMatrix

/// Whose income rises: the change of each group, and of its share of all income.
///
/// With incomes y_g, Y = Σ y_g and shares s_g = y_g / Y, an injection that changes incomes by Δ_g
/// changes shares by (y_g + Δ_g) / (Y + ΣΔ) - s_g, which add to zero; at the margin, per unit, that
/// is (Δ_g - s_g ΣΔ) / Y, the relative-income matrix.
///
/// Reference: Roland-Holst & Sancho 1992, Review of Income and Wealth 38(2):161-174.
public struct IncomeDistribution: Sendable, Equatable {
  /// One group of households (or any account), before and after.
  public struct Row: Sendable, Equatable {
    /// The account.
    public let group: Account
    /// Its income in the base year, in the unit of the matrix.
    public let base: Double
    /// By how much its income rises, what is paid to it directly included.
    public let change: Double
    /// What the injection pays to it directly.
    public let paidDirectly: Double
    /// Its part of the change of all groups; `nil` if the groups together gain nothing.
    public let shareOfChange: Double?
    /// By how much its share of all income rises; `nil` if no income is left.
    public let relativeIncome: Double?
    /// The people in it, where known.
    public let population: Double?

    /// The change in per cent of the base.
    public var percent: Double? { base == 0 ? nil : 100 * change / base }
    /// The change beyond what is paid directly.
    public var changeBeyondTransfer: Double { change - paidDirectly }
  }

  /// A row per group, in the order of the matrix.
  public let rows: [Row]

  /// The change of all groups together.
  public var totalChange: Double { rows.reduce(0) { $0 + $1.change } }
  /// The income of all groups in the base year.
  public var totalBase: Double { rows.reduce(0) { $0 + $1.base } }
}

extension MultiplierModel {
  /// What an injection does to the incomes of groups of accounts.
  ///
  /// - Parameters:
  ///   - injection: what is injected; amounts for exogenous accounts leak at once.
  ///   - groups: codes of endogenous accounts; by default all households.
  ///   - populations: people by code, where known.
  /// - Throws: `Failure` for an unknown or exogenous account, people of an account that the matrix
  ///   lacks, or no group at all.
  public func distribution(
    of injection: Injection, among groups: [String]? = nil, populations: [String: Double] = [:]
  ) throws(Failure) -> IncomeDistribution {
    for code in populations.keys.sorted() {
      do { _ = try sam.index(of: code) } catch { throw .matrix(error) }
    }
    let positions = try self.positions(ofGroups: groups)
    let response = try response(to: injection, exogenousReceivers: true)
    let direct = try amounts(of: injection, exogenousReceivers: true).inside
    let receipts = sam.receipts
    let base = positions.map { receipts[partition.endogenous[$0]] }
    let changes = positions.map { response.changes[$0] }
    let total = base.reduce(0, +)
    let gain = changes.reduce(0, +)
    return IncomeDistribution(
      rows: positions.indices.map { g in
        IncomeDistribution.Row(
          group: endogenous[positions[g]], base: base[g], change: changes[g],
          paidDirectly: direct[positions[g]],
          shareOfChange: gain == 0 ? nil : changes[g] / gain,
          relativeIncome: total > 0 && total + gain > 0
            ? (changes[g] - base[g] / total * gain) / (total + gain) : nil,
          population: populations[endogenous[positions[g]].code])
      })
  }

  /// The relative-income matrix: by how much the income share of each group rises per unit into
  /// each endogenous account. R_ij = (m_ij - s_i Σ_k m_kj) / Y; columns add to zero.
  ///
  /// Reference: Roland-Holst & Sancho 1992, Review of Income and Wealth 38(2):161-174.
  ///
  /// - Throws: `Failure` for an unknown or exogenous group, or no group at all.
  public func relativeIncomeMatrix(
    of groups: [String]? = nil
  ) throws(Failure) -> (groups: [Account], rows: [[Double]]) {
    let positions = try self.positions(ofGroups: groups)
    let receipts = sam.receipts
    let base = positions.map { receipts[partition.endogenous[$0]] }
    let total = base.reduce(0, +)
    let units = positions.map { position in
      endogenous.indices.map { $0 == position ? 1.0 : 0 }
    }
    let multipliers = multipliers(ofWeights: units)
    let gains = endogenous.indices.map { j in multipliers.reduce(0) { $0 + $1[j] } }
    return (
      positions.map { endogenous[$0] },
      positions.indices.map { i in
        endogenous.indices.map { j in
          (multipliers[i][j] - base[i] / total * gains[j]) / total
        }
      }
    )
  }

  private func positions(ofGroups groups: [String]?) throws(Failure) -> [Int] {
    if let groups {
      var positions: [Int] = []
      for code in groups.uniqued { positions.append(try position(of: code)) }
      guard !positions.isEmpty else { throw .nothingEndogenous }
      return positions
    }
    let unknown = sam.accounts.filter { $0.kind == nil }.map { $0.code }
    guard unknown.isEmpty else { throw .matrix(.kindsMissing(accounts: unknown)) }
    let households = endogenous.indices.filter { endogenous[$0].kind == .household }
    guard !households.isEmpty else { throw .nothingEndogenous }
    return households
  }
}
