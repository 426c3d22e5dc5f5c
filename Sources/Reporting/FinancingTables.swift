internal import AccountMatrix
internal import Multipliers
public import SpendingPolicy

extension Financing {
  /// Who pays, in a word or two, for a column.
  func label(among programmes: [Programme]) -> String {
    switch self {
    case .grant: "a grant"
    case .borrowing(0): "borrowing"
    case .borrowing(1): "borrowing, crowding out"
    case .borrowing(let share): "borrowing, \((100 * share).fixed(0))% crowding out"
    case .directTax: "direct tax"
    case .indirectTax: "indirect tax"
    case .contributions: "contributions"
    case .programme(let id):
      "a cut: \(programmes.first { $0.id == id }?.markedName ?? id)"
    }
  }

  /// Who pays, in words.
  public var inWords: String {
    switch self {
    case .grant: "a grant from abroad"
    case .borrowing(0): "borrowing that crowds nothing out"
    case .borrowing(1): "borrowing that takes the place of investment, franc for franc"
    case .borrowing(let share):
      "borrowing of which \((100 * share).fixed(0)) per cent takes the place of investment"
    case .directTax: "a lump sum in proportion to direct taxes paid"
    case .indirectTax: "product taxes, in proportion to those inside what households buy"
    case .contributions: "social contributions on formal wages"
    case .programme(let id): "a cut of the programme '\(id)'"
    }
  }

  /// What the way of paying assumes.
  var assumption: String {
    switch self {
    case .grant, .borrowing(0):
      "nobody in the country gives anything up in the year; repayment is not counted"
    case .borrowing:
      "investment falls by its composition in the matrix; repayment is not counted"
    case .directTax:
      "households and enterprises pay in proportion to what they pay in the matrix, and cut "
        + "spending and saving in proportion to what is left after direct tax"
    case .indirectTax:
      "households pay in proportion to the product tax inside what they buy, that on inputs "
        + "included; own produce is exempt; prices before tax and quantities asked by others do "
        + "not move"
    case .contributions:
      "the legal split is that of SAM/financing; employers' halves are taken out of wages as "
        + "stated there; formal wages by household are those of members of the medical scheme"
    case .programme: "its whole franc, administration included, is not spent"
    }
  }
}

extension Comparison {
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
        Table.Column("gdp_gross", heading: "GDP\ngiven", decimals: 2),
        Table.Column("gdp_taken", heading: "GDP\ntaken", decimals: 2),
        Table.Column("gdp_net", heading: "GDP\nnet", decimals: 2),
        Table.Column("gdp_net_fixed_agriculture", heading: "net,\nagric.\nfixed", decimals: 2),
        Table.Column("income_net", heading: "income\nnet", decimals: 2),
        Table.Column("income_bottom40_net", heading: "poorest\n40% net", decimals: 2),
        Table.Column("tax_return_net", heading: "tax\nback,\nnet", decimals: 2),
        Table.Column("break_even_share", heading: "break-even\nshare", decimals: 2),
        Table.Column("break_even_response", heading: "breaks\neven\nabove", decimals: 2),
      ],
      rows: rows.map { row in
        let taken = financingEffect?.gdpFactorCost ?? 0
        return [
          .text(row.programme.id), .text(row.programme.name), .text(financing.id),
          .number(factor * row.gross.gdpFactorCost), .number(factor * taken),
          .number(factor * row.effect.gdpFactorCost),
          .optional(row.effect.gdpFactorCostFixedAgriculture.map { factor * $0 }),
          .number(factor * row.effect.income),
          .optional(row.effect.incomeBottom40.map { factor * $0 }),
          .number(factor * row.effect.taxReturn), .optional(row.breakEvenShare),
          .optional(row.breakEvenResponse),
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
        groups.map { group in
          [
            .text(programme.id), .text(group.account.code), .number(factor * group.given),
            .number(factor * group.earned), .number(factor * group.paid),
            .number(factor * group.net),
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
