import LinearAlgebra
import Multipliers
import SocialAccounting
import Testing

/// Drawn shares against the moments of the Dirichlet distribution (Kotz, Balakrishnan & Johnson 2000,
/// chapter 49): of shares b and concentration κ, Var(b_i) = b_i (1 - b_i) / (κ + 1).
struct DirichletTests {
  /// The column `j` pays 50, 30 and 40, and is paid 20 by what it subsidises: its positive shares add
  /// to 1.2.
  private static let payments = [50.0, 30, 40, -20]

  private func draws(error: Double) throws -> SpendingDraws {
    let codes = ["a", "b", "c", "subsidy", "j"]
    let flows = codes.indices.map { i in
      codes.indices.map { $0 == 4 && i < 4 ? Self.payments[i] : 0 }
    }
    let sam = try SocialAccountingMatrix(
      accounts: codes.map { Account(code: $0) }, flows: flows, unit: .unstated, title: "Column")
    return try SpendingDraws(
      sam, rows: Array(codes.indices), columns: [4],
      grades: SourceGrades(
        relativeErrors: ["G": error], entries: [SourceGrades.Entry("j", "G")]))
  }

  /// A grade's relative error is that of a share of one tenth, for which (1 - b) / b is nine.
  @Test(arguments: [0.1, 0.5, 1.2])
  func `the variance of a column is that of its shares`(error: Double) throws {
    let draws = try draws(error: error)
    #expect(abs(try #require(draws.concentrations[0]) + 1 - 9 / (error * error)) < 1e-9)
    let shares = Self.payments.map { $0 / 100 }
    for i in 0..<3 {
      var unit = [0.0, 0, 0, 0, 0]
      unit[i] = 1
      let part = shares[i] / 1.2
      let expected = 1.2 * 1.2 * part * (1 - part) * error * error / 9
      #expect(abs(draws.variance(ofColumn: 0, weighing: unit) / expected - 1) < 1e-12)
    }
    // What all shares are worth alike does not vary, nor does what is held.
    #expect(draws.variance(ofColumn: 0, weighing: [3, 3, 3, 9, 0]) < 1e-15)
    // Of two shares, the covariance -b_i b_j / (κ + 1) counts.
    let (p, q) = (shares[0] / 1.2, shares[1] / 1.2)
    let both = 1.44 * (4 * p * (1 - p) + q * (1 - q) - 4 * p * q) * error * error / 9
    #expect(abs(draws.variance(ofColumn: 0, weighing: [2, 1, 0, 0, 0]) / both - 1) < 1e-12)
  }

  @Test(arguments: [0.3, 1.5])
  func `draws have these means and variances`(error: Double) throws {
    let draws = try draws(error: error)
    let count = 6000
    var (sums, squares) = ([0.0, 0, 0], [0.0, 0, 0])
    for draw in 0..<count {
      let shares = draws.table(seed: 7, draw: UInt64(draw)).shares
      #expect(abs(shares[0, 0] + shares[1, 0] + shares[2, 0] - 1.2) < 1e-12)
      #expect(shares[3, 0] == -0.2)
      for i in 0..<3 {
        sums[i] += shares[i, 0]
        squares[i] += shares[i, 0] * shares[i, 0]
      }
    }
    for i in 0..<3 {
      let mean = sums[i] / Double(count)
      let variance = squares[i] / Double(count) - mean * mean
      var unit = [0.0, 0, 0, 0, 0]
      unit[i] = 1
      let expected = draws.variance(ofColumn: 0, weighing: unit)
      // Four standard errors of a mean; a variance of so many draws is known to a tenth.
      #expect(abs(mean - Self.payments[i] / 100) < 4 * (expected / Double(count)).squareRoot())
      #expect(abs(variance / expected - 1) < 0.1, "\(i)")
    }
  }
}
