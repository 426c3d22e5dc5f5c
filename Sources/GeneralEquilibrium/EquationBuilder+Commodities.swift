internal import AccountMatrix

extension EquationBuilder {
  /// A commodity: domestic output and imports substitute in the composite (Armington), output is
  /// transformed between home and abroad (CET).
  mutating func supply(_ c: Int) throws(EquilibriumModel.Failure) {
    guard let base = trades[c] else { return }
    var output: Expression?
    if base.output > 0 {
      var costs: [(share: Double, price: Expression)] = []
      for supplier in base.suppliers { costs.append((supplier.value, price(supplier.account))) }
      output = unitCost(costs, elasticity(.activities, c))
    }
    let markets = try exportMarkets(c, base, output: output)
    let importPrice = importPrice(c, base)

    var domesticVolume: Expression?
    if base.composite > 0 {
      let volume = parts.quantities[c] ?? one
      let relative = graph.sum([(1 / base.composite, volume)])
      var sources: [(share: Double, price: Expression)] = []
      if let price = markets.domesticPrice, base.domesticSales > 0 {
        sources.append((base.domesticSales, price))
      }
      if base.imports > 0 { sources.append((base.importVolume, importPrice)) }
      let sigma = sources.count > 1 ? elasticity(.armington, c) : 1
      let mixed = unitCost(sources, sigma)
      chargeComposite(c, base, mixed: mixed, relative: relative)
      if let price = markets.domesticPrice, base.domesticSales > 0 {
        domesticVolume = graph.product(
          base.domesticSales, [relative, substitution(mixed, price, sigma)])
      }
      if base.imports > 0 {
        let imported = graph.product(relative, substitution(mixed, importPrice, sigma))
        payForImports(c, base, relative: imported)
      }
    }
    guard let output else { return }
    let volumes = try self.volumes(c, base, markets, output: output, domestic: domesticVolume)
    parts.domesticPrices[c] = markets.domesticPrice
    parts.domesticVolumes[c] = domesticVolume
    let relative = graph.sum([(1 / base.output, volumes.output)])
    let sigma = base.suppliers.count > 1 ? elasticity(.activities, c) : 1
    for supplier in base.suppliers {
      let price = price(supplier.account)
      pay(
        from: c, to: supplier.account,
        graph.product(supplier.value, [relative, price, substitution(output, price, sigma)]))
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
    for margin in base.exportMargins {
      pay(
        from: c, to: margin.account,
        graph.product(margin.value / base.exportVolume, [exported, price(margin.account)]))
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
      ((base.domesticSales + base.importVolume) / base.composite, mixed)
    ]
    for margin in base.margins where margin.value != 0 {
      costs.append((margin.value / base.composite, self.price(margin.account)))
      pay(
        from: c, to: margin.account,
        graph.product(margin.value, [relative, self.price(margin.account)]))
    }
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
