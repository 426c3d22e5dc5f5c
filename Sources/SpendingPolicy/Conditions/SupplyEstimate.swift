/// How harvests of food answered to prices: a slope with its standard error.
package struct SupplyEstimate: Sendable, Equatable {
  /// What the slope says of the supply of food.
  package enum Reading: Sendable, Equatable {
    /// Nearer to fixed output than to output that meets all demand.
    case nearerToFixed
    /// Nearer to output that meets all demand.
    case nearerToFree
    /// Neither can be told.
    case open
  }

  /// The growth of harvests, in per cent, where their relative price rose by one per cent before.
  package let slope: Double
  /// The standard error of the slope.
  package let standardError: Double
  /// The first and the last year.
  package let years: ClosedRange<Int>
  /// Where prices and harvests are from.
  package let citation: String

  /// An estimate from its parts.
  package init(slope: Double, standardError: Double, years: ClosedRange<Int>, citation: String) {
    self.slope = slope
    self.standardError = standardError
    self.years = years
    self.citation = citation
  }

  /// What is told where the slope lies on one side of a half by two standard errors.
  package var reading: Reading {
    if slope + 2 * standardError < 0.5 { return .nearerToFixed }
    return slope - 2 * standardError > 0.5 ? .nearerToFree : .open
  }
}
