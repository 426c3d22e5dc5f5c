internal import AccountMatrix
public import Multipliers
internal import SpendingPolicy

extension MultiplierModel {
  /// Jobs by account: direct, indirect and induced job-equivalents per unit injected.
  ///
  /// - Throws: `Satellite.Failure` if jobs do not fit the matrix.
  public func employmentReport(_ employment: Employment) throws(Satellite.Failure) -> Report {
    var multipliers: [(group: Employment.Group, rows: [SatelliteMultipliers.Row])] = []
    for group in Employment.Group.allCases {
      if let satellite = try employment.satellite(of: group) {
        multipliers.append((group, try self.multipliers(of: satellite).rows))
      }
    }
    let all = multipliers.first?.rows ?? []
    let notes = employmentNotes(employment)
    return Report(
      command: "jobs", facts: facts + [Report.Fact("employment", employment.source)],
      tables: [
        Table(
          name: "jobs",
          title: "Job-equivalents supported at average productivity, per unit (\(sam.unit)) "
            + "injected into an account",
          columns: [
            Table.Column("account"), Table.Column("name", importance: .displayOnly),
            Table.Column("jobs", decimals: 0),
            Table.Column("jobs_per_unit", heading: "jobs\nper unit", decimals: 1),
            Table.Column("direct", decimals: 1), Table.Column("indirect", decimals: 1),
            Table.Column("induced", decimals: 1), Table.Column("total", decimals: 1),
          ],
          rows: all.map { row in
            [
              .text(row.account.code), .text(row.account.name), .optional(row.amount),
              .optional(row.perUnit), .number(row.direct), .number(row.indirect),
              .number(row.induced), .number(row.total),
            ]
          }, notes: notes)
      ],
      supplements: [groupTable(multipliers, notes: notes), baseTable(employment)])
  }

  /// Total multipliers by group of people.
  private func groupTable(
    _ multipliers: [(group: Employment.Group, rows: [SatelliteMultipliers.Row])], notes: [String]
  ) -> Table {
    Table(
      name: "groups", title: "Job-equivalents per unit injected, by who holds the jobs",
      columns: [Table.Column("account"), Table.Column("name", importance: .displayOnly)]
        + multipliers.map { Table.Column($0.group.rawValue, decimals: 1) },
      rows: endogenous.indices.map { i in
        [.text(endogenous[i].code), .text(endogenous[i].name)]
          + multipliers.map { .number($0.rows[i].total) }
      }, notes: notes)
  }

  /// The jobs of the base year by activity, with their sum.
  private func baseTable(_ employment: Employment) -> Table {
    let groups = Employment.Group.allCases.filter { employment.total(of: $0) != nil }
    return Table(
      name: "base", title: "Jobs of the base year",
      columns: [Table.Column("account")] + groups.map { Table.Column($0.rawValue, decimals: 0) },
      rows: employment.jobsByAccount(of: groups).map { account, jobs in
        [.text(account)] + jobs.map { .optional($0) }
      } + [[.text("(total)")] + groups.map { .optional(employment.total(of: $0)) }],
      notes: [
        "full_time: jobs times mean usual weekly hours in the main job, over "
          + "\(Employment.fullTimeHours.fixed(0)) hours. Source: \(employment.source)."
      ])
  }

  private func employmentNotes(_ employment: Employment) -> [String] {
    var notes =
      ComparisonAdditions.notes(on: employment).prefix(1) + [
        "jobs_per_unit: jobs per unit of marketed output. The survey counts those who work for pay or "
          + "profit and leaves out producers of foodstuff mainly for own use; what households take "
          + "from an activity past the market is in no denominator and supports no job.",
        "direct: at the account, or for a commodity at the activities that supply it; indirect: "
          + "along the chain of suppliers; induced: by the spending of incomes.",
      ]
    if let note = ComparisonAdditions.yearNote(employment, outputOf: sam.year) {
      notes.append(note)
    }
    return notes + standingNotes + [Self.standingCaveat]
  }
}
