public import AccountMatrix
public import GeneralEquilibrium
internal import Multipliers

/// The programmes of a comparison under regimes in which prices respond.
///
/// What a franc buys and who gets it is as in the comparison; what becomes of it is decided by the
/// regime. In the regime `limit` it is the comparison itself.
public struct RegimeComparison: Sendable {
  /// What a franc of a programme does under one regime.
  public struct Effect: Sendable, Equatable {
    /// Amounts per franc; prices in per cent, at the size that was solved, or at the margin for
    /// spending of one per cent of GDP at market prices.
    public let values: [Indicator: Double]
    /// Newton steps, where the programme was solved at a size.
    public let steps: Int?
  }

  /// The comparison.
  public let comparison: Comparison
  /// A model for each regime, in the order asked for.
  public let models: [EquilibriumModel]
  /// What was spent, in the unit of the matrix; `nil` at the margin.
  public let size: Double?
  /// By regime and programme, in the orders of `models` and of the rows of the comparison.
  public let effects: [[Effect]]

  /// The columns of a comparison of regimes.
  public static let indicators: [Indicator] = [
    .realGDPFactorCost, .equivalentVariationBottom40, .equivalentVariation, .consumerPrices,
    .agriculturePrice, .skilledWage, .unskilledWage,
  ]

  /// Solves every programme of a comparison under every regime.
  ///
  /// - Parameters:
  ///   - comparison: the programmes, and who pays.
  ///   - regimes: which prices and quantities are free.
  ///   - elasticities: how readily buyers, producers and households substitute.
  ///   - size: what is spent on each, in the unit of the matrix; `nil` for effects at the margin.
  ///   - tolerance: the largest gap of an account, as in `requireBalanced`.
  /// - Throws: `Failure.setting` if the comparison was made with a setting that has no counterpart
  ///   under a regime; `Failure.financing` for who cannot pay under one; `Failure.model`.
  /// - Complexity: at the margin one factorisation for each regime.
  public init(
    of comparison: Comparison, under regimes: [Regime], elasticities: Elasticities = .standard,
    size: Double? = nil, tolerance: Double? = nil
  ) throws(Failure) {
    try Self.requireCounterparts(of: comparison.model)
    let experiments = try Self.experiments(of: comparison)
    var models: [EquilibriumModel] = []
    var effects: [[Effect]] = []
    for regime in regimes {
      let paid = try comparison.financing.regime(regime)
      let model: EquilibriumModel
      do {
        model = try EquilibriumModel(
          comparison.model.sam, regime: paid, elasticities: elasticities, tolerance: tolerance)
      } catch { throw .model(regime: regime.name, error) }
      var found: [Effect] = []
      do {
        if let size {
          for experiment in experiments {
            let solution = try model.solution(of: experiment.scaled(by: size))
            found.append(
              Effect(
                values: Self.perFranc(solution.response.changes, size: size),
                steps: solution.steps))
          }
        } else {
          let marginal = model.marginalEffects(of: Self.indicators)
          let percent = try Self.marketPrices(of: model) / 100
          for experiment in experiments {
            let changes = try marginal.response(to: experiment).changes
            found.append(Effect(values: Self.atTheMargin(changes, per: percent), steps: nil))
          }
        }
      } catch { throw .model(regime: regime.name, error) }
      models.append(model)
      effects.append(found)
    }
    self.comparison = comparison
    self.models = models
    self.size = size
    self.effects = effects
  }

  /// By which part the GDP multipliers of ranked programmes change, on average, where exports come
  /// from own output and not from the composite: an assumption that multipliers do not show.
  ///
  /// - Throws: `Failure.model`.
  /// - Complexity: one factorisation for each structure.
  package func exportStructureEffect() throws(Failure) -> Double {
    var own = Regime.limit
    own.exports = .ownOutput
    let experiments = try Self.experiments(of: comparison)
    var totals: [Double] = []
    for regime in [Regime.limit, own] {
      do {
        let model = try EquilibriumModel(
          comparison.model.sam, regime: regime,
          elasticities: models.first?.elasticities ?? .standard)
        let effects = model.marginalEffects(of: [.realGDPFactorCost])
        var total = 0.0
        for (row, experiment) in zip(comparison.rows, experiments) where row.programme.isRanked {
          total += try effects.response(to: experiment).change(of: .realGDPFactorCost) ?? 0
        }
        totals.append(total)
      } catch { throw .model(regime: regime.name, error) }
    }
    return totals[1] / totals[0] - 1
  }

  private static func perFranc(
    _ changes: [Indicator: Double], size: Double
  ) -> [Indicator: Double] {
    var values: [Indicator: Double] = [:]
    for (indicator, change) in changes {
      values[indicator] = indicator.isAmount ? change / size : change
    }
    return values
  }

  private static func atTheMargin(
    _ changes: [Indicator: Double], per amount: Double
  ) -> [Indicator: Double] {
    var values: [Indicator: Double] = [:]
    for (indicator, change) in changes {
      values[indicator] = indicator.isAmount ? change : change * amount
    }
    return values
  }

  private static func marketPrices(
    of model: EquilibriumModel
  ) throws(EquilibriumModel.Failure) -> Double {
    do { return try model.sam.grossDomesticProduct().byIncome } catch { throw .matrix(error) }
  }

