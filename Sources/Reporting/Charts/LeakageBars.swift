internal import SAMFiles
internal import AccountMatrix
internal import SpendingPolicy

extension Chart {
  /// Where a unit of money ends: taxes, imports, saving and the rest, for each programme.
  static func leakageBars(_ comparison: Comparison, words: Words) -> Chart {
    let columns: [(EffectColumn, Phrase, Colour)] = [
      (.taxReturn, .taxBack, Colour.steps[0]), (.importLeakage, .imports, Colour.steps[2]),
      (.savingLeakage, .saving, Colour.steps[3]), (.otherLeakage, .otherLeaks, .white),
    ]
    let families = Programme.Family.allCases.filter { $0 != .tax }
    let groups = families.map { family in
      (family: family, rows: LeakageRow.rows(comparison, family, columns.map { $0.0 }, words))
    }.filter { !$0.rows.isEmpty }
    let rows = groups.flatMap { $0.rows }
    let averages = rows.filter { $0.isAverage }
    let scale = Scale(stacks: rows.map { $0.parts }, from: 8, to: Drawing.width - 8)
    var drawing = Drawing()
    var x = 8.0
    for (_, phrase, colour) in columns {
      let label = words(phrase)
      drawing.box(x, 6, 14, 10, fill: colour, edge: .ink)
      drawing.text(label, x + 18, 16, size: 12)
      x += 34 + Drawing.width(of: label, size: 12)
    }
    var y = 20.0
    for group in groups {
      y += 24
      drawing.text(words(group.family.phrase), 8, y, size: 15, bold: true, group.family.colour)
      y += 6
      for row in group.rows {
        y += 15
        drawing.text(
          Drawing.fitting(row.label, size: 13, within: 420), 8, y, bold: row.isAverage)
        y += 4
        var right = scale.zero
        var left = scale.zero
        for (part, column) in zip(row.parts, columns) {
          let length = scale.length(part)
          let start = part >= 0 ? right : left
          drawing.box(start, y, length, 14, fill: column.2, edge: .ink)
          if abs(length) > 9 + 7 * Double((100 * part).fixed(0).count) {
            drawing.text(
              (100 * part).fixed(0), start + length / 2, y + 11, size: 11, .middle,
              column.2.legible)
          }
          if part >= 0 { right += length } else { left += length }
        }
        y += 17
      }
    }
    drawing.height = y + 8
    return Chart(
      name: "leakages", title: words(.leakagesTitle),
      alternative: words(
        Passage.leakagesAlternative,
        [
          "rows": (averages.isEmpty ? rows : averages).map { row in
            row.label + ": "
              + zip(columns, row.parts).map { "\(words($0.1)) \((100 * $1).fixed(0))" }
              .joined(separator: ", ")
          }.joined(separator: "; ")
        ]),
      data: Table(
        name: "leakages", title: words(.leakagesTitle),
        columns: [
          Table.Column("family", heading: words(.family)),
          Table.Column("programme", heading: words(.programme)),
        ] + columns.map { Table.Column($0.0.rawValue, heading: words($0.1), decimals: 2) },
        rows: groups.flatMap { group in
          group.rows.map { row in
            [.text(words(group.family.phrase)), .text(row.label)] + row.parts.map(Table.Cell.number)
          }
        }),
      drawing: drawing,
      encoding: [
        (
          "transform",
          .array([
            .object([
              ("fold", .array(columns.map { .string($0.0.rawValue) })),
              ("as", .array([.string("leakage"), .string("share")])),
            ])
          ])
        ),
        ("mark", .string("bar")),
        (
          "encoding",
          .object([
            ("y", Channel.category("programme")), ("x", Channel.quantity("share")),
            ("color", Channel.category("leakage")), ("row", Channel.category("family")),
          ])
        ),
      ])
  }
}

/// A programme, or the average of a family, and where its money ends.
private struct LeakageRow {
  let label: String
  let parts: [Double]
  let isAverage: Bool

  static func rows(
    _ comparison: Comparison, _ family: Programme.Family, _ columns: [EffectColumn],
    _ words: Words
  ) -> [LeakageRow] {
    let averages = comparison.averages.filter { $0.family == family }.map { average in
      LeakageRow(
        label: words(.averageOf, ["family": words(family.phrase)]),
        parts: columns.map { average.values[$0] ?? 0 }, isAverage: true)
    }
    let ranked = comparison.rows.filter { $0.programme.isCharted && $0.programme.family == family }
    let ordered = ranked.enumerated().sorted {
      (-$0.1.effect.gdpFactorCost, $0.0) < (-$1.1.effect.gdpFactorCost, $1.0)
    }
    return averages
      + ordered.map { _, row in
        LeakageRow(
          label: row.programme.name, parts: columns.map { row.effect[$0] ?? 0 },
          isAverage: false)
      }
  }
}
