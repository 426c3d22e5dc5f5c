internal import AccountMatrix

/// A result that readers compare: what it counts is fixed here, once.
public enum Indicator: String, Sendable, CaseIterable {
  /// Value added at base prices (Laspeyres, double deflation), in the unit of the matrix.
  case realGDPFactorCost = "real_gdp_factor_cost"
  /// Payments of production to factors, in money of the numeraire.
  case gdpFactorCost = "gdp_factor_cost"
  /// The same and taxes on products, production and trade.
  case gdpMarketPrices = "gdp_market_prices"
  /// Receipts of activities.
  case output
  /// Receipts of households.
  case income
  /// Receipts of households in the two poorest quintiles.
  case incomeBottom40 = "income_bottom40"
  /// Receipts of rural households.
  case incomeRural = "income_rural"
  /// What responding accounts pay to tax accounts, net of subsidies.
  case taxReturn = "tax_return"
  /// Payments of commodities to the rest of the world.
  case importLeakage = "import_leakage"
  /// What responding accounts save.
  case savingLeakage = "saving_leakage"
  /// Equivalent variation of all households: the money that would have done as much at base prices.
  case equivalentVariation = "ev"
  /// The same of the two poorest quintiles.
  case equivalentVariationBottom40 = "ev_bottom40"
  /// Consumption of households at base prices.
  case realConsumption = "real_consumption"
  /// Exports in foreign currency.
  case exports
  /// Imports in foreign currency.
  case imports
  /// Investment at base prices, changes of stocks included.
  case investment
  /// The saving of government.
  case governmentSaving = "government_saving"
  /// The saving of the rest of the world, in foreign currency.
  case foreignSaving = "foreign_saving"
  /// The change of the consumer price index, per cent.
  case consumerPrices = "cpi_percent"
  /// The change of the exchange rate, per cent; a fall makes foreign goods cheaper.
  case exchangeRate = "exchange_rate_percent"
  /// The change of the price of agricultural output, weighted by the base, per cent.
  case agriculturePrice = "price_agriculture_percent"
  /// The change of the reward of skilled labour, weighted by the base, per cent.
  case skilledWage = "wage_skilled_percent"
  /// The same of all other labour.
  case unskilledWage = "wage_unskilled_percent"

  /// Whether it is an amount of money or goods, and so is given per unit spent.
  public var isAmount: Bool {
    switch self {
    case .consumerPrices, .exchangeRate, .agriculturePrice, .skilledWage, .unskilledWage: false
    default: true
    }
  }
}

extension EquationBuilder {
  /// The results that the matrix can tell.
  mutating func indicators() -> [Indicator: Expression] {
    var found: [Indicator: Expression] = [:]
    // A copy for closures, which may not read the builder while it writes.
    let matrix = matrix
    let accounts = matrix.sam.accounts
    func isInside(_ k: Int) -> Bool {
      matrix.kind(k).isProduction || matrix.kind(k).isFactor || matrix.institutions.contains(k)
    }
    var valueAdded: [(weight: Double, term: Expression)] = []
    for a in matrix.activities {
      let added = matrix.factors.reduce(0) { $0 + flow($1, a) }
      valueAdded.append((added / matrix.total(a), parts.quantities[a] ?? one))
    }
    found[.realGDPFactorCost] = graph.sum(valueAdded)
    let income = sumOfCells { matrix.kind($0.row).isFactor && matrix.kind($0.column).isProduction }
    found[.gdpFactorCost] = income
    found[.gdpMarketPrices] = graph.sum([
      income, sumOfCells { matrix.kind($0.row).isTaxOnProduction },
    ])
    found[.output] = sumOfCells { matrix.kind($0.row) == .activity }
    found[.taxReturn] = sumOfCells { matrix.kind($0.row).isTax && isInside($0.column) }
    found[.importLeakage] = sumOfCells {
      $0.row == matrix.world && matrix.kind($0.column) == .commodity
    }
    found[.savingLeakage] = sumOfCells { $0.row == matrix.savings && isInside($0.column) }
    found[.governmentSaving] = sumOfCells {
      $0.row == matrix.savings && $0.column == matrix.government
    }

    let households = matrix.institutions.filter { matrix.kind($0) == .household }
    func isPoor(_ h: Int) -> Bool { accounts[h].quintile == 1 || accounts[h].quintile == 2 }
    let poor = households.filter(isPoor)
    let rural = households.filter { accounts[$0].area == .rural }
    found[.income] = graph.sum(households.compactMap { incomes[$0] })
    found[.equivalentVariation] = graph.sum(households.compactMap { parts.equivalentVariation[$0] })
    found[.realConsumption] = graph.sum(households.compactMap { parts.realConsumption[$0] })
    if !poor.isEmpty {
      found[.incomeBottom40] = graph.sum(poor.compactMap { incomes[$0] })
      found[.equivalentVariationBottom40] = graph.sum(
        poor.compactMap { parts.equivalentVariation[$0] })
    }
    if !rural.isEmpty { found[.incomeRural] = graph.sum(rural.compactMap { incomes[$0] }) }

    let sold = sumOfCells { $0.column == matrix.world && matrix.kind($0.row) == .commodity }
    found[.exports] = graph.quotient(sold, parts.exchangeRate)
    found[.imports] = graph.quotient(found[.importLeakage] ?? one, parts.exchangeRate)
    let lent = sumOfCells { $0.row == matrix.savings && $0.column == matrix.world }
    found[.foreignSaving] = graph.quotient(lent, parts.exchangeRate)
    found[.investment] = investmentVolume()

    func percent(_ price: Expression) -> Expression { graph.sum([(100, price)], plus: -100) }
    found[.consumerPrices] = percent(parts.consumerPrices)
    found[.exchangeRate] = percent(parts.exchangeRate)
    let farms = matrix.activities.filter { accounts[$0].group == "agriculture" }
    if !farms.isEmpty {
      found[.agriculturePrice] = percent(
        average(farms.map { (matrix.total($0), price($0)) }))
    }
    for (indicator, selection) in [
      (Indicator.skilledWage, AccountSelector.labour(.skilled)),
      (.unskilledWage, .labour(.unskilled)),
    ] {
      var paid: [(weight: Double, term: Expression)] = []
      for f in matrix.factors where selection.contains(accounts[f]) {
        for a in matrix.activities {
          if let reward = parts.rewards[a]?[f] { paid.append((flow(f, a), reward)) }
        }
      }
      if !paid.isEmpty { found[indicator] = percent(average(paid)) }
    }
    return found
  }

  private mutating func sumOfCells(
    where counts: (EquationSystem.Cell) -> Bool
  ) -> Expression {
    graph.sum(cells.filter(counts).map { $0.value })
  }

  private mutating func average(
    _ terms: [(weight: Double, term: Expression)]
  ) -> Expression {
    let total = terms.reduce(0) { $0 + $1.weight }
    return graph.sum(terms.map { ($0.weight / total, $0.term) })
  }

  private mutating func investmentVolume() -> Expression {
    var volumes: [Expression] = []
    for cell in cells
    where matrix.kind(cell.row).isProduction
      && (cell.column == matrix.savings || matrix.stocks.contains(cell.column))
    {
      volumes.append(graph.quotient(cell.value, price(cell.row)))
    }
    return graph.sum(volumes)
  }
}
