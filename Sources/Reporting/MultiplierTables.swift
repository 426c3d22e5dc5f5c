internal import AccountMatrix
public import Multipliers

extension MultiplierModel {
  /// What a unit injected into each endogenous account does.
  ///
  /// - Throws: `Failure.leakagesDiffer` if the leakages of an account do not add to one.
  public func multipliersReport() throws(Failure) -> Report {
    let multipliers = try multipliers()
    let measures = hasMeasures ? Measure.allCases : []
    let leakages = multipliers.first?.leakages.map { $0.account } ?? []
    let columns =
      [
        Table.Column("account"),
        Table.Column("name", heading: "name", importance: .displayOnly),
      ]
      + measures.map { Table.Column($0.rawValue, heading: $0.heading, decimals: 3) }
      + leakages.map { Table.Column("leak:\($0)", heading: "leak:\n\($0)", importance: .useful) }
      + [Table.Column("leakage_total", heading: "all\nleaks")]
    let rows = multipliers.map { row -> [Table.Cell] in
      [.text(row.account.code), .text(row.account.name)]
        + measures.map { .optional(row.measures?[$0]) }
        + row.leakages.map { .number($0.amount) } + [.number(row.totalLeakage)]
    }
    return Report(
      command: "multipliers", facts: facts,
      tables: [
        Table(
          name: "multipliers", title: "Multipliers: what one unit injected into an account does",
          columns: columns, rows: rows, notes: standingNotes + [caveat])
      ])
  }

  /// What one shock does to every account, and where it leaks.
  ///
  /// - Throws: `Failure` as `response(to:)`.
  public func shockReport(_ injection: Injection) throws(Failure) -> Report {
    let response = try response(to: injection)
    func row(
      _ code: String, _ name: String, _ role: String, _ level: LevelChange
    ) -> [Table.Cell] {
      [
        .text(code), .text(name), .text(role), .number(level.base), .number(level.change),
        .optional(level.percent),
      ]
    }
    var rows = zip(endogenous, response.levels).map {
      row($0.code, $0.name, "endogenous", $1)
    }
    for (i, level) in response.leakageLevels.enumerated() {
      rows.append(
        row(
          response.leakages[i].account,
          i < exogenous.count ? exogenous[i].name : "Demand not met", "leakage", level))
    }
    let shock = injection.amounts.map { "\($0.account) \($0.value.shortest)" }
    var notes = ["Injected: \(shock.joined(separator: ", ")); leakages add to the injection."]
    if hasMeasures {
      notes.append(
        "Change of "
          + Measure.allCases.compactMap { measure in
            (response.measures?[measure]).map { "\(measure.label) \($0.fixed(3))" }
          }.joined(separator: ", ") + ".")
    }
    return Report(
      command: "multipliers", facts: facts + [Report.Fact("shock", shock.joined(separator: ", "))],
      tables: [
        Table(
          name: "shock", title: "What the shock does, in \(sam.unit)",
          columns: Self.shockColumns, rows: rows, notes: notes + standingNotes + [caveat])
      ])
  }

  private static let shockColumns = [
    Table.Column("account"), Table.Column("name", importance: .displayOnly),
    Table.Column("role"), Table.Column("base"), Table.Column("change"), Table.Column("percent"),
  ]

  /// What an injection and shifts of limited outputs do together; net final demand of the limited
  /// accounts stands behind the endogenous accounts.
  ///
  /// - Throws: `Failure` as `mixedResponse(to:shifting:)`.
  package func shiftReport(
    _ injection: Injection, shifting shifts: Injection
  ) throws(Failure) -> Report {
    let response = try mixedResponse(to: injection, shifting: shifts)
    var rows = zip(endogenous, response.levels).map { account, level -> [Table.Cell] in
      [
        .text(account.code), .text(account.name), .text("endogenous"), .number(level.base),
        .number(level.change), .optional(level.percent),
      ]
    }
    rows += response.limited.map { limited in
      [
        .text(limited.account.code), .text(limited.account.name), .text("final-demand"), .empty,
        .number(limited.netFinalDemand), .empty,
      ]
    }
    rows += zip(exogenous.map { $0.name } + ["Demand not met"], response.leakages).map {
      [.text($1.account), .text($0), .text("leakage"), .empty, .number($1.amount), .empty]
    }
    let words = { (amounts: [Injection.Amount]) in
      amounts.map { "\($0.account) \($0.value.shortest)" }.joined(separator: ", ")
    }
    return Report(
      command: "multipliers",
      facts: facts + [
        Report.Fact("shock", words(injection.amounts)),
        Report.Fact("output_shift", words(shifts.amounts)),
      ],
      tables: [
        Table(
          name: "shock", title: "What the shock does, in \(sam.unit)",
          columns: Self.shockColumns, rows: rows,
          notes: [
            "Output shifted: \(words(shifts.amounts)). 'final-demand' is the change of exports less "
              + "competing imports of a limited account: dy_u = R (df_u + A_uc dy_c), df_c = "
              + "(I - A_cc) dy_c - A_cu dy_u. Leakages add to the injection and the shifts."
          ] + standingNotes + [caveat])
      ])
  }

  /// The whole matrix of multipliers: the row account's change per unit into the column account.
  package func matrixReport() -> Report {
    let matrix = multiplierMatrix()
    return Report(
      command: "multipliers", facts: facts,
      tables: [
        Table(
          name: "matrix",
          title: "Multiplier matrix: change of the row account per unit into the column account",
          columns: [Table.Column("account")] + endogenous.map { Table.Column($0.code) },
          rows: zip(endogenous, matrix).map { [.text($0.code)] + $1.map(Table.Cell.number) },
          notes: standingNotes)
      ])
  }
}

extension Measure {
  /// The heading of the measure's column.
  var heading: String {
    switch self {
    case .output: "output"
    case .gdpFactorCost: "GDP,\nfactor\ncost"
    case .gdpMarketPrices: "GDP,\nmarket\nprices"
    case .income: "income"
    }
  }

  /// The measure in words.
  var label: String {
    switch self {
    case .output: "output"
    case .gdpFactorCost: "GDP at factor cost"
    case .gdpMarketPrices: "GDP at market prices"
    case .income: "household income"
    }
  }
}
