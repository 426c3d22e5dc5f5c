internal import AccountMatrix
public import Multipliers

extension SpendingRounds {
  /// The rounds, their running sums, and the closed form that they approach.
  ///
  /// - Parameters:
  ///   - model: the model that the rounds are from.
  ///   - name: the injection in words.
  public func report(of model: MultiplierModel, named name: String) -> Report {
    let measures = model.hasMeasures ? Measure.allCases : []
    func cells(_ name: String, _ progress: Progress, _ own: [Table.Cell]) -> [Table.Cell] {
      [.text(name)] + own + [.number(progress.receipts)]
        + measures.map { .number(progress.measures?[$0] ?? 0) }
        + [.number(progress.leaked), .optional(progress.covered)]
    }
    var rows = zip(rounds, progress).map { round, progress in
      cells(
        String(round.number), progress,
        [.number(round.totalReceipts)] + measures.map { .number(round.measures?[$0] ?? 0) }
          + [.number(round.leaked)])
    }
    rows.append(
      cells("(closed form)", whole, [.empty] + measures.map { _ in .empty } + [.empty]))
    let names = ["receipts"] + measures.map { $0.rawValue }
    let headings = ["all\nreceipts"] + measures.map { $0.heading }
    let isMain = { (name: String) in
      name == "gdp_factor_cost" || (measures.isEmpty && name == "receipts")
    }
    return Report(
      command: "rounds", facts: model.facts + [Report.Fact("injection", name)],
      tables: [
        Table(
          name: "rounds", title: "Round by round: \(name)",
          columns: [Table.Column("round")]
            + zip(names, headings).map {
              Table.Column($0, heading: $1, importance: isMain($0) ? .essential : .extra)
            } + [Table.Column("leaked")]
            + zip(names, headings).map {
              Table.Column(
                "\($0)_so_far", heading: "\($1),\nso far",
                importance: isMain($0) ? .essential : .useful)
            } + [
              Table.Column("leaked_so_far", heading: "leaked\nso far"),
              Table.Column("covered", heading: "part of\nclosed\nform"),
            ], rows: rows,
          notes: [
            "Round 0 is what the injection buys; in each later round accounts spend what they "
              + "received in the one before: r_k = (S A)^k S x, which add to (I - S A)^-1 S x. "
              + "'part of closed form' is that of all receipts."
          ] + model.standingNotes + [model.caveat])
      ], supplements: [accountsTable])
  }

  private var accountsTable: Table {
    Table(
      name: "accounts", title: "Receipts of each account by round",
      columns: [Table.Column("account")]
        + rounds.map { Table.Column("round_\($0.number)", decimals: 4) }
        + [Table.Column("closed_form", decimals: 4)],
      rows: accounts.indices.map { i in
        [.text(accounts[i].code)] + rounds.map { .number($0.receipts[i]) }
          + [.number(closedForm.changes[i])]
      })
  }
}
