package import AccountMatrix
package import GeneralEquilibrium
internal import LinearAlgebra
internal import Multipliers

/// What a franc does to real GDP over the elasticity with which one factor is supplied, from fully
/// employed (zero) to idle (infinite), and where the families change places.
///
/// The elasticity is the dial of idle capacity: a share of idle capacity has no unique counterpart,
/// since the response falls with the size of the shock.
package struct SupplyElasticityCurve: Sendable {
  /// The value of every programme and average at one elasticity.
  package struct Point: Sendable, Equatable {
    /// The elasticity of supply to the real reward; infinite is idle.
    package let elasticity: Double
    /// What a franc does to real GDP, by row of the comparison.
    package let programmes: [Double]
    /// The averages of social protection and of other public spending, where there are both.
    package let averages: [Double]

    /// Where the elasticity stands between fully employed and idle.
    package var place: Double { SupplyElasticityCurve.place(of: elasticity) }
  }

  /// Where an elasticity stands between fully employed, 0, and idle, 1: η / (1 + η).
  package static func place(of elasticity: Double) -> Double {
    elasticity == .infinity ? 1 : elasticity / (1 + elasticity)
  }

  /// The factor whose supply is varied.
  package let factor: AccountSelector
  /// The regime in which it is.
  package let regime: Regime
  /// The comparison.
  package let comparison: Comparison
  /// From fully employed to idle.
  package let points: [Point]
  /// The elasticities at which the averages of the families are equal.
  package let crossings: [Double]

  /// Varies the supply of a factor.
  ///
  /// - Parameters:
  ///   - factor: the factor, where the regime lets it be scarce.
  ///   - comparison: the programmes, and who pays.
  ///   - regime: everything else.
  /// - Throws: `RegimeComparison.Failure.setting` if the matrix has no such factor.
  /// - Complexity: one factorisation for each point, and a few for each crossing.
  package init(
    of factor: AccountSelector, for comparison: Comparison, under regime: Regime = .shortRun,
    elasticities: Elasticities = .standard, tolerance: Double? = nil
  ) throws(RegimeComparison.Failure) {
    let sam = comparison.model.sam
    guard sam.accounts.contains(where: { ($0.kind?.isFactor ?? false) && factor.contains($0) })
    else {
      throw .setting(
        "supply of \(factor)", reason: "the matrix has no factor that is '\(factor)'")
    }
    let weights = [Programme.Family.socialProtection, .otherPublicSpending].map {
      comparison.weights(of: $0)
    }
    func point(at elasticity: Double) throws(RegimeComparison.Failure) -> Point {
      let effects = try RegimeComparison(
        of: comparison, under: [regime.supplying(factor, at: elasticity, in: sam)],
        elasticities: elasticities, tolerance: tolerance, indicators: [.realGDPFactorCost])
      let values = effects.effects[0].map { $0.values[.realGDPFactorCost] ?? 0 }
      var averages: [Double] = []
      for family in weights where !family.isEmpty {
        averages.append(
          zip(comparison.rows, values).reduce(0) {
            $0 + (family[$1.0.programme.id] ?? 0) * $1.1
          })
      }
      return Point(
        elasticity: elasticity, programmes: values, averages: averages.count == 2 ? averages : [])
    }
    var points: [Point] = []
    for elasticity in Self.elasticities { points.append(try point(at: elasticity)) }
    var crossings: [Double] = []
    for (left, right) in zip(points, points.dropFirst()) where left.averages.count == 2 {
      let (a, b) = (Self.lead(left), Self.lead(right))
      if a == 0 { crossings.append(left.elasticity) }
      guard a * b < 0 else { continue }
      let place = try RootFinding.crossing(
        between: (x: left.place, value: a), and: (x: right.place, value: b), tolerance: 1e-6
      ) { place throws(RegimeComparison.Failure) in Self.lead(try point(at: place / (1 - place))) }
      crossings.append(place / (1 - place))
    }
    self.factor = factor
    self.regime = regime
    self.comparison = comparison
    self.points = points
    self.crossings = crossings
  }

  /// The curves of skilled labour and of capital in the short run, where the matrix has them.
  ///
  /// - Throws: `RegimeComparison.Failure`.
  package static func standard(
    for comparison: Comparison, elasticities: Elasticities = .standard, tolerance: Double? = nil
  ) throws(RegimeComparison.Failure) -> [SupplyElasticityCurve] {
    var curves: [SupplyElasticityCurve] = []
    for factor in [AccountSelector.labour(.skilled), .kind(.capital)]
    where comparison.model.sam.accounts.contains(where: {
      ($0.kind?.isFactor ?? false) && factor.contains($0)
    }) {
      curves.append(
        try SupplyElasticityCurve(
          of: factor, for: comparison, elasticities: elasticities, tolerance: tolerance))
    }
    return curves
  }

  /// From fully employed to idle.
  private static let elasticities = [0, 0.25, 0.5, 1, 2, 4, 8, Double.infinity]

  private static func lead(_ point: Point) -> Double { point.averages[0] - point.averages[1] }
}
