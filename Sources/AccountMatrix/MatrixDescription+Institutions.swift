extension MatrixDescription {
  /// Revenue, spending and saving of government; taxes that pass through an account of their own
  /// count as revenue.
  mutating func describeGovernment() {
    let government = sam.indices { $0 == .government || $0 == .socialProtection }
    if government.isEmpty { return }
    let others = sam.accounts.indices.filter { !government.contains($0) }
    let households = sam.indices(of: .household)
    let savings = sam.indices { $0 == .savings || $0 == .stocks }
    let spenders = others.filter { !savings.contains($0) }
    let revenue = sam.flow(from: others, to: government)
    let spending = sam.flow(from: government, to: spenders)
    add(
      .government, "revenue_share_of_gdp", part: revenue, whole: gdp.byIncome, headline: true)
    add(
      .government, "share_of_revenue", of: "households",
      part: sam.flow(from: households, to: government), whole: revenue, headline: true)
    for payer in others where sam.flow(from: [payer], to: government) != 0 {
      add(
        .government, "share_of_revenue", of: sam.accounts[payer].code,
        part: sam.flow(from: [payer], to: government), whole: revenue,
        headline: !households.contains(payer))
    }
    add(
      .government, "spending_share_of_gdp", part: spending, whole: gdp.byIncome, headline: true)
    add(
      .government, "share_of_spending", of: "households",
      part: sam.flow(from: government, to: households), whole: spending, headline: true)
    addRanked(
      .government, "share_of_spending",
      amounts(spenders) { sam.flow(from: government, to: [$0]) }, whole: spending, headlines: 6)
    add(
      .government, "saving_share_of_gdp",
      part: sam.flow(from: government, to: savings) - sam.flow(from: savings, to: government),
      whole: gdp.byIncome, headline: true)
  }

  /// Where the money of a household comes from, and where it goes, as kinds of accounts.
  private static let sources: [(item: String, counts: @Sendable (Account.Kind) -> Bool)] = [
    ("income_from_labour", { $0 == .labour }), ("income_from_land", { $0 == .land }),
    ("income_from_capital", { $0 == .capital || $0 == .factor }),
    ("income_from_enterprises", { $0 == .enterprise }),
    ("income_from_government", { $0 == .government || $0 == .socialProtection }),
    ("income_from_households", { $0 == .household }),
    ("income_from_abroad", { $0 == .restOfWorld }),
  ]
  private static let uses: [(item: String, counts: @Sendable (Account.Kind) -> Bool)] = [
    ("spent_on_market_goods", { $0 == .commodity || $0 == .margin }),
    ("spent_on_own_produce", { $0 == .activity }),
    ("paid_in_direct_taxes", { $0 == .directTax }),
    ("paid_to_government", { $0 == .government || $0 == .socialProtection }),
    ("paid_to_households", { $0 == .household }), ("saved", { $0 == .savings }),
    ("sent_abroad", { $0 == .restOfWorld }),
  ]

  /// The items that describe every household, in per cent of its income.
  package static let householdItems = (sources + uses).map { $0.item }

  /// Incomes and spending of all households together, and of each.
  mutating func describeHouseholds() {
    let households = sam.indices(of: .household)
    let receipts = sam.receipts
    let total = households.reduce(0) { $0 + receipts[$1] }
    if households.isEmpty { return }
    describe(households, as: "households", headline: true)
    for household in households {
      let code = sam.accounts[household].code
      add(.households, "income", of: code, amount: receipts[household])
      add(.households, "share_of_income", of: code, part: receipts[household], whole: total)
      describe([household], as: code, headline: false)
    }
    describeConsumption(of: households, total: total)
  }

  private mutating func describe(_ households: [Int], as name: String, headline: Bool) {
    let receipts = sam.receipts
    let income = households.reduce(0) { $0 + receipts[$1] }
    for (item, counts) in Self.sources {
      let part = sam.flow(from: sam.indices(where: counts), to: households)
      add(
        .households, item, of: name, part: part, whole: income, headline: headline && part != 0)
    }
    for (item, counts) in Self.uses {
      let part = sam.flow(from: households, to: sam.indices(where: counts))
      add(
        .households, item, of: name, part: part, whole: income, headline: headline && part != 0)
    }
  }

  /// What households consume, own produce included, by group and by product.
  private mutating func describeConsumption(of households: [Int], total: Double) {
    let products = sam.indices(where: { $0.isProduction })
    func addShares(_ name: String, _ members: [Int], headline: Bool) {
      let consumption = sam.flow(from: members, to: products)
      for group in groups(products) {
        add(
          .households, "share_of_consumption:\(group.name)", of: name,
          part: sam.flow(from: members, to: group.members), whole: consumption,
          headline: headline)
      }
      for product in products where sam.flow(from: members, to: [product]) != 0 {
        add(
          .households, "share_of_consumption:\(sam.accounts[product].code)", of: name,
          part: sam.flow(from: members, to: [product]), whole: consumption)
      }
    }
    addShares("households", households, headline: true)
    for household in households {
      addShares(sam.accounts[household].code, [household], headline: false)
    }
  }
}
