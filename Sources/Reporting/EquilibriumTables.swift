public import AccountMatrix
public import GeneralEquilibrium

extension EquilibriumSolution {
  /// One experiment whole: macro table, GDP three ways, prices, factors, sectors, trade, households
  /// and checks.
  ///
  /// - Parameter name: what was done, in words.
  /// - Throws: `Diagnostic` if the base cannot be shown.
  public func report(of name: String) throws(Diagnostic) -> Report {
    let base: EquilibriumSolution
    do { base = try model.base } catch { throw error.diagnostic }
    let tables = [
      macroTable(name), try gdpTable(from: base), pricesTable, factorsTable(from: base),
      sectorsTable(from: base), tradeTable(from: base), householdsTable(from: base), checksTable,
    ]
    return Report(
      command: "equilibrium",
      facts: [
        Report.Fact("matrix", model.sam.caption), Report.Fact("unit", model.sam.unit.description),
        Report.Fact("regime", "\(model.regime.name): \(model.regime.summary)"),
        Report.Fact("size", sizeSentence),
      ],
      tables: tables
    ).spoken(in: model.sam.unit)
  }

  private var sizeSentence: String {
    experiment.size == 0
      ? "nothing spent"
      : "\(experiment.size.sixDigits) \(model.sam.unit) spent, "
        + "\(sizePercentOfGDP.sixDigits) per cent of GDP at factor cost"
  }

  private func macroTable(_ name: String) -> Table {
    var rows: [[Table.Cell]] = []
    for indicator in Indicator.allCases {
      guard let change = change(of: indicator) else { continue }
      rows.append(
        [.text(indicator.rawValue)]
          + (level(of: indicator).map { Self.cells($0) }
            ?? [.empty, .empty, .empty, .number(change)]))
    }
    return Table(
      name: "macro", title: "\(name): \(sizeSentence), regime \(model.regime.name)",
      columns: [Table.Column("item")] + Self.levelColumns, rows: rows,
      notes: ["Regime \(model.regime.name): \(model.regime.summary)"]
        + model.notes.map { $0.sentence } + [EquilibriumModel.standingCaveat])
  }

  private func gdpTable(from base: EquilibriumSolution) throws(Diagnostic) -> Table {
    let items: [(item: String, level: LevelChange)]
    do { items = try gdpChanges(from: base) } catch { throw error.diagnostic }
    return Table(
      name: "gdp", title: "GDP at market prices three ways, in money of the numeraire",
      columns: [Table.Column("item")] + Self.levelColumns,
      rows: items.map { [.text($0.item)] + Self.cells($0.level) })
  }

  private var pricesTable: Table {
    var rows: [[Table.Cell]] = []
    for (account, percent) in priceChanges {
      rows.append([
        .text(account.code), .text(account.name), .optional(account.kind?.rawValue),
        .number(percent),
      ])
    }
    return Table(
      name: "prices", title: "Prices: change in per cent of the base",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .useful), Table.Column("kind"),
        Table.Column("change_percent", heading: "change %"),
      ], rows: rows)
  }

  private var checksTable: Table {
    func row(_ name: String, _ value: Double) -> [Table.Cell] { [.text(name), .number(value)] }
    return Table(
      name: "checks", title: "Checks of the solution",
      columns: [Table.Column("check"), Table.Column("value", decimals: 15)],
      rows: [
        row("largest_residual", residual), row("saving_less_investment", walras),
        row("largest_account_gap", largestGap),
        [.text("unknowns"), .count(model.unknownCount)], [.text("newton_steps"), .count(steps)],
        [.text("factorisations"), .count(factorisations)],
      ],
      notes: [
        "Residuals are relative to the flow of their market; saving less investment and the largest "
          + "gap between receipts and payments are relative to GDP. A result beyond 1e-10 is refused."
      ])
  }

  static let levelColumns = [
    Table.Column("base", decimals: 2), Table.Column("after", decimals: 2),
    Table.Column("change", decimals: 3), Table.Column("percent", heading: "%", decimals: 3),
  ]

  static func cells(_ level: LevelChange?) -> [Table.Cell] {
    guard let level else { return [.empty, .empty, .empty, .empty] }
    return [
      .number(level.base), .number(level.after), .number(level.change),
      .optional(level.percent),
    ]
  }
}
