package import AccountMatrix
package import Multipliers

/// Income elasticities: `household,commodity,elasticity`, a line for each pair.
package enum ElasticityTable {
  /// Reads elasticities.
  ///
  /// - Throws: `Diagnostic` with the line of an empty field, of no number, or of a pair that stands
  ///   twice.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> IncomeElasticities {
    let table = try RecordTable(file, required: ["household", "commodity", "elasticity"])
    var entries: [IncomeElasticities.Entry] = []
    var lines: [[String]: Int] = [:]
    for record in table.records {
      let entry = IncomeElasticities.Entry(
        household: try table.requiredText(record, "household"),
        account: try table.requiredText(record, "commodity"),
        elasticity: try table.requiredNumber(record, "elasticity"))
      if let earlier = lines.updateValue(record.line, forKey: [entry.household, entry.account]) {
        throw Diagnostic(
          "the elasticity of '\(entry.household)' for '\(entry.account)' stands twice, first on "
            + "line \(earlier)", at: table.place(record, "commodity"), remedy: "Keep one line")
      }
      entries.append(entry)
    }
    table.noteUnread()
    do { return try IncomeElasticities(entries) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}
