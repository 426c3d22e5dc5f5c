internal import AccountMatrix
public import Balancing

extension Balance {
  /// What was asked of the table and what became of it.
  ///
  /// Tables: `matrix`, and in JSON or by name `controls`, `changes` and `summary`.
  public var report: Report {
    Report(
      command: "balance", facts: [Report.Fact("method", method)], tables: [matrixTable],
      supplements: [controlsTable, changesTable, summaryTable])
  }

  /// The balanced table, which can be read again.
  private var matrixTable: Table {
    Table(
      name: "matrix", title: "Balanced by \(method)",
      columns: [Table.Column("account")] + table.columns.map { Table.Column($0.code, decimals: 1) },
      rows: table.rows.indices.map { i in
        [.text(table.rows[i].code)]
          + table.columns.indices.map { j in table[i, j] == 0 ? .empty : .number(table[i, j]) }
      }, notes: remarks)
  }

  /// Every control with its target and what was achieved.
  public var controlsTable: Table {
    Table(
      name: "controls", title: "What the balanced table was to meet",
      columns: [
        Table.Column("control"), Table.Column("target"), Table.Column("achieved"),
        Table.Column("residual"), Table.Column("standardised", heading: "in standard errors"),
      ],
      rows: controls.map { control in
        [
          .text(control.control), .number(control.target), .number(control.achieved),
          .number(control.residual), .optional(control.standardised),
        ]
      })
  }

  private var changesTable: Table {
    Table(
      name: "changes", title: "Cells that changed, the largest change first",
      columns: [
        Table.Column("row"), Table.Column("column"), Table.Column("before"),
        Table.Column("after"), Table.Column("change"), Table.Column("percent", decimals: 1),
      ],
      rows: changes.map { change in
        [
          .text(change.cell.row), .text(change.cell.column), .number(change.before),
          .number(change.after), .number(change.change),
          .optional(change.relativeChange.map { 100 * $0 }),
        ]
      })
  }

  private var summaryTable: Table {
    Table(
      name: "summary", title: "The balancing in figures",
      columns: [Table.Column("item"), Table.Column("account"), Table.Column("value")],
      rows: [
        [.text("objective"), .empty, .number(objective)],
        [.text("iterations"), .empty, .count(iterations)],
        [
          .text("widest gap of an account"), .optional(worstAccount?.account),
          .optional(worstAccount?.gap),
        ],
        [.text("cells changed"), .empty, .count(changes.count)],
        [.text("cells that changed sign"), .empty, .count(signChanges.count)],
      ])
  }

  private var remarks: [String] {
    var remarks = notes.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
    if let change = largestChange {
      remarks.append(
        "Largest change: row '\(change.cell.row)', column '\(change.cell.column)', from "
          + "\(change.before.sixDigits) to \(change.after.sixDigits); "
          + "\(count(changes.count, "cell")) changed.")
    }
    if let worst = worstAccount {
      remarks.append("Widest gap of an account: \(worst.gap.sixDigits) ('\(worst.account)').")
    }
    let missed = controls.filter { $0.standardised != nil }
      .max { abs($0.standardised ?? 0) < abs($1.standardised ?? 0) }
    if let missed, let standardised = missed.standardised {
      remarks.append(
        "Widest miss of a control: '\(missed.control)', \(standardised.fixed(2)) standard errors.")
    }
    return remarks
  }
}
