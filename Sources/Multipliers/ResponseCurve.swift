package import LinearAlgebra

/// A measure of several injections as the response share of some activities runs from 0 to 1.
///
/// With s = 1 - t the share of the activities K, E their columns and B the propensities that are
/// met, B(t) = B + t D: a fall of the rows of K, and where own consumption is bought on the market
/// instead, a rise of commodities in the columns of the households H. So D = U V' with U = [E, D_H],
/// and by Woodbury's identity
///
///     c'y = c'N x + t c'N U (I - t V'N U)⁻¹ V'N x,   N = (I - B)⁻¹,  x = S x₀ - t E E'x₀:
///
/// after 2 (k + h) solves any share costs one system of order k + h.
///
/// Reference: Golub & Van Loan 2013, section 2.1.4.
package struct ResponseCurve: Sendable {
  private let freeValues: [Double]
  /// c'N E.
  private let valueOfVaried: [Double]
  /// c'N U.
  private let valueOfChange: [Double]
  /// V'N U.
  private let core: Matrix
  /// V'N S x₀, by injection.
  private let reached: [[Double]]
  /// V'N E E'x₀, by injection.
  private let reachedFromVaried: [[Double]]
  /// x₀ on the varied activities, by injection.
  private let direct: [[Double]]

  /// A curve for injections `x₀` given by endogenous position.
  ///
  /// - Parameters:
  ///   - model: a model in which the varied activities meet all demand.
  ///   - weights: what a unit of each account's receipts adds to the measure.
  ///   - varied: endogenous positions of the activities whose share varies.
  ///   - injections: amounts by endogenous account, one array per injection.
  package init(
    model: MultiplierModel, weights: [Double], varied: [Int], injections: [[Double]]
  ) {
    precondition(varied.allSatisfy { model.shares[$0] == 1 }, "varied activities start at 1")
    let order = model.endogenous.count
    var fixed = model.shares
    for i in varied { fixed[i] = 0 }
    var change = model.spendingTable.metDemand(
      responses: fixed, substitutes: model.ownProduceSubstitutes
    ).met
    for i in change.storage.indices { change.storage[i] -= model.metPropensities.storage[i] }

    let isVaried = Set(varied)
    let others = (0..<order).filter { !isVaried.contains($0) }
    let moved = (0..<order).filter { j in others.contains { change[$0, j] != 0 } }
    let rank = varied.count + moved.count
    var left = Matrix(rows: order, columns: rank)
    var right = Matrix(rows: order, columns: rank)
    for (k, i) in varied.enumerated() {
      left[i, k] = 1
      for j in 0..<order { right[j, k] = change[i, j] }
    }
    for (k, j) in moved.enumerated() {
      for i in others { left[i, varied.count + k] = change[i, j] }
      right[j, varied.count + k] = 1
    }
    let value = model.factors.solveTransposed(weights)
    let values = model.factors.solveTransposed(right).transposed
    let fromVaried = values.submatrix(rows: Array(0..<rank), columns: varied)
    // Product by product, so that equal injections have equal bits.
    let demands = injections.map { zip($0, model.shares).map { $0 * $1 } }
    let direct = demands.map { x in varied.map { x[$0] } }

    freeValues = demands.map { $0.dot(value) }
    valueOfVaried = varied.map { value[$0] }
    valueOfChange = value * left
    core = values * left
    reached = demands.map { values * $0 }
    reachedFromVaried = direct.map { fromVaried * $0 }
    self.direct = direct
  }

  /// The measure of each injection at a share in [0, 1].
  ///
  /// - Throws: `LU.Failure` if there is no solution at the share.
  package func values(at share: Double) throws(LU.Failure) -> [Double] {
    let t = 1 - share
    let count = core.rows
    guard t > 0, count > 0 else { return freeValues }
    var system = core
    for i in system.storage.indices { system.storage[i] *= -t }
    for i in 0..<count { system[i, i] += 1 }
    let weight = try LU(system).solveTransposed(valueOfChange)
    return freeValues.indices.map { p in
      let passedOn = zip(reached[p], reachedFromVaried[p]).map { $0 - t * $1 }
      return freeValues[p] - t * valueOfVaried.dot(direct[p]) + t * weight.dot(passedOn)
    }
  }
}
