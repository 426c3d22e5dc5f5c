internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers

/// A regime in which draws are taken: the spending shares of the draw, elasticities within their
/// ranges, and the supply of factors as the regime says it may be; all common to all programmes.
///
/// Effects are those at the margin, of which one factorisation gives all programmes (adjoint).
struct DrawnRegime: Sendable {
  /// What is measured of each draw.
  static let indicators: [Indicator] = [
    .realGDPFactorCost, .equivalentVariationBottom40, .equivalentVariation,
  ]

  let model: EquilibriumModel
  /// Whether a gift from abroad pays.
  let isGift: Bool
  /// The indicators that the matrix can tell.
  let measured: [Indicator]

  /// The scenario under which its figures stand.
  var id: String { "regime:\(model.regime.name)" }

  /// A regime on the matrix of a model.
  ///
  /// - Throws: `RegimeComparison.Failure` for a setting or financing without counterpart, or a regime
  ///   that the matrix does not fit.
  init(
    _ regime: Regime, of multipliers: MultiplierModel, financing: Financing,
    elasticities: Elasticities, tolerance: Double?
  ) throws(RegimeComparison.Failure) {
    guard multipliers.settings.exports == .composite else {
      throw .setting(
        "exports",
        reason:
          "draws are of what buyers of the composite spend; a regime whose rule 'exports' says "
          + "own-output has it in every draw")
    }
    let paid = try RegimeComparison.counterpart(
      of: multipliers.settings, for: try financing.regime(regime), in: multipliers.sam)
    let model: EquilibriumModel
    do {
      model = try EquilibriumModel(
        multipliers.sam, regime: paid, elasticities: elasticities, tolerance: tolerance)
    } catch { throw .model(regime: regime.name, error) }
    self.model = model
    isGift = financing == .grant
    measured = Self.indicators.filter { model.base(of: $0) != nil }
  }

  /// The marginal effects of a draw; without one those of the matrix.
  func effects(
    shares: SpendingTable?, seed: UInt64, draw: UInt64?
  ) throws(EquilibriumModel.Failure) -> MarginalEffects {
    guard let draw else { return model.marginalEffects(of: measured) }
    // What is unknown of one elasticity is unknown of all accounts, and of all regimes, alike.
    func part(_ name: String) -> Double {
      var stream = RandomStream(seed: seed, draw: draw, key: RandomStream.key(name))
      return stream.uniform()
    }
    var regime = model.regime
    for supply in regime.supplyDraws {
      regime = regime.supplying(
        supply.factors, at: supply.value(at: part("supply \(supply.factors)")), in: model.sam)
    }
    let elasticities = model.elasticities.drawn { parameter in
      // Transformation is set equal to substitution by practice, and so moves with it.
      part("elasticity " + (parameter == .transformation ? .armington : parameter).rawValue)
    }
    return try model.redrawn(shares: shares, regime: regime, elasticities: elasticities)
      .marginalEffects(of: measured)
  }
}

extension DrawnProgramme {
  /// What one franc does to an indicator: where its parts go, and the gift that pays for it.
  func value(
    of indicator: Indicator, effects: MarginalEffects, fractions: [Double], isGift: Bool
  ) throws(EquilibriumModel.Failure) -> Double {
    let found: (spent: [Double], grant: Double)?
    do { found = try effects.perUnit(indicator, into: accounts) } catch { throw .matrix(error) }
    guard let effect = found else { return .nan }
    var value = 0.0
    var cost = 0.0
    for ((part, fraction), perUnit) in zip(zip(kept, fractions), effect.spent) {
      value += part * fraction * perUnit
      cost += part * fraction
    }
    return isGift ? value + cost * effect.grant : value
  }
}

extension Uncertainty.Economy {
  /// Every figure of one draw under the regimes, in the order of the series.
  func valuesUnderRegimes(
    shares: SpendingTable?, fractions: [[Double]], cut: [Double], seed: UInt64, draw: UInt64?
  ) throws(Uncertainty.Failure) -> [Double] {
    var values: [Double] = []
    for regime in regimes {
      do throws(EquilibriumModel.Failure) {
        let effects = try regime.effects(shares: shares, seed: seed, draw: draw)
        for indicator in regime.measured {
          let start = values.count
          var taken = 0.0
          if case .programme(let programme) = withdrawal {
            taken = try programme.value(
              of: indicator, effects: effects, fractions: cut, isGift: regime.isGift)
          }
          for (programme, parts) in zip(programmes, fractions) {
            let value = try programme.value(
              of: indicator, effects: effects, fractions: parts, isGift: regime.isGift)
            values.append(value - taken)
          }
          for average in averages(seed: seed, draw: draw) {
            values.append(
              average.weights.reduce(0) { $0 + $1.weight * values[start + $1.position] })
          }
        }
      } catch {
        throw .drawNotSolved(
          draw: draw.map { Int($0) } ?? -1, scenario: regime.id,
          reason: error.diagnostic.problem)
      }
    }
    return values
  }
}
