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
  public func totalsTable(notes: [String] = []) -> Table {
    let knowsAreas = rows.allSatisfy { $0.group.area != nil }
    let knowsQuintiles = rows.allSatisfy { $0.group.quintile != nil }
    var parts: [(String, [Row])] = [("all", rows)]
    if knowsAreas {
      parts.append(("rural", rows.filter { $0.group.area == .rural }))
      parts.append(("urban", rows.filter { $0.group.area == .urban }))
    }
    if knowsQuintiles {
      parts.append(("bottom40", rows.filter { ($0.group.quintile ?? 0) <= 2 }))
      parts.append(("others", rows.filter { ($0.group.quintile ?? 0) > 2 }))
    }
    let total = totalChange
    return Table(
      name: "totals", title: "Areas, and the poorest 40 per cent",
      columns: [
        Table.Column("group"), Table.Column("base", decimals: 1), Table.Column("change"),
        Table.Column("percent"), Table.Column("share_of_change", heading: "share of\nchange"),
        Table.Column("paid_directly", heading: "paid\ndirectly"),
        Table.Column("beyond_transfer", heading: "beyond\ntransfer"),
        Table.Column("population", decimals: 0, importance: .useful),
      ],
      rows: parts.map { name, members in
        let base = members.reduce(0) { $0 + $1.base }
        let change = members.reduce(0) { $0 + $1.change }
        let people = members.map { $0.population }
        return [
          .text(name), .number(base), .number(change),
          .optional(base == 0 ? nil : 100 * change / base),
          .optional(total == 0 ? nil : change / total),
          .number(members.reduce(0) { $0 + $1.paidDirectly }),
          .number(members.reduce(0) { $0 + $1.changeBeyondTransfer }),
          .optional(people.contains(nil) ? nil : people.reduce(0) { $0 + ($1 ?? 0) }),
        ]
      }, notes: notes)
  }

  /// Gini and Theil between the groups, before and after; `nil` where people are not known.
  public var inequalityTable: Table? {
    let people = rows.compactMap { $0.population }
    let incomes = rows.map { $0.base }
    let after = rows.map { $0.base + $0.change }
    guard people.count == rows.count, (incomes + after).allSatisfy({ $0 >= 0 }) else { return nil }
    let measures: [(String, ([Double], [Double]) -> Double)] = [
      ("gini_between", { Inequality.gini(incomes: $0, populations: $1) }),
      ("theil_between", { Inequality.theil(incomes: $0, populations: $1) }),
    ]
    return Table(
      name: "inequality", title: "Inequality between the groups",
      columns: [
        Table.Column("measure"), Table.Column("base", decimals: 5),
        Table.Column("after", decimals: 5), Table.Column("change", decimals: 7),
      ],
      rows: measures.map { name, value in
        let (before, then) = (value(incomes, people), value(after, people))
        return [.text(name), .number(before), .number(then), .number(then - before)]
      },
      notes: [
        "Between groups only, by income per head; inequality inside a group is held fixed, so all "
          + "inequality is larger than this."
      ])
  }
}

extension MultiplierModel {
  /// The relative-income matrix: groups by the endogenous accounts that a unit goes into.
  ///
  /// - Throws: `Failure` for an unknown or exogenous group.
  public func relativeIncomeTable(of groups: [String]?) throws(Failure) -> Table {
    let matrix = try relativeIncomeMatrix(of: groups)
    return Table(
      name: "rim",
      title: "Relative income: by how much the row group's share of income rises per unit "
        + "(\(sam.unit)) into the column account",
      columns: [Table.Column("group")] + endogenous.map { Table.Column($0.code, decimals: 7) },
      rows: zip(matrix.groups, matrix.rows).map { [.text($0.code)] + $1.map(Table.Cell.number) },
      notes: ["Columns add to zero (Roland-Holst & Sancho 1992)."])
  }
}

extension GroupDecomposition {
  /// Why the group gains, by account that receives.
  public var table: Table {
    func cells(_ name: String, _ rows: [Row]) -> [Table.Cell] {
      func sum(_ value: (Row) -> Double) -> Double { rows.reduce(0) { $0 + value($1) } }
      let (first, all) = (sum { $0.distributional }, sum { $0.total })
      return [
        .text(name), .number(sum { $0.amount }), .number(first),
        .optional(first == 0 ? nil : all / first), .number(all), .number(sum { $0.directDirect }),
        .number(sum { $0.directIndirect }), .number(sum { $0.indirectDirect }),
        .number(sum { $0.indirectIndirect }),
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
      rows: rows.map { cells($0.account.code, [$0]) } + [cells("(all)", rows)],
      notes: [
        "distributional: what reaches the group before the circle closes (M2 M1); interdependency: "
          + "by how much the circle multiplies it; the product is the total (Thorbecke & Jung "
          + "1996).",
        "direct-direct and so on: whether the open loop starts at the account itself, and the "
          + "closed loop ends at the group itself; the four add to the total (Pyatt & Round 2006).",
      ])
  }
}
