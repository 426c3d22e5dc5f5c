internal import AccountMatrix
package import GeneralEquilibrium
internal import Multipliers

/// Why a programme does less under a regime than its multiplier says: what each scarcity takes away.
///
/// Between the multiplier model and a regime lie a few assumptions: factors that are scarce, foreign
/// exchange, saving, taxes that pay. Each part is what its assumption changes: once along the bridge,
/// land and capital first, then foreign exchange, saving and taxes, then labour; once on average over
/// all orders in which the assumptions can be made, where saving and taxes can be scarce only where
/// foreign saving does not pay for everything. Both add to the whole exactly; where they are far
/// apart, no scarcity works alone.
///
/// Reference: Shapley 1953, A Value for n-Person Games; Faigle & Kern 1992 (orders with
/// precedence); Shorrocks 2013, Journal of Economic Inequality 11:99-126 (decomposition).
package struct ScarcitySplit: Sendable {
  /// What is scarce, or pays, under the regime and not in the multiplier model.
  package enum Scarcity: String, Sendable, CaseIterable {
    /// Land.
    case land
    /// Capital.
    case capital
    /// Factors that the matrix does not tell apart.
    case otherFactors = "other-factors"
    /// Foreign exchange: foreign saving is fixed, exports come from where the regime says, and the
    /// exchange rate adjusts.
    case foreignExchange = "foreign-exchange"
    /// Saving: investment follows it.
    case saving
    /// Taxes that keep the saving of government.
    case taxes
    /// Skilled labour.
    case skilledLabour = "skilled-labour"
    /// All other labour.
    case otherLabour = "other-labour"

    /// The factors that it is about.
    var factors: AccountSelector? {
      switch self {
      case .skilledLabour: .labour(.skilled)
      case .otherLabour: .labour(.unskilled)
      case .land: .kind(.land)
      case .capital: .kind(.capital)
      case .otherFactors: .kind(.factor)
      case .foreignExchange, .saving, .taxes: nil
      }
    }
  }

  /// What one scarcity adds, or takes away where it is negative, per franc.
  package struct Part: Sendable, Equatable {
    /// The scarcity.
    package let scarcity: Scarcity
    /// What it adds along the bridge.
    package let amount: Double
    /// What it adds on average over all orders (Shapley value).
    package let mean: Double
  }

  /// What a part is of the difference that the regime makes, in per cent; `nil` where it makes none.
  package func percent(of part: Part) -> Double? {
    value == fixedPrice ? nil : 100 * part.amount / (value - fixedPrice)
  }

  /// The programme.
  package let programme: Programme
  /// What is explained.
  package let indicator: Indicator
  /// The regime.
  package let regime: Regime
  /// The effect where nothing is scarce: that of the multiplier model.
  package let fixedPrice: Double
  /// What each scarcity adds.
  package let parts: [Part]
  /// The effect under the regime.
  package let value: Double
}

