package import AccountMatrix
package import CountryData
package import Reporting
package import SpendingPolicy

extension Table {
  /// What is spent on social protection as published, beside the outlays that a comparison counts.
  ///
  /// - Parameters:
  ///   - cells: the cells of the indicator's country, among them the series `expenditure`.
  ///   - programmes: the programmes with the outlays of the year of the matrix.
  ///   - schemes: the schemes of the matrix; what government pays into them is the State's part.
  ///   - gdp: GDP of the matrix.
  ///   - budget: the revised budget of its year, where known.
  package static func coverageExpenditure(
    cells: [CoverageIndicator.Cell], programmes: [Programme], schemes: [SocialScheme], gdp: Double,
    budget: Double?, of sam: SocialAccountingMatrix
  ) -> Table {
    let year = sam.year.map { "\($0)" } ?? ""
    let ours = programmes.filter { $0.isRanked && $0.family == .socialProtection }
      .compactMap { programme in programme.outlay.map { (programme, $0) } }
    func row(
      _ id: String, _ name: String, _ year: String, _ amount: Double, _ status: String
    ) -> [Table.Cell] {
      [
        .text(id), .text(name), .text(year), .number(amount), .number(100 * amount / gdp),
        .optional(budget.map { 100 * amount / $0 }), .text(status),
      ]
    }
    let published = cells.filter { $0.series == "expenditure" }.map { cell -> [Table.Cell] in
      let isOfBudget = cell.function.contains("budget")
      return [
        .text("published"), .text(cell.function), .text(cell.year), .empty,
        isOfBudget ? .empty : .optional(cell.value), isOfBudget ? .optional(cell.value) : .empty,
        .text(cell.status),
      ]
    }
    let state = schemes.reduce(0) { $0 + $1.budget }
    return Table(
      name: "expenditure",
      title: "Expenditure on social protection: published, and as counted here, \(sam.unit)",
      columns: [
        Table.Column("line", importance: .dataOnly), Table.Column("name", heading: "expenditure"),
        Table.Column("year"), Table.Column("amount", decimals: 1),
        Table.Column("percent_of_gdp", heading: "% of\nGDP", decimals: 2),
        Table.Column("percent_of_budget", heading: "% of the\nbudget", decimals: 2),
        Table.Column("status"),
      ],
      rows: published
        + ours.map { row($0.0.id, $0.0.name, $0.1.year, $0.1.amount, $0.1.evidence.rawValue) }
        + [
          row(
            "programmes", "all ranked programmes", year, ours.reduce(0) { $0 + $1.1.amount },
            "derived")
        ]
        // A matrix without schemes does not say what the State pays in, which is not nothing.
        + (schemes.isEmpty
          ? [] : [row("state", "of the schemes, paid in by the State", year, state, "derived")]),
      notes: [
        "Ours adds what the programmes of this comparison cost, whoever pays: members pay for most "
          + "of insurance, and the State for the rest, which "
          + (schemes.isEmpty
            ? "this matrix has no schemes to tell" : "the last line counts for the schemes in it")
          + ". The published shares are of other years and do not print what they "
          + "count, so the difference is of scope and year and is not closed here.",
        budget == nil
          ? "The budget of the year is not known."
          : "The budget is the mean of the revised budgets of the two fiscal years that meet in the "
            + "year; what members pay is no part of it, so the share of all programmes is only a size.",
      ])
  }
}
