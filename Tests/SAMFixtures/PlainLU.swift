/// An LU factorisation with partial pivoting in plain Swift: the oracle for BLAS and LAPACK.
///
/// Reference: Golub & Van Loan 2013, Matrix Computations, algorithm 3.4.1.
public struct PlainLU: Sendable {
  private var factors: [[Double]]
  private var order: [Int]

  /// Factorises a square matrix given by rows; `nil` if it is singular.
  public init?(_ rows: [[Double]]) {
    let n = rows.count
    var a = rows
    var order = Array(0..<n)
    for k in 0..<n {
      var best = k
      for i in k..<n where abs(a[i][k]) > abs(a[best][k]) { best = i }
      guard a[best][k] != 0 else { return nil }
      a.swapAt(k, best)
      order.swapAt(k, best)
      for i in k + 1..<max(n, k + 1) {
        let multiple = a[i][k] / a[k][k]
        a[i][k] = multiple
        if multiple == 0 { continue }
        for j in k + 1..<n { a[i][j] -= multiple * a[k][j] }
      }
    }
    factors = a
    self.order = order
  }

  /// The solution of A x = b.
  public func solve(_ b: [Double]) -> [Double] {
    let n = factors.count
    var x = order.map { b[$0] }
    for i in 0..<n { for j in 0..<i { x[i] -= factors[i][j] * x[j] } }
    for i in (0..<n).reversed() {
      for j in i + 1..<max(n, i + 1) { x[i] -= factors[i][j] * x[j] }
      x[i] /= factors[i][i]
    }
    return x
  }

  /// The inverse, by rows.
  public var inverse: [[Double]] {
    let n = factors.count
    let columns = (0..<n).map { j in solve((0..<n).map { $0 == j ? 1 : 0 }) }
    return (0..<n).map { i in columns.map { $0[i] } }
  }
}

/// The determinant of a square matrix given by rows, by elimination without pivoting; of leading
/// minors that are not zero, as those of I - A.
public func determinant(of rows: [[Double]]) -> Double {
  var block = rows
  var result = 1.0
  for k in block.indices {
    result *= block[k][k]
    for i in block.indices where i > k {
      let factor = block[i][k] / block[k][k]
      for j in block.indices where j >= k { block[i][j] -= factor * block[k][j] }
    }
  }
  return result
}
