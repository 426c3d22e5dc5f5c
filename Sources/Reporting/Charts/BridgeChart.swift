internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
internal import SAMFiles
internal import SpendingPolicy

extension Chart {
  /// Real GDP per franc at each step of the bridge: averages of families joined by lines, programmes
  /// as ticks.
  static func bridge(_ bridge: PriceBridge, words: Words) -> Chart? {
    let orders = bridge.orders(by: .realGDPFactorCost)
    let comparison = bridge.effects.comparison
    let rows = comparison.rows.indices.filter {
      comparison.rows[$0].programme.isRanked && comparison.rows[$0].programme.family != .tax
    }
    func value(_ step: Int, _ row: Int) -> Double? {
      bridge.effects.effects[step][row].values[.realGDPFactorCost]
    }
    let values = bridge.steps.indices.flatMap { step in rows.compactMap { value(step, $0) } }
    guard !values.isEmpty else { return nil }
    let scale = Scale(values, from: 14, to: Drawing.width - 14)
    var drawing = Drawing()
    var y = legend(&drawing, words, below: 8)
    var last: [Programme.Family: (x: Double, y: Double)] = [:]
    for (step, scarce) in bridge.steps.enumerated() {
      y += 24
      drawing.text(words.heading(scarce), 8, y, size: 13, bold: true)
      y += 16
      drawing.line(scale.zero, y - 10, scale.zero, y + 10, .rule)
      for row in rows {
        guard let value = value(step, row) else { continue }
        let family = comparison.rows[row].programme.family
        let offset = family == .socialProtection ? -7.0 : 1
        drawing.line(
          scale(value), y + offset, scale(value), y + offset + 6, family.colour, width: 1.5)
      }
      guard orders.indices.contains(step) else { continue }
      let pair: [(Programme.Family, Double)] = [
        (.socialProtection, orders[step].protection), (.otherPublicSpending, orders[step].others),
      ]
      for (family, value) in pair {
        let x = scale(value)
        if let before = last[family] {
          drawing.line(before.x, before.y, x, y, family.colour, width: 1)
        }
        drawing.box(x - 4, y - 4, 8, 8, fill: family.colour)
        last[family] = (x: x, y: y)
      }
      // Both values, the smaller to the left, so that they neither cover each other nor leave the
      // picture.
      let sorted = pair.sorted { $0.1 < $1.1 }
      let left = min(max(scale(sorted[0].1), 34), 400)
      let right = min(max(scale(sorted[1].1), left) + 4, 404)
      drawing.text(
        sorted[0].1.fixed(2), left, y + 19, size: 12, .end, bold: false, sorted[0].0.colour)
      drawing.text(
        sorted[1].1.fixed(2), right, y + 19, size: 12, .start, bold: false, sorted[1].0.colour)
      y += 20
    }
    drawing.text("0", scale.zero, y + 14, size: 12, .middle, bold: false, .faint)
    drawing.height = y + 20
    return Chart(
      name: "bridge", title: words.prices(.bridgeChart),
      alternative: words.prices(
        .bridgeAlternative,
        [
          "count": "\(bridge.steps.count)",
          "rows": orders.map {
            "\(words.heading($0.scarce)) \($0.protection.fixed(2)) and \($0.others.fixed(2))"
          }.joined(separator: "; "),
        ]),
      data: bridgeData(bridge, rows, words), drawing: drawing,
      encoding: [
        ("mark", .string("tick")),
        (
          "encoding",
          .object([
            ("y", Channel.category("step")),
            ("x", Channel.quantity("real_gdp_factor_cost", title: words.prices(.realGDP))),
            ("color", Channel.category("family")),
          ])
        ),
      ])
  }

