package import AccountMatrix
package import SAMFiles

extension Country {
  /// A source of figures and how it is cited.
  package struct Citation: Sendable, Equatable {
    /// The identifier that tables name it by.
    package let id: String
    /// The citation.
    package let text: String
    /// Where it is found, or nothing.
    package let address: String
  }

  /// The sources of the programmes, and those of a matrix that are not among them.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  package func citations(
    of id: String? = nil
  ) throws(Diagnostic) -> [Citation] {
    let programmes = try RecordTable(
      try tables.file("programmes/sources.csv"), required: ["id", "citation", "url"])
    var citations: [Citation] = []
    for record in programmes.records {
      citations.append(
        Citation(
          id: try programmes.requiredText(record, "id"),
          text: try programmes.text(record, "citation"),
          address: try programmes.text(record, "url")))
    }
    let folder = try listing(of: id).folder
    let matrix = try RecordTable(
      try tables.file("\(folder)/sources.csv"), required: ["id"],
      optional: ["citation", "url", "title", "publisher", "year", "locator"])
    for record in matrix.records {
      let source = try matrix.requiredText(record, "id")
      if citations.contains(where: { $0.id == source }) { continue }
      var parts: [String] = []
      for column in ["citation", "publisher", "title", "year", "locator"] {
        guard let part = try matrix.nonEmptyText(record, column), part != "-" else { continue }
        parts.append(part)
      }
      citations.append(
        Citation(
          id: source, text: parts.joined(separator: ", "),
          address: try matrix.nonEmptyText(record, "url") ?? ""))
    }
    return citations
  }

  /// The files that a comparison on a matrix rests on: its accounts and flows, and the programmes.
  ///
  /// - Throws: `Diagnostic` if a file cannot be read.
  package func dataFiles(
    of id: String? = nil
  ) throws(Diagnostic) -> [SourceFile] {
    let folder = try listing(of: id).folder
    var files: [SourceFile] = []
    for path in [
      "\(folder)/accounts.csv", "\(folder)/flows.csv", "programmes/programmes.csv",
      "programmes/outlays.csv",
    ] { files.append(try tables.file(path)) }
    return files
  }

  /// The files that a brief on a matrix rests on: those of `dataFiles(of:)`, the matrices that
  /// it is tested on, jobs, financing, errors and published evidence.
  ///
  /// - Throws: `Diagnostic` if a file cannot be read.
  package func briefFiles(
    of id: String? = nil
  ) throws(Diagnostic) -> [SourceFile] {
    var files = try dataFiles(of: id)
    var paths: [String] = []
    for listing in try matrices() where listing.prior != nil {
      paths += ["accounts.csv", "flows.csv"].map { "\(listing.folder)/\($0)" }
    }
    for folder in ["employment", "financing", "spending", "supply", "uncertainty"] {
      paths += tables.files(in: folder).sorted().map { "\(folder)/\($0)" }
    }
    for path in paths + ["evidence.csv"] where path.hasSuffix(".csv") {
      let file = try tables.file(path)
      if !files.contains(where: { $0.name == file.name }) { files.append(file) }
    }
    return files
  }
}
