internal import AccountMatrix
internal import Multipliers

extension Comparison {
  /// A named part of other public spending, beside the average of social protection.
  ///
  /// Nobody trades social protection with the average of all other spending, of which public
  /// administration may be two fifths; a minister trades it with services, works or farms.
  package struct Basket: Sendable, Equatable {
    /// The name.
    package let name: String
    /// Its programmes that have an outlay.
    package let members: [Programme]
    /// What counts of their outlays, in the unit of the matrix.
    package let outlay: Double
    /// The average by outlay of each column, where every programme has a value.
    package let values: [EffectColumn: Double]
  }

  /// The baskets of ranked programmes of other public spending, in the order of the programmes.
  package var baskets: [Basket] {
    let programmes = rows.map { $0.programme }
    let counted = CountedOutlay.all(of: programmes).filter {
      programmes[$0.position].family == .otherPublicSpending
    }
    let names = counted.compactMap { programmes[$0.position].basket }.uniqued
    return names.compactMap { name in
      let own = CountedOutlay.Weights(counted.filter { programmes[$0.position].basket == name })
      guard let own else { return nil }
      var values: [EffectColumn: Double] = [:]
      for column in EffectColumn.allCases where column.isAmount {
        values[column] = own.mean { rows[$0].effect[column] }
      }
      return Basket(
        name: name, members: own.members.map { programmes[$0.position] },
        outlay: own.francs / model.sam.unit.scale.factor, values: values)
    }
  }

  /// By how much the average of social protection does more than a basket, per franc; `nil` where
  /// one of the two has no value.
  package func protectionLess(_ basket: Basket, _ column: EffectColumn) -> Double? {
    guard let own = average(of: .socialProtection)?.values[column],
      let other = basket.values[column]
    else { return nil }
    return own - other
  }

  /// What a programme contributes to the difference of the two averages.
  package struct Contribution: Sendable, Equatable {
    /// The programme.
    package let programme: Programme
    /// Its part of the counted outlays of its family.
    package let weight: Double
    /// What a counted franc of it does for GDP at factor cost: its own effect, that of programmes
    /// inside it taken out.
    package let effect: Double
    /// Its part of the difference.
    package let contribution: Double
    /// The difference without it; `nil` for the only programme of its family.
    package let differenceWithout: Double?
  }

  /// The difference of the two averages of GDP at factor cost by programme; empty without both.
  ///
  /// With weights w, effects e and the mean m of the averages P and O, a programme of social
  /// protection contributes w (e - m), one of other public spending -w (e - m): these add to P - O.
  package var contributions: [Contribution] {
    let programmes = rows.map { $0.programme }
    let weights = CountedOutlay.weights(of: programmes)
    guard let protection = weights[.socialProtection], let others = weights[.otherPublicSpending],
      let first = average(of: .socialProtection, .gdpFactorCost),
      let second = average(of: .otherPublicSpending, .gdpFactorCost)
    else { return [] }
    let middle = (first + second) / 2
    func parts(of own: CountedOutlay.Weights, average: Double, sign: Double) -> [Contribution] {
      own.members.compactMap { member in
        guard let total = member.total({ rows[$0].effect[.gdpFactorCost] }) else { return nil }
        let weight = member.francs / own.francs
        let effect = total / member.francs
        let without = own.members.count > 1 ? (average - weight * effect) / (1 - weight) : nil
        return Contribution(
          programme: programmes[member.position], weight: weight, effect: effect,
          contribution: sign * weight * (effect - middle),
          differenceWithout: without.map { sign > 0 ? $0 - second : first - $0 })
      }
    }
    return parts(of: protection, average: first, sign: 1)
      + parts(of: others, average: second, sign: -1)
  }
}
