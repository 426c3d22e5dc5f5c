import LinearAlgebra
import SAMFixtures
import Testing

/// A matrix of numbers between -1 and 1.
func randomMatrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
  var random = SplitMix64(seed: seed)
  var matrix = Matrix(rows: rows, columns: columns)
  for i in matrix.storage.indices { matrix.storage[i] = random.number(-1, 1) }
  return matrix
}

/// A matrix as an array of rows.
func rows(_ matrix: Matrix) -> [[Double]] { (0..<matrix.rows).map(matrix.row) }

struct MatrixTests {
  @Test func `rows and columns keep their places`() {
    let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(matrix[1, 2] == 6)
    #expect(matrix.row(0) == [1, 2, 3])
    #expect(matrix.column(1) == [2, 5])
    #expect(matrix.rowSums == [6, 15])
    #expect(matrix.columnSums == [5, 7, 9])
    #expect(matrix.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.submatrix(rows: [1, 0], columns: [2, 2]) == Matrix([[6, 6], [3, 3]]))
    #expect(Matrix.identity(2) == Matrix([[1, 0], [0, 1]]))
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 2), (7, 4, 9), (2, 20, 3), (31, 17, 23)])
  func `the product agrees with three loops`(_ shape: (Int, Int, Int)) {
    let (n, m, p) = shape
    let a = randomMatrix(n, m, seed: 1)
    let b = randomMatrix(m, p, seed: 2)
    let product = a * b
    for i in 0..<n {
      for j in 0..<p {
        let expected = (0..<m).reduce(0) { $0 + a[i, $1] * b[$1, j] }
        #expect(abs(product[i, j] - expected) < 1e-13)
      }
    }
  }

  @Test func `products with vectors agree with loops on both sides`() {
    let a = randomMatrix(6, 4, seed: 3)
    let x = randomMatrix(1, 4, seed: 4).storage
    let y = randomMatrix(1, 6, seed: 5).storage
    #expect(largestDifference(a * x, (0..<6).map { inner(a.row($0), x) }) < 1e-14)
    #expect(largestDifference(y * a, (0..<4).map { inner(a.column($0), y) }) < 1e-14)
    #expect(abs(x.dot([1, 2, 3, 4]) - inner(x, [1, 2, 3, 4])) < 1e-15)
  }

  @Test func `products with an empty dimension are zero or empty`() {
    #expect(
      Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3) == Matrix(rows: 2, columns: 3))
    #expect((Matrix(rows: 0, columns: 3) * [1, 2, 3]).isEmpty)
    #expect(Matrix(rows: 2, columns: 0) * [] == [0, 0])
  }

  @Test func `a matrix with an infinite element or one that is no number is not finite`() {
    #expect(Matrix([[1, 2]]).isFinite)
    #expect(!Matrix([[1, .infinity]]).isFinite)
    #expect(!Matrix([[.nan, 1]]).isFinite)
  }
}
