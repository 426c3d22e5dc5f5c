internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Comparison {
  /// The two averages under each scarcity, as agriculture meets less of the demand, and as
  /// agriculture and services do; empty without both averages.
  ///
  /// - Throws: `Failure.model`.
  func scarcityTables(factor: Double) throws(Failure) -> [Table] {
    guard let base = try averageGDP(under: model.settings.supply) else { return [] }
    let words = Words(language: .english, currency: nil)
    var rows = [
      Self.row([.text("as in the first column")], base, factor)
    ]
    for (scarcity, supply) in Scarcity.all(for: model) {
      if let gdp = try averageGDP(under: supply) {
        rows.append(Self.row([.text(scarcity.name(words))], gdp, factor))
      }
    }
    var tables = [
      Table(
        name: "scarcity", title: "Which scarcity decides: the averages by what is scarce",
        columns: [Table.Column("scarce")] + Self.averageColumns, rows: rows,
        notes: [
          "Every group of activities is limited in turn, meeting half of the demand or none; then "
            + "the activity that makes most of what is invested, skilled labour and land (an "
            + "activity responds by 1 less their share of its value added), all groups, and pairs. "
            + "What is not met leaks: output is fixed with perfect substitutes from abroad at an "
            + "unchanged price, which is no floor. " + Verdict.marginSentence
        ])
    ]
    let groups = Scarcity.groupsOfCurves(in: model.sam)
    guard !groups.isEmpty else { return tables }
    tables.append(
      Self.table(
        "response-curve", "The averages as agriculture meets more of the demand", [groups[0]],
        try averageGDP(varying: [groups[0]], over: Scarcity.tenths), factor))
    if groups.count > 1 {
      tables.append(
        Self.table(
          "triangle", "The averages as agriculture and services meet more of the demand", groups,
          try averageGDP(varying: groups, over: [0, 0.25, 0.5, 0.75, 1]), factor))
    }
    return tables
  }

  /// Which of the two does more where one thing alone is scarce; `nil` without both averages.
  ///
  /// - Throws: `Failure.model`.
  func scarcitySentence() throws(Failure) -> String? {
    let words = Words(language: .english, currency: nil)
    var names: (protection: [String], others: [String], neither: [String]) = ([], [], [])
    for (scarcity, supply) in Scarcity.all(for: model) where scarcity.isOne {
      guard let gdp = try averageGDP(under: supply) else { return nil }
      let name = scarcity.name(words)
      switch Verdict.order(gdp.protection, gdp.others) {
      case true?: names.protection.append(name)
      case false?: names.others.append(name)
      case nil: names.neither.append(name)
      }
    }
    let parts = [
      ("social protection does more", names.protection),
      ("other public spending does more", names.others), ("neither does", names.neither),
    ].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    return "By what alone is scarce: "
      + parts.map { "\($0.0) under \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
      + ". The table 'scarcity' has pairs too. Human capital, prices and who pays are not counted "
      + "unless they are said to be."
  }

  private static var averageColumns: [Table.Column] {
    [
      Table.Column("social_protection", heading: "social\nprotection", decimals: 2),
      Table.Column("other_public_spending", heading: "other\nspending", decimals: 2),
      Table.Column("difference", decimals: 2), Table.Column("more"),
    ]
  }

  private static func row(
    _ head: [Table.Cell], _ gdp: AverageGDP, _ factor: Double
  ) -> [Table.Cell] {
    let order = Verdict.order(gdp.protection, gdp.others)
    let shown = gdp.times(factor)
    return head + [
      .number(shown.protection), .number(shown.others), .number(shown.difference),
      .text(order.map { $0 ? "social-protection" : "other-public-spending" } ?? "neither"),
    ]
  }

  private static func table(
    _ name: String, _ title: String, _ groups: [String],
    _ points: [(shares: [Double], gdp: AverageGDP)], _ factor: Double
  ) -> Table {
    Table(
      name: name, title: title,
      columns: groups.map { Table.Column("\($0)_response", heading: $0, decimals: 2) }
        + averageColumns,
      rows: points.map { point in
        row(point.shares.map { .number($0) }, point.gdp, factor)
      })
  }
}