extension ScarcitySplit {
  /// Splits an effect of a programme at the margin.
  ///
  /// - Parameters:
  ///   - id: the programme.
  ///   - indicator: an amount.
  ///   - comparison: where the programme is compared, and who pays.
  /// - Throws: `RegimeComparison.Failure`: a setting, financing or indicator without counterpart.
  /// - Complexity: one factorisation for each set of scarcities, at most 2⁵ x 5.
  package init(
    of id: String, _ indicator: Indicator, in comparison: Comparison, under regime: Regime,
    elasticities: Elasticities = .standard, tolerance: Double? = nil
  ) throws(RegimeComparison.Failure) {
    let row: Int
    do { row = try comparison.position(of: id) } catch { throw .comparison(error) }
    guard indicator.isAmount else {
      throw .setting(
        indicator.rawValue, reason: "a price has no parts per franc; ask for an amount")
    }
    let paid = try comparison.financing.regime(regime)
    let sam = comparison.model.sam
    let experiment = try RegimeComparison.experiments(of: comparison)[row]
    let own = try RegimeComparison.counterpart(
      of: comparison.model.settings, for: paid, in: sam
    ).resolved(in: sam)
    let players = Scarcity.allCases.filter { $0.isPlayed(in: own, on: sam) }

    var known: [Set<Scarcity>: Double] = [:]
    func value(_ scarce: Set<Scarcity>) throws(RegimeComparison.Failure) -> Double {
      if let value = known[scarce] { return value }
      let changed = own.with(scarce, of: players)
      let change: Double?
      do {
        let model = try EquilibriumModel(
          sam, regime: changed, elasticities: elasticities, tolerance: tolerance)
        change = try model.marginalEffects(of: [indicator]).response(
          to: changed.foreign == .rateFixed ? experiment.unpaid : experiment
        ).change(of: indicator)
      } catch { throw .model(regime: regime.name, error) }
      guard let change else {
        throw .setting(indicator.rawValue, reason: "the matrix cannot tell it")
      }
      known[scarce] = change
      return change
    }

    var sums: [Scarcity: Double] = [:]
    var orders = 0
    func visit(_ before: Set<Scarcity>) throws(RegimeComparison.Failure) {
      if before.count == players.count {
        orders += 1
        return
      }
      for next in players where !before.contains(next) && next.mayFollow(before) {
        let counted = orders
        try visit(before.union([next]))
        let paths = Double(orders - counted)
        sums[next, default: 0] +=
          paths * (try value(before.union([next])) - (try value(before)))
      }
    }
    try visit([])
    programme = comparison.rows[row].programme
    self.indicator = indicator
    self.regime = regime
    fixedPrice = try value([])
    self.value = try value(Set(players))
    var parts: [Part] = []
    var before: Set<Scarcity> = []
    for player in players {
      let after = before.union([player])
      parts.append(
        Part(
          scarcity: player, amount: try value(after) - (try value(before)),
          mean: (sums[player] ?? 0) / Double(max(1, orders))))
      before = after
    }
    self.parts = parts
  }
}

extension ScarcitySplit.Scarcity {
  /// Whether the regime makes it scarce, in a matrix that has it.
  fileprivate func isPlayed(in regime: Regime, on sam: SocialAccountingMatrix) -> Bool {
    switch self {
    case .foreignExchange: return regime.foreign == .savingFixed
    case .saving:
      return regime.foreign == .savingFixed && regime.investment != .investmentDriven
    case .taxes: return regime.foreign == .savingFixed && regime.government != .savingFree
    case .skilledLabour, .otherLabour, .land, .capital, .otherFactors:
      guard let factors else { return false }
      return sam.accounts.contains { factor in
        guard factor.kind?.isFactor ?? false, factors.contains(factor) else { return false }
        return sam.accounts.contains { activity in
          activity.kind == .activity && !regime.isIdle(factor, in: activity)
        }
      }
    }
  }

  /// Whether it can be made scarce after some others.
  fileprivate func mayFollow(_ before: Set<ScarcitySplit.Scarcity>) -> Bool {
    self == .saving || self == .taxes ? before.contains(.foreignExchange) : true
  }
}

extension Regime {
  /// Whether the rule that holds for a factor in an activity leaves it idle.
  fileprivate func isIdle(_ factor: Account, in activity: Account) -> Bool {
    factors.last { $0.factors.contains(factor) && $0.activities.contains(activity) }?
      .supplyElasticity == .infinity
  }

  /// The regime where of some scarcities only a few hold, and the rest is as in the multiplier model.
  fileprivate func with(
    _ scarce: Set<ScarcitySplit.Scarcity>, of players: [ScarcitySplit.Scarcity]
  ) -> Regime {
    if scarce.count == players.count { return self }
    var changed = self
    for player in players where !scarce.contains(player) {
      if let factors = player.factors {
        changed.factors.append(FactorMarket(factors, .mobile, supplyElasticity: .infinity))
      }
    }
    guard foreign == .savingFixed else { return changed }
    if !scarce.contains(.foreignExchange) {
      changed.foreign = .rateFixed
      changed.investment = .fixedVolume
      changed.government = .savingFree
      changed.numeraire = .exchangeRate
      changed.exports = .composite
      changed.elasticities =
        elasticities.filter { $0.parameter != .exportDemand && $0.parameter != .transformation }
        + Regime.limit.elasticities
      return changed
    }
    if players.contains(.saving), !scarce.contains(.saving) {
      changed.investment = .investmentDriven
    }
    if players.contains(.taxes), !scarce.contains(.taxes) { changed.government = .savingFree }
    if case .reward = numeraire { changed.numeraire = .consumerPrices }
    return changed
  }
}

extension Experiment {
  /// The same without a gift from abroad, which changes nothing where foreign saving adjusts.
  fileprivate var unpaid: Experiment { Experiment(injection, changes: changes) }
}
