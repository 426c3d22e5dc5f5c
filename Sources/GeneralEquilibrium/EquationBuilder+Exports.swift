internal import AccountMatrix

extension EquationBuilder {
  /// The prices at which a commodity's output is sold.
  struct ExportMarkets {
    var domesticPrice: Expression?
    /// What producers get for a unit exported.
    var receivedPrice: Expression?
    /// What the world pays for it, relative to the base, in foreign currency.
    var worldPrice: Expression?
    var transformation = Double.infinity
    var demand = Double.infinity
  }

  /// Prices at home and abroad, of which those that the equations leave open become unknowns.
  mutating func exportMarkets(
    _ c: Int, _ base: CommodityBase, output: Expression?
  ) throws(EquilibriumModel.Failure) -> ExportMarkets {
    var markets = ExportMarkets(domesticPrice: output)
    guard let output, base.exportVolume > 0 else { return markets }
    let code = matrix.code(c)
    markets.demand = elasticity(.exportDemand, c)
    if base.domesticSales > 0 { markets.transformation = elasticity(.transformation, c) }

    var charges: [(weight: Double, term: Expression)] = []
    for margin in base.exportMargins {
      charges.append((margin.value / base.exportVolume, price(margin.account)))
    }
    var taxes: [(weight: Double, term: Expression)] = []
    for tax in base.exportTaxes {
      taxes.append((-tax.value / base.exportVolume, lever(.tax(tax.account))))
    }
    // EXR pwe (1 - te) E / QE: what is left of the price abroad, by unit of it.
    let left = graph.product(
      parts.exchangeRate, graph.sum(taxes, plus: base.exportValue / base.exportVolume))
    if markets.demand == .infinity {
      let worldPrice = lever(.exportPrice(c))
      markets.worldPrice = worldPrice
      markets.receivedPrice = graph.sum(
        [(1, graph.product(left, worldPrice))] + charges.map { (-$0.weight, $0.term) })
      if base.domesticSales > 0 {
        guard markets.transformation < .infinity else {
          throw .worldSetsPrice(commodity: code)
        }
        markets.domesticPrice = unknown("the price at home of the output of '\(code)'", base: 1)
      }
    } else {
      if markets.transformation == .infinity {
        markets.receivedPrice = output
      } else {
        markets.domesticPrice = unknown("the price at home of the output of '\(code)'", base: 1)
        markets.receivedPrice = unknown("the price abroad of the output of '\(code)'", base: 1)
      }
      markets.worldPrice = graph.quotient(
        graph.sum([(1, markets.receivedPrice ?? one)] + charges), left)
    }
    return markets
  }

  /// Output and exports by volume, with the equations that part one from the other.
  mutating func volumes(
    _ c: Int, _ base: CommodityBase, _ markets: ExportMarkets, output: Expression,
    domestic: Expression?
  ) throws(EquilibriumModel.Failure) -> (output: Expression, exports: Expression?) {
    let code = matrix.code(c)
    guard base.exportVolume > 0, let received = markets.receivedPrice,
      let worldPrice = markets.worldPrice
    else { return (domestic ?? one, nil) }
    let relativePrice = graph.quotient(worldPrice, lever(.exportPrice(c)))
    // (pwe / pwe0)^-eta = QE / QE0, where the world does not set the price.
    func demanded() -> Expression? {
      guard markets.demand < .infinity else { return nil }
      return graph.product(base.exportVolume, [graph.power(relativePrice, -markets.demand)])
    }
    guard let domestic, let home = markets.domesticPrice, base.domesticSales > 0 else {
      // Nothing is sold at home: exports are output, at the price of exports.
      if let demanded = demanded() { return (demanded, demanded) }
      let exported = unknown("the exports of '\(code)'", base: base.exportVolume)
      require("the export price of '\(code)'", output, equals: received)
      return (exported, exported)
    }
    if markets.transformation == .infinity {
      let exported = demanded() ?? graph.constant(base.exportVolume)
      return (graph.sum([domestic, exported]), exported)
    }
    let tau = markets.transformation
    let revenue = unitCost([(base.domesticSales, home), (base.exportVolume, received)], -tau)
    require("the output of '\(code)' at home and abroad", output, equals: revenue)
    let relative = graph.sum([(1 / base.domesticSales, domestic)])
    let made = graph.product(
      base.output, [relative, graph.power(graph.quotient(revenue, home), tau)])
    let exported = graph.product(
      base.exportVolume, [relative, graph.power(graph.quotient(received, home), tau)])
    if markets.demand > 1, markets.demand < .infinity {
      // By its root: near a world that sets the price, eta is so large that it would magnify rounding.
      let sold = graph.sum([(1 / base.exportVolume, exported)])
      require(
        "the exports of '\(code)'", relativePrice,
        equals: graph.power(sold, -1 / markets.demand))
    } else if let demanded = demanded() {
      require(
        "the exports of '\(code)'", exported, equals: demanded, scale: base.exportVolume)
    }
    return (made, exported)
  }
}