  /// Refuses settings of the multiplier model that a regime does not have.
  private static func requireCounterparts(of model: MultiplierModel) throws(Failure) {
    if !model.settings.supply.isFree {
      throw .setting(
        "response",
        reason: "how much supply responds is what a regime decides, by the supply of factors")
    }
    if model.settings.closure != .standard {
      throw .setting(
        "exogenous", reason: "what adjusts is what a regime decides, by its closures")
    }
    if model.settings.ownConsumption == .household {
      throw .setting(
        "own-produce", reason: "a regime pays the value added of own produce to factors")
    }
    if model.settings.spendsAtMargin {
      throw .setting(
        "elasticities", reason: "income elasticities belong to the elasticities of the regime")
    }
  }

  /// One franc of each programme, and of what pays for it.
  private static func experiments(
    of comparison: Comparison
  ) throws(Failure) -> [Experiment] {
    let model = comparison.model
    let positions = AccountPositions(model)
    func injection(_ programme: Programme) -> Injection {
      let vector = programme.vector(
        in: model, positions: positions, displacedEarnings: comparison.displacedEarnings)
      var amounts: [(account: String, value: Double)] = []
      for (account, amount) in zip(model.endogenous, vector.spent) where amount != 0 {
        amounts.append((account.code, amount))
      }
      for (account, amount) in zip(model.exogenous, vector.leaked) where amount != 0 {
        amounts.append((account.code, amount))
      }
      return Injection(amounts)
    }
    var withdrawn: Injection?
    if case .programme(let id) = comparison.financing {
      guard let row = comparison.rows.first(where: { $0.programme.id == id }) else {
        throw .financing(comparison.financing.id, reason: "the programme is not compared")
      }
      withdrawn = injection(row.programme)
    }
    return comparison.rows.map { row in
      let spent = injection(row.programme)
      guard let withdrawn else {
        return Experiment(spent, grant: comparison.financing == .grant ? spent.total : 0)
      }
      return Experiment(
        Injection(
          spent.amounts.map { ($0.account, $0.value) }
            + withdrawn.amounts.map { ($0.account, -$0.value) }))
    }
  }
}

extension Experiment {
  /// The same experiment of another size.
  func scaled(by size: Double) -> Experiment {
    Experiment(
      Injection(injection.amounts.map { ($0.account, $0.value * size) }), grant: grant * size,
      changes: changes)
  }
}

extension Financing {
  /// Who pays where prices respond, in words.
  package var inWordsUnderRegime: String {
    switch self {
    case .grant: "a grant from abroad of the cost, in foreign currency"
    case .borrowing: "borrowing: the saving of government falls"
    case .directTax: "direct taxes, all rates scaled until government saves what it did"
    case .indirectTax: "product taxes, all rates scaled until government saves what it did"
    case .contributions, .programme: inWords
    }
  }

  /// A regime in which the programme is paid for so.
  ///
  /// - Throws: `RegimeComparison.Failure.financing` where a regime has no counterpart.
  package func regime(_ regime: Regime) throws(RegimeComparison.Failure) -> Regime {
    var paid = regime
    switch self {
    case .grant, .programme: return regime
    case .borrowing(let crowdingOut):
      guard crowdingOut == 0 else {
        throw .financing(
          id, reason: "what borrowing crowds out follows from the regime; write borrowing")
      }
      return regime
    case .directTax: paid.government = .directTax
    case .indirectTax: paid.government = .indirectTax
    case .contributions:
      throw .financing(
        id, reason: "contributions are rates of schemes, which a regime leaves as they are")
    }
    guard regime.foreign == .savingFixed else {
      throw .financing(
        id,
        reason: "with fixed prices the columns of the comparison say what a tax takes away; choose "
          + "a regime in which foreign saving is fixed")
    }
    guard regime.government == .savingFree else {
      throw .financing(
        id, reason: "the regime '\(regime.name)' says itself what the government holds fixed")
    }
    return paid
  }
}

extension RegimeComparison {
  /// Why programmes cannot be compared under a regime.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A setting of the multiplier model without a counterpart.
    case setting(String, reason: String)
    /// Nobody can pay so under a regime.
    case financing(String, reason: String)
    /// The model refuses.
    case model(regime: String, EquilibriumModel.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .setting(let name, let reason):
        Diagnostic(
          "the setting '\(name)' has no counterpart under a regime: \(reason)",
          remedy: "Leave the setting out, or compare without regimes")
      case .financing(let name, let reason):
        Diagnostic(
          "the financing '\(name)' has no counterpart under a regime: \(reason)",
          remedy: "Choose another, such as grant or borrowing")
      case .model(let regime, let failure):
        Diagnostic(
          "under the regime '\(regime)': \(failure.diagnostic.problem)",
          at: failure.diagnostic.location, remedy: failure.diagnostic.remedy)
      }
    }
  }
}

extension EquilibriumModel {
  /// What spending on a programme does at the margin, paid by a grant.
  ///
  /// - Throws: `Failure.matrix(.unknownAccount)` if the matrix lacks an account of the programme.
  public func response(to programme: Programme) throws(Failure) -> EquilibriumResponse {
    try response(to: programme.injection())
  }
}
