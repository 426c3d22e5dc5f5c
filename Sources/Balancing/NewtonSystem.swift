internal import LinearAlgebra

/// The equations of one Newton step of a dual program, factorised:
///
///     H d + U u = r,   Uᵀ (λ + d) = 0.
///
/// H alone may be singular where a control has only unknown cells. Since Uᵀ d is
/// given, H + ρ U Uᵀ leads to the same step and is positive definite.
///
/// Reference: Golub & Greif 2003, SIAM Journal on Scientific Computing 24(6).
struct NewtonSystem {
  private let factor: Cholesky
  private let free: [[DualProgram.Entry]]
  /// The ρ of each unknown variable.
  private let weights: [Double]
  /// A row per unknown variable: (H + ρ U Uᵀ)⁻¹ U.
  private let freeSolutions: Matrix
  private let freeFactor: Cholesky?

  /// The system, or `nil` if a ridge of one part in a hundred does not make it
  /// positive definite.
  init?(hessian: Matrix, free: [[DualProgram.Entry]]) {
    let order = hessian.rows
    var matrix = hessian
    var trace = 0.0
    for i in 0..<order { trace += hessian[i, i] }
    let lengths = free.map { $0.reduce(0) { $0 + $1.weight * $1.weight } }
    let weights = lengths.map { $0 > 0 ? (trace > 0 ? trace / Double(order) : 1) / $0 : 0 }
    for (entries, rho) in zip(free, weights) {
      for first in entries {
        for second in entries where second.control <= first.control {
          matrix[first.control, second.control] += rho * first.weight * second.weight
        }
      }
    }
    guard let factor = Self.factorised(matrix) else { return nil }
    self.factor = factor
    self.free = free
    self.weights = weights
    var columns = Matrix(rows: free.count, columns: order)
    for (i, entries) in free.enumerated() {
      for entry in entries { columns[i, entry.control] += entry.weight }
    }
    let solutions = factor.solve(rows: columns)
    freeSolutions = solutions
    if free.isEmpty {
      freeFactor = nil
    } else {
      var schur = Matrix(rows: free.count, columns: free.count)
      for (i, entries) in free.enumerated() {
        for j in 0...i {
          schur[i, j] = entries.reduce(0) { $0 + $1.weight * solutions[j, $1.control] }
        }
      }
      guard let freeFactor = try? Cholesky(schur) else { return nil }
      self.freeFactor = freeFactor
    }
  }

  /// A ridge, tenfold at each attempt, damps steps where the loss is flat.
  private static func factorised(_ matrix: Matrix) -> Cholesky? {
    if let factor = try? Cholesky(matrix) { return factor }
    let order = matrix.rows
    var largest = 0.0
    for i in 0..<order { largest = max(largest, matrix[i, i]) }
    guard largest > 0 else { return nil }
    var ridge = 1e-13
    while ridge < 1e-2 {
      var damped = matrix
      for i in 0..<order { damped[i, i] += ridge * max(matrix[i, i], 1e-6 * largest) }
      if let factor = try? Cholesky(damped) { return factor }
      ridge *= 10
    }
    return nil
  }

  /// The step d from the multipliers λ, and the unknown variables u, for a
  /// right-hand side r.
  func solve(
    _ shortfall: [Double], from multipliers: [Double]
  ) -> (step: [Double], free: [Double]) {
    var step = factor.solve(shortfall)
    guard let freeFactor else { return (step, []) }
    let open = free.map { $0.reduce(0) { $0 + $1.weight * multipliers[$1.control] } }
    let moved = free.map { $0.reduce(0) { $0 + $1.weight * step[$1.control] } }
    let values = freeFactor.solve(zip(moved, open).map { $0 + $1 })
    let shift = values * freeSolutions
    for c in step.indices { step[c] -= shift[c] }
    return (step, values.indices.map { values[$0] - weights[$0] * open[$0] })
  }
}
