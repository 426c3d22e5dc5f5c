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

  /// The family.
  public let family: Programme.Family
  /// The programmes that have an outlay, with their weights.
  public let members: [Member]
  /// The averages by column, where every member has a value; the turning response is that of
  /// the average itself.
  public let values: [EffectColumn: Double]

  /// A programme by its position in a list, and its part of the family's counted outlays.
  struct Weight {
    let position: Int
    let countedOutlay: Double
    let weight: Double
  }

  /// Averages of the families that have ranked programmes with outlays.
  static func averages(
    of rows: [Comparison.Row], turningResponse: Double?
  ) -> [FamilyAverage] {
    let weights = weights(of: rows.map { $0.programme })
    return Programme.Family.allCases.compactMap { family in
      guard let familyWeights = weights[family] else { return nil }
      var values: [EffectColumn: Double] = [:]
      for column in EffectColumn.allCases where column.isAmount {
        let terms = familyWeights.map { member in
          rows[member.position].effect[column].map { member.weight * $0 }
        }
        if !terms.contains(nil) { values[column] = terms.reduce(0) { $0 + ($1 ?? 0) } }
      }
      if family == .socialProtection { values[.turningResponse] = turningResponse }
      return FamilyAverage(
        family: family,
        members: familyWeights.map {
          Member(
            programme: rows[$0.position].programme, countedOutlay: $0.countedOutlay,
            weight: $0.weight)
        }, values: values)
    }
  }

  /// The weights of ranked programmes for each family that has some, in the order given.
  static func weights(of programmes: [Programme]) -> [Programme.Family: [Weight]] {
    let counted = countedOutlays(of: programmes)
    var result: [Programme.Family: [Weight]] = [:]
    for family in Programme.Family.allCases {
      let members = programmes.indices.compactMap { i -> (Int, Double)? in
        guard programmes[i].family == family, let outlay = counted[i], outlay > 0 else {
          return nil
        }
        return (i, outlay)
      }
      let total = members.reduce(0) { $0 + $1.1 }
      if total > 0 {
        result[family] = members.map {
          Weight(position: $0.0, countedOutlay: $0.1, weight: $0.1 / total)
        }
      }
    }
    return result
  }

  /// Outlays of ranked programmes in francs, less those of the ranked programmes inside them, so
  /// that a franc counts once. A part whose own outlay does not count passes on those inside it.
  static func countedOutlays(of programmes: [Programme]) -> [Double?] {
    programmes.map { programme in
      francs(programme).map {
        max(0, $0 - countedInside(programme.id, of: programmes).reduce(0) { $0 + $1.francs })
      }
    }
  }

  private static func francs(_ programme: Programme) -> Double? {
    guard programme.isRanked, let outlay = programme.outlay else { return nil }
    return outlay.amount * outlay.unit.scale.factor
  }

  /// Ranked programmes directly inside another, and their outlays in francs; a part whose own
  /// outlay does not count passes on those inside it.
  static func countedInside(
    _ id: String, of programmes: [Programme]
  ) -> [(position: Int, francs: Double)] {
    func inside(_ id: String, _ seen: Set<String>) -> [(position: Int, francs: Double)] {
      programmes.indices.flatMap { p -> [(position: Int, francs: Double)] in
        let part = programmes[p]
        guard part.partOf == id, !seen.contains(part.id) else { return [] }
        return francs(part).map { [(p, $0)] } ?? inside(part.id, seen.union([part.id]))
      }
    }
    return inside(id, [id])
  }
}
