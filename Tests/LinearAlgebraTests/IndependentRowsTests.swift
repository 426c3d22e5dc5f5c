import LinearAlgebra
import Testing

@Suite struct IndependentRowsTests {
  @Test func `a sum of two vectors is found, with its coefficients`() throws {
    let vectors = Matrix([[1, 0, 1, 0], [0, 2, 0, 1], [3, -4, 3, -2], [0, 0, 1, 5]])
    let split = IndependentRows(gram: vectors * vectors.transposed)
    #expect(split.independent.count == 3 && split.dependent.count == 1)
    let dependent = try #require(split.dependent.first)
    var combination = [Double](repeating: 0, count: 4)
    for (i, coefficient) in zip(split.independent, dependent.coefficients) {
      for k in 0..<4 { combination[k] += coefficient * vectors[i, k] }
    }
    for k in 0..<4 { #expect(abs(combination[k] - vectors[dependent.row, k]) < 1e-12) }
  }

  @Test func `independent vectors stay, whatever their lengths`() {
    let vectors = Matrix([[1e9, 0, 0], [1e9, 1e9, 0], [0, 1e-9, 1e-9]])
    let split = IndependentRows(gram: vectors * vectors.transposed)
    #expect(split.independent.sorted() == [0, 1, 2])
    #expect(split.dependent.isEmpty)
  }

  @Test func `an empty vector depends on nothing`() throws {
    let vectors = Matrix([[0, 0], [1, 1]])
    let split = IndependentRows(gram: vectors * vectors.transposed)
    #expect(split.independent == [1])
    #expect(try #require(split.dependent.first).coefficients == [0])
  }

  @Test func `no vectors are independent`() {
    #expect(IndependentRows(gram: Matrix(rows: 0, columns: 0)).independent.isEmpty)
  }
}
