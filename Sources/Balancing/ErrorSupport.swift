/// The errors that are possible before the data speak: points in standard
/// errors, each with a prior probability.
///
/// The error of a figure is the mean of the points under posterior
/// probabilities w that minimise Σ w ln(w / w̄). No error can exceed the
/// outermost point; `normal` has no such bound.
///
/// Reference: Golan, Judge & Miller 1996, Maximum Entropy Econometrics;
/// Robinson, Cattaneo & El-Said 2001, Economic Systems Research 13(1):47-64.
public struct ErrorSupport: Sendable, Equatable {
  /// The points, in standard errors, ascending.
  package let points: [Double]
  /// The prior probability of each point.
  package let weights: [Double]

  private init(_ points: [Double], _ weights: [Double]) {
    self.points = points
    self.weights = weights
  }

  /// Three points: -3, 0 and 3 with 1/18, 16/18 and 1/18: variance 1, kurtosis 9.
  public static let three = ErrorSupport([-3, 0, 3], [1.0 / 18, 16.0 / 18, 1.0 / 18])

  /// Five even points from -3 to 3: variance 1 and kurtosis 3, as a normal error.
  public static let five = ErrorSupport(
    [-3, -1.5, 0, 1.5, 3], [1.0 / 162, 16.0 / 81, 48.0 / 81, 16.0 / 81, 1.0 / 162])

  /// Five points -3, -1, 0, 1 and 3: variance 1 and kurtosis 3, as a normal error.
  package static let fiveUneven = ErrorSupport(
    [-3, -1, 0, 1, 3], [1.0 / 72, 27.0 / 72, 16.0 / 72, 27.0 / 72, 1.0 / 72])

  /// Seven even points from -3 to 3 of equal probability: variance 4.
  package static let seven = ErrorSupport(
    [-3, -2, -1, 0, 1, 2, 3], [Double](repeating: 1.0 / 7, count: 7))

  /// A normal error: the limit of many points, without a bound.
  public static let normal = ErrorSupport([], [])

  /// The largest possible error, in standard errors.
  package var reach: Double { points.last ?? .infinity }
}
