internal import Multipliers

extension Comparison {
  /// What programmes and their financing do, one franc of each.
  struct Effects {
    /// One per programme.
    var programmes: [ProgrammeEffect]
    /// What the withdrawal of the franc takes away; `nil` where nobody gives anything up.
    var financing: ProgrammeEffect?
    /// At which responses of agriculture the average of social protection does more.
    var averageTurning: Turning?
    /// By programme, the response of agriculture above which the net effect is positive.
    var breakEvenResponses: [Double?]
  }

  /// What a franc of each programme does: one row of multipliers per column, then dot products.
  static func effects(
    of programmes: [Programme], vectors: [SpendingVector], financing: SpendingVector?,
    in model: MultiplierModel
  ) throws(Failure) -> Effects {
    let weights = EffectWeights(model)
    let multipliers = weights.multipliers
    var all = vectors
    if let financing { all.append(financing) }
    let agriculture = try AgricultureCurve(
      model, programmes: programmes, injections: all.map { $0.spent })

    var effects: [ProgrammeEffect] = []
    for (p, vector) in all.enumerated() {
      let effect = ProgrammeEffect(
        EffectTerms(
          weights, vector, multipliers: multipliers,
          gdpFactorCostFixedAgriculture: agriculture?.fixed[p],
          turning: agriculture?.turnings[p]))
      guard abs(effect.leakageTotal - vector.total) <= 1e-9 else {
        throw .model(.leakagesDiffer(injected: vector.total, leaked: effect.leakageTotal))
      }
      effects.append(effect)
    }
    return Effects(
      programmes: Array(effects.prefix(programmes.count)),
      financing: financing == nil ? nil : effects.last,
      averageTurning: agriculture?.averageTurning,
      breakEvenResponses: agriculture?.breakEvenResponses ?? programmes.map { _ in nil })
  }
}
