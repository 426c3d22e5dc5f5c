package import AccountMatrix

/// The list of built-in matrices: `id,folder,prior,maps,title,unit,year,source`, newest first.
package struct MatrixEntry: Sendable, Equatable {
  /// The name by which the matrix is asked for.
  package let id: String
  /// The folder of its tables.
  package let folder: String
  /// The matrix that it is built from, or `nil` if it is published.
  package let prior: String?
  /// The folder of the maps between its sources and the accounts, where it needs some.
  package let maps: String?
  /// What it is.
  package let title: String
  /// The unit of its cells.
  package let unit: Unit
  /// The year of its flows.
  package let year: Int?
  /// Who made it.
  package let source: String

  /// Reads the list.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> [MatrixEntry] {
    let table = try RecordTable(
      file, required: ["id", "folder", "prior", "maps", "title", "unit", "year", "source"])
    var entries: [MatrixEntry] = []
    for record in table.records {
      entries.append(
        MatrixEntry(
          id: try table.requiredText(record, "id"),
          folder: try table.requiredText(record, "folder"),
          prior: try table.nonEmptyText(record, "prior"),
          maps: try table.nonEmptyText(record, "maps"),
          title: try table.text(record, "title"), unit: Unit(try table.text(record, "unit")),
          year: try table.wholeNumber(record, "year", in: Int.years),
          source: try table.text(record, "source")))
    }
    guard !entries.isEmpty else {
      throw Diagnostic("the list names no matrix", at: file.name)
    }
    return entries
  }
}
