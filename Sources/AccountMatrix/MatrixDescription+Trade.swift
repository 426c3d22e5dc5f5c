extension MatrixDescription {
  /// Exports and imports: what is traded, and how much of supply and demand that is.
  mutating func describeTrade() {
    let world = sam.indices(of: .restOfWorld)
    let products = sam.indices(where: { $0.isProduction })
    let (receipts, payments) = (sam.receipts, sam.payments)
    addRanked(
      .trade, "share_of_exports", amounts(products) { sam.flow(from: world, to: [$0]) },
      whole: sam.flow(from: world, to: products), headlines: 5)
    addRanked(
      .trade, "share_of_imports", amounts(products) { sam.flow(from: [$0], to: world) },
      whole: sam.flow(from: products, to: world), headlines: 5)
    let present = products.filter { payments[$0] > 0 }
    addRanked(
      .trade, "exports_share_of_demand",
      amounts(present) { sam.flow(from: world, to: [$0]) / receipts[$0] }, whole: 1, headlines: 3)
    addRanked(
      .trade, "imports_share_of_supply",
      amounts(present) { sam.flow(from: [$0], to: world) / payments[$0] }, whole: 1, headlines: 3)
  }

  /// Taxes in GDP and revenue, and the rates at which products pay them.
  mutating func describeTaxes() {
    let sam = self.sam
    let taxes = sam.indices(where: { $0.isTax }) + sam.oneSided(.primaryInput) { $0.isTax }
    let receipts = sam.receipts
    let all = taxes.reduce(0) { $0 + receipts[$1] }
    add(.taxes, "taxes_share_of_gdp", part: all, whole: gdp.byIncome, headline: true)
    for tax in taxes {
      add(
        .taxes, "share_of_gdp", of: sam.accounts[tax].code, part: receipts[tax],
        whole: gdp.byIncome, headline: true)
      add(
        .taxes, "share_of_taxes", of: sam.accounts[tax].code, part: receipts[tax], whole: all)
    }
    let world = sam.indices(of: .restOfWorld)
    let tariffs = sam.indices(of: .importTax)
    let productTaxes = sam.indices(of: .productTax)
    let commodities = sam.indices(of: .commodity)
    let payments = sam.payments
    let imported = commodities.filter { sam.flow(from: [$0], to: world) > 0 }
    add(
      .taxes, "tariff_rate", part: sam.flow(from: commodities, to: tariffs),
      whole: sam.flow(from: imported, to: world), headline: true)
    addRanked(
      .taxes, "tariff_rate",
      amounts(imported) { sam.flow(from: [$0], to: tariffs) / sam.flow(from: [$0], to: world) },
      whole: 1, headlines: 3)
    let taxed = commodities.filter { payments[$0] > 0 }
    let untaxed = { (positions: [Int]) in
      positions.reduce(0) { $0 + payments[$1] } - sam.flow(from: positions, to: productTaxes)
    }
    add(
      .taxes, "product_tax_rate", part: sam.flow(from: commodities, to: productTaxes),
      whole: untaxed(taxed), headline: true)
    addRanked(
      .taxes, "product_tax_rate",
      amounts(taxed.filter { untaxed([$0]) > 0 }) {
        sam.flow(from: [$0], to: productTaxes) / untaxed([$0])
      }, whole: 1, headlines: 3)
  }

  /// What investment buys, and who saves.
  mutating func describeInvestment() {
    let savings = sam.indices { $0 == .savings || $0 == .stocks }
    let others = sam.accounts.indices.filter { !savings.contains($0) }
    addRanked(
      .investment, "share_of_investment", amounts(others) { sam.flow(from: savings, to: [$0]) },
      whole: sam.flow(from: savings, to: others), headlines: 4)
    let households = sam.indices(of: .household)
    let total = sam.flow(from: others, to: savings)
    add(
      .investment, "share_of_saving", of: "households",
      part: sam.flow(from: households, to: savings), whole: total, headline: true)
    for saver in others where sam.flow(from: [saver], to: savings) != 0 {
      add(
        .investment, "share_of_saving", of: sam.accounts[saver].code,
        part: sam.flow(from: [saver], to: savings), whole: total,
        headline: !households.contains(saver))
    }
  }

  /// Receipts and payments across the border, and what balances them.
  mutating func describeCurrentAccount() {
    let world = sam.indices(of: .restOfWorld)
    let factors = sam.indices(where: { $0.isFactor })
    let households = sam.indices(of: .household)
    let government = sam.indices { $0 == .government || $0 == .socialProtection }
    let enterprises = sam.indices(of: .enterprise)
    let savings = sam.indices { $0 == .savings || $0 == .stocks }
    let flows: [(String, Double)] = [
      ("exports", gdp.exports), ("imports", gdp.imports),
      ("factor_income_from_abroad", sam.flow(from: world, to: factors)),
      ("factor_income_to_abroad", sam.flow(from: factors, to: world)),
      ("transfers_to_households", sam.flow(from: world, to: households)),
      ("transfers_from_households", sam.flow(from: households, to: world)),
      ("transfers_to_enterprises", sam.flow(from: world, to: enterprises)),
      ("transfers_from_enterprises", sam.flow(from: enterprises, to: world)),
      ("grants_to_government", sam.flow(from: world, to: government)),
      ("payments_of_government", sam.flow(from: government, to: world)),
    ]
    for (item, amount) in flows where amount != 0 {
      add(.currentAccount, item, amount: amount, headline: true)
    }
    add(
      .currentAccount, "trade_balance_share_of_gdp", part: gdp.exports - gdp.imports,
      whole: gdp.byIncome, headline: true)
    // An input-output table has trade and no account of the rest of the world.
    if world.isEmpty { return }
    add(
      .currentAccount, "foreign_saving",
      amount: sam.flow(from: world, to: savings)
        - sam.flow(from: savings, to: world), headline: true)
    add(
      .currentAccount, "foreign_saving_share_of_gdp",
      part: sam.flow(from: world, to: savings) - sam.flow(from: savings, to: world),
      whole: gdp.byIncome, headline: true)
  }
}
