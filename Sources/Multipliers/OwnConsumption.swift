internal import AccountMatrix
internal import LinearAlgebra

/// What becomes of the demand of households for their own produce when supply is limited.
///
/// Own consumption is what a household pays to an activity itself, past the
/// market. Where the activity meets the share s of demand, the rest, 1 - s, of
/// own consumption is either not met at all, or bought on the market instead:
/// as the commodities that the activity sells, in the shares in which it sells
/// them, and where it sells none, as the household's other purchases.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, chapter 3 (constrained
/// multipliers).
public enum OwnConsumption: String, Sendable, CaseIterable {
  /// What an activity does not meet leaks as `leak:supply`.
  case unmet
  /// What an activity does not meet is bought on the market.
  case market
}

extension MultiplierModel {
  /// What of the demand of a round of spending is met, and what is not.
  struct MetDemand {
    /// S A with own consumption moved to the market.
    var met: Matrix
    /// The accounts that do not meet all demand.
    let limited: [Int]
    /// A row for each of these: the demand that it does not meet per unit of others' receipts.
    var unmet: Matrix
  }

  /// Parts the spending shares A into demand that is met, and demand that is not.
  static func metDemand(
    propensities: Matrix, shares: [Double], ownConsumption: OwnConsumption,
    endogenous: [Account], payments: [Double]
  ) -> MetDemand {
    let count = propensities.columns
    let limited = shares.indices.filter { shares[$0] != 1 }
    var demand = MetDemand(
      met: propensities, limited: limited, unmet: Matrix(rows: limited.count, columns: count))
    for (row, i) in limited.enumerated() {
      for j in 0..<count {
        demand.met[i, j] = shares[i] * propensities[i, j]
        demand.unmet[row, j] = (1 - shares[i]) * propensities[i, j]
      }
    }
    guard ownConsumption == .market else { return demand }

    let households = endogenous.indices.filter { endogenous[$0].kind == .household }
    let commodities = endogenous.indices.filter { endogenous[$0].kind == .commodity }
    for (row, i) in limited.enumerated() {
      for h in households where propensities[i, h] != 0 {
        let sold = commodities.map { max(0, propensities[i, $0] * payments[$0]) }
        let bought = commodities.map { max(0, propensities[$0, h]) }
        let weights = sold.contains { $0 > 0 } ? sold : bought
        let total = weights.reduce(0, +)
        guard total > 0 else { continue }
        for (k, weight) in zip(commodities, weights) {
          demand.met[k, h] += demand.unmet[row, h] * weight / total
        }
        demand.unmet[row, h] = 0
      }
    }
    return demand
  }
}
