internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
package import SpendingPolicy

extension UncertaintyResult {
  /// Bands of every programme, measure and scenario, and the chance that one programme beats another.
  ///
  /// - Parameters:
  ///   - names: scenarios in words, by identifier.
  ///   - notes: what a reader must know beside the standing notes.
  /// - Throws: `LookupFailure` for a vintage that the run does not have.
  package func report(
    command: String = "uncertainty", facts: [Report.Fact] = [], names: [String: String] = [:],
    vintages: [String] = [], notes: [String] = [], supplements: [Table] = []
  ) throws(LookupFailure) -> Report {
    let across = try acrossMatrices(
      base: bands.first { !vintages.contains($0.scenario) }?.scenario ?? "", vintages: vintages)
    let notes = (across.isEmpty ? [] : [Self.backtestSentence(across, names)]) + notes
    return Report(
      command: command,
      facts: facts + [
        Report.Fact("draws", String(done)), Report.Fact("seed", String(seed)),
      ],
      tables: [bandTable(names: names, notes: notes)],
      supplements: [rankingTable] + (across.isEmpty ? [] : [Self.acrossTable(across)])
        + supplements)
  }

  /// How often the band of another matrix held the value of this one.
  private static func backtestSentence(
    _ across: [AcrossMatrices], _ names: [String: String]
  ) -> String {
    let scenarios = across.flatMap { $0.held.map { $0.scenario } }.uniqued
    let parts = scenarios.map { scenario in
      let tried = across.compactMap { one in one.held.first { $0.scenario == scenario } }
      return "\(tried.count { $0.isHeld }) of \(tried.count) (\(names[scenario] ?? scenario))"
    }
    return "Backtest: the bands of another matrix hold the values of this one for "
      + parts.joined(separator: ", ")
      + ". Bands are of this matrix; the table 'across' has those across matrices, with the spread "
      + "between them. The order of two programmes is told by their drawn difference (table "
      + "'ranking'), not by whether their bands overlap."
  }

  private static func acrossTable(_ across: [AcrossMatrices]) -> Table {
    let scenarios = across.flatMap { $0.held.map { $0.scenario } }.uniqued
    return Table(
      name: "across", title: "Bands of this matrix, and across matrices: GDP at factor cost",
      columns: [
        Table.Column("programme"), Table.Column("point", decimals: 2),
        Table.Column("low", heading: "5%", decimals: 2),
        Table.Column("high", heading: "95%", decimals: 2),
        Table.Column("deviation_between", heading: "deviation\nbetween", decimals: 3),
        Table.Column("across_low", heading: "across,\n5%", decimals: 2),
        Table.Column("across_high", heading: "across,\n95%", decimals: 2),
      ]
        + scenarios.map {
          Table.Column("held_\($0)", heading: $0.replacing("-", with: "\n"), importance: .useful)
        },
      rows: across.map { one in
        [
          .text(one.programme), .number(one.point), .number(one.band.lowerBound),
          .number(one.band.upperBound), .number(one.deviation), .number(one.across.lowerBound),
          .number(one.across.upperBound),
        ]
          + scenarios.map { scenario in
            .optional(one.held.first { $0.scenario == scenario }.map { $0.isHeld ? "yes" : "no" })
          }
      },
      notes: [
        "deviation between: of the point values of the matrices. held: whether the band of that matrix "
          + "holds the value of this one."
      ])
  }

  /// The accounts that have no grade, or one without error.
  var heldNotes: [String] {
    guard let held = notDrawn?.accounts, !held.isEmpty else { return [] }
    return ["Not drawn, for want of a grade with an error: \(held.joined(separator: ", "))."]
  }

  private func bandTable(names: [String: String], notes: [String]) -> Table {
    // Where none is ranked, as of archetypes, all are shown.
    let duellists = Set(duels.flatMap { [$0.programme, $0.other] })
    let ranked = duellists.isEmpty ? Set(bands.map { $0.programme }) : duellists
    let scenarios = bands.map { $0.scenario }.uniqued
    let gdp = [EffectColumn.gdpFactorCost.rawValue, Indicator.realGDPFactorCost.rawValue]
    let shown = bands.indices.filter {
      gdp.contains(bands[$0].measure) && ranked.contains(bands[$0].programme)
    }
    var sections: [Table.Section] = []
    for scenario in scenarios {
      let rows = shown.filter {
        bands[$0].scenario == scenario
          && (scenario == scenarios.first || bands[$0].programme.hasPrefix("average:"))
      }
      sections.append(Table.Section(names[scenario] ?? scenario, rows: rows))
    }
    return Table(
      name: "uncertainty",
      title: "How sure: GDP at factor cost per franc, \(done) draws for each scenario",
      columns: [
        Table.Column("programme"), Table.Column("measure", importance: .dataOnly),
        Table.Column("scenario", importance: .dataOnly), Table.Column("point", decimals: 2),
        Table.Column("mean", decimals: 2), Table.Column("p05", heading: "5%", decimals: 2),
        Table.Column("median", decimals: 2), Table.Column("p95", heading: "95%", decimals: 2),
      ],
      rows: bands.map { band in
        [
          .text(band.programme), .text(band.measure), .text(band.scenario), .number(band.point),
          .number(band.mean), .number(band.percentile(0.05)), .number(band.percentile(0.5)),
          .number(band.percentile(0.95)),
        ]
      }, sections: sections,
      notes: [
        "Sensitivity bands, not confidence intervals: spending shares of each account and the "
          + "vectors of programmes are drawn around their values, with errors that this project "
          + "assumed by the kind of their source (SAM/uncertainty); the vectors of assumed "
          + "programmes vary most.",
        "Scenarios are structural choices, each with a band of its own; they are not pooled. All "
          + "programmes share one draw of the matrix. Other measures, all programmes in all "
          + "scenarios, and the table 'ranking' stand in CSV and JSON.",
      ] + heldNotes + notes)
  }

  private var rankingTable: Table {
    Table(
      name: "ranking", title: "The chance that one programme does more for GDP than another",
      columns: [
        Table.Column("programme"), Table.Column("other"), Table.Column("scenario"),
        Table.Column("probability", decimals: 3),
        Table.Column("difference_p05", heading: "difference\n5%", decimals: 3),
        Table.Column("difference_p95", heading: "difference\n95%", decimals: 3),
      ],
      rows: duels.flatMap { duel -> [[Table.Cell]] in
        [(duel.programme, duel.other, duel.odds), (duel.other, duel.programme, duel.oddsOfOther)]
          .map { one, other, odds in
            [
              .text(one), .text(other), .text(duel.scenario), .number(odds.probability),
              .number(odds.low), .number(odds.high),
            ]
          }
      },
      notes: [
        "Within one scenario, by GDP at factor cost; the same draws of the matrix for both. "
          + "difference: the first less the second, per franc."
      ])
  }
}
