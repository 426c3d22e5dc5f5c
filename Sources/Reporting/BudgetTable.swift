internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  func budgetTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let model = try context.model()
    let comparison = try comparison(
      of: try programmes(among: context.programmes), in: model, context)
    var apart: [BudgetEffect] = []
    for programme in try all("apart").isEmpty
      ? [] : programmes(among: comparison.rows.map(\.programme), named: "apart")
    {
      let line = comparison.effectOfOutlay(of: programme.id)
      guard let line, !programme.isRanked else {
        throw Diagnostic(
          "'\(programme.id)' cannot stand apart from the budget",
          at: all("apart").first { $0.value == programme.id }?.place,
          remedy: line == nil
            ? "It has no outlay; give it one in SAM/programmes/outlays.csv"
            : "It is a part of the budget; name one that is not ranked")
      }
      apart.append(line)
    }
    return [
      comparison.budgetTable(
        title: title, percentOf: try amount(model.sam) * 100, apart: apart,
        jobs: try jobs(comparison, context),
        jobNotes: context.employment.map {
          ComparisonAdditions.notes(on: $0, outputOf: model.sam.year)
        } ?? [])
    ]
  }
}

extension Programme {
  /// The name, with a mark where the vector is assumed.
  var markedName: String { name + (evidence == .assumed ? " *" : "") }

  /// What the mark means; `nil` where no programme has it.
  static func assumedNote(among programmes: [Programme]) -> String? {
    programmes.contains { $0.evidence == .assumed }
      ? "* assumed: a fifth or more of the franc goes where nobody has published that it goes; "
        + "read it as a sensitivity case." : nil
  }
}

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

  /// What the outlays of a year do: each franc once, ranked programmes and those apart from them.
  func budgetTable(
    title: String, percentOf gdp: Double, apart: [BudgetEffect], jobs: [ProgrammeJobs]?,
    jobNotes: [String]
  ) -> Table {
    let budget = self.budget
    let lines = budget + apart
    let billion = 1e9 / model.sam.unit.scale.factor
    func sum(_ values: [Double?]) -> Double? {
      values.contains(nil) ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
    }
    func jobsOf(_ line: BudgetEffect) -> Double? {
      guard let jobs, let p = rows.firstIndex(where: { $0.programme.id == line.programme.id })
      else { return nil }
      return jobs[p].perBillion * line.outlay / billion
    }
    func cells(
      _ outlay: Double, _ jobs: Double?, _ value: (EffectColumn) -> Double?
    ) -> [Table.Cell] {
      [.number(outlay), .number(100 * outlay / gdp)]
        + Self.budgetColumns.map { column, _ in .optional(value(column)) }
        + [.optional(value(.gdpFactorCost).map { 100 * $0 / gdp }), .optional(jobs)]
    }
    func total(_ name: String, of lines: [BudgetEffect]) -> [Table.Cell] {
      [.empty, .text(name), .empty, .empty, .empty, .empty]
        + cells(lines.reduce(0) { $0 + $1.outlay }, sum(lines.map(jobsOf))) { column in
          sum(lines.map { $0.total(column) })
        }
    }
    return Table(
      name: "budget", title: "\(title), \(model.sam.unit)",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
        Table.Column("family", importance: .dataOnly),
        Table.Column("in_total", importance: .dataOnly),
        Table.Column("outlay_year", heading: "year"), Table.Column("evidence", importance: .extra),
        Table.Column("outlay", heading: "own\noutlay", decimals: 1),
        Table.Column("outlay_percent_of_gdp", heading: "% of\nGDP", decimals: 2),
      ]
        + Self.budgetColumns.map { Table.Column($0.rawValue, heading: $1, decimals: 1) }
        + [
          Table.Column("gdp_factor_cost_percent_of_gdp", heading: "GDP,\n% of\nGDP", decimals: 2),
          Table.Column("jobs", decimals: 0),
        ],
      rows: lines.enumerated().map { i, line in
        [
          .text(line.programme.id), .text(line.programme.name),
          .text(line.programme.family.rawValue), .text(i < budget.count ? "yes" : "no"),
          .optional(line.programme.outlay?.year),
          .optional(line.programme.outlay?.evidence.rawValue),
        ] + cells(line.outlay, jobsOf(line), line.total)
      },
      sections: (Programme.Family.allCases.map { family in
        let own = budget.indices.filter { lines[$0].programme.family == family }
        return Table.Section(
          family.title, rows: own, summaries: [total("= sum", of: own.map { lines[$0] })])
      } + [
        Table.Section("Together", rows: [], summaries: [total("= all", of: budget)]),
        Table.Section("Apart, and in no total", rows: Array(budget.count..<lines.count)),
      ]).filter { !$0.rows.isEmpty || $0.title == "Together" },
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
}
