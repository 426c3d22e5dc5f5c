internal import AccountMatrix
internal import Multipliers
internal import SAMFiles
internal import SpendingPolicy

extension Brief {
  /// Income by group of households.
  func gains(_ words: Words) throws(MultiplierModel.Failure) -> [Document.Block] {
    let gains = try HouseholdGains(comparison)
    guard let chart = Chart.householdBars(gains, words: words) else { return [] }
    return [.paragraph(words(.gainsIntroduction)), .figure(chart)]
      + (gains.richestSentence(words).map { [.paragraph($0)] } ?? [])
      + [.paragraph(words(.gainsNote))]
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

  /// How far the finding moves with the conditions.
  func sensitivity(_ words: Words) -> [Document.Block] {
    let contrasts = conditions.compactMap { $0.contrast(on: .gdpFactorCost) }
    guard let chart = Chart.forestPlot(contrasts, words: words) else { return [] }
    return [
      .paragraph(words(.sureIntroduction)), .figure(chart), .legend(words(.forestNote)),
    ]
      + (contrasts.contains { $0.band != nil }
        ? [.legend(words(.forestLegend)), .paragraph(words(.forestBands))] : [])
      + (backtest(words).map { [.paragraph($0)] } ?? [])
      + matrixChange(words)
  }

  /// How often the bands of another matrix hold the values of this one.
  private func backtest(_ words: Words) -> String? {
    let held = conditions.compactMap { condition -> String? in
      guard case .matrix(let name, nil) = condition.change,
        let test = comparison.backtest(by: condition)
      else { return nil }
      return words(
        .backtestOf,
        ["held": "\(test.held)", "count": "\(test.count)", "matrix": name])
    }
    return held.isEmpty ? nil : words(.backtest, ["held": words.list(held)])
  }

  /// The method in half a page.
  func methodBlocks(_ words: Words) -> [Document.Block] {
    [
      .paragraph(words(.methodMatrix)), .paragraph(words(.methodRounds)),
      .paragraph(words(.methodClosure, ["closure": closure(words)])),
      .paragraph(words(.methodSupply, ["supply": supply(words)])),
      .paragraph(words(.methodGDP)),
    ] + (draws.map { [.paragraph(words(.methodBands, ["draws": "\($0)"]))] } ?? [])
      + [.paragraph(words(.methodLiterature))]
  }

  /// The closure of the model in words.
  func closure(_ words: Words) -> String {
    let model = comparison.model
    var kind = words(model.settings.closure == .standard ? .closureStandard : .closureGiven)
    let unusual = model.endogenous.filter { $0.kind == .government || $0.kind == .savings }
    if !unusual.isEmpty {
      kind = words(
        .closureUpper, ["kind": kind, "accounts": words.list(unusual.map { $0.code })])
    }
    return words(
      .closureNames,
      ["accounts": model.exogenous.map { $0.code }.joined(separator: ", "), "kind": kind])
  }

  private func supply(_ words: Words) -> String {
    let response = comparison.model.settings.supply
    return response.isFree ? words(.supplyAll) : response.description
  }

  /// The matrix and its multipliers as pictures.
  func economy(_ words: Words) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if let chart = Chart.flowDiagram(comparison.model.sam, words: words) {
      blocks += [
        .paragraph(words(.economyIntroduction)), .legend(words(.economyLegend)), .figure(chart),
      ]
    }
    return blocks + [
      .figure(Chart.heatMap(comparison.model, words: words)), .paragraph(words(.heatMapNote)),
    ]
  }

  /// Published multipliers, each with what it counts.
  func publishedBlocks(_ words: Words) -> [Document.Block] {
    guard !publishedFigures.isEmpty else { return [.paragraph(words(.publishedNone))] }
    // A figure in another unit is no multiplier, and stands below the table in words.
    let unit = publishedFigures.first?.unit
    let multipliers = publishedFigures.filter { $0.unit == unit }
    let others = publishedFigures.filter { $0.unit != unit }.map { figure in
      words(
        .otherUnit,
        [
          "unit": figure.unit, "place": figure.place, "label": figure.label,
          "range": [figure.low, figure.central, figure.high].compactMap { $0?.shortest }
            .joined(separator: "–"), "source": figure.citation,
        ])
    }
    guard !multipliers.isEmpty else { return [] }
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
          rows: multipliers.map { figure in
            [
              .text(figure.place), .text(figure.label), .text(figure.scope),
              .text(figure.includesTransfer), .optional(figure.low), .optional(figure.central),
              .optional(figure.high), .text(figure.citation),
            ]
          }, notes: [words(.publishedNote)] + others)),
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
            "matrix": comparison.model.sam.caption, "closure": closure(words),
          ]))
    ]
  }
}
