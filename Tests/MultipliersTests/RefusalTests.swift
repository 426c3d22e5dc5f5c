import SAMFixtures
import SocialAccounting
import Testing

/// A model that cannot be trusted is refused with the names of the accounts at fault.
struct RefusalTests {
  private typealias Failure = MultiplierModel.Failure

  private func model(
    _ codes: [String], _ flows: [[Double]], exogenous: String
  ) throws -> MultiplierModel {
    try MultiplierModel(smallMatrix(codes, flows), closure: Closure(parsing: exogenous))
  }

  @Test func `an unknown receiver is refused with the nearest codes`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    #expect(
      throws: Failure.matrix(.unknownAccount("hhd-r3", nearest: ["hhd-r1", "hhd-r2", "hhd-r4"]))
    ) { try model.response(to: Injection(into: "hhd-r3")) }
    #expect(throws: Failure.exogenousAccount("gov")) {
      try model.response(to: Injection(into: "gov"))
    }
  }

  @Test func `an unbalanced matrix is refused with its accounts`() throws {
    let sam = try RandomSAM.balanced(seed: 1).replacing([(row: "c0", column: "s-i", value: 0)])
    do {
      _ = try MultiplierModel(sam)
      Issue.record("the matrix must be refused")
    } catch {
      guard case .matrix(.unbalanced(let gaps)) = error else {
        Issue.record("another failure: \(error)")
        return
      }
      #expect(Set(gaps.map(\.account)) == ["c0", "s-i"])
    }
    _ = try MultiplierModel(sam, tolerance: 1000)
  }

  @Test func `a matrix without kinds needs a closure by codes`() throws {
    let sam = try smallMatrix(["a", "x"], [[0, 2], [2, 0]])
    #expect(throws: Failure.matrix(.kindsMissing(accounts: ["a", "x"]))) {
      try MultiplierModel(sam)
    }
    let model = try MultiplierModel(sam, closure: Closure(parsing: "x"))
    #expect(!model.hasMeasures)
    #expect(try model.multipliers()[0].measures == nil)
    #expect(try model.response(to: Injection(into: "a")).leakage(to: "x") == 1)
  }

  @Test func `with every account exogenous nothing responds`() throws {
    #expect(throws: Failure.nothingEndogenous) {
      try model(["a", "b"], [[0, 2], [2, 0]], exogenous: "a,b")
    }
  }

  @Test func `a closed system is refused with all its accounts`() throws {
    #expect(throws: Failure.closed(accounts: ["a", "b"])) {
      try model(["a", "b", "x"], [[0, 2, 0], [2, 0, 0], [0, 0, 3]], exogenous: "x")
    }
  }

  @Test func `accounts that pay only each other are named, and not those that leak`() throws {
    let flows: [[Double]] = [
      //  a  b  c  x
      [0, 5, 0, 0],
      [5, 1, 0, 0],
      [0, 0, 1, 4],
      [0, 0, 4, 0],
    ]
    #expect(throws: Failure.closed(accounts: ["a", "b"])) {
      try model(["a", "b", "c", "x"], flows, exogenous: "x")
    }
  }

  @Test func `a block that the whole system pays into and that never pays back is named`() throws {
    // c leaks into x and pays the trap b, which hoards: only b is closed.
    #expect(throws: Failure.closed(accounts: ["b"])) {
      try MultiplierModel(
        smallMatrix(["b", "c", "x"], [[9, 1, 0], [0, 0, 5], [0, 4, 0]]),
        closure: Closure(parsing: "x"), tolerance: 10)
    }
  }

  @Test func `an account that receives and pays nothing on balance is named`() throws {
    #expect(throws: Failure.noPayments(account: "b")) {
      try model(["a", "b", "x"], [[0, 0, 5], [2, 0, -2], [3, 0, 0]], exogenous: "x")
    }
  }

  @Test func `subsidies that lift the spectral radius above one are refused`() throws {
    // a spends 12 of its 10, a subsidy of 2 included; b leaks a twelfth.
    let codes = ["a", "b", "gov", "row"]
    let flows: [[Double]] = [
      [0, 11, -1, 0],
      [12, 0, 0, 0],
      [-2, 1, 0, 10],
      [0, 0, 10, 0],
    ]
    let expected = (1.2 * 11 / 12).squareRoot()
    do {
      _ = try model(codes, flows, exogenous: "gov,row")
      Issue.record("the system must be refused")
    } catch Failure.notProductive(let radius, let accounts) {
      #expect(abs(radius - expected) < 1e-9)
      #expect(accounts.first == "a")
    }
  }

  @Test func `negative leakages are allowed while the spectral radius stays below one`() throws {
    let flows: [[Double]] = [
      [0, 6, 4, 0],
      [12, 0, 0, 0],
      [-2, 6, 0, 10],
      [0, 0, 10, 0],
    ]
    let model = try model(["a", "b", "gov", "row"], flows, exogenous: "gov,row")
    #expect(abs((model.spectralRadius ?? 0) - 0.6.squareRoot()) < 1e-9)
    let response = try model.response(to: Injection(into: "a"))
    #expect(try abs(response.change(of: "a") - 2.5) < 1e-12)
    #expect(abs(response.totalLeakage - 1) < 1e-12)
    #expect(model.warnings.contains { $0.account == "a" })
  }

  @Test func `leakages that cancel leave a system that is not productive`() throws {
    let flows: [[Double]] = [
      [0, 10, 0, 0],
      [10, 0, 0, 0],
      [2, 0, 0, 8],
      [-2, 0, 10, 0],
    ]
    #expect(throws: Failure.self) {
      try model(["a", "b", "x", "z"], flows, exogenous: "x,z")
    }
  }

  @Test func `a system that leaks next to nothing is refused with its accounts`() throws {
    let leak = 1e-13
    do {
      _ = try model(
        ["a", "b", "x"], [[0, 1, leak], [1, 0, 0], [0, leak, 0]], exogenous: "x")
      Issue.record("the system must be refused")
    } catch Failure.nearlyClosed(let condition, let accounts) {
      #expect(condition < 1e-12)
      #expect(accounts == ["a", "b"])
    }
  }

  @Test func `every refusal says what to do`() {
    let failures: [Failure] = [
      .nothingEndogenous, .noPayments(account: "b"), .closed(accounts: ["a", "b"]),
      .notProductive(spectralRadius: 1.05, accounts: ["a"]),
      .nearlyClosed(reciprocalCondition: 1e-14, accounts: ["a"]), .exogenousAccount("gov"),
      .emptyAccount("idle"), .leakagesDiffer(injected: 1, leaked: 0.9),
      .amount(account: "a", value: .infinity),
      .response(.notAnActivity("c0")), .matrix(.duplicateAccount("a")),
    ]
    for failure in failures {
      #expect(failure.diagnostic.remedy?.description.isEmpty == false)
      #expect("\(failure)" == failure.diagnostic.description)
      #expect(!failure.diagnostic.description.contains("\n"))
    }
    #expect(Failure.closed(accounts: ["a", "b"]).diagnostic.description.contains("a, b"))
  }
}

