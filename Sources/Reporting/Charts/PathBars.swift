internal import SAMFiles
internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Chart {
  /// The ways by which money reaches the poorest households, from what each family buys most.
  static func pathBars(_ comparison: Comparison, words: Words) -> Chart? {
    let model = comparison.model
    guard
      let poorest = model.endogenous.filter({ $0.kind == .household }).min(by: {
        ($0.quintile ?? 9) < ($1.quintile ?? 9)
      }), let search = try? StructuralPaths(model)
    else { return nil }
    let results = comparison.averages.filter { $0.family != .tax }.compactMap {
      average -> (Programme.Family, StructuralPaths.Result)? in
      let origins = average.injection.amounts.filter { amount in
        amount.account != poorest.code
          && model.endogenous.contains { $0.code == amount.account }
      }
      var query = StructuralPaths.Query()
      query.top = 4
      guard let origin = origins.max(by: { $0.value < $1.value }),
        let result = try? search.paths(from: origin.account, to: poorest.code, query),
        !result.paths.isEmpty
      else { return nil }
      return (average.family, result)
    }
    guard !results.isEmpty else { return nil }
    let scale = Scale(
      results.flatMap { $0.1.paths.map(\.total) + [$0.1.notCovered] }, from: 8,
      to: Drawing.width - 60)
    var drawing = Drawing()
    var rows: [[Table.Cell]] = []
    var y = 4.0
    for (family, result) in results {
      y = drawing.paragraph(
        words(
          .pathsFrom,
          [
            "origin": result.origin.name, "destination": result.destination.name,
            "total": result.global.fixed(3), "family": words(family.phrase),
          ]), 8, y + 14, size: 13, within: 424, family.colour)
      for path in result.paths {
        let name = path.accounts.map(\.name).joined(separator: " → ")
        y = drawing.paragraph(name, 8, y + 8, size: 12, within: 424) - 8
        drawing.box(scale.zero, y, scale.length(path.total), 11, fill: family.colour)
        drawing.text(path.total.fixed(3), scale(max(0, path.total)) + 5, y + 10, size: 12)
        y += 20
        rows.append([
          .text(words(family.phrase)), .text(path.accounts.map(\.code).joined(separator: " > ")),
          .text(name), .number(path.total), .optional(path.share),
        ])
      }
      drawing.text(words(.otherPaths), 8, y + 10, size: 12)
      y += 15
      drawing.box(scale.zero, y, scale.length(result.notCovered), 11, fill: .white, edge: .neutral)
      drawing.text(
        result.notCovered.fixed(3), scale(max(0, result.notCovered)) + 5, y + 10, size: 12)
      y += 20
    }
    drawing.height = y + 4
    return Chart(
      name: "paths", title: words(.pathsTitle, ["destination": poorest.name]),
      alternative: words(
        Passage.pathsAlternative,
        [
          "rows": results.map { family, result in
            words(family.phrase) + ": "
              + result.paths.map {
                $0.accounts.map(\.name).joined(separator: ", ") + " \($0.total.fixed(3))"
              }.joined(separator: "; ")
          }.joined(separator: ". ")
        ]),
      data: Table(
        name: "paths", title: words(.pathsTitle, ["destination": poorest.name]),
        columns: [
          Table.Column("family", heading: words(.family)),
          Table.Column("path", heading: words(.pathCodes)),
          Table.Column("accounts", heading: words(.path)),
          Table.Column("total", heading: words(.influence)),
          Table.Column("share", heading: words(.share)),
        ], rows: rows),
      drawing: drawing,
      encoding: [
        ("mark", .string("bar")),
        (
          "encoding",
          .object([
            ("y", Channel.category("path")), ("x", Channel.quantity("total")),
            ("row", Channel.category("family")),
          ])
        ),
      ])
  }
}
