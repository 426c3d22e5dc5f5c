import SAMFixtures
import SocialAccounting
import Testing

/// What stands beside the effects of a comparison, counted by hand.
struct BenefitInKindTests {
  private let comparison: Comparison

  private static func programmes() throws -> [Programme] {
    [
      try programme("care", family: .otherPublicSpending, [("cserv", 1, .purchase)]),
      try programme("works", [("poor", 0.8, .wages), ("cserv", 0.2, .purchase)]),
      try programme("cut", family: .tax, [("rich", 1, .transfer)]),
    ]
  }

  init() throws {
    comparison = try Comparison(
      of: Self.programmes(), in: MultiplierModel(try PeopleExamples.farm()))
  }

  private static let care = BenefitInKind(
    programme: "care",
    shares: [
      .init(0.3, to: "poor", evidence: .assumed), .init(0.5, to: "rich", evidence: .assumed),
    ])

  @Test func `what is given in kind is income of those who receive it`() throws {
    let found = try comparison.incomeWithKind([Self.care])
    let effects = comparison.rows.map { $0.effect }
    #expect(abs(try #require(found[0]).all - effects[0].income - 0.8) < 1e-12)
    let poor = try #require(found[0]?.poor)
    #expect(abs(poor - (try #require(effects[0].incomeBottom40)) - 0.3) < 1e-12)
    // Nothing says what works give in kind; who pays less tax is given money.
    #expect(found[1] == nil)
    #expect(found[2]?.all == effects[2].income)
    let double = try #require(found[0]).times(2)
    #expect(abs(double.all - 2 * effects[0].income - 1.6) < 1e-12)
    #expect(double.poor == 2 * poor)
  }

  @Test func `a key that names no household is refused`() {
    for account in ["pooor", "cserv"] {
      #expect(throws: Comparison.Failure.benefitInKind(programme: "care", account: account)) {
        try comparison.incomeWithKind([
          BenefitInKind(
            programme: "care", shares: [.init(1, to: account, evidence: .assumed)])
        ])
      }
    }
  }

  /// Eight tenths of a franc, at half a million for half a year.
  @Test func `hired workers are those whom the pay is enough for`() throws {
    let workers = [HiredWorkers(programme: "works", pay: 500_000, personYears: 0.5)]
    #expect(comparison.directJobsPerBillion(workers) == [0, 800, 0])
    #expect(comparison.directJobsPerBillion([]) == [0, nil, 0])
    let displaced = try Comparison(
      of: Self.programmes(), in: comparison.model, displacedEarnings: 0.25)
    let fewer = try #require(displaced.directJobsPerBillion(workers)[1])
    #expect(abs(fewer - 600) < 1e-9)
  }

  @Test func `additions are what is known of each`() throws {
    let none = try comparison.additions(employment: nil)
    #expect(none.jobs == nil && none.incomeWithKind == nil && none.directJobsPerBillion == nil)
    let jobs = try PeopleExamples.farmJobs()
    let all = try comparison.additions(
      employment: jobs, benefitsInKind: [Self.care], hiredWorkers: [])
    #expect(try all.jobs == comparison.jobs(jobs))
    #expect(try all.incomeWithKind == comparison.incomeWithKind([Self.care]))
    #expect(all.directJobsPerBillion == [0, nil, 0])
  }

  @Test func `an amount is one of the currency, and of GDP at market prices`() throws {
    let sam = try RandomSAM.complete(seed: 3)
    let gdp = try sam.grossDomesticProduct()
    #expect(abs(gdp.byIncome - gdp.factorCost) > 1)
    #expect(try InjectedAmount.percentOfGDP.amount(in: sam) == gdp.byIncome / 100)
    #expect(try InjectedAmount.billion.amount(in: sam) == 1)
    #expect(try InjectedAmount.franc.amount(in: sam) == 1)
    var millions = sam
    millions.unit = CurrencyUnit(currency: "RWF", scale: .million)
    #expect(try InjectedAmount.billion.amount(in: millions) == 1000)
    #expect(EffectColumn.gdpFactorCost.of(7, perFranc: 2) == 14)
    #expect(EffectColumn.turningResponse.of(7, perFranc: 0.5) == 0.5)
    #expect(Indicator.realGDPFactorCost.of(7, perFranc: 2) == 14)
    #expect(Indicator.consumerPrices.of(7, perFranc: 0.5) == 0.5)
  }
}
