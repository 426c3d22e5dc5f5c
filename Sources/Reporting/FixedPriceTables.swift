internal import AccountMatrix
public import Multipliers

extension FixedPriceMultipliers {
  /// The names of the tables that stand beside the multipliers at the margin.
  package static let tableNames = ["fixed-price", "difference", "marginal-shares"]

  /// Accounting and fixed-price multipliers side by side, where they differ, and the shares.
  public var tables: [Table] { [sideBySide, decomposition, marginalShares] }

  /// A measure with its names and both multipliers of every account.
  private var differences: [(id: String, heading: String, values: Difference)] {
    guard let differences = differencesByMeasure else {
      return [("receipts", "all\nreceipts", differenceOfReceipts())]
    }
    return differences.map { ($0.measure.rawValue, $0.measure.heading, $0.difference) }
  }

  private var sideBySide: Table {
    let differences = differences
    let excesses = differences.map { (values: $0.values, excess: $0.values.excess) }
    return Table(
      name: "fixed-price", title: "Multipliers with average spending, and at the margin",
      columns: [Table.Column("account"), Table.Column("name", importance: .displayOnly)]
        + differences.flatMap { measure in
          let importance: Table.Column.Importance =
            measure.id == Measure.gdpFactorCost.rawValue || differences.count == 1
            ? .essential : .useful
          return [
            Table.Column(
              measure.id, heading: measure.heading + ",\naverage", importance: importance),
            Table.Column(
              measure.id + "_fixed_price", heading: measure.heading + ",\nmargin",
              importance: importance),
            Table.Column(
              measure.id + "_difference", heading: measure.heading + ",\ndifference",
              importance: importance),
          ]
        },
      rows: accounting.endogenous.indices.map { i -> [Table.Cell] in
        [.text(accounting.endogenous[i].code), .text(accounting.endogenous[i].name)]
          + excesses.flatMap { measure -> [Table.Cell] in
            [
              .number(measure.values.accounting[i]), .number(measure.values.fixedPrice[i]),
              .number(measure.excess[i]),
            ]
          }
      },
      notes: [
        "Average: (I - A)^-1; at the margin: (I - C)^-1 with c = elasticity x a (Pyatt & Round "
          + "1979). The table 'difference' parts the difference by household, 'marginal-shares' "
          + "shows A and C."
          + (marginal.settings.ownConsumption == .off
            ? " Own consumption does not respond at the margin: households buy on the market." : "")
      ] + accounting.standingNotes + [MultiplierModel.standingCaveat])
  }

  private var decomposition: Table {
    let differences = differences
    let households = differences.flatMap { $0.values.parts.map { $0.household } }.uniqued
    return Table(
      name: "difference", title: "Where fixed-price and accounting multipliers differ",
      columns: [
        Table.Column("account"), Table.Column("measure"), Table.Column("accounting"),
        Table.Column("fixed_price", heading: "fixed\nprice"), Table.Column("difference"),
      ] + households.map { Table.Column("from:\($0.code)", decimals: 4, importance: .useful) },
      rows: differences.map { measure in
        (
          id: measure.id, values: measure.values, excess: measure.values.excess,
          parts: households.map { measure.values.part(of: $0) }
        )
      }.flatMap { measure in
        accounting.endogenous.indices.map { i -> [Table.Cell] in
          [
            .text(accounting.endogenous[i].code), .text(measure.id),
            .number(measure.values.accounting[i]), .number(measure.values.fixedPrice[i]),
            .number(measure.excess[i]),
          ] + measure.parts.map { .number($0[i]) }
        }
      },
      notes: [
        "The difference is a sum over households: what a franc of their spending does differently "
          + "at the margin, times the income that reaches them."
      ])
  }

  private var marginalShares: Table {
    let changed = accounting.endogenous.indices.filter {
      accounting.spendingShares(of: $0) != marginal.spendingShares(of: $0)
    }
    let names = accounting.endogenous + accounting.exogenous
    return Table(
      name: "marginal-shares", title: "Spending shares on average and at the margin",
      columns: [
        Table.Column("household"), Table.Column("commodity"),
        Table.Column("average", decimals: 4), Table.Column("marginal", decimals: 4),
      ],
      rows: changed.flatMap { h in
        zip(names, zip(accounting.spendingShares(of: h), marginal.spendingShares(of: h)))
          .filter { $0.1 != (0, 0) }
          .map { account, shares -> [Table.Cell] in
            [
              .text(accounting.endogenous[h].code), .text(account.code), .number(shares.0),
              .number(shares.1),
            ]
          }
      },
      notes: [
        "Shares of a household's spending add to one in both columns, saving and taxes included."
      ])
  }
}
