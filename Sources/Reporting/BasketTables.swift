internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Comparison {
  /// The average of social protection beside each basket of other spending, and what each programme
  /// contributes to the difference of the averages.
  func basketTables(factor: Double) -> [Table] {
    let protection = average(of: .socialProtection)
    let columns: [EffectColumn] = [
      .gdpFactorCost, .gdpFactorCostFixedAgriculture, .gdpWithPay, .incomeBottom40,
    ]
    func cells(_ values: [EffectColumn: Double]) -> [Table.Cell] {
      columns.map { column in .optional(column.of(factor, perFranc: values[column])) }
    }
    func less(_ basket: Basket, _ column: EffectColumn) -> Table.Cell {
      .optional(column.of(factor, perFranc: protectionLess(basket, column)))
    }
    func gdp(_ perFranc: Double?) -> Table.Cell {
      .optional(EffectColumn.gdpFactorCost.of(factor, perFranc: perFranc))
    }
    let baskets = baskets
    let basketTable = Table(
      name: "baskets", title: "Social protection beside what somebody might trade it with",
      columns: [
        Table.Column("basket"), Table.Column("programmes", importance: .useful),
        Table.Column("outlay", decimals: 1),
        Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
        Table.Column(
          "gdp_factor_cost_fixed_agriculture", heading: "GDP,\nagric.\nfixed", decimals: 2),
        Table.Column("gdp_with_pay", heading: "GDP\nwith\npay", decimals: 2),
        Table.Column("income_bottom40", heading: "income\npoorest\n40%", decimals: 2),
        Table.Column("protection_less", heading: "protection\nless it", decimals: 2),
        Table.Column(
          "protection_less_fixed_agriculture", heading: "agric.\nfixed", decimals: 2),
      ],
      rows: (protection.map { average -> [[Table.Cell]] in
        [
          [
            .text("social protection"),
            .text(average.members.map { $0.programme.id }.joined(separator: " ")),
            .number(average.countedOutlay(in: model.sam.unit)),
          ] + cells(average.values) + [.empty, .empty]
        ]
      } ?? [])
        + baskets.map { basket in
          [
            .text(basket.name), .text(basket.members.map { $0.id }.joined(separator: " ")),
            .number(basket.outlay),
          ] + cells(basket.values) + [
            less(basket, .gdpFactorCost), less(basket, .gdpFactorCostFixedAgriculture),
          ]
        },
      notes: [
        "Averages by outlay of the programmes named; which programme belongs to which basket stands in "
          + "the column 'basket' of the programmes."
      ])
    let parts = contributions
    let contributionTable = Table(
      name: "contributions",
      title: "What each programme contributes to the difference of the averages",
      columns: [
        Table.Column("family", importance: .useful), Table.Column("programme"),
        Table.Column("weight", decimals: 3),
        Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
        Table.Column("contribution", heading: "contri-\nbution", decimals: 3),
        Table.Column("difference_without", heading: "difference\nwithout it", decimals: 2),
      ],
      rows: parts.map { part in
        [
          .text(part.programme.family.rawValue), .text(part.programme.id), .number(part.weight),
          gdp(part.effect), gdp(part.contribution), gdp(part.differenceWithout),
        ]
      },
      notes: [
        "Weights times the distance of GDP at factor cost from the mean of the two averages, with the "
          + "sign of the family: the contributions add to social protection less other public "
          + "spending. The effect of a programme inside another is taken out of the other."
      ])
    return (baskets.isEmpty ? [] : [basketTable]) + (parts.isEmpty ? [] : [contributionTable])
  }
}
