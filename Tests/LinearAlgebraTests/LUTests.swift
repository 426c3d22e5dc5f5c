import LinearAlgebra
import SAMFixtures
import Testing

/// I - A for random propensities whose columns leak a tenth: the systems that the models solve.
private func system(_ order: Int, seed: UInt64) -> Matrix {
  var random = SplitMix64(seed: seed)
  var matrix = Matrix(rows: order, columns: order)
  for j in 0..<order {
    let column = (0..<order).map { _ in random.unit() < 0.4 ? random.unit() : 0 }
    let sum = column.reduce(0.1, +) / 0.9
    for i in 0..<order { matrix[i, j] = (i == j ? 1 : 0) - column[i] / sum }
  }
  return matrix
}

struct LUTests {
  static let orders = [1, 2, 5, 20, 60]

  @Test(arguments: orders)
  func `solutions agree with the plain Swift LU`(_ order: Int) throws {
    let matrix = system(order, seed: UInt64(order))
    let b = randomMatrix(1, order, seed: 7).storage
    let factors = try LU(matrix)
    let plain = try #require(PlainLU(rows(matrix)))
    let plainTransposed = try #require(PlainLU(rows(matrix.transposed)))
    #expect(factors.order == order)
    #expect(largestDifference(factors.solve(b), plain.solve(b)) < 1e-12)
    #expect(largestDifference(factors.solveTransposed(b), plainTransposed.solve(b)) < 1e-12)
  }

  @Test(arguments: orders)
  func `several right-hand sides are solved column by column`(_ order: Int) throws {
    let matrix = system(order, seed: UInt64(order))
    let b = randomMatrix(order, 3, seed: 8)
    let factors = try LU(matrix)
    let plain = try #require(PlainLU(rows(matrix)))
    let plainTransposed = try #require(PlainLU(rows(matrix.transposed)))
    for k in 0..<3 {
      #expect(largestDifference(factors.solve(b).column(k), plain.solve(b.column(k))) < 1e-12)
      #expect(
        largestDifference(
          factors.solveTransposed(b).column(k), plainTransposed.solve(b.column(k))) < 1e-12)
    }
  }

  @Test(arguments: orders)
  func `the inverse agrees with the plain Swift LU`(_ order: Int) throws {
    let matrix = system(order, seed: UInt64(order))
    let plain = try #require(PlainLU(rows(matrix)))
    let inverse = try LU(matrix).inverse
    #expect(largestDifference(rows(inverse), plain.inverse) < 1e-12)
    #expect(largestDifference(rows(inverse * matrix), rows(.identity(order))) < 1e-12)
  }

  @Test func `a matrix that needs pivoting is solved`() throws {
    let factors = try LU(Matrix([[0, 2, 1], [1, 0, 0], [3, 0, 1]]))
    #expect(largestDifference(factors.solve([7, 1, 6]), [1, 2, 3]) < 1e-14)
    #expect(largestDifference(factors.solveTransposed([11, 2, 4]), [1, 2, 3]) < 1e-14)
  }

  @Test func `an ill-conditioned system keeps a small residual`() throws {
    let order = 8
    var hilbert = Matrix(rows: order, columns: order)
    for i in 0..<order { for j in 0..<order { hilbert[i, j] = 1 / Double(i + j + 1) } }
    let b = hilbert * [Double](repeating: 1, count: order)
    let factors = try LU(hilbert)
    let x = factors.solve(b)
    #expect(largestDifference(hilbert * x, b) < 1e-14)
    // The condition number of this matrix is 3.4e10, so six digits of x survive.
    #expect(largestDifference(x, [Double](repeating: 1, count: order)) < 1e-5)
    #expect(abs(factors.reciprocalCondition * 3.387e10 - 1) < 0.01)
  }

  @Test func `an empty system has an empty solution`() throws {
    let factors = try LU(Matrix(rows: 0, columns: 0))
    #expect(factors.solve([Double]()).isEmpty)
    #expect(factors.inverse.storage.isEmpty)
    #expect(factors.reciprocalCondition == 1)
  }
}

struct ConditionTests {
  @Test func `the reciprocal condition of known matrices is theirs`() throws {
    #expect(try LU(.identity(4)).reciprocalCondition == 1)
    #expect(abs(try LU(Matrix([[1, 0], [0, 1e-3]])).reciprocalCondition - 1e-3) < 1e-15)
    // Column norms: 1-norm of A is 6, of its inverse 3.5.
    let printed = try LU(Matrix([[1, 2], [3, 4]])).reciprocalCondition
    #expect(abs(printed - 1 / 21) < 1e-15)
    // An asymmetric case tells the one norm (1/4) from the infinity norm (1/9, or 1/3 mixed).
    let skew = try LU(Matrix([[1, 1, 1], [0, 1, 0], [0, 0, 1]])).reciprocalCondition
    #expect(abs(skew - 1.0 / 4) < 1e-15)
  }

  @Test(arguments: [1e-6, 1e-9, 1e-13])
  func `nearly parallel rows show in the reciprocal condition`(_ gap: Double) throws {
    let factors = try LU(Matrix([[1, 1], [1, 1 + gap]]))
    #expect(abs(factors.reciprocalCondition / (gap / 4) - 1) < 1e-2)
  }
}

struct RefusedMatrixTests {
  @Test func `a singular matrix is refused with the step that found no pivot`() {
    #expect(throws: LU.Failure.singular(step: 1)) { try LU(Matrix([[1, 2], [2, 4]])) }
    #expect(throws: LU.Failure.singular(step: 0)) { try LU(Matrix(rows: 3, columns: 3)) }
  }

  @Test func `an element that is no finite number is refused with its place`() {
    #expect(throws: LU.Failure.notFinite(row: 0, column: 1)) {
      try LU(Matrix([[1, .nan], [2, 4]]))
    }
    #expect(throws: LU.Failure.notFinite(row: 1, column: 0)) {
      try LU(Matrix([[1, 3], [-.infinity, 4]]))
    }
  }
}
