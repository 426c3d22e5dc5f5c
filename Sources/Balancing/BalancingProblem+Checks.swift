internal import AccountMatrix
internal import LinearAlgebra

extension Control {
  /// How messages call the control.
  var subject: String { "the control '\(id)'" }
}

extension BalancingProblem {
  /// Refuses numbers and names that cannot be meant.
  func check() throws(Balance.Failure) {
    var ids: Set<String> = []
    for control in controls {
      if !ids.insert(control.id).inserted { throw .duplicateControl(control.id) }
      guard control.target.isFinite else {
        throw .invalidNumber(subject: "the target of \(control.subject)", value: control.target)
      }
      if let error = control.standardError, !(error.isFinite && error >= 0) {
        throw .invalidNumber(subject: "the standard error of \(control.subject)", value: error)
      }
      for term in control.terms where !term.weight.isFinite {
        throw .invalidNumber(subject: "a weight of \(control.subject)", value: term.weight)
      }
    }
    for address in reliabilities.keys.sorted() {
      let subject = "the error of the cell in row '\(address.row)', column '\(address.column)'"
      _ = try index(of: address.row, among: .rows, namedBy: subject)
      _ = try index(of: address.column, among: .columns, namedBy: subject)
      if case .standardError(let error)? = reliabilities[address], !(error.isFinite && error >= 0) {
        throw .invalidNumber(subject: subject, value: error)
      }
    }
    for code in balancedAccounts {
      _ = try index(of: code, among: .rows, namedBy: "the list of balanced accounts")
      _ = try index(of: code, among: .columns, namedBy: "the list of balanced accounts")
    }
    switch defaultReliability {
    case .relative(let number), .root(let number):
      guard number.isFinite, number > 0 else {
        throw .invalidNumber(subject: "the default reliability", value: number)
      }
    case .shareOfTable, .shareOfColumn: break
    }
  }

  /// The two sides of a table.
  enum Side { case rows, columns }

  func index(
    of code: String, among side: Side, namedBy subject: @autoclosure () -> String
  ) throws(Balance.Failure) -> Int {
    let found = side == .rows ? prior.rowIndex(of: code) : prior.columnIndex(of: code)
    if let found { return found }
    let accounts = side == .rows ? prior.rows : prior.columns
    throw .unknownAccount(
      code, namedBy: subject(), nearest: nearestCodes(to: code, among: accounts.map { $0.code }))
  }

  /// The cells of every control, in the order of the table.
  ///
  /// - Throws: `Balance.Failure` for accounts, kinds and cells that cannot be meant.
  func expandedControls() throws(Balance.Failure) -> [CellSum] {
    var sums: [Double] = []
    var isTouched: [Bool] = []
    var result: [CellSum] = []
    result.reserveCapacity(controls.count)
    for control in controls {
      if control.terms.count == 1 {
        result.append(try expanded(control.terms[0], of: control))
        continue
      }
      if sums.isEmpty {
        sums = [Double](repeating: 0, count: prior.cells.storage.count)
        isTouched = [Bool](repeating: false, count: sums.count)
      }
      var touched: [Int] = []
      var named: Set<CellAddress> = []
      for term in control.terms {
        let rows = try indices(of: term.row, among: .rows, for: control)
        let columns = try indices(of: term.column, among: .columns, for: control)
        if case .account(let row) = term.row, case .account(let column) = term.column,
          !named.insert(CellAddress(row, column)).inserted
        {
          throw .cellTwice(control: control.subject, cell: CellAddress(row, column))
        }
        CellSum(rows: rows, columns: columns, weight: term.weight, of: prior).forEach {
          sums[$0] += $1
          if !isTouched[$0] {
            isTouched[$0] = true
            touched.append($0)
          }
        }
      }
      if touched.isEmpty { throw .emptySelection(control: control.subject) }
      result.append(
        CellSum(
          touched.sorted().map { WeightedPosition(position: $0, weight: sums[$0]) }, of: prior))
      for position in touched {
        sums[position] = 0
        isTouched[position] = false
      }
    }
    return result
  }

  /// The cells of the only term of a control, which need no adding up.
  private func expanded(
    _ term: Control.Term, of control: Control
  ) throws(Balance.Failure) -> CellSum {
    let rows = try indices(of: term.row, among: .rows, for: control)
    let columns = try indices(of: term.column, among: .columns, for: control)
    if rows.isEmpty || columns.isEmpty { throw .emptySelection(control: control.subject) }
    return CellSum(rows: rows, columns: columns, weight: term.weight, of: prior)
  }

  private func indices(
    of selector: AccountSelector, among side: Side, for control: Control
  ) throws(Balance.Failure) -> CellSum.Lines {
    let accounts = side == .rows ? prior.rows : prior.columns
    switch selector {
    case .all: return .range(accounts.indices)
    case .account(let code), .named(let code):
      let position = try index(of: code, among: side, namedBy: control.subject)
      return .range(position..<position + 1)
    case .kind(let kind):
      let unknown = accounts.filter { $0.kind == nil }.map { $0.code }
      guard unknown.isEmpty else {
        throw .kindsMissing(control: control.subject, accounts: unknown)
      }
      return .list(accounts.indices.filter { accounts[$0].kind == kind })
    case .group, .labour:
      do { return .list(try selector.positions(among: accounts)) } catch {
        throw .accounts(error, control: control.subject)
      }
    }
  }
}
