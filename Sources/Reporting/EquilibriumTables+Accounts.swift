internal import AccountMatrix
internal import GeneralEquilibrium

extension EquilibriumSolution {
  /// Rewards and employment of every factor, in all and by activity.
  func factorsTable(from base: EquilibriumSolution) -> Table {
    Table(
      name: "factors", title: "Rewards (per cent) and employment at base rewards",
      columns: [
        Table.Column("factor"), Table.Column("activity"),
        Table.Column("reward_percent", heading: "reward %"),
      ] + Self.levelColumns,
      rows: factorChanges(from: base).map { change in
        [
          .text(change.factor.code), .optional(change.activity?.code),
          .number(change.rewardPercent),
        ] + Self.cells(change.employment)
      },
      notes: ["A line without activity is the factor in all of them, its reward the average."])
  }

  /// Output by activity.
  func sectorsTable(from base: EquilibriumSolution) -> Table {
    Table(
      name: "sectors", title: "Output of activities at base prices, and its price",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .useful),
        Table.Column("group", importance: .extra),
      ] + Self.levelColumns + [Table.Column("price_percent", heading: "price %")],
      rows: sectorChanges(from: base).map { change in
        let activity = change.activity
        return [.text(activity.code), .text(activity.name), .optional(activity.group)]
          + Self.cells(change.output) + [.optional(change.pricePercent)]
      })
  }

  /// Exports and imports by commodity.
  func tradeTable(from base: EquilibriumSolution) -> Table {
    var rows: [[Table.Cell]] = []
    for change in tradeChanges(from: base) {
      for (flow, volume) in [("exports", change.exports), ("imports", change.imports)] {
        guard let volume else { continue }
        rows.append(
          [.text(change.commodity.code), .text(change.commodity.name), .text(flow)]
            + Self.cells(volume))
      }
    }
    return Table(
      name: "trade", title: "Exports of own output and imports, by volume",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .useful), Table.Column("flow"),
      ] + Self.levelColumns, rows: rows,
      notes: [
        "Exports are at basic prices and imports at world prices of the base. Exports drawn from the "
          + "composite of output and imports have fixed volumes, and are not listed."
      ])
  }

  /// Income and welfare by household.
  func householdsTable(from base: EquilibriumSolution) -> Table {
    Table(
      name: "households", title: "Income in money of the numeraire, and equivalent variation",
      columns: [Table.Column("account"), Table.Column("name", importance: .useful)]
        + Self.levelColumns
        + [Table.Column("ev"), Table.Column("ev_percent", heading: "EV, % of income")],
      rows: householdChanges(from: base).map { change in
        [.text(change.household.code), .text(change.household.name)] + Self.cells(change.income)
          + [.optional(change.welfare), .optional(change.welfarePercent)]
      })
  }
}
