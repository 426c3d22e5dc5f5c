internal import AccountMatrix
package import GeneralEquilibrium
internal import Multipliers

/// From the multiplier to regimes in which prices respond, one scarcity at a time: what is left of a
/// franc when land and capital, then foreign exchange and saving, then skills, then all labour are
/// scarce.
///
/// Reference: Pyatt & Round 1979 (the multiplier as the case of idle factors); Dervis, de Melo &
/// Robinson 1982 (full employment).
package struct PriceBridge: Sendable {
  /// What a step makes scarce, beside what the steps before it did.
  package enum Scarcity: String, Sendable, CaseIterable {
    /// Every factor is idle.
    case nothing
    /// The land and capital of agriculture.
    case agriculture
    /// Land and capital everywhere.
    case capital
    /// Foreign exchange and saving: foreign saving is fixed, and investment follows saving.
    case foreignExchange = "foreign-exchange"
    /// Skilled labour.
    case skills
    /// All labour; capital and land move.
    case labour

    /// The regime of the step.
    package var regime: Regime {
      switch self {
      case .nothing: .limit
      case .agriculture: .agricultureFixed
      case .capital: .specificCapital
      case .foreignExchange: .shortRunSkillsIdle
      case .skills: .shortRun
      case .labour: .fullEmployment
      }
    }
  }

  /// What the steps make scarce, in their order.
  package let steps: [Scarcity]
  /// The programmes under the regimes of the steps.
  package let effects: RegimeComparison

  /// Takes a comparison over the bridge, at the margin.
  ///
  /// A step that this matrix cannot tell from the one before, since it has no activities of the group
  /// `agriculture` or no labour known to be skilled, is left out.
  ///
  /// - Throws: `RegimeComparison.Failure`.
  /// - Complexity: one factorisation for each step.
  package init(
    of comparison: Comparison, elasticities: Elasticities = .standard, tolerance: Double? = nil
  ) throws(RegimeComparison.Failure) {
    let accounts = comparison.model.sam.accounts
    let hasFarms = accounts.contains {
      $0.kind == .activity && $0.group == Comparison.agriculture
    }
    let hasSkills = accounts.contains { AccountSelector.labour(.skilled).contains($0) }
    steps = Scarcity.allCases.filter { step in
      switch step {
      case .agriculture: hasFarms
      case .foreignExchange: hasSkills
      default: true
      }
    }
    effects = try RegimeComparison(
      of: comparison, under: steps.map { $0.regime }, elasticities: elasticities,
      tolerance: tolerance)
  }

  /// What counts as a difference per franc, beside the margin of all verdicts: where everything is
  /// scarce both are near zero, and five per cent of that is nothing.
  package static let margin = 0.02

  /// Which of two families a franc does more in, by step.
  package struct Order: Sendable, Equatable {
    /// The step.
    package let scarce: Scarcity
    /// What a franc of social protection does, on average.
    package let protection: Double
    /// What a franc of other package spending does, on average.
    package let others: Double
    /// Whether social protection does more; `nil` where the two cannot be told apart.
    package var protectionDoesMore: Bool? {
      abs(protection - others) < PriceBridge.margin ? nil : Verdict.order(protection, others)
    }
  }

  /// The order of the family averages by step; empty without both averages.
  package func orders(by indicator: Indicator) -> [Order] {
    var orders: [Order] = []
    for (position, scarce) in steps.enumerated() {
      guard
        let protection = effects.average(of: .socialProtection, indicator, under: position),
        let others = effects.average(of: .otherPublicSpending, indicator, under: position)
      else { return [] }
      orders.append(Order(scarce: scarce, protection: protection, others: others))
    }
    return orders
  }
}
