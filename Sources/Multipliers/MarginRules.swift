/// What becomes of a further franc, as a question asks for it; `nil` where it does not say.
package struct MarginRules: Sendable, Hashable {
  /// What households do with a further franc that on average buys their own produce.
  package var ownProduce: OwnProduceRule?
  /// Where exports come from.
  package var exports: ExportSupply?
  /// By which shares households spend.
  package var spending: SpendingRule?

  /// Choices from their parts.
  package init(
    ownProduce: OwnProduceRule? = nil, exports: ExportSupply? = nil, spending: SpendingRule? = nil
  ) {
    self.ownProduce = ownProduce
    self.exports = exports
    self.spending = spending
  }

  /// These choices, and those of others where these say nothing.
  package func orElse(_ others: MarginRules) -> MarginRules {
    MarginRules(
      ownProduce: ownProduce ?? others.ownProduce, exports: exports ?? others.exports,
      spending: spending ?? others.spending)
  }
}

/// What households do with a further franc that on average buys their own produce.
package enum OwnProduceRule: String, Sendable, CaseIterable {
  case average, market
  case ownHousehold = "own-household"

  /// The setting of a model that it stands for.
  package var ownConsumption: OwnConsumption {
    switch self {
    case .average: .unmet
    case .market: .off
    case .ownHousehold: .household
    }
  }
}

/// By which shares households spend a further franc.
package enum SpendingRule: String, Sendable, CaseIterable {
  case average, marginal
}
