/// The factorisation P A = L U of a square matrix: made once, solved with often.
///
/// The row-major buffer is handed to LAPACK as the column-major buffer of the
/// transpose, so nothing is copied: A x = b is LAPACK's transposed solve.
///
/// Reference: Anderson et al. 1999, LAPACK Users' Guide (`dgetrf`, `dgetrs`,
/// `dgetri`, `dgecon`).
package struct LU: Sendable {
  /// Why a matrix has no factorisation.
  package enum Failure: Error, Equatable {
    /// The element is infinite or not a number.
    case notFinite(row: Int, column: Int)
    /// The matrix is singular: no pivot was found in this step.
    case singular(step: Int)
  }

  /// Number of rows and columns.
  package let order: Int
  private let factors: [Double]
  private let pivots: [Int32]
  private let oneNorm: Double

  /// Factorises a square matrix.
  ///
  /// - Throws: `Failure.notFinite` or `Failure.singular`.
  /// - Complexity: O(n³).
  package init(_ matrix: Matrix) throws(Failure) {
    precondition(matrix.rows == matrix.columns, "only a square matrix is factorised")
    let order = matrix.rows
    let cells = matrix.storage
    var sums = [Double](repeating: 0, count: order)
    for i in 0..<order {
      for j in 0..<order { sums[j] += abs(cells[i * order + j]) }
    }
    // The `_work` calls of LAPACKE skip its scan for NaN, and would let one through.
    if !sums.allSatisfy({ $0.isFinite }), let bad = cells.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: bad / order, column: bad % order)
    }
    oneNorm = sums.max() ?? 0
    var factors = cells
    let (pivots, singularStep) = Backend.factoriseLU(&factors, order: order)
    if let singularStep { throw .singular(step: singularStep) }
    self.order = order
    self.factors = factors
    self.pivots = pivots
  }

  /// The solution x of A x = b.
  package func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "the right-hand side must have as many elements as rows")
    return solveRows(b, count: 1, transposed: false)
  }

  /// The solution x of Aᵀ x = b: one row of the inverse per unit vector.
  package func solveTransposed(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "the right-hand side must have as many elements as rows")
    return solveRows(b, count: 1, transposed: true)
  }

  /// The solution X of A X = B, column by column.
  package func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right-hand sides must have as many rows as the matrix")
    return solving(b, transposed: false)
  }

  /// The solution X of Aᵀ X = B, column by column.
  package func solveTransposed(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right-hand sides must have as many rows as the matrix")
    return solving(b, transposed: true)
  }

  private func solving(_ b: Matrix, transposed: Bool) -> Matrix {
    let rows = solveRows(b.transposed.storage, count: b.columns, transposed: transposed)
    return Matrix(storage: rows, rows: b.columns, columns: order).transposed
  }

  /// Solves for `count` right-hand sides that lie one after the other.
  private func solveRows(_ b: [Double], count: Int, transposed: Bool) -> [Double] {
    var x = b
    guard order > 0, count > 0 else { return x }
    Backend.solveLU(
      factors, pivots, order: order, transposed: transposed, &x, count: count)
    return x
  }

  /// The whole inverse; ask for it only when most of its columns are wanted.
  ///
  /// - Complexity: O(n³), a third cheaper than n solves.
  package var inverse: Matrix {
    var result = factors
    if order > 0 { Backend.invertLU(&result, pivots, order: order) }
    return Matrix(storage: result, rows: order, columns: order)
  }

  /// An estimate of 1 / (‖A‖₁ ‖A⁻¹‖₁): near 1 well conditioned, near 1e-16 singular.
  ///
  /// Reference: Higham 1988, ACM TOMS 14(4):381-396.
  package var reciprocalCondition: Double {
    guard order > 0 else { return 1 }
    return Backend.reciprocalConditionLU(factors, order: order, oneNorm: oneNorm)
  }
}
