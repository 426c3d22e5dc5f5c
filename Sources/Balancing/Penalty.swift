internal import Glibc

/// What a departure from the prior costs, as seen from the dual problem.
///
/// For a departure y with loss f(y), the dual knows the conjugate
/// f*(a) = sup (a y - f(y)), whose slope is the departure itself.
///
/// Reference: Golan, Judge & Miller 1996, chapter 3; Boyd & Vandenberghe 2004,
/// Convex Optimization, section 3.3.
enum Penalty: Sendable {
  /// f(y) = y² / 2v.
  case quadratic(variance: Double)
  /// The same, for a cell that may not cross zero.
  case signKeeping(prior: Double, variance: Double)
  /// f = (x₀² / v) (z ln(z / e) + 1) with z = (x₀ + y) / x₀: a cell keeps its sign,
  /// and a negative one is treated as in GRAS (Lenzen, Wood & Gallego 2007).
  case entropic(prior: Double, variance: Double)
  /// f(y) = min Σ w ln(w / w̄) over probabilities w with Σ w d p = y.
  case support(ErrorSupport, deviation: Double)

  /// The penalty of an error of a known size.
  static func error(_ support: ErrorSupport, deviation: Double) -> Penalty {
    support == .normal
      ? .quadratic(variance: deviation * deviation) : .support(support, deviation: deviation)
  }

  /// The departure, its slope and the conjugate at one dual value.
  struct Response {
    /// The departure from the prior.
    var departure: Double
    /// The value itself, where it is known better than prior plus departure: a
    /// cell that all but vanishes keeps its digits.
    var value: Double?
    /// How fast the departure grows with the dual value.
    var slope: Double
    /// The conjugate f*(a).
    var conjugate: Double
  }

  func response(to a: Double) -> Response {
    switch self {
    case .quadratic(let variance):
      return Response(departure: variance * a, slope: variance, conjugate: variance * a * a / 2)
    case .signKeeping(let prior, let variance):
      let departure = variance * a
      if (prior + departure) * prior > 0 {
        return Response(departure: departure, slope: variance, conjugate: departure * a / 2)
      }
      return Response(
        departure: -prior, value: 0, slope: 0,
        conjugate: -prior * a - prior * prior / (2 * variance))
    case .entropic(let prior, let variance):
      let exponent = variance * a / prior
      let growth = expm1(exponent)
      let factor = exp(exponent)
      return Response(
        departure: prior * growth, value: prior * factor, slope: variance * factor,
        conjugate: prior * prior / variance * (growth - exponent))
    case .support(let support, let deviation):
      let exponent = a * deviation
      var largest = -Double.infinity
      for point in support.points { largest = max(largest, exponent * point) }
      var sum = 0.0
      var first = 0.0
      var second = 0.0
      for (point, weight) in zip(support.points, support.weights) {
        let share = weight * exp(exponent * point - largest)
        sum += share
        first += share * point
        second += share * point * point
      }
      let mean = first / sum
      return Response(
        departure: deviation * mean, slope: deviation * deviation * (second / sum - mean * mean),
        conjugate: largest + log(sum))
    }
  }

  /// The loss of the departure that a dual value calls for.
  func loss(at a: Double) -> Double {
    let response = response(to: a)
    // A departure of exactly zero costs nothing, also where a is infinite.
    return response.departure == 0 ? 0 : a * response.departure - response.conjugate
  }

  /// The lowest and the highest departure.
  var range: ClosedRange<Double> {
    switch self {
    case .quadratic: -.infinity ... .infinity
    case .signKeeping(let prior, _), .entropic(let prior, _):
      prior > 0 ? -prior ... .infinity : -.infinity ... -prior
    case .support(let support, let deviation):
      -support.reach * deviation...support.reach * deviation
    }
  }
}
