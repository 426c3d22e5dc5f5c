internal import AccountMatrix
internal import LinearAlgebra

extension PreparedProblem {
  /// The dual program in which every movable cell departs from its start under a penalty.
  ///
  /// - Parameters:
  ///   - errors: the possible errors of controls that do not bring their own.
  ///   - penalty: the penalty of a cell.
  func program(errors: ErrorSupport, penalty: (Cell) -> Penalty) -> DualProgram {
    var lengths = [Int](repeating: 0, count: cells.count)
    for sum in sums {
      sum.cells.forEach { position, weight in
        if weight != 0, case .movable(let k) = roles[position] { lengths[k] += 1 }
      }
    }
    var program = DualProgram(
      variables: cells.map { DualProgram.Variable(start: $0.prior, penalty: penalty($0)) },
      weights: SparseColumns(lengths: lengths), free: unknown.map { _ in [] }, rows: [])
    var next = cells.indices.map { program.weights.places(of: $0).lowerBound }
    program.rows.reserveCapacity(sums.count)
    for (c, sum) in sums.enumerated() {
      var constant = 0.0
      var size = abs(sum.target) + sum.standardError
      sum.cells.forEach { position, weight in
        if weight == 0 { return }
        let entry = DualProgram.Entry(control: c, weight: weight)
        switch roles[position] {
        case .constant:
          let term = weight * start.storage[position]
          constant += term
          size += abs(term)
        case .movable(let k):
          program.weights.set(entry, at: next[k])
          next[k] += 1
        case .unknown(let k): program.free[k].append(entry)
        }
      }
      program.rows.append(
        DualProgram.Row(
          name: sum.name, target: sum.target - constant, size: size,
          error: sum.penalty(default: errors)))
    }
    return program
  }

  /// Refuses sums that no values of their own cells can meet.
  ///
  /// - Parameter ranges: the lowest and highest departure of each cell.
  /// - Throws: `Balance.Failure.unreachable` or `.oneSided`.
  func requireReachable(ranges: [ClosedRange<Double>]) throws(Balance.Failure) {
    for sum in sums {
      var lowest = 0.0
      var highest = 0.0
      var size = abs(sum.target)
      var isOpen = false
      var isEmpty = true
      sum.cells.forEach { position, weight in
        if weight == 0 { return }
        let base = weight * start.storage[position]
        lowest += base
        highest += base
        size += abs(base)
        if base != 0 { isEmpty = false }
        switch roles[position] {
        case .constant: return
        case .unknown:
          lowest = -.infinity
          highest = .infinity
        case .movable(let k):
          let ends = (weight * ranges[k].lowerBound, weight * ranges[k].upperBound)
          lowest += min(ends.0, ends.1)
          highest += max(ends.0, ends.1)
        }
        isOpen = true
        isEmpty = false
      }
      let error = sum.standardError == 0 || isEmpty ? 0 : sum.errorReach
      let isMet =
        isOpen
        ? lowest - error < sum.target && sum.target < highest + error
        : abs(sum.target - lowest) <= error + 1e-9 * size
      if isMet { continue }
      if let account = sum.balancedAccount {
        if !isOpen, size == 0 { continue }
        var receipts = 0.0
        var payments = 0.0
        sum.cells.forEach { position, weight in
          if weight > 0 { receipts += start.storage[position] }
          if weight < 0 { payments += start.storage[position] }
        }
        throw .oneSided(account: account, receipts: receipts, payments: payments)
      }
      throw .unreachable(
        control: "the control '\(sum.name)'", target: sum.target, lowest: lowest, highest: highest)
    }
  }

  /// Refuses unknown cells that the controls do not determine.
  func requireDetermined(_ program: DualProgram) throws(Balance.Failure) {
    let undetermined = program.undeterminedVariables().filter { $0 < unknown.count }
    if !undetermined.isEmpty {
      throw .undetermined(cells: undetermined.map { address(of: unknown[$0]) })
    }
  }

  /// The table with the movable and the unknown cells as they were found.
  func table(values: [Double], unknown found: [Double]) -> Matrix {
    var table = start
    for (cell, value) in zip(cells, values) { table.storage[cell.position] = value }
    for (position, value) in zip(unknown, found) { table.storage[position] = value }
    return table
  }
}

extension PreparedProblem.Sum {
  /// The penalty of the error, or `nil` where the sum is exact.
  func penalty(default errors: ErrorSupport) -> Penalty? {
    standardError == 0 ? nil : .error(support ?? errors, deviation: standardError)
  }

  /// The largest possible error.
  fileprivate var errorReach: Double { (support ?? .normal).reach * standardError }
}
