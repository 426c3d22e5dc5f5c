package import AccountMatrix

/// A total that readers compare: what it counts is fixed here, once.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, chapter 3 (output, GDP and
/// income multipliers).
public enum Measure: String, Sendable, CaseIterable {
  /// Receipts of activities.
  case output
  /// Payments of activities, commodities and margins to factors. A payment
  /// injected into a factor account is not part of it.
  case gdpFactorCost = "gdp_factor_cost"
  /// GDP at factor cost and taxes on products, production and trade, net of subsidies.
  case gdpMarketPrices = "gdp_market_prices"
  /// Receipts of households, an injection into them included.
  case income
}

extension MultiplierModel {
  /// Whether the measures are defined: every account has a kind.
  public var hasMeasures: Bool { sam.hasKinds }

  /// What one unit of each endogenous account's receipts adds to a measure.
  package func weights(of measure: Measure) -> [Double] { spendingTable.weights(of: measure) }

  /// One for the endogenous accounts of some kinds, and for others what they
  /// pay to exogenous accounts of these kinds.
  package func weights(where counts: (Account) -> Bool) -> [Double] {
    spendingTable.weights(where: counts)
  }
}
