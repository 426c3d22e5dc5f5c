internal import AccountMatrix
internal import Multipliers
public import SpendingPolicy

extension Comparison {
  /// A column of a programme taken apart, as tables.
  ///
  /// - Throws: `Comparison.Failure`.
  public func explanationReport(
    of id: String, _ column: EffectColumn
  ) throws(Failure) -> Report {
    let explanation = try explain(id, column)
    let name = explanation.programme.name
    let parts = explanation.parts.enumerated().sorted {
      (-abs($0.element.contribution), $0.offset) < (-abs($1.element.contribution), $1.offset)
    }.map { $0.element }
    let main = Table(
      name: "shares",
      title: "\(name): \(column.rawValue) = \(explanation.value.fixed(4)), by share",
      columns: [
        Table.Column("account"), Table.Column("name"), Table.Column("role"),
        Table.Column("evidence"), Table.Column("share", decimals: 4),
        Table.Column("per_franc", heading: "per franc\ninto it", decimals: 3),
        Table.Column("contribution", decimals: 4),
        Table.Column("percent", heading: "% of\nall", decimals: 1),
      ],
      rows: parts.map { part in
        [
          .text(part.account), .text(part.name), .text(part.role.rawValue),
          .text(part.evidence.rawValue), .number(part.share), .number(part.perFranc),
          .number(part.contribution),
          .optional(explanation.percent(of: part)),
        ]
      },
      notes: [
        "Contribution is the share times what a franc into the account does; contributions add to "
          + "the value. Before it is paid for."
      ] + model.standingNotes + [MultiplierModel.standingCaveat])
    let rounds = Table(
      name: "rounds", title: "\(name): by round of spending",
      columns: [
        Table.Column("round", decimals: 0), Table.Column("added", decimals: 4),
        Table.Column("sum", decimals: 4),
      ],
      rows: explanation.rounds.map {
        [.count($0.number), .number($0.added), .number($0.sum)]
      },
      notes: [
        explanation.rounds.isEmpty
          ? "This column is no weight on receipts, and has no rounds."
          : "Round 0 is what the money does where it arrives. Rounds go on without end; those "
            + "shown stop when a round adds less than a thousandth. They are steps of a sum, not "
            + "periods of time."
      ])
    return Report(
      command: "why",
      facts: [
        Report.Fact("programme", id), Report.Fact("column", column.rawValue),
        Report.Fact("value", explanation.value.shortest),
      ] + model.facts, tables: [main, rounds]
    ).spoken(in: model.sam.unit)
  }
}
