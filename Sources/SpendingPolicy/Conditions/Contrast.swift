extension Comparison {
  /// The averages of the two families under one condition, and which does more.
  package struct Contrast: Sendable {
    /// Which of the two averages is larger.
    package enum Order: Sendable, Hashable, CaseIterable {
      /// That of social protection.
      case protectionMore
      /// That of other public spending.
      case othersMore
      /// Neither, by the margin of verdicts or because a band of the difference holds zero.
      case same
    }

    /// The condition.
    package let condition: Condition
    /// The average of social protection.
    package let protection: Double
    /// The average of other public spending.
    package let others: Double
    /// Where nine of ten draws of the difference lie, where it was drawn.
    package let band: ClosedRange<Double>?

    /// A contrast from its parts.
    package init(
      condition: Condition, protection: Double, others: Double, band: ClosedRange<Double>? = nil
    ) {
      self.condition = condition
      self.protection = protection
      self.others = others
      self.band = band
    }

    /// By how much social protection does more.
    package var difference: Double { protection - others }

    /// The order, unless a band holds zero or the averages are less than the margin apart.
    package var order: Order {
      if let band, band.contains(0) { return .same }
      return switch Verdict.order(protection, others) {
      case nil: .same
      case true?: .protectionMore
      case false?: .othersMore
      }
    }
  }
}

extension Comparison.Condition {
  /// The contrast of a column; `nil` unless both averages have it.
  package func contrast(on column: EffectColumn) -> Comparison.Contrast? {
    guard let protection = comparison.average(of: .socialProtection, column),
      let others = comparison.average(of: .otherPublicSpending, column)
    else { return nil }
    return Comparison.Contrast(
      condition: self, protection: protection, others: others,
      band: column == .gdpFactorCost
        ? differenceBand : column == .incomeBottom40 ? poorestBand : nil)
  }
}

extension [Comparison.Contrast] {
  /// The contrasts of an order.
  package func of(_ order: Comparison.Contrast.Order) -> [Comparison.Contrast] {
    filter { $0.order == order }
  }

  /// From the least to the largest of a value; zero where there is no contrast.
  package func span(_ value: (Comparison.Contrast) -> Double) -> (low: Double, high: Double) {
    let values = map(value)
    return (low: values.min() ?? 0, high: values.max() ?? 0)
  }

  /// The orders that occur.
  package var orders: Set<Comparison.Contrast.Order> { Set(map { $0.order }) }
}
