internal import AccountMatrix

extension EquationBuilder {
  /// A commodity: domestic output and imports substitute in the composite (Armington), output is
  /// transformed between home and abroad (CET).
  mutating func supply(_ c: Int) throws(EquilibriumModel.Failure) {
    guard let base = trades[c] else { return }
    var output: Expression?
    if base.output > 0 {
      var costs: [(share: Double, price: Expression)] = []
      for supplier in base.suppliers {
        costs.append((supplier.value, productPrice(of: c, from: supplier.account)))
      }
      output = unitCost(costs, elasticity(.activities, c))
    }
    let markets = try exportMarkets(c, base, output: output)
    let importPrice = importPrice(c, base)

    var domesticVolume: Expression?
    if base.composite > 0 {
      let volume = parts.quantities[c] ?? one
      let relative = graph.sum([(1 / base.composite, volume)])
      var sources: [(share: Double, price: Expression)] = []
      var domesticPrice: Expression?
      if let price = markets.domesticPrice, base.domesticSales > 0 {
        let delivered = delivered(price, base.domesticSales, base.domesticMargins)
        domesticPrice = delivered
        sources.append((base.domesticAtBuyer, delivered))
      }
      let importPrice = delivered(importPrice, base.importVolume, base.importMargins)
      if base.imports > 0 { sources.append((base.importsAtBuyer, importPrice)) }
      let sigma = sources.count > 1 ? elasticity(.armington, c) : 1
      let mixed = unitCost(sources, sigma)
      chargeComposite(c, base, mixed: mixed, relative: relative)
      if let domesticPrice {
        let sold = graph.product(relative, substitution(mixed, domesticPrice, sigma))
        domesticVolume = graph.sum([(base.domesticSales, sold)])
        payMargins(from: c, base.domesticMargins, relative: sold)
      }
      if base.imports > 0 {
        let imported = graph.product(relative, substitution(mixed, importPrice, sigma))
        payForImports(c, base, relative: imported)
        payMargins(from: c, base.importMargins, relative: imported)
      }
    }
    guard let output else { return }
    let volumes = try self.volumes(c, base, markets, output: output, domestic: domesticVolume)
    parts.domesticPrices[c] = markets.domesticPrice
    parts.domesticVolumes[c] = domesticVolume
    let relative = graph.sum([(1 / base.output, volumes.output)])
    let sigma = base.suppliers.count > 1 ? elasticity(.activities, c) : 1
    for supplier in base.suppliers {
      let price = productPrice(of: c, from: supplier.account)
      let volume = graph.product(
        supplier.value, [relative, substitution(output, price, sigma)])
      pay(from: c, to: supplier.account, graph.product(volume, price))
      productVolumes[supplier.account, default: [:]][c] = volume
    }
    guard let exported = volumes.exports, let worldPrice = markets.worldPrice else { return }
    parts.exportVolumes[c] = exported
    parts.exportPrices[c] = worldPrice
    let paid = graph.product(
      base.exportValue / base.exportVolume, [parts.exchangeRate, worldPrice, exported])
    pay(from: matrix.world, to: c, paid)
    for tax in base.exportTaxes {
      pay(
        from: c, to: tax.account,
        graph.product(tax.value / base.exportValue, [paid, lever(.tax(tax.account))]))
    }
    payMargins(
      from: c, base.exportMargins, relative: graph.sum([(1 / base.exportVolume, exported)]))
  }

  /// What a unit costs a buyer, with the margins that stand inside its price.
  private mutating func delivered(
    _ price: Expression, _ volume: Double, _ margins: [CommodityBase.Part]
  ) -> Expression {
    let total = margins.reduce(volume) { $0 + $1.value }
    guard total > 0 else { return price }
    var terms: [(weight: Double, term: Expression)] = [(volume / total, price)]
    for margin in margins { terms.append((margin.value / total, self.price(margin.account))) }
    return graph.sum(terms)
  }

  /// Margins of a flow; `relative` is its volume relative to the base.
  private mutating func payMargins(
    from c: Int, _ margins: [CommodityBase.Part], relative: Expression
  ) {
    for margin in margins where margin.value != 0 {
      pay(
        from: c, to: margin.account,
        graph.product(margin.value, [relative, price(margin.account)]))
    }
  }

  /// The domestic price of imports, duties included.
  private mutating func importPrice(_ c: Int, _ base: CommodityBase) -> Expression {
    guard base.imports > 0 else { return one }
    var duties: [(weight: Double, term: Expression)] = []
    for duty in base.duties {
      let rate = graph.product(lever(.tariff(c)), lever(.tax(duty.account)))
      duties.append((duty.value / base.importVolume, rate))
    }
    let factor = graph.sum(duties, plus: base.imports / base.importVolume)
    return graph.product(parts.exchangeRate, lever(.importPrice(c)), factor)
  }

  /// Payments for imports and duties; `relative` is their volume relative to the base.
  private mutating func payForImports(_ c: Int, _ base: CommodityBase, relative: Expression) {
    parts.importVolumes[c] = graph.sum([(base.imports, relative)])
    let paid = graph.product(
      base.imports, [parts.exchangeRate, lever(.importPrice(c)), relative])
    pay(from: c, to: matrix.world, paid)
    for duty in base.duties {
      pay(
        from: c, to: duty.account,
        graph.product(
          duty.value / base.imports, [paid, lever(.tariff(c)), lever(.tax(duty.account))]))
    }
  }

  /// The purchasers' price of the composite: sources, margins in fixed proportion, taxes by value.
  private mutating func chargeComposite(
    _ c: Int, _ base: CommodityBase, mixed: Expression, relative: Expression
  ) {
    let price = price(c)
    let volume = parts.quantities[c] ?? one
    var costs: [(weight: Double, term: Expression)] = [
      ((base.domesticAtBuyer + base.importsAtBuyer) / base.composite, mixed)
    ]
    for margin in base.margins where margin.value != 0 {
      costs.append((margin.value / base.composite, self.price(margin.account)))
    }
    payMargins(from: c, base.margins, relative: relative)
    for tax in base.taxes {
      var rate = graph.sum([(tax.value / base.composite, lever(.tax(tax.account)))])
      if tax.value > 0, matrix.kind(tax.account) == .productTax {
        rate = graph.product(rate, taxOnProducts)
      }
      costs.append((1, graph.product(rate, price)))
      pay(from: c, to: tax.account, graph.product(rate, price, volume))
    }
    require("the price of '\(matrix.code(c))'", price, equals: graph.sum(costs))
  }
}
