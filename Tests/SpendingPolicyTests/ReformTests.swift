import SAMFixtures
import SocialAccounting
import Testing

struct ReformTests {
  private let model: MultiplierModel
  private let programmes: [Programme]
  private let rule: ContributionRule

  init() throws {
    model = try MultiplierModel(RandomSAM.balanced(seed: 11))
    programmes = try randomMatrixProgrammes()
    rule = try ContributionRule(
      employerShare: 0.5, shiftedToWages: 1,
      formalWages: [.init(account: "hhd-u4", share: 1)])
  }

  private func reform(_ financing: Financing) throws -> Reform {
    try Reform(
      benefit: programmes[0], paidBy: financing, rule: rule, among: programmes, in: model)
  }

  @Test func `a mature scheme is the benefit less what is raised, whatever becomes of reserves`()
    throws
  {
    let reform = try reform(.contributions)
    let net = try #require(
      try Comparison(of: programmes, in: model, financing: .contributions, rule: rule).rows.first)
    for reserves in Reform.Reserves.allCases {
      let effect = reform.effect(raising: 30, payingOut: 1, reserves: reserves)
      #expect(effect.reserve == 0)
      #expect(abs(effect.gdpFactorCost - 30 * net.effect.gdpFactorCost) < 1e-10)
      #expect(abs(effect.income - 30 * net.effect.income) < 1e-10)
    }
  }

  @Test func `idle reserves lose what invested ones buy`() throws {
    let reform = try reform(.contributions)
    let invested = try #require(
      try Comparison(of: programmes, in: model, financing: .borrowing(crowdingOut: 1))
        .financingEffect)
    let idle = reform.effect(raising: 10, payingOut: 0.3, reserves: .idle)
    let used = reform.effect(raising: 10, payingOut: 0.3, reserves: .invested)
    #expect(abs(idle.reserve - 7) < 1e-12 && abs(idle.paidOut - 3) < 1e-12)
    let bought = used.gdpFactorCost - idle.gdpFactorCost
    #expect(abs(bought - 7 * invested.gdpFactorCost) < 1e-10)
    #expect(used.gdpFactorCost > idle.gdpFactorCost)
  }

  /// A benefit of which a fifth goes on into another scheme puts that by, too.
  @Test func `saving inside a benefit is reserve`() throws {
    let pension = try programme("pension", [("hhd-r1", 0.8, .transfer), ("s-i", 0.2, .transfer)])
    let reform = try Reform(
      benefit: pension, paidBy: .contributions, rule: rule, among: programmes, in: model)
    let effect = reform.effect(raising: 10, payingOut: 0.5, reserves: .idle)
    #expect(abs(effect.reserve - 6) < 1e-12 && abs(effect.paidOut - 5) < 1e-12)
  }

  @Test func `payers of a group are those that are named`() throws {
    let all = try Reform(
      benefit: programmes[0], paidBy: .grant, payers: [.init(account: "hhd-u4", share: 1)],
      rule: nil, among: programmes, in: model
    ).effect(raising: 5, payingOut: 1, reserves: .idle)
    let same = try reform(.contributions).effect(raising: 5, payingOut: 1, reserves: .idle)
    #expect(abs(all.gdpFactorCost - same.gdpFactorCost) < 1e-12)
    #expect(throws: Comparison.Failure.self) {
      try Reform(
        benefit: programmes[0], paidBy: .grant, payers: [.init(account: "hhd-u4", share: 0.5)],
        rule: nil, among: programmes, in: model)
    }
  }
}
