package import AccountMatrix
package import CountryData
package import Reporting

extension Table {
  /// Income and spending of every scheme, which balance, and whom it covers.
  package static func schemes(_ schemes: [SocialScheme], in unit: CurrencyUnit) -> Table {
    Table(
      name: "schemes", title: "Social protection by scheme, \(unit)",
      columns: [
        Table.Column("scheme", importance: .dataOnly), Table.Column("name", heading: "scheme"),
        Table.Column("contributions", heading: "contri-\nbutions", decimals: 1),
        Table.Column("budget", decimals: 1),
        Table.Column("cash_benefits", heading: "cash\nbenefits", decimals: 1),
        Table.Column("benefits_in_kind", heading: "in\nkind", decimals: 1),
        Table.Column("administration", heading: "admin-\nistration", decimals: 1),
        Table.Column("surplus", decimals: 1),
        Table.Column("difference", importance: .dataOnly),
        Table.Column("covers", importance: .displayOnly),
        Table.Column("covered", importance: .dataOnly),
        Table.Column("covered_unit", importance: .dataOnly),
        Table.Column("covered_year", importance: .dataOnly),
        Table.Column("benefit", importance: .dataOnly),
        Table.Column("benefit_unit", importance: .dataOnly),
      ],
      rows: schemes.map {
        [
          .text($0.account.code), .text($0.account.name), .number($0.contributions),
          .number($0.budget), .number($0.cashBenefits), .number($0.benefitsInKind),
          .number($0.administration), .number($0.surplus), .number($0.difference),
          .optional($0.coverage?.inWords), .optional($0.coverage?.number),
          .optional($0.coverage?.unit),
          .optional($0.coverage?.year), .optional($0.coverage?.benefit),
          .optional($0.coverage?.benefitUnit),
        ]
      },
      notes: [
        "Contributions + budget = cash benefits + benefits in kind + administration + surplus. The "
          + "surplus holds members' savings (EjoHeza) and capital transfers (works, houses). "
          + "Coverage is of the years in CSV."
      ])
  }
}

extension SocialScheme.Coverage {
  /// Whom the scheme covers, for people.
  fileprivate var inWords: String? {
    number.map { "\($0.shortest) \(unit), \(year)" }
  }
}
