internal import AccountMatrix
internal import LinearAlgebra

/// The totals that row and column factors must meet, with the table parted by sign.
struct Margins: Sendable {
  /// The target of each row, where it has one.
  private(set) var rows: [Double?]
  /// The target of each column, where it has one.
  private(set) var columns: [Double?]
  /// Accounts without targets whose totals must agree: positions of row and column.
  private(set) var balanced: [(row: Int, column: Int)] = []
  /// The cells above zero that may move.
  private(set) var positive: Matrix
  /// The sizes of the cells below zero that may move; `nil` where there are none.
  private(set) var negative: Matrix?
  /// The cells that do not move.
  private(set) var constant: Matrix

  /// The margins of a problem.
  ///
  /// - Throws: `Balance.Failure.unsupported` if the problem has anything but exact
  ///   totals, balanced accounts and fixed cells; `.unreachable` or `.oneSided`
  ///   where no factor meets a margin.
  init(_ problem: BalancingProblem, method: String) throws(Balance.Failure) {
    let prior = problem.prior
    rows = [Double?](repeating: nil, count: prior.rows.count)
    columns = [Double?](repeating: nil, count: prior.columns.count)
    positive = prior.cells
    constant = Matrix(rows: prior.rows.count, columns: prior.columns.count)
    negative = nil
    try readTotals(of: problem, method: method)
    for address in problem.reliabilities.keys.sorted() {
      guard let i = prior.rowIndex(of: address.row), let j = prior.columnIndex(of: address.column)
      else { continue }
      guard problem.reliabilities[address] == .fixed else {
        throw .unsupported(
          method: method, controls: ["the error of cell '\(address.row)','\(address.column)'"])
      }
      constant[i, j] = prior[i, j]
      positive[i, j] = 0
    }
    splitSigns()
    deductConstants()
    emptyZeroLines()
    try requireReachable(prior)
  }

  private mutating func readTotals(
    of problem: BalancingProblem, method: String
  ) throws(Balance.Failure) {
    let prior = problem.prior
    var others: [String] = []
    for control in problem.controls {
      if let code = control.exactRow, let i = prior.rowIndex(of: code), rows[i] == nil {
        rows[i] = control.target
      } else if let code = control.exactColumn, let j = prior.columnIndex(of: code),
        columns[j] == nil
      {
        columns[j] = control.target
      } else {
        others.append(control.id)
      }
    }
    if !others.isEmpty { throw .unsupported(method: method, controls: others) }
    for code in problem.balancedAccounts {
      guard let i = prior.rowIndex(of: code), let j = prior.columnIndex(of: code) else { continue }
      switch (rows[i], columns[j]) {
      case (nil, nil): balanced.append((i, j))
      case (let total?, nil): columns[j] = total
      case (nil, let total?): rows[i] = total
      case (let row?, let column?):
        let gap = abs(row - column)
        if gap > 1e-9 * max(abs(row), abs(column)) {
          throw .contradictory(
            controls: [
              "row total of \(code)", "column total of \(code)", "the balance of '\(code)'",
            ],
            gap: gap)
        }
      }
    }
  }

  private mutating func splitSigns() {
    guard positive.storage.contains(where: { $0 < 0 }) else { return }
    var sizes = Matrix(rows: positive.rows, columns: positive.columns)
    for (k, value) in positive.storage.enumerated() where value < 0 {
      sizes.storage[k] = -value
      positive.storage[k] = 0
    }
    negative = sizes
  }

  private mutating func deductConstants() {
    guard constant.storage.contains(where: { $0 != 0 }) else { return }
    for (i, sum) in constant.rowSums.enumerated() { rows[i] = rows[i].map { $0 - sum } }
    for (j, sum) in constant.columnSums.enumerated() { columns[j] = columns[j].map { $0 - sum } }
  }

  /// Empties lines of one sign whose target is zero: no factor reaches zero.
  private mutating func emptyZeroLines() {
    for i in rows.indices where rows[i] == 0 {
      let line = (0..<columns.count).map { i * columns.count + $0 }
      emptyIfOneSigned(line)
    }
    for j in columns.indices where columns[j] == 0 {
      emptyIfOneSigned(rows.indices.map { $0 * columns.count + j })
    }
  }

  private mutating func emptyIfOneSigned(_ line: [Int]) {
    let hasPositive = line.contains { positive.storage[$0] > 0 }
    let hasNegative = line.contains { (negative?.storage[$0] ?? 0) > 0 }
    if hasPositive && hasNegative { return }
    for k in line {
      positive.storage[k] = 0
      negative?.storage[k] = 0
    }
  }

  private func requireReachable(_ prior: LabelledTable) throws(Balance.Failure) {
    let none = [Double](repeating: 0, count: max(rows.count, columns.count))
    let above = (positive.rowSums, positive.columnSums)
    let below = (negative?.rowSums ?? none, negative?.columnSums ?? none)
    func check(
      _ name: @autoclosure () -> String, _ target: Double, above: Double, below: Double,
      size: Double
    ) throws(Balance.Failure) {
      let lowest = below > 0 ? -Double.infinity : 0
      let highest = above > 0 ? Double.infinity : 0
      let isMet =
        above == 0 && below == 0
        ? abs(target) <= 1e-9 * size : lowest < target && target < highest
      if !isMet {
        throw .unreachable(control: name(), target: target, lowest: lowest, highest: highest)
      }
    }
    let fixed = (constant.absoluteRowSums, constant.absoluteColumnSums)
    for (i, target) in rows.enumerated() {
      guard let target else { continue }
      try check(
        "the row total of '\(prior.rows[i].code)'", target, above: above.0[i], below: below.0[i],
        size: fixed.0[i])
    }
    for (j, target) in columns.enumerated() {
      guard let target else { continue }
      try check(
        "the column total of '\(prior.columns[j].code)'", target, above: above.1[j],
        below: below.1[j], size: fixed.1[j])
    }
    for (i, j) in balanced {
      let own = positive[i, j] - (negative?[i, j] ?? 0) + constant[i, j]
      let receipts = constant.row(i).reduce(0, +) + above.0[i] - below.0[i] - own
      let payments = constant.column(j).reduce(0, +) + above.1[j] - below.1[j] - own
      // One factor raises receipts and lowers payments, unless one side is all zero.
      let raises = above.0[i] + below.1[j] - abs(positive[i, j] + (negative?[i, j] ?? 0))
      let lowers = above.1[j] + below.0[i] - abs(positive[i, j] + (negative?[i, j] ?? 0))
      let fixedGap = constant.row(i).reduce(0, +) - constant.column(j).reduce(0, +)
      let isMet =
        raises > 0 && lowers > 0 || raises == 0 && lowers == 0 && fixedGap == 0
        || raises > 0 && fixedGap < 0 || lowers > 0 && fixedGap > 0
      if !isMet {
        throw .oneSided(account: prior.rows[i].code, receipts: receipts, payments: payments)
      }
    }
  }
}

extension Matrix {
  /// The sum of the absolute values of each row.
  fileprivate var absoluteRowSums: [Double] {
    (0..<rows).map { i in
      storage[i * columns..<(i + 1) * columns].reduce(0) { $0 + abs($1) }
    }
  }

  /// The sum of the absolute values of each column.
  fileprivate var absoluteColumnSums: [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for i in 0..<rows {
      for j in 0..<columns { sums[j] += abs(storage[i * columns + j]) }
    }
    return sums
  }
}
