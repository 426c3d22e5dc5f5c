internal import AccountMatrix
internal import Glibc
internal import LinearAlgebra

/// Cells whose errors are factors, and columns whose priors are coefficients.
///
/// With x = x₀ exp(e), or x = (x₀ / X₀) X exp(e), the controls are no longer
/// linear in the errors. They are linearised at the current table, the linear
/// problem is solved through its dual, and so on until the table stands still
/// (Gauss-Newton). The column total X is a variable of its own, tied to its cells.
extension CrossEntropy {
  /// The current point: the error of each cell and the total of each coefficient column.
  private struct Point {
    var errors: [Double]
    var totals: [Double]
    var unknown: [Double]
  }

  /// Which cells are additive, and to which coefficient column a cell belongs.
  private struct Layout {
    let prepared: PreparedProblem
    /// Position of the coefficient column of each cell in the list of such columns.
    let column: [Int?]
    /// Whether the error of each cell is a factor.
    let isFactor: [Bool]
    /// The columns with coefficient priors, and their prior totals.
    let columns: [Int]
    let priorTotals: [Double]
    /// What cells that cannot move add to each of these columns.
    let constants: [Double]

    init(
      _ prepared: PreparedProblem, coefficientColumns: Set<String>, form: ErrorForm
    ) throws(Balance.Failure) {
      self.prepared = prepared
      let prior = prepared.problem.prior
      let width = prior.columns.count
      var columns: [Int] = []
      for code in coefficientColumns.sorted() {
        columns.append(
          try prepared.problem.index(
            of: code, among: .columns, namedBy: "the list of coefficient columns"))
      }
      columns.sort()
      let totals = prepared.start.columnSums
      var isMoving = [Bool](repeating: false, count: width)
      for cell in prepared.cells { isMoving[cell.position % width] = true }
      for position in prepared.unknown { isMoving[position % width] = false }
      // Shares of a column that has no total, or an unknown part, mean nothing.
      columns = columns.filter { isMoving[$0] && totals[$0] != 0 }
      var place = [Int?](repeating: nil, count: width)
      for (c, j) in columns.enumerated() { place[j] = c }
      var constants = columns.map { totals[$0] }
      for cell in prepared.cells {
        if let c = place[cell.position % width] { constants[c] -= cell.prior }
      }
      column = prepared.cells.map { place[$0.position % width] }
      isFactor = prepared.cells.map {
        $0.prior != 0 && (form == .multiplicative || place[$0.position % width] != nil)
      }
      self.columns = columns
      priorTotals = columns.map { totals[$0] }
      self.constants = constants
    }

    /// The value of a cell at a point.
    func value(of k: Int, at point: Point) -> Double {
      let prior = prepared.cells[k].prior
      guard isFactor[k] else { return prior + point.errors[k] }
      let scale = column[k].map { point.totals[$0] / priorTotals[$0] } ?? 1
      return prior * scale * exp(point.errors[k])
    }

    /// The lowest and highest departure of a cell outside coefficient columns.
    func range(of k: Int, support: ErrorSupport) -> ClosedRange<Double> {
      let errors = penalty(of: k, support: support).range
      guard isFactor[k] else { return errors }
      let prior = prepared.cells[k].prior
      let ends = (prior * expm1(errors.lowerBound), prior * expm1(errors.upperBound))
      return min(ends.0, ends.1)...max(ends.0, ends.1)
    }

    func penalty(of k: Int, support: ErrorSupport) -> Penalty {
      let cell = prepared.cells[k]
      let deviation = cell.variance.squareRoot()
      return .error(support, deviation: isFactor[k] ? deviation / abs(cell.prior) : deviation)
    }
  }

