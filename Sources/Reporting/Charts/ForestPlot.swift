internal import SAMFiles
internal import AccountMatrix
internal import SpendingPolicy

extension Chart {
  /// The difference between the two families under each condition, around no difference.
  ///
  /// Reference for the form: Lewis & Clarke 2001, BMJ 322:1479-1480 (forest plots).
  static func forestPlot(_ contrasts: [Comparison.Contrast], words: Words) -> Chart? {
    guard contrasts.count > 1 else { return nil }
    let values = contrasts.flatMap { contrast in
      [contrast.difference] + (contrast.band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let scale = Scale(values, from: 12, to: Drawing.width - 12)
    var drawing = Drawing()
    drawing.text(words(.othersDoMore), 8, 16, size: 12, bold: true, .others)
    drawing.text(words(.protectionDoesMore), 432, 16, size: 12, .end, bold: true, .protection)
    let top = 24.0
    var y = top
    for (position, contrast) in contrasts.enumerated() {
      y += 17
      drawing.text(
        Drawing.fitting(
          "\(contrast.condition.name(words)): \(contrast.difference.signed(2))", size: 12,
          within: 420), 8, y, size: 12, bold: position == 0)
      y += 9
      if let band = contrast.band {
        drawing.line(scale(band.lowerBound), y, scale(band.upperBound), y, width: 1.5)
      }
      // White where no order is claimed.
      let colour: Colour = contrast.difference < 0 ? .others : .protection
      drawing.box(
        scale(contrast.difference) - 4, y - 4, 8, 8,
        fill: contrast.order == .same ? .white : colour, edge: colour)
      y += 3
    }
    drawing.line(scale.zero, top, scale.zero, y + 4, .ink, width: 1)
    drawing.text("0", scale.zero, y + 18, size: 12, .middle)
    drawing.height = y + 26
    let hasBands = contrasts.contains { $0.band != nil }
    return Chart(
      name: "forest", title: words(.forestTitle),
      alternative: words(
        Passage.forestAlternative,
        [
          "rows": contrasts.map { "\($0.condition.name(words)) \($0.difference.signed(2))" }
            .joined(separator: "; ")
        ]
      ),
      data: Table(
        name: "forest", title: words(.forestTitle),
        columns: [
          Table.Column("condition", heading: words(.condition)),
          Table.Column("social_protection", heading: words(.socialProtection), decimals: 2),
          Table.Column("other_public_spending", heading: words(.otherSpending), decimals: 2),
          Table.Column("difference", heading: words(.difference), decimals: 2),
          Table.Column("low", heading: words(.low), decimals: 2),
          Table.Column("high", heading: words(.high), decimals: 2),
        ].filter { hasBands || !["low", "high"].contains($0.id) },
        rows: contrasts.map {
          [
            .text($0.condition.name(words)), .number($0.protection), .number($0.others),
            .number($0.difference),
          ]
            + (hasBands
              ? [.optional($0.band?.lowerBound), .optional($0.band?.upperBound)] : [])
        }),
      drawing: drawing,
      encoding: [
        ("mark", .string("point")),
        (
          "encoding",
          .object([
            ("y", Channel.category("condition")), ("x", Channel.quantity("difference")),
          ])
        ),
      ])
  }
}

extension Double {
  /// The number with its sign.
  func signed(_ decimals: Int) -> String {
    let text = fixed(decimals)
    return self > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }
}
