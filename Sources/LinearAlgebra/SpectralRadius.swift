extension Matrix {
  /// The largest absolute value of the eigenvalues of a square matrix.
  ///
  /// A matrix without negative elements is iterated until the bounds of Collatz
  /// and Wielandt meet to 1e-12; any other, or one that does not converge in
  /// 2,000 steps, gets all its eigenvalues from LAPACK `dgeev`.
  ///
  /// Reference: Varga 2000, Matrix Iterative Analysis, section 2.1.
  ///
  /// - Returns: the radius, or `nil` if an element is not finite or the
  ///   eigenvalues do not converge.
  /// - Complexity: O(n²) a step; O(n³) by eigenvalues.
  package var spectralRadius: Double? {
    precondition(rows == columns, "only a square matrix has eigenvalues")
    guard isFinite else { return nil }
    if rows == 0 { return 0 }
    if storage.allSatisfy({ $0 >= 0 }), let radius = collatzWielandtRadius() { return radius }
    return eigenvalueRadius()
  }

  /// Power iteration on A + I, which is aperiodic wherever A is irreducible.
  private func collatzWielandtRadius() -> Double? {
    var vector = [Double](repeating: 1 / Double(rows), count: rows)
    for _ in 0..<2_000 {
      let image = zip(self * vector, vector).map { $0 + $1 }
      var lower = Double.infinity
      var upper = 0.0
      for (new, old) in zip(image, vector) {
        lower = min(lower, new / old)
        upper = max(upper, new / old)
      }
      if upper - lower <= 1e-12 * upper { return max(0, (upper + lower) / 2 - 1) }
      let total = image.reduce(0, +)
      vector = image.map { $0 / total }
      if vector.contains(where: { $0 < 1e-280 }) { return nil }
    }
    return nil
  }

  private func eigenvalueRadius() -> Double? {
    Backend.eigenvalueSizes(storage, order: rows)?.max()
  }
}
