internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Brief {
  /// The comparison: the chart of ranked bars, and the table.
  func comparisonBlocks(_ words: Words) -> [Document.Block] {
    [
      .paragraph(words(.comparisonIntroduction)),
      .figure(Chart.rankedBars(comparison, bands: bands, words: words)),
    ]
      + (bands.isEmpty
        ? [] : [.legend(words(.bandsLegend)), .paragraph(words(.bandsNote))])
      + [.table(comparisonTable(words))]
  }

  /// A column of the table of programmes.
  private struct ComparisonColumn {
    let id: String
    let heading: String
    var decimals = 2
    /// The value of a programme by its position.
    let value: (Int) -> Double?
    let average: (Programme.Family) -> Double?
  }

  private func comparisonColumns(_ words: Words) -> [ComparisonColumn] {
    let free: Phrase = comparison.model.settings.supply.isFree ? .supplyFree : .supplyGiven
    func effect(_ column: EffectColumn, _ heading: String) -> ComparisonColumn {
      ComparisonColumn(
        id: column.rawValue, heading: heading,
        value: { comparison.rows[$0].effect[column] },
        average: { comparison.average(of: $0, column) })
    }
    let jobColumn = ComparisonColumn(
      id: "jobs_per_billion", heading: words(.jobsPerBillion), decimals: 0,
      value: { jobs.isEmpty ? nil : jobs[$0].perBillion },
      average: { family in
        jobs.isEmpty ? nil : comparison.mean(of: family) { jobs[$0].perBillion }
      })
    return [
      effect(.gdpFactorCost, words(.gdpWith, ["supply": words(free)])),
      effect(.gdpFactorCostFixedAgriculture, words(.agricultureFixed)),
      effect(.turningResponse, words(.turnsAt)), effect(.gdpDirectWages, words(.directWages)),
      effect(.gdpWithPay, words(.gdpWithPay)),
      effect(.incomeBeyondTransfer, words(.incomeBeyond)),
      effect(.incomeBottom40, words(.incomePoorest)), effect(.incomeRural, words(.incomeRural)),
      jobColumn, effect(.taxReturn, words(.taxBack)), effect(.importLeakage, words(.imports)),
      effect(.savingLeakage, words(.saving)), effect(.otherLeakage, words(.otherLeaks)),
    ].filter { column in
      let isPay = column.id == EffectColumn.gdpWithPay.id
      return comparison.rows.indices.contains { p in
        isPay
          ? comparison.rows[p].effect.gdpDirectWages != 0 : (column.value(p) ?? 0) != 0
      }
    }
  }

  private func comparisonTable(_ words: Words) -> Table {
    let columns = comparisonColumns(words)
    func sorted(_ isWanted: (Programme) -> Bool) -> [Int] {
      comparison.rows.indices.filter { isWanted(comparison.rows[$0].programme) }.sorted {
        (-comparison.rows[$0].effect.gdpWithPay, $0)
          < (-comparison.rows[$1].effect.gdpWithPay, $1)
      }
    }
    var sections = Programme.Family.allCases.map { family in
      let average = columns.map { $0.average(family) }
      let title: Phrase = comparison.averagesAreWeighted ? .averageByOutlay : .averageSimple
      return Table.Section(
        words(family.phrase), rows: sorted { $0.isRanked && $0.family == family },
        summaries: average.contains { $0 != nil }
          ? [[.text(words(title)), .empty] + average.map(Table.Cell.optional)] : [])
    }
    sections += [
      Table.Section(words(.archetypes), rows: sorted { $0.isArchetype }),
      Table.Section(words(.notRanked), rows: sorted { !$0.isRanked && !$0.isArchetype }),
    ]
    return Table(
      name: "comparison", title: words(.comparisonTable),
      columns: [
        Table.Column("programme", heading: words(.programme)),
        Table.Column("evidence", heading: words(.evidence)),
      ] + columns.map { Table.Column($0.id, heading: $0.heading, decimals: $0.decimals) },
      rows: comparison.rows.indices.map { p in
        let programme = comparison.rows[p].programme
        return [.text(programme.name), .text(words(programme.evidence.phrase))]
          + columns.map { .optional($0.value(p)) }
      },
      sections: sections.filter { !$0.rows.isEmpty },
      notes: comparisonNotes(columns.map { $0.id }, words))
  }

  private func jobsNotes(_ words: Words) -> [String] {
    guard let survey, !jobs.isEmpty else { return [] }
    var notes = [words(.jobsNote, ["source": survey.source])]
    if let year = survey.year, let output = comparison.model.sam.year, year != output {
      notes.append(words(.jobsOfAnotherYear, ["year": "\(year)", "output": "\(output)"]))
    }
    return notes
  }

  private func comparisonNotes(_ columns: [String], _ words: Words) -> [String] {
    var notes = [words(.gdpNote)]
    if columns.contains(EffectColumn.turningResponse.rawValue) { notes.append(words(.turnsNote)) }
    notes.append(words(.incomeNote))
    if columns.contains(EffectColumn.gdpDirectWages.rawValue) { notes.append(words(.wagesNote)) }
    notes.append(words(.orderNote))
    if let beside = comparison.payBesideTransfers {
      notes.append(
        words(
          .payNote,
          [
            "pay": beside.pay.name, "payEffect": beside.payEffect.fixed(2),
            "transfer": beside.transfer.name, "transferEffect": beside.transferEffect.fixed(2),
          ]))
    }
    notes += jobsNotes(words)
    notes.append(words(.evidenceNote))
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
        words(.omitted, ["programmes": words.list(comparison.omissions.map { $0.programme.name })]))
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
          rows: comparison.rows.map { $0.programme }.map { programme in
            let sources = programme.shares.map { $0.source } + [programme.outlay?.source ?? ""]
            return [
              .text(programme.name), .text(words(programme.evidence.phrase)),
              .number(programme.fraction(known: .assumed)),
              .optional(programme.outlay?.amount(in: unit)),
              .optional(programme.outlay?.year),
              .text(sources.filter { !$0.isEmpty }.uniqued.joined(separator: ", ")),
            ]
          }
        ).withoutEmptyColumns),
    ]
  }
}

extension Programme.Evidence {
  /// The evidence in a word.
  var phrase: Phrase {
    switch self {
    case .published: .evidencePublished
    case .derived: .evidenceDerived
    case .assumed: .evidenceAssumed
    case .archetype: .evidenceArchetype
    }
  }
}

extension Table {
  /// The table without columns that hold nothing.
  fileprivate var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { column in
      rows.contains { $0[column] != .empty && $0[column] != .text("") }
    }
    return Table(
      name: name, title: title, columns: kept.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } }, notes: notes)
  }
}
