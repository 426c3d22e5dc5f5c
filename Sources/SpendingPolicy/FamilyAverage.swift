package import AccountMatrix

/// The average of a family's ranked programmes, weighted by what is spent on each.
public struct FamilyAverage: Sendable, Equatable {
  /// A programme and its weight.
  public struct Member: Sendable, Equatable {
    /// The programme.
    public let programme: Programme
    /// The outlay that counts, in units of the currency: its own less that of the programmes
    /// inside it.
    package let countedOutlay: Double
    /// The part of the family's counted outlays.
    public let weight: Double

    /// The counted outlay in a unit.
    package func countedOutlay(in unit: CurrencyUnit) -> Double {
      countedOutlay / unit.scale.factor
    }
  }

  /// A programme, and how much of it the average holds.
  public struct Part: Sendable, Equatable {
    /// The programme.
    public let programme: Programme
    /// How many francs of it stand in a franc of the average: its outlay as a part of the family's,
    /// or less than zero for one that another holds, and that is taken out of it.
    public let part: Double
  }

  /// The family.
  public let family: Programme.Family
  /// The programmes that have an outlay, with their weights.
  public let members: [Member]
  /// What a franc of the average is made of; the parts add to one.
  ///
  /// A programme that holds another stands with its whole outlay, and the one inside is taken out
  /// of it, so that each franc counts once and with its own effect.
  public let parts: [Part]
  /// The averages by column, where every part has a value; the turning response is that of
  /// the average itself.
  public let values: [EffectColumn: Double]
  /// At which responses of agriculture the average of social protection does more for GDP at factor
  /// cost than that of other public spending; `nil` for other families.
  public let turning: Turning?

  /// The outlays that count, in units of the currency.
  package var countedOutlay: Double { members.reduce(0) { $0 + $1.countedOutlay } }

  /// The same in a unit.
  package func countedOutlay(in unit: CurrencyUnit) -> Double {
    countedOutlay / unit.scale.factor
  }

  /// The same in per cent of the GDP at market prices of a matrix; `nil` where it has none.
  package func outlayPercentOfGDP(of sam: SocialAccountingMatrix) -> Double? {
    guard let gdp = try? sam.grossDomesticProduct().byIncome, gdp > 0 else { return nil }
    return 100 * countedOutlay(in: sam.unit) / gdp
  }

  /// Averages of the families that have ranked programmes with outlays.
  static func averages(
    of rows: [Comparison.Row], turning: Turning?
  ) -> [FamilyAverage] {
    let programmes = rows.map { $0.programme }
    let weights = CountedOutlay.weights(of: programmes)
    return Programme.Family.allCases.compactMap { family in
      guard let own = weights[family] else { return nil }
      var values: [EffectColumn: Double] = [:]
      for column in EffectColumn.allCases where column.isAmount {
        values[column] = own.mean { rows[$0].effect[column] }
      }
      let turning = family == .socialProtection ? turning : nil
      values[.turningResponse] = turning?.share
      return FamilyAverage(
        family: family,
        members: own.members.map {
          Member(
            programme: programmes[$0.position], countedOutlay: $0.francs,
            weight: $0.francs / own.francs)
        },
        parts: own.parts.map { Part(programme: programmes[$0.position], part: $0.part) },
        values: values, turning: turning)
    }
  }
}
