import LinearAlgebra
import SAMFixtures
import Testing

@Suite struct CholeskyTests {
  /// B Bᵀ + I for a random B, whose rows differ in scale by up to 1e12.
  private func positiveDefinite(_ order: Int, seed: UInt64) -> Matrix {
    var generator = SplitMix64(seed: seed)
    let b = Matrix(
      storage: (0..<order * order).map { _ in generator.number(-1, 1) }, rows: order,
      columns: order)
    var matrix = b * b.transposed
    for i in 0..<order { matrix[i, i] += 1 }
    let scales = (0..<order).map { $0.isMultiple(of: 2) ? 1e6 : 1e-6 }
    for i in 0..<order { for j in 0..<order { matrix[i, j] *= scales[i] * scales[j] } }
    return matrix
  }

  @Test func `a small system is solved as by hand`() throws {
    let cholesky = try Cholesky(Matrix([[4, 2], [2, 3]]))
    let x = cholesky.solve([10, 9])
    #expect(abs(x[0] - 1.5) < 1e-15 && abs(x[1] - 2) < 1e-15)
  }

  @Test func `the solution agrees with the LU factorisation at any scale`() throws {
    let matrix = positiveDefinite(30, seed: 4)
    let b = (0..<30).map { Double($0 + 1) * ($0.isMultiple(of: 2) ? 1e6 : 1e-6) }
    let x = try Cholesky(matrix).solve(b)
    let y = try LU(matrix).solve(b)
    for (one, other) in zip(x, y) { #expect(abs(one - other) < 1e-10 * abs(other)) }
  }

  @Test func `rows of right-hand sides are solved one by one`() throws {
    let cholesky = try Cholesky(positiveDefinite(5, seed: 9))
    let b = Matrix([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
    let x = cholesky.solve(rows: b)
    for i in 0..<2 { #expect(x.row(i) == cholesky.solve(b.row(i))) }
  }

  @Test func `only the lower triangle is read`() throws {
    let full = try Cholesky(Matrix([[4, 2], [2, 3]]))
    let lower = try Cholesky(Matrix([[4, 99], [2, 3]]))
    #expect(lower.solve([10, 9]) == full.solve([10, 9]))
  }

  @Test func `indefinite and infinite matrices are refused`() {
    #expect(throws: Cholesky.Failure.notPositiveDefinite(step: 1)) {
      try Cholesky(Matrix([[1, 2], [2, 1]]))
    }
    #expect(throws: Cholesky.Failure.notPositiveDefinite(step: 0)) {
      try Cholesky(Matrix([[.nan, 0], [0, 1]]))
    }
    #expect(throws: Cholesky.Failure.notFinite(row: 1, column: 0)) {
      try Cholesky(Matrix([[1, 0], [.infinity, 1]]))
    }
  }
}
