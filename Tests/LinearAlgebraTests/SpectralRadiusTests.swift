import LinearAlgebra
import SAMFixtures
import Testing

struct SpectralRadiusTests {
  private func radius(_ rows: [[Double]]) throws -> Double {
    try #require(Matrix(rows).spectralRadius)
  }

  @Test func `the radius is the largest eigenvalue`() throws {
    #expect(abs(try radius([[0.15, 0.25], [0.2, 0.05]]) - (0.1 + 0.0525.squareRoot())) < 1e-12)
    #expect(abs(try radius([[2, 0], [0, 3]]) - 3) < 1e-11)
    #expect(abs(try radius([[0.5]]) - 0.5) < 1e-12)
  }

  @Test func `a matrix with constant column sums has that radius`() throws {
    var random = SplitMix64(seed: 11)
    var matrix = Matrix(rows: 30, columns: 30)
    for j in 0..<30 {
      let column = (0..<30).map { _ in random.unit() }
      let sum = column.reduce(0, +)
      for i in 0..<30 { matrix[i, j] = 0.9 * column[i] / sum }
    }
    #expect(abs(try #require(matrix.spectralRadius) - 0.9) < 1e-11)
  }

  @Test func `a periodic matrix converges`() throws {
    #expect(abs(try radius([[0, 2], [0.5, 0]]) - 1) < 1e-11)
    #expect(abs(try radius([[0, 0, 8], [1, 0, 0], [0, 1, 0]]) - 2) < 1e-11)
  }

  @Test func `a reducible matrix has the radius of its largest block`() throws {
    #expect(abs(try radius([[0.9, 0, 0], [0.05, 0.1, 0.2], [0, 0.3, 0.1]]) - 0.9) < 1e-11)
    #expect(abs(try radius([[0.1, 0.7, 0], [0, 0.9, 0], [0, 0, 0.3]]) - 0.9) < 1e-11)
  }

  @Test func `a nilpotent matrix and the zero matrix have radius zero`() throws {
    #expect(try radius([[0, 1, 1], [0, 0, 1], [0, 0, 0]]) < 1e-9)
    #expect(try radius([[0, 0], [0, 0]]) == 0)
    #expect(Matrix(rows: 0, columns: 0).spectralRadius == 0)
  }

  @Test func `negative elements and complex eigenvalues are allowed`() throws {
    #expect(abs(try radius([[0, -3], [3, 0]]) - 3) < 1e-12)
    #expect(abs(try radius([[-0.5, 0.1], [0, 0.2]]) - 0.5) < 1e-12)
    #expect(abs(try radius([[1.2, -0.4], [0.3, 0.4]]) - (0.8 + 0.04.squareRoot())) < 1e-12)
  }

  @Test func `a matrix that is not finite has no radius`() {
    #expect(Matrix([[.nan]]).spectralRadius == nil)
    #expect(Matrix([[1, .infinity], [0, 1]]).spectralRadius == nil)
  }
}
