internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension BudgetAnswer {
  private static let columns: [(column: EffectColumn, heading: String)] = [
    (.gdpFactorCost, "GDP"), (.gdpFactorCostFixedAgriculture, "GDP,\nagric.\nfixed"),
    (.gdpDirectWages, "direct\nwages"), (.income, "income"),
    (.incomeBeyondTransfer, "income\nbeyond\ntransfer"),
    (.incomeBottom40, "poorest\n40%"), (.taxReturn, "tax\nback"),
    (.importLeakage, "imports"), (.savingLeakage, "saving"),
  ]

  private static func cells(_ line: Line) -> [Table.Cell] {
    [.number(line.outlay), .number(line.outlayPercentOfGDP)]
      + columns.map { .optional(line[$0.column]) }
      + [.optional(line.gdpPercentOfGDP), .optional(line.jobs)]
  }

  private static func row(_ line: Line, inTotal: Bool) -> [Table.Cell] {
    let programme = line.programme
    return [
      .optional(programme?.id), .optional(programme?.name),
      .optional(programme?.family.rawValue), .text(inTotal ? "yes" : "no"),
      .optional(programme?.outlay?.year), .optional(programme?.outlay?.evidence.rawValue),
    ] + cells(line)
  }

  private static func total(_ name: String, _ line: Line) -> [Table.Cell] {
    [.empty, .text(name), .empty, .empty, .empty, .empty] + cells(line)
  }

  /// What the outlays of a year do: each franc once, ranked programmes and those apart from them.
  func table(title: String, _ jobNotes: [String]) -> Table {
    Table(
      name: "budget", title: title,
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
        Table.Column("family", importance: .dataOnly),
        Table.Column("in_total", importance: .dataOnly),
        Table.Column("outlay_year", heading: "year"), Table.Column("evidence", importance: .extra),
        Table.Column("outlay", heading: "own\noutlay", decimals: 1),
        Table.Column("outlay_percent_of_gdp", heading: "% of\nGDP", decimals: 2),
      ]
        + Self.columns.map { Table.Column($0.column.id, heading: $0.heading, decimals: 1) }
        + [
          Table.Column("gdp_factor_cost_percent_of_gdp", heading: "GDP,\n% of\nGDP", decimals: 2),
          Table.Column("jobs", decimals: 0),
        ],
      rows: lines.map { Self.row($0, inTotal: true) }
        + apart.map { Self.row($0, inTotal: false) },
      sections: sections,
      notes: [
        "Each franc counts once: the outlay and the effects of a programme are less those of the "
          + "programmes inside it, so that the parts add to the whole. Effects are of existing demand, as if the outlay were taken away and nothing put in "
          + "its place; they say what hangs on the budget, not what more of it would do.",
        apart.isEmpty
          ? "Interest, saving schemes and tax cuts are not in it."
          : "Apart stands what hangs on assumptions about who gets it, such as interest: its rows "
            + "are ways of reading one outlay, and do not add. Tax cuts have no outlay.",
      ] + jobNotes)
  }

  private var sections: [Table.Section] {
    var sections = families.map { family, sum in
      Table.Section(
        family.title, rows: lines.indices.filter { lines[$0].programme?.family == family },
        summaries: [Self.total("= sum", sum)])
    }
    sections.append(
      Table.Section("Together", rows: [], summaries: [Self.total("= all", total)]))
    if !apart.isEmpty {
      sections.append(
        Table.Section(
          "Apart, and in no total", rows: Array(lines.count..<(lines.count + apart.count))))
    }
    return sections
  }
}
