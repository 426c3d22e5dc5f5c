internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Brief {
  /// The comparison: the chart of ranked bars, and the table.
  func comparisonBlocks(_ words: Words) -> [Document.Block] {
    [
      .paragraph(words(.comparisonIntroduction)),
      .figure(Chart.rankedBars(comparison, bands: bands, words: words)),
    ] + (bands.isEmpty ? [] : [.paragraph(words(.bandsNote))]) + [
      .table(comparisonTable(words))
    ]
  }

  private func comparisonTable(_ words: Words) -> Table {
    let free: Phrase = comparison.model.response.isFree ? .supplyFree : .supplyGiven
    let columns: [(EffectColumn, String)] = [
      (.gdpFactorCost, "GDP, " + words(free)),
      (.gdpFactorCostFixedAgriculture, words(.agricultureFixed)),
      (.turningResponse, words(.turnsAbove)), (.gdpDirectWages, words(.directWages)),
      (.incomeBeyondTransfer, words(.incomeBeyond)), (.incomeBottom40, words(.incomePoorest)),
      (.incomeRural, words(.incomeRural)), (.taxReturn, words(.taxBack)),
    ].filter { column, _ in
      comparison.rows.contains { ($0.effect.value(column) ?? 0) != 0 }
    }
    func cells(_ value: (EffectColumn) -> Double?) -> [Table.Cell] {
      columns.map { .optional(value($0.0)) }
    }
    func sorted(_ isWanted: (Programme) -> Bool) -> [Int] {
      comparison.rows.indices.filter { isWanted(comparison.rows[$0].programme) }.sorted {
        (-comparison.rows[$0].effect.gdpFactorCost, $0)
          < (-comparison.rows[$1].effect.gdpFactorCost, $1)
      }
    }
    var sections = Programme.Family.allCases.map { family in
      let average = columns.map { comparison.average(of: family, $0.0) }
      let title: Phrase = comparison.averagesAreWeighted ? .averageByOutlay : .averageSimple
      return Table.Section(
        words(family.phrase), rows: sorted { $0.isRanked && $0.family == family },
        summaries: average.contains { $0 != nil }
          ? [[.text(words(title)), .empty] + average.map(Table.Cell.optional)] : [])
    }
    sections.append(Table.Section(words(.notRanked), rows: sorted { !$0.isRanked }))
    return Table(
      name: "comparison", title: words(.comparisonTable),
      columns: [
        Table.Column("programme", heading: words(.programme)),
        Table.Column("evidence", heading: words(.evidence)),
      ] + columns.map { Table.Column($0.0.rawValue, heading: $0.1, decimals: 2) },
      rows: comparison.rows.map { row in
        [.text(row.programme.name), .text(row.programme.evidence.rawValue)]
          + cells { row.effect.value($0) }
      },
      sections: sections.filter { !$0.rows.isEmpty }, notes: comparisonNotes(words))
  }

  private func comparisonNotes(_ words: Words) -> [String] {
    var notes = [words(.fixedNote), words(.incomeNote), words(.evidenceNote)]
    for row in comparison.rows where !row.leakingAccounts.isEmpty {
      notes.append(
        words(
          .leaksNote,
          ["programme": row.programme.name, "accounts": words.list(row.leakingAccounts)]))
    }
    if comparison.averagesAreWeighted {
      notes += comparison.averages.map { average in
        words(
          .weightsNote,
          [
            "family": words(average.family.phrase),
            "weights": average.members.sorted { $0.weight > $1.weight }.map {
              "\($0.programme.name) \((100 * $0.weight).fixed(0))%"
            }.joined(separator: ", "),
          ])
      }
      notes.append(words(.insideNote))
    }
    if !comparison.omissions.isEmpty {
      notes.append(
        words(.omitted, ["programmes": words.list(comparison.omissions.map(\.programme.name))]))
    }
    return notes
  }

  /// Programmes, their evidence, what part of their money is assumed, and their outlays.
  func assumptions(_ words: Words) -> [Document.Block] {
    let unit = comparison.model.sam.unit
    return [
      .paragraph(words(.assumptionsIntroduction)),
      .table(
        Table(
          name: "assumptions", title: words(.assumptionsTable),
          columns: [
            Table.Column("programme", heading: words(.programme)),
            Table.Column("evidence", heading: words(.evidence)),
            Table.Column("assumed", heading: words(.assumedPart), decimals: 2),
            Table.Column("outlay", heading: "\(words(.outlay)), \(unit)", decimals: 1),
            Table.Column("year", heading: words(.year)),
            Table.Column("sources", heading: words(.sources)),
          ],
          rows: comparison.rows.map(\.programme).map { programme in
            let assumed = programme.shares.filter { $0.evidence == .assumed }
            let sources = programme.shares.map(\.source) + [programme.outlay?.source ?? ""]
            return [
              .text(programme.name), .text(programme.evidence.rawValue),
              .number(assumed.reduce(0) { $0 + $1.fraction }),
              .optional(
                programme.outlay.map { $0.amount * $0.unit.scale.factor / unit.scale.factor }),
              .optional(programme.outlay?.year),
              .text(sources.filter { !$0.isEmpty }.uniqued.joined(separator: ", ")),
            ]
          })),
    ]
  }
}
