import SAMFixtures
import SocialAccounting
import Testing

@Suite("Closures as scenarios")
struct ClosureScenarioTests {
  @Test(arguments: 1...4)
  func `every franc leaks once, and a crowded-out one not at all`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    for scenario in ClosureScenario.allCases {
      let result = try model.result(of: Injection(into: "h-r1"), under: scenario)
      let expected = scenario == .investmentCrowdedOut ? 0.0 : 1
      #expect(abs(result.totalLeakage - expected) < 1e-9)
    }
  }

  @Test(arguments: 1...4)
  func `the more responds, the larger is the effect`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    func gdp(_ scenario: ClosureScenario) throws -> Double {
      let result = try model.result(of: Injection(into: "h-r1"), under: scenario)
      return result.measures[.gdpFactorCost]
    }
    let base = try gdp(.asGiven)
    #expect(try gdp(.enterprisesExogenous) < base)
    #expect(try gdp(.governmentEndogenous) > base)
    #expect(try gdp(.savingsEndogenous) > base)
    #expect(try gdp(.governmentAndSavingsEndogenous) > gdp(.savingsEndogenous))
    #expect(try gdp(.investmentCrowdedOut) < base)
  }

  @Test func `crowding out is the difference of two of Hosoe's multipliers`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let result = try model.result(of: Injection(into: "HOH"), under: .investmentCrowdedOut)
    let transfer = try model.response(to: Injection(into: "HOH"))
    let investment = try model.response(to: Injection([("BRD", 16.0 / 31), ("MLK", 15.0 / 31)]))
    let gap =
      (transfer.measures?[.gdpFactorCost] ?? 0) - (investment.measures?[.gdpFactorCost] ?? 0)
    #expect(abs(result.measures[.gdpFactorCost] - gap) < 1e-12)
    // The worked example prints 0.670 for the transfer and 1.191 for investment (16:15).
    #expect(prints(gap, as: 0.670 - 1.191, digits: 2))
    #expect(prints(transfer.measures?[.gdpFactorCost] ?? 0, as: 0.670, digits: 3))
    #expect(prints(investment.measures?[.gdpFactorCost] ?? 0, as: 1.191, digits: 3))
  }

  @Test func `without kinds the question is refused`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.hosoe(withKinds: false),
      closure: Closure(parsing: "IDT,TRF,GOV,INV,EXT"))
    #expect(throws: MultiplierModel.Failure.self) {
      try model.result(of: Injection(into: "HOH"), under: .savingsEndogenous)
    }
  }

  /// What each scenario leaves outside, by name, and what crowding out takes from whom.
  @Test(arguments: [1, 2] as [UInt64])
  func `each scenario moves the accounts that it names`(seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let model = try MultiplierModel(sam)
    let given = Set(model.exogenous.map { $0.code })
    let state: Set = ["gov", "sp", "dtax", "mtax", "etax", "stax", "atax", "ftax"]
    let savers: Set = ["s-i", "dstk"]
    #expect(state.union(savers).isSubset(of: given))
    let injection = Injection(3, into: "hhd-r1")
    for (scenario, outside) in [
      (ClosureScenario.asGiven, given), (.enterprisesExogenous, given.union(["ent"])),
      (.governmentEndogenous, given.subtracting(state)),
      (.savingsEndogenous, given.subtracting(savers)),
      (.governmentAndSavingsEndogenous, given.subtracting(state).subtracting(savers)),
      (.investmentCrowdedOut, given),
    ] {
      let result = try model.result(of: injection, under: scenario)
      #expect(Set(result.exogenous) == outside, "\(scenario.rawValue)")
    }
    // Investment is what saving and stocks buy together.
    var basket: [(String, Double)] = []
    for account in sam.accounts where !savers.contains(account.code) {
      let bought = try sam[account.code, "s-i"] + sam[account.code, "dstk"]
      if bought != 0 { basket.append((account.code, bought)) }
    }
    let total = basket.reduce(0) { $0 + $1.1 }
    let inside = basket.filter { !given.contains($0.0) }
    let cut = Injection(inside.map { ($0.0, -3 * $0.1 / total) } + [("hhd-r1", 3)])
    let expected = try #require(try model.response(to: cut).measures)
    let found = try model.result(of: injection, under: .investmentCrowdedOut).measures
    #expect(abs(found.gdpFactorCost - expected.gdpFactorCost) < 1e-10)
  }

  @Test func `the average purchase of government is of all that produces`() throws {
    let sam = try RandomSAM.complete(seed: 3)
    let purchase = try #require(sam.averageGovernmentPurchase)
    let bought = try sam.accounts.filter {
      try ($0.kind == .commodity || $0.kind == .activity) && sam[$0.code, "gov"] > 0
    }
    #expect(bought.contains { $0.kind == .activity })
    let total = try bought.reduce(0) { try $0 + sam[$1.code, "gov"] }
    #expect(purchase.amounts.map { $0.account } == bought.map { $0.code })
    for amount in purchase.amounts {
      #expect(try abs(amount.value - sam[amount.account, "gov"] / total) < 1e-12)
    }
  }
}
