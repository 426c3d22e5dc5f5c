package import AccountMatrix

extension Regime {
  /// How far the supply of a factor is unknown: elasticities of which one is as likely as the other.
  package struct SupplyDraw: Sendable, Equatable {
    /// What the elasticity may be.
    package enum Values: Sendable, Equatable {
      /// One of these.
      case oneOf([Double])
      /// Any between two, both finite.
      case between(ClosedRange<Double>)
    }

    /// The factors, where the regime lets them be scarce.
    package var factors: AccountSelector
    /// What the elasticity may be.
    package var values: Values

    /// A draw from its parts.
    package init(_ factors: AccountSelector, _ values: Values) {
      self.factors = factors
      self.values = values
    }

    /// The elasticity at a number between zero and one.
    package func value(at part: Double) -> Double {
      switch values {
      case .oneOf(let list):
        list.isEmpty ? 0 : list[min(list.count - 1, Int(part * Double(list.count)))]
      case .between(let range):
        range.lowerBound + part * (range.upperBound - range.lowerBound)
      }
    }
  }

  /// The regime in which some factors have another elasticity of supply wherever they are scarce;
  /// where they move, and where they are idle already, is as it was.
  ///
  /// - Parameter sam: the matrix whose factors are meant.
  package func supplying(
    _ chosen: AccountSelector, at elasticity: Double, in sam: SocialAccountingMatrix
  ) -> Regime {
    var changed = resolved(in: sam)
    let chosen = chosen.resolved(among: sam.accounts)
    let rules = changed.factors
    for factor in sam.accounts where (factor.kind?.isFactor ?? false) && chosen.contains(factor) {
      // All rules of the factor again, so that the last that fits still holds.
      for rule in rules where rule.factors.contains(factor) {
        changed.factors.append(
          FactorMarket(
            .account(factor.code), in: rule.activities, rule.scope,
            supplyElasticity: rule.supplyElasticity < .infinity ? elasticity : .infinity,
            reward: rule.reward))
      }
    }
    return changed
  }
}
