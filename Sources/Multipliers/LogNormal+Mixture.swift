internal import Glibc

extension LogNormal {
  /// The Gini coefficient of people in several log-normal groups: half the mean distance of two
  /// people over the mean.
  ///
  /// For two groups E max(X, Y) = m Φ((μ - ν + σ²) / s) + n Φ((ν - μ + τ²) / s), s² = σ² + τ².
  static func gini(of groups: [LogNormal], weights: [Double]) -> Double {
    let people = weights.reduce(0, +)
    var mean = 0.0
    for (group, weight) in zip(groups, weights) { mean += weight / people * group.mean }
    guard mean > 0 else { return 0 }
    var distance = 0.0
    for (one, first) in zip(groups, weights) {
      for (other, second) in zip(groups, weights) {
        let (a, b) = (one.sigma * one.sigma, other.sigma * other.sigma)
        let spread = (a + b).squareRoot()
        let logs = log(one.mean) - a / 2 - (log(other.mean) - b / 2)
        let larger =
          one.mean * normal((logs + a) / spread) + other.mean * normal((b - logs) / spread)
        distance += first * second / people / people * (2 * larger - one.mean - other.mean)
      }
    }
    return distance / 2 / mean
  }

  /// The groups with their means drawn together or apart, the mean of all kept, so that all people
  /// have a Gini coefficient; `nil` where none of the powers from 0 to 4 does it.
  static func scaled(
    _ groups: [LogNormal], weights: [Double], toGini gini: Double
  ) -> [LogNormal]? {
    let people = weights.reduce(0, +)
    func mean(_ groups: [LogNormal]) -> Double {
      zip(groups, weights).reduce(0) { $0 + $1.1 / people * $1.0.mean }
    }
    let all = mean(groups)
    func drawn(_ power: Double) -> [LogNormal] {
      let raised = groups.map { $0.scaled(by: pow($0.mean / all, power - 1)) }
      let factor = all / mean(raised)
      return raised.map { $0.scaled(by: factor) }
    }
    func excess(_ power: Double) -> Double {
      Self.gini(of: drawn(power), weights: weights) - gini
    }
    var (low, high) = (0.0, 4.0)
    guard excess(low) <= 0, excess(high) >= 0 else { return nil }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if excess(middle) < 0 { low = middle } else { high = middle }
    }
    return drawn((low + high) / 2)
  }
}
