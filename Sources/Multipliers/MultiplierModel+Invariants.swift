internal import AccountMatrix
package import LinearAlgebra

extension MultiplierModel {
  /// What of the model contradicts itself; `nil` in every sound model. Debug builds check it
  /// whenever a model is made.
  var contradiction: String? {
    Self.contradiction(
      propensities: propensities, leakageRates: leakageRates, met: metPropensities,
      unmetRates: unmetRates, responses: shares, factors: factors)
  }

  /// The first rule that the parts of a model break.
  ///
  /// Each column of A and L adds to one; response shares lie in [0, 1]; what is asked of limited
  /// accounts is met, bought elsewhere or unmet; and the factors are those of I - S A.
  package static func contradiction(
    propensities: Matrix, leakageRates: Matrix, met: Matrix, unmetRates: [Double],
    responses: [Double], factors: LU
  ) -> String? {
    let count = propensities.columns
    let inside = propensities.columnSums
    let outside = leakageRates.columnSums
    let size = sizes(propensities, leakageRates)
    for j in 0..<count where abs(inside[j] + outside[j] - 1) > 1e-9 * (1 + size[j]) {
      return "column \(j) of A and L adds to \(inside[j] + outside[j])"
    }
    for j in 0..<count where !(responses[j] >= 0 && responses[j] <= 1) {
      return "the response share \(j) is \(responses[j])"
    }
    let passedOn = met.columnSums
    for j in 0..<count where abs(passedOn[j] + unmetRates[j] - inside[j]) > 1e-9 * (1 + size[j]) {
      return "of column \(j), \(inside[j]), \(passedOn[j]) is met and \(unmetRates[j]) is not"
    }
    let ones = [Double](repeating: 1, count: count)
    let solution = factors.solve(ones)
    let largest = solution.reduce(1) { max($0, abs($1)) }
    let product = systemMatrix(met) * solution
    for i in 0..<count where !(abs(product[i] - 1) <= 1e-8 * largest) {
      return "the factors are not those of I - S A: row \(i) gives \(product[i])"
    }
    return nil
  }

  /// The sum of absolute values in each column of two matrices.
  private static func sizes(_ first: Matrix, _ second: Matrix) -> [Double] {
    var sums = [Double](repeating: 0, count: first.columns)
    for matrix in [first, second] {
      for (k, cell) in matrix.storage.enumerated() { sums[k % matrix.columns] += abs(cell) }
    }
    return sums
  }
}
