internal import AccountMatrix
internal import GeneralEquilibrium

extension EquilibriumSolution {
  /// Rewards and employment of every factor, in all and by activity.
  func factorsTable(from base: EquilibriumSolution) -> Table {
    var rows: [[Table.Cell]] = []
    let activities = model.sam.accounts.filter { $0.kind == .activity }
    for factor in model.sam.accounts where factor.kind?.isFactor == true {
      var before = 0.0
      var after = 0.0
      var paid = 0.0
      var parts: [[Table.Cell]] = []
      for activity in activities {
        guard let employed = employment(of: factor.code, in: activity.code),
          let start = base.employment(of: factor.code, in: activity.code),
          let reward = reward(of: factor.code, in: activity.code)
        else { continue }
        before += start
        after += employed
        paid += employed * reward
        parts.append(
          [.text(factor.code), .text(activity.code), .number(100 * (reward - 1))]
            + Self.levels(start, employed))
      }
      guard before > 0 else { continue }
      rows.append(
        [.text(factor.code), .empty, .number(100 * (paid / after - 1))]
          + Self.levels(before, after))
      rows += parts
    }
    return Table(
      name: "factors", title: "Rewards (per cent) and employment at base rewards",
      columns: [
        Table.Column("factor"), Table.Column("activity"),
        Table.Column("reward_percent", heading: "reward %"),
      ] + Self.levelColumns, rows: rows,
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
      rows: model.sam.accounts.filter { $0.kind == .activity }.compactMap { account in
        guard let after = quantity(of: account.code) else { return nil }
        return [.text(account.code), .text(account.name), .optional(account.group)]
          + Self.levels(base.quantity(of: account.code), after)
          + [.optional(price(of: account.code).map { 100 * ($0 - 1) })]
      })
  }

  /// Exports and imports by commodity.
  func tradeTable(from base: EquilibriumSolution) -> Table {
    var rows: [[Table.Cell]] = []
    for account in model.sam.accounts where account.kind == .commodity {
      let code = account.code
      if let after = exportVolume(of: code) {
        rows.append(
          [.text(code), .text(account.name), .text("exports")]
            + Self.levels(base.exportVolume(of: code), after))
      }
      if let after = importVolume(of: code) {
        rows.append(
          [.text(code), .text(account.name), .text("imports")]
            + Self.levels(base.importVolume(of: code), after))
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
    let positions = model.sam.accounts.indices.filter { model.sam.accounts[$0].kind == .household }
    let before = base.sam.receipts
    let after = sam.receipts
    return Table(
      name: "households", title: "Income in money of the numeraire, and equivalent variation",
      columns: [Table.Column("account"), Table.Column("name", importance: .useful)]
        + Self.levelColumns
        + [Table.Column("ev"), Table.Column("ev_percent", heading: "EV, % of income")],
      rows: positions.map { k in
        let account = model.sam.accounts[k]
        let welfare = equivalentVariation(of: account.code)
        return [.text(account.code), .text(account.name)] + Self.levels(before[k], after[k]) + [
          .optional(welfare), .optional(welfare.map { 100 * $0 / before[k] }),
        ]
      })
  }
}
