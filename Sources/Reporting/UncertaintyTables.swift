package import SpendingPolicy

extension Uncertainty {
  /// What drives the variance of each programme's GDP at factor cost.
  ///
  /// - Throws: `Failure` if the first scenario has no solution.
  package func driversTable() throws(Failure) -> Table {
    Table(
      name: "drivers", title: "What drives the variance of GDP at factor cost per franc",
      columns: [
        Table.Column("programme"), Table.Column("scenario"), Table.Column("driver"),
        Table.Column("standard_deviation", heading: "standard\ndeviation", decimals: 4),
        Table.Column("share"),
      ],
      rows: try drivers().map {
        [
          .text($0.programme), .text($0.scenario), .text($0.driver),
          .number($0.standardDeviation), .number($0.share),
        ]
      },
      notes: [
        "To the first order, without draws; 'programme' is the vector of the programme, the others "
          + "are whose spending shares are uncertain; 'common' are errors that all columns of a kind "
          + "share; 'elasticity' is a line of expenditure elasticities, at the margin; 'outlays' are "
          + "the weights of an average."
      ])
  }

  /// Where each structural choice turns the order of social protection and other public spending.
  ///
  /// - Throws: `Failure` if a system on the way has no solution.
  package func turningTable() throws(Failure) -> Table {
    Table(
      name: "turning",
      title: "Where structural choices turn the order against other public spending, on average",
      columns: [
        Table.Column("programme"), Table.Column("scenario"),
        Table.Column("difference_start", heading: "lead at\nthe start"),
        Table.Column("difference_end", heading: "lead in the\nscenario"),
        Table.Column("turning_value", heading: "turns\nat"),
      ],
      rows: try turningValues().map {
        [
          .text($0.programme), .text($0.scenario), .number($0.differenceAtStart),
          .number($0.differenceAtEnd), .optional($0.value),
        ]
      },
      notes: [
        "lead: GDP at factor cost per franc less that of the average of other public spending. "
          + "turns at: how far one must go from the first scenario (0) to the other (1) for the "
          + "order to change, everything else as in the first; empty where it never does."
      ])
  }
}
