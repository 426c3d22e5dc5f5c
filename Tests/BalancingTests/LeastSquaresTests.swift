import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct LeastSquaresTests {
  @Test func `the SAMBAL example is met to its printed digits`() throws {
    let balance = try ZeniosDrudMulvey.problem().balanced(by: LeastSquares())
    let printed = Published.cells(
      """
      lab,h1 14.427805; lab,h2 2.885561; lab,p1 126.825232; lab,p2 84.253596; p1,h1 15.868982;
      p1,h2 137.531181; p1,p2 22.984969; p2,h1 22.184102; p2,h2 35.494562; p2,p1 49.559900;
      h1,lab 52.480889; h2,lab 175.911304
      """)
    #expect(printed.count == 12)
    for (cell, value) in printed {
      let found = try balance.table[cell.row, cell.column]
      #expect(abs(found - value) < 5.1e-7, "\(cell)")
    }
    #expect(abs(balance.objective - 3.968220) < 5.1e-7)
    #expect(try #require(balance.worstAccount).isBalanced)
  }

  @Test func `the residual of a control with an error is its variance times its multiplier`() throws
  {
    // One cell x0 = 10 (s.e. 1) against a control of 12 (s.e. 2): the weighted mean.
    let prior = try LabelledTable(rows: ["a"], columns: ["b"], values: [[10]])
    let problem = BalancingProblem(
      prior: prior, controls: [.cell("a", "b", 12, standardError: 2)],
      reliabilities: [CellAddress("a", "b"): .standardError(1)])
    let balance = try problem.balanced(by: LeastSquares())
    #expect(abs(balance.table[0, 0] - (10 * 4 + 12 * 1) / 5) < 1e-13)
    #expect(abs(try #require(balance.controls[0].standardised) + 0.8) < 1e-13)
    #expect(abs(balance.objective - (0.4 * 0.4 + 0.8 * 0.8)) < 1e-13)
  }

  @Test func `cells stop at zero where signs are kept, and the rest is optimal`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b", "c"], columns: ["x"], values: [[1], [10], [20]])
    let control = Control(
      "spread",
      terms: [
        .init(row: .account("a"), column: .all, weight: 2),
        .init(row: .account("b"), column: .all, weight: 1),
        .init(row: .account("c"), column: .all, weight: 1),
      ], target: 20)
    let equal = [("a", 1.0), ("b", 1), ("c", 1)].map {
      (CellAddress($0, "x"), CellReliability.standardError($1))
    }
    let problem = BalancingProblem(
      prior: prior, controls: [control], reliabilities: Dictionary(uniqueKeysWithValues: equal))
    let free = try problem.balanced(by: LeastSquares())
    #expect(free.signChanges.map(\.cell.row) == ["a"])
    let kept = try problem.balanced(by: LeastSquares(keepsSigns: true))
    #expect(kept.signChanges.isEmpty)
    #expect(largestDifference(kept.table, [[0], [5], [15]]) < 1e-12)
  }

  @Test func `unknown cells that nothing determines are named`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[0, 0], [3, 4]])
    let unknown = [CellAddress("a", "x"), CellAddress("a", "y")]
    let problem = BalancingProblem(
      prior: prior, controls: [.rowTotal("a", 5)],
      reliabilities: [unknown[0]: .unknown, unknown[1]: .unknown])
    #expect {
      try problem.balanced(by: LeastSquares())
    } throws: { error in
      guard case Balance.Failure.undetermined(let cells)? = error as? Balance.Failure else {
        return false
      }
      return Set(cells) == Set(unknown)
    }
  }
}
