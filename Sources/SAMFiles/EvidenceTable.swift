package import AccountMatrix
package import SpendingPolicy

/// A published figure that results are read against, and what it counts.
package struct PublishedFigure: Sendable, Equatable {
  /// The study.
  package let study: String
  /// The country or countries.
  package let place: String
  /// The year of publication.
  package let year: Int
  /// What is counted, as a word: `gdp`, `local-income`, `local-gdp`, `mixed`, `bias`.
  package let measure: String
  /// What is counted, in words.
  package let label: String
  /// Whether the figure contains the transfer itself: `yes`, `no` or `mixed`.
  package let includesTransfer: String
  /// `national`, `local` or `mixed`.
  package let scope: String
  /// The lowest figure printed.
  package let low: Double?
  /// The figure in the middle.
  package let central: Double?
  /// The highest figure printed.
  package let high: Double?
  /// The unit.
  package let unit: String
  /// How well it is known.
  package let evidence: Programme.Evidence
  /// The source.
  package let source: String
  /// What a reader must know.
  package let note: String
  /// Where the figure was read; empty where no address was kept.
  package let address: String
  /// Where in the document it stands.
  package let locator: String
  /// How it was read: in the original, a copy, reported by another, or second-hand; empty where
  /// the table does not say.
  package let access: String

  /// The source, with how it was read where that was not in the document or a copy of it.
  package var citation: String {
    switch access {
    case "reported": "\(source) (as reported)"
    case "second-hand": "\(source) (not read: second-hand)"
    default: source
    }
  }
}

/// Published evidence as a table:
/// `study,place,year,measure,label,includes_transfer,scope,low,central,high,unit,evidence,source,note`
/// and, where known, `url,locator,access`.
package enum EvidenceTable {
  /// Reads the figures in their order.
  ///
  /// - Throws: `Diagnostic` with the line of a figure without a number, a source, or a word on
  ///   what it counts.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> [PublishedFigure] {
    let table = try RecordTable(
      file,
      required: [
        "study", "place", "year", "measure", "label", "includes_transfer", "scope", "low",
        "central", "high", "unit", "evidence", "source",
      ], optional: ["note", "url", "locator", "access"])
    var figures: [PublishedFigure] = []
    for record in table.records {
      let low = try table.number(record, "low")
      let central = try table.number(record, "central")
      let high = try table.number(record, "high")
      let known = [low, central, high].compactMap { $0 }
      guard !known.isEmpty, known == known.sorted() else {
        throw Diagnostic(
          known.isEmpty ? "the line has no figure" : "low, central and high are out of order",
          at: table.place(record, "low"), remedy: "Give at least one, in ascending order")
      }
      let transfer = try table.requiredText(record, "includes_transfer")
      guard ["yes", "no", "mixed"].contains(transfer) else {
        throw Diagnostic(
          "'\(transfer)' does not say whether the transfer is inside the figure",
          at: table.place(record, "includes_transfer"), remedy: "Write yes, no or mixed")
      }
      guard let evidence = try table.choice(record, "evidence", as: Programme.Evidence.self) else {
        throw Diagnostic("the line names no evidence", at: table.place(record, "evidence"))
      }
      guard let year = try table.wholeNumber(record, "year", in: Int.years) else {
        throw Diagnostic("the line names no year", at: table.place(record, "year"))
      }
      figures.append(
        PublishedFigure(
          study: try table.requiredText(record, "study"),
          place: try table.requiredText(record, "place"),
          year: year,
          measure: try table.requiredText(record, "measure"),
          label: try table.requiredText(record, "label"), includesTransfer: transfer,
          scope: try table.requiredText(record, "scope"), low: low, central: central, high: high,
          unit: try table.requiredText(record, "unit"), evidence: evidence,
          source: try table.requiredText(record, "source"), note: try table.text(record, "note"),
          address: try table.text(record, "url"), locator: try table.text(record, "locator"),
          access: try access(record, in: table)))
    }
    table.noteUnread()
    return figures
  }

  /// How a figure was read: a word that readers of every table of sources know.
  private static func access(
    _ record: RecordTable.Record, in table: RecordTable
  ) throws(Diagnostic) -> String {
    let word = try table.text(record, "access")
    let known = ["", "original", "copy", "reported", "second-hand"]
    guard known.contains(word) else {
      throw Diagnostic(
        "'\(word)' does not say how the figure was read", at: table.place(record, "access"),
        remedy: "Write original, copy, reported or second-hand")
    }
    return word
  }
}
