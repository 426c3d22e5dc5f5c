internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

/// Income of each household group per unit of money, for a few kinds of spending.
struct HouseholdGains {
  /// A kind of spending, and the income of each group per unit of money.
  struct Panel {
    let title: String
    /// The kind of spending that it is the average of, if it is one.
    let family: Programme.Family?
    let incomes: [Double]
  }

  /// A bar of the chart: one group, or the rural and the urban group of a quintile.
  struct Bar {
    let label: String
    let members: [(group: Int, isUrban: Bool)]
  }

  /// The household accounts that respond.
  let groups: [Account]
  let panels: [Panel]
  let bars: [Bar]
  let hasAreas: Bool

  /// The averages of both families, and of each that has several programmes the one that gives most
  /// to the poorest 40 per cent; where there is one family only, up to four programmes.
  init(_ comparison: Comparison, words: Words) throws(MultiplierModel.Failure) {
    let model = comparison.model
    groups = model.endogenous.filter { $0.kind == .household }
    hasAreas = !groups.isEmpty && groups.allSatisfy { $0.area != nil && $0.quintile != nil }
    let accounts = groups
    if hasAreas {
      bars = (1...5).map { quintile in
        let label =
          quintile == 1
          ? words(.poorestFifth) : quintile == 5 ? words(.richestFifth) : "\(quintile)"
        return Bar(
          label: label,
          members: accounts.indices.filter { accounts[$0].quintile == quintile }.map {
            ($0, accounts[$0].area == .urban)
          })
      }.filter { !$0.members.isEmpty }
    } else {
      bars = accounts.indices.map { Bar(label: accounts[$0].name, members: [($0, false)]) }
    }
    var panels: [Panel] = []
    for (title, family, injection) in Self.spending(comparison, words) {
      let response = try model.response(to: injection, exogenousReceivers: true)
      panels.append(
        Panel(
          title: title, family: family,
          incomes: try accounts.map { account throws(MultiplierModel.Failure) in
            try response.change(of: account.code)
          }))
    }
    self.panels = panels
  }

  private static func spending(
    _ comparison: Comparison, _ words: Words
  ) -> [(String, Programme.Family?, Injection)] {
    func alone(_ row: Comparison.Row) -> (String, Programme.Family?, Injection) {
      (row.programme.name, nil, row.programme.injection())
    }
    let ranked = comparison.rows.filter { $0.programme.isRanked && $0.programme.family != .tax }
    let families = Programme.Family.allCases.filter { family in
      ranked.contains { $0.programme.family == family }
    }
    guard families.count == 2 else { return ranked.prefix(4).map(alone) }
    let averages = families.map { family -> (String, Programme.Family?, Injection) in
      let weights = comparison.weights(of: family)
      let shares = comparison.rows.map(\.programme).flatMap { programme in
        (weights[programme.id] ?? 0) == 0
          ? []
          : programme.shares.map { ($0.account, $0.fraction * (weights[programme.id] ?? 0)) }
      }
      return (words(.averageOf, ["family": words(family.phrase)]), family, Injection(shares))
    }
    let best = families.compactMap { family -> Comparison.Row? in
      let members = ranked.filter { $0.programme.family == family }
      return members.count < 2
        ? nil
        : members.filter { $0.effect.incomeBottom40 != nil }
          .max { ($0.effect.incomeBottom40 ?? 0) < ($1.effect.incomeBottom40 ?? 0) }
    }
    return averages + best.map(alone)
  }

  /// The part of the income that the richest fifth receives, where no other fifth receives as much.
  private func partOfRichest(in panel: Panel) -> Double? {
    guard groups.allSatisfy({ $0.quintile != nil }) else { return nil }
    let fifths = (1...5).map { quintile in
      zip(groups, panel.incomes).reduce(0) { $0 + ($1.0.quintile == quintile ? $1.1 : 0) }
    }
    let (richest, total) = (fifths[4], fifths.reduce(0, +))
    let isLargest = fifths.dropLast().allSatisfy { Verdict.order(richest, $0) == true }
    return isLargest && total > 0 ? richest / total : nil
  }

  /// Whether the richest fifth receives the largest part of the income, of both kinds or of one.
  func richestSentence(_ words: Words) -> String? {
    func percent(_ family: Programme.Family) -> String? {
      panels.first { $0.family == family }.flatMap(partOfRichest).map { (100 * $0).fixed(0) }
    }
    switch (percent(.socialProtection), percent(.otherPublicSpending)) {
    case (let one?, let two?):
      return words(.richestBoth, ["protection": one, "others": two])
    case (let one?, nil):
      return words(
        .richestOne, ["family": words(Programme.Family.socialProtection.phrase), "percent": one])
    case (nil, let two?):
      return words(
        .richestOne,
        ["family": words(Programme.Family.otherPublicSpending.phrase), "percent": two])
    case (nil, nil): return nil
    }
  }

  func table(_ words: Words) -> Table {
    Table(
      name: "households", title: words(.householdsTitle),
      columns: [
        Table.Column("spending", heading: words(.spending)),
        Table.Column("account", heading: words(.account)),
        Table.Column("group", heading: words(.householdGroup)),
        Table.Column("income", heading: words(.incomePerMoney), decimals: 2),
      ],
      rows: panels.flatMap { panel in
        zip(groups, panel.incomes).map { group, income in
          [.text(panel.title), .text(group.code), .text(group.name), .number(income)]
        }
      })
  }
}