  /// What the colours are; returns where the picture begins.
  private static func legend(_ drawing: inout Drawing, _ words: Words, below y: Double) -> Double {
    var x = 8.0
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      let name = words(.averageOf, ["family": words(family.phrase)])
      drawing.box(x, y, 9, 9, fill: family.colour)
      drawing.text(name, x + 14, y + 9, size: 12)
      x += 24 + Drawing.width(of: name, size: 12)
    }
    return y + 10
  }

  private static func bridgeData(
    _ bridge: PriceBridge, _ shown: [Int], _ words: Words
  ) -> Table {
    var rows: [[Table.Cell]] = []
    for (step, scarce) in bridge.steps.enumerated() {
      for row in shown {
        let programme = bridge.effects.comparison.rows[row].programme
        rows.append([
          .text(words.heading(scarce)), .text(words(programme.family.phrase)),
          .text(programme.name),
          .optional(bridge.effects.effects[step][row].values[.realGDPFactorCost]),
        ])
      }
    }
    return Table(
      name: "bridge", title: words.prices(.bridgeTable),
      columns: [
        Table.Column("step"), Table.Column("family", heading: words(.family)),
        Table.Column("programme", heading: words(.programme)),
        Table.Column("real_gdp_factor_cost", heading: words.prices(.realGDP), decimals: 2),
      ], rows: rows)
  }

  /// Real GDP of the averages over the elasticity of supply, a panel for each factor, with the places
  /// where the order turns.
  static func supplyCurves(_ curves: [SupplyElasticityCurve], words: Words) -> Chart? {
    let shown = curves.filter { $0.points.first?.averages.count == 2 }
    let values = shown.flatMap { $0.points.flatMap { $0.averages } }
    guard let least = values.min(), let most = values.max() else { return nil }
    let (low, high) = (min(0, least), max(0, most))
    var drawing = Drawing()
    var top = legend(&drawing, words, below: 8)
    let (left, right, height) = (52.0, Drawing.width - 16, 150.0)
    func x(_ place: Double) -> Double { left + place * (right - left) }
    for curve in shown {
      top += 24
      drawing.text(curve.name(words), 8, top, size: 13, bold: true)
      let (start, floor) = (top + 14, top + 14 + height)
      func y(_ value: Double) -> Double {
        high > low ? floor - (value - low) / (high - low) * height : floor
      }
      for value in Set([low, 0, high]).sorted() {
        drawing.line(left, y(value), right, y(value), .rule, width: 0.8)
        drawing.text(value.fixed(2), left - 5, y(value) + 4, size: 11, .end, bold: false, .faint)
      }
      for (k, family) in [Programme.Family.socialProtection, .otherPublicSpending].enumerated() {
        for (a, b) in zip(curve.points, curve.points.dropFirst()) {
          drawing.line(
            x(a.place), y(a.averages[k]), x(b.place), y(b.averages[k]), family.colour, width: 2)
        }
      }
      for point in curve.points where [0, 0.5, 1, 2, 4, .infinity].contains(point.elasticity) {
        let isIdle = point.elasticity == .infinity
        drawing.text(
          isIdle ? words.prices(.idle) : point.elasticity.shortest, x(point.place), floor + 15,
          size: 11,
          isIdle ? .end : .middle, bold: false, .faint)
      }
      for crossing in curve.crossings {
        let place = SupplyElasticityCurve.place(of: crossing)
        drawing.line(x(place), start, x(place), floor, .ink, dashed: true)
        drawing.text(crossing.fixed(2), x(place) + 4, start + 10, size: 12)
      }
      top = floor + 22
    }
    drawing.text(words.prices(.elasticity), right, top + 8, size: 11, .end, bold: false, .faint)
    drawing.height = top + 16
    var rows: [[Table.Cell]] = []
    for curve in shown {
      for point in curve.points {
        rows.append([
          .text(curve.name(words)),
          point.elasticity == .infinity
            ? .text(words.prices(.idle)) : .text(point.elasticity.shortest), .number(point.place),
          .number(point.averages[0]), .number(point.averages[1]),
        ])
      }
    }
    return Chart(
      name: "supply-curve", title: words.prices(.curveChart),
      alternative: words.prices(
        .curveAlternative,
        ["rows": shown.compactMap { $0.sentence(words) }.joined(separator: " ")]),
      data: Table(
        name: "supply-curve", title: words.prices(.curveTable),
        columns: [
          Table.Column("factor"), Table.Column("elasticity", heading: words.prices(.elasticity)),
          Table.Column("place", decimals: 2),
          Table.Column("social_protection", heading: words(.socialProtection), decimals: 2),
          Table.Column("other_public_spending", heading: words(.otherSpending), decimals: 2),
        ], rows: rows),
      drawing: drawing,
      encoding: [
        (
          "transform",
          .array([
            .object([
              ("fold", .array([.string("social_protection"), .string("other_public_spending")]))
            ])
          ])
        ),
        ("mark", .string("line")),
        (
          "encoding",
          .object([
            ("x", Channel.quantity("place", title: words.prices(.elasticity))),
            ("y", Channel.quantity("value", title: words.prices(.realGDP))),
            ("color", Channel.category("key")), ("row", Channel.category("factor")),
          ])
        ),
      ])
  }
}
