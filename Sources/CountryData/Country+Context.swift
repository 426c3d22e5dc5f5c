package import AccountMatrix
internal import SAMFiles
package import SpendingPolicy

/// What others say of the size of social protection.
package struct PublishedSize: Sendable, Equatable {
  /// In per cent of GDP, and of which year.
  package let ofGDP: (percent: Double, year: String)
  /// In per cent of the budget, and of which year.
  package let ofBudget: (percent: Double, year: String)

  /// Whether all parts are equal.
  package static func == (left: PublishedSize, right: PublishedSize) -> Bool {
    left.ofGDP == right.ofGDP && left.ofBudget == right.ofBudget
  }
}

extension Country {
  /// How harvests of food answered to prices, by the first line of `supply/response.csv`; `nil` for a
  /// country without figures.
  ///
  /// - Throws: `Diagnostic` if a table cannot be read.
  package func supplyEstimate() throws(Diagnostic) -> SupplyEstimate? {
    guard let file = try tables.fileIfPresent("supply/response.csv") else { return nil }
    let table = try RecordTable(
      file, required: ["slope", "standard_error", "first", "last", "source"],
      optional: ["estimate", "group", "lag", "observations", "evidence", "note"])
    guard let record = table.records.first else { return nil }
    guard let first = try table.wholeNumber(record, "first", in: Int.years),
      let last = try table.wholeNumber(record, "last", in: Int.years)
    else {
      throw Diagnostic("the estimate names no years", at: table.place(record, "first"))
    }
    guard first <= last else {
      throw Diagnostic(
        "the first year is after the last", at: table.place(record, "first"),
        remedy: "Exchange them")
    }
    let source = try table.requiredText(record, "source")
    return SupplyEstimate(
      slope: try table.requiredNumber(record, "slope"),
      standardError: try table.requiredNumber(record, "standard_error"), years: first...last,
      citation: try institution(of: source, in: "supply") ?? source)
  }

  /// Who a source of a folder is by, as its list says.
  private func institution(
    of source: String, in folder: String
  ) throws(Diagnostic) -> String? {
    guard let file = try tables.fileIfPresent("\(folder)/sources.csv") else { return nil }
    let table = try RecordTable(
      file, required: ["id", "institution"],
      optional: ["citation", "url", "document", "locator", "years", "access"])
    for record in table.records where try table.text(record, "id") == source {
      return try table.nonEmptyText(record, "institution")
    }
    return nil
  }

  /// What the International Labour Organization prints of the size of social protection; `nil` for a
  /// country without both figures.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func publishedSize() throws(Diagnostic) -> PublishedSize? {
    guard let file = try tables.fileIfPresent("protection/coverage.csv") else { return nil }
    let table = try RecordTable(
      file, required: ["series", "function", "year", "value"],
      optional: [
        "country", "group", "sex", "area", "unit", "status", "source", "locator", "note",
      ])
    var found: [String: (percent: Double, year: String)] = [:]
    for record in table.records where try table.text(record, "series") == "expenditure" {
      let function = try table.text(record, "function")
      for part in ["GDP", "the budget"] where function.hasSuffix("per cent of " + part) {
        found[part] = (
          percent: try table.requiredNumber(record, "value"), year: try table.text(record, "year")
        )
      }
    }
    guard let ofGDP = found["GDP"], let ofBudget = found["the budget"] else { return nil }
    return PublishedSize(ofGDP: ofGDP, ofBudget: ofBudget)
  }

  /// Figures of a built-in matrix that are doubted by name: the account, and why.
  ///
  /// - Throws: `Diagnostic` if a table cannot be read.
  package func dataDoubts(
    of id: String? = nil
  ) throws(Diagnostic) -> [(account: String, doubt: String)] {
    guard let file = try tables.fileIfPresent("\(try listing(of: id).folder)/doubts.csv") else {
      return []
    }
    let table = try RecordTable(
      file, required: ["account", "doubt"],
      optional: ["lines", "column", "evidence", "source", "note"])
    var doubts: [(account: String, doubt: String)] = []
    for record in table.records {
      doubts.append(
        (
          account: try table.requiredText(record, "account"),
          doubt: try table.requiredText(record, "doubt")
        ))
    }
    return doubts
  }
}
