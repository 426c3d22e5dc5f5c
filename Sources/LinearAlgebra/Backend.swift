internal import CLAPACKE
internal import COpenBLAS

/// The BLAS library underneath, and how it is set up.
///
/// One thread is used: two threads make the systems of a social accounting
/// matrix (some hundred accounts) slower, and change the last bits of results.
package enum Backend {
  /// Name of the processor kernel that OpenBLAS chose, for example `Haswell`.
  ///
  /// OpenBLAS before 0.3.24 does not know recent processors and falls back to
  /// `Prescott`, which is several times slower on tables of thousands of accounts.
  package static var kernel: String { String(cString: openblas_get_corename()) }

  /// The build configuration that OpenBLAS reports.
  package static var configuration: String { String(cString: openblas_get_config()) }

  /// Number of threads that BLAS uses.
  package static var threads: Int {
    prepare()
    return Int(openblas_get_num_threads())
  }

  private static let singleThread: Void = openblas_set_num_threads(1)

  /// Sets the number of threads at first use.
  static func prepare() { singleThread }
}

// MARK: - The calls that the module makes; no other file knows BLAS or LAPACK.

// Buffers are row-major, which LAPACK reads as the column-major transpose: its upper triangle is
// the lower one here, and its transposed solve the plain one. The `_work` calls of LAPACKE skip its
// scan for numbers that are not finite, which the callers have done.
extension Backend {
  private static let upper = CChar(UInt8(ascii: "U"))
  private static let noVectors = CChar(UInt8(ascii: "N"))

  /// The product of a `rows` x `inner` and an `inner` x `columns` matrix (`dgemm`).
  static func product(
    _ left: [Double], _ right: [Double], rows: Int, inner: Int, columns: Int
  ) -> [Double] {
    prepare()
    var result = [Double](repeating: 0, count: rows * columns)
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), 1,
      left, Int32(inner), right, Int32(columns), 0, &result, Int32(columns))
    return result
  }

  /// The product of a matrix, or its transpose, and a vector (`dgemv`).
  static func product(
    _ matrix: [Double], rows: Int, columns: Int, transposed: Bool, _ vector: [Double]
  ) -> [Double] {
    prepare()
    var result = [Double](repeating: 0, count: transposed ? columns : rows)
    cblas_dgemv(
      CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), 1,
      matrix, Int32(columns), vector, 1, 0, &result, 1)
    return result
  }

  /// Puts the factors of P A = L U in the place of A (`dgetrf`).
  ///
  /// - Returns: the pivots, or the step in which there is none.
  static func factoriseLU(
    _ cells: inout [Double], order: Int
  ) -> (pivots: [Int32], singularStep: Int?) {
    prepare()
    var pivots = [Int32](repeating: 0, count: order)
    let info = LAPACKE_dgetrf_work(
      LAPACK_COL_MAJOR, Int32(order), Int32(order), &cells, Int32(max(1, order)), &pivots)
    return (pivots: pivots, singularStep: info > 0 ? Int(info) - 1 : nil)
  }

  /// Solves for right-hand sides that lie one after the other (`dgetrs`).
  static func solveLU(
    _ factors: [Double], _ pivots: [Int32], order: Int, transposed: Bool, _ sides: inout [Double],
    count: Int
  ) {
    let flag = CChar(UInt8(ascii: transposed ? "N" : "T"))
    _ = LAPACKE_dgetrs_work(
      LAPACK_COL_MAJOR, flag, Int32(order), Int32(count), factors, Int32(order), pivots, &sides,
      Int32(order))
  }

  /// Puts the inverse in the place of the factors (`dgetri`).
  static func invertLU(_ factors: inout [Double], _ pivots: [Int32], order: Int) {
    _ = LAPACKE_dgetri(LAPACK_COL_MAJOR, Int32(order), &factors, Int32(order), pivots)
  }

  /// The reciprocal condition number, from the factors and the one norm of the matrix (`dgecon`).
  static func reciprocalConditionLU(_ factors: [Double], order: Int, oneNorm: Double) -> Double {
    var result = 0.0
    // The infinity norm of the stored transpose is the one norm of the matrix.
    _ = LAPACKE_dgecon(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "I")), Int32(order), factors, Int32(order), oneNorm,
      &result)
    return result
  }

  /// Puts the factor of A = L Lᵀ in the place of the lower triangle (`dpotrf`).
  ///
  /// - Returns: the step whose pivot is not positive, if there is one.
  static func factoriseCholesky(_ cells: inout [Double], order: Int) -> Int? {
    prepare()
    let info = LAPACKE_dpotrf_work(
      LAPACK_COL_MAJOR, upper, Int32(order), &cells, Int32(max(1, order)))
    return info > 0 ? Int(info) - 1 : nil
  }

  /// Solves for right-hand sides that lie one after the other (`dpotrs`).
  static func solveCholesky(
    _ factor: [Double], order: Int, _ sides: inout [Double], count: Int
  ) {
    _ = LAPACKE_dpotrs_work(
      LAPACK_COL_MAJOR, upper, Int32(order), Int32(count), factor, Int32(order), &sides,
      Int32(order))
  }

  /// Cholesky's factor with complete pivoting (`dpstrf`).
  ///
  /// - Returns: the position of each pivot, and how many are above the tolerance.
  static func factorisePivoted(
    _ cells: inout [Double], order: Int, tolerance: Double
  ) -> (positions: [Int], rank: Int) {
    prepare()
    var pivots = [Int32](repeating: 0, count: order)
    var rank: Int32 = 0
    var work = [Double](repeating: 0, count: 2 * order)
    if order > 0 {
      _ = LAPACKE_dpstrf_work(
        LAPACK_COL_MAJOR, upper, Int32(order), &cells, Int32(order), &pivots, &rank, tolerance,
        &work)
    }
    return (positions: pivots.map { Int($0) - 1 }, rank: Int(rank))
  }

  /// The absolute values of the eigenvalues; `nil` if they do not converge (`dgeev`).
  static func eigenvalueSizes(_ cells: [Double], order: Int) -> [Double]? {
    prepare()
    var copy = cells
    var real = [Double](repeating: 0, count: order)
    var imaginary = real
    let info = LAPACKE_dgeev(
      LAPACK_COL_MAJOR, noVectors, noVectors, Int32(order), &copy, Int32(order), &real, &imaginary,
      nil, 1, nil, 1)
    guard info == 0 else { return nil }
    return zip(real, imaginary).map { ($0 * $0 + $1 * $1).squareRoot() }
  }
}
