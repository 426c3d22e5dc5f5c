import AccountMatrix
import Balancing
import SAMFixtures
import Testing

/// The methods, each as it is used by default and with errors.
enum Method: String, CaseIterable, CustomTestStringConvertible {
  case ras, gras, leastSquares, leastSquaresKeepingSigns, crossEntropy, coefficients
  case additiveErrors, multiplicativeErrors

  var testDescription: String { rawValue }

  /// Whether the method takes controls with errors.
  var takesErrors: Bool { self != .ras && self != .gras }

  /// Whether the method leaves zeros at zero and signs as they are.
  var keepsSigns: Bool { self != .leastSquares && self != .additiveErrors }

  func balance(_ problem: BalancingProblem) throws -> Balance {
    var problem = problem
    switch self {
    case .ras: return try problem.balanced(by: RAS())
    case .gras: return try problem.balanced(by: GRAS())
    case .leastSquares: return try problem.balanced(by: LeastSquares())
    case .leastSquaresKeepingSigns:
      return try problem.balanced(by: LeastSquares(keepsSigns: true))
    case .crossEntropy: return try problem.balanced(by: CrossEntropy())
    case .coefficients:
      problem.defaultReliability = .shareOfColumn
      return try problem.balanced(by: CrossEntropy(controlErrors: .seven))
    case .additiveErrors:
      problem.defaultReliability = .relative(0.4)
      return try problem.balanced(
        by: CrossEntropy(cells: .errors(.five, .additive), controlErrors: .five))
    case .multiplicativeErrors:
      problem.defaultReliability = .relative(0.4)
      return try problem.balanced(
        by: CrossEntropy(
          cells: .errors(.five, .multiplicative),
          coefficientColumns: Set(problem.prior.columns.prefix(3).map(\.code)),
          controlErrors: .five))
    }
  }
}

/// A random matrix with noise, and controls that its true values met.
struct RandomCase {
  var prior: LabelledTable
  var truth: LabelledTable
  var controls: [Control] = []

  init(
    seed: UInt64, accounts: Int = 12, negativeShare: Double = 0, noise: Double = 0.15,
    errors: Bool = true
  ) throws {
    var generator = SplitMix64(seed: seed)
    let flows = randomBalancedFlows(
      accounts: accounts, circuits: 4 * accounts, negativeShare: negativeShare, using: &generator)
    let codes = (0..<accounts).map { "a\($0)" }
    truth = try LabelledTable(rows: codes, columns: codes, values: flows)
    prior = try LabelledTable(
      rows: codes, columns: codes, values: noisy(flows, by: noise, using: &generator))
    guard errors else {
      controls = Published.totals(truth, rows: truth.rowTotals, columns: truth.columnTotals)
      return
    }
    for i in 0..<accounts where i.isMultiple(of: 3) {
      let total = truth.rowTotals[i]
      let deviation = 0.05 * abs(total)
      controls.append(
        .rowTotal(
          codes[i], total + deviation * generator.number(-1, 1), standardError: deviation))
    }
    controls.append(.columnTotal(codes[1], truth.columnTotals[1]))
    controls.append(
      Control(
        "ratio",
        terms: [
          .init(row: .account(codes[2]), column: .all),
          .init(
            row: .account(codes[4]), column: .all, weight: -truth.rowTotals[2] / truth.rowTotals[4]),
        ], target: 0))
  }

  var problem: BalancingProblem {
    BalancingProblem(
      prior: prior, controls: controls, balancedAccounts: prior.sharedCodes,
      defaultReliability: .relative(0.2))
  }

  /// The problem as a method can take it.
  func problem(for method: Method) -> BalancingProblem {
    var problem = problem
    if !method.takesErrors { problem.controls.removeAll { $0.exactRow == nil } }
    return problem
  }
}

extension Control {
  fileprivate var exactRow: String? {
    guard isExact, terms.count == 1, case .account(let code) = terms[0].row else { return nil }
    return code
  }
}

@Suite struct IdentityTests {
  @Test(arguments: Method.allCases)
  func `a balanced prior that meets its controls returns itself`(method: Method) throws {
    for seed in 1...5 {
      let example = try RandomCase(
        seed: UInt64(seed), negativeShare: method == .ras ? 0 : 0.1, noise: 0, errors: false)
      let problem = example.problem(for: method)
      let balance = try method.balance(problem)
      #expect(largestDifference(balance.table, problem.prior) < 1e-13)
      #expect(abs(balance.objective) < 1e-12 || !method.takesErrors)
    }
  }

  @Test(arguments: Method.allCases)
  func `accounts balance and exact controls are met to rounding`(method: Method) throws {
    for seed in 1...10 {
      let example = try RandomCase(seed: UInt64(seed), negativeShare: method == .ras ? 0 : 0.1)
      let balance = try method.balance(example.problem(for: method))
      let worst = try #require(balance.worstAccount)
      #expect(worst.isBalanced, "\(worst)")
      for control in balance.controls where control.standardError == nil {
        let size = max(abs(control.target), 1)
        #expect(abs(control.residual) <= 1e-10 * size, "\(control)")
      }
    }
  }

