internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension EquilibriumModel {
  /// A solution of the equations.
  struct Point: Sendable {
    var unknowns: [Double]
    var levers: [Double]
    var values: ExpressionGraph.Values
    var residual: Double
    /// Newton steps, and how often the Jacobian was factorised for them.
    var steps = 0
    var factorisations = 0
  }

  /// The base.
  var basePoint: Point {
    Point(
      unknowns: system.base, levers: system.baseLevers, values: baseValues,
      residual: Self.largest(system.residuals(baseValues)).size)
  }

  /// Residuals at which an equation holds, and beyond which no result is shown.
  private static let accepted = (converged: 1e-12, shown: 1e-10)

  private static func largest(_ residuals: [Double]) -> (index: Int, size: Double) {
    var found = (index: 0, size: 0.0)
    for (index, residual) in residuals.enumerated() {
      // Not a number counts as infinite.
      let size = residual.isFinite ? abs(residual) : .infinity
      if size > found.size { found = (index, size) }
    }
    return found
  }

  /// Newton's method from a known solution, with the last factors kept while they contract.
  ///
  /// No positive unknown falls by more than four fifths in a step; a step that does not contract is
  /// taken again with the Jacobian at the point, then halved.
  ///
  /// Reference: Shamanskii 1967; Ortega & Rheinboldt 1970, section 7.1.
  func newton(from start: Point, levers: [Double]) throws(Failure) -> Point {
    var point = start
    point.levers = levers
    point.steps = 0
    point.factorisations = 0
    point.values = system.values(point.unknowns, levers)
    var residuals = system.residuals(point.values)
    var worst = Self.largest(residuals)
    var factors = baseFactors
    var isFresh = false
    var length = 1.0
    var isPolished = false
    while worst.size > Self.accepted.converged || !isPolished {
      isPolished = worst.size <= Self.accepted.converged
      if point.steps == 60 { break }
      var step = factors.solve(residuals)
      var next = advance(point, by: step, length: &length)
      if !isPolished, !(next.worst.size < 0.2 * worst.size && length == 1), !isFresh {
        do { factors = try LU(system.jacobian(at: point.values).unknowns) } catch { break }
        isFresh = true
        point.factorisations += 1
        step = factors.solve(residuals)
        next = advance(point, by: step, length: &length)
      }
      var halvings = 0
      while !isPolished, !(next.worst.size < worst.size), halvings < 10 {
        length /= 2
        halvings += 1
        next = advance(point, by: step, length: &length, keepingLength: true)
      }
      guard next.worst.size < worst.size || isPolished else { break }
      point.steps += 1
      if isPolished, !(next.worst.size <= worst.size) { break }
      point.unknowns = next.unknowns
      point.values = next.values
      residuals = next.residuals
      worst = next.worst
      isFresh = false
    }
    point.residual = worst.size
    guard worst.size <= Self.accepted.shown else {
      throw .noSolution(
        market: system.equations[worst.index].name, residual: worst.size, step: length, solved: 0)
    }
    return point
  }

  private typealias Advance = (
    unknowns: [Double], values: ExpressionGraph.Values, residuals: [Double],
    worst: (index: Int, size: Double)
  )

  private func advance(
    _ point: Point, by step: [Double], length: inout Double, keepingLength: Bool = false
  ) -> Advance {
    if !keepingLength {
      length = 1
      for (k, unknown) in system.unknowns.enumerated() where unknown.isPositive {
        if step[k] > 0.8 * point.unknowns[k] {
          length = min(length, 0.8 * point.unknowns[k] / step[k])
        }
      }
    }
    var unknowns = point.unknowns
    for k in unknowns.indices { unknowns[k] -= length * step[k] }
    let values = system.values(unknowns, point.levers)
    let residuals = system.residuals(values)
    return (unknowns, values, residuals, Self.largest(residuals))
  }

  /// Solves an experiment, in steps where it is large.
  func point(of experiment: Experiment) throws(Failure) -> Point {
    let goal = try levers(of: experiment)
    try requireFeasible(experiment)
    let base = system.baseLevers
    var spent = 0.0
    for amount in experiment.injection.amounts { spent += abs(amount.value) }
    // Beyond ten per cent of GDP one solution starts from the last.
    var stride = 1 / max(1, (spent / (0.1 * baseGDP)).rounded(.up))
    var solved = 0.0
    var point = basePoint
    var steps = 0
    var factorisations = 0
    while solved < 1 {
      let target = solved + stride > 1 - 1e-9 ? 1 : solved + stride
      let levers = zip(base, goal).map { $0 + target * ($1 - $0) }
      do {
        point = try newton(from: point, levers: levers)
        steps += point.steps
        factorisations += point.factorisations
        solved = target
      } catch {
        guard case .noSolution(let market, let residual, let step, _) = error else { throw error }
        stride = (target - solved) / 2
        guard stride > 0.02 else {
          throw .noSolution(market: market, residual: residual, step: step, solved: solved)
        }
      }
    }
    point.steps = steps
    point.factorisations = factorisations
    return point
  }

  /// Refuses a cut of purchases that is larger than the market.
  private func requireFeasible(_ experiment: Experiment) throws(Failure) {
    for amount in experiment.injection.amounts where amount.value < 0 {
      guard let k = try? sam.index(of: amount.account), let quantity = system.parts.quantities[k]
      else { continue }
      let market = baseValues[quantity]
      guard -amount.value >= market else { continue }
      throw .tooLarge(
        market: "the market of '\(amount.account)'", size: experiment.size,
        feasible: experiment.size * market / -amount.value)
    }
    for change in experiment.changes where change.percent <= -100 {
      switch change.subject {
      case .tariff, .tax, .foreignSaving: continue
      case .importPrice, .exportPrice, .supply, .productivity:
        throw .tooLarge(
          market: "\(change.subject.rawValue) of '\(change.accounts)'", size: change.percent,
          feasible: -99)
      }
    }
  }
}
