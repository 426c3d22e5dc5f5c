internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension TargetingAnswer {
  private static let columns: [EffectColumn] = [
    .gdpFactorCost, .gdpFactorCostFixedAgriculture, .income, .incomeBeyondTransfer,
    .incomeBottom40, .incomeRural, .taxReturn, .importLeakage, .savingLeakage,
  ]

  /// Who is reached by each rule, and what comes of it.
  func table(title: String) -> Table {
    Table(
      name: "targeting", title: title,
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("marked", heading: "programme", importance: .label),
        Table.Column("targeting"),
        Table.Column("inclusion_error", heading: "inclusion\nerror", decimals: 2),
        Table.Column("exclusion_error", heading: "exclusion\nerror", decimals: 2),
        Table.Column("quintile_shortfall", heading: "quintile\nshortfall", decimals: 2),
        Table.Column("administration", heading: "admin-\nistration", decimals: 2),
        Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
        Table.Column(
          "gdp_factor_cost_fixed_agriculture", heading: "GDP,\nagric.\nfixed", decimals: 2),
        Table.Column("income", decimals: 2),
        Table.Column("income_beyond_transfer", heading: "beyond\ntransfer", decimals: 2),
        Table.Column("income_bottom40", heading: "poorest\n40%", decimals: 2),
        Table.Column("income_rural", heading: "income\nrural", decimals: 2),
        Table.Column("tax_return", heading: "tax\nback", decimals: 2),
        Table.Column("import_leakage", heading: "imports", decimals: 2, importance: .useful),
        Table.Column("saving_leakage", heading: "saving", decimals: 2, importance: .useful),
      ],
      rows: cases.map { one in
        [
          .text(one.programme.id), .text(one.programme.markedName), .text(one.made.targeting.id),
          .number(one.made.inclusionError), .optional(one.exclusionError),
          .number(one.made.quintileShortfall), .number(one.made.administration),
        ] + Self.columns.map { .optional(one.effect[$0]) }
      },
      notes: [
        "Per franc. Inclusion error: the part of the money handed out that reaches households "
          + "outside the poorest \(targetPercent) per cent. Exclusion error: the part of the "
          + "persons in the poorest \(targetPercent) per cent whom as many benefits as now do not "
          + "reach; empty where the persons covered are not given. Quintile shortfall: what "
          + "quintiles of the target lack of a fifth of the money each. Money is taken to be "
          + "spread evenly inside a quintile. The cost of administration is kept as in the "
          + "programme, although finer targeting costs more."
      ] + [Programme.assumedNote(among: programmes)].compactMap { $0 })
  }
}
