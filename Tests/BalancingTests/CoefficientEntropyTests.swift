import AccountMatrix
import Balancing
import SAMFixtures
import Testing

/// The entropy of column coefficients against its first-order conditions, by hand.
struct CoefficientEntropyTests {
  /// With shares a = x / T of the column total T, the sum of a ln(a / a0) is least under row totals,
  /// and column totals of some columns, where ln(x_ij / x0_ij) / T_j = λ_i + μ_j; μ_j is zero for a
  /// column of which no total is asked, and T_j then that of the prior.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a cell moves in proportion to the total of its column`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var prior: [[Double]] = []
    for scale in [1.0, 5, 9] {
      prior.append([1.0, 4, 7, 10].map { scale * $0 * random.number(1, 10) })
    }
    let rows = ["r0", "r1", "r2"]
    let columns = ["c0", "c1", "c2", "c3"]
    var problem = BalancingProblem(
      prior: try LabelledTable(rows: rows, columns: columns, values: prior))
    problem.defaultReliability = .shareOfColumn
    for (i, code) in rows.enumerated() {
      problem.controls.append(
        .rowTotal(code, random.number(0.8, 1.3) * prior[i].reduce(0, +)))
    }
    let target = 1.2 * prior.reduce(0) { $0 + $1[0] }
    problem.controls.append(.columnTotal("c0", target))
    let table = try problem.balanced(by: CrossEntropy()).table
    var totals = (0..<4).map { j in prior.reduce(0) { $0 + $1[j] } }
    totals[0] = target
    func slope(_ i: Int, _ j: Int) -> Double {
      logarithm(table[i, j] / prior[i][j]) / totals[j]
    }
    for i in 0..<3 {
      #expect(abs(slope(i, 1) - slope(i, 2)) < 1e-9)
      #expect(abs(slope(i, 1) - slope(i, 3)) < 1e-9)
      #expect(abs(slope(i, 0) - slope(i, 1) - (slope(0, 0) - slope(0, 1))) < 1e-9)
      #expect(abs(slope(i, 1)) > 1e-6)
    }
  }

  /// The natural logarithm: ln x = 2 artanh((x - 1) / (x + 1)), by its series.
  private func logarithm(_ x: Double) -> Double {
    let t = (x - 1) / (x + 1)
    var power = t
    var sum = 0.0
    for k in 0..<400 {
      sum += power / Double(2 * k + 1)
      power *= t * t
    }
    return 2 * sum
  }
}
