import AccountMatrix
import SAMFixtures
import Testing

struct AggregationTests {
  private func entries(
    _ sam: SocialAccountingMatrix, _ group: (Account) -> String
  ) -> [AccountMap.Entry] {
    sam.accounts.map { AccountMap.Entry(account: $0.code, group: group($0)) }
  }

  private func cells(_ sam: SocialAccountingMatrix) -> [[Double]] {
    sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
  }

  @Test func `each account as its own group changes nothing but the history`() throws {
    let sam = try RandomSAM.balanced(seed: 5)
    let same = try sam.aggregated(by: AccountMap(entries(sam, \.code)))
    #expect(same.accounts == sam.accounts)
    #expect(cells(same) == cells(sam))
    #expect(same.history.count == sam.history.count + 1)
    #expect(same.unit == sam.unit && same.year == sam.year)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `totals, balance and GDP are preserved`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let map = AccountMap(entries(sam) { $0.kind?.rawValue ?? $0.code })
    let small = try sam.aggregated(by: map)
    try small.requireBalanced()
    for account in small.accounts {
      let members = sam.accounts.indices.filter { sam.accounts[$0].kind == account.kind }
      let position = try small.index(of: account.code)
      let receipts = members.reduce(0) { $0 + sam.receipts[$1] }
      #expect(abs(small.receipts[position] - receipts) < 1e-9 * receipts)
    }
    let before = try sam.grossDomesticProduct()
    let after = try small.grossDomesticProduct()
    #expect(abs(before.byIncome / after.byIncome - 1) < 1e-12)
    #expect(abs(before.byProduction / after.byProduction - 1) < 1e-12)
    #expect(abs(before.byExpenditure / after.byExpenditure - 1) < 1e-12)
    #expect(abs(before.householdConsumption / after.householdConsumption - 1) < 1e-12)
    #expect(abs(before.output / after.output - 1) < 1e-12)
  }

  @Test func `payments inside a group stand on the diagonal`() throws {
    let sam = try smallMatrix(["a", "b", "c"], [[1, 2, 4], [8, 16, 32], [64, 128, 256]])
    let small = try sam.aggregated(
      by: AccountMap([
        .init(account: "c", group: "z"), .init(account: "a", group: "y"),
        .init(account: "b", group: "y"),
      ]))
    #expect(small.accounts.map(\.code) == ["z", "y"])
    #expect(cells(small) == [[256, 192], [36, 27]])
  }

  @Test func `a group keeps what its accounts have in common`() throws {
    let sam = try RandomSAM.balanced(seed: 2)
    let small = try sam.aggregated(
      by: AccountMap(
        entries(sam) { account in
          switch account.kind {
          case .household: account.area?.rawValue ?? ""
          case .labour, .capital: "factors"
          default: account.code
          }
        }))
    #expect(try small.account("rural").area == .rural)
    #expect(try small.account("rural").quintile == nil)
    #expect(try small.account("rural").kind == .household)
    #expect(try small.account("factors").kind == nil)
    #expect(try small.account("a0").group == "agriculture")
  }

  @Test func `names and kinds of the map stand in the result`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 1], [1, 0]])
    let named = try sam.aggregated(
      by: AccountMap([
        .init(account: "a", group: "g", name: "Both"),
        .init(account: "b", group: "g", name: "", kind: .commodity),
      ]))
    #expect(named.accounts == [Account(code: "g", name: "Both", kind: .commodity)])
  }

  @Test func `a group with two names or two kinds is refused`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 1], [1, 0]])
    #expect(throws: SocialAccountingMatrix.Failure.conflictingGroup(group: "g", attribute: "name"))
    {
      try sam.aggregated(
        by: AccountMap([
          .init(account: "a", group: "g", name: "One"),
          .init(account: "b", group: "g", name: "Two"),
        ]))
    }
    #expect(throws: SocialAccountingMatrix.Failure.conflictingGroup(group: "g", attribute: "kind"))
    {
      try sam.aggregated(
        by: AccountMap([
          .init(account: "a", group: "g", kind: .labour),
          .init(account: "b", group: "g", kind: .land),
        ]))
    }
  }

  @Test func `every account must stand in the map exactly once`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 1], [1, 0]])
    #expect(throws: SocialAccountingMatrix.Failure.mapping(account: "b", times: 0)) {
      try sam.aggregated(by: AccountMap([.init(account: "a", group: "g")]))
    }
    #expect(throws: SocialAccountingMatrix.Failure.mapping(account: "a", times: 2)) {
      try sam.aggregated(
        by: AccountMap([
          .init(account: "a", group: "g"), .init(account: "b", group: "g"),
          .init(account: "a", group: "h"),
        ]))
    }
    #expect(throws: SocialAccountingMatrix.Failure.unknownAccount("bb", nearest: ["b", "a"])) {
      try sam.aggregated(by: AccountMap([.init(account: "bb", group: "g")]))
    }
  }
}
