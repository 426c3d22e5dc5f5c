internal import LinearAlgebra

extension DualProgram {
  /// The controls without exact ones that follow from others, so that the
  /// Newton system is regular.
  ///
  /// In a social accounting matrix the balance of the last account always
  /// follows from the others'.
  ///
  /// - Throws: `Balance.Failure.contradictory`, naming a control and those that
  ///   it contradicts.
  /// - Complexity: O(exact controls³ / 3).
  func independentRows() throws(Balance.Failure) -> [Int] {
    let exact = rows.indices.filter { rows[$0].error == nil }
    var place = [Int](repeating: -1, count: rows.count)
    for (i, c) in exact.enumerated() { place[c] = i }
    var gram = Matrix(rows: exact.count, columns: exact.count)
    weights.addGram(to: &gram.storage, order: exact.count, place: place) {
      1 / (variables[$0].unit * variables[$0].unit)
    }
    var unknown = SparseColumns()
    for entries in free { unknown.append(entries) }
    unknown.addGram(to: &gram.storage, order: exact.count, place: place) { _ in 1 }
    let split = IndependentRows(gram: gram)
    if split.dependent.isEmpty { return Array(rows.indices) }

    let sizes = state(at: [Double](repeating: 0, count: rows.count)).sizes
    var isDropped = [Bool](repeating: false, count: rows.count)
    var widest: (gap: Double, relative: Double, controls: [Int])?
    for dependent in split.dependent {
      let row = exact[dependent.row]
      isDropped[row] = true
      var implied = 0.0
      var size = sizes[row]
      var partners: [(share: Double, row: Int)] = []
      for (i, coefficient) in zip(split.independent, dependent.coefficients) {
        implied += coefficient * rows[exact[i]].target
        if abs(coefficient) > 1e-6 {
          size = max(size, abs(coefficient) * sizes[exact[i]])
          partners.append((abs(coefficient), exact[i]))
        }
      }
      let gap = abs(rows[row].target - implied)
      if gap > 1e-9 * size, gap / size > widest?.relative ?? 0 {
        widest = (gap, gap / size, [row] + partners.map { $0.row })
      }
    }
    if let widest {
      throw .contradictory(controls: widest.controls.map { rows[$0].name }, gap: widest.gap)
    }
    return rows.indices.filter { !isDropped[$0] }
  }

  /// Positions of free variables that the controls cannot tell apart, if any.
  func undeterminedVariables() -> [Int] {
    var gram = Matrix(rows: free.count, columns: free.count)
    for (i, entries) in free.enumerated() {
      var column = [Double](repeating: 0, count: rows.count)
      for entry in entries { column[entry.control] += entry.weight }
      for j in 0...i { gram[i, j] = free[j].reduce(0) { $0 + $1.weight * column[$1.control] } }
    }
    let split = IndependentRows(gram: gram)
    guard let dependent = split.dependent.first else { return [] }
    return [dependent.row]
      + zip(split.independent, dependent.coefficients).filter { abs($1) > 1e-6 }.map { $0.0 }
  }

  /// The program without exact controls that follow from others.
  ///
  /// - Throws: `Balance.Failure.contradictory`.
  func withoutRedundantRows() throws(Balance.Failure) -> DualProgram {
    keeping(try independentRows())
  }

  /// The program with some of its controls.
  func keeping(_ kept: [Int]) -> DualProgram {
    if kept.count == rows.count { return self }
    var places = [Int](repeating: -1, count: rows.count)
    for (i, c) in kept.enumerated() { places[c] = i }
    return DualProgram(
      variables: variables, weights: weights.keeping(places: places),
      free: free.map { entries in
        entries.filter { places[$0.control] >= 0 }.map {
          Entry(control: places[$0.control], weight: $0.weight)
        }
      },
      rows: kept.map { rows[$0] })
  }
}
