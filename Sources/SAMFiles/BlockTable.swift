package import AccountMatrix
package import Multipliers

/// Groups of accounts for decompositions: `code,group`, each account once; a code may be a `@kind` or
/// a group of accounts.
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
      let group = try table.requiredText(record, "group")
      let selector = try table.requiredSelector(record, "code")
      let members: [Int]
      do { members = try selector.positions(in: model.sam) } catch {
        throw error.diagnostic.located(at: table.place(record, "code"))
      }
      for member in members {
        let account = model.sam.accounts[member].code
        if let earlier = lines.updateValue(record.line, forKey: account) {
          let groups = entries.filter { $0.account == account }.map { $0.group } + [group]
          throw AccountBlocks.Failure.overlapping(account: account, groups: groups)
            .diagnostic.located(at: "\(table.place(record, "code")), and line \(earlier)")
        }
        entries.append(AccountBlocks.Entry(account: account, group: group))
      }
    }
    table.noteUnread()
    do { return try AccountBlocks(entries, of: model) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}
