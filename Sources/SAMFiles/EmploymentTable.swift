package import AccountMatrix
package import Multipliers

/// Jobs as a table: `account,sex,area,formality,jobs[,hours]`; a field that is empty, `all` or
/// `total` is not broken down.
package enum EmploymentTable {
  /// Reads jobs by account, or by branch under the column `branch`.
  ///
  /// - Parameters:
  ///   - file: the table.
  ///   - key: the column that names the account.
  ///   - source: where the figures are from; else the name of the file.
  ///   - year: the year of the figures.
  /// - Throws: `Diagnostic` with the line of negative jobs, hours outside a week, an unknown word
  ///   or a line that stands twice.
  package static func read(
    _ file: SourceFile, key: String = "account", source: String? = nil, year: Int? = nil
  ) throws(Diagnostic) -> Employment {
    let table = try RecordTable(
      file, required: [key, "jobs"], optional: ["sex", "area", "formality", "hours"])
    var entries: [Employment.Entry] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let entry = Employment.Entry(
        account: try table.requiredText(record, key),
        sex: try table.part(record, "sex"), area: try table.part(record, "area"),
        formality: try table.part(record, "formality"),
        jobs: try table.requiredNumber(record, "jobs"), hours: try table.number(record, "hours"))
      let words: [String?] = [
        entry.account, entry.sex?.rawValue, entry.area?.rawValue, entry.formality?.rawValue,
      ]
      let identity = words.map { $0 ?? "" }.joined(separator: "\n")
      if let earlier = lines.updateValue(record.line, forKey: identity) {
        throw Diagnostic(
          "the account '\(entry.account)' stands twice for the same sex, area and formality, "
            + "first on line \(earlier)", at: table.place(record, key),
          remedy: "Keep one line for each account and group")
      }
      do { _ = try Employment([entry]) } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = table.place(record, "jobs")
        throw diagnostic
      }
      entries.append(entry)
    }
    table.noteUnread()
    guard !entries.isEmpty else { throw Diagnostic("the file names no jobs", at: file.name) }
    do { return try Employment(entries, source: source ?? file.name, year: year) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }

  /// Reads the map from branches to activities: `branch,account`.
  ///
  /// - Throws: `Diagnostic` with the line of an empty field or a pair that stands twice.
  package static func readMap(_ file: SourceFile) throws(Diagnostic) -> EmploymentMap {
    let table = try RecordTable(file, required: ["branch", "account"])
    var entries: [EmploymentMap.Entry] = []
    for record in table.records {
      let entry = EmploymentMap.Entry(
        branch: try table.requiredText(record, "branch"),
        account: try table.requiredText(record, "account"))
      if entries.contains(entry) {
        throw Diagnostic(
          "the branch '\(entry.branch)' stands twice on the account '\(entry.account)'",
          at: table.place(record, "account"), remedy: "Keep one line")
      }
      entries.append(entry)
    }
    table.noteUnread()
    return EmploymentMap(entries)
  }
}

extension RecordTable {
  /// The value of a dimension; `nil` where it is not broken down.
  fileprivate func part<Choice: RawRepresentable & CaseIterable>(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> Choice? where Choice.RawValue == String {
    switch try text(record, column).lowercased() {
    case "", "all", "total": nil
    default: try choice(record, column, as: Choice.self)
    }
  }
}
