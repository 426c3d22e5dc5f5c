import AccountMatrix
import LinearAlgebra
import SAMFixtures
import Testing

struct AccountBalanceTests {
  /// Two accounts that pay each other a thousand, with a gap in one direction.
  private func matrix(gap: Double, grain: [Double]? = nil) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: ["a", "b"].map { Account(code: $0) },
      matrix: Matrix([[0, 1000], [1000 + gap, 0]]), unit: .unstated, printedGrain: grain)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `random matrices of the fixtures balance`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    try sam.requireBalanced()
    for balance in sam.balances() { #expect(abs(balance.gap) < 1e-9 * balance.receipts) }
  }

  @Test func `a gap up to a millionth is rounding, and up to a ten-thousandth is noted`() throws {
    func balance(_ gap: Double) throws -> AccountBalance { try matrix(gap: gap).balances()[0] }
    #expect(try balance(0.0009).isRounding)
    #expect(try !balance(0.0011).isRounding && balance(0.0011).isBalanced)
    #expect(try balance(0.0999).isBalanced && !balance(0.1001).isBalanced)
    #expect(try matrix(gap: 0.05).widestGap?.account == "a")
    #expect(try matrix(gap: 0.0009).widestGap == nil)
    let texts = try matrix(gap: 0.05).warnings(balances: matrix(gap: 0.05).balances()).map(\.text)
    #expect(texts.contains { $0.contains("beyond rounding") })
  }

  @Test func `in whole numbers an account may receive 1 and pay 0, and may not receive 2`() throws {
    func sam(_ receipt: Double) throws -> SocialAccountingMatrix {
      try SocialAccountingMatrix(
        accounts: ["a", "b", "c"].map { Account(code: $0) },
        matrix: Matrix([[0, 100, 0], [100, 0, 0], [0, receipt, 0]]), unit: .unstated,
        printedGrain: [1, 1.5, 0.5])
    }
    #expect(try sam(1).roundedAwayAccounts == [2])
    try sam(1).requireBalanced()
    let partition = try Closure(exogenous: [.account("a")]).partition(of: try sam(1))
    #expect(partition.rounded == [2] && partition.exogenous == [0, 2])
    #expect(throws: SocialAccountingMatrix.Failure.self) { try sam(2).requireBalanced() }
    #expect(try sam(2).roundedAwayAccounts == [])
  }

  @Test func `a gap up to the grain of the printed digits is rounding`() throws {
    try matrix(gap: 0.9, grain: [1, 1]).requireBalanced()
    #expect(try !matrix(gap: 1.1, grain: [1, 1]).balances()[0].isBalanced)
  }

  @Test func `the larger of the two counts, not their sum`() throws {
    #expect(try matrix(gap: 0, grain: [1, 0.0001]).balances().map(\.tolerance) == [1, 0.001])
  }

  @Test func `grains of aggregated accounts add up`() throws {
    let sam = try matrix(gap: 0.9, grain: [0.5, 0.4])
    let one = try sam.aggregated(
      by: AccountMap([.init(account: "a", group: "g"), .init(account: "b", group: "g")]))
    #expect(one.balances(tolerance: nil).map(\.tolerance) == [0.9])
    #expect(one.receipts == [2000.9])
  }

  @Test(arguments: [0, 1e-9, 0.0001, 0.1, 4])
  func `a tolerance makes a check wider and never stricter`(tolerance: Double) throws {
    for gap in [0, 0.0009, 0.05, 3, 5] {
      let plain = try matrix(gap: gap).balances()
      let wider = try matrix(gap: gap).balances(tolerance: tolerance)
      for (one, other) in zip(plain, wider) where one.isBalanced { #expect(other.isBalanced) }
      #expect(wider.allSatisfy { $0.isBalanced } == (gap <= 0.05 || gap <= tolerance))
    }
  }

  @Test func `the accounts beyond their tolerance are named, worst first`() throws {
    let sam = try RandomSAM.balanced(seed: 3).replacing([
      (row: "c1", column: "gov", value: 0), (row: "hhd-r1", column: "sp", value: 0),
    ])
    do {
      try sam.requireBalanced()
      Issue.record("the matrix must be refused")
    } catch {
      guard case .unbalanced(let gaps) = error else {
        Issue.record("another failure: \(error)")
        return
      }
      #expect(Set(gaps.map(\.account)) == ["c1", "gov", "hhd-r1", "sp"])
      let severity = gaps.map { abs($0.gap) / $0.tolerance }
      #expect(severity == severity.sorted(by: >))
      #expect(error.diagnostic.description.contains("'\(gaps[0].account)' receives"))
      #expect(error.diagnostic.description.contains("4 accounts"))
    }
  }

  @Test func `an account that is to respond and pays less than nothing is refused by name`() throws
  {
    let sam = try smallMatrix(["a", "b", "c"], [[0, 4, -6], [4, 0, 1], [-6, 1, 0]])
    #expect(throws: SocialAccountingMatrix.Failure.negativeTotal(account: "a", total: -2)) {
      try sam.requireBalanced(responding: [1, 0])
    }
    try sam.requireBalanced(responding: [1])
    let message = SocialAccountingMatrix.Failure.negativeTotal(account: "a", total: -2).diagnostic
    #expect(message.description.contains("add to -2,"))
  }
}

struct AccountWarningTests {
  @Test func `rounding gaps, empty accounts and negative cells are warned of, not refused`() throws
  {
    let sam = try smallMatrix(
      ["a", "b", "c", "idle"],
      [[0, 1000, 0, 0], [1000.005, 0, -5, 0], [0, -5, 20, 0], [0, 0, 0, 0]])
    let wide = try smallMatrix(["a", "b"], [[0, 10], [10.5, 0]])
    let warnings = sam.warnings(balances: sam.balances(tolerance: 1))
    let texts = warnings.map { "\($0.account): \($0.text)" }
    #expect(texts.contains { $0.contains("2 other accounts out of balance by rounding") })
    #expect(
      wide.warnings(balances: wide.balances(tolerance: 1)).map(\.text).first?
        .hasPrefix("receipts less payments are -0.5, more than one per cent") == true)
    #expect(texts.contains { $0.hasPrefix("idle: has no receipts and no payments") })
    #expect(texts.contains { $0.hasPrefix("b: receives -5 from c") })
    #expect(warnings.filter { $0.account == "c" }.count == 1)
  }

  @Test func `a payment of production to an institution makes the ways to GDP differ`() throws {
    let sam = try RandomSAM.balanced(seed: 1)
    #expect(sam.warnings(balances: sam.balances()).allSatisfy { !$0.account.isEmpty })
    let paid = try sam.replacing([
      (row: "gov", column: "a0", value: 5),
      (row: "a0", column: "gov", value: 5),
    ])
    let warnings = paid.warnings(balances: paid.balances())
    #expect(warnings.contains { $0.account.isEmpty && $0.text.contains("GDP differs by 5") })
  }
}
