package import AccountMatrix
package import Multipliers

/// Expenditure elasticities of households as a table: `accounts,households,value,low,high`, accounts
/// and households as codes, groups or `@kinds` with blanks between them.
package enum ExpenditureTable {
  /// Reads the lines in their order.
  ///
  /// - Throws: `Diagnostic` with the line of a pair that stands twice, a value below zero, or bounds
  ///   that do not hold it.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> ExpenditureElasticities {
    let table = try RecordTable(
      file, required: ["accounts", "households", "value", "low", "high"],
      optional: ["evidence", "source", "note"])
    var entries: [ExpenditureElasticities.Entry] = []
    for record in table.records {
      func selectors(_ column: String) throws(Diagnostic) -> [AccountSelector] {
        let text = try table.requiredText(record, column)
        do { return try AccountSelector.list(parsing: text, separator: " ") } catch {
          throw error.diagnostic.located(at: table.place(record, column))
        }
      }
      func number(_ column: String) throws(Diagnostic) -> Double {
        let value = try table.requiredNumber(record, column)
        guard value >= 0, value <= 10 else {
          throw Diagnostic(
            "\(value.shortest) is no elasticity of expenditure", at: table.place(record, column),
            remedy: "Expected a number from 0 to 10")
        }
        return value
      }
      let (value, low, high) = (try number("value"), try number("low"), try number("high"))
      guard low <= value, value <= high else {
        throw Diagnostic(
          "the value does not lie between low and high", at: table.place(record, "value"))
      }
      let entry = ExpenditureElasticities.Entry(
        try selectors("accounts"), of: try selectors("households"), value, range: low...high)
      guard !entries.contains(where: { $0.name == entry.name }) else {
        throw Diagnostic(
          "the elasticity of \(entry.name) stands twice", at: table.place(record, "accounts"),
          remedy: "Keep one")
      }
      entries.append(entry)
    }
    table.noteUnread()
    guard !entries.isEmpty else {
      throw Diagnostic("the file has no elasticity", at: file.name)
    }
    return ExpenditureElasticities(entries)
  }
}
