internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Verdict {
  /// The verdict in a word or two, for a column.
  var word: String {
    switch self {
    case .always(true): "more in all"
    case .always(false): "less in all"
    case .above, .below: "turns"
    case .depends(let names, _): names.isEmpty ? "not more" : "more in some"
    case .indistinguishable: "no difference"
    }
  }
}

extension Comparison {
  private static let budgetColumns: [(EffectColumn, String)] = [
    (.gdpFactorCost, "GDP"), (.gdpFactorCostFixedAgriculture, "GDP,\nagric.\nfixed"),
    (.gdpDirectWages, "direct\nwages"), (.income, "income"),
    (.incomeBeyondTransfer, "income\nbeyond\ntransfer"),
    (.incomeBottom40, "poorest\n40%"), (.taxReturn, "tax\nback"),
    (.importLeakage, "imports"), (.savingLeakage, "saving"),
  ]

  /// What the outlays of a year do: each franc once, ranked programmes and those named.
  func budgetTable(title: String, percentOf gdp: Double) -> Table {
    let lines = budget
    let total = lines.reduce(0) { $0 + $1.outlay }
    func sum(_ column: EffectColumn) -> Double? {
      let values = lines.map { $0.total(column) }
      return values.contains(nil) ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
    }
    func cells(_ outlay: Double, _ value: (EffectColumn) -> Double?) -> [Table.Cell] {
      [.number(outlay), .number(100 * outlay / gdp)]
        + Self.budgetColumns.map { column, _ in .optional(value(column)) }
        + [.optional(value(.gdpFactorCost).map { 100 * $0 / gdp })]
    }
    return Table(
      name: "budget", title: "\(title), \(model.sam.unit)",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
        Table.Column("family", importance: .dataOnly),
        Table.Column("outlay_year", heading: "year"), Table.Column("evidence", importance: .extra),
        Table.Column("outlay", heading: "own\noutlay", decimals: 1),
        Table.Column("outlay_percent_of_gdp", heading: "% of\nGDP", decimals: 2),
      ]
        + Self.budgetColumns.map {
          Table.Column($0.rawValue, heading: $1, decimals: 1, importance: .useful)
        }
        + [
          Table.Column("gdp_factor_cost_percent_of_gdp", heading: "GDP,\n% of\nGDP", decimals: 2)
        ],
      rows: lines.map { line in
        [
          .text(line.programme.id), .text(line.programme.name),
          .text(line.programme.family.rawValue), .optional(line.programme.outlay?.year),
          .optional(line.programme.outlay?.evidence.rawValue),
        ] + cells(line.outlay, line.total)
      },
      sections: Programme.Family.allCases.compactMap { family in
        let own = lines.indices.filter { lines[$0].programme.family == family }
        return own.isEmpty ? nil : Table.Section(family.title, rows: own)
      } + [
        Table.Section(
          "Together", rows: [],
          summaries: [[.empty, .text("= all"), .empty, .empty, .empty] + cells(total, sum)])
      ],
      notes: [
        "Each franc counts once: the outlay of a programme is less those of programmes inside it. "
          + "Effects are of existing demand, as if the outlay were taken away and nothing put in "
          + "its place; they say what hangs on the budget, not what more of it would do. Interest, saving schemes and tax cuts "
          + "are apart, and not in it."
      ])
  }
}