  func balanceByLinearising(
    _ problem: BalancingProblem, support: ErrorSupport, form: ErrorForm
  ) throws(Balance.Failure) -> Balance {
    let prepared = try PreparedProblem(completed(problem), keepsSigns: form == .multiplicative)
    let layout = try Layout(prepared, coefficientColumns: coefficientColumns, form: form)
    if layout.columns.isEmpty {
      try prepared.requireReachable(
        ranges: prepared.cells.indices.map { layout.range(of: $0, support: support) })
    }

    var point = Point(
      errors: [Double](repeating: 0, count: prepared.cells.count), totals: layout.priorTotals,
      unknown: [])
    let first = linearised(at: point, layout: layout, support: support)
    try prepared.requireDetermined(first)
    let rows = try first.independentRows()
    var iterations = 0
    var multipliers: [Double]?
    var movement = Double.infinity
    for _ in 0..<60 {
      let program = linearised(at: point, layout: layout, support: support).keeping(rows)
      let solution = try program.minimised(from: multipliers, sought: 1e-12)
      multipliers = solution.multipliers
      iterations += max(1, solution.iterations)
      let known = prepared.unknown.count
      let next = Point(
        errors: solution.values,
        totals: zip(point.totals, solution.free.dropFirst(known)).map { $0 + $1 },
        unknown: Array(solution.free.prefix(known)))
      movement = 0
      for (k, cell) in prepared.cells.enumerated() {
        let before = layout.value(of: k, at: point)
        let size = max(abs(before), cell.variance.squareRoot() * 1e-3)
        movement = max(movement, abs(layout.value(of: k, at: next) - before) / size)
      }
      point = next
      if movement < 1e-11 {
        return try Balance(
          of: problem,
          cells: prepared.table(
            values: prepared.cells.indices.map { layout.value(of: $0, at: point) },
            unknown: point.unknown),
          method: name, objective: solution.loss, iterations: iterations, notes: prepared.notes,
          sums: prepared.controlCells)
      }
    }
    throw .didNotConverge(
      iterations: iterations, worst: "the cell that moves most from one linearisation to the next",
      gap: movement, suspects: [])
  }

  /// The linear problem around a point; its variables are errors, not departures.
  private func linearised(
    at point: Point, layout: Layout, support: ErrorSupport
  ) -> DualProgram {
    let prepared = layout.prepared
    var program = prepared.program(errors: controlErrors) { _ in .quadratic(variance: 1) }
    let cellRows = program.rows.count
    program.free += layout.columns.map { _ in [] }
    // The tie of each column total to its cells: Σ x - X = 0.
    for (c, constant) in layout.constants.enumerated() {
      program.rows.append(
        DualProgram.Row(
          name: "the column total of '\(prepared.problem.prior.columns[layout.columns[c]].code)'",
          target: point.totals[c] - constant, size: abs(point.totals[c]), error: nil))
    }
    var weights = SparseColumns()
    for k in prepared.cells.indices {
      let value = layout.value(of: k, at: point)
      let column = layout.column[k]
      var entries = Array(program.weights[k])
      if let column { entries.append(DualProgram.Entry(control: cellRows + column, weight: 1)) }
      let slope = layout.isFactor[k] ? value : 1
      for e in entries.indices {
        let entry = entries[e]
        program.rows[entry.control].target -= entry.weight * (value - slope * point.errors[k])
        program.rows[entry.control].size += abs(entry.weight * value)
        entries[e].weight *= slope
        if let column, layout.isFactor[k] {
          program.free[prepared.unknown.count + column].append(
            DualProgram.Entry(
              control: entry.control, weight: entry.weight * value / point.totals[column]))
        }
      }
      weights.append(entries)
      program.variables[k] = DualProgram.Variable(
        start: 0, penalty: layout.penalty(of: k, support: support),
        unit: layout.isFactor[k] ? value : 1)
    }
    program.weights = weights
    for c in layout.columns.indices {
      program.free[prepared.unknown.count + c].append(
        DualProgram.Entry(control: cellRows + c, weight: -1))
    }
    return program
  }
}
