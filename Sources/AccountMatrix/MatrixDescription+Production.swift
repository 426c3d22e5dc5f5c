extension MatrixDescription {
  /// GDP both ways, its uses, and output.
  mutating func describeGDP() {
    add(.gdp, "gdp_factor_cost", amount: gdp.factorCost, headline: true)
    add(.gdp, "gdp_market_prices", amount: gdp.byIncome, headline: true)
    add(.gdp, "output", amount: gdp.output, headline: true)
    add(.gdp, "taxes_net_of_subsidies", amount: gdp.netTaxes)
    let uses = [
      ("household_consumption", gdp.householdConsumption),
      ("government_consumption", gdp.governmentConsumption), ("investment", gdp.investment),
      ("exports", gdp.exports), ("imports", gdp.imports),
    ]
    for (item, amount) in uses { add(.gdp, item, amount: amount) }
    for (item, amount) in uses {
      add(.gdp, "\(item)_share_of_gdp", part: amount, whole: gdp.byIncome, headline: true)
    }
  }

  /// Value added of a branch: what it pays to factors.
  private func valueAdded(_ branches: [Int]) -> Double {
    sam.flow(from: branches, to: sam.indices(where: { $0.isFactor }))
  }

  /// What branches contribute to GDP and output, and what they buy.
  mutating func describeSectors() {
    let branches = sam.indices(of: .activity)
    let receipts = sam.receipts
    for group in groups(branches) {
      add(
        .sectors, "share_of_gdp_factor_cost", of: group.name, part: valueAdded(group.members),
        whole: gdp.factorCost, headline: true)
    }
    for group in groups(branches) {
      add(
        .sectors, "share_of_output", of: group.name,
        part: group.members.reduce(0) { $0 + receipts[$1] }, whole: gdp.output)
    }
    addRanked(
      .sectors, "share_of_gdp_factor_cost", amounts(branches) { valueAdded([$0]) },
      whole: gdp.factorCost, headlines: 5)
    addRanked(
      .sectors, "share_of_output", amounts(branches) { receipts[$0] }, whole: gdp.output,
      headlines: 0)
    describeInputs(branches)
  }

  /// The structure of costs: value added and purchases in output.
  private mutating func describeInputs(_ branches: [Int]) {
    let production = sam.indices(where: { $0.isProduction })
    let payments = sam.payments
    func addStructure(_ name: String, _ members: [Int], headline: Bool) {
      let output = members.reduce(0) { $0 + payments[$1] }
      add(
        .inputs, "value_added_share_of_output", of: name, part: valueAdded(members), whole: output,
        headline: headline)
      add(
        .inputs, "inputs_share_of_output", of: name, part: sam.flow(from: members, to: production),
        whole: output)
    }
    for group in groups(branches) { addStructure(group.name, group.members, headline: true) }
    for branch in branches { addStructure(sam.accounts[branch].code, [branch], headline: false) }
    for branch in branches {
      for input in production where sam[input, branch] != 0 {
        add(
          .inputs, "share_of_output_spent_on:\(sam.accounts[input].code)",
          of: sam.accounts[branch].code, part: sam[input, branch], whole: payments[branch])
      }
    }
  }

  /// What factors earn in GDP, and how intensively branches use them.
  mutating func describeFactors() {
    let factors = sam.indices(where: { $0.isFactor })
    let production = sam.indices(where: { $0.isProduction })
    addRanked(
      .factors, "share_of_gdp_factor_cost",
      amounts(factors) { sam.flow(from: production, to: [$0]) },
      whole: gdp.factorCost, headlines: 8)
    let kinds: [(String, [Int])] = [
      ("labour", sam.indices(of: .labour)), ("land", sam.indices(of: .land)),
      ("capital", sam.indices(of: .capital)),
    ]
    let branches = sam.indices(of: .activity)
    for group in groups(branches) {
      let total = valueAdded(group.members)
      for (kind, members) in kinds where !members.isEmpty {
        add(
          .factors, "share_of_value_added_to_\(kind)", of: group.name,
          part: sam.flow(from: group.members, to: members), whole: total)
      }
    }
    for group in groups(branches) {
      for factor in factors {
        add(
          .factors, "share_of_value_added_to:\(sam.accounts[factor].code)", of: group.name,
          part: sam.flow(from: group.members, to: [factor]), whole: valueAdded(group.members))
      }
    }
    for branch in branches {
      for factor in factors where sam[factor, branch] != 0 {
        add(
          .factors, "share_of_value_added_to:\(sam.accounts[factor].code)",
          of: sam.accounts[branch].code, part: sam[factor, branch], whole: valueAdded([branch]))
      }
    }
  }

  /// Trade and transport costs by product, and who earns them.
  mutating func describeMargins() {
    let margins = sam.indices(of: .margin)
    let commodities = sam.indices(of: .commodity)
    guard !margins.isEmpty else { return }
    let payments = sam.payments
    let total = sam.flow(from: commodities, to: margins)
    add(.margins, "trade_and_transport_costs", amount: total)
    add(
      .margins, "share_of_supply", part: total,
      whole: commodities.reduce(0) { $0 + payments[$1] }, headline: true)
    let earners = sam.accounts.indices.filter { sam.flow(from: margins, to: [$0]) != 0 }
    addRanked(
      .margins, "earned_by", amounts(earners) { sam.flow(from: margins, to: [$0]) },
      whole: sam.flow(from: margins, to: earners), headlines: 3)
    let rated = amounts(commodities.filter { payments[$0] > 0 }) {
      sam.flow(from: [$0], to: margins) / payments[$0]
    }
    addRanked(.margins, "share_of_purchase_price", rated, whole: 1, headlines: 3)
  }
}
