internal import AccountMatrix

extension EquationBuilder {
  /// What is sold is bought: an equation for every account that responds.
  mutating func clearMarkets() {
    for k in matrix.activities + matrix.margins {
      if let prices = productPrices[k] {
        clearProducts(of: k, prices)
        continue
      }
      let value = graph.product(price(k), parts.quantities[k] ?? one)
      require(
        "the market of '\(matrix.code(k))'", value, equals: graph.sum(receipts(of: k)),
        scale: matrix.total(k))
    }
    for c in matrix.commodities {
      guard let base = trades[c], base.composite > 0 else { continue }
      let value = graph.product(price(c), parts.quantities[c] ?? one)
      require(
        "the market of '\(matrix.code(c))'", value, equals: graph.sum(usesOfComposite(c)),
        scale: base.composite)
    }
    for k in matrix.factors + matrix.institutions {
      require(
        "the income of '\(matrix.code(k))'", incomes[k] ?? one,
        equals: graph.sum(receipts(of: k)), scale: matrix.total(k))
    }
    for f in matrix.factors { clearFactor(f) }
  }

  /// Receipts of a commodity without exports from own output.
  private func usesOfComposite(_ c: Int) -> [Expression] {
    cellsByRow[c].filter { cells[$0].column != matrix.world }.map { cells[$0].value }
      + (reExports[c].map { [$0] } ?? [])
  }

  /// Employment equals supply, which may respond to the real reward.
  private mutating func clearFactor(_ f: Int) {
    var pool: [(weight: Double, term: Expression)] = []
    var poolBase = 0.0
    var poolElasticity = 0.0
    for a in matrix.activities {
      guard let employed = parts.employment[a]?[f], let reward = parts.rewards[a]?[f],
        let market = try? market(of: f, in: a), market.supplyElasticity < .infinity
      else { continue }
      let base = flow(f, a)
      if market.scope == .mobile {
        pool.append((1, employed))
        poolBase += base
        poolElasticity = market.supplyElasticity
      } else {
        let supply = self.supply(of: f, at: reward, elasticity: market.supplyElasticity)
        require(
          "the supply of '\(matrix.code(f))' in '\(matrix.code(a))'", employed,
          equals: graph.sum([(base, supply)]), scale: base)
      }
    }
    guard !pool.isEmpty, let wage = parts.prices[f] else { return }
    let supply = self.supply(of: f, at: wage, elasticity: poolElasticity)
    require(
      "the supply of '\(matrix.code(f))'", graph.sum(pool),
      equals: graph.sum([(poolBase, supply)]), scale: poolBase)
  }

  /// Supply relative to the base.
  private mutating func supply(
    of f: Int, at reward: Expression, elasticity: Double
  ) -> Expression {
    let real = graph.power(graph.quotient(reward, parts.consumerPrices), elasticity)
    return graph.product(lever(.supply(f)), real)
  }

  /// Price indices, the balance of payments, saving and investment.
  mutating func closeMacro() {
    var basket: [(weight: Double, term: Expression)] = []
    for h in matrix.institutions where matrix.kind(h) == .household {
      for k in matrix.payees(of: h) {
        let isOwn = matrix.kind(k) == .activity
        guard matrix.kind(k) == .commodity || (isOwn && !regime.variant.marketedPricesOnly) else {
          continue
        }
        basket.append((flow(k, h), price(k)))
      }
    }
    let spent = basket.reduce(0) { $0 + $1.weight }
    require(
      "the consumer price index", parts.consumerPrices,
      equals: graph.sum(basket.map { ($0.weight / spent, $0.term) }))

    let world = matrix.world
    require(
      "the balance of payments", graph.sum(receipts(of: world)),
      equals: graph.sum(payments(of: world)), scale: matrix.total(world))
    let s = matrix.savings
    require(
      "saving and investment", graph.sum(receipts(of: s)),
      equals: graph.sum(payments(of: s) + [parts.walras]), scale: matrix.total(s))
    guard regime.foreign == .savingFixed else { return }
    require("the numeraire", numeraire(), equals: one)
  }

  private mutating func numeraire() -> Expression {
    switch regime.numeraire {
    case .consumerPrices: return parts.consumerPrices
    case .exchangeRate: return parts.exchangeRate
    case .domesticPrices: return domesticPriceIndex()
    case .reward(let code):
      return matrix.factors.first { matrix.code($0) == code }.flatMap { parts.prices[$0] } ?? one
    }
  }

  /// Σ d PD, with base domestic sales at basic prices.
  mutating func domesticPriceIndex() -> Expression {
    var terms: [(weight: Double, term: Expression)] = []
    for c in matrix.commodities {
      guard let base = trades[c], base.domesticSales > 0, let price = parts.domesticPrices[c]
      else { continue }
      terms.append((base.domesticSales, price))
    }
    let total = terms.reduce(0) { $0 + $1.weight }
    return graph.sum(terms.map { ($0.weight / total, $0.term) })
  }
}
