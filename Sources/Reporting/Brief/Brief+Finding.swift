internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Brief {
  /// The finding with its conditions; each claim holds under all conditions, or names those it
  /// holds under.
  func finding(_ words: Words) -> [Document.Block] {
    let gdp = conditions.compactMap { $0.contrast(on: .gdpFactorCost) }
    var blocks: [Document.Block] =
      answer(gdp, words) + [.paragraph(words(.question, ["matrix": matrixName]))]
    guard !gdp.isEmpty else {
      let isOfArchetypes = comparison.rows.allSatisfy { $0.programme.isArchetype }
      return blocks + [.lead(words(isOfArchetypes ? .archetypesOnly : .oneFamily))]
        + leaders(words).map(Document.Block.paragraph)
    }
    blocks.append(.paragraph(verdict(gdp, words)))
    if let scarcity = scarcitySentence(gdp, words) { blocks.append(.paragraph(scarcity)) }
    blocks.append(.paragraph(words(.ranges, ranges(gdp, words))))
    if let turn = turningSentence(words) { blocks.append(.paragraph(turn)) }
    if let plausible = plausibleSentence(words) { blocks.append(.paragraph(plausible)) }
    let poorest = conditions.compactMap { $0.contrast(on: .incomeBottom40) }
    if poorest.count == gdp.count {
      let passage: Passage =
        switch poorest.orders {
        case [.protectionMore]: .poorestAlwaysProtection
        case [.othersMore]: .poorestAlwaysOthers
        case [.same]: .poorestNeverApart
        default: .poorestDepends
        }
      let beyond = [Programme.Family.socialProtection, .otherPublicSpending]
        .compactMap { comparison.poorestBeyondTransfers(of: $0)?.fixed(3) }
      blocks.append(
        .lead(
          words(passage, ranges(poorest, words))
            + (beyond.count == 2
              ? " " + words(.poorestBeyond, ["protection": beyond[0], "others": beyond[1]]) : "")))
    }
    blocks.append(.table(conditionsTable(gdp, words)))
    if let spread = spread(words) { blocks.append(.paragraph(spread)) }
    blocks += leaders(words).map(Document.Block.paragraph)
    blocks.append(.paragraph(evidenceSentence(words)))
    if let year = yearOfProgrammes {
      blocks.append(.paragraph(words(.programmesOfAnotherYear, ["year": "\(year)"])))
    }
    return blocks
  }

  /// Which average is larger, under which conditions.
  private func verdict(_ contrasts: [Comparison.Contrast], _ words: Words) -> String {
    func named(_ order: Comparison.Contrast.Order) -> [String] {
      contrasts.of(order).map { $0.condition.name(words) }
    }
    let count = String(contrasts.count)
    if contrasts.count == 1, let only = contrasts.first {
      let passage: Passage =
        switch only.order {
        case .protectionMore: .oneProtection
        case .othersMore: .oneOthers
        case .same: .oneSame
        }
      return words(passage) + " " + words(.oneCondition)
    }
    var sentences: [String]
    switch contrasts.orders {
    case [.protectionMore]: sentences = [words(.alwaysProtection, ["count": count])]
    case [.othersMore]: sentences = [words(.alwaysOthers, ["count": count])]
    case [.same]: sentences = [words(.neverApart, ["count": count])]
    default:
      let opening: Passage =
        named(.protectionMore).isEmpty
        ? .neverProtection : named(.othersMore).isEmpty ? .neverOthers : .depends
      sentences = [words(opening, ["count": count])]
      let orders: [(Comparison.Contrast.Order, Passage)] = [
        (.protectionMore, .underProtection), (.othersMore, .underOthers), (.same, .underSame),
      ]
      for (order, passage) in orders where !named(order).isEmpty {
        sentences.append(words(passage, ["conditions": named(order).joined(separator: "; ")]))
      }
    }
    return sentences.joined(separator: " ")
  }

  /// Which scarcity decides the order, read off the conditions in which one group alone is limited.
  private func scarcitySentence(_ contrasts: [Comparison.Contrast], _ words: Words) -> String? {
    DecidingScarcity(contrasts).map { deciding in
      let parts: [(Passage, [String])] = [
        (.scarcityProtection, deciding.protection), (.scarcityOthers, deciding.others),
        (.scarcityNeither, deciding.neither),
      ]
      let opening: Passage? =
        deciding.decides ? .scarcityDecides : deciding.turnsNothing ? .scarcityNot : nil
      return
        ((opening.map { [words($0)] } ?? [])
        + parts.filter { !$0.1.isEmpty }.map {
          words($0.0, ["groups": $0.1.joined(separator: words(.orIn))])
        })
        .joined(separator: " ")
    }
  }

  private func ranges(
    _ contrasts: [Comparison.Contrast], _ words: Words
  ) -> KeyValuePairs<String, String> {
    func range(_ value: (Comparison.Contrast) -> Double) -> String {
      let span = contrasts.span(value)
      let (low, high) = (span.low.fixed(2), span.high.fixed(2))
      return low == high ? low : "\(low)–\(high)"
    }
    return ["protection": range { $0.protection }, "others": range { $0.others }]
  }

  /// Which response of agriculture prices and harvests make plausible.
  private func plausibleSentence(_ words: Words) -> String? {
    guard let estimate = supplyEstimate,
      !comparison.model.sam.activities(inGroup: AccountSelector.agriculture).isEmpty
    else { return nil }
    let reading: Passage =
      switch estimate.reading {
      case .nearerToFixed: .plausibleFixed
      case .nearerToFree: .plausibleFree
      case .open: .plausibleOpen
      }
    return words(
      .plausible,
      [
        "slope": estimate.slope.fixed(2), "error": estimate.standardError.fixed(2),
        "first": "\(estimate.years.lowerBound)", "last": "\(estimate.years.upperBound)",
        "source": estimate.citation,
      ]) + " " + words(reading)
  }

  /// Where the order of the averages turns with the supply of agriculture.
  private func turningSentence(_ words: Words) -> String? {
    switch comparison.averageTurn {
    case .above(let share): words(.turns, ["percent": (100 * share).fixed(0)])
    case .below(let share): words(.turnsBelow, ["percent": (100 * share).fixed(0)])
    case .always: words(.turnAlways)
    case .never: words(.noTurn)
    case nil: nil
    }
  }

  /// How far single programmes lie apart, where that is more than the averages do.
  private func spread(_ words: Words) -> String? {
    comparison.spreadBeyondAverages.map { spread in
      func value(_ row: Comparison.Row) -> String { row.effect.gdpFactorCost.fixed(2) }
      return words(
        .spread,
        [
          "low": value(spread.protection.low), "lowest": spread.protection.low.programme.name,
          "high": value(spread.protection.high), "highest": spread.protection.high.programme.name,
          "otherLow": value(spread.others.low), "otherLowest": spread.others.low.programme.name,
          "otherHigh": value(spread.others.high),
          "otherHighest": spread.others.high.programme.name,
        ])
    }
  }

  /// For each family the programme that adds most to GDP, and under which conditions.
  private func leaders(_ words: Words) -> [String] {
    Programme.Family.allCases.filter { $0 != .tax }.compactMap { family in
      guard let leadership = Comparison.Leadership(of: family, under: conditions) else {
        return nil
      }
      guard !leadership.leaders.isEmpty else {
        return words(.leaderNever, ["family": words(family.phrase)])
      }
      if let first = leadership.alwaysFirst {
        return words(
          .leaderAlways,
          [
            "family": words(family.phrase), "programme": first.name,
            "evidence": words(first.evidence.phrase),
          ])
      }
      let leaders = leadership.leaders.map { programme, conditions in
        words(
          .leader,
          [
            "programme": programme.name, "evidence": words(programme.evidence.phrase),
            "conditions": conditions.map { $0.name(words) }.joined(separator: "; "),
          ])
      }
      let told = words(
        .leaderDepends, ["family": words(family.phrase), "leaders": words.list(leaders)])
      return leadership.open == 0
        ? told
        : told + " "
          + words(
            .leaderOpen,
            ["open": String(leadership.open), "count": String(leadership.count)])
    }
  }

  private func evidenceSentence(_ words: Words) -> String {
    let ranked = comparison.rows.filter { $0.programme.isRanked && $0.programme.family != .tax }
    let assumed = ranked.count { $0.programme.evidence == .assumed }
    return assumed == 0
      ? words(.assumedNone)
      : words(.assumedCount, ["assumed": String(assumed), "count": String(ranked.count)])
  }

  private func conditionsTable(_ contrasts: [Comparison.Contrast], _ words: Words) -> Table {
    let hasBands = contrasts.contains { $0.band != nil }
    return Table(
      name: "conditions", title: words(.conditionsTable),
      columns: [
        Table.Column("condition", heading: words(.condition)),
        Table.Column("more", heading: words(.whichMore)),
        Table.Column("social_protection", heading: words(.socialProtection), decimals: 2),
        Table.Column("other_public_spending", heading: words(.otherSpending), decimals: 2),
        Table.Column("difference", heading: words(.difference), decimals: 2),
      ],
      rows: contrasts.map { contrast in
        let verdict: Phrase =
          switch contrast.order {
          case .protectionMore: .verdictProtection
          case .othersMore: .verdictOthers
          case .same: .verdictSame
          }
        return [
          .text(contrast.condition.name(words)), .text(words(verdict)),
          .number(contrast.protection), .number(contrast.others), .number(contrast.difference),
        ]
      },
      notes: [
        words(.conditionsNote), words(hasBands ? Passage.indistinctBands : .indistinct),
      ] + (comparison.averagesAreWeighted ? [] : [words(.simpleAverages)]))
  }
}
