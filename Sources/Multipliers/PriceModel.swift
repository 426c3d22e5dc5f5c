internal import AccountMatrix
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
    /// An exogenous account, all payments to which rise, or an endogenous one, to whose unit cost
    /// the change is added.
    public let account: String
    /// By how many per cent.
    public let percent: Double

    /// A change from its parts.
    public init(account: String, percent: Double) {
      self.account = account
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
      if let row = model.exogenous.firstIndex(where: { $0.code == change.account }) {
        for j in costs.indices { costs[j] += change.percent * model.leakageRates[row, j] }
      } else {
        costs[try model.position(of: change.account)] += change.percent
      }
    }
    return factors.solveTransposed(costs)
  }
}
