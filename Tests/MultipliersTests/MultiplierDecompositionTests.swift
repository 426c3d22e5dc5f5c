import SAMFixtures
import SocialAccounting
import Testing

@Suite("The multiplicative decomposition")
struct MultiplierDecompositionTests {
  @Test(arguments: 1...8)
  func `the product of the three matrices is the multiplier matrix`(seed: UInt64) throws {
    let response = try SupplyResponse(["agriculture": seed.isMultiple(of: 2) ? 0.3 : 1])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed), supply: response)
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let whole = model.multiplierMatrix()
    for (j, account) in model.endogenous.enumerated() {
      for (i, row) in try decomposition.multiplicative(Injection(into: account.code)).enumerated() {
        #expect(abs(row.total - whole[i][j]) < 1e-9)
      }
    }
  }

  @Test(arguments: 1...4)
  func `any grouping gives the same product`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    for count in [1, 2, 5] {
      let blocks = try AccountBlocks(
        model.endogenous.enumerated().map {
          AccountBlocks.Entry(account: $1.code, group: "g\($0 % count)")
        }, of: model)
      let decomposition = try MultiplierDecomposition(model, by: blocks)
      let rows = try decomposition.multiplicative(Injection(into: "h-r1"))
      let response = try model.response(to: Injection(into: "h-r1"))
      for (row, change) in zip(rows, response.changes) { #expect(abs(row.total - change) < 1e-9) }
    }
  }

  @Test func `Hosoe's matrix gives its published blocks`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let (m1, _, m3) = decomposition.matrices()
    let goods = [[1.327561, 0.132756], [0.272908, 1.139791]]
    let circular = [[1.215594, 0.35021], [0.279974, 1.454789]]
    let factors = [[1.371263, 0.371263], [0.29912, 1.29912]]
    for i in 0..<2 {
      for j in 0..<2 {
        #expect(prints(m1[i][j], as: goods[i][j]))
        #expect(prints(m3[i][j], as: circular[i][j]))
        #expect(prints(m3[i + 2][j + 2], as: factors[i][j]))
      }
    }
    #expect(prints(m3[4][4], as: 1.670383))
    #expect(m1[4] == [0, 0, 0, 0, 1])
  }
}

@Suite("Groups of accounts")
struct AccountBlocksTests {
  private func failure(_ pairs: [(String, String)]) throws -> AccountBlocks.Failure? {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    return #expect(throws: AccountBlocks.Failure.self) {
      try AccountBlocks(
        pairs.map { AccountBlocks.Entry(account: $0.0, group: $0.1) }, of: model)
    }
  }

  @Test func `overlapping groups are refused with the account and both groups`() throws {
    let failure = try failure([("BRD", "goods"), ("MLK", "goods"), ("BRD", "food")])
    #expect(failure == .overlapping(account: "BRD", groups: ["goods", "food"]))
    #expect(failure?.diagnostic.problem.contains("'goods' and in 'food'") == true)
  }

  @Test func `an account without a group is named`() throws {
    #expect(
      try failure([("BRD", "goods"), ("MLK", "goods")])
        == .missing(accounts: ["CAP", "LAB", "HOH"]))
  }

  @Test func `an unknown account comes with the nearest codes`() throws {
    #expect(try failure([("BRDX", "goods")]) == .unknown("BRDX", nearest: ["BRD"]))
  }

  @Test func `groups without kinds ask for kinds or for groups`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.hosoe(withKinds: false),
      closure: Closure(parsing: "IDT,TRF,GOV,INV,EXT"))
    let failure = #expect(throws: AccountBlocks.Failure.self) { try AccountBlocks(of: model) }
    #expect(failure?.diagnostic.remedy?.description.contains("`AccountBlocks`") == true)
  }
}
