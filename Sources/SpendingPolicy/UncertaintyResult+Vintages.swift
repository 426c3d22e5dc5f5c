extension UncertaintyResult {
  /// A programme on this matrix, and on others of which each is a scenario of its own.
  package struct AcrossMatrices: Sendable, Equatable {
    /// The programme, or the average of a family.
    package let programme: String
    /// The figure of this matrix.
    package let point: Double
    /// Nine of ten draws of this matrix.
    package let band: ClosedRange<Double>
    /// The standard deviation between the matrices, this one among them.
    package let deviation: Double
    /// The band that holds the draws of this matrix and the spread between matrices.
    package let across: ClosedRange<Double>
    /// The other matrices, and whether the band of each holds the figure of this one.
    package let held: [(scenario: String, isHeld: Bool)]

    /// Whether all parts are equal.
    package static func == (left: AcrossMatrices, right: AcrossMatrices) -> Bool {
      left.programme == right.programme && left.point == right.point && left.band == right.band
        && left.across == right.across && left.held.elementsEqual(right.held, by: ==)
    }
  }

  /// How far the GDP multipliers of this matrix lie from those of others: the component between
  /// matrices, and the backtest of the bands.
  ///
  /// The band across matrices is the point, plus and minus 1.645 standard deviations of which the
  /// square is the variance of the draws plus that between the matrices.
  ///
  /// - Parameters:
  ///   - base: the scenario of this matrix.
  ///   - vintages: the scenarios of the others.
  /// - Returns: one for each programme that has a figure of this matrix and of another.
  /// - Throws: `LookupFailure` for a scenario that the run does not have.
  package func acrossMatrices(
    base: String, vintages: [String]
  ) throws(LookupFailure) -> [AcrossMatrices] {
    guard !vintages.isEmpty else { return [] }
    var found: [AcrossMatrices] = []
    for programme in programmes {
      guard let own = try bandIfMeasured(of: programme, .gdpFactorCost, in: base) else { continue }
      var others: [Band] = []
      for vintage in vintages {
        if let other = try bandIfMeasured(of: programme, .gdpFactorCost, in: vintage) {
          others.append(other)
        }
      }
      guard !others.isEmpty else { continue }
      let points = [own.point] + others.map { $0.point }
      let mean = points.reduce(0, +) / Double(points.count)
      let between =
        points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(points.count - 1)
      let (low, high) = (own.percentile(0.05), own.percentile(0.95))
      let within = (high - low) / (2 * Self.normalQuantile95)
      let width = Self.normalQuantile95 * (within * within + between).squareRoot()
      found.append(
        AcrossMatrices(
          programme: programme, point: own.point, band: low...max(low, high),
          deviation: between.squareRoot(), across: (own.point - width)...(own.point + width),
          held: others.map { other in
            (
              scenario: other.scenario,
              isHeld: other.percentile(0.05) <= own.point && own.point <= other.percentile(0.95)
            )
          }))
    }
    return found
  }

  /// The 95th percentile of a standard normal number.
  private static var normalQuantile95: Double { 1.6448536269514722 }
}
