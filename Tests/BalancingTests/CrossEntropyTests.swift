import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct CrossEntropyTests {
  @Test func `the Mozambique example gives the published objective and cells`() throws {
    let balance = try Mozambique.problem().balanced(by: Mozambique.method)
    #expect(abs(balance.objective - 0.5079604) < 5e-7)
    let published = Published.cells(Mozambique.result)
    #expect(published.count == 28)
    for (cell, value) in published {
      let found = try balance.table[cell.row, cell.column]
      #expect(
        abs(found - value) < 5e-5 * abs(value) || abs(found - value) < 6e-4, "\(cell): \(found)")
    }
    #expect(abs(try #require(balance.worstAccount).gap) < 1e-7)
  }

  @Test func `no residue is left where negative cells were`() throws {
    let prior = try Mozambique.table()
    let problem = BalancingProblem(prior: prior, balancedAccounts: prior.sharedCodes)
    let balance = try problem.balanced(by: CrossEntropy())
    for i in prior.rows.indices {
      for j in prior.columns.indices {
        #expect((prior[i, j] == 0) == (balance.table[i, j] == 0))
        #expect(prior[i, j] * balance.table[i, j] >= 0)
      }
    }
  }

  @Test(arguments: [ErrorSupport.three, .five, .fiveUneven, .seven])
  func `a support has mean zero and the documented variance`(support: ErrorSupport) {
    func moment(_ power: Int) -> Double {
      zip(support.points, support.weights).reduce(0) { sum, pair in
        sum + pair.1 * (0..<power).reduce(1) { value, _ in value * pair.0 }
      }
    }
    #expect(abs(moment(0) - 1) < 1e-15)
    #expect(abs(moment(1)) < 1e-15)
    #expect(abs(moment(2) - (support == .seven ? 4 : 1)) < 1e-14)
    if support == .five || support == .fiveUneven { #expect(abs(moment(4) - 3) < 1e-14) }
  }

  @Test(arguments: [CrossEntropy.ErrorForm.additive, .multiplicative])
  func `errors of cells and controls agree on one multiplier`(form: CrossEntropy.ErrorForm) throws {
    // One cell of 100 and one control of 110, both with the same relative error:
    // they meet half way, in values or in logarithms.
    let prior = try LabelledTable(rows: ["a"], columns: ["b"], values: [[100]])
    let problem = BalancingProblem(
      prior: prior,
      controls: [
        Control(
          "x", terms: [.init(row: .account("a"), column: .account("b"))], target: 110,
          standardError: 10)
      ], reliabilities: [CellAddress("a", "b"): .standardError(10)])
    let balance = try problem.balanced(
      by: CrossEntropy(cells: .errors(.five, form), controlErrors: .five))
    let x = balance.table[0, 0]
    if form == .additive {
      #expect(abs(x - 105) < 1e-10)
    } else {
      #expect(x > 104 && x < 106)
    }
    #expect(abs(balance.controls[0].achieved - x) < 1e-12)
  }

  @Test func `an error cannot exceed its support`() throws {
    let prior = try LabelledTable(rows: ["a"], columns: ["b"], values: [[100]])
    let problem = BalancingProblem(
      prior: prior, controls: [.cell("a", "b", 140, standardError: 1)],
      reliabilities: [CellAddress("a", "b"): .standardError(10)])
    #expect {
      try problem.balanced(
        by: CrossEntropy(cells: .errors(.three, .additive), controlErrors: .five))
    } throws: { error in
      guard case Balance.Failure.unreachable(_, 140, let low, let high)? = error as? Balance.Failure
      else { return false }
      return low == 70 && high == 130
    }
  }
}
