internal import AccountMatrix
internal import Multipliers
public import SpendingPolicy

extension Comparison {
  private static let net: [EffectColumn] = [
    .gdpFactorCost, .gdpFactorCostFixedAgriculture, .income, .incomeBottom40, .taxReturn,
  ]

  /// Columns of every programme before and after it is paid for, and where it breaks even.
  func financingTable(factor: Double) -> Table {
    let unitName = model.sam.unit.description
    return Table(
      name: "financing",
      title: "Paid by \(financing.inWords): what is given, taken and left",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
        Table.Column("financing", importance: .dataOnly),
      ] + Table.Column.gross(decimals: 2) + Table.Column.net(of: Self.net, decimals: 2) + [
        Table.Column("break_even_share", heading: "break-even\nshare", decimals: 2),
        Table.Column("break_even_response", heading: "breaks\neven\nabove", decimals: 2),
      ],
      rows: rows.map { row in
        [
          .text(row.programme.id), .text(row.programme.name), .text(financing.id),
          .optional(EffectColumn.gdpFactorCost.of(factor, perFranc: row.gross.gdpFactorCost)),
          // Who pays by a grant gives nothing up.
          .optional(
            EffectColumn.gdpFactorCost.of(factor, perFranc: financingEffect?.gdpFactorCost ?? 0)),
        ] + Self.net.map { .optional($0.of(factor, perFranc: row.effect[$0])) } + [
          .optional(row.breakEvenShare), .optional(row.breakEvenResponse),
        ]
      },
      notes: financingNotes + [
        "'break-even share': the part of each franc that may be paid so before GDP at factor cost "
          + "falls; one or more, all of it. 'breaks even above': the share of demand that "
          + "agriculture must meet for the net effect to be positive; empty where it never turns. "
          + (factor == 1 ? "Per franc." : "In \(unitName).")
      ])
  }

  /// What a reader of net effects must know.
  var financingNotes: [String] {
    var notes = [
      "Paid by \(financing.inWords): \(financing.assumption). Net effects are the column of the "
        + "programme less that of the money where it came from. 'tax back' is net as well: the "
        + "franc that is raised is not credited, and neither is tax that would have come back "
        + "from the payers' own spending."
    ]
    if displacedEarnings > 0 {
      notes.append(
        "Earnings given up elsewhere: \((100 * displacedEarnings).fixed(0)) per cent of the wages "
          + "that programmes pay themselves; they are taken off direct wages and off incomes, so "
          + "leakages of such a programme add to less than the franc.")
    }
    return notes
  }

  /// Winners and losers by group of households.
  ///
  /// - Throws: `Failure.financing`.
  public func groupsTable(factor: Double = 1) throws(Failure) -> Table {
    let effects = try groupEffects()
    return Table(
      name: "groups", title: "Winners and losers, paid by \(financing.inWords)",
      columns: [
        Table.Column("programme"), Table.Column("group"),
        Table.Column("given", decimals: 3), Table.Column("earned", decimals: 3),
        Table.Column("paid", decimals: 3), Table.Column("net", decimals: 3),
        Table.Column("result"),
      ],
      rows: effects.flatMap { programme, groups in
        groups.map { $0.times(factor) }.map { group in
          [
            .text(programme.id), .text(group.account.code), .number(group.given),
            .number(group.earned), .number(group.paid), .number(group.net),
            .text(group.result.rawValue),
          ]
        }
      },
      notes: financingNotes + [
        "given: by the programme itself. earned: the change of receipts beyond that, net of what "
          + "the financing takes out of the economy. paid: given up for the financing. Groups add "
          + "to the net effect on income; 'even' is less than half a thousandth of the franc."
      ])
  }
}
