package import AccountMatrix
internal import LinearAlgebra
public import Multipliers

/// What an experiment does under a regime: changes of every indicator, at the margin or at its size.
public struct EquilibriumResponse: Sendable {
  /// The model.
  public let model: EquilibriumModel
  /// What was done.
  package let experiment: Experiment
  /// The size at which it was solved, in the unit of the matrix; `nil` at the margin, where effects
  /// are derivatives in the base.
  package let solvedSize: Double?
  /// The change of each indicator that the matrix can tell: amounts in the unit of the matrix,
  /// prices in per cent.
  public let changes: [Indicator: Double]

  /// The change of an indicator; `nil` where the matrix cannot tell it.
  public func change(of indicator: Indicator) -> Double? { changes[indicator] }

  /// The change of an amount per unit spent; `nil` where nothing is spent.
  public func perUnit(_ indicator: Indicator) -> Double? {
    guard experiment.size != 0, indicator.isAmount else { return nil }
    return changes[indicator].map { $0 / experiment.size }
  }
}

/// What one unit into each account does at the margin, for some indicators.
///
/// For a result with gradient z, Jᵀ λ = z, and the effect of a lever is its own gradient less
/// λᵀ ∂F/∂lever: one factorisation serves all programmes.
///
/// Reference: Griewank & Walther 2008, section 15 (adjoints of implicit functions).
package struct MarginalEffects: Sendable {
  /// The model.
  package let model: EquilibriumModel
  private let effects: [Indicator: [Double]]

  init(_ model: EquilibriumModel, of indicators: [Indicator]) {
    self.model = model
    let system = model.system
    var effects: [Indicator: [Double]] = [:]
    for indicator in indicators {
      guard let expression = system.indicators[indicator] else { continue }
      let gradient = system.gradient(of: expression, at: model.baseValues)
      let weights = model.baseFactors.solveTransposed(gradient.unknowns)
      var effect = gradient.levers
      for slope in model.baseSlopes { effect[slope.lever] -= weights[slope.equation] * slope.value }
      effects[indicator] = effect
    }
    self.effects = effects
  }

  /// The effect of an experiment, to first order.
  ///
  /// - Throws: `EquilibriumModel.Failure` for an account that the matrix lacks, or a change that has
  ///   no effect in this regime.
  package func response(
    to experiment: Experiment
  ) throws(EquilibriumModel.Failure) -> EquilibriumResponse {
    let moves = try model.moves(of: experiment)
    var changes: [Indicator: Double] = [:]
    for (indicator, effect) in effects {
      changes[indicator] = zip(effect, moves).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return EquilibriumResponse(
      model: model, experiment: experiment, solvedSize: nil, changes: changes)
  }
}

extension MarginalEffects {
  /// What a unit that the government spends in some accounts does to an indicator, by account, and
  /// what a unit of a gift from abroad does; zeros where it cannot be spent, or moves nothing.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure.unknownAccount`.
  package func perUnit(
    _ indicator: Indicator, into accounts: [String]
  ) throws(SocialAccountingMatrix.Failure) -> (spent: [Double], grant: Double)? {
    guard let effect = effects[indicator] else { return nil }
    var byAccount: [Int: Double] = [:]
    var grant = 0.0
    for (lever, value) in zip(model.system.levers, effect) {
      switch lever {
      case .injection(let account): byAccount[account] = value
      case .grant: grant = value
      default: continue
      }
    }
    var spent: [Double] = []
    for code in accounts { spent.append(byAccount[try model.sam.index(of: code)] ?? 0) }
    return (spent, grant)
  }
}

extension EquilibriumModel {
  /// What one unit into each account does at the margin, for some indicators.
  ///
  /// - Complexity: O(n²) for each indicator; no further factorisation.
  package func marginalEffects(
    of indicators: [Indicator] = Indicator.allCases
  ) -> MarginalEffects {
    MarginalEffects(self, of: indicators)
  }

  /// What an experiment does at the margin.
  public func response(to experiment: Experiment) throws(Failure) -> EquilibriumResponse {
    try marginalEffects().response(to: experiment)
  }

  /// What an injection does at the margin, paid by a grant where the regime fixes foreign saving.
  ///
  /// - Throws: `Failure.matrix(.unknownAccount)`.
  public func response(to injection: Injection) throws(Failure) -> EquilibriumResponse {
    try response(to: Experiment(injection, grant: injection.total))
  }
}
