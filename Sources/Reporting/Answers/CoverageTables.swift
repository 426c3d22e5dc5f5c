internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension CoverageAnswer {
  /// Who is covered by each scheme, and how much a benefit is.
  func table(title: String, unit: CurrencyUnit) -> Table {
    Table(
      name: "coverage", title: title,
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", importance: .dataOnly),
        Table.Column("marked", heading: "scheme", importance: .label),
        Table.Column("covered", decimals: 0),
        Table.Column("reference_population", heading: "out of", decimals: 0),
        Table.Column("coverage_percent", heading: "SDG\n1.3.1,\n%", decimals: 1),
        Table.Column("benefit", heading: "benefit,\n\(unit.currency) a\nyear", decimals: 0),
        Table.Column(
          "benefit_percent_of_line", heading: "% of\nline", decimals: 0),
        Table.Column(
          "benefit_percent_of_household_line", heading: "% of\nhouse-\nhold's", decimals: 0),
        Table.Column("administration_percent", heading: "admin-\nistr.,\n%", decimals: 1),
        Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
        Table.Column(
          "gdp_factor_cost_fixed_agriculture", heading: "agric.\nfixed", decimals: 2),
        Table.Column("income_bottom40", heading: "poorest\n40%", decimals: 2),
        Table.Column("evidence", importance: .dataOnly),
      ],
      rows: schemes.map { scheme in
        [
          .text(scheme.programme.id), .text(scheme.programme.name),
          .text(scheme.programme.markedName), .optional(scheme.figures.covered),
          .optional(scheme.figures.reference), .optional(scheme.figures.coveragePercent),
          .optional(scheme.figures.benefit), .optional(scheme.benefitPercentOfLine),
          .optional(scheme.benefitPercentOfHouseholdLine),
          .optional(scheme.administrationPercent), .number(scheme.effect.gdpFactorCost),
          .optional(scheme.effect.gdpFactorCostFixedAgriculture),
          .optional(scheme.effect.incomeBottom40), .text(scheme.programme.evidence.rawValue),
        ]
      },
      notes: [
        "Coverage is persons covered who belong to the population that the scheme is for, over "
          + "that population, in the sense of SDG indicator 1.3.1 by scheme; no total over "
          + "schemes, as nobody knows who is in two; benefit over the poverty line of one adult and over that "
          + "of as many as a household has persons, more than it has adult equivalents. Empty: "
          + "not found. GDP and income are per franc; * marks an assumed vector, the evidence of "
          + "the other figures stands below."
      ])
  }

  /// What a social protection floor would cost beyond what is covered.
  func floorTable(unit: CurrencyUnit) -> Table {
    Table(
      name: "floor", title: "The cost of closing the gap to a social protection floor, \(unit)",
      columns: [
        Table.Column("guarantee"), Table.Column("persons", decimals: 0),
        Table.Column("covered", decimals: 0),
        Table.Column("gap_percent", heading: "gap, %", decimals: 1),
        Table.Column("benefit", heading: "benefit,\n\(unit.currency) a\nyear", decimals: 0),
        Table.Column("benefit_percent_of_line", heading: "% of\nline", decimals: 0),
        Table.Column("cost", decimals: 1),
        Table.Column("percent_of_gdp", heading: "% of\nGDP", decimals: 2),
      ],
      rows: floor.map { gap in
        let guarantee = gap.guarantee
        return [
          .text(guarantee.name), .number(guarantee.persons), .number(guarantee.covered),
          .number(guarantee.gapPercent), .number(guarantee.benefit),
          .number(gap.benefitPercentOfLine), .number(gap.cost), .number(gap.costPercentOfGDP),
        ]
      } + [
        [
          .text("total"), .empty, .empty, .empty, .empty, .empty, .number(cost),
          .number(costPercentOfGDP),
        ]
      ],
      notes: [
        "Benefits only, without administration; those covered now are taken to have enough. "
          + "Income security of persons of working age is left out, for want of figures."
      ])
  }
}
