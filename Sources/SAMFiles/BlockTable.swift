package import AccountMatrix
package import Multipliers

/// Groups of accounts for decompositions: `code,group`, each account once.
package enum BlockTable {
  /// Reads the groups of a model's accounts.
  ///
  /// - Throws: `Diagnostic` with the line of an account that stands twice, or naming the file where
  ///   an endogenous account is missing or a code unknown.
  package static func read(
    _ file: SourceFile, for model: MultiplierModel
  ) throws(Diagnostic) -> AccountBlocks {
    let table = try RecordTable(file, required: ["code", "group"])
    var entries: [AccountBlocks.Entry] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let entry = AccountBlocks.Entry(
        account: try table.requiredText(record, "code"),
        group: try table.requiredText(record, "group"))
      if let earlier = lines.updateValue(record.line, forKey: entry.account) {
        let groups = entries.filter { $0.account == entry.account }.map { $0.group } + [entry.group]
        var diagnostic = AccountBlocks.Failure.overlapping(account: entry.account, groups: groups)
          .diagnostic
        diagnostic.location = "\(table.place(record, "code")), and line \(earlier)"
        throw diagnostic
      }
      entries.append(entry)
    }
    table.noteUnread()
    do { return try AccountBlocks(entries, of: model) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}
