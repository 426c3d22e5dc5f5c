import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct RASTests {
  @Test func `Miller and Blair's table is met to its printed digits`() throws {
    let balance = try MillerBlair.problem().balanced(by: RAS())
    #expect(largestDifference(balance.table, MillerBlair.result) < 5.1e-7)
  }

  @Test func `GRAS and cross-entropy equal RAS where nothing is negative`() throws {
    let problem = try MillerBlair.problem()
    let ras = try problem.balanced(by: RAS()).table
    #expect(largestDifference(ras, try problem.balanced(by: GRAS()).table) < 1e-13)
    #expect(largestDifference(ras, try problem.balanced(by: CrossEntropy()).table) < 1e-12)
  }

  @Test func `entropy of coefficients equals RAS only where columns are not scaled`() throws {
    // With exact column totals the share in a column is the cell over its total,
    // so both distances differ by the weights of columns.
    var problem = try MillerBlair.problem()
    problem.defaultReliability = .shareOfColumn
    let coefficients = try problem.balanced(by: CrossEntropy())
    let ras = try problem.balanced(by: RAS()).table
    #expect(coefficients.controls.allSatisfy { abs($0.residual) < 1e-10 })
    #expect(largestDifference(coefficients.table, ras) > 1e-3)
  }

  @Test func `negative cells are refused with the first of them`() throws {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(prior: prior)
    #expect(throws: Balance.Failure.negativeCells(count: 2, first: CellAddress("goods", "exports")))
    {
      try problem.balanced(by: RAS())
    }
  }
}
