internal import AccountMatrix
internal import Multipliers

extension Comparison {
  /// The outlay-weighted average of a family; `nil` where none of its ranked programmes has an
  /// outlay.
  public func average(of family: Programme.Family) -> FamilyAverage? {
    averages.first { $0.family == family }
  }

  /// Ranked programmes that are in no average by outlay.
  public var outsideAverages: [Programme] {
    rows.map { $0.programme }.filter { programme in
      programme.isRanked
        && !averages.contains { $0.members.contains { $0.programme.id == programme.id } }
    }
  }

  /// The mean over the parts of an average; `nil` where a part has no value.
  ///
  /// - Parameter value: the value of a row by its position.
  package func mean(in average: FamilyAverage, of value: (Int) -> Double?) -> Double? {
    var sum = 0.0
    for part in average.parts {
      guard let p = rows.firstIndex(where: { $0.programme.id == part.programme.id }),
        let value = value(p)
      else { return nil }
      sum += part.part * value
    }
    return sum
  }

  /// Whether the ranked programmes of both families have outlays to weigh them by.
  package var averagesAreWeighted: Bool {
    average(of: .socialProtection) != nil && average(of: .otherPublicSpending) != nil
  }

  /// The ranked programmes of a family.
  public func ranked(of family: Programme.Family) -> [Row] {
    rows.filter { $0.programme.isRanked && $0.programme.family == family }
  }

  /// How much of each ranked programme a franc of a family's average holds, by identifier: equal
  /// parts where a family has no outlays, and less than nothing of one that another holds.
  package func weights(of family: Programme.Family) -> [String: Double] {
    var weights: [String: Double] = [:]
    if averagesAreWeighted {
      for part in average(of: family)?.parts ?? [] {
        weights[part.programme.id, default: 0] += part.part
      }
    } else {
      let ids = ranked(of: family).map { $0.programme.id }
      for id in ids { weights[id, default: 0] += 1 / Double(ids.count) }
    }
    return weights
  }

  /// The programmes with the outlays that draws weigh them by: equal ones where averages are simple.
  package var programmesToDraw: [Programme] {
    get throws(Programme.Failure) {
      let programmes = rows.map { $0.programme }
      if averagesAreWeighted { return programmes }
      let one = Programme.Outlay(1, unit: model.sam.unit, year: "", evidence: .assumed)
      var equal: [Programme] = []
      for programme in programmes {
        equal.append(
          try Programme(
            id: programme.id, name: programme.name, family: programme.family,
            shares: programme.shares, outlay: one, isRanked: programme.isRanked,
            basket: programme.basket))
      }
      return equal
    }
  }

  /// The average of a family by outlay; if one of the families has no outlays, the simple one.
  public func average(of family: Programme.Family, _ column: EffectColumn) -> Double? {
    if averagesAreWeighted { return average(of: family)?.values[column] }
    let values = ranked(of: family).map { $0.effect[column] }
    guard !values.isEmpty, !values.contains(nil) else { return nil }
    return values.reduce(0) { $0 + ($1 ?? 0) } / Double(values.count)
  }
}

extension Comparison {
  /// Income of the two poorest quintiles per franc of a family's average, less what programmes pay them
  /// directly; `nil` without an average or without quintiles.
  package func poorestBeyondTransfers(of family: Programme.Family) -> Double? {
    guard let total = average(of: family, .incomeBottom40) else { return nil }
    let weights = weights(of: family)
    let poor = model.endogenous.indices.filter { model.endogenous[$0].isPoorHousehold }
    let direct = rows.indices.reduce(0) { sum, p in
      sum + (weights[rows[p].programme.id] ?? 0) * poor.reduce(0) { $0 + injections[p][$1] }
    }
    return total - direct
  }
}
