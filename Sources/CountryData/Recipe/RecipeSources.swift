internal import AccountMatrix
internal import SAMFiles

/// A source of the figures of a matrix, as listed in its `sources.csv`.
package struct MatrixSource: Sendable, Equatable {
  /// The identifier that controls name it by.
  package let id: String
  /// The document.
  package let title: String
  /// The institution that published it.
  package let publisher: String
  /// The table, sheet or page.
  package let locator: String
  /// The years that its figures are of, where the list says so.
  package let years: ClosedRange<Int>?
}

/// The sources that the controls of a recipe may name.
struct RecipeSources {
  let sources: [MatrixSource]
  private let file: String
  private let ids: Set<String>

  init(_ file: SourceFile) throws(Diagnostic) {
    let table = try RecordTable(
      file, required: ["id", "title", "publisher", "locator"],
      optional: ["first_year", "last_year"])
    var sources: [MatrixSource] = []
    for record in table.records {
      let first = try table.number(record, "first_year").flatMap { Int(exactly: $0) }
      let last = try table.number(record, "last_year").flatMap { Int(exactly: $0) }
      var years: ClosedRange<Int>?
      if let first, let last {
        guard first <= last else {
          throw Diagnostic(
            "the source ends in \(last) and begins in \(first)",
            at: table.place(record, "last_year"), remedy: "Write the earlier year first")
        }
        years = first...last
      }
      sources.append(
        MatrixSource(
          id: try table.requiredText(record, "id"), title: try table.text(record, "title"),
          publisher: try table.text(record, "publisher"),
          locator: try table.text(record, "locator"), years: years))
    }
    self.sources = sources
    self.file = file.name
    ids = Set(sources.map { $0.id })
  }

  /// Refuses a figure whose source is not in the list.
  func require(_ id: String, at place: String) throws(Diagnostic) {
    if ids.contains(id) { return }
    throw Diagnostic(
      id.isEmpty ? "the figure has no source" : "the source '\(id)' is not in \(file)", at: place,
      remedy: id.isEmpty
        ? "Name one of \(file)"
        : suggestion(nearestCodes(to: id, among: sources.map { $0.id })))
  }
}
