package import AccountMatrix
package import Multipliers

/// Satellites as a table, one amount a line: `satellite,account,amount[,unit]`.
package enum SatelliteTable {
  /// Reads satellites in the order of first mention.
  ///
  /// - Throws: `Diagnostic` with the line of an account that stands twice in a satellite, an amount
  ///   that is no number, or a unit that changes.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> [Satellite] {
    let table = try RecordTable(
      file, required: ["satellite", "account", "amount"], optional: ["unit"])
    var drafts: [(name: String, unit: String, entries: [Satellite.Entry])] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let name = try table.requiredText(record, "satellite")
      let account = try table.requiredText(record, "account")
      let amount = try table.requiredNumber(record, "amount")
      if let earlier = lines.updateValue(record.line, forKey: name + "\n" + account) {
        throw Diagnostic(
          "the account '\(account)' stands twice in '\(name)', first on line \(earlier)",
          at: table.place(record, "account"), remedy: "Keep one line for each account")
      }
      let unit = try table.text(record, "unit")
      let entry = Satellite.Entry(account: account, amount: amount)
      if let known = drafts.firstIndex(where: { $0.name == name }) {
        guard unit.isEmpty || drafts[known].unit.isEmpty || unit == drafts[known].unit else {
          throw Diagnostic(
            "'\(name)' is in \(drafts[known].unit) on an earlier line and in \(unit) here",
            at: table.place(record, "unit"), remedy: "Give one unit to each satellite")
        }
        if drafts[known].unit.isEmpty { drafts[known].unit = unit }
        drafts[known].entries.append(entry)
      } else {
        drafts.append((name, unit, [entry]))
      }
    }
    table.noteUnread()
    guard !drafts.isEmpty else { throw Diagnostic("the file names no amounts", at: file.name) }
    var satellites: [Satellite] = []
    for draft in drafts {
      do {
        satellites.append(
          try Satellite(name: draft.name, unit: draft.unit, entries: draft.entries))
      } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = file.name
        throw diagnostic
      }
    }
    return satellites
  }
}
