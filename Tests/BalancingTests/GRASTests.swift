import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct GRASTests {
  @Test func `the published example is met to its printed digits`() throws {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: JuniusOosterhaven.rows, columns: JuniusOosterhaven.columns))
    let balance = try problem.balanced(by: GRAS())
    #expect(largestDifference(balance.table, JuniusOosterhaven.result) < 1e-6)
    #expect(balance.controls.allSatisfy { abs($0.residual) < 1e-12 * max(1, abs($0.target)) })
  }

  @Test func `the objective without its correction is not what is minimised`() throws {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: JuniusOosterhaven.rows, columns: JuniusOosterhaven.columns))
    let balance = try problem.balanced(by: GRAS())
    #expect(largestDifference(balance.table, JuniusOosterhaven.uncorrected) > 0.5)
  }

  @Test func `cross-entropy of cells is the same optimum, found by Newton's method`() throws {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: JuniusOosterhaven.rows, columns: JuniusOosterhaven.columns))
    let scaled = try problem.balanced(by: GRAS())
    let entropic = try problem.balanced(by: CrossEntropy())
    #expect(largestDifference(scaled.table, entropic.table) < 1e-12)
  }

  @Test func `a column and a row with only negatives are scaled`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b", "c"], columns: ["x", "y"], values: [[4, -1], [6, -2], [0, -3]])
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [5, 4, -4], columns: [13, -8]))
    let balance = try problem.balanced(by: GRAS())
    #expect(balance.controls.allSatisfy { abs($0.residual) < 1e-11 })
    #expect(abs(balance.table[2, 1] + 4) < 1e-12)
    #expect(balance.table[0, 1] < 0 && balance.table[1, 1] < 0)
  }

  @Test func `a row with a target of zero keeps both its signs`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[4, -3], [6, 5]])
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [0, 12], columns: [11, 1]))
    let balance = try problem.balanced(by: GRAS())
    #expect(balance.table[0, 0] > 0 && balance.table[0, 1] < 0)
    #expect(abs(balance.table[0, 0] + balance.table[0, 1]) < 1e-12)
  }

  @Test func `a positive row with a target of zero is emptied`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[4, 3], [6, 5]])
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [0, 12], columns: [7, 5]))
    for table in [
      try problem.balanced(by: GRAS()).table, try problem.balanced(by: CrossEntropy()).table,
    ] {
      #expect(largestDifference(table, [[0, 0], [7, 5]]) < 1e-12)
    }
  }

  @Test func `a fixed cell keeps its value and the others make up for it`() throws {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: JuniusOosterhaven.rows, columns: JuniusOosterhaven.columns),
      reliabilities: [CellAddress("services", "final"): .fixed])
    let balance = try problem.balanced(by: GRAS())
    #expect(try balance.table["services", "final"] == 8)
    #expect(balance.controls.allSatisfy { abs($0.residual) < 1e-9 })
  }

  @Test func `accounts without totals balance by one factor each`() throws {
    let mozambique = try Mozambique.table()
    let problem = BalancingProblem(
      prior: mozambique, balancedAccounts: mozambique.sharedCodes)
    let scaled = try problem.balanced(by: GRAS())
    let entropic = try problem.balanced(by: CrossEntropy())
    #expect(largestDifference(scaled.table, entropic.table) < 1e-9)
    #expect(try #require(scaled.worstAccount).isBalanced)
  }
}
