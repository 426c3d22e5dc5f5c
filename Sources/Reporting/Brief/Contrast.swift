internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

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
