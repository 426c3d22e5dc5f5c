public import AccountMatrix

/// Descriptions of accounts: `code,name,kind[,area,quintile,group]`.
public enum AccountTable {
  /// Reads descriptions; empty fields stay open.
  ///
  /// - Throws: `Diagnostic` with the line for an unknown kind or area, a
  ///   quintile outside 1 to 5, or a code that stands twice.
  public static func read(_ file: SourceFile) throws(Diagnostic) -> [Account] {
    let table = try RecordTable(
      file, required: ["code"], optional: ["name", "kind", "area", "quintile", "group"])
    var accounts: [Account] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let code = try table.requiredText(record, "code")
      if let earlier = lines.updateValue(record.line, forKey: code) {
        throw Diagnostic(
          "the account '\(code)' stands twice, first on line \(earlier)",
          at: table.place(record, "code"), remedy: "Keep one line for each account")
      }
      let group = try table.text(record, "group")
      accounts.append(
        Account(
          code: code, name: try table.text(record, "name"),
          kind: try table.choice(record, "kind", as: Account.Kind.self),
          area: try table.choice(record, "area", as: Account.Area.self),
          quintile: try quintile(table, record), group: group.isEmpty ? nil : group))
    }
    return accounts
  }

  private static func quintile(
    _ table: RecordTable, _ record: RecordTable.Record
  ) throws(Diagnostic) -> Int? {
    guard let value = try table.number(record, "quintile") else { return nil }
    guard let quintile = Int(exactly: value), (1...5).contains(quintile) else {
      throw Diagnostic(
        "the quintile is \(value.shortest)", at: table.place(record, "quintile"),
        remedy: "Expected 1 (poorest) to 5, or nothing")
    }
    return quintile
  }

  /// A matrix with the descriptions of a file laid over its own.
  ///
  /// - Throws: `Diagnostic` naming the file if a code is not in the matrix.
  public static func describe(
    _ sam: SocialAccountingMatrix, by file: SourceFile
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let accounts = try read(file)
    do { return try sam.describing(accounts) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}

/// Maps for aggregation: `code,group[,name,kind]`, each account once.
public enum AccountMapTable {
  /// Reads a map.
  ///
  /// - Throws: `Diagnostic` with the line for an unknown kind or an empty field.
  public static func read(_ file: SourceFile) throws(Diagnostic) -> AccountMap {
    let table = try RecordTable(file, required: ["code", "group"], optional: ["name", "kind"])
    var entries: [AccountMap.Entry] = []
    for record in table.records {
      entries.append(
        AccountMap.Entry(
          account: try table.requiredText(record, "code"),
          group: try table.requiredText(record, "group"),
          name: try table.text(record, "name"),
          kind: try table.choice(record, "kind", as: Account.Kind.self)))
    }
    return AccountMap(entries)
  }
}
