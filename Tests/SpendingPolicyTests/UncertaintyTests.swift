import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Uncertainty")
struct UncertaintyTests {
  private static func farm(
    error: Double, programmes: Double = 0.2,
    measures: [EffectColumn] = EffectColumn.drawn
  ) throws -> Uncertainty {
    try Uncertainty(
      of: PeopleUncertainty.programmes(), in: MultiplierModel(try PeopleExamples.farm()),
      scenarios: PeopleUncertainty.scenarios(),
      grades: PeopleUncertainty.grades(error, programmes: programmes),
      employment: PeopleExamples.farmJobs(), measures: measures)
  }

  @Test func `draws without variance are the point estimate`() async throws {
    let result = try await Self.farm(error: 0, programmes: 0).run(draws: 40, seed: 3)
    #expect(result.bands.count == 4 * EffectColumn.drawn.count * 5)
    for band in result.bands {
      #expect(band.mean == band.point)
      for part in [0.05, 0.5, 0.95] { #expect(band.percentile(part) == band.point) }
    }
  }

  /// The point of each scenario is what the model of the comparison says.
  @Test func `the point estimate is that of the comparison`() async throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let programmes = try Country.rwanda.programmes()
    let scenarios = try Country.rwanda.structuralScenarios()
    let jobs = try Country.rwanda.employment(for: sam)
    let result = try await Uncertainty(
      of: programmes, in: MultiplierModel(sam), scenarios: scenarios,
      grades: Country.rwanda.grades(), employment: jobs
    ).run(draws: 1, seed: 1)
    let standard = Set(try MultiplierModel(sam).exogenous.map(\.code))
    for scenario in scenarios where scenario.ownConsumption == nil {
      func codes(_ selectors: [AccountSelector]) throws -> [String] {
        try Closure(exogenous: selectors).partition(of: sam).exogenous.map {
          sam.accounts[$0].code
        }
      }
      let exogenous = try standard.union(codes(scenario.exogenous))
        .subtracting(codes(scenario.endogenous))
      let model = try MultiplierModel(
        sam,
        ModelSettings(
          closure: Closure(exogenous: exogenous.map { .account($0) }), supply: scenario.response,
          spending: scenario.elasticities.map { .expenditure($0) } ?? .average,
          savingRates: scenario.savingRates))
      let comparison = try Comparison(of: programmes, in: model)
      let perBillion = try comparison.jobs(jobs)
      for (row, jobs) in zip(comparison.rows, perBillion) {
        let effect = row.effect
        let expected: [(EffectColumn, Double?)] = [
          (.gdpFactorCost, effect.gdpFactorCost), (.gdpMarketPrices, effect.gdpMarketPrices),
          (.incomeBeyondTransfer, effect.incomeBeyondTransfer),
          (.incomeBottom40, effect.incomeBottom40), (.importLeakage, effect.importLeakage),
          (.taxReturn, effect.taxReturn),
          (.jobsPerBillion, jobs.perBillion),
        ]
        for (measure, value) in expected {
          let band = try result.band(of: row.programme.id, measure, in: scenario.id)
          let value = try #require(value)
          #expect(
            abs(band.point - value) <= 1e-10 * max(1, abs(value)),
            "\(row.programme.id) \(measure) \(scenario.id)")
        }
      }
    }
  }

  @Test func `bands refuse a misspelt programme, scenario or grade`() async throws {
    let result = try await Self.farm(error: 0.2).run(draws: 2, seed: 1)
    #expect(throws: UncertaintyResult.LookupFailure.unknownProgramme("csh", nearest: ["cash"])) {
      try result.band(of: "csh", .gdpFactorCost)
    }
    #expect(
      throws: UncertaintyResult.LookupFailure.unknownScenario("fxed", nearest: ["fixed"])
    ) { try result.band(of: "cash", .gdpFactorCost, in: "fxed") }
    for selector: AccountSelector in ["@activty", "pooor", .account("agriculture")] {
      #expect(throws: Uncertainty.Failure.self) {
        try Uncertainty(
          of: PeopleUncertainty.programmes(), in: MultiplierModel(try PeopleExamples.farm()),
          grades: SourceGrades(
            relativeErrors: ["A": 0.1], entries: [SourceGrades.Entry(selector, "A")]))
      }
    }
  }

  /// What has no grade, or one without error, is listed beside the bands.
  @Test func `what is not drawn is listed`() async throws {
    let grades = try SourceGrades(
      relativeErrors: ["A": 0.1, "fixed": 0, "published": 0, "derived": 0.1, "assumed": 0.1],
      entries: [
        SourceGrades.Entry("@household", "A"), SourceGrades.Entry("rich", "fixed"),
        SourceGrades.Entry("@commodity", "A"), SourceGrades.Entry("agriculture", "A"),
      ])
    let uncertainty = try Uncertainty(
      of: PeopleUncertainty.programmes(), in: MultiplierModel(try PeopleExamples.farm()),
      grades: grades)
    let result = try await uncertainty.run(draws: 2, seed: 1)
    #expect(
      result.notDrawn
        == Uncertainty.NotDrawn(
          accounts: ["serv", "lab", "cap", "rich"], programmes: ["service"]))
  }

  /// E[1 / (1 - a)] = (κ - 1) / (κ b - 1) for a share a with mean 1 - b and concentration κ.
  @Test func `the mean of many draws is the known one`() async throws {
    let sam = try SocialAccountingMatrix(
      accounts: [Account(code: "h", kind: .household), Account(code: "row", kind: .restOfWorld)],
      flows: [[50, 50], [50, 0]], unit: .rwfBillion, title: "Loop")
    let programme = try Programme(
      id: "p", name: "p", family: .socialProtection,
      shares: [Programme.Share(1, to: "h", as: .transfer, evidence: .published)])
    // A tenth with a relative error of one half has κ = 35.
    let uncertainty = try Uncertainty(
      of: [programme], in: MultiplierModel(sam), grades: PeopleUncertainty.grades(0.5),
      measures: [.incomeBeyondTransfer])
    let draws = 40_000
    let band = try await uncertainty.run(draws: draws, seed: 11).band(
      of: "p", .incomeBeyondTransfer)
    #expect(band.point == 1)
    let kappa = 35.0
    let expected = (kappa - 1) / (kappa / 2 - 1) - 1
    // E[1 / (1 - a)²] = (κ - 1)(κ - 2) / ((κ/2 - 1)(κ/2 - 2)) gives the error of the mean.
    let square = (kappa - 1) * (kappa - 2) / ((kappa / 2 - 1) * (kappa / 2 - 2))
    let error = ((square - (expected + 1) * (expected + 1)) / Double(draws)).squareRoot()
    #expect(abs(band.mean - expected) < 4 * error)
    #expect(band.mean > band.point)
    // Beta(17.5, 17.5) is symmetric, so the median share is one half and the median income one.
    #expect(abs(band.percentile(0.5) - 1) < 0.02)
  }

  @Test(arguments: [1, 2, 5])
  func `the same seed gives the same bits on any number of cores`(tasks: Int) async throws {
    let uncertainty = try Self.farm(error: 0.3)
    let one = try await uncertainty.run(draws: 130, seed: 9)
    let many = try await uncertainty.run(draws: 130, seed: 9, tasks: tasks)
    #expect(one == many)
    let other = try await uncertainty.run(draws: 130, seed: 10, tasks: tasks)
    #expect(one != other)
  }

  @Test(arguments: [2, 3, 7])
  func `merged parts are the run that was not parted`(count: Int) async throws {
    let uncertainty = try Self.farm(error: 0.3)
    let whole = try await uncertainty.run(draws: 100, seed: 4)
    var parts: [(name: String, result: UncertaintyResult)] = []
    for part in (1...count).reversed() {
      let shard = try #require(Uncertainty.Shard(part, of: count))
      parts.append(
        ("part \(part)", try await uncertainty.run(draws: 100, seed: 4, shard: shard)))
    }
    #expect(try UncertaintyResult.merging(parts) == whole)
    #expect(throws: UncertaintyResult.MergeFailure.missing(parts: [1], of: count)) {
      try UncertaintyResult.merging(Array(parts.dropLast()))
    }
    #expect(
      throws: UncertaintyResult.MergeFailure.twice(
        part: count, "part \(count)", "part \(count)")
    ) { try UncertaintyResult.merging(parts + [parts[0]]) }
    let stranger = try await uncertainty.run(draws: 100, seed: 5, shard: parts[0].result.shard)
    #expect(
      throws: UncertaintyResult.MergeFailure.differentRuns(
        "part \(count)", "stranger", word: "seed")
    ) {
      try UncertaintyResult.merging([parts[0], ("stranger", stranger)])
    }
  }

  @Test func `a band widens when a grade worsens`() async throws {
    var widths: [Double] = []
    for error in [0.05, 0.1, 0.2, 0.4] {
      let result = try await Self.farm(error: error, programmes: 0).run(draws: 300, seed: 2)
      let band = try result.band(of: "cash", .gdpFactorCost)
      widths.append(band.percentile(0.95) - band.percentile(0.05))
    }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `assumed vectors vary more than published ones`() async throws {
    let grades = try SourceGrades(
      relativeErrors: ["published": 0.05, "derived": 0.15, "assumed": 0.4], entries: [])
    let shares = [("cserv", Programme.Role.purchase), ("cfood", .purchase), ("rich", .transfer)]
    let programmes = try Programme.Evidence.allCases.map { evidence in
      try Programme(
        id: evidence.rawValue, name: "", family: .socialProtection,
        shares: shares.map {
          Programme.Share(1.0 / 3, to: $0.0, as: $0.1, evidence: evidence)
        })
    }
    let result = try await Uncertainty(
      of: programmes, in: MultiplierModel(try PeopleExamples.farm()), grades: grades
    ).run(draws: 400, seed: 1)
    let widths = try programmes.map { programme in
      let band = try result.band(of: programme.id, .gdpFactorCost)
      return band.percentile(0.95) - band.percentile(0.05)
    }
    #expect(widths[0] > 0 && 2 * widths[0] < widths[1] && widths[1] < widths[2])
  }

  /// Two programmes that are alike share every draw of the matrix, so they never differ.
  @Test func `draws of the matrix are common to all programmes`() async throws {
    let twins = try ["a", "b"].map { id in
      try Programme(
        id: id, name: id, family: .socialProtection,
        shares: [Programme.Share(1, to: "poor", as: .transfer, evidence: .published)])
    }
    let result = try await Uncertainty(
      of: twins, in: MultiplierModel(try PeopleExamples.farm()),
      grades: PeopleUncertainty.grades(0.4)
    ).run(draws: 60, seed: 6)
    let duel = try #require(result.duels.first)
    #expect(duel.probability == 0.5)
    let band = try result.band(of: "a", .gdpFactorCost)
    #expect(band.percentile(0.05) < band.percentile(0.95))
  }

  @Test func `scaling all flows changes nothing`() async throws {
    let sam = try PeopleExamples.farm()
    var bands: [[Double]] = []
    for factor in [1.0, 1024] {
      // A power of two leaves every share as it was, to the last bit.
      let result = try await Uncertainty(
        of: PeopleUncertainty.programmes(), in: MultiplierModel(try sam.scaled(by: factor)),
        scenarios: PeopleUncertainty.scenarios(),
        grades: PeopleUncertainty.grades(0.3, programmes: 0.3)
      ).run(draws: 80, seed: 8)
      bands.append(result.bands.flatMap { [$0.mean, $0.percentile(0.05), $0.percentile(0.95)] })
    }
    #expect(bands[0] == bands[1])
  }

  @Test func `a run that is stopped holds what was drawn`() async throws {
    let result = try await Self.farm(error: 0.2).run(draws: 1000, seed: 1) { done, total in
      #expect(total == 1000)
      return done < 100
    }
    #expect(!result.isComplete && result.done >= 100 && result.done < 1000)
    #expect(
      throws: UncertaintyResult.MergeFailure.incomplete("it", done: result.done, of: 1000)
    ) { try UncertaintyResult.merging([("it", result)]) }
  }

  /// Without draws the bands are the comparison's own figures, whoever pays.
  @Test(arguments: [
    Financing.grant, .borrowing(crowdingOut: 1), .directTax, .indirectTax, .contributions,
    .programme("roads"),
  ])
  func `the point of a net effect is that of the comparison`(financing: Financing) async throws {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2022"))
    let programmes = try Country.rwanda.programmes(for: model.sam)
    let rule = try Country.rwanda.contributionRule()
    let comparison = try Comparison(
      of: programmes, in: model, financing: financing, rule: rule, displacedEarnings: 0.25)
    let result = try await Uncertainty(
      of: programmes, in: model, grades: Country.rwanda.grades(), financing: financing, rule: rule,
      displacedEarnings: 0.25
    ).run(draws: 1, seed: 1)
    var measures: [(EffectColumn, (ProgrammeEffect) -> Double?)] = [
      (.gdpFactorCost, \.gdpFactorCost), (.gdpMarketPrices, \.gdpMarketPrices),
    ]
    if financing == .grant {
      // Tax cuts among them: their payers owe no tax on the lump sum.
      measures += [
        (.incomeBeyondTransfer, \.incomeBeyondTransfer), (.incomeBottom40, \.incomeBottom40),
        (.taxReturn, \.taxReturn), (.importLeakage, \.importLeakage),
      ]
    } else {
      #expect(
        throws: UncertaintyResult.LookupFailure.notMeasured(
          .taxReturn, programme: "roads", scenario: "standard")
      ) { try result.band(of: "roads", .taxReturn) }
    }
    for row in comparison.rows {
      for (measure, value) in measures {
        let band = try result.band(of: row.programme.id, measure)
        let expected = try #require(value(row.effect))
        #expect(abs(band.point - expected) < 1e-9, "\(row.programme.id) \(measure)")
      }
    }
  }
}
