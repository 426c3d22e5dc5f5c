internal import SAMFiles
internal import AccountMatrix
internal import SpendingPolicy

extension Chart {
  /// How far the difference between the two families moves with each condition.
  static func tornado(_ contrasts: [Comparison.Contrast], words: Words) -> Chart? {
    guard let base = contrasts.first, contrasts.count > 1 else { return nil }
    let others = contrasts.dropFirst().enumerated().sorted {
      let (left, right) = ($0.1.difference - base.difference, $1.1.difference - base.difference)
      return (-abs(left), $0.0) < (-abs(right), $1.0)
    }.map { $0.element }
    let values = contrasts.flatMap { contrast in
      [contrast.difference] + (contrast.band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let scale = Scale(values, from: 12, to: Drawing.width - 12)
    var drawing = Drawing()
    drawing.text(words(.othersDoMore), 8, 16, size: 12, bold: true, .others)
    drawing.text(words(.protectionDoesMore), 432, 16, size: 12, .end, bold: true, .protection)
    let top = 24.0
    var y = top + 16
    drawing.text(
      "\(base.condition.name(words)): \(base.difference.signed(2))", 8, y, size: 12.5, bold: true)
    y += 10
    for contrast in others {
      y += 18
      drawing.text(
        "\(contrast.condition.name(words)): \(contrast.difference.signed(2))", 8, y, size: 12.5)
      y += 5
      let (from, to) = (scale(base.difference), scale(contrast.difference))
      drawing.box(
        from, y, to - from, 13, fill: contrast.difference < 0 ? .others : .protection)
      if let band = contrast.band {
        drawing.line(scale(band.lowerBound), y + 6.5, scale(band.upperBound), y + 6.5, width: 2)
      }
      y += 16
    }
    drawing.line(scale.zero, top + 22, scale.zero, y + 4, .ink, width: 1.5)
    drawing.line(
      scale(base.difference), top + 22, scale(base.difference), y + 4, .faint, dashed: true)
    drawing.text("0", scale.zero, y + 18, size: 12, .middle)
    drawing.height = y + 26
    let hasBands = contrasts.contains { $0.band != nil }
    return Chart(
      name: "tornado", title: words(.tornadoTitle),
      alternative: words(
        Passage.tornadoAlternative,
        [
          "rows": contrasts.map { "\($0.condition.name(words)) \($0.difference.signed(2))" }
            .joined(separator: "; ")
        ]
      ),
      data: Table(
        name: "tornado", title: words(.tornadoTitle),
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
        ("mark", .string("bar")),
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
