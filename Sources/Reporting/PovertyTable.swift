internal import AccountMatrix
public import Multipliers

extension PovertyModel {
  /// Headcount and gap before and after, with the assumptions behind them.
  public func table(_ rows: [Row], paying beneficiaries: Beneficiaries?) -> Table {
    let currency = model.sam.unit.currency
    let levels = lines.map { "\($0.name) \($0.value.fixed(0)) \(currency) a head and year" }
    var notes = [
      "Assumed: consumption per head is log-normal inside a group, with the mean of the matrix and "
        + "the group's own Gini coefficient (derived, not surveyed); beneficiaries are spread over "
        + "the incomes of their group, share alike and consume the whole benefit; what else a "
        + "group gains raises all its members by the same per cent.",
      surveyGini.map {
        "The means of the matrix imply a Gini coefficient of \(impliedGini.fixed(3)) for all people, and "
          + "the survey that counted the poor has \($0.fixed(3)): the means are drawn together to it, "
          + "the mean of all kept."
      }
        ?? "The means of the matrix and the coefficients of the groups imply a Gini coefficient of "
        + "\(impliedGini.fixed(3)) for all people; no survey's was given to scale them to.",
      "Lines in consumption per head of the matrix: \(levels.joined(separator: ", ")); where a "
        + "headcount is published, the line is set so that the base year shows it.",
    ]
    if let beneficiaries {
      notes.append(
        "Scale: \(beneficiaries.households.fixed(0)) households of "
          + "\(beneficiaries.householdSize.fixed(1)) persons are paid "
          + "\(beneficiaries.amount.fixed(0)) \(currency) a year each; administration comes on top."
      )
    }
    return Table(
      name: "poverty", title: "Poverty before and after",
      columns: [
        Table.Column("line"), Table.Column("group"),
        Table.Column("population", decimals: 0, importance: .useful),
        Table.Column("beneficiaries", decimals: 0, importance: .useful),
        Table.Column("headcount_base", heading: "head-\ncount", decimals: 5),
        Table.Column("headcount_after", heading: "after", decimals: 5),
        Table.Column("gap_base", heading: "gap", decimals: 5),
        Table.Column("gap_after", heading: "after", decimals: 5),
        Table.Column("severity_base", importance: .dataOnly),
        Table.Column("severity_after", importance: .dataOnly),
        Table.Column("persons_out", heading: "persons\nout", decimals: 0),
      ],
      rows: rows.map { row in
        [
          .text(row.line), .text(row.group ?? "(all)"), .number(row.population),
          .number(row.beneficiaries), .number(row.base.headcount), .number(row.after.headcount),
          .number(row.base.gap), .number(row.after.gap), .number(row.base.severity),
          .number(row.after.severity),
          .number(row.personsOut),
        ]
      }, notes: notes + model.standingNotes + [MultiplierModel.standingCaveat])
  }
}
