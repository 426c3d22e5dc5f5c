/// The factorisation A = L Lᵀ of a symmetric positive definite matrix.
///
/// Only the lower triangle of the matrix is read. Rows and columns are first
/// scaled to a unit diagonal, so that controls in francs and controls in
/// billions of francs do not spoil each other's pivots.
///
/// Reference: Anderson et al. 1999, LAPACK Users' Guide (`dpotrf`, `dpotrs`);
/// Higham 2002, Accuracy and Stability of Numerical Algorithms, section 10.1.
package struct Cholesky: Sendable {
  /// Why a matrix has no factorisation.
  package enum Failure: Error, Equatable {
    /// An element of the lower triangle is infinite or not a number.
    case notFinite(row: Int, column: Int)
    /// The matrix is not positive definite: the pivot of this step is not positive.
    case notPositiveDefinite(step: Int)
  }

  /// Number of rows and columns.
  package let order: Int
  private let factor: [Double]
  private let scales: [Double]

  /// Factorises a symmetric matrix, given by its lower triangle.
  ///
  /// - Throws: `Failure.notFinite` or `Failure.notPositiveDefinite`.
  /// - Complexity: O(n³ / 3).
  package init(_ matrix: Matrix) throws(Failure) {
    precondition(matrix.rows == matrix.columns, "only a square matrix is factorised")
    let order = matrix.rows
    var scales = [Double](repeating: 1, count: order)
    for i in 0..<order {
      guard matrix[i, i] > 0 else { throw .notPositiveDefinite(step: i) }
      scales[i] = 1 / matrix[i, i].squareRoot()
    }
    var factor = matrix.storage
    for i in 0..<order {
      for j in 0...i {
        factor[i * order + j] *= scales[i] * scales[j]
        guard factor[i * order + j].isFinite else { throw .notFinite(row: i, column: j) }
      }
    }
    if let step = Backend.factoriseCholesky(&factor, order: order) {
      throw .notPositiveDefinite(step: step)
    }
    self.order = order
    self.factor = factor
    self.scales = scales
  }

  /// The solution x of A x = b.
  package func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "the right-hand side must have as many elements as rows")
    return solve(rows: Matrix(storage: b, rows: 1, columns: order)).storage
  }

  /// The solutions of A x = b for many right-hand sides b, a row each.
  package func solve(rows b: Matrix) -> Matrix {
    precondition(b.columns == order, "a right-hand side must have as many elements as rows")
    var x = b
    guard !x.storage.isEmpty else { return x }
    for k in x.storage.indices { x.storage[k] *= scales[k % order] }
    Backend.solveCholesky(factor, order: order, &x.storage, count: b.rows)
    for k in x.storage.indices { x.storage[k] *= scales[k % order] }
    return x
  }
}
