import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Poverty")
struct PovertyModelTests {
  private let model: MultiplierModel
  private let groups = [
    PovertyModel.Group(account: "poor", population: 800_000, gini: 0.25),
    PovertyModel.Group(account: "rich", population: 200_000, gini: 0.3),
  ]

  init() throws { model = try MultiplierModel(try PeopleExamples.farm()) }

  @Test func `a published headcount is that of the base year`() throws {
    let poverty = try PovertyModel(
      model, groups: groups, lines: [PovertyModel.Line("line", .headcount(0.35))])
    let rows = try poverty.effect(of: Injection(into: "cserv"))
    let all = try #require(rows.last)
    #expect(all.group == nil && all.population == 1_000_000)
    #expect(abs(all.base.headcount - 0.35) < 1e-12)
    #expect(all.after.headcount < all.base.headcount)
    let sum = rows.dropLast().reduce(0) { $0 + $1.population * $1.base.headcount }
    #expect(abs(sum - 350_000) < 1e-6)
  }

  @Test func `beneficiaries are apart from their group`() throws {
    let lines = [PovertyModel.Line("line", .consumption(80_000))]
    let poverty = try PovertyModel(model, groups: groups, lines: lines)
    let few = PovertyModel.Beneficiaries(
      programme: "p", households: 10_000, householdSize: 4, amount: 400_000)
    let rows = try poverty.effect(of: Injection(into: "poor"), paying: few)
    let poor = try #require(rows.first)
    #expect(poor.beneficiaries == 40_000)
    // A benefit above the line lifts every beneficiary; the others gain from the rounds alone.
    let change = try model.response(to: Injection(4, into: "poor")).change(of: "poor")
    let raised = LogNormal(mean: 75e9 / 800_000, gini: 0.25).scaled(by: 1 + (change - 4) / 80)
    let others = raised.poverty(below: 80_000).headcount
    #expect(abs(poor.after.headcount - (1 - 40_000.0 / 800_000) * others) < 1e-12)
    // The same money spread thinly over all of the group does something else.
    let many = PovertyModel.Beneficiaries(
      programme: "p", households: 200_000, householdSize: 4, amount: 20_000)
    let spread = try #require(try poverty.effect(of: Injection(into: "poor"), paying: many).first)
    #expect(abs(spread.after.headcount - poor.after.headcount) > 0.01)
  }

  @Test func `nothing is told without the number of beneficiaries`() throws {
    let poverty = try PovertyModel(
      model, groups: groups, lines: [PovertyModel.Line("line", .headcount(0.3))])
    #expect(throws: PovertyModel.Failure.beneficiariesUnknown) {
      try poverty.effect(of: Injection(into: "poor"))
    }
    let crowd = PovertyModel.Beneficiaries(
      programme: "p", households: 300_000, householdSize: 4, amount: 1)
    #expect(
      throws: PovertyModel.Failure.tooManyBeneficiaries(
        group: "poor", beneficiaries: 1_200_000, population: 800_000)
    ) { try poverty.effect(of: Injection(into: "poor"), paying: crowd) }
  }

  @Test func `a group without people or inequality is refused`() throws {
    #expect(throws: PovertyModel.Failure.gini(group: "poor")) {
      try PovertyModel(
        model, groups: [PovertyModel.Group(account: "poor", population: 5)], lines: [])
    }
    #expect(throws: PovertyModel.Failure.population(group: "poor", 0)) {
      try PovertyModel(
        model, groups: [PovertyModel.Group(account: "poor", population: 0, gini: 0.3)], lines: [])
    }
    #expect(throws: PovertyModel.Failure.line("l")) {
      try PovertyModel(
        model, groups: groups, lines: [PovertyModel.Line("l", .headcount(1))])
    }
  }
}
