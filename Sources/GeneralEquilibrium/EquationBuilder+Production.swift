internal import AccountMatrix

extension EquationBuilder {
  /// Prices that hold for the whole economy.
  mutating func declareMacro() {
    parts.consumerPrices = unknown("the consumer price index", base: 1)
    if regime.foreign == .savingFixed {
      parts.exchangeRate = unknown("the exchange rate", base: 1)
    }
    if regime.investment != .fixedVolume && regime.investment != .investmentDriven {
      parts.investmentScale = unknown("the scale of investment", base: 1)
    }
    if regime.investment == .investmentDriven {
      savingScale = unknown("the scale of saving rates", base: 1)
    }
    switch regime.government {
    case .directTax:
      parts.taxScale = unknown("the scale of direct taxes", base: 1, isPositive: false)
    case .indirectTax:
      taxOnProducts = unknown("the scale of product taxes", base: 1, isPositive: false)
    case .savingFree, .valueShares: break
    }
    parts.walras = unknown("saving less investment", base: 0, isPositive: false)
  }

  /// The price and quantity of every account that responds.
  mutating func declareAccounts() throws(EquilibriumModel.Failure) {
    for a in matrix.activities {
      parts.prices[a] = unknown("the price of '\(matrix.code(a))'", base: 1)
      parts.quantities[a] = unknown("the output of '\(matrix.code(a))'", base: matrix.total(a))
    }
    if regime.variant.jointProducts { declareProducts() }
    for c in matrix.commodities {
      let base = try CommodityBase(c, in: matrix, regime: regime)
      trades[c] = base
      guard base.composite > 0 else { continue }
      parts.prices[c] = unknown("the price of '\(matrix.code(c))'", base: 1)
      parts.quantities[c] = unknown("the supply of '\(matrix.code(c))'", base: base.composite)
    }
    for t in matrix.margins {
      let total = matrix.total(t)
      var terms: [(weight: Double, term: Expression)] = []
      for c in matrix.payees(of: t) { terms.append((flow(c, t) / total, price(c))) }
      parts.prices[t] = graph.sum(terms)
      parts.quantities[t] = unknown("the volume of '\(matrix.code(t))'", base: total)
    }
    for f in matrix.factors + matrix.institutions {
      incomes[f] = unknown("the income of '\(matrix.code(f))'", base: matrix.total(f))
      parts.incomes[f] = incomes[f]
    }
  }

  /// What a unit of each factor costs in each activity.
  mutating func declareFactorPrices() throws(EquilibriumModel.Failure) {
    for a in matrix.activities { parts.rewards[a] = [:] }
    for f in matrix.factors {
      var pool: (wage: Expression, market: Regime.FactorMarket)?
      for a in matrix.activities where flow(f, a) > 0 {
        let market = try self.market(of: f, in: a)
        if market.supplyElasticity == .infinity {
          let fixed = market.reward == .real ? parts.consumerPrices : one
          parts.rewards[a]?[f] = fixed
        } else if market.scope == .specific {
          let rent = unknown(
            "the reward of '\(matrix.code(f))' in '\(matrix.code(a))'", base: 1)
          parts.rewards[a]?[f] = rent
        } else if let pool {
          guard pool.market.supplyElasticity == market.supplyElasticity else {
            throw .severalMarkets(factor: matrix.code(f))
          }
          parts.rewards[a]?[f] = pool.wage
        } else {
          let wage = unknown("the wage of '\(matrix.code(f))'", base: 1)
          pool = (wage, market)
          parts.rewards[a]?[f] = wage
          parts.prices[f] = wage
        }
      }
    }
  }

  func market(
    of factor: Int, in activity: Int
  ) throws(EquilibriumModel.Failure) -> Regime.FactorMarket {
    let accounts = matrix.sam.accounts
    guard
      let market = regime.factors.last(where: {
        $0.factors.contains(accounts[factor]) && $0.activities.contains(accounts[activity])
      })
    else { throw .noMarket(factor: matrix.code(factor), activity: matrix.code(activity)) }
    return market
  }

  /// An activity: intermediate inputs and value added in fixed proportions, factors by CES.
  mutating func produce(_ a: Int) throws(EquilibriumModel.Failure) {
    let output = matrix.total(a)
    let price = price(a)
    let quantity = parts.quantities[a] ?? one
    let payees = matrix.payees(of: a)
    let inputs = payees.filter { matrix.kind($0) == .commodity }
    let factors = payees.filter { matrix.kind($0).isFactor }
    var unitCosts: [(weight: Double, term: Expression)] = []

    let spread = elasticity(.intermediates, a)
    let bundle = inputs.reduce(0) { $0 + flow($1, a) }
    var shares: [(share: Double, price: Expression)] = []
    for c in inputs { shares.append((flow(c, a), self.price(c))) }
    if !inputs.isEmpty {
      let cost = unitCost(shares, spread)
      unitCosts.append((bundle / output, cost))
      for c in inputs {
        let use = substitution(cost, self.price(c), spread)
        pay(
          from: a, to: c, graph.product(flow(c, a) / output, [quantity, self.price(c), use]))
      }
    }
    if !factors.isEmpty {
      let sigma = elasticity(.factors, a)
      let added = factors.reduce(0) { $0 + flow($1, a) }
      let rewards = parts.rewards[a] ?? [:]
      var costs: [(share: Double, price: Expression)] = []
      for f in factors { costs.append((flow(f, a), rewards[f] ?? one)) }
      let cost = unitCost(costs, sigma)
      let productivity = lever(.productivity(a))
      unitCosts.append((added / output, graph.quotient(cost, productivity)))
      parts.employment[a] = [:]
      for f in factors {
        let reward = rewards[f] ?? one
        let employed = graph.product(
          flow(f, a) / output,
          [graph.quotient(quantity, productivity), substitution(cost, reward, sigma)])
        parts.employment[a]?[f] = employed
        pay(from: a, to: f, graph.product(employed, reward))
      }
    }
    for tax in payees where matrix.kind(tax).isTax {
      let rate = graph.sum([(flow(tax, a) / output, lever(.tax(tax)))])
      unitCosts.append((1, graph.product(rate, price)))
      pay(from: a, to: tax, graph.product(rate, price, quantity))
    }
    require("the cost of '\(matrix.code(a))'", price, equals: graph.sum(unitCosts))
  }

  /// A margin account: a fixed basket of trade and transport.
  mutating func trade(_ t: Int) {
    let quantity = parts.quantities[t] ?? one
    for c in matrix.payees(of: t) {
      pay(from: t, to: c, graph.product(flow(c, t) / matrix.total(t), [quantity, price(c)]))
    }
  }
}
