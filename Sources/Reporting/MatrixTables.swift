public import AccountMatrix

extension SocialAccountingMatrix {
  /// The matrix as a labelled square table, which can be read again.
  public func squareTable(name: String = "matrix") -> Table {
    Table(
      name: name, title: caption,
      columns: [Table.Column("account")]
        + accounts.map { Table.Column($0.code, decimals: 1) },
      rows: accounts.indices.map { i in
        [.text(accounts[i].code)]
          + accounts.indices.map { j in self[i, j] == 0 ? .empty : .number(self[i, j]) }
      }, notes: history.map { "The matrix was \($0)." })
  }

  /// The accounts with their descriptions, in the form in which they are given back.
  package var accountsTable: Table {
    Table(
      name: "accounts", title: caption,
      columns: ["code", "name", "kind", "area", "quintile", "group"].map { Table.Column($0) },
      rows: accounts.map { account in
        [
          .text(account.code), .text(account.name), .optional(account.kind?.rawValue),
          .optional(account.area?.rawValue), account.quintile.map(Table.Cell.count) ?? .empty,
          .optional(account.group),
        ]
      })
  }
}

extension AccountProposal {
  /// The accounts as proposed, in the form in which they are given back, with what each kind rests
  /// on.
  ///
  /// - Parameter sam: the matrix that they are of.
  package func table(of sam: SocialAccountingMatrix) -> Table {
    Table(
      name: "accounts", title: sam.caption,
      columns: ["code", "name", "kind", "area", "quintile", "group", "basis", "reason"].map {
        Table.Column($0)
      },
      rows: entries.map { entry in
        let account = entry.account
        return [
          .text(account.code), .text(account.name), .optional(account.kind?.rawValue),
          .optional(account.area?.rawValue), account.quintile.map(Table.Cell.count) ?? .empty,
          .optional(account.group), .text(entry.basis.rawValue), .text(entry.reason),
        ]
      },
      notes: guessCount > 0
        ? ["What the basis calls a guess is one: check it before the file is used."] : [])
  }
}
