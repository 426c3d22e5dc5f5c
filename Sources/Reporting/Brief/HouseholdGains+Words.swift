internal import AccountMatrix
internal import SpendingPolicy

extension HouseholdGains.Panel {
  /// What is spent, in words.
  func title(_ words: Words) -> String {
    switch spending {
    case .average(let family): words(.averageOf, ["family": words(family.phrase)])
    case .programme(let programme): programme.name
    }
  }
}

extension HouseholdGains {
  /// The name of a bar.
  func label(of bar: Bar, _ words: Words) -> String {
    switch bar.quintile {
    case 1?: words(.poorestFifth)
    case 5?: words(.richestFifth)
    case let quintile?: String(quintile)
    case nil: bar.members.first.map { groups[$0.group].name } ?? ""
    }
  }

  /// Whether the richest fifth receives the largest part of the income, of both kinds or of one.
  func richestSentence(_ words: Words) -> String? {
    func percent(_ family: Programme.Family) -> String? {
      partOfRichest(family).map { (100 * $0).fixed(0) }
    }
    func one(_ family: Programme.Family, _ percent: String) -> String {
      words(.richestOne, ["family": words(family.phrase), "percent": percent])
    }
    switch (percent(.socialProtection), percent(.otherPublicSpending)) {
    case (let protection?, let others?):
      return words(.richestBoth, ["protection": protection, "others": others])
    case (let protection?, nil): return one(.socialProtection, protection)
    case (nil, let others?): return one(.otherPublicSpending, others)
    case (nil, nil): return nil
    }
  }

  /// Income of every group by kind of spending.
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
          [.text(panel.title(words)), .text(group.code), .text(group.name), .number(income)]
        }
      })
  }
}
