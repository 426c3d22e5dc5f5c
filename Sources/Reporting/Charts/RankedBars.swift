internal import SAMFiles
internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Chart {
  /// Programmes by GDP per unit of money, with supply as given and with agriculture fixed.
  static func rankedBars(
    _ comparison: Comparison, bands: [ProgrammeBand], words: Words
  ) -> Chart {
    let families = Programme.Family.allCases.filter { $0 != .tax }
    let groups = families.map { family in
      (family: family, rows: BarRow.ranked(comparison, family, bands, words))
    }.filter { !$0.rows.isEmpty }
    let rows = groups.flatMap { $0.rows }
    let hasFixed = rows.contains { $0.fixed != nil }
    let values: [Double] = rows.flatMap { row in
      [row.free, row.fixed, row.low, row.high].compactMap { $0 }
    }
    let scale = Scale(values, from: 8, to: Drawing.width - 8)
    var drawing = Drawing()
    let freeEnd = hasFixed ? 352.0 : 432.0
    let freeTitle = words(
      comparison.model.settings.supply.isFree ? Phrase.supplyFree : .supplyGiven)

    drawing.text(freeTitle, freeEnd, 17, size: 12, .end, .faint)
    drawing.box(
      freeEnd - Drawing.width(of: freeTitle, size: 12) - 18, 8, 14, 9, fill: .neutral)
    if hasFixed {
      let fixedTitle = words(.agricultureFixedShort)
      drawing.text(fixedTitle, 432, 17, size: 12, .end, .faint)
      drawing.box(
        432 - Drawing.width(of: fixedTitle, size: 12) - 18, 9, 13, 7, fill: .white,
        edge: .neutral)
    }
    var y = 22.0
    for group in groups {
      y += 24
      drawing.text(words(group.family.phrase), 8, y, size: 15, bold: true, group.family.colour)
      y += 8
      for row in group.rows {
        y += 14
        drawing.text(
          Drawing.fitting(row.label, size: 13, within: freeEnd - 50), 8, y, bold: row.isAverage)
        drawing.text(row.free.fixed(2), freeEnd, y, .end, bold: true)
        if let fixed = row.fixed { drawing.text(fixed.fixed(2), 432, y, .end) }
        y += 4
        drawing.box(scale.zero, y, scale.length(row.free), 8, fill: group.family.colour)
        y += 9
        if let low = row.low, let high = row.high {
          // Between the two bars, where it hides neither.
          y += 3
          drawing.line(scale(low), y, scale(high), y, .ink, width: 1.5)
          for end in [low, high] {
            drawing.line(scale(end), y - 2.5, scale(end), y + 2.5, .ink, width: 1.5)
          }
          y += 4
        }
        if let fixed = row.fixed {
          drawing.box(
            scale.zero, y, scale.length(fixed), 5, fill: .white, edge: group.family.colour)
          y += 6
        }
        y += 4
      }
    }
    if scale.zero > 8 { drawing.line(scale.zero, 44, scale.zero, y, .ink) }
    drawing.height = y + 8
    let most = rows.filter { !$0.isAverage }.max { $0.free < $1.free }
    let least = rows.filter { !$0.isAverage }.min { $0.free < $1.free }
    return Chart(
      name: "ranking", title: words(.rankingTitle),
      alternative: words(
        Passage.rankingAlternative,
        [
          "count": String(rows.count { !$0.isAverage }),
          "most": most.map { "\($0.label) (\($0.free.fixed(2)))" } ?? "",
          "least": least.map { "\($0.label) (\($0.free.fixed(2)))" } ?? "",
        ]),
      data: table(groups.map { ($0.family, $0.rows) }, words), drawing: drawing,
      encoding: layers(hasFixed, rows.contains { $0.low != nil }, words))
  }

  /// A solid bar, the line of its band, and an outlined bar below, as the picture has them.
  private static func layers(
    _ hasFixed: Bool, _ hasBands: Bool, _ words: Words
  ) -> [(String, JSONText)] {
    let title = words(.gdpPerMoney)
    let ink = JSONText.string(Colour.ink.hex)
    func layer(
      _ mark: [(String, JSONText)], at offset: Int, _ channels: [(String, JSONText)]
    ) -> JSONText {
      .object([
        ("mark", .object(mark + [("yOffset", .integer(offset))])),
        ("encoding", .object([("y", Channel.category("programme"))] + channels)),
      ])
    }
    let color = ("color", Channel.category("family"))
    var layers = [
      layer(
        [("type", .string("bar")), ("size", .integer(9))], at: -5,
        [("x", Channel.quantity("gdp_factor_cost", title: title)), color])
    ]
    if hasBands {
      layers.append(
        layer(
          [("type", .string("rule")), ("color", ink), ("strokeWidth", .number(1.5))], at: 2,
          [
            ("x", Channel.quantity("low", title: title)),
            ("x2", .object([("field", .string("high"))])),
          ]))
    }
    if hasFixed {
      layers.append(
        layer(
          [
            ("type", .string("bar")), ("size", .integer(5)), ("fill", .string("white")),
            ("stroke", ink), ("strokeWidth", .integer(1)),
          ], at: 7,
          [("x", Channel.quantity("gdp_factor_cost_fixed_agriculture", title: title))]))
    }
    return [
      ("facet", .object([("row", Channel.category("family"))])),
      (
        "spec",
        .object([
          ("height", .object([("step", .integer(26))])), ("layer", .array(layers)),
        ])
      ),
      ("resolve", .object([("scale", .object([("y", .string("independent"))]))])),
    ]
  }

  private static func table(
    _ groups: [(Programme.Family, [BarRow])], _ words: Words
  ) -> Table {
    let hasBands = groups.contains { $0.1.contains { $0.low != nil } }
    return Table(
      name: "ranking", title: words(.rankingNumbers),
      columns: [
        Table.Column("family", heading: words(.family)),
        Table.Column("programme", heading: words(.programme)),
        Table.Column("gdp_factor_cost", heading: words(.gdpPerMoney), decimals: 2),
        Table.Column(
          "gdp_factor_cost_fixed_agriculture", heading: words(.agricultureFixed), decimals: 2),
        Table.Column("low", heading: words(.low), decimals: 2),
        Table.Column("high", heading: words(.high), decimals: 2),
      ].filter { hasBands || !["low", "high"].contains($0.id) },
      rows: groups.flatMap { family, rows in
        rows.map { row -> [Table.Cell] in
          let bands: [Table.Cell] = [.optional(row.low), .optional(row.high)]
          return [
            .text(words(family.phrase)), .text(row.label), .number(row.free),
            .optional(row.fixed),
          ] + (hasBands ? bands : [])
        }
      })
  }
}

