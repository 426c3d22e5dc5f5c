public import AccountMatrix

extension SocialAccountingMatrix {
  /// The matrix aggregated by kinds of accounts: the macro matrix.
  public var macroTable: Table {
    let kinds = Account.Kind.allCases.filter { !indices(of: $0).isEmpty }
    let labels = kinds.map { Self.shortNames[$0] ?? $0.rawValue }
    let blocks = kinds.map { row in
      kinds.map { column in
        indices(of: row).reduce(0.0) { sum, i in
          indices(of: column).reduce(sum) { $0 + self[i, $1] }
        }
      }
    }
    return Table(
      name: "macro", title: "Macro matrix, \(caption)",
      columns: [Table.Column("account")]
        + labels.map { Table.Column($0, decimals: 0) } + [Table.Column("total", decimals: 0)],
      rows: zip(labels, blocks).map { label, row in
        [.text(label)] + row.map { $0 == 0 ? .empty : .number($0) }
          + [.number(row.reduce(0, +))]
      })
  }

  private static let shortNames: [Account.Kind: String] = [
    .activity: "act", .commodity: "com", .margin: "trc", .labour: "lab", .land: "lnd",
    .capital: "cap", .factor: "fac", .enterprise: "ent", .household: "hhd", .government: "gov",
    .directTax: "dtax", .importTax: "mtax", .exportTax: "etax", .productTax: "stax",
    .activityTax: "atax", .factorTax: "ftax", .socialProtection: "sp", .savings: "s-i",
    .stocks: "dstk", .restOfWorld: "row", .other: "oth",
  ]
}