struct InjectionTests {
  @Test func `a list of codes and values is read`() throws {
    let injection = try Injection(parsing: "cmaiz=10, hhd-r1=-2.5,cmaiz=1")
    #expect(injection.amounts.map(\.account) == ["cmaiz", "hhd-r1"])
    #expect(injection.amounts.map(\.value) == [11, -2.5])
    #expect(injection.total == 8.5)
  }

  @Test(arguments: ["", "cmaiz", "=3", " =3", "cmaiz=", "cmaiz=ten", "cmaiz=1e999", "cmaiz=0x1p3"])
  func `text that is no shock is refused`(_ text: String) {
    #expect(throws: Diagnostic.self) { try Injection(parsing: text) }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1.1e100, -1e308])
  func `an amount that results cannot be added up for is refused by every answer`(
    _ value: Double
  ) throws {
    let sam = try ToolboxExamples.hosoe()
    let model = try MultiplierModel(sam)
    for injection in [
      Injection(value, into: "BRD"), Injection([("MLK", 1), ("BRD", value)]),
      Injection([("BRD", 0.9 * value), ("BRD", 0.1 * value)]),
    ] {
      func refuses(_ answer: () throws -> Void) {
        do {
          try answer()
          Issue.record("the amount must be refused")
        } catch { #expect("\(error)".contains("of 'BRD' is not finite, or larger than")) }
      }
      refuses { _ = try model.response(to: injection) }
      refuses { _ = try model.mixedResponse(to: injection) }
      refuses { _ = try model.mixedResponse(to: Injection([]), shifting: injection) }
      refuses { _ = try model.spendingRounds(of: injection, count: 1) }
      refuses { _ = try model.distribution(of: injection) }
    }
    #expect(throws: Diagnostic.self) { try Injection(parsing: "BRD=6e99,MLK=6e99") }
    #expect(try Injection(parsing: "BRD=6e99,MLK=3e99").total.isFinite)
  }

  @Test func `the largest amounts have finite answers`() throws {
    let response = try MultiplierModel(try ToolboxExamples.hosoe())
      .response(to: Injection(1e100, into: "BRD"))
    #expect(response.changes.allSatisfy { $0.isFinite })
    #expect(Measure.allCases.allSatisfy { response.measures?[$0].isFinite == true })
  }
}
