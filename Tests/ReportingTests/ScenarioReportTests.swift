import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting

/// A scenario prints what the library calls it stands for give.
struct ScenarioReportTests {
  private let sam: SocialAccountingMatrix
  private let model: MultiplierModel
  private let context: QuestionContext

  init() throws {
    sam = try Country.rwanda.sam("rwanda-2024")
    model = try MultiplierModel(sam)
    context = QuestionContext(
      model, programmes: try Country.rwanda.programmes(for: sam),
      rule: try Country.rwanda.contributionRule())
  }

  private func table(_ scenario: String, _ position: Int = 0) async throws -> Table {
    try await Country.rwanda.scenario(scenario).report(on: context).tables[position]
  }

  private func numbers(_ table: Table, _ column: String) throws -> [Double] {
    let position = try #require(table.columns.firstIndex { $0.id == column })
    return table.rows.map { if case .number(let value) = $0[position] { value } else { .nan } }
  }

  private func texts(_ table: Table, _ column: String) throws -> [String] {
    let position = try #require(table.columns.firstIndex { $0.id == column })
    return table.rows.map { if case .text(let text) = $0[position] { text } else { "" } }
  }

  private func programme(_ id: String) throws -> Programme {
    try #require(context.programmes.first { $0.id == id })
  }

  @Test func `a reform is its benefit less what is raised`() async throws {
    let table = try await table("pension-reform")
    let reform = try Reform(
      benefit: programme("rssb-pensions"), paidBy: .contributions, rule: context.rule,
      among: context.programmes, in: model)
    let (gdp, income) = (try numbers(table, "gdp_net"), try numbers(table, "income_net"))
    let phases = try texts(table, "phase")
    let reserves = try texts(table, "reserves")
    #expect(gdp.count == 10)
    for (row, rate) in [12.0, 12, 12, 12, 12, 20, 20, 20, 20, 20].enumerated() {
      let effect = reform.effect(
        raising: 3239 * (rate - 6) / 100,
        payingOut: ["first years": 0, "build-up": 0.29][phases[row]] ?? 1,
        reserves: Reform.Reserves(rawValue: reserves[row]) ?? .idle)
      #expect(abs(gdp[row] - effect.gdpFactorCost) < 1e-9)
      #expect(abs(income[row] - effect.income) < 1e-9)
    }
  }

  @Test func `cover raises a rate on the pay of its members`() async throws {
    let table = try await table("cover-cooperatives")
    let riders = try texts(table, "group").indices.filter {
      try texts(table, "group")[$0] == "motorcycle-taxis" && texts(table, "phase")[$0] == "mature"
    }
    let row = try #require(riders.first)
    let raised = 46_000 * 58_784 * 12 * 0.12 / 1e9
    #expect(abs(try numbers(table, "raised")[row] - raised) < 1e-9)
    let members = [("hhd-u2", 0.2), ("hhd-u3", 0.3), ("hhd-u4", 0.3), ("hhd-r4", 0.2)]
    let reform = try Reform(
      benefit: Programme(
        id: "own", name: "Own", family: .socialProtection,
        shares: members.map {
          Programme.Share($0.1, to: $0.0, as: .transfer, evidence: .assumed)
        }), paidBy: .contributions,
      payers: members.map { .init(account: $0.0, share: $0.1) }, rule: context.rule,
      among: context.programmes, in: model)
    let effect = reform.effect(raising: raised, payingOut: 1, reserves: .idle)
    #expect(abs(try numbers(table, "gdp_net")[row] - effect.gdpFactorCost) < 1e-9)
  }

  @Test func `targeting is the comparison of the targeted programme`() async throws {
    let table = try await table("targeting")
    let gdp = try numbers(table, "gdp_factor_cost")
    for (row, rule) in try texts(table, "targeting").enumerated() {
      let made = try programme("vup-direct-support").targeted(
        #require(Targeting(rule)), target: 2, in: sam)
      let effect = try #require(try Comparison(of: [made.programme], in: model).rows.first).effect
      #expect(abs(gdp[row] - effect.gdpFactorCost) < 1e-12)
      #expect(abs(try numbers(table, "inclusion_error")[row] - made.inclusionError) < 1e-12)
    }
  }

  @Test func `a case of a tornado is the comparison under that choice`() async throws {
    var context = QuestionContext(
      model, programmes: context.programmes, rule: context.rule,
      alternatives: [("rwanda-2022", try Country.rwanda.sam("rwanda-2022"))])
    context.structuralScenarios = try Country.rwanda.structuralScenarios(of: model)
    let cases = try await Country.rwanda.scenario("sensitivity").report(on: context).tables[2]
    let settings = try texts(cases, "setting")
    let values = try numbers(cases, "value")
    let others: [(String, SocialAccountingMatrix, SupplyResponse)] = [
      ("as it is", sam, .free), ("agriculture=0.5", sam, try SupplyResponse(["agriculture": 0.5])),
      ("rwanda-2022", try Country.rwanda.sam("rwanda-2022"), .free),
    ]
    for (name, sam, response) in others {
      let row = try #require(settings.firstIndex(of: name))
      let effect = try #require(
        try Comparison(
          of: [programme("vup-direct-support")], in: MultiplierModel(sam, supply: response)
        ).rows.first
      ).effect
      #expect(abs(values[row] - effect.gdpFactorCost - effect.gdpDirectWages) < 1e-12)
    }
  }

  @Test func `the gap to a floor is those without times the benefit`() async throws {
    let floor = try await table("coverage", 1)
    let costs = try numbers(floor, "cost")
    let persons = try numbers(floor, "persons")
    let covered = try numbers(floor, "covered")
    let benefits = try numbers(floor, "benefit")
    for row in costs.indices.dropLast() {
      #expect(abs(costs[row] - (persons[row] - covered[row]) * benefits[row] / 1e9) < 1e-9)
    }
    #expect(abs(costs.dropLast().reduce(0, +) - (costs.last ?? .nan)) < 1e-9)
    let gdp = try sam.grossDomesticProduct().byIncome
    let shares = try numbers(floor, "percent_of_gdp")
    for (cost, share) in zip(costs, shares) { #expect(abs(100 * cost / gdp - share) < 1e-9) }
  }

  @Test func `without employment and grades there are no jobs and no bands`() async throws {
    let table = try await Country.rwanda.scenario("budget-2022").report(on: context).tables[0]
    #expect(try numbers(table, "jobs").allSatisfy(\.isNaN))
    await #expect(throws: Diagnostic.self) {
      try await Country.rwanda.scenario("per-franc").report(on: context)
    }
  }
}
