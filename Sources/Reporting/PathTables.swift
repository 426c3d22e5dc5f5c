internal import AccountMatrix
public import Multipliers

extension StructuralPaths {
  /// The largest paths between two accounts, and what they leave out.
  ///
  /// - Throws: `Failure` as `paths(from:to:_:)`.
  public func report(
    from origin: String, to destination: String, _ query: Query = Query()
  ) throws(Failure) -> Report {
    let result = try paths(from: origin, to: destination, query)
    var rows = result.paths.map { path -> [Table.Cell] in
      [
        .text(path.accounts.map { $0.code }.joined(separator: " > ")), .count(path.arcs),
        .number(path.direct), .number(path.multiplier), .number(path.total),
        .optional(path.share),
      ]
    }
    rows.append([
      .text("(not covered)"), .empty, .empty, .empty, .number(result.notCovered),
      .optional(result.shareNotCovered),
    ])
    let (from, to) = (result.origin, result.destination)
    var notes = [
      "Global influence of \(from.code) on \(to.code): \(result.global.fixed(6)), what one unit "
        + "into the first adds to the receipts of the second over all paths. Paths follow "
        + "spending, from the payer to the paid; total = direct influence x path multiplier "
        + "(Defourny & Thorbecke 1984).",
      "Shown are at most \(query.top) paths of at most \(count(query.longest, "payment")) that "
        + "hold \((100 * query.threshold).shortest) per cent of the global influence or more; the "
        + "last row is all the rest.",
    ]
    if result.global == 0 {
      notes.append("No spending of \(from.code) ever reaches \(to.code).")
    }
    if let only = query.only {
      notes.append("Paths pass only " + only.sorted().joined(separator: ", ") + ".")
    }
    if !query.excluding.isEmpty {
      notes.append("Paths do not pass " + query.excluding.sorted().joined(separator: ", ") + ".")
    }
    return Report(
      command: "paths",
      facts: model.facts + [
        Report.Fact("from", from.code), Report.Fact("to", to.code),
        Report.Fact("global_influence", result.global.shortest),
      ],
      tables: [
        Table(
          name: "paths", title: "Paths of spending from \(from.name) to \(to.name)",
          columns: [
            Table.Column("path"), Table.Column("arcs"), Table.Column("direct", decimals: 4),
            Table.Column("multiplier", heading: "path\nmultiplier", decimals: 4),
            Table.Column("total", decimals: 4), Table.Column("share", decimals: 3),
          ], rows: rows, notes: notes + model.standingNotes + [model.caveat])
      ])
  }
}
