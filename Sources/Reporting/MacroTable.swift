public import AccountMatrix

extension SocialAccountingMatrix {
  /// The matrix added up by kinds of accounts: the macro matrix.
  public var macroTable: Table {
    let blocks = Self.macroBlocks.map { block in
      (label: block.label, members: indices { block.kinds.contains($0) })
    }.filter { !$0.members.isEmpty }
    let flows = BlockFlows(self, between: blocks.map { $0.members })
    return Table(
      name: "macro", title: "Macro matrix, \(unit): \(title.isEmpty ? source : title)",
      columns: [Table.Column("account")]
        + blocks.map { Table.Column($0.label, decimals: 0) } + [Table.Column("total", decimals: 0)],
      rows: blocks.indices.map { i in
        [.text(blocks[i].label)] + flows.values[i].map { $0 == 0 ? .empty : .number($0) }
          + [.number(flows.received[i])]
      })
  }

  private static let macroBlocks: [(label: String, kinds: Set<Account.Kind>)] = [
    ("act", [.activity]), ("com", [.commodity]), ("trc", [.margin]),
    ("fac", [.labour, .land, .capital, .factor]), ("ent", [.enterprise]), ("hhd", [.household]),
    ("gov", [.government]),
    ("tax", [.directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax]),
    ("sp", [.socialProtection]), ("s-i", [.savings, .stocks]), ("row", [.restOfWorld]),
    ("npi", [.nonProfit]), ("oth", [.other]),
  ]
}
