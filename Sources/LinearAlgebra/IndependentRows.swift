/// A largest set of independent vectors, found from their inner products.
///
/// Every other vector is a combination of the independent ones; the
/// coefficients say which, so that a contradiction can be named.
///
/// Reference: Higham 2002, section 10.3; LAPACK `dpstrf` (Cholesky with
/// complete pivoting).
package struct IndependentRows: Sendable {
  /// A vector that the independent ones span.
  package struct Dependent: Sendable {
    /// Position of the vector.
    package let row: Int
    /// Coefficients of the independent vectors, in the order of `independent`.
    package let coefficients: [Double]
  }

  /// Positions of the independent vectors, in the order of their pivots.
  package let independent: [Int]
  /// The other vectors, as combinations of the independent ones.
  package let dependent: [Dependent]

  /// Parts vectors into independent and dependent ones.
  ///
  /// - Parameters:
  ///   - gram: the inner products of the vectors; the lower triangle is read.
  ///   - tolerance: the squared distance to the span of the others, relative to
  ///     the squared length, below which a vector counts as dependent.
  /// - Complexity: O(n³ / 3).
  package init(gram: Matrix, tolerance: Double = 1e-11) {
    precondition(gram.rows == gram.columns, "inner products form a square matrix")
    let order = gram.rows
    let lengths = (0..<order).map { gram[$0, $0].squareRoot() }
    var factor = gram.storage
    for i in 0..<order {
      for j in 0...i {
        let scale = lengths[i] * lengths[j]
        factor[i * order + j] = scale > 0 ? factor[i * order + j] / scale : 0
      }
    }
    let (positions, count) = Backend.factorisePivoted(
      &factor, order: order, tolerance: tolerance)
    independent = Array(positions.prefix(count))
    var others: [Dependent] = []
    for i in count..<max(count, order) {
      // Row i of L is the vector in the orthonormal basis; undo the basis.
      var c = (0..<count).map { factor[i * order + $0] }
      for j in stride(from: count - 1, through: 0, by: -1) {
        c[j] /= factor[j * order + j]
        for k in 0..<j { c[k] -= c[j] * factor[j * order + k] }
      }
      for j in 0..<count { c[j] *= lengths[positions[i]] / lengths[positions[j]] }
      others.append(Dependent(row: positions[i], coefficients: c))
    }
    dependent = others
  }
}
