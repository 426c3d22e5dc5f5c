package import AccountMatrix
internal import CPublishedCases
package import SAMFiles

/// The tables of `Validation/`, from the copy inside the program.
package enum CaseFiles {
  /// The names of all tables.
  package static let names: [String] = (0..<published_cases_file_count()).map {
    String(cString: published_cases_file_path($0))
  }

  /// A table.
  ///
  /// - Throws: `Diagnostic` where there is none of the name.
  package static func file(_ name: String) throws(Diagnostic) -> SourceFile {
    guard let index = names.firstIndex(of: name) else {
      throw Diagnostic("there is no such table", at: "Validation/\(name)")
    }
    return SourceFile(
      name: "Validation/\(name)",
      bytes: Array(
        UnsafeBufferPointer(
          start: published_cases_file_bytes(index), count: published_cases_file_size(index))))
  }
}

/// The published figures of all cases, by case and name.
struct PublishedFigures {
  private var figures: [String: [(name: String, value: Double, decimals: Int)]] = [:]

  init() throws(Diagnostic) {
    let table = try RecordTable(
      try CaseFiles.file("figures.csv"), required: ["case", "figure", "value", "decimals"])
    for record in table.records {
      guard let decimals = try table.wholeNumber(record, "decimals", in: 0...15) else {
        throw Diagnostic("the line names no decimals", at: table.place(record, "decimals"))
      }
      figures[try table.requiredText(record, "case"), default: []].append(
        (
          try table.requiredText(record, "figure"), try table.requiredNumber(record, "value"),
          decimals
        ))
    }
    // Both worked examples of the price regimes are tables of their own, of 8 decimals.
    for (id, keys) in [
      ("prices-two-sector", ["factors", "shock"]),
      ("prices-rwanda-2022", ["financing", "programme"]),
    ] {
      let table = try RecordTable(
        try CaseFiles.file("\(id).csv"), required: keys + ["quantity", "value"])
      for record in table.records {
        var words: [String] = []
        for key in keys + ["quantity"] { words.append(try table.requiredText(record, key)) }
        figures[id, default: []].append(
          (words.joined(separator: "/"), try table.requiredNumber(record, "value"), 8))
      }
    }
  }

  /// The published figures of a case, in their order, beside the computed ones.
  ///
  /// - Throws: `Diagnostic` where one has no counterpart.
  func beside(
    _ computed: PublishedCase.Computed, of id: String
  ) throws(Diagnostic) -> [PublishedCase.Figure] {
    var left: [String: Double] = [:]
    for (name, value) in computed where left.updateValue(value, forKey: name) != nil {
      throw Diagnostic("the figure '\(name)' is computed twice", at: "the case '\(id)'")
    }
    var result: [PublishedCase.Figure] = []
    for figure in figures[id] ?? [] {
      guard let value = left.removeValue(forKey: figure.name) else {
        throw Diagnostic("nothing computes the figure '\(figure.name)'", at: "the case '\(id)'")
      }
      result.append(
        PublishedCase.Figure(
          name: figure.name, published: figure.value, decimals: figure.decimals, computed: value))
    }
    guard let other = left.keys.sorted().first else { return result }
    throw Diagnostic(
      "the figure '\(other)' is computed, and Validation/figures.csv has none of the name",
      at: "the case '\(id)'")
  }
}
