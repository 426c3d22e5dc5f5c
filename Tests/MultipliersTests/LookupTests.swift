import SAMFixtures
import SocialAccounting
import Testing

/// A name that does not exist is refused with its nearest, wherever a result is asked for it.
@Suite("Look-ups by name")
struct LookupTests {
  private let model: MultiplierModel
  private let response: Response

  init() throws {
    model = try MultiplierModel(try PeopleExamples.farm())
    response = try model.response(to: Injection(into: "poor"))
  }

  private func unknown(_ code: String, _ nearest: String...) -> MultiplierModel.Failure {
    .matrix(.unknownAccount(code, nearest: nearest))
  }

  @Test func `a response refuses a misspelt account`() throws {
    #expect(throws: unknown("pooor", "poor")) { try response.change(of: "pooor") }
    #expect(throws: unknown("rwo", "row")) { try response.leakage(to: "rwo") }
    // What responds is not asked for as a leakage, nor the other way round.
    #expect(throws: MultiplierModel.Failure.exogenousAccount("row")) {
      try response.change(of: "row")
    }
    #expect(throws: MultiplierModel.Failure.endogenousAccount("poor")) {
      try response.leakage(to: "poor")
    }
    #expect(try response.leakage(to: "supply") == 0)
    #expect(try response.change(of: "poor") > 1)
    #expect(try response.leakage(to: "row") > 0)
  }

  @Test func `jobs, satellites and people refuse a misspelt account`() throws {
    let jobs = try PeopleExamples.farmJobs()
    #expect(throws: Employment.Failure.unknownAccount("fodo", nearest: ["food"])) {
      try jobs.jobs(in: "fodo")
    }
    let satellite = try #require(try jobs.satellite())
    let multipliers = try model.multipliers(of: satellite)
    #expect(throws: unknown("cfod", "cfood", "food")) {
      try multipliers.effect(of: Injection(into: "cfod"))
    }
    #expect(throws: unknown("rihc", "rich")) {
      try model.distribution(of: Injection(into: "poor"), populations: ["poor": 1, "rihc": 2])
    }
  }

  @Test func `a difference of fixed prices refuses a misspelt household`() throws {
    let elasticities = try IncomeElasticities([
      IncomeElasticities.Entry(household: "poor", account: "cfood", elasticity: 1)
    ])
    let differences = try FixedPriceMultipliers(model, elasticities: elasticities)
    let difference = try differences.difference(on: .gdpFactorCost)
    #expect(throws: unknown("pooor", "poor")) { try difference.part(of: "pooor") }
    #expect(try difference.part(of: "rich") == model.endogenous.map { _ in 0 })
  }

  @Test func `paths refuse a misspelt account to pass or to shun`() throws {
    let paths = try StructuralPaths(model)
    for isOnly in [true, false] {
      var query = StructuralPaths.Query()
      if isOnly { query.only = ["labb"] } else { query.excluding = ["labb"] }
      #expect(throws: StructuralPaths.Failure.model(unknown("labb", "lab"))) {
        try paths.paths(from: "poor", to: "rich", query)
      }
    }
  }

  @Test func `a measure that is not defined is not zero`() throws {
    let accounts = try PeopleExamples.farm().accounts.map { Account(code: $0.code) }
    let farm = try PeopleExamples.farm()
    let flows = accounts.indices.map { i in accounts.indices.map { farm[i, $0] } }
    let sam = try SocialAccountingMatrix(accounts: accounts, flows: flows, unit: .unstated)
    let bare = try MultiplierModel(sam, closure: Closure(parsing: "s-i,row"))
    let missing = MultiplierModel.Failure.matrix(.kindsMissing(accounts: accounts.map { $0.code }))
    for measure in Measure.allCases {
      #expect(throws: missing) { try bare.multipliers(on: measure) }
      #expect(throws: missing) { try FixedPriceMultipliers(bare).difference(on: measure) }
    }
    #expect(try bare.response(to: Injection(into: "poor")).measures == nil)
    #expect(try bare.multipliers().allSatisfy { $0.measures == nil })
    // Nobody says who consumes what it produces.
    #expect(throws: missing) { try bare.with { $0.ownConsumption = .market } }
    #expect(throws: missing) { try bare.with { $0.ownConsumption = .off } }
  }
}
