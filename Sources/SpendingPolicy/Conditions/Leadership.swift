internal import Multipliers

extension Comparison {
  /// Which programme of a family adds most to GDP, and under which conditions.
  package struct Leadership: Sendable {
    /// The family.
    package let family: Programme.Family
    /// Programmes that lead under some condition, in the order of the conditions.
    package let leaders: [(programme: Programme, conditions: [Condition])]
    /// Under how many conditions none leads.
    package let open: Int
    /// How many conditions there are.
    package let count: Int

    /// The programme that leads under every condition, if one does.
    package var alwaysFirst: Programme? {
      open == 0 && leaders.count == 1 ? leaders[0].programme : nil
    }

    /// `nil` for a family with fewer than two ranked programmes that may be named.
    package init?(of family: Programme.Family, under conditions: [Condition]) {
      guard let base = conditions.first?.comparison, base.candidates(of: family).count > 1 else {
        return nil
      }
      var leaders: [(programme: Programme, conditions: [Condition])] = []
      var open = 0
      for condition in conditions {
        guard let programme = condition.leader(of: family) else {
          open += 1
          continue
        }
        if let known = leaders.firstIndex(where: { $0.programme.id == programme.id }) {
          leaders[known].conditions.append(condition)
        } else {
          leaders.append((programme: programme, conditions: [condition]))
        }
      }
      self.family = family
      self.leaders = leaders
      self.open = open
      count = conditions.count
    }
  }
}

extension Comparison.Condition {
  /// The programme of a family that adds most to GDP, unless the lead is within the margin, or the
  /// drawn difference from another one holds zero.
  package func leader(of family: Programme.Family) -> Programme? {
    let rows = comparison.candidates(of: family).sorted {
      $0.effect.gdpFactorCost > $1.effect.gdpFactorCost
    }
    guard rows.count > 1, let best = rows.first else { return nil }
    let margin = Verdict.margin * abs(best.effect.gdpFactorCost)
    let leads = best.effect.gdpFactorCost - rows[1].effect.gdpFactorCost >= margin
    let isUntold = rows.dropFirst().contains {
      untold.contains(Pair(best.programme.id, $0.programme.id))
    }
    return leads && !isUntold ? best.programme : nil
  }
}

extension Comparison {
  /// The ranked programmes of a family that a sentence may name as the first: they have an outlay,
  /// and the use of their money is not assumed.
  func candidates(of family: Programme.Family) -> [Row] {
    ranked(of: family).filter { $0.programme.outlay != nil && $0.programme.evidence != .assumed }
  }
}

extension Comparison {
  /// The programmes of each family that do least and most for GDP.
  package struct Spread: Sendable {
    /// Those of social protection.
    package let protection: (low: Row, high: Row)
    /// Those of other public spending.
    package let others: (low: Row, high: Row)
  }

  /// How far single programmes lie apart, where that is more than the averages do.
  package var spreadBeyondAverages: Spread? {
    func ends(_ family: Programme.Family) -> (low: Row, high: Row)? {
      let rows = candidates(of: family)
      guard rows.count > 1,
        let low = rows.min(by: { $0.effect.gdpFactorCost < $1.effect.gdpFactorCost }),
        let high = rows.max(by: { $0.effect.gdpFactorCost < $1.effect.gdpFactorCost })
      else { return nil }
      return (low: low, high: high)
    }
    guard let one = ends(.socialProtection), let two = ends(.otherPublicSpending),
      let protection = average(of: .socialProtection, .gdpFactorCost),
      let others = average(of: .otherPublicSpending, .gdpFactorCost)
    else { return nil }
    let narrower = min(
      one.high.effect.gdpFactorCost - one.low.effect.gdpFactorCost,
      two.high.effect.gdpFactorCost - two.low.effect.gdpFactorCost)
    return narrower > abs(protection - others) ? Spread(protection: one, others: two) : nil
  }

  /// At which responses of agriculture social protection does more on average; `nil` where nothing
  /// can be said of it.
  package var averageTurn: Turning? { average(of: .socialProtection)?.turning }
}
