import AccountMatrix
import Balancing
import SAMFixtures
import Testing

<<<<<<< HEAD
=======
/// The macro matrix of Mozambique (Robinson, Cattaneo & El-Said 2001; GAMS model
/// library CESAM2), in thousands.
enum Mozambique {
  static func table() throws -> LabelledTable {
    try BalancingTests.table(
      "ACT COM FAC ENT HOU GOV GIN CAP ROW",
      """
      ACT,COM 14827.424; COM,ACT 7917.504; FAC,ACT 9805.414; ENT,FAC 3699.706; HOU,FAC 6000;
      HOU,ENT 3300; GOV,ACT 733.6; GOV,COM 357.4; GOV,FAC 74.4; GOV,ENT 165.2; CAP,ENT 150;
      ROW,COM 5573.815; ACT,HOU 2101.049; ACT,GOV -0.327; COM,HOU 6953.332; COM,GOV 1564.5;
      COM,GIN 2518.5; COM,CAP 2597.798; ENT,GOV 33; HOU,GOV 29.6; GOV,HOU 139.5; CAP,HOU 649.156;
      CAP,GOV -356.673; CAP,GIN -406.2; ACT,ROW 1488.157; HOU,ROW 200; GIN,ROW 1712.3;
      CAP,ROW 2163.857
      """)
  }

  static let result = """
    ACT,COM 14906.511; ACT,HOU 2060.110; ACT,GOV -.327; ACT,ROW 1387.252; COM,ACT 7851.826;
    COM,HOU 6830.314; COM,GOV 1673.064; COM,GIN 2279.477; COM,CAP 2366.796; FAC,ACT 9827.075;
    ENT,FAC 3650.323; ENT,GOV 33.040; HOU,FAC 6102.599; HOU,ENT 3363.995; HOU,GOV 29.638;
    HOU,ROW 198.437; GOV,ACT 674.645; GOV,COM 343.740; GOV,FAC 74.153; GOV,ENT 165.013;
    GOV,HOU 135.216; GIN,ROW 1878.619; CAP,ENT 154.355; CAP,HOU 669.028; CAP,GOV -342.647;
    CAP,GIN -400.858; CAP,ROW 2286.917; ROW,COM 5751.225
    """

  static func problem() throws -> BalancingProblem {
    let prior = try table()
    var controls: [Control] = []
    for (i, account) in prior.columns.enumerated() {
      let target = (prior.rowTotals[i] + prior.columnTotals[i]) / 2
      var control = Control.columnTotal(account.code, target, standardError: 0.05 * target)
      control.support = .seven
      controls.append(control)
    }
    func term(_ row: String, _ column: String, _ weight: Double = 1) -> Control.Term {
      Control.Term(row: .account(row), column: .account(column), weight: weight)
    }
    for (id, terms) in [
      ("gdpfc", [term("FAC", "ACT")]),
      (
        "gdp",
        [term("FAC", "ACT"), term("GOV", "ACT"), term("ACT", "GOV", -1), term("GOV", "COM")]
      ),
    ] {
      var target = 0.0
      for term in terms {
        guard case .account(let row) = term.row, case .account(let column) = term.column else {
          continue
        }
        target += try term.weight * prior[row, column]
      }
      controls.append(
        Control(id, terms: terms, target: target, standardError: 0.05 * target, support: .five))
    }
    return BalancingProblem(
      prior: prior, controls: controls, balancedAccounts: prior.sharedCodes,
      defaultReliability: .relative(0.25))
  }

  static let method = CrossEntropy(
    cells: .errors(.three, .additive), coefficientColumns: ["ACT", "FAC", "ENT", "HOU"])
}

>>>>>>> h13
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
