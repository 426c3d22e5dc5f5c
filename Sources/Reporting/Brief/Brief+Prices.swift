internal import AccountMatrix
internal import GeneralEquilibrium
package import SpendingPolicy

extension Brief {
  /// What the programmes do where prices respond: the bridge from the multiplier to scarce factors,
  /// and the curves over the elasticity of supply.
  package struct Prices: Sendable {
    /// The bridge.
    package let bridge: PriceBridge
    /// By factor, the averages over the elasticity of its supply.
    package let curves: [SupplyElasticityCurve]
    /// Further regimes that were asked for.
    package let regimes: RegimeComparison?

    /// Prices from their parts.
    package init(
      _ bridge: PriceBridge, curves: [SupplyElasticityCurve] = [],
      regimes: RegimeComparison? = nil
    ) {
      self.bridge = bridge
      self.curves = curves
      self.regimes = regimes
    }
  }

  /// The section on prices.
  func priceBlocks(_ words: Words) -> [Document.Block] {
    guard let prices else { return [] }
    let bridge = prices.bridge
    var blocks: [Document.Block] = []
    let hasOrders = !bridge.orders(by: .realGDPFactorCost).isEmpty
    if hasOrders { blocks.append(.lead(bridge.verdict(words))) }
    blocks.append(
      .paragraph(
        words.prices(
          .introduction,
          [
            "count": "\(bridge.steps.count)",
            "payer": bridge.effects.comparison.financing.inWordsUnderRegime,
          ])))
    if let chart = Chart.bridge(bridge, words: words) { blocks.append(.figure(chart)) }
    blocks.append(.table(bridge.table(words)))
    if let chart = Chart.supplyCurves(prices.curves, words: words) {
      blocks += [.paragraph(words.prices(.curveIntroduction)), .figure(chart)]
      blocks += prices.curves.compactMap { $0.sentence(words) }.map { .paragraph($0) }
      blocks.append(.paragraph(words.prices(.curveNote)))
    }
    if let regimes = prices.regimes { blocks.append(.table(regimes.table(factor: 1))) }
    return blocks
  }
}
