public import AccountMatrix
internal import LinearAlgebra

/// A balanced table, with everything that was asked of it and what became of it.
public struct Balance: Sendable {
  /// The problem that was solved.
  public let problem: BalancingProblem
  /// The name of the method.
  public let method: String
  /// The balanced table.
  public let table: LabelledTable
  /// Every control in the order of the problem, with its target and what was achieved.
  public let controls: [ControlOutcome]
  /// The value of the method's objective at the balanced table.
  package let objective: Double
  /// How many steps the method took.
  public let iterations: Int
  /// How row and column totals were made to agree, where they did not.
  public let notes: [String]

  /// A control and the balanced table's answer.
  public struct ControlOutcome: Sendable, Equatable {
    /// The control's name.
    public let control: String
    /// The value that was asked for.
    public let target: Double
    /// The value in the balanced table.
    public let achieved: Double
    /// The standard error of the target; `nil` where it is exact.
    public let standardError: Double?
    /// The source of the target.
    public let source: String

    /// Achieved less target.
    public var residual: Double { achieved - target }
    /// The residual in standard errors; `nil` where the control is exact.
    public var standardised: Double? { standardError.map { residual / $0 } }
  }

  /// A cell before and after balancing.
  public struct CellChange: Sendable, Equatable {
    /// Where the cell is.
    public let cell: CellAddress
    /// The value before balancing.
    public let before: Double
    /// The value after balancing.
    public let after: Double

    /// After less before.
    public var change: Double { after - before }
    /// The change as a share of the value before; `nil` where that was zero.
    public var relativeChange: Double? { before == 0 ? nil : change / abs(before) }
  }

  init(
    of problem: BalancingProblem, cells: Matrix, method: String, objective: Double,
    iterations: Int, notes: [String], sums: [CellSum]
  ) throws(Failure) {
    self.problem = problem
    self.method = method
    self.objective = objective
    self.iterations = iterations
    self.notes = notes
    table = try problem.prior.replacing(cells)
    var outcomes: [ControlOutcome] = []
    outcomes.reserveCapacity(sums.count)
    for (control, sum) in zip(problem.controls, sums) {
      outcomes.append(
        ControlOutcome(
          control: control.id, target: control.target,
          achieved: sum.value(in: cells.storage),
          standardError: control.isExact ? nil : control.standardError, source: control.source))
    }
    controls = outcomes
  }
}

extension Balance {
  /// Every cell that changed, the largest change in the unit of the table first.
  public var changes: [CellChange] {
    var changes: [CellChange] = []
    let prior = problem.prior
    for (i, row) in prior.rows.enumerated() {
      for (j, column) in prior.columns.enumerated() where table[i, j] != prior[i, j] {
        changes.append(
          CellChange(
            cell: CellAddress(row.code, column.code), before: prior[i, j], after: table[i, j]))
      }
    }
    return changes.sorted { abs($0.change) > abs($1.change) }
  }

  /// The cell that changed most, in the unit of the table.
  public var largestChange: CellChange? { changes.first }

  /// The cells that changed their sign.
  package var signChanges: [CellChange] { changes.filter { $0.before * $0.after < 0 } }

  /// The balanced account whose totals differ most, relative to its total.
  package var worstAccount: AccountBalance? {
    let receipts = table.rowTotals
    let payments = table.columnTotals
    let balances = problem.balancedAccounts.compactMap { code -> AccountBalance? in
      guard let i = table.rowIndex(of: code), let j = table.columnIndex(of: code) else {
        return nil
      }
      let size = max(abs(receipts[i]), abs(payments[j]))
      return AccountBalance(
        account: code, receipts: receipts[i], payments: payments[j], tolerance: 1e-9 * size)
    }
    return balances.max {
      abs($0.gap) * max($1.tolerance, .leastNormalMagnitude)
        < abs($1.gap) * max($0.tolerance, .leastNormalMagnitude)
    }
  }

  /// The balanced table as a social accounting matrix.
  ///
  /// - Parameter sam: the matrix from which the problem was made; unit, year and
  ///   history are its own.
  /// - Throws: `SocialAccountingMatrix.Failure` if the accounts are not those of the matrix.
  public func matrix(
    from sam: SocialAccountingMatrix
  ) throws(SocialAccountingMatrix.Failure) -> SocialAccountingMatrix {
    guard table.rows == sam.accounts, table.columns == sam.accounts else {
      throw .notSquare(
        rows: table.rows.count, columns: table.columns.count, accounts: sam.accounts.count)
    }
    return try sam.replacing(
      accounts: sam.accounts, flows: table.cells,
      grain: [Double](repeating: 0, count: sam.accounts.count),
      step: "balanced by \(method) with \(count(controls.count, "control"))")
  }
}