  @Test(arguments: Method.allCases)
  func `every zero stays zero and every sign stays`(method: Method) throws {
    let example = try RandomCase(seed: 3, negativeShare: method == .ras ? 0 : 0.1)
    let balance = try method.balance(example.problem(for: method))
    for i in example.prior.rows.indices {
      for j in example.prior.columns.indices {
        if example.prior[i, j] == 0 { #expect(balance.table[i, j] == 0) }
        if method.keepsSigns { #expect(balance.table[i, j] * example.prior[i, j] >= 0) }
      }
    }
  }

  @Test(arguments: Method.allCases)
  func `permuting accounts permutes the result`(method: Method) throws {
    let example = try RandomCase(seed: 8, negativeShare: method == .ras ? 0 : 0.1)
    let problem = example.problem(for: method)
    let codes = example.prior.rows.map(\.code)
    // The first three columns are those with coefficients: they stay first.
    let order = [2, 0, 1] + (3..<codes.count).reversed()
    var permuted = problem
    permuted.prior = try LabelledTable(
      rows: order.map { codes[$0] }, columns: order.map { codes[$0] },
      values: order.map { i in order.map { j in example.prior[i, j] } })
    permuted.controls.reverse()
    permuted.balancedAccounts = order.map { codes[$0] }
    let one = try method.balance(problem).table
    let other = try method.balance(permuted).table
    for (i, row) in order.enumerated() {
      for (j, column) in order.enumerated() {
        #expect(abs(one[row, column] - other[i, j]) <= 1e-9 * max(1, abs(one[row, column])))
      }
    }
  }

  @Test(arguments: Method.allCases)
  func `scaling the unit scales the result`(method: Method) throws {
    let example = try RandomCase(seed: 5, negativeShare: method == .ras ? 0 : 0.1)
    let problem = example.problem(for: method)
    var scaled = problem
    scaled.prior = try LabelledTable(
      rows: problem.prior.rows, columns: problem.prior.columns,
      values: problem.prior.rows.indices.map { i in
        problem.prior.columns.indices.map { problem.prior[i, $0] * 1e9 }
      })
    for i in scaled.controls.indices {
      scaled.controls[i].target *= 1e9
      scaled.controls[i].standardError = scaled.controls[i].standardError.map { $0 * 1e9 }
    }
    let one = try method.balance(problem).table
    let other = try method.balance(scaled).table
    for i in one.rows.indices {
      for j in one.columns.indices {
        #expect(abs(one[i, j] * 1e9 - other[i, j]) <= 1e-10 * max(1e9, abs(other[i, j])))
      }
    }
  }

  @Test(arguments: [1e-6, 1e6])
  func `targets far from the prior are met to their own digits`(factor: Double) throws {
    let prior = try LabelledTable(
      rows: ["a", "b"], columns: ["x", "y"], values: [[1, 2], [3, 4]])
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: [3 * factor, 7 * factor], columns: [6 * factor, 4 * factor]))
    for method in [CrossEntropy(), GRAS()] as [any BalancingMethod] {
      let balance = try method.balance(problem)
      #expect(balance.controls.allSatisfy { abs($0.residual) <= 1e-12 * $0.target })
    }
  }

  @Test func `with exact totals all entropies of cells give GRAS`() throws {
    for seed in 1...10 {
      let example = try RandomCase(seed: UInt64(seed), negativeShare: 0.1, errors: false)
      var problem = example.problem
      problem.balancedAccounts = []
      problem.defaultReliability = .shareOfTable
      let scaled = try problem.balanced(by: GRAS()).table
      #expect(largestDifference(scaled, try problem.balanced(by: CrossEntropy()).table) < 1e-9)
      problem.defaultReliability = .root(3)
      #expect(largestDifference(scaled, try problem.balanced(by: CrossEntropy()).table) < 1e-9)
    }
  }

  @Test func `no balanced neighbour of the result has a lower objective`() throws {
    // Moving a circuit of payments keeps balance; here controls have errors only.
    var example = try RandomCase(seed: 6)
    example.controls.removeAll { $0.isExact }
    let problem = example.problem
    let balance = try problem.balanced(by: LeastSquares())
    func objective(_ value: (Int, Int) -> Double) -> Double {
      var sum = 0.0
      for i in problem.prior.rows.indices {
        for j in problem.prior.columns.indices where problem.prior[i, j] != 0 {
          let z = (value(i, j) - problem.prior[i, j]) / (0.2 * problem.prior[i, j])
          sum += z * z
        }
      }
      for control in problem.controls {
        guard case .account(let code) = control.terms[0].row,
          let i = problem.prior.rowIndex(of: code),
          let error = control.standardError
        else { continue }
        let total = problem.prior.columns.indices.reduce(0) { $0 + value(i, $1) }
        sum += ((total - control.target) / error) * ((total - control.target) / error)
      }
      return sum
    }
    let found = objective { balance.table[$0, $1] }
    #expect(abs(found - balance.objective) < 1e-10 * found)
    let n = problem.prior.rows.count
    for step in [0.01, -0.01] {
      let moved = objective { i, j in
        balance.table[i, j] + (i == (j + 1) % n ? step : 0)
      }
      #expect(moved > found)
    }
  }
}
