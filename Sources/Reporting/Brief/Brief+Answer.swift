internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Brief {
  /// The answer before anything else: one sentence with its matrix and condition, one number with its
  /// range, the size, and what would turn it.
  func answer(_ contrasts: [Comparison.Contrast], _ words: Words) -> [Document.Block] {
    guard let base = contrasts.first else { return [] }
    func range(_ value: (Comparison.Contrast) -> Double) -> String {
      let span = contrasts.span(value)
      return "\(span.low.fixed(2))–\(span.high.fixed(2))"
    }
    let order: Phrase =
      switch base.order {
      case .protectionMore: .answerProtection
      case .othersMore: .answerOthers
      case .same: .answerSame
      }
    var sentences = [
      words(
        .answerDepends,
        [
          "matrix": matrixName,
          "condition": base.condition.name(words).lowercasedFirst,
          "order": words(order),
        ])
    ]
    let turning = contrasts.dropFirst().filter {
      $0.condition.isOneScarcity && $0.order != base.order && $0.order != .same
    }
    if contrasts.contains(where: { $0.condition.isOneScarcity }) {
      sentences.append(
        turning.isEmpty
          ? words(.answerOnly)
          : words(
            .answerTurns,
            ["conditions": turning.map { $0.condition.name(words) }.joined(separator: "; ")]))
    }
    var number = words(
      .answerNumber,
      [
        "protection": base.protection.fixed(2), "others": base.others.fixed(2),
        "count": "\(contrasts.count)", "protectionRange": range { $0.protection },
        "othersRange": range { $0.others },
      ])
    if let band = base.band {
      number +=
        " "
        + words(
          .answerBands, ["low": band.lowerBound.signed(2), "high": band.upperBound.signed(2)])
    }
    return [
      .lead(sentences.joined(separator: " ")), .paragraph(number),
    ] + (size(words).map { [.paragraph($0)] } ?? [])
  }

  /// What is spent on social protection, and its part of GDP.
  private func size(_ words: Words) -> String? {
    let sam = comparison.model.sam
    guard let average = comparison.average(of: .socialProtection),
      let percent = average.outlayPercentOfGDP(of: sam)
    else { return nil }
    let ours = words(
      .answerSize,
      [
        "outlay": average.countedOutlay(in: sam.unit).fixed(1), "unit": sam.unit.description,
        "percent": percent.fixed(2),
      ])
    guard let published = publishedSize else { return ours }
    return ours + " "
      + words(
        .answerPublishedSize,
        [
          "gdp": published.gdp, "gdpYear": published.gdpYear, "budget": published.budget,
          "budgetYear": published.budgetYear,
        ])
  }

  /// The name of an account, or its code where the matrix has no name for it.
  private func name(of code: String) -> String {
    guard let account = try? comparison.model.sam.account(code), !account.name.isEmpty else {
      return code
    }
    return account.name
  }

  /// Figures that are doubted by name, beside those that two matrices contradict each other on.
  private func doubtBlocks(_ words: Words) -> [Document.Block] {
    doubts.isEmpty
      ? []
      : [
        .paragraph(
          words(
            .namedDoubts,
            [
              "doubts": doubts.map { "\(name(of: $0.account)): \($0.doubt)" }.joined(
                separator: "; ")
            ]))
      ]
  }

  /// What changed between the newest other matrix among the conditions and this one.
  func matrixChange(_ words: Words) -> [Document.Block] {
    for condition in conditions {
      guard case .matrix(let name, nil) = condition.change,
        let change = MatrixChange(to: comparison, from: condition.comparison)
      else { continue }
      let now = comparison.model.sam.year.map(String.init) ?? matrixName
      let doubts = change.doubts
      return [
        .paragraph(words(.changedIntroduction, ["from": name])),
        .table(stepTable(change, from: name, to: now, words)),
        .table(moverTable(change, from: name, to: now, words)),
      ]
        + (doubts.isEmpty
          ? []
          : [
            .paragraph(words(.doubts, ["names": words.list(doubts.map { $0.name })]))
          ]) + doubtBlocks(words)
    }
    return doubtBlocks(words)
  }

  private func stepTable(
    _ change: MatrixChange, from: String, to: String, _ words: Words
  ) -> Table {
    Table(
      name: "matrix-change", title: words(.changedTable, ["from": from, "to": to]),
      columns: [
        Table.Column("columns", heading: words(.step)),
        Table.Column("social_protection", heading: words(.socialProtection), decimals: 2),
        Table.Column("other_public_spending", heading: words(.otherSpending), decimals: 2),
        Table.Column("difference", heading: words(.difference), decimals: 2),
      ],
      rows: change.steps.map { step in
        let name: Phrase =
          switch step.kind {
          case .start: .stepStart
          case .households: .stepHouseholds
          case .commodities: .stepCommodities
          case .activities: .stepActivities
          case .others: .stepOthers
          }
        return [
          .text(words(name, ["from": from])), .number(step.gdp.protection),
          .number(step.gdp.others), .number(step.gdp.difference),
        ]
      }, notes: [words(.changedNote)])
  }

  private func moverTable(
    _ change: MatrixChange, from: String, to: String, _ words: Words
  ) -> Table {
    Table(
      name: "matrix-movers", title: words(.moversTable),
      columns: [
        Table.Column("commodity", heading: words(.commodity)),
        Table.Column("change", heading: words(.withoutIt), decimals: 3),
        Table.Column("imports_before", heading: words(.importsBefore, ["from": from]), decimals: 2),
        Table.Column("imports_now", heading: words(.importsNow, ["to": to]), decimals: 2),
      ],
      rows: change.movers.prefix(8).map { mover in
        [
          .text(mover.commodity.name.isEmpty ? mover.commodity.code : mover.commodity.name),
          .number(mover.change), .number(mover.imports.before), .number(mover.imports.now),
        ]
      }, notes: [words(.moversNote, ["from": from])])
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
