internal import AccountMatrix

extension BalancingProblem {
  /// The problem with totals that agree, and a note of what was changed.
  ///
  /// Row and column totals describe the same sum wherever every line is either
  /// held to an exact total or has an account that balances. A difference of
  /// less than 1e-9 of the sum is rounding, and is taken away silently.
  ///
  /// - Throws: `Balance.Failure.totalsDisagree` without a rule for the difference.
  func reconciled() throws(Balance.Failure) -> (problem: BalancingProblem, notes: [String]) {
    let rowControls = controls.indices.filter { controls[$0].exactRow != nil }
    let columnControls = controls.indices.filter { controls[$0].exactColumn != nil }
    let heldRows = Set(rowControls.compactMap { controls[$0].exactRow })
    let heldColumns = Set(columnControls.compactMap { controls[$0].exactColumn })
    // A repeated total is for the search for contradictions to judge.
    guard !rowControls.isEmpty, !columnControls.isEmpty, heldRows.count == rowControls.count,
      heldColumns.count == columnControls.count
    else { return (self, []) }
    let balanced = Set(balancedAccounts)
    func covers(_ accounts: [Account], _ held: Set<String>) -> Bool {
      accounts.allSatisfy { held.contains($0.code) || balanced.contains($0.code) }
    }
    // A balanced account that is held on one side only would leave the sums apart.
    guard covers(prior.rows, heldRows), covers(prior.columns, heldColumns),
      balanced.allSatisfy({ heldRows.contains($0) == heldColumns.contains($0) })
    else { return (self, []) }

    let rowSum = rowControls.reduce(0) { $0 + controls[$1].target }
    let columnSum = columnControls.reduce(0) { $0 + controls[$1].target }
    let size = max(
      rowControls.reduce(0) { $0 + abs(controls[$1].target) },
      columnControls.reduce(0) { $0 + abs(controls[$1].target) })
    if abs(rowSum - columnSum) <= 1e-14 * size { return (self, []) }
    let isRounding = abs(rowSum - columnSum) <= 1e-9 * size
    guard let rule = reconciliation ?? (isRounding ? .mean : nil) else {
      throw .totalsDisagree(rows: rowSum, columns: columnSum)
    }
    let common =
      switch rule {
      case .rows: rowSum
      case .columns: columnSum
      case .mean: (rowSum + columnSum) / 2
      }
    // Scaling changes the sum only as far as the totals do not cancel out.
    guard rowSum * common > 0, columnSum * common > 0 else {
      throw .totalsDisagree(rows: rowSum, columns: columnSum)
    }
    var problem = self
    for i in rowControls { problem.controls[i].target *= common / rowSum }
    for i in columnControls { problem.controls[i].target *= common / columnSum }
    let note =
      "row totals (\(rowSum.shortest)) and column totals (\(columnSum.shortest)) were scaled "
      + "to the sum \(common.shortest)"
    return (problem, isRounding ? [] : [note])
  }
}
