internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension EquilibriumModel {
  /// A solution of the equations, by how much it differs from the base.
  struct Point: Sendable {
    /// Changes of unknowns and levers from the base.
    var unknowns: [Double]
    var levers: [Double]
    var values: ExpressionGraph.Values
    var residual: Double
    /// Newton steps, how often the Jacobian was factorised for them, and in how many parts the shock
    /// was applied.
    var steps = 0
    var factorisations = 0
    var continuationSteps = 0
  }

  /// The base.
  var basePoint: Point {
    Point(
      unknowns: [Double](repeating: 0, count: system.unknowns.count),
      levers: [Double](repeating: 0, count: system.levers.count), values: baseValues,
      residual: Self.largest(system.residuals(baseValues)).size)
  }

  /// Residuals at which an equation holds, and beyond which no result is shown, as parts of the
  /// largest residual that the shock makes, or of one where that is larger.
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
  /// What is solved for is the change from the base, so that the smallest shock keeps all its digits.
  /// No positive unknown falls by more than four fifths in a step; a step that does not contract is
  /// taken again with the Jacobian at the point, then halved.
  ///
  /// Reference: Shamanskii 1967; Ortega & Rheinboldt 1970, section 7.1.
  ///
  /// - Parameter push: the largest residual that the shock makes in the base.
  func newton(from start: Point, levers: [Double], push: Double) throws(Failure) -> Point {
    var point = start
    point.levers = levers
    point.steps = 0
    point.factorisations = 0
    point.values = system.values(from: baseValues, unknowns: point.unknowns, levers: levers)
    var residuals = system.residualChanges(point.values)
    var worst = Self.largest(residuals)
    let scale = min(1, push)
    var factors = baseFactors
    var isFresh = false
    var length = 1.0
    var isPolished = false
    while worst.size > Self.accepted.converged * scale || !isPolished {
      isPolished = worst.size <= Self.accepted.converged * scale
      if point.steps == 60 || worst.size == 0 { break }
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
    point.residual = Self.largest(system.residuals(point.values)).size
    guard worst.size <= Self.accepted.shown * scale, point.residual <= Self.accepted.shown else {
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
        let left = 0.8 * (unknown.base + point.unknowns[k])
        if step[k] > left { length = min(length, left / step[k]) }
      }
    }
    var unknowns = point.unknowns
    for k in unknowns.indices { unknowns[k] -= length * step[k] }
    let values = system.values(from: baseValues, unknowns: unknowns, levers: point.levers)
    let residuals = system.residualChanges(values)
    return (unknowns, values, residuals, Self.largest(residuals))
  }

  /// Solves an experiment, in parts where it is large.
  func point(of experiment: Experiment) throws(Failure) -> Point {
    let goal = try moves(of: experiment)
    try requireFeasible(experiment)
    let still = [Double](repeating: 0, count: system.unknowns.count)
    let push = Self.largest(
      system.residualChanges(system.values(from: baseValues, unknowns: still, levers: goal))
    ).size
    var spent = 0.0
    for amount in experiment.injection.amounts { spent += abs(amount.value) }
    // Beyond ten per cent of GDP one solution starts from the last.
    var stride = 1 / max(1, (spent / (0.1 * baseGDP) * (1 - 1e-9)).rounded(.up))
    var solved = 0.0
    var point = basePoint
    var steps = 0
    var factorisations = 0
    var parts = 0
    while solved < 1 {
      let target = solved + stride > 1 - 1e-9 ? 1 : solved + stride
      do {
        point = try newton(
          from: point, levers: goal.map { $0 * target }, push: push * target)
        steps += point.steps
        factorisations += point.factorisations
        parts += 1
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
    point.continuationSteps = parts
    return point
  }

  /// Refuses a cut that is larger than the market, or the income, that it is taken from.
  private func requireFeasible(_ experiment: Experiment) throws(Failure) {
    var cuts: [String: Double] = [:]
    for amount in experiment.injection.amounts { cuts[amount.account, default: 0] -= amount.value }
    for (account, cut) in cuts.sorted(by: { $0.key < $1.key }) where cut > 0 {
      guard let k = try? sam.index(of: account) else { continue }
      let isSold = system.parts.quantities[k] != nil
      guard let base = system.parts.quantities[k] ?? system.parts.incomes[k] else { continue }
      let market = baseValues[base]
      guard cut >= market else { continue }
      throw .tooLarge(
        market: "\(isSold ? "the market" : "the income") of '\(account)'", size: experiment.size,
        feasible: experiment.size * market / cut)
    }
    for change in experiment.changes where change.percent <= -100 {
      switch change.subject {
      case .tariff, .tax, .foreignSaving: continue
      case .importPrice, .exportPrice, .supply, .productivity:
        throw .tooLarge(
          market: "\(change.subject.rawValue) of '\(change.account)'", size: change.percent,
          feasible: -99)
      }
    }
  }
}
