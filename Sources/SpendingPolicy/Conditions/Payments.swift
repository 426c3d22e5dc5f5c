public import AccountMatrix
internal import Multipliers

extension Comparison {
  /// The ranked programme of a family with the largest outlay; one without counts as zero.
  public func largest(of family: Programme.Family) -> Programme? {
    ranked(of: family).map { $0.programme }.max { $0.francs < $1.francs }
  }

  /// Every standard way to pay, and a cut of other public spending where there are two programmes
  /// of it or more.
  ///
  /// - Parameter preferred: the programme that is cut, where it is among them; else the largest is.
  package func waysToPay(cutting preferred: String? = nil) -> [Financing] {
    let others = ranked(of: .otherPublicSpending).map { $0.programme }
    let chosen = others.first { $0.id == preferred } ?? largest(of: .otherPublicSpending)
    guard let chosen, others.count > 1 else { return Financing.standard }
    return Financing.standard + [.programme(chosen.id)]
  }

  /// Whether the average of a family gives more of a column than paying for it so takes away; `nil`
  /// where one of the two is not known.
  package func givesMore(
    _ family: Programme.Family, on column: EffectColumn, paidAs payment: Comparison
  ) -> NetOrder? {
    guard let gross = average(of: family, column), let taken = payment.financingEffect?[column]
    else { return nil }
    return switch Verdict.order(gross, taken) {
    case true?: .more
    case false?: .less
    case nil: .same
    }
  }

  /// What is given beside what is taken, by the margin of verdicts.
  package enum NetOrder: Sendable {
    /// More is given.
    case more
    /// Less is given.
    case less
    /// Neither.
    case same
  }

  /// What a franc of a family's average does to the net income of each group of households; empty
  /// where the family has no ranked programme.
  ///
  /// - Throws: `Failure.financing`.
  package func netIncome(
    of family: Programme.Family
  ) throws(Failure) -> [(account: Account, net: Double)] {
    let weights = weights(of: family)
    guard !weights.isEmpty else { return [] }
    let effects = try groupEffects()
    let groups = effects.first?.groups ?? []
    return groups.indices.map { g in
      (
        account: groups[g].account,
        net: effects.reduce(0) { sum, effect in
          sum + (weights[effect.programme.id] ?? 0) * effect.groups[g].net
        }
      )
    }
  }

  /// The mean of a value over a family's ranked programmes, weighted as its average is; `nil` where
  /// there is none, or one with a weight has no value.
  ///
  /// - Parameter value: the value of a row by its position.
  package func mean(of family: Programme.Family, _ value: (Int) -> Double?) -> Double? {
    let weights = weights(of: family)
    guard !weights.isEmpty else { return nil }
    var sum = 0.0
    for (p, row) in rows.enumerated() {
      guard let weight = weights[row.programme.id] else { continue }
      guard let value = value(p) else { return nil }
      sum += weight * value
    }
    return sum
  }
}

extension Programme {
  /// What is spent on the programme, in units of its currency; zero where nothing is known.
  var francs: Double { outlay.map { $0.amount * $0.unit.scale.factor } ?? 0 }

  /// The part of the franc that is known so well.
  package func fraction(known evidence: Evidence) -> Double {
    shares.filter { $0.evidence == evidence }.reduce(0) { $0 + $1.fraction }
  }
}

extension Programme.Outlay {
  /// The amount in another unit of the same currency.
  public func amount(in unit: CurrencyUnit) -> Double {
    amount * self.unit.scale.factor / unit.scale.factor
  }
}
