internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension PerFrancAnswer {
  private typealias Layout = (
    column: EffectColumn, heading: String, importance: Table.Column.Importance
  )

  private static let columns: [Layout] = [
    (.turningResponse, "turns\nat", .essential),
    (.gdpDirectWages, "direct\nwages", .essential), (.gdpMarketPrices, "market\nprices", .dataOnly),
    (.output, "output", .essential), (.income, "income", .essential),
    (.incomeBeyondTransfer, "beyond\ntransfer", .essential),
    (.incomeBottom40, "poorest\n40%", .essential), (.taxReturn, "tax\nback", .essential),
    (.importLeakage, "imports", .essential), (.savingLeakage, "saving", .essential),
    (.otherLeakage, "other\nleaks", .essential), (.leakageTotal, "all\nleaks", .dataOnly),
  ]

  /// What a franc of each programme does, under each supply with its band.
  func table(title: String, _ jobNotes: [String]) -> Table {
    let verdicts = verdicts
    let rows = first.rows.enumerated().map { p, row -> [Table.Cell] in
      let programme = row.programme
      return [
        .text(programme.id), .text(programme.name), .text(programme.markedName),
        .text(programme.family.rawValue),
        .text(programme.evidence.rawValue), .text(programme.isRanked ? "yes" : "no"),
      ]
        + gdpCells(bands(of: programme)) { $0.rows[p].effect.gdpFactorCost }
        + [.optional(verdicts[p]?.word)]
        + Self.columns.map { .optional(row.effect[$0.column]) }
        + [
          .optional(jobs?[p].perBillion), .optional(jobs?[p].perBillionFixedAgriculture),
          .optional(row.effect.turning?.word),
        ]
    }
    let sections = first.sections { average in
      [.empty, .empty, .text("= average by outlay"), .empty, .empty, .empty]
        + gdpCells(bands(of: average.family)) {
          $0.average(of: average.family)?.values[.gdpFactorCost]
        }
        + [.empty] + Self.columns.map { .optional(average.values[$0.column]) }
        + [
          .optional(first.mean(in: average) { jobs?[$0].perBillion }),
          .optional(first.mean(in: average) { jobs?[$0].perBillionFixedAgriculture }),
          .optional(average.turning?.word),
        ]
    }
    return Table(
      name: "programmes", title: title, columns: tableColumns, rows: rows, sections: sections,
      notes: [
        order?.sentence(
          "social protection on average", "other public spending on average", measure: "GDP"),
        first.otherMeasures(jobs),
      ].compactMap { $0 } + notes + jobNotes)
  }

  private func gdpCells(
    _ bands: [UncertaintyResult.Band?], _ value: (Comparison) -> Double?
  ) -> [Table.Cell] {
    zip(cases, bands).flatMap { one, band -> [Table.Cell] in
      [
        .optional(value(one.comparison)), .optional(band?.percentile(0.05)),
        .optional(band?.percentile(0.95)),
      ]
    }
  }

  private var tableColumns: [Table.Column] {
    [
      Table.Column("programme", importance: .dataOnly),
      Table.Column("name", importance: .dataOnly),
      Table.Column("marked", heading: "programme", importance: .label),
      Table.Column("family", importance: .dataOnly),
      Table.Column("evidence", importance: .dataOnly),
      Table.Column("ranked", importance: .dataOnly),
    ]
      + cases.flatMap { one in
        [
          Table.Column("gdp:\(one.supply.id)", heading: "GDP,\n\(one.supply.heading)", decimals: 2),
          Table.Column("low:\(one.supply.id)", heading: "low\n5%", decimals: 2),
          Table.Column("high:\(one.supply.id)", heading: "high\n95%", decimals: 2),
        ]
      } + [Table.Column("verdict")]
      + Self.columns.map {
        Table.Column($0.column.id, heading: $0.heading, decimals: 2, importance: $0.importance)
      }
      + [
        Table.Column("jobs_per_billion", heading: "jobs\nper\nbillion", decimals: 0),
        Table.Column(
          "jobs_per_billion_fixed_agriculture", heading: "jobs,\nagric.\nfixed", decimals: 0),
        Table.Column("turning", importance: .dataOnly),
      ]
  }

  private var notes: [String] {
    [
      "GDP: at factor cost, what activities, commodities and margins pay to factors, per franc, "
        + "where supply is: " + cases.map { $0.supply.name }.joined(separator: "; ")
        + ". All other columns are under the first of these, but for 'jobs, agric. fixed', which "
        + "is with the output of agriculture fixed. "
        + "'direct wages' is pay that a programme itself gives to workers; it is not in that GDP. "
        + "'income' contains what a programme pays to households; 'beyond transfer' does not. "
        + "'turns at': the share of demand met by agriculture at which the programme does as much for "
        + "GDP as the average of other public spending; in files 'turning' says on which side of it "
        + "the programme does more. "
        + "Averages are weighted by outlay; the table 'weights' of the comparison has the weights.",
      "'verdict': by this GDP, direct wages left out, against the average of other public "
        + "spending under each of these supplies, without bands. 'more in some': more under some "
        + "and not under others; 'not more': less under some, no difference under others. "
        + Verdict.marginSentence,
      Programme.assumedNote(among: first.rows.map { $0.programme }),
      bands.map {
        "low, high: 5th and 95th percentile over \($0.draws) draws of spending shares and programme "
          + "vectors (SAM/uncertainty); supply is not drawn, it is a condition."
      },
    ].compactMap { $0 }
  }
}

extension NamedSupply {
  /// A heading of few letters.
  fileprivate var heading: String {
    switch name {
    case "agriculture=0": "agric.\nfixed"
    case "agriculture=0.5": "agric.\nhalf"
    default: response.isFree ? "supply\nfree" : name.replacing(",", with: ",\n")
    }
  }
}

extension Comparison {
  /// What the two families do on average by other measures than GDP; `nil` without both averages.
  fileprivate func otherMeasures(_ jobs: [ProgrammeJobs]?) -> String? {
    guard let protection = average(of: .socialProtection),
      let others = average(of: .otherPublicSpending)
    else { return nil }
    var parts: [String] = []
    func add(_ name: String, _ decimals: Int, _ value: (FamilyAverage) -> Double?) {
      guard let a = value(protection), let b = value(others) else { return }
      parts.append("\(name) \(a.fixed(decimals)) and \(b.fixed(decimals))")
    }
    add("income of the poorest 40 per cent", 2) { $0.values[.incomeBottom40] }
    add("jobs per billion", 0) { self.mean(in: $0) { jobs?[$0].perBillion } }
    add("with agriculture fixed", 0) {
      self.mean(in: $0) { jobs?[$0].perBillionFixedAgriculture }
    }
    return parts.isEmpty
      ? nil
      : "By other measures, social protection and other public spending on average: "
        + parts.joined(separator: ", ") + "."
  }
}