/// A programme, or the average of a family, in the chart of ranked bars.
private struct BarRow {
  let label: String
  let free: Double
  let fixed: Double?
  let low: Double?
  let high: Double?
  let isAverage: Bool

  /// The average first, then the ranked programmes of a family, the largest first.
  static func ranked(
    _ comparison: Comparison, _ family: Programme.Family, _ bands: [ProgrammeBand], _ words: Words
  ) -> [BarRow] {
    let band = bands.first { $0.programme == Uncertainty.average(of: family) }
    let label: Phrase = comparison.averagesAreWeighted ? .averageByOutlay : .averageSimple
    let average = comparison.average(of: family, .gdpFactorCost).map { free in
      BarRow(
        label: words(label), free: free,
        fixed: comparison.average(of: family, .gdpFactorCostFixedAgriculture), low: band?.low,
        high: band?.high, isAverage: true)
    }
    let rows = comparison.rows.filter { $0.programme.isCharted && $0.programme.family == family }
      .map { row in
        let own = bands.first { $0.programme == row.programme.id }
        return BarRow(
          label: row.programme.name, free: row.effect.gdpFactorCost,
          fixed: row.effect.gdpFactorCostFixedAgriculture, low: own?.low, high: own?.high,
          isAverage: false)
      }
    let ordered = rows.enumerated().sorted { (-$0.1.free, $0.0) < (-$1.1.free, $1.0) }
    return [average].compactMap { $0 } + ordered.map { $0.element }
  }
}

extension Programme {
  /// Whether charts of programmes show it: those that are ranked, and archetypes.
  var isCharted: Bool { isRanked || isArchetype }
}

extension Programme.Family {
  /// The colour of the family in every chart.
  var colour: Colour {
    switch self {
    case .socialProtection: .protection
    case .otherPublicSpending: .others
    case .tax: .neutral
    }
  }

  /// The name of the family in every table and chart of the brief.
  var phrase: Phrase {
    switch self {
    case .socialProtection: .socialProtection
    case .otherPublicSpending: .otherSpending
    case .tax: .taxesNotCollected
    }
  }
}
