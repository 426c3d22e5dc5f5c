internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

/// Income of each household group per unit of money, for a few kinds of spending.
struct HouseholdGains {
  /// A kind of spending, and the income of each group per unit of money.
  struct Panel {
    let title: String
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

  /// The averages of both families, and of each the programme that gives most to the poorest
  /// 40 per cent; without averages up to four programmes.
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
    for (title, injection) in Self.spending(comparison, words) {
      let response = try model.response(to: injection, exogenousReceivers: true)
      panels.append(
        Panel(title: title, incomes: accounts.map { response.change(of: $0.code) }))
    }
    self.panels = panels
  }

  private static func spending(
    _ comparison: Comparison, _ words: Words
  ) -> [(String, Injection)] {
    let averages = comparison.averages.filter { $0.family != .tax }.map { average in
      (
        words(.averageOf, ["family": words(average.family.phrase)]),
        Injection(
          average.members.flatMap { member in
            member.programme.shares.map { ($0.account, $0.fraction * member.weight) }
          })
      )
    }
    let ranked = comparison.rows.filter { $0.programme.isRanked && $0.programme.family != .tax }
    guard averages.count == 2 else {
      return ranked.prefix(4).map { ($0.programme.name, $0.programme.injection()) }
    }
    let best = Programme.Family.allCases.compactMap { family in
      ranked.filter { $0.programme.family == family && $0.effect.incomeBottom40 != nil }
        .max { ($0.effect.incomeBottom40 ?? 0) < ($1.effect.incomeBottom40 ?? 0) }
    }
    return averages + best.map { ($0.programme.name, $0.programme.injection()) }
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
