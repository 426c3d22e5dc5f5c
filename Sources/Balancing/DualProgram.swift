internal import LinearAlgebra

/// The smallest loss under linear controls, as a smooth problem in one
/// multiplier per control.
///
/// The problem is min Σ f(x - x₀) + Σ g(e) subject to G x + U u - e = t, where x
/// are variables with a prior x₀, u variables of which nothing is known and e the
/// errors of the controls that have one. With a = Gᵀ λ its dual is
///
///     min D(λ) = Σ f*(a) + Σ g*(-λ) - λ·(t - G x₀)   subject to   Uᵀ λ = 0,
///
/// with the gradient G x(λ) - e(λ) - t and the Hessian G x' Gᵀ + e'.
///
/// Reference: Golan, Judge & Miller 1996, section 3.4 (the unconstrained dual).
struct DualProgram: Sendable {
  /// A variable with a prior.
  struct Variable: Sendable {
    /// The prior value.
    var start: Double
    var penalty: Penalty
    /// What one unit of the variable is in the table: 1 for a cell, the value
    /// of the cell for a relative error. The weights contain it.
    var unit = 1.0
  }

  /// The weight of a variable in a control.
  typealias Entry = SparseColumns.Entry

  /// One linear control.
  struct Row: Sendable {
    /// How messages call it.
    var name: String
    /// The target, less all that cannot move.
    var target: Double
    /// The sum of absolute terms that are not variables, by which a residual is judged.
    var size: Double
    /// The penalty of its error; `nil` where it is exact.
    var error: Penalty?
  }

  var variables: [Variable]
  /// G: the controls that each variable enters.
  var weights: SparseColumns
  /// The entries of each variable of which nothing is known.
  var free: [[Entry]]
  var rows: [Row]

  /// The state of the primal side at given multipliers.
  struct State {
    /// The variables with a prior.
    var values: [Double]
    var slopes: [Double]
    /// The errors of the controls.
    var errors: [Double]
    var errorSlopes: [Double]
    /// D(λ).
    var value: Double
    /// A bound of the terms of D, for judging differences.
    var magnitude: Double
    /// What the controls still lack: t + e - G x.
    var shortfall: [Double]
    /// The sum of absolute terms of each control.
    var sizes: [Double]
  }

  /// The primal side at the multipliers λ.
  func state(at multipliers: [Double]) -> State {
    var values = variables.map { $0.start }
    var slopes = values
    var shortfall = rows.map { $0.target }
    var sizes = rows.map { $0.size }
    var value = 0.0
    var magnitude = 0.0
    for k in variables.indices {
      let a = weights.product(k, multipliers)
      let start = variables[k].start
      let response = variables[k].penalty.response(to: a)
      values[k] = response.value ?? start + response.departure
      slopes[k] = response.slope
      value += response.conjugate + a * start
      magnitude += abs(response.conjugate) + abs(a * start)
      for p in weights.places(of: k) {
        let entry = weights.entries[p]
        let term = entry.weight * values[k]
        shortfall[entry.control] -= term
        sizes[entry.control] += abs(term)
      }
    }
    var errors = [Double](repeating: 0, count: rows.count)
    var errorSlopes = errors
    for (c, row) in rows.enumerated() {
      let term = multipliers[c] * row.target
      value -= term
      magnitude += abs(term)
      if let response = row.error?.response(to: -multipliers[c]) {
        errors[c] = response.departure
        errorSlopes[c] = response.slope
        shortfall[c] += response.departure
        value += response.conjugate
        magnitude += abs(response.conjugate)
      }
    }
    return State(
      values: values, slopes: slopes, errors: errors, errorSlopes: errorSlopes,
      value: value, magnitude: magnitude, shortfall: shortfall, sizes: sizes)
  }

  /// The lower triangle of G x' Gᵀ + e'.
  ///
  /// - Complexity: the squared number of controls of each variable, summed.
  func hessian(slopes: [Double], errorSlopes: [Double]) -> Matrix {
    var hessian = Matrix(rows: rows.count, columns: rows.count)
    weights.addGram(to: &hessian.storage, order: rows.count, place: Array(rows.indices)) {
      slopes[$0]
    }
    for c in rows.indices { hessian[c, c] += errorSlopes[c] }
    return hessian
  }

  /// The loss at given multipliers: Σ f(x - x₀) + Σ g(e).
  func loss(at multipliers: [Double]) -> Double {
    var loss = 0.0
    for k in variables.indices {
      loss += variables[k].penalty.loss(at: weights.product(k, multipliers))
    }
    for (c, row) in rows.enumerated() { loss += row.error?.loss(at: -multipliers[c]) ?? 0 }
    return loss
  }
}
