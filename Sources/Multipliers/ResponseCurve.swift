package import LinearAlgebra

/// A measure of several injections as the response share of some activities runs from 0 to 1.
///
/// With N = (I - A)⁻¹ and E the columns of the activities K, scaling their rows
/// by s = 1 - t changes the system by t E E'A, so by Woodbury's identity
/// c'y = c'N u - t c'N E (I + t G)⁻¹ E'A N u, G = E'N E - I: after 2k solves any
/// share costs one system of order k, the number of activities that vary.
///
/// Reference: Golub & Van Loan 2013, section 2.1.4.
package struct ResponseCurve: Sendable {
  private let freeValues: [Double]
  /// c'N E.
  private let weightOnVaried: [Double]
  /// E'N E.
  private let core: Matrix
  /// E'N S x, a column per injection.
  private let reached: Matrix
  /// x on the varied activities, a column per injection.
  private let direct: Matrix

  /// A curve for injections `x` given by endogenous position.
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
    var units = Matrix(rows: order, columns: varied.count)
    for (k, i) in varied.enumerated() { units[i, k] = 1 }
    let columns = model.factors.solve(units)
    let rows = model.factors.solveTransposed(units)
    let demand = injections.map { zip($0, model.shares).map { $0 * $1 } }
    let valuePerUnit = model.factors.solveTransposed(weights)

    freeValues = demand.map { $0.dot(valuePerUnit) }
    weightOnVaried = weights * columns
    core = columns.submatrix(rows: varied, columns: Array(0..<varied.count))
    reached = rows.transposed * Matrix(demand).transposed
    direct = Matrix(injections.map { x in varied.map { x[$0] } }).transposed
  }

  /// The measure of each injection at a share in [0, 1].
  package func values(at share: Double) throws(LU.Failure) -> [Double] {
    let t = 1 - share
    let count = core.rows
    guard t > 0, count > 0 else { return freeValues }
    // I + t G = (1 - t) I + t E'N E, which is regular for every share of a productive system.
    var system = core
    for i in system.storage.indices { system.storage[i] *= t }
    for i in 0..<count { system[i, i] += 1 - t }
    let factors = try LU(system)
    let weight = factors.solveTransposed(weightOnVaried)
    let coreDirect = core * direct
    return freeValues.indices.map { p in
      var value = freeValues[p]
      for k in 0..<count {
        let unmet = reached[k, p] - t * coreDirect[k, p] - (1 - t) * direct[k, p]
        value -= t * (weightOnVaried[k] * direct[k, p] + weight[k] * unmet)
      }
      return value
    }
  }
}
