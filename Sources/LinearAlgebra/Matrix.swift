/// A dense matrix of doubles in one contiguous row-major buffer.
package struct Matrix: Sendable, Equatable {
  /// Number of rows.
  package let rows: Int
  /// Number of columns.
  package let columns: Int
  /// The elements, row after row.
  package var storage: [Double]

  /// A matrix whose elements all equal `value`.
  package init(repeating value: Double = 0, rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative dimension")
    self.rows = rows
    self.columns = columns
    storage = [Double](repeating: value, count: rows * columns)
  }

  /// A matrix over `storage`, given row after row.
  package init(storage: [Double], rows: Int, columns: Int) {
    precondition(storage.count == rows * columns, "the storage must hold rows x columns elements")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// A matrix from its rows, which must be of equal length.
  package init(_ rowArrays: [[Double]]) {
    let columns = rowArrays.first?.count ?? 0
    precondition(rowArrays.allSatisfy { $0.count == columns }, "rows must be of equal length")
    self.init(storage: rowArrays.flatMap { $0 }, rows: rowArrays.count, columns: columns)
  }

  /// The identity matrix of the given order.
  package static func identity(_ order: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order)
    for i in 0..<order { result[i, i] = 1 }
    return result
  }

  /// The element in the given row and column.
  @inlinable
  package subscript(row: Int, column: Int) -> Double {
    get { storage[row * columns + column] }
    set { storage[row * columns + column] = newValue }
  }

  /// A copy of one row.
  package func row(_ index: Int) -> [Double] {
    Array(storage[index * columns..<(index + 1) * columns])
  }

  /// A copy of one column.
  package func column(_ index: Int) -> [Double] {
    (0..<rows).map { self[$0, index] }
  }

  /// The sum of each row.
  package var rowSums: [Double] {
    var sums = [Double](repeating: 0, count: rows)
    for i in 0..<rows {
      var sum = 0.0
      for j in 0..<columns { sum += storage[i * columns + j] }
      sums[i] = sum
    }
    return sums
  }

  /// The sum of each column.
  package var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for i in 0..<rows {
      for j in 0..<columns { sums[j] += storage[i * columns + j] }
    }
    return sums
  }

  /// The matrix with rows and columns exchanged.
  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result.storage[j * rows + i] = storage[i * columns + j] }
    }
    return result
  }

  /// The elements in the given rows and columns, in the given order.
  package func submatrix(rows rowIndices: [Int], columns columnIndices: [Int]) -> Matrix {
    var result = Matrix(rows: rowIndices.count, columns: columnIndices.count)
    for (i, row) in rowIndices.enumerated() {
      for (j, column) in columnIndices.enumerated() { result[i, j] = self[row, column] }
    }
    return result
  }

  /// Whether no element is infinite or not a number.
  package var isFinite: Bool { storage.allSatisfy { $0.isFinite } }
}

extension Matrix {
  /// The matrix product, by BLAS `dgemm`.
  ///
  /// - Complexity: O(rows x columns x inner dimension).
  package static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "the inner dimensions must agree")
    guard left.rows > 0, right.columns > 0, left.columns > 0 else {
      return Matrix(rows: left.rows, columns: right.columns)
    }
    return Matrix(
      storage: Backend.product(
        left.storage, right.storage, rows: left.rows, inner: left.columns, columns: right.columns),
      rows: left.rows, columns: right.columns)
  }

  /// The product of the matrix and a column vector.
  package static func * (left: Matrix, right: [Double]) -> [Double] {
    precondition(left.columns == right.count, "the inner dimensions must agree")
    return left.product(right, transposed: false)
  }

  /// The product of a row vector and the matrix.
  package static func * (left: [Double], right: Matrix) -> [Double] {
    precondition(left.count == right.rows, "the inner dimensions must agree")
    return right.product(left, transposed: true)
  }

  private func product(_ vector: [Double], transposed: Bool) -> [Double] {
    guard rows > 0, columns > 0 else {
      return [Double](repeating: 0, count: transposed ? columns : rows)
    }
    return Backend.product(storage, rows: rows, columns: columns, transposed: transposed, vector)
  }
}
