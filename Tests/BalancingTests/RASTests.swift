import AccountMatrix
import Balancing
import Testing

/// Miller & Blair 2009, section 7.4.2, as in GAMS model library IOBALANCE.
enum MillerBlair {
  static let coefficients = [
    [0.120, 0.100, 0.049], [0.210, 0.247, 0.265], [0.026, 0.249, 0.145],
  ]
  static let outputs = [421.0, 284, 283]
  static let rows = [245.0, 136, 159]
  static let columns = [251.0, 107, 182]
  static let result = [
    [165.210148, 34.613605, 45.176247], [63.528620, 18.786178, 53.685202],
    [22.261232, 53.600217, 83.138550],
  ]

  static func problem() throws -> BalancingProblem {
    let flows = coefficients.map { row in zip(row, outputs).map { $0 * $1 } }
    let codes = ["one", "two", "three"]
    let prior = try LabelledTable(rows: codes, columns: codes, values: flows)
    return BalancingProblem(prior: prior, controls: totals(prior, rows: rows, columns: columns))
  }
}

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
