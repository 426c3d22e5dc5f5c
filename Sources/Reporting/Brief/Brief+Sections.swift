internal import AccountMatrix
internal import Multipliers
internal import SAMFiles
internal import SpendingPolicy

extension Brief {
  /// Income by group of households.
  func gains(_ words: Words) throws(MultiplierModel.Failure) -> [Document.Block] {
    let gains = try HouseholdGains(comparison, words: words)
    guard let chart = Chart.householdBars(gains, words: words) else { return [] }
    return [
      .paragraph(words(.gainsIntroduction)), .figure(chart), .paragraph(words(.gainsNote)),
    ]
  }

  /// Where the money ends, round by round and by which ways.
  func leakages(_ words: Words) throws(MultiplierModel.Failure) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .paragraph(words(.leakagesIntroduction)),
      .figure(Chart.leakageBars(comparison, words: words)),
    ]
    if let chart = try Chart.roundBars(comparison, words: words) {
      blocks += [.paragraph(words(.roundsIntroduction)), .figure(chart)]
    }
    if let chart = Chart.pathBars(comparison, words: words) {
      blocks += [.paragraph(words(.pathsIntroduction)), .figure(chart)]
    }
    return blocks
  }

  /// What the multipliers are net of a tax that pays for the spending.
  func financingBlocks(_ words: Words) -> [Document.Block] {
    var blocks: [Document.Block] = [.paragraph(words(.financingNone))]
    let families: [Programme.Family] = [.socialProtection, .otherPublicSpending]
    let averages = families.compactMap { family in
      comparison.average(of: family, .gdpFactorCost).map { (family: family, gdp: $0) }
    }
    let taxes = comparison.rows.filter { $0.programme.family == .tax }
    if !taxes.isEmpty, !averages.isEmpty {
      blocks.append(.paragraph(words(.financingTaxes)))
      blocks.append(
        .table(
          Table(
            name: "financing", title: words(.financingTable),
            columns: [
              Table.Column("family", heading: words(.family)),
              Table.Column("unfinanced", heading: words(.grantOrBorrowing), decimals: 2),
            ]
              + taxes.map {
                Table.Column(
                  $0.programme.id, heading: words(.netOf, ["tax": $0.programme.name]), decimals: 2)
              },
            rows: averages.map { average in
              [.text(words(average.family.phrase)), .number(average.gdp)]
                + taxes.map { .number(average.gdp - $0.effect.gdpFactorCost) }
            })))
    }
    blocks += financing.map(Document.Block.table)
    let back = families.compactMap { comparison.average(of: $0, .taxReturn)?.fixed(2) }
    if back.count == 2 {
      blocks.append(
        .paragraph(words(.financingNote, ["protection": back[0], "others": back[1]])))
    }
    return blocks
  }

  /// How far the finding moves with the conditions.
  func sensitivity(_ words: Words) -> [Document.Block] {
    let contrasts = Contrast.all(conditions, on: .gdpFactorCost, words: words)
    guard let chart = Chart.tornado(contrasts, words: words) else { return [] }
    return [
      .paragraph(words(.sureIntroduction)), .figure(chart), .paragraph(words(.tornadoNote)),
    ]
  }

  /// The method in half a page.
  func methodBlocks(_ words: Words) -> [Document.Block] {
    [
      .paragraph(words(.methodMatrix)), .paragraph(words(.methodRounds)),
      .paragraph(words(.methodClosure, ["closure": comparison.model.closureSentence])),
      .paragraph(words(.methodSupply, ["supply": comparison.model.response.description])),
      .paragraph(words(.methodGDP)), .paragraph(words(.methodLiterature)),
    ]
  }

  /// The matrix and its multipliers as pictures.
  func economy(_ words: Words) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if let chart = Chart.flowDiagram(comparison.model.sam, words: words) {
      blocks += [.paragraph(words(.economyIntroduction)), .figure(chart)]
    }
    return blocks + [
      .figure(Chart.heatMap(comparison.model, words: words)), .paragraph(words(.heatMapNote)),
    ]
  }

  /// Published multipliers, each with what it counts.
  func publishedBlocks(_ words: Words) -> [Document.Block] {
    guard !publishedFigures.isEmpty else { return [] }
    return [
      .paragraph(words(.publishedIntroduction)),
      .table(
        Table(
          name: "published", title: words(.publishedTable),
          columns: [
            Table.Column("place", heading: words(.place)),
            Table.Column("counts", heading: words(.whatCounts)),
            Table.Column("scope", heading: words(.scope)),
            Table.Column("includes_transfer", heading: words(.transferInside)),
            Table.Column("low", heading: words(.lowest), decimals: 2),
            Table.Column("central", heading: words(.central), decimals: 2),
            Table.Column("high", heading: words(.highest), decimals: 2),
            Table.Column("source", heading: words(.sources)),
          ],
          rows: publishedFigures.map { figure in
            [
              .text(figure.place), .text("\(figure.label) (\(figure.unit))"), .text(figure.scope),
              .text(figure.includesTransfer), .optional(figure.low), .optional(figure.central),
              .optional(figure.high), .text(figure.source),
            ]
          }, notes: [words(.publishedNote)])),
    ]
  }

  /// The sources that tables name.
  func sourceBlocks(_ words: Words) -> [Document.Block] {
    let matrix = comparison.model.sam.caption
    return [.paragraph(matrix + ".")]
      + (sources.isEmpty
        ? []
        : [
          .definitions(
            sources.map { source in
              (
                term: source.id,
                meaning: source.citation
                  + (source.address.isEmpty ? "" : ". \(source.address)")
              )
            })
        ])
  }

  /// The command, the version and the checksums.
  func reproduction(_ words: Words) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .paragraph(words(.reproduceIntroduction, ["version": version])), .code(command),
    ]
    if !files.isEmpty {
      blocks.append(
        .table(
          Table(
            name: "files", title: words(.filesTable),
            columns: [
              Table.Column("file", heading: words(.file)),
              Table.Column("sha256", heading: words(.checksum)),
            ], rows: files.map { [.text($0.name), .text($0.checksum)] },
            notes: [words(.checksumNote)])))
    }
    return command.isEmpty && files.isEmpty ? [] : blocks
  }

  /// How to cite the brief.
  func citation(_ words: Words) -> [Document.Block] {
    let hasProtection = comparison.rows.contains { $0.programme.family == .socialProtection }
    return [
      .paragraph(
        words(
          .citeText,
          [
            "title": words(hasProtection ? Phrase.title : .titlePlain), "version": version,
            "matrix": comparison.model.sam.caption, "closure": comparison.model.closureSentence,
          ]))
    ]
  }
}
