internal import AccountMatrix
public import Multipliers

extension IncomeDistribution {
  /// The change of each group: `group,base,change,percent,share_of_change,relative_income,population`.
  public func table(of name: String, notes: [String]) -> Table {
    Table(
      name: "distribute", title: "Whose income rises: \(name)",
      columns: [
        Table.Column("group"), Table.Column("name", importance: .displayOnly),
        Table.Column("base", decimals: 1), Table.Column("change"),
        Table.Column("percent"), Table.Column("share_of_change", heading: "share of\nchange"),
        Table.Column("relative_income", heading: "relative\nincome", decimals: 7),
        Table.Column("population", decimals: 0, importance: .useful),
      ],
      rows: rows.map { row in
        [
          .text(row.group.code), .text(row.group.name), .number(row.base), .number(row.change),
          .optional(row.percent), .optional(row.shareOfChange), .optional(row.relativeIncome),
          .optional(row.population),
        ]
      }, notes: notes)
  }

  /// Sums over areas and over the poorest two fifths, with the part beyond what is paid directly.
  package func totalsTable(notes: [String] = []) -> Table {
    Table(
      name: "totals", title: "Areas, and the poorest 40 per cent",
      columns: [
        Table.Column("group"), Table.Column("base", decimals: 1), Table.Column("change"),
        Table.Column("percent"), Table.Column("share_of_change", heading: "share of\nchange"),
        Table.Column("paid_directly", heading: "paid\ndirectly"),
        Table.Column("beyond_transfer", heading: "beyond\ntransfer"),
        Table.Column("population", decimals: 0, importance: .useful),
      ],
      rows: sums.map { sum in
        [
          .text(sum.name), .number(sum.base), .number(sum.change), .optional(sum.percent),
          .optional(sum.shareOfChange), .number(sum.paidDirectly),
          .number(sum.changeBeyondTransfer), .optional(sum.population),
        ]
      }, notes: notes)
  }

  /// Gini and Theil between the groups, before and after; `nil` where people are not known.
  package var inequalityTable: Table? {
    guard let inequality else { return nil }
    return Table(
      name: "inequality", title: "Inequality between the groups",
      columns: [
        Table.Column("measure"), Table.Column("base", decimals: 5),
        Table.Column("after", decimals: 5), Table.Column("change", decimals: 7),
      ],
      rows: inequality.map {
        [.text($0.measure), .number($0.base), .number($0.after), .number($0.change)]
      },
      notes: [
        "Between groups only, by income per head; inequality inside a group is held fixed, so all "
          + "inequality is larger than this."
      ])
  }
}

extension GroupDecomposition {
  /// Why the group gains, by account that receives.
  package var table: Table {
    func cells(_ name: String, _ parts: Parts) -> [Table.Cell] {
      [
        .text(name), .number(parts.amount), .number(parts.distributional),
        .optional(parts.interdependency), .number(parts.total), .number(parts.directDirect),
        .number(parts.directIndirect), .number(parts.indirectDirect),
        .number(parts.indirectIndirect),
      ]
    }
    return Table(
      name: "poor", title: "Why \(group.name) gains",
      columns: [
        Table.Column("account"), Table.Column("amount"),
        Table.Column("distributional", heading: "distri-\nbutional"),
        Table.Column("interdependency", heading: "interde-\npendency"), Table.Column("total"),
        Table.Column("direct_direct", heading: "direct,\ndirect"),
        Table.Column("direct_indirect", heading: "direct,\nindirect"),
        Table.Column("indirect_direct", heading: "indirect,\ndirect"),
        Table.Column("indirect_indirect", heading: "indirect,\nindirect"),
      ],
      rows: rows.map { cells($0.account.code, $0.parts) } + [cells("(all)", total)],
      notes: [
        "distributional: what reaches the group before the circle closes (M2 M1); interdependency: "
          + "by how much the circle multiplies it; the product is the total (Thorbecke & Jung "
          + "1996).",
        "direct-direct and so on: whether the open loop starts at the account itself, and the "
          + "closed loop ends at the group itself; the four add to the total (Pyatt & Round 2006).",
      ])
  }
}
