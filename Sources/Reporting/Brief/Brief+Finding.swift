internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Brief {
  /// The finding with its conditions; each claim holds under all conditions, or names those it
  /// holds under.
  func finding(_ words: Words) -> [Document.Block] {
    let gdp = Contrast.all(conditions, on: .gdpFactorCost, words: words)
    var blocks: [Document.Block] = [
      .paragraph(words(.question, ["matrix": matrixName]))
    ]
    guard !gdp.isEmpty else {
      return blocks + [.lead(words(.oneFamily))] + leaders(words).map(Document.Block.paragraph)
    }
    blocks.append(.lead(verdict(gdp, words)))
    blocks.append(.paragraph(words(.ranges, ranges(gdp, words))))
    if let turn = turningSentence(words) { blocks.append(.paragraph(turn)) }
    let poorest = Contrast.all(conditions, on: .incomeBottom40, words: words)
    if poorest.count == gdp.count {
      let passage: Passage =
        switch Set(poorest.map(\.order)) {
        case [.protectionMore]: .poorestAlwaysProtection
        case [.othersMore]: .poorestAlwaysOthers
        case [.same]: .poorestNeverApart
        default: .poorestDepends
        }
      blocks.append(.lead(words(passage, ranges(poorest, words))))
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
  private func verdict(_ contrasts: [Contrast], _ words: Words) -> String {
    func named(_ order: Contrast.Order) -> [String] {
      contrasts.filter { $0.order == order }.map(\.name)
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
    switch Set(contrasts.map(\.order)) {
    case [.protectionMore]: sentences = [words(.alwaysProtection, ["count": count])]
    case [.othersMore]: sentences = [words(.alwaysOthers, ["count": count])]
    case [.same]: sentences = [words(.neverApart, ["count": count])]
    default:
      let opening: Passage =
        named(.protectionMore).isEmpty
        ? .neverProtection : named(.othersMore).isEmpty ? .neverOthers : .depends
      sentences = [words(opening, ["count": count])]
      let orders: [(Contrast.Order, Passage)] = [
        (.protectionMore, .underProtection), (.othersMore, .underOthers), (.same, .underSame),
      ]
      for (order, passage) in orders where !named(order).isEmpty {
        sentences.append(words(passage, ["conditions": named(order).joined(separator: "; ")]))
      }
    }
    return sentences.joined(separator: " ")
  }

  private func ranges(
    _ contrasts: [Contrast], _ words: Words
  ) -> KeyValuePairs<String, String> {
    func range(_ values: [Double]) -> String {
      let (low, high) = ((values.min() ?? 0).fixed(2), (values.max() ?? 0).fixed(2))
      return low == high ? low : "\(low)–\(high)"
    }
    return [
      "protection": range(contrasts.map(\.protection)), "others": range(contrasts.map(\.others)),
    ]
  }

  /// Where the order of the averages turns with the supply of agriculture.
  private func turningSentence(_ words: Words) -> String? {
    guard comparison.averagesAreWeighted,
      let protection = comparison.averages.first(where: { $0.family == .socialProtection }),
      let others = comparison.averages.first(where: { $0.family == .otherPublicSpending })
    else { return nil }
    if let turn = protection.values[.turningResponse] {
      return words(.turns, ["percent": (100 * turn).fixed(0)])
    }
    guard let fixed = protection.values[.gdpFactorCostFixedAgriculture],
      let othersFixed = others.values[.gdpFactorCostFixedAgriculture], fixed < othersFixed,
      let free = protection.values[.gdpFactorCost], let othersFree = others.values[.gdpFactorCost],
      free < othersFree, comparison.model.settings.supply.isFree
    else { return nil }
    return words(.noTurn)
  }

  /// How far single programmes lie apart, where that is more than the averages do.
  private func spread(_ words: Words) -> String? {
    func ends(_ family: Programme.Family) -> (low: Comparison.Row, high: Comparison.Row)? {
      let rows = comparison.ranked(of: family)
      guard rows.count > 1,
        let low = rows.min(by: { $0.effect.gdpFactorCost < $1.effect.gdpFactorCost }),
        let high = rows.max(by: { $0.effect.gdpFactorCost < $1.effect.gdpFactorCost })
      else { return nil }
      return (low, high)
    }
    guard let one = ends(.socialProtection), let two = ends(.otherPublicSpending),
      let protection = comparison.average(of: .socialProtection, .gdpFactorCost),
      let others = comparison.average(of: .otherPublicSpending, .gdpFactorCost)
    else { return nil }
    let narrower =
      [one, two].map { $0.high.effect.gdpFactorCost - $0.low.effect.gdpFactorCost }
      .min() ?? 0
    guard narrower > abs(protection - others) else { return nil }
    return words(
      .spread,
      [
        "low": one.low.effect.gdpFactorCost.fixed(2), "lowest": one.low.programme.name,
        "high": one.high.effect.gdpFactorCost.fixed(2), "highest": one.high.programme.name,
        "otherLow": two.low.effect.gdpFactorCost.fixed(2), "otherLowest": two.low.programme.name,
        "otherHigh": two.high.effect.gdpFactorCost.fixed(2),
        "otherHighest": two.high.programme.name,
      ])
  }

  /// For each family the programme that adds most to GDP, and under which conditions.
  private func leaders(_ words: Words) -> [String] {
    Programme.Family.allCases.filter { $0 != .tax }.compactMap { family in
      guard comparison.ranked(of: family).count > 1 else { return nil }
      let first = conditions.map { $0.leader(of: family) }
      let names = first.compactMap(\.self).uniqued
      func evidence(of name: String) -> String {
        let programme = comparison.rows.map(\.programme).first { $0.name == name }
        return programme.map { words($0.evidence.phrase) } ?? ""
      }
      let open = first.count { $0 == nil }
      guard let name = names.first else {
        return words(.leaderNever, ["family": words(family.phrase)])
      }
      if names.count == 1, open == 0 {
        return words(
          .leaderAlways,
          [
            "family": words(family.phrase), "programme": name, "evidence": evidence(of: name),
          ])
      }
      let leaders = names.map { name in
        let holding = zip(conditions, first).filter { $0.1 == name }.map { $0.0.name(words) }
        return words(
          .leader,
          [
            "programme": name, "evidence": evidence(of: name),
            "conditions": holding.joined(separator: "; "),
          ])
      }
      let told = words(
        .leaderDepends,
        ["family": words(family.phrase), "leaders": words.list(leaders)])
      return open == 0
        ? told
        : told + " "
          + words(.leaderOpen, ["open": String(open), "count": String(conditions.count)])
    }
  }

  private func evidenceSentence(_ words: Words) -> String {
    let ranked = comparison.rows.filter { $0.programme.isRanked && $0.programme.family != .tax }
    let assumed = ranked.count { $0.programme.evidence == .assumed }
    return assumed == 0
      ? words(.assumedNone)
      : words(.assumedCount, ["assumed": String(assumed), "count": String(ranked.count)])
  }

  private func conditionsTable(_ contrasts: [Contrast], _ words: Words) -> Table {
    let hasBands = contrasts.contains { $0.band != nil }
    return Table(
      name: "conditions", title: words(.conditionsTable),
      columns: [
        Table.Column("condition", heading: words(.condition)),
        Table.Column("social_protection", heading: words(.socialProtection), decimals: 2),
        Table.Column("other_public_spending", heading: words(.otherSpending), decimals: 2),
        Table.Column("difference", heading: words(.difference), decimals: 2),
        Table.Column("more", heading: words(.whichMore)),
      ],
      rows: contrasts.map { contrast in
        let verdict: Phrase =
          switch contrast.order {
          case .protectionMore: .verdictProtection
          case .othersMore: .verdictOthers
          case .same: .verdictSame
          }
        return [
          .text(contrast.name), .number(contrast.protection), .number(contrast.others),
          .number(contrast.difference), .text(words(verdict)),
        ]
      },
      notes: [
        words(.conditionsNote), words(hasBands ? Passage.indistinctBands : .indistinct),
      ] + (comparison.averagesAreWeighted ? [] : [words(.simpleAverages)]))
  }
}

extension Condition {
  /// The programme of a family that adds most to GDP, unless the lead is within the margin or bands
  /// overlap.
  fileprivate func leader(of family: Programme.Family) -> String? {
    let rows = comparison.ranked(of: family).sorted {
      $0.effect.gdpFactorCost > $1.effect.gdpFactorCost
    }
    guard rows.count > 1, let best = rows.first else { return nil }
    let margin = Contrast.indistinct * abs(best.effect.gdpFactorCost)
    let leads = best.effect.gdpFactorCost - rows[1].effect.gdpFactorCost >= margin
    return leads && !rows.dropFirst().contains { bandsOverlap(best, $0) }
      ? best.programme.name : nil
  }

  /// Whether the bands of two programmes share a value, where both were drawn.
  fileprivate func bandsOverlap(_ one: Comparison.Row, _ two: Comparison.Row) -> Bool {
    guard let first = bands.first(where: { $0.programme == one.programme.id }),
      let second = bands.first(where: { $0.programme == two.programme.id })
    else { return false }
    return first.low <= second.high && second.low <= first.high
  }
}
