internal import SAMFiles
internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Chart {
  /// GDP after some rounds of spending, for the average of each family, and what has leaked by then.
  static func roundBars(
    _ comparison: Comparison, words: Words, count: Int = 40
  ) throws(MultiplierModel.Failure) -> Chart? {
    let averages = comparison.averages.filter { $0.family != .tax }
    guard !averages.isEmpty else { return nil }
    var panels: [(family: Programme.Family, rounds: SpendingRounds)] = []
    for average in averages {
      panels.append(
        (
          average.family,
          try comparison.model.spendingRounds(of: average.injection, count: count)
        ))
    }
    let scale = Scale(
      panels.map { $0.rounds.closedForm.measures?[.gdpFactorCost] ?? 0 }, from: 74,
      to: Drawing.width - 130)
    var drawing = Drawing()
    var rows: [[Table.Cell]] = []
    var halves: [String] = []
    var y = 0.0
    for (family, rounds) in panels {
      y += 22
      drawing.text(
        words(.averageOf, ["family": words(family.phrase)]), 8, y, size: 14, bold: true,
        family.colour)
      y += 18
      drawing.text(words(.round), 8, y, size: 11, .faint)
      drawing.text(words(.gdpAdded), 74, y, size: 11, .faint)
      drawing.text(words(.leakedSoFar), 432, y, size: 11, .end, .faint)
      func add(_ label: String, _ gdp: Double, _ leaked: Double) {
        y += 19
        drawing.text(label, 8, y)
        drawing.box(scale.zero, y - 11, scale.length(gdp), 13, fill: family.colour)
        drawing.text(gdp.fixed(2), scale(max(0, gdp)) + 5, y)
        drawing.text("\((100 * leaked).fixed(0))%", 432, y, .end)
        rows.append([
          .text(words(family.phrase)), .text(label), .number(gdp), .number(leaked),
        ])
      }
      for round in rounds.progress where Self.shownRounds.contains(round.number) {
        add("\(round.number)", round.measures?[.gdpFactorCost] ?? 0, round.leaked)
      }
      add(
        words(.allRounds), rounds.whole.measures?[.gdpFactorCost] ?? 0, rounds.whole.leaked)
      let half = rounds.round(leaking: 0.5)
      halves.append("\(words(family.phrase)) \(half.map { String($0) } ?? "> \(count)")")
      y += 10
    }
    drawing.height = y + 6
    return Chart(
      name: "rounds", title: words(.roundsTitle),
      alternative: words(
        Passage.roundsAlternative,
        [
          "rows": halves.joined(separator: "; ")
        ]),
      data: Table(
        name: "rounds", title: words(.roundsTitle),
        columns: [
          Table.Column("family", heading: words(.family)),
          Table.Column("round", heading: words(.round)),
          Table.Column("gdp_factor_cost", heading: words(.gdpAdded), decimals: 2),
          Table.Column("leaked", heading: words(.leakedSoFar), decimals: 2),
        ], rows: rows),
      drawing: drawing,
      encoding: [
        ("mark", .string("bar")),
        (
          "encoding",
          .object([
            ("y", Channel.category("round")), ("x", Channel.quantity("gdp_factor_cost")),
            ("row", Channel.category("family")),
          ])
        ),
      ])
  }
}

extension Chart {
  /// The rounds that the chart shows, closer at the beginning.
  private static let shownRounds: Set = [1, 2, 3, 4, 6, 8, 12, 20, 40]
}
