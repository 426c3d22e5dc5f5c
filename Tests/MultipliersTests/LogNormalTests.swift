import Multipliers
import Testing

@Suite("Log-normal incomes")
struct LogNormalTests {
  /// Incomes at the quantiles of many equal parts, by the trapezium rule on the normal density.
  private static func numerically(
    mean: Double, sigma: Double, line: Double, receiving amount: Double = 0
  ) -> (headcount: Double, gap: Double, severity: Double, mean: Double) {
    var sums = (headcount: 0.0, gap: 0.0, severity: 0.0, mean: 0.0)
    let step = 1e-4
    for k in -90_000...90_000 {
      let x = Double(k) * step
      let weight = exponential(-x * x / 2) * 0.3989422804014327 * step
      let income = mean * exponential(sigma * x - sigma * sigma / 2) + amount
      sums.mean += weight * income
      let distance = (line - income) / line
      if distance > 0 {
        sums.headcount += weight
        sums.gap += weight * distance
        sums.severity += weight * distance * distance
      }
    }
    return sums
  }

  /// eˣ by halving and its series, so that the test needs no other library.
  private static func exponential(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    let small = x / 256
    for n in 1...12 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<8 { sum *= sum }
    return sum
  }

  @Test(arguments: [(100.0, 0.3, 70.0), (250, 0.45, 180), (80, 0.15, 90)])
  func `poverty measures agree with their integrals`(
    mean: Double, gini: Double, line: Double
  ) throws {
    let incomes = LogNormal(mean: mean, gini: gini)
    for amount in [0, 20.0] {
      let closed = incomes.poverty(below: line, receiving: amount)
      let sums = Self.numerically(
        mean: mean, sigma: incomes.sigma, line: line, receiving: amount)
      #expect(abs(sums.mean - amount - mean) < 1e-6 * mean)
      #expect(abs(closed.headcount - sums.headcount) < 1e-4)
      #expect(abs(closed.gap - sums.gap) < 1e-6)
      #expect(abs(closed.severity - sums.severity) < 1e-6)
    }
  }

  @Test func `the spread gives the Gini coefficient back`() {
    // G = 2 Φ(σ/√2) - 1, so a headcount below σ/√2 standard deviations gives it.
    for gini in [0.05, 0.2, 0.394, 0.6] {
      let incomes = LogNormal(mean: 1, gini: gini)
      let line = LogNormalTests.exponential(
        incomes.sigma * incomes.sigma / 2.0.squareRoot() - incomes.sigma * incomes.sigma / 2)
      #expect(abs(2 * incomes.poverty(below: line).headcount - 1 - gini) < 1e-12)
    }
  }

  @Test func `who receives the whole line is not poor`() {
    let rest = LogNormal(mean: 100, gini: 0.4).poverty(below: 50, receiving: 50)
    #expect(rest == (0, 0, 0))
  }
}
