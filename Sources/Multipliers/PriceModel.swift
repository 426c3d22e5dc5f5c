public import AccountMatrix
internal import LinearAlgebra

/// How much dearer every account becomes when a cost rises: the price side of the multipliers.
///
/// With v the exogenous costs per unit of each account, base prices are
/// p' = p' A + v' = v' M = 1'. A rise of v by dv, with quantities as they are and every
/// cost passed on in full, changes prices by
///
///     dp' = dv' M,   M = (I - A)⁻¹.
///
/// The price of a household is its cost of living; that of a factor is the cost
/// of living of its owners. The quantity model reads columns of M, the price
/// model rows; the two are never run together. Supply responses have no place
/// in it, so M is that of free supply.
///
/// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) imports that cost 10 per cent
/// more raise the price of bread by 3.3655 per cent and the cost of living by 1.7104.
///
/// Reference: Roland-Holst & Sancho 1995, Review of Economics and Statistics
/// 77:361-371; Miller & Blair 2009, section 2.6.
public struct PriceModel: Sendable {
  /// A rise of one cost, in per cent.
  public struct CostChange: Sendable, Equatable {
    /// Exogenous accounts, all payments to which rise, or endogenous ones, to whose unit cost the
    /// change is added.
    public let accounts: AccountSelector
    /// By how many per cent.
    public let percent: Double

    /// A change from its parts.
    public init(of accounts: AccountSelector, percent: Double) {
      self.accounts = accounts
      self.percent = percent
    }
  }

  /// The accounts and what they spend on what.
  public let model: MultiplierModel
  /// The factors of I - A.
  private let factors: LU

  /// The price side of a model, with supply free.
  ///
  /// - Throws: `MultiplierModel.Failure` where prices have no solution.
  /// - Complexity: O(n³) for a model in which activities do not meet all demand, else O(1).
  public init(_ model: MultiplierModel) throws(MultiplierModel.Failure) {
    self.model = model
    factors = try model.with { $0.supply = .free }.factors
  }

  /// The prices of the base: one for every account.
  ///
  /// - Complexity: O(n²).
  public var basePrices: [Double] { factors.solveTransposed(model.leakageRates.columnSums) }

  /// By how many per cent the price of every endogenous account changes.
  ///
  /// - Throws: `MultiplierModel.Failure` for an unknown or empty account.
  /// - Complexity: O(n²).
  public func priceChanges(
    _ changes: [CostChange]
  ) throws(MultiplierModel.Failure) -> [Double] {
    var costs = [Double](repeating: 0, count: model.endogenous.count)
    for change in changes {
      for account in try members(of: change) {
        if let row = model.exogenous.firstIndex(where: { $0.code == account }) {
          for j in costs.indices { costs[j] += change.percent * model.leakageRates[row, j] }
        } else {
          costs[try model.position(of: account)] += change.percent
        }
      }
    }
    return factors.solveTransposed(costs)
  }

  /// The codes of the accounts whose cost changes: one that is named as it is, of several those that
  /// the model has.
  package func members(of change: CostChange) throws(MultiplierModel.Failure) -> [String] {
    let positions: [Int]
    do { positions = try change.accounts.positions(in: model.sam) } catch { throw .matrix(error) }
    let codes = positions.map { model.sam.accounts[$0].code }
    if change.accounts.resolved(among: model.sam.accounts).precedence == 3 { return codes }
    let empty = Set(model.emptyAccounts.map { $0.code })
    return codes.filter { !empty.contains($0) }
  }
}
