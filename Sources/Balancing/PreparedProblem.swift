internal import AccountMatrix
internal import LinearAlgebra

/// A checked problem, by positions: which cells can move, and what is asked of them.
struct PreparedProblem: Sendable {
  /// A cell that balancing may change, with a prior.
  struct Cell: Sendable {
    var position: Int
    var prior: Double
    var variance: Double
  }

  /// What a position of the table is to the solver.
  enum Role: Sendable {
    case constant
    case movable(Int)
    case unknown(Int)
  }

  /// A control, or the balance of an account.
  struct Sum: Sendable {
    var name: String
    var cells: CellSum
    var target: Double
    /// The standard error; zero where the sum is exact.
    var standardError: Double
    var support: ErrorSupport?
    /// The account, where the sum is its receipts less its payments.
    var balancedAccount: String?
  }

  /// The problem with totals that agree.
  let problem: BalancingProblem
  /// What was done to make them agree.
  let notes: [String]
  /// The table from which departures count; unknown cells and cells that an
  /// exact zero empties are zero in it.
  private(set) var start: Matrix
  private(set) var cells: [Cell] = []
  private(set) var unknown: [Int] = []
  private(set) var roles: [Role]
  private(set) var sums: [Sum] = []

  /// The cells of each control.
  var controlCells: [CellSum] { sums.prefix(problem.controls.count).map { $0.cells } }

  /// Checks a problem and lays it out.
  ///
  /// - Parameter keepsSigns: whether the method leaves zeros at zero and signs as they are.
  /// - Throws: `Balance.Failure` for names, numbers and totals that cannot be meant.
  init(_ original: BalancingProblem, keepsSigns: Bool) throws(Balance.Failure) {
    try original.check()
    (problem, notes) = try original.reconciled()
    start = problem.prior.cells
    roles = [Role](repeating: .constant, count: start.storage.count)
    sums = try Self.sums(of: problem)
    var isFixed = Set(0..<0)
    var errors: [Int: Double] = [:]
    for address in problem.reliabilities.keys.sorted() {
      let subject = "the list of errors"
      let position =
        try problem.index(of: address.row, among: .rows, namedBy: subject)
        * problem.prior.columns.count
        + problem.index(of: address.column, among: .columns, namedBy: subject)
      switch problem.reliabilities[address] {
      case .fixed: isFixed.insert(position)
      case .unknown:
        roles[position] = .unknown(unknown.count)
        unknown.append(position)
        start.storage[position] = 0
      case .standardError(let error):
        if error == 0 { isFixed.insert(position) } else { errors[position] = error }
      case nil: break
      }
    }
    if keepsSigns { emptyZeroSums(fixed: isFixed) }
    let variances = defaultVariances
    for (position, prior) in start.storage.enumerated() where !isFixed.contains(position) {
      guard case .constant = roles[position] else { continue }
      let variance = errors[position].map { $0 * $0 } ?? variances[position]
      guard prior != 0 || (!keepsSigns && errors[position] != nil), variance > 0 else { continue }
      roles[position] = .movable(cells.count)
      cells.append(Cell(position: position, prior: prior, variance: variance))
    }
  }

  private static func sums(of problem: BalancingProblem) throws(Balance.Failure) -> [Sum] {
    var sums: [Sum] = []
    for (control, cells) in zip(problem.controls, try problem.expandedControls()) {
      sums.append(
        Sum(
          name: control.id, cells: cells, target: control.target,
          standardError: control.standardError ?? 0, support: control.support))
    }
    for code in problem.balancedAccounts {
      guard let i = problem.prior.rowIndex(of: code), let j = problem.prior.columnIndex(of: code)
      else { continue }
      sums.append(
        Sum(
          name: "the balance of '\(code)'",
          cells: CellSum(balanceOfRow: i, column: j, of: problem.prior), target: 0,
          standardError: 0, balancedAccount: code))
    }
    return sums
  }

  /// Empties the cells of exact zero sums whose terms all have one sign: only
  /// zeros can meet them, and no factor reaches zero.
  private mutating func emptyZeroSums(fixed: Set<Int>) {
    for sum in sums where sum.target == 0 && sum.standardError == 0 && sum.balancedAccount == nil {
      var terms: [Int] = []
      var positive = 0
      var touchesOthers = false
      sum.cells.forEach { position, weight in
        let value = weight * start.storage[position]
        if value != 0 { terms.append(position) }
        if value > 0 { positive += 1 }
        if fixed.contains(position) {
          if start.storage[position] != 0 { touchesOthers = true }
        } else if case .unknown = roles[position] {
          touchesOthers = true
        }
      }
      guard positive == 0 || positive == terms.count, !touchesOthers else { continue }
      for position in terms { start.storage[position] = 0 }
    }
  }

  /// The variance of each cell that has no standard error of its own.
  private var defaultVariances: [Double] {
    let values = problem.prior.cells
    let width = values.columns
    switch problem.defaultReliability {
    case .relative(let share): return values.storage.map { share * $0 * (share * $0) }
    case .root(let base): return values.storage.map { abs($0) * base }
    case .shareOfTable:
      let total = values.storage.reduce(0) { $0 + abs($1) }
      return values.storage.map { abs($0) * total }
    case .shareOfColumn:
      var totals = [Double](repeating: 0, count: width)
      for (k, value) in values.storage.enumerated() { totals[k % width] += abs(value) }
      for control in problem.controls {
        if let code = control.exactColumn, let j = problem.prior.columnIndex(of: code),
          control.target != 0
        {
          totals[j] = abs(control.target)
        }
      }
      return values.storage.enumerated().map { abs($1) * totals[$0 % width] }
    }
  }

  /// The address of a position.
  func address(of position: Int) -> CellAddress {
    let width = problem.prior.columns.count
    return CellAddress(
      problem.prior.rows[position / width].code, problem.prior.columns[position % width].code)
  }
}
