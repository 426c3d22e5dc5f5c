/// How far the GDP multiplier of a programme may lie from its point, from draws.
public struct ProgrammeBand: Sendable, Equatable {
  /// The programme's identifier, or `Uncertainty.average(of:)` for the average of a family.
  public let programme: String
  /// The fifth percentile.
  public let low: Double
  /// The ninety-fifth percentile.
  public let high: Double

  /// A band from its parts.
  package init(programme: String, low: Double, high: Double) {
    self.programme = programme
    self.low = low
    self.high = high
  }

  /// The band for an amount from that for one franc.
  package func times(_ amount: Double) -> ProgrammeBand {
    ProgrammeBand(programme: programme, low: low * amount, high: high * amount)
  }
}
