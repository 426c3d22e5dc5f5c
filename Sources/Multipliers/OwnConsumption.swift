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
  /// S A with own consumption moved to the market, and the demand not met per unit of receipts.
  static func met(
    propensities: Matrix, shares: [Double], ownConsumption: OwnConsumption,
    endogenous: [Account], payments: [Double]
  ) -> (met: Matrix, unmetRates: [Double]) {
    let count = propensities.columns
    var met = propensities
    var unmetRates = [Double](repeating: 0, count: count)
    let limited = shares.indices.filter { shares[$0] != 1 }
    for i in limited {
      for j in 0..<count {
        met[i, j] = shares[i] * propensities[i, j]
        unmetRates[j] += (1 - shares[i]) * propensities[i, j]
      }
    }
    guard ownConsumption == .market else { return (met, unmetRates) }

    let households = endogenous.indices.filter { endogenous[$0].kind == .household }
    let commodities = endogenous.indices.filter { endogenous[$0].kind == .commodity }
    for i in limited {
      for h in households where propensities[i, h] != 0 {
        let sold = commodities.map { max(0, propensities[i, $0] * payments[$0]) }
        let bought = commodities.map { max(0, propensities[$0, h]) }
        let weights = sold.contains { $0 > 0 } ? sold : bought
        let total = weights.reduce(0, +)
        guard total > 0 else { continue }
        let moved = (1 - shares[i]) * propensities[i, h]
        for (k, weight) in zip(commodities, weights) { met[k, h] += moved * weight / total }
        unmetRates[h] -= moved
      }
    }
    return (met, unmetRates)
  }
}
