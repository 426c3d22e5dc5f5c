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
}
