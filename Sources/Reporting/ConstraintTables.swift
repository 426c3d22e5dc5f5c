internal import AccountMatrix
public import Multipliers

extension ConstrainedMultipliers {
  /// Unconstrained and constrained multipliers side by side, and how trade adjusts.
  ///
  /// - Parameter adjustment: which flow of the rest of the world makes good what is not supplied.
  package func table(adjusting adjustment: SupplyAdjustment) -> Table {
    let measures = model.hasMeasures ? Measure.allCases : []
    var columns = [Table.Column("account"), Table.Column("name", importance: .displayOnly)]
    for measure in measures {
      let importance: Table.Column.Importance = measure == .output ? .useful : .essential
      columns += [
        Table.Column(measure.rawValue, heading: measure.heading, importance: importance),
        Table.Column(
          measure.rawValue + "_constrained", heading: "\(measure.heading),\nfixed",
          importance: importance),
      ]
    }
    columns += [
      Table.Column(
        "receipts", heading: "all\nreceipts", importance: measures.isEmpty ? .essential : .extra),
      Table.Column(
        "receipts_constrained", heading: "all\nreceipts,\nfixed",
        importance: measures.isEmpty ? .essential : .extra),
      Table.Column("leak:supply", heading: "leak:\nsupply"),
      Table.Column("imports", heading: "imports\ninstead", importance: .useful),
      Table.Column("exports", heading: "exports\nforgone", importance: .useful),
    ]
    let rows = rows.map { row -> [Table.Cell] in
      [.text(row.free.account.code), .text(row.free.account.name)]
        + measures.flatMap { measure -> [Table.Cell] in
          [.optional(row.free.measures?[measure]), .optional(row.limited.measures?[measure])]
        } + [
          .number(row.freeReceipts), .number(row.limitedReceipts), .number(row.unmet),
          .number(adjustment == .imports ? row.unmet : 0),
          .number(adjustment == .exports && row.unmet != 0 ? -row.unmet : 0),
        ]
    }
    return Table(
      name: "constrained", title: "Multipliers, unconstrained and constrained, per unit injected",
      columns: columns, rows: rows,
      notes: [
        "'fixed': activities meet demand only as the response says. What they do not meet is made "
          + "good by \(adjustment.sentence), leaks as leak:supply, and is no output and no income."
      ] + model.standingNotes + [model.caveat])
  }
}

extension SupplyAdjustment {
  /// What adjusts, in words.
  fileprivate var sentence: String {
    switch self {
    case .imports: "imports"
    case .exports: "exports that are forgone"
    }
  }
}

extension MultiplierModel {
  /// What a unit more of each limited output is worth.
  ///
  /// - Throws: `Failure.leakagesDiffer`.
  public func shadowTable() throws(Failure) -> Table {
    let prices = try shadowPrices()
    let measures = hasMeasures ? Measure.allCases : []
    return Table(
      name: "shadow", title: "What one unit more of a limited output adds",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .displayOnly),
        Table.Column("response"),
      ] + measures.map { Table.Column($0.rawValue, heading: $0.heading) } + [
        Table.Column("receipts", heading: "all\nreceipts"),
        Table.Column("net_final_demand", heading: "net final\ndemand"),
      ],
      rows: prices.map { price -> [Table.Cell] in
        [.text(price.account.code), .text(price.account.name), .number(price.share)]
          + measures.map { .optional(price.measures?[$0]) }
          + [.number(price.receipts), .number(price.netFinalDemand)]
      },
      notes: [
        "The shadow price of the limit: w'(I - S A)^-1 e, the dual of the constraint. 'all "
          + "receipts' weighs every endogenous account with one; 'net final demand' is the part of "
          + "the unit that is exported or replaces imports."
      ] + standingNotes)
  }

  /// How trade adjusts to what limited activities do not supply.
  ///
  /// - Throws: `Failure` as `mixedResponse(to:shifting:)`.
  package func adjustmentTable(
    _ injection: Injection, shifting shifts: Injection, adjusting adjustment: SupplyAdjustment
  ) throws(Failure) -> Table {
    let response = try mixedResponse(to: injection, shifting: shifts)
    return Table(
      name: "adjustment", title: "How trade adjusts to limited outputs, \(sam.unit)",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .displayOnly),
        Table.Column("response"), Table.Column("output"),
        Table.Column("unmet", heading: "demand\nnot met"),
        Table.Column("net_final_demand", heading: "net final\ndemand"),
        Table.Column("imports"), Table.Column("exports"),
        Table.Column("base_exports", heading: "exports\nin base"),
      ],
      rows: response.tradeAdjustments(by: adjustment).map { trade -> [Table.Cell] in
        [
          .text(trade.limited.account.code), .text(trade.limited.account.name),
          .number(trade.limited.share), .number(trade.limited.output),
          .number(trade.limited.unmet), .number(trade.limited.netFinalDemand),
          .number(trade.imports), .number(trade.exports), .optional(trade.baseExports),
        ]
      },
      notes: [
        "Net final demand is exports less competing imports, as it must change to keep the account "
          + "in balance. "
          + (adjustment == .imports
            ? "Imports adjust." : "Exports adjust as far as there are any, then imports.")
      ] + standingNotes)
  }
}
