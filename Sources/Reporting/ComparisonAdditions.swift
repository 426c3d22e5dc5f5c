public import AccountMatrix
public import Multipliers
public import SpendingPolicy

extension ComparisonAdditions {
  /// The note that benefits in kind and hired workers need.
  public static let kindNote =
    "In files 'income_with_kind' and 'income_bottom40_with_kind' add care, lessons and meals at their "
    + "cost to the income of those who receive them, as adjusted disposable income does, by the "
    + "incidence keys of SAM/distribution/in-kind.csv; collective services are in no income. "
    + "'direct_jobs_per_billion': person-years of those whom a programme hires itself; they are not "
    + "among the jobs supported."

  /// The notes that jobs of a survey need; one more where the output is that of another year.
  public static func notes(on employment: Employment, outputOf year: Int? = nil) -> [String] {
    [yearNote(employment, outputOf: year)].compactMap { $0 } + [
      "Jobs are job-equivalents supported at average productivity: output that rises, times the "
        + "jobs per unit of marketed output. They are not people newly hired, and workers whom a "
        + "programme hires itself are not among them. Source: \(employment.source).",
      "The survey counts those who work for pay or profit and leaves out producers of foodstuff "
        + "mainly for own use, so produce that households keep is in no denominator and supports "
        + "no job.",
    ]
  }
}

extension ComparisonAdditions {
  /// What a reader must know of jobs that are of another year than output; `nil` if they are not.
  static func yearNote(_ employment: Employment, outputOf year: Int?) -> String? {
    guard let counted = employment.year, let year, counted != year else { return nil }
    return "Jobs of \(counted) are set against output of \(year): they are off by as much as the "
      + "number of jobs has changed between the two."
  }
}

extension Comparison {
  /// The comparison as a report with further columns.
  ///
  /// - Throws: `Diagnostic` if the amount needs a GDP that the matrix does not have.
  public func report(
    per amount: InjectedAmount = .franc, adding additions: ComparisonAdditions,
    remarks: [String] = []
  ) throws(Diagnostic) -> Report {
    var report = try report(per: amount, remarks: additions.notes + remarks)
    let factor = try injected(amount)
    report.tables = report.tables.map { table in
      table.name == "compare" ? adding(additions, factor: factor, to: table) : table
    }
    report.overview = report.tables + report.tables.prefix(1).map(outcomes)
    return report.spoken(in: model.sam.unit)
  }

  /// Jobs and leakages of ranked programmes, which a terminal has no room for beside GDP.
  private func outcomes(_ table: Table) -> Table {
    let shown = [
      "name", "output", "income", "income_beyond_transfer", "income_bottom40",
      "jobs_per_billion", "jobs_per_billion_fixed_agriculture", "tax_return", "import_leakage",
      "saving_leakage", "other_leakage", "leakage_total",
    ]
    let positions = shown.compactMap { id in
      table.columns.firstIndex {
        $0.id == id && (id == "leakage_total" || $0.importance != .dataOnly)
      }
    }
    func part(_ row: [Table.Cell]) -> [Table.Cell] { positions.map { row[$0] } }
    return Table(
      name: "outcomes", title: "The same: income, jobs, and where the money ends",
      columns: positions.map { position in
        var column = table.columns[position]
        column.importance = .essential
        return column
      },
      rows: table.rows.map(part),
      sections: table.sections.filter { !$0.summaries.isEmpty || averages.isEmpty }.map {
        Table.Section($0.title, rows: $0.rows, summaries: $0.summaries.map(part))
      },
      notes: [
        "'jobs, agric. fixed': with the output of agriculture fixed.",
        financingEffect == nil
          ? "All leaks add to what is spent"
            + (displacedEarnings > 0 ? ", less the earnings that workers give up elsewhere" : "")
            + ": tax that comes back, imports, saving, and the rest (demand that is not met, "
            + "contributions to schemes, fees, income and transfers abroad)."
          : "Leaks are less those of the money where it came from.",
      ])
  }

  private func adding(
    _ additions: ComparisonAdditions, factor: Double, to table: Table
  ) -> Table {
    let measures = measures(of: additions, factor: factor)
    var table = table
    // Files keep the order in which columns were added to them.
    let after = EffectColumn.leakageTotal.id
    var early = table.columns.firstIndex { $0.id == after }.map { $0 + 1 } ?? table.columns.count
    for measure in measures {
      let place = measure.isLate ? table.columns.count : early
      let isKnown = rows.indices.contains { measure.value($0) != nil }
      table.columns.insert(
        Table.Column(
          measure.id, heading: measure.heading, decimals: measure.decimals,
          importance: isKnown ? measure.importance : .dataOnly), at: place)
      for p in rows.indices { table.rows[p].insert(.optional(measure.value(p)), at: place) }
      for s in table.sections.indices where !table.sections[s].summaries.isEmpty {
        let average = averages.first { $0.family.title == table.sections[s].title }
        let value = measure.isAveraged ? average.flatMap { mean(in: $0, of: measure.value) } : nil
        for k in table.sections[s].summaries.indices {
          table.sections[s].summaries[k].insert(.optional(value), at: place)
        }
      }
      early += 1
    }
    return table
  }

  private struct Addition {
    let id: String
    let heading: String
    var decimals = 0
    var importance = Table.Column.Importance.extra
    var isAveraged = true
    var isLate = false
    let value: (Int) -> Double?
  }

  private func measures(
    of additions: ComparisonAdditions, factor: Double
  ) -> [Addition] {
    let jobs = additions.jobs
    let bands = rows.map { row in
      additions.bands.first { $0.programme == row.programme.id }?.times(factor)
    }
    return [
      Addition(id: "jobs_per_billion", heading: "jobs\nper\nbillion", importance: .useful) {
        jobs?[$0].perBillion
      },
      Addition(id: "jobs_women", heading: "jobs,\nwomen") { jobs?[$0].womenPerBillion },
      Addition(id: "jobs_informal", heading: "jobs,\ninformal") { jobs?[$0].informalPerBillion },
      Addition(
        id: "low", heading: "GDP,\nlow\n5%", decimals: 2, importance: .essential,
        isAveraged: false
      ) { bands[$0]?.low },
      Addition(
        id: "high", heading: "GDP,\nhigh\n95%", decimals: 2, importance: .essential,
        isAveraged: false
      ) { bands[$0]?.high },
      Addition(
        id: "jobs_per_billion_fixed_agriculture", heading: "jobs,\nagric.\nfixed",
        importance: .useful
      ) { jobs?[$0].perBillionFixedAgriculture },
      Addition(
        id: "income_with_kind", heading: "income\nwith\nkind", decimals: 2, isLate: true
      ) { p in additions.incomeWithKind?[p]?.times(factor).all },
      Addition(
        id: "income_bottom40_with_kind", heading: "poorest\n40%, with\nkind", decimals: 2,
        importance: .useful, isLate: true
      ) { p in additions.incomeWithKind?[p]?.times(factor).poor },
      Addition(
        id: "direct_jobs_per_billion", heading: "hired,\nper\nbillion", isLate: true
      ) { p in additions.directJobsPerBillion?[p] },
    ]
  }
}
