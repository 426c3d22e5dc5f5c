internal import SAMFiles
internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Chart {
  /// Income of household groups per unit of money, a panel for each kind of spending.
  static func householdBars(_ gains: HouseholdGains, words: Words) -> Chart? {
    guard !gains.groups.isEmpty, !gains.panels.isEmpty else { return nil }
    let totals = gains.panels.flatMap { panel in
      gains.bars.map { gains.income(of: $0, in: panel) }
    }
    var drawing = Drawing()
    let panelWidth =
      gains.bars.contains { gains.label(of: $0, words).count > 12 } ? Drawing.width : 220
    let labelWidth = panelWidth == 220 ? 62.0 : 170
    let scale = Scale(totals, from: 8 + labelWidth, to: panelWidth - 44)
    var top = 8.0
    if gains.hasAreas {
      drawing.box(8, top, 14, 10, fill: Colour.steps[0])
      drawing.text(words(.rural), 27, top + 10, size: 12)
      drawing.box(90, top, 14, 10, fill: Colour.steps[3])
      drawing.text(words(.urban), 109, top + 10, size: 12)
      top += 18
    }
    let perLine = panelWidth == 220 ? 2 : 1
    let panelHeight = 52.0 + Double(gains.bars.count) * 20
    for (position, panel) in gains.panels.enumerated() {
      let left = Double(position % perLine) * 220
      var y = top + Double(position / perLine) * panelHeight + 18
      _ = drawing.paragraph(panel.title(words), left + 8, y, size: 12.5, within: panelWidth - 16)
      y += 18
      for bar in gains.bars {
        y += 20
        drawing.text(
          Drawing.fitting(gains.label(of: bar, words), size: 12, within: labelWidth - 4), left + 8,
          y, size: 12)
        var x = left + scale.zero
        for member in bar.members {
          let income = panel.incomes[member.group]
          drawing.box(
            x, y - 11, scale.length(income), 13,
            fill: member.isUrban ? Colour.steps[3] : Colour.steps[0])
          x += scale.length(income)
        }
        drawing.text(gains.income(of: bar, in: panel).fixed(2), x + 4, y, size: 12)
      }
    }
    let lines = (gains.panels.count + perLine - 1) / perLine
    drawing.height = top + Double(lines) * panelHeight + 6
    return Chart(
      name: "households", title: words(.householdsTitle),
      alternative: words(
        Passage.householdsAlternative,
        [
          "panels": words.list(gains.panels.map { $0.title(words) }),
          "rows": gains.panels.map { panel in
            panel.title(words) + ": "
              + gains.bars.map { bar in
                "\(gains.label(of: bar, words)) \(gains.income(of: bar, in: panel).fixed(2))"
              }.joined(separator: ", ")
          }.joined(separator: "; "),
        ]),
      data: gains.table(words), drawing: drawing,
      encoding: [
        ("mark", .string("bar")),
        (
          "encoding",
          .object([
            ("y", Channel.category("group")), ("x", Channel.quantity("income")),
            ("column", Channel.category("spending")),
          ])
        ),
      ])
  }
}
