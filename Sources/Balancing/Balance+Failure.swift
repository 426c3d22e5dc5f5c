public import AccountMatrix

extension Balance {
  /// Why a table cannot be balanced as asked.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The values do not fit the labels.
    case shape(rows: Int, columns: Int)
    /// A code heads two rows, or two columns.
    case duplicateLabel(String)
    /// A cell is infinite or not a number.
    case notFinite(row: String, column: String)
    /// Something names an account that the table lacks; the nearest codes that exist.
    case unknownAccount(String, namedBy: String, nearest: [String])
    /// A control selects a kind, and these accounts have none.
    case kindsMissing(control: String, accounts: [String])
    /// A control selects a group that has no account, or may have more than it has.
    case accounts(SocialAccountingMatrix.Failure, control: String)
    /// A control selects no cell at all.
    case emptySelection(control: String)
    /// A control names a cell twice.
    case cellTwice(control: String, cell: CellAddress)
    /// Two controls have the same name.
    case duplicateControl(String)
    /// A weight, target or standard error is not a number that it can be.
    case invalidNumber(subject: String, value: Double)
    /// The row totals and the column totals do not add to the same sum.
    case totalsDisagree(rows: Double, columns: Double)
    /// No table with the signs and zeros of the prior meets the control.
    case unreachable(control: String, target: Double, lowest: Double, highest: Double)
    /// A balanced account receives and never pays, or pays and never receives.
    case oneSided(account: String, receipts: Double, payments: Double)
    /// Exact controls cannot hold together; by how much they miss.
    case contradictory(controls: [String], gap: Double)
    /// The controls do not determine these cells, of which nothing is known.
    case undetermined(cells: [CellAddress])
    /// The method cannot take negative cells; how many there are, and the first.
    case negativeCells(count: Int, first: CellAddress)
    /// The method cannot take these controls.
    case unsupported(method: String, controls: [String])
    /// The method stopped short of the controls: the worst, its relative gap, and
    /// the controls that pull against each other.
    case didNotConverge(iterations: Int, worst: String, gap: Double, suspects: [String])

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .shape(let rows, let columns):
        Diagnostic("the values do not form a table of \(rows) rows and \(columns) columns")
      case .duplicateLabel(let code):
        Diagnostic(
          "the account '\(code)' stands twice",
          remedy: "Give every row and column a code of its own")
      case .notFinite(let row, let column):
        Diagnostic("the cell is not a finite number", at: "row '\(row)', column '\(column)'")
      case .unknownAccount(let code, let subject, let nearest):
        Diagnostic(
          "\(subject) names the account '\(code)', which the table lacks",
          remedy: nearest.isEmpty ? nil : suggestion(nearest))
      case .kindsMissing(let control, let accounts):
        Diagnostic(
          "\(control) selects accounts by kind, and nothing says what \(list(accounts)) are",
          remedy: "Give the kinds with \(.describeAccounts)")
      case .accounts(let failure, let control):
        Diagnostic(
          "\(control) cannot be formed: \(failure.diagnostic.problem)",
          remedy: failure.diagnostic.remedy)
      case .emptySelection(let control):
        Diagnostic("\(control) selects no cell of the table")
      case .cellTwice(let control, let cell):
        Diagnostic(
          "\(control) names the cell in row '\(cell.row)', column '\(cell.column)' twice",
          remedy: "Name it once, with the sum of the weights")
      case .duplicateControl(let id):
        Diagnostic("two controls are called '\(id)'", remedy: "Give each a name of its own")
      case .invalidNumber(let subject, let value):
        Diagnostic(
          "\(subject) is \(value.shortest)",
          remedy: "Weights and targets are finite; standard errors are finite and not negative")
      case .totalsDisagree(let rows, let columns):
        Diagnostic(
          "row totals add to \(rows.shortest) and column totals to \(columns.shortest), "
            + "a difference of \((rows - columns).sixDigits)",
          remedy: "Correct them, or choose a rule with \(.reconcileTotals)")
      case .unreachable(let control, let target, let lowest, let highest):
        Diagnostic(
          "\(control) asks for \(target.sixDigits), and cells with the zeros and signs of the table "
            + "can only add to " + Self.range(lowest, highest),
          remedy: "Correct the target, or give the table a value in one of the cells")
      case .oneSided(let account, let receipts, let payments):
        Diagnostic(
          "the account '\(account)' receives \(receipts.sixDigits) and pays \(payments.sixDigits); "
            + "no scaling of its cells can make the two equal",
          remedy: "Give it a cell on the other side, or leave it out of the balanced accounts")
      case .contradictory(let controls, let gap):
        Diagnostic(
          "these exact controls contradict each other, by \(gap.sixDigits): " + list(controls),
          remedy: "Correct one of them, or give one a standard error")
      case .undetermined(let cells):
        Diagnostic(
          "the controls do not determine the unknown cells "
            + list(cells.map { "'\($0.row)','\($0.column)'" }),
          remedy: "Give one of them a value with a standard error, or add a control on it")
      case .negativeCells(let number, let first):
        Diagnostic(
          "RAS cannot scale negative cells, and there \(number == 1 ? "is 1" : "are \(number)"), "
            + "the first in row '\(first.row)', column '\(first.column)'",
          remedy:
            "Use \(.balanceKeepingSigns), which keeps signs and equals RAS where nothing is negative"
        )
      case .unsupported(let method, let controls):
        Diagnostic(
          "\(method) knows exact totals of rows and columns, fixed cells and nothing else: "
            + list(controls),
          remedy: "Use \(.balanceWithControls)")
      case .didNotConverge(let iterations, let worst, let gap, let suspects):
        Diagnostic(
          "no balanced table after \(count(iterations, "step")): \(worst) is still off by "
            + "\(gap.sixDigits) of its size"
            + (suspects.isEmpty ? "" : "; pulling against each other: " + list(suspects)),
          remedy:
            "The controls and the zeros or signs of the table leave no solution, or nearly none; "
            + "give one of these controls a standard error, or a cell a value")
      }
    }

    private static func range(_ lowest: Double, _ highest: Double) -> String {
      if lowest == highest { return lowest.sixDigits }
      if lowest == -.infinity { return "less than \(highest.sixDigits)" }
      if highest == .infinity { return "more than \(lowest.sixDigits)" }
      return "between \(lowest.sixDigits) and \(highest.sixDigits)"
    }
  }
}
