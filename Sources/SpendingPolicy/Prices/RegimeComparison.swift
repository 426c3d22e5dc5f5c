internal import AccountMatrix
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
  /// The same in per cent of GDP at factor cost of the base year.
  package var sizePercentOfGDP: Double? {
    guard let size, let gdp = models.first?.baseGDP else { return nil }
    return 100 * size / gdp
  }
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
  ///   - indicators: what is asked for at the margin; at a size all are found.
  /// - Throws: `Failure.setting` if the comparison was made with a setting that has no counterpart
  ///   under a regime; `Failure.financing` for who cannot pay under one; `Failure.model`.
  /// - Complexity: at the margin one factorisation for each regime.
  public init(
    of comparison: Comparison, under regimes: [Regime], elasticities: Elasticities = .standard,
    size: Double? = nil, tolerance: Double? = nil, indicators: [Indicator] = Self.indicators
  ) throws(Failure) {
    let experiments = try Self.experiments(of: comparison)
    var models: [EquilibriumModel] = []
    var effects: [[Effect]] = []
    for regime in regimes {
      let paid = try Self.counterpart(
        of: comparison.model.settings, for: try comparison.financing.regime(regime),
        in: comparison.model.sam)
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
          let marginal = model.marginalEffects(of: indicators)
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

  /// The average of a family under a regime, by outlay, or the simple one where a family has no
  /// outlays; `nil` where a programme of it has no value.
  package func average(
    of family: Programme.Family, _ indicator: Indicator, under regime: Int
  ) -> Double? {
    let weights = comparison.weights(of: family)
    var sum = 0.0
    for (row, effect) in zip(comparison.rows, effects[regime]) {
      guard let weight = weights[row.programme.id] else { continue }
      guard let value = effect.values[indicator] else { return nil }
      sum += weight * value
    }
    return weights.isEmpty ? nil : sum
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
}
