internal import SAMFiles
internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Chart {
  /// The ways by which money reaches households: for social protection from those whom a cash
  /// transfer pays, for other public spending from what it buys most.
  static func pathBars(_ comparison: Comparison, words: Words) -> Chart? {
    guard let search = try? StructuralPaths(comparison.model) else { return nil }
    var query = StructuralPaths.Query()
    query.top = 4
    let results = comparison.pathEnds.compactMap {
      ends -> (Programme.Family, StructuralPaths.Result)? in
      guard
        let result = try? search.paths(
          from: ends.origin, to: ends.destination, query), !result.paths.isEmpty
      else { return nil }
      return (ends.family, result)
    }
    guard !results.isEmpty else { return nil }
    let scale = Scale(
      results.flatMap { $0.1.paths.map { $0.total } + [$0.1.notCovered] }, from: 8,
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
        let name = path.accounts.map { $0.name }.joined(separator: " → ")
        y = drawing.paragraph(name, 8, y + 8, size: 12, within: 424) - 8
        drawing.box(scale.zero, y, scale.length(path.total), 11, fill: family.colour)
        drawing.text(path.total.fixed(3), scale(max(0, path.total)) + 5, y + 10, size: 12)
        y += 20
        rows.append([
          .text(words(family.phrase)),
          .text(path.accounts.map { $0.code }.joined(separator: " > ")),
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
      name: "paths", title: words(.pathsTitle),
      alternative: words(
        Passage.pathsAlternative,
        [
          "rows": results.map { family, result in
            words(family.phrase) + ": "
              + result.paths.map {
                $0.accounts.map { $0.name }.joined(separator: ", ") + " \($0.total.fixed(3))"
              }.joined(separator: "; ")
          }.joined(separator: ". ")
        ]),
      data: Table(
        name: "paths", title: words(.pathsTitle),
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
