import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct RefusalTests {
  private func square() throws -> LabelledTable {
    try LabelledTable(
      rows: ["a", "b", "c"], columns: ["a", "b", "c"],
      values: [[0, 4, 5], [6, 0, 0], [3, 2, 0]])
  }

  /// The failure of a balancing, in words.
  private func failure(
    _ problem: BalancingProblem, by method: some BalancingMethod = CrossEntropy()
  ) -> Balance.Failure? {
    do {
      _ = try problem.balanced(by: method)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["ras", "gras", "cross-entropy", "least-squares"])
  func `totals that disagree are refused with both sums`(method: String) throws {
    let prior = try square()
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [9, 6, 5], columns: [9, 6, 5.5]))
    let found =
      switch method {
      case "ras": failure(problem, by: RAS())
      case "gras": failure(problem, by: GRAS())
      case "cross-entropy": failure(problem)
      default: failure(problem, by: LeastSquares())
      }
    #expect(found == .totalsDisagree(rows: 20, columns: 20.5))
    #expect(try #require(found).diagnostic.description.contains("`Reconciliation`"))
  }

  @Test(arguments: [(Reconciliation.rows, 20.0), (.columns, 20.5), (.mean, 20.25)])
  func `totals that disagree are scaled by the rule that was chosen`(
    rule: Reconciliation, sum: Double
  ) throws {
    let prior = try square()
    var problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [9, 6, 5], columns: [9, 6, 5.5]))
    problem.reconciliation = rule
    let balance = try problem.balanced(by: GRAS())
    #expect(abs(balance.table.rowTotals.reduce(0, +) - sum) < 1e-9)
    #expect(balance.notes.count == 1)
    #expect(balance.controls[0].target == 9)
  }

  @Test func `totals that disagree by rounding are met`() throws {
    let prior = try square()
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [9, 6, 5], columns: [9, 6, 5 + 1e-11]))
    let balance = try problem.balanced(by: RAS())
    #expect(balance.notes.isEmpty)
  }

  @Test(arguments: ["gras", "cross-entropy", "least-squares"])
  func `an empty row with a positive target is refused by name`(method: String) throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[0, 0], [1, 2]])
    let problem = BalancingProblem(prior: prior, controls: [.rowTotal("a", 5)])
    let found =
      switch method {
      case "gras": failure(problem, by: GRAS())
      case "cross-entropy": failure(problem)
      default: failure(problem, by: LeastSquares())
      }
    let words = try #require(found).diagnostic.description
    #expect(words.contains("a'") || words.contains("of a"))
    #expect(words.contains("5"))
  }

  @Test func `a target of the wrong sign is refused with the range`() throws {
    let problem = BalancingProblem(prior: try square(), controls: [.rowTotal("a", -1)])
    #expect(
      failure(problem)
        == .unreachable(
          control: "the control 'row total of a'", target: -1, lowest: 0, highest: .infinity))
  }

  @Test func `a control on a cell that is zero is refused`() throws {
    let problem = BalancingProblem(
      prior: try square(), controls: [.cell("b", "c", 3, standardError: 1)])
    #expect(
      failure(problem)
        == .unreachable(control: "the control 'cell b,c'", target: 3, lowest: 0, highest: 0))
  }

  @Test func `exact controls that contradict each other are all named`() throws {
    let controls = [
      Control.cell("a", "b", 4), .cell("a", "c", 5), .rowTotal("a", 10), .rowTotal("c", 5),
    ]
    let problem = BalancingProblem(prior: try square(), controls: controls)
    guard case .contradictory(let named, let gap)? = failure(problem) else {
      Issue.record("not refused as contradictory")
      return
    }
    #expect(Set(named) == ["cell a,b", "cell a,c", "row total of a"])
    #expect(abs(gap - 1) < 1e-9)
  }

  @Test func `a control that repeats another is welcome`() throws {
    var twin = Control.rowTotal("a", 10)
    twin.id = "the same again"
    let problem = BalancingProblem(
      prior: try square(), controls: [.rowTotal("a", 10), twin],
      balancedAccounts: ["a", "b", "c"])
    let balance = try problem.balanced(by: CrossEntropy())
    #expect(balance.controls.allSatisfy { abs($0.residual) < 1e-11 })
  }

  @Test func `an account that never pays is refused`() throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["a", "b"], values: [[1, 4], [0, 0]])
    let problem = BalancingProblem(prior: prior, balancedAccounts: ["a", "b"])
    #expect(failure(problem) == .oneSided(account: "a", receipts: 4, payments: 0))
    #expect(failure(problem, by: GRAS()) == .oneSided(account: "a", receipts: 4, payments: 0))
  }

  @Test(arguments: ["gras", "cross-entropy"])
  func `zeros that leave no solution are reported with how far it got`(method: String) throws {
    // Row a lives on column x alone, and must be larger than it.
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[4, 0], [6, 5]])
    let problem = BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: [9, 3], columns: [7, 5]))
    let found = method == "gras" ? failure(problem, by: GRAS(rounds: 500)) : failure(problem)
    guard case .didNotConverge(let iterations, let worst, let gap, let suspects)? = found else {
      Issue.record("not refused: \(String(describing: found))")
      return
    }
    #expect(iterations > 0 && gap > 1e-10 && !worst.isEmpty)
    if method == "cross-entropy" {
      #expect(suspects.contains("row total of a") || suspects.contains("column total of x"))
    }
  }

  @Test func `unknown accounts, doubled cells and bad errors name the control`() throws {
    let prior = try square()
    func refusal(_ control: Control) -> Balance.Failure? {
      failure(BalancingProblem(prior: prior, controls: [control]))
    }
    #expect(
      refusal(.rowTotal("aa", 1))
        == .unknownAccount(
          "aa", namedBy: "the control 'row total of aa'", nearest: ["a", "b", "c"]))
    let term = Control.Term(row: .account("a"), column: .account("b"))
    #expect(
      refusal(Control("twice", terms: [term, term], target: 8))
        == .cellTwice(control: "the control 'twice'", cell: CellAddress("a", "b")))
    #expect(
      refusal(.rowTotal("a", 9, standardError: -1))
        == .invalidNumber(
          subject: "the standard error of the control 'row total of a'", value: -1))
    #expect(
      refusal(.rowTotal("a", .infinity))
        == .invalidNumber(subject: "the target of the control 'row total of a'", value: .infinity))
    #expect(
      failure(BalancingProblem(prior: prior, controls: [.rowTotal("a", 9), .rowTotal("a", 9)]))
        == .duplicateControl("row total of a"))
    #expect(
      refusal(Control("kinds", terms: [.init(row: .kind(.household), column: .all)], target: 1))
        == .kindsMissing(control: "the control 'kinds'", accounts: ["a", "b", "c"]))
    #expect(
      refusal(Control("none", terms: [], target: 1))
        == .emptySelection(control: "the control 'none'"))
  }

  @Test func `scaling refuses controls that it cannot meet`() throws {
    let problem = BalancingProblem(
      prior: try square(), controls: [.rowTotal("a", 9, standardError: 1), .cell("a", "b", 3)])
    #expect(
      failure(problem, by: RAS())
        == .unsupported(method: "ras", controls: ["row total of a", "cell a,b"]))
  }

  @Test func `errors of unknown cells, and negative errors, are refused`() throws {
    var problem = BalancingProblem(prior: try square())
    problem.reliabilities = [CellAddress("a", "d"): .fixed]
    guard case .unknownAccount("d", _, _)? = failure(problem) else {
      Issue.record("not refused")
      return
    }
    problem.reliabilities = [CellAddress("a", "b"): .standardError(-2)]
    guard case .invalidNumber(_, -2)? = failure(problem) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func `a cell of a label that does not exist is refused`() throws {
    let table = try square()
    #expect(try table["b", "a"] == 6)
    #expect(
      throws: Balance.Failure.unknownAccount(
        "bb", namedBy: "the row of a cell", nearest: ["b", "a", "c"])
    ) { try table["bb", "a"] }
    #expect(
      throws: Balance.Failure.unknownAccount(
        "d", namedBy: "the column of a cell", nearest: ["a", "b", "c"])
    ) { try table["a", "d"] }
  }

  @Test func `tables with a label twice or a cell that is no number are refused`() {
    #expect(throws: Balance.Failure.duplicateLabel("a")) {
      try LabelledTable(rows: ["a", "a"], columns: ["x"], values: [[1], [2]])
    }
    #expect(throws: Balance.Failure.notFinite(row: "a", column: "y")) {
      try LabelledTable(rows: ["a"], columns: ["x", "y"], values: [[1, .nan]])
    }
    #expect(throws: Balance.Failure.shape(rows: 1, columns: 2)) {
      try LabelledTable(rows: ["a"], columns: ["x", "y"], values: [[1]])
    }
  }
}
