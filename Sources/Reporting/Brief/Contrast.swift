internal import AccountMatrix
internal import Multipliers
package import SpendingPolicy

/// The averages of the two families under one condition, and which does more.
struct Contrast: Sendable {
  /// Which of the two averages is larger.
  enum Order: Sendable, Hashable {
    case protectionMore, othersMore, same
  }

  /// The condition in words.
  let name: String
  let protection: Double
  let others: Double
  /// Where nine of ten draws of the difference lie.
  let band: ClosedRange<Double>?

  var difference: Double { protection - others }

  /// Differences below this part of the larger average are not called one.
  static let indistinct = 0.05

  /// The order, unless a band holds zero or the averages are less than 5 per cent apart.
  var order: Order {
    if let band, band.contains(0) { return .same }
    if abs(difference) < Self.indistinct * max(abs(protection), abs(others)) { return .same }
    return difference > 0 ? .protectionMore : .othersMore
  }

  /// The contrasts of a column under all conditions that have both averages.
  static func all(
    _ conditions: [Condition], on column: EffectColumn, words: Words
  ) -> [Contrast] {
    conditions.compactMap { condition in
      guard let protection = condition.comparison.average(of: .socialProtection, column),
        let others = condition.comparison.average(of: .otherPublicSpending, column)
      else { return nil }
      return Contrast(
        name: condition.name(words), protection: protection, others: others,
        band: column == .gdpFactorCost
          ? condition.differenceBand : column == .incomeBottom40 ? condition.poorestBand : nil)
    }
  }
}

extension Comparison {
  /// Whether the ranked programmes of both families have outlays to weigh them by.
  var averagesAreWeighted: Bool {
    averages.contains { $0.family == .socialProtection }
      && averages.contains { $0.family == .otherPublicSpending }
  }

  /// The part of each ranked programme in the average of its family, by identifier.
  func weights(of family: Programme.Family) -> [String: Double] {
    if averagesAreWeighted {
      let members = averages.first { $0.family == family }?.members ?? []
      return Dictionary(
        members.map { ($0.programme.id, $0.weight) }, uniquingKeysWith: { $0 + $1 })
    }
    let ids = rows.map(\.programme).filter { $0.isRanked && $0.family == family }.map(\.id)
    return Dictionary(ids.map { ($0, 1 / Double(ids.count)) }, uniquingKeysWith: { $0 + $1 })
  }

  /// The programmes with the outlays that draws weigh them by: equal ones where averages are simple.
  package var programmesToDraw: [Programme] {
    get throws {
      let programmes = rows.map(\.programme)
      if averagesAreWeighted { return programmes }
      let one = Programme.Outlay(1, unit: model.sam.unit, year: "", evidence: .assumed)
      return try programmes.map {
        try Programme(
          id: $0.id, name: $0.name, family: $0.family, shares: $0.shares, outlay: one,
          isRanked: $0.isRanked)
      }
    }
  }

  /// The average of a family by outlay; if one of the families has no outlays, the simple one.
  func average(of family: Programme.Family, _ column: EffectColumn) -> Double? {
    if averagesAreWeighted { return averages.first { $0.family == family }?.values[column] }
    let values = rows.filter { $0.programme.isRanked && $0.programme.family == family }
      .map { $0.effect[column] }
    guard !values.isEmpty, !values.contains(nil) else { return nil }
    return values.reduce(0) { $0 + ($1 ?? 0) } / Double(values.count)
  }
}
