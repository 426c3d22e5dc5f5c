internal import Glibc

/// A log-normal distribution of income per head, given by its mean and its Gini coefficient.
///
/// σ = √2 Φ⁻¹((1 + G) / 2) and μ = ln(mean) - σ²/2.
///
/// Reference: Aitchison & Brown 1957, The Lognormal Distribution, section 11.4.
package struct LogNormal: Sendable, Equatable {
  /// The mean.
  package let mean: Double
  /// The standard deviation of the logarithm.
  package let sigma: Double

  /// A distribution with a mean above zero and a Gini coefficient in (0, 1).
  package init(mean: Double, gini: Double) {
    precondition(mean > 0 && gini > 0 && gini < 1, "a mean above 0 and a Gini between 0 and 1")
    self.mean = mean
    sigma = 2.0.squareRoot() * Self.normalQuantile((1 + gini) / 2)
  }

  /// Foster-Greer-Thorbecke measures below a line z: headcount, gap and squared gap,
  /// P_a = E[((z - y) / z)^a; y < z] for a = 0, 1, 2.
  ///
  /// Reference: Foster, Greer & Thorbecke 1984, Econometrica 52(3):761-766.
  package func poverty(below line: Double) -> (headcount: Double, gap: Double, severity: Double) {
    guard line > 0 else { return (0, 0, 0) }
    let distance = (log(line) - log(mean)) / sigma + sigma / 2
    let ratio = mean / line
    let people = Self.normal(distance)
    let income = ratio * Self.normal(distance - sigma)
    let square = ratio * ratio * exp(sigma * sigma) * Self.normal(distance - 2 * sigma)
    return (people, people - income, people - 2 * income + square)
  }

  /// The same measures if everybody receives an amount on top.
  package func poverty(
    below line: Double, receiving amount: Double
  ) -> (headcount: Double, gap: Double, severity: Double) {
    let rest = poverty(below: line - amount)
    let scale = max(0, line - amount) / line
    return (rest.headcount, scale * rest.gap, scale * scale * rest.severity)
  }

  /// Everybody's income times a factor above zero.
  package func scaled(by factor: Double) -> LogNormal {
    LogNormal(mean: mean * factor, sigma: sigma)
  }

  private init(mean: Double, sigma: Double) {
    self.mean = mean
    self.sigma = sigma
  }

  /// Φ, the standard normal distribution function.
  static func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// Φ⁻¹ for a probability of one half or more, by halving.
  private static func normalQuantile(_ probability: Double) -> Double {
    var low = 0.0
    var high = 40.0
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if normal(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
