internal import LinearAlgebra

/// The minimiser of a dual program.
struct DualSolution: Sendable {
  /// The variables with a prior.
  var values: [Double]
  /// The values of the variables of which nothing was known.
  var free: [Double]
  /// The multiplier of each control.
  var multipliers: [Double]
  /// Newton steps taken.
  var iterations: Int
  /// Σ f(x - x₀) + Σ g(e).
  var loss: Double
}

extension DualProgram {
  /// The residual, relative to the size of its control, that counts as met.
  static let accepted = 1e-10

  /// Minimises the dual by Newton's method, halving steps that do not descend.
  ///
  /// Convergence is judged by the controls alone: each within 1e-10 of its size.
  ///
  /// - Parameters:
  ///   - start: multipliers of a similar program, if any.
  ///   - sought: the residual at which to stop; by default, near rounding.
  /// - Throws: `Balance.Failure.didNotConverge`, with the controls whose
  ///   multipliers grow without bound.
  /// - Complexity: O(controls³ / 3) a step; one step where all losses are quadratic.
  func minimised(
    from start: [Double]? = nil, sought: Double = 1e-14
  ) throws(Balance.Failure) -> DualSolution {
    var multipliers = start ?? [Double](repeating: 0, count: rows.count)
    var state = state(at: multipliers)
    var best: (gap: Double, solution: DualSolution)?
    var stepsSinceBest = 0
    var iterations = 0
    var worst = (row: 0, gap: 0.0)
    while true {
      let hessian = hessian(slopes: state.slopes, errorSlopes: state.errorSlopes)
      guard let system = NewtonSystem(hessian: hessian, free: free) else { break }
      let (step, freeValues) = system.solve(state.shortfall, from: multipliers)
      // Only a whole step brings the multipliers of another program to Uᵀ λ = 0.
      let isEntering = iterations == 0 && start != nil && !free.isEmpty
      worst = largestGap(state, free: freeValues)
      if worst.gap < 0.9 * (best?.gap ?? .infinity) { stepsSinceBest = 0 }
      if worst.gap < best?.gap ?? .infinity, !isEntering {
        best = (
          worst.gap,
          DualSolution(
            values: state.values, free: freeValues, multipliers: multipliers,
            iterations: iterations, loss: 0)
        )
      }
      let patience = (best?.gap ?? .infinity) <= Self.accepted ? 0 : 40
      if !isEntering, worst.gap <= sought || stepsSinceBest > patience { break }
      stepsSinceBest += 1
      guard
        let next = isEntering
          ? whole(step, from: multipliers)
          : descend(from: multipliers, along: step, state: state)
      else { break }
      (multipliers, state) = next
      iterations += 1
    }
    guard var best, best.gap <= Self.accepted else {
      throw .didNotConverge(
        iterations: iterations, worst: rows.isEmpty ? "" : rows[worst.row].name,
        gap: best?.gap ?? worst.gap, suspects: suspects(multipliers))
    }
    best.solution.loss = loss(at: best.solution.multipliers)
    return best.solution
  }

  /// The control that is furthest from being met, relative to its size.
  private func largestGap(_ state: State, free values: [Double]) -> (row: Int, gap: Double) {
    var shortfall = state.shortfall
    var sizes = state.sizes
    for (entries, value) in zip(free, values) {
      for entry in entries {
        shortfall[entry.control] -= entry.weight * value
        sizes[entry.control] += abs(entry.weight * value)
      }
    }
    var worst = (row: 0, gap: 0.0)
    for c in rows.indices where shortfall[c] != 0 {
      let gap = abs(shortfall[c]) / max(sizes[c], .leastNormalMagnitude)
      // A gap that is not a number is the worst of all.
      if !(gap <= worst.gap) { worst = (c, gap.isNaN ? .infinity : gap) }
    }
    return worst
  }

  private func whole(_ step: [Double], from multipliers: [Double]) -> ([Double], State) {
    let next = zip(multipliers, step).map { $0 + $1 }
    return (next, state(at: next))
  }

  /// The first of the halved steps that descends enough (Armijo's rule).
  private func descend(
    from multipliers: [Double], along step: [Double], state: State
  ) -> ([Double], State)? {
    var slope = 0.0
    for (s, d) in zip(state.shortfall, step) { slope -= s * d }
    let rounding = 1e-14 * state.magnitude
    var length = 1.0
    while length > 1e-18 {
      let trial = zip(multipliers, step).map { $0 + length * $1 }
      let next = self.state(at: trial)
      if next.value <= state.value + 1e-4 * length * slope + rounding { return (trial, next) }
      length /= 2
    }
    return nil
  }

  /// The exact controls with the largest multipliers, in units of each control's
  /// own ease of movement at the prior: a certificate where nothing is feasible.
  private func suspects(_ multipliers: [Double]) -> [String] {
    let start = state(at: [Double](repeating: 0, count: rows.count))
    let ease = hessian(slopes: start.slopes, errorSlopes: start.errorSlopes)
    let pull = rows.indices.map { abs(multipliers[$0]) * ease[$0, $0].squareRoot() }
    let largest = pull.max() ?? 0
    guard largest > 0, largest.isFinite else { return [] }
    return rows.indices.filter { pull[$0] > 0.3 * largest }
      .sorted { pull[$0] > pull[$1] }.map { rows[$0].name }
  }
}
