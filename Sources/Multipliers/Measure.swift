package import AccountMatrix
internal import LinearAlgebra

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
  package func weights(of measure: Measure) -> [Double] {
    switch measure {
    case .output: weights { $0.kind == .activity }
    case .income: weights { $0.kind == .household }
    case .gdpFactorCost: paymentRates(to: \.isFactor, by: \.isProduction)
    case .gdpMarketPrices:
      zip(
        paymentRates(to: \.isFactor, by: \.isProduction),
        paymentRates(to: \.isTaxOnProduction, by: { _ in true })
      ).map { $0 + $1 }
    }
  }

  /// One for the endogenous accounts of some kinds, and for others what they
  /// pay to exogenous accounts of these kinds.
  package func weights(where counts: (Account) -> Bool) -> [Double] {
    let outside = exogenous.indices.filter { counts(exogenous[$0]) }
    return endogenous.indices.map { j in
      (counts(endogenous[j]) ? 1 : 0) + outside.reduce(0) { $0 + leakageRates[$1, j] }
    }
  }

  /// The share of its payments that each endogenous account of some kinds makes to others.
  func paymentRates(
    to isPaid: (Account.Kind) -> Bool, by pays: (Account.Kind) -> Bool
  ) -> [Double] {
    let paidInside = endogenous.indices.filter { endogenous[$0].kind.map(isPaid) ?? false }
    let paidOutside = exogenous.indices.filter { exogenous[$0].kind.map(isPaid) ?? false }
    return endogenous.indices.map { j in
      guard endogenous[j].kind.map(pays) ?? false else { return 0 }
      return paidInside.reduce(0) { $0 + propensities[$1, j] }
        + paidOutside.reduce(0) { $0 + leakageRates[$1, j] }
    }
  }
}
