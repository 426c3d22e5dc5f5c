package import AccountMatrix

/// Descriptions of accounts: `code,name,kind[,area,quintile,group]`.
package enum AccountTable {
  /// Reads descriptions; empty fields stay open.
  ///
  /// - Throws: `Diagnostic` with the line for an unknown kind or area, a
  ///   quintile outside 1 to 5, or a code that stands twice.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> [Account] {
    try records(try table(file)).accounts
  }

  private static let attributes = Account.Attribute.allCases.map { $0.rawValue }

  private static func table(_ file: SourceFile) throws(Diagnostic) -> RecordTable {
    try RecordTable(file, required: ["code"], optional: attributes + ["basis", "reason"])
  }

  /// Reads descriptions from a sheet, or `nil` if its first cell is no `code`.
  package static func read(_ sheet: SheetText) throws(Diagnostic) -> [Account]? {
    let text = sheet.table
    guard let header = text.rows.first, try text.text(header, 0).lowercased() == "code" else {
      return nil
    }
    return try records(
      try RecordTable(text, required: ["code"], optional: attributes, mayBeEmpty: true)
    ).accounts
  }

  private static func records(
    _ table: RecordTable
  ) throws(Diagnostic) -> (accounts: [Account], lines: [String: Int]) {
    var accounts: [Account] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      var account = Account(code: try table.code(of: record, once: &lines))
      for attribute in Account.Attribute.allCases {
        let words = try table.text(record, attribute.rawValue)
        do { try account.set(attribute, to: words) } catch {
          throw error.located(at: table.place(record, attribute.rawValue))
        }
      }
      accounts.append(account)
    }
    table.noteUnread()
    return (accounts, lines)
  }

  /// A matrix with the descriptions of a file laid over its own.
  ///
  /// - Throws: `Diagnostic` with the line of a code that is not in the matrix.
  package static func describe(
    _ sam: SocialAccountingMatrix, by file: SourceFile
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let (accounts, lines) = try records(try table(file))
    for account in accounts where !sam.contains(account.code) {
      throw Diagnostic(
        "the matrix has no account '\(account.code)'",
        at: "\(file.name): line \(lines[account.code] ?? 0)",
        remedy: suggestion(nearestCodes(to: account.code, among: sam.accounts.map { $0.code })))
    }
    do { return try sam.describing(accounts) } catch {
      throw error.diagnostic.located(at: file.name)
    }
  }
}

/// Maps for aggregation: `code,group[,name,kind]`, each account once.
package enum AccountMapTable {
  /// Reads a map.
  ///
  /// - Throws: `Diagnostic` with the line for an unknown kind, an empty field, an
  ///   account that stands twice, or a group whose code would read as a total.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> AccountMap {
    let table = try RecordTable(file, required: ["code", "group"], optional: ["name", "kind"])
    var entries: [AccountMap.Entry] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let code = try table.code(
        of: record, once: &lines, otherwise: "Put each account into one group")
      let group = try table.requiredText(record, "group")
      if SquareLayout.isTotal(group) {
        throw Diagnostic(
          "a group cannot be called '\(group)': in a square table this names the totals",
          at: table.place(record, "group"), remedy: "Choose another code for the group")
      }
      entries.append(
        AccountMap.Entry(
          account: code, group: group,
          name: try table.text(record, "name"),
          kind: try table.choice(record, "kind", as: Account.Kind.self)))
    }
    table.noteUnread()
    return AccountMap(entries)
  }
}
