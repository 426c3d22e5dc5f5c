import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

/// Settings in every combination, for the tests of the kind: no public function drops one.
struct SettingsCase: Sendable, CustomTestStringConvertible {
  let closure: String
  let supply: String
  let ownConsumption: OwnConsumption
  let isAtMargin: Bool

  static let all: [SettingsCase] = ["standard", "enterprise", "government"].flatMap { closure in
    ["", "agriculture=0.4", "a0=0.3,industry=0.8"].flatMap { supply in
      OwnConsumption.allCases.flatMap { own in
        [false, true].map {
          SettingsCase(closure: closure, supply: supply, ownConsumption: own, isAtMargin: $0)
        }
      }
    }
  }

  var testDescription: String {
    "\(closure) closure, supply '\(supply)', own consumption \(ownConsumption.rawValue), "
      + (isAtMargin ? "marginal" : "average")
  }

  func settings(for sam: SocialAccountingMatrix) throws -> ModelSettings {
    var settings = ModelSettings(ownConsumption: ownConsumption)
    switch closure {
    case "enterprise":
      settings.closure = Closure(exogenous: Closure.standard.exogenous + [.account("ent")])
    case "government": settings.closure = try Closure(parsing: "sp,s-i,dstk,row,ftax,dtax")
    default: break
    }
    if !supply.isEmpty { settings.supply = try SupplyResponse(parsing: supply) }
    if isAtMargin { settings.spending = .marginal(try Self.elasticities(in: sam)) }
    return settings
  }

  /// Households move to what the second commodity sells, and take less of their own produce.
  static func elasticities(in sam: SocialAccountingMatrix) throws -> IncomeElasticities {
    var entries: [IncomeElasticities.Entry] = []
    for household in sam.accounts where household.kind == .household {
      let less = ["c0", "a0"]
      let moved = try less.reduce(0) { $0 + 0.4 * (try sam[$1, household.code]) }
      for account in less where try sam[account, household.code] != 0 {
        entries.append(
          IncomeElasticities.Entry(household: household.code, account: account, elasticity: 0.6))
      }
      // A gap within rounding is left, for the elasticities to close.
      entries.append(
        IncomeElasticities.Entry(
          household: household.code, account: "c1",
          elasticity: 1.004 + moved / (try sam["c1", household.code])))
    }
    return try IncomeElasticities(entries)
  }
}

@Suite("Model settings")
struct ModelSettingsTests {
  private let sam: SocialAccountingMatrix
  private let programmes: [Programme]

  init() throws {
    sam = try RandomSAM.balanced(seed: 21)
    programmes = try randomMatrixProgrammes()
  }

  private func same(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return false }
    return abs(value - expected) <= 1e-9 * max(1, abs(expected))
  }

  /// Jobs by activity, each with women among them.
  private func employment() throws -> Employment {
    try Employment(
      (0..<5).flatMap { p in
        [
          Employment.Entry(account: "a\(p)", sex: .female, jobs: 100 + 50 * Double(p)),
          Employment.Entry(account: "a\(p)", sex: .male, jobs: 80),
        ]
      })
  }

  /// Jobs of a response, from its receipts and the shares that the model spends by.
  private func jobs(_ response: Response, in model: MultiplierModel) throws -> Double {
    let employment = try employment()
    let households = model.endogenous.filter { $0.kind == .household }
    return try model.endogenous.indices.reduce(0) { sum, i in
      let account = model.endogenous[i]
      guard account.kind == .activity, let jobs = try employment.jobs(in: account.code) else {
        return sum
      }
      let own = try sam.accounts.filter { $0.kind == .household }.reduce(0) {
        $0 + (try sam[account.code, $1.code])
      }
      let marketed = try sam.receipts[sam.index(of: account.code)] - own
      var output = response.changes[i]
      for household in households {
        let h = try model.position(of: household.code)
        output -= model.shares[i] * model.propensities[i, h] * response.changes[h]
      }
      return sum + jobs / marketed * output
    }
  }

  @Test(arguments: SettingsCase.all)
  func `comparisons agree with the response of the model`(_ choice: SettingsCase) throws {
    let model = try MultiplierModel(sam, choice.settings(for: sam))
    let comparison = try Comparison(of: programmes, in: model)
    let fixedSupply = try model.settings.supply.settingGroup("agriculture", to: 0, in: sam)
    let fixed = try model.with { $0.supply = fixedSupply }
    let perBillion = try comparison.jobs(employment())
    let groups = try comparison.groupEffects()
    for (p, row) in comparison.rows.enumerated() where row.programme.family != .tax {
      let response = try model.response(to: row.programme)
      let effect = row.effect
      #expect(same(effect.gdpFactorCost, response.measures?[.gdpFactorCost]))
      #expect(same(effect.gdpMarketPrices, response.measures?[.gdpMarketPrices]))
      #expect(same(effect.output, response.measures?[.output]))
      #expect(same(effect.income, response.measures?[.income]))
      let withFixed = try fixed.response(to: row.programme)
      #expect(
        same(effect.gdpFactorCostFixedAgriculture, withFixed.measures?[.gdpFactorCost]))
      #expect(same(perBillion[p].perBillion, try jobs(response, in: model)))
      #expect(same(perBillion[p].perBillionFixedAgriculture, try jobs(withFixed, in: fixed)))
      for group in groups[p].groups {
        #expect(
          same(
            group.given + group.earned, response.changes[try model.position(of: group.account.code)]
          ))
      }
    }
  }

  /// Points without draws, in scenarios that each change one setting.
  @Test(arguments: SettingsCase.all)
  func `uncertainty without draws agrees with the comparison`(_ choice: SettingsCase) async throws {
    let model = try MultiplierModel(sam, choice.settings(for: sam))
    let scenarios = [
      StructuralScenario.standard,
      StructuralScenario(id: "fixed", response: try SupplyResponse(["agriculture": 0])),
      StructuralScenario(id: "off", ownConsumption: .off),
      StructuralScenario(id: "saver", exogenous: ["hhd-u4", "c0"]),
      StructuralScenario(id: "investor", endogenous: ["s-i", "dtax"]),
    ]
    let result = try await Uncertainty(
      of: programmes, in: model, scenarios: scenarios, grades: PeopleUncertainty.grades(0.2),
      employment: employment()
    ).run(draws: 1, seed: 1)
    for scenario in scenarios {
      let changed = try derived(model, scenario)
      let comparison = try Comparison(of: programmes, in: changed)
      for row in comparison.rows {
        func point(_ measure: EffectColumn) -> Double? {
          try? result.band(of: row.programme.id, measure, in: scenario.id).point
        }
        let effect = row.effect
        let name = Comment(rawValue: "\(row.programme.id) in \(scenario.id)")
        #expect(same(point(.gdpFactorCost), effect.gdpFactorCost), name)
        #expect(same(point(.gdpMarketPrices), effect.gdpMarketPrices), name)
        #expect(same(point(.incomeBeyondTransfer), effect.incomeBeyondTransfer), name)
        #expect(same(point(.incomeBottom40), effect.incomeBottom40), name)
        #expect(same(point(.importLeakage), effect.importLeakage), name)
        // The lump sum of a cut follows from who is taxed, which this scenario changes.
        if row.programme.family != .tax || scenario.id != "saver" {
          #expect(same(point(.taxReturn), effect.taxReturn), name)
        }
        guard row.programme.family != .tax else { continue }
        let response = try changed.response(to: row.programme)
        #expect(same(point(.jobsPerBillion), try jobs(response, in: changed)), name)
      }
    }
  }

  private func derived(
    _ model: MultiplierModel, _ scenario: StructuralScenario
  ) throws -> MultiplierModel {
    func codes(_ selectors: [AccountSelector]) throws -> Set<String> {
      let closure = Closure(exogenous: selectors)
      return Set(try closure.partition(of: sam).exogenous.map { sam.accounts[$0].code })
    }
    let exogenous = try Set(model.exogenous.map { $0.code })
      .union(codes(scenario.exogenous)).subtracting(codes(scenario.endogenous))
    return try model.with {
      $0.closure = Closure(exogenous: exogenous.sorted().map { .account($0) })
      if !scenario.response.isFree { $0.supply = scenario.response }
      if let own = scenario.ownConsumption { $0.ownConsumption = own }
      $0.spending = $0.spending.omitting(Array(exogenous))
    }
  }

  @Test(arguments: SettingsCase.all)
  func `tables of the model agree with its response`(_ choice: SettingsCase) throws {
    let model = try MultiplierModel(sam, choice.settings(for: sam))
    let rows = try model.multipliers()
    let matrix = model.multiplierMatrix()
    let gdp = try model.multipliers(on: .gdpFactorCost)
    let limited = try ConstrainedMultipliers(model).rows
    let fixedPrice = try FixedPriceMultipliers(model).difference(on: .gdpFactorCost)
    let decomposition = try MultiplierDecomposition(model, by: try AccountBlocks(of: model))
    let paths = try StructuralPaths(model)
    let satellite = try #require(try employment().satellite())
    let totals = try model.multipliers(of: satellite)
    for (j, account) in model.endogenous.enumerated() {
      let injection = Injection(into: account.code)
      let response = try model.response(to: injection)
      #expect(same(response.totalLeakage, 1))
      for measure in Measure.allCases {
        #expect(same(rows[j].measures?[measure], response.measures?[measure]))
      }
      #expect(largestDifference(matrix.map { $0[j] }, response.changes) < 1e-9)
      #expect(same(gdp[j], response.measures?[.gdpFactorCost]))
      #expect(same(limited[j].limited.measures?[.income], response.measures?[.income]))
      #expect(same(fixedPrice.fixedPrice[j], response.measures?[.gdpFactorCost]))
      #expect(same(totals.rows[j].total, try jobs(response, in: model)))
      guard j.isMultiple(of: 4) else { continue }
      #expect(
        largestDifference(try model.mixedResponse(to: injection).changes, response.changes) < 1e-9)
      #expect(
        largestDifference(
          try decomposition.multiplicative(injection).map { $0.total }, response.changes) < 1e-9)
      #expect(
        largestDifference(
          try model.spendingRounds(of: injection, count: 400).rounds.reduce(
            response.changes.map { _ in 0 }
          ) { zip($0, $1.receipts).map { $0 + $1 } }, response.changes) < 1e-6)
      #expect(
        same(
          try model.result(of: injection, under: .asGiven).measures[.gdpMarketPrices],
          response.measures?[.gdpMarketPrices]))
      let household = try #require(model.endogenous.firstIndex { $0.code == "hhd-r1" })
      #expect(
        same(
          try paths.paths(from: account.code, to: "hhd-r1").global, response.changes[household]))
      #expect(
        same(
          try model.distribution(of: injection).totalChange, response.measures?[.income]))
    }
  }

  @Test(arguments: SettingsCase.all)
  func `a model that is derived is the model of its settings`(_ choice: SettingsCase) throws {
    let settings = try choice.settings(for: sam)
    let base = try MultiplierModel(sam)
    let whole = try MultiplierModel(sam, settings)
    let steps = try base.with { $0.closure = settings.closure }
      .with(\.supply, settings.supply).with(\.spending, settings.spending)
      .with(\.ownConsumption, settings.ownConsumption)
    #expect(steps.settings == settings)
    let back = try steps.with { $0 = ModelSettings() }
    let injection = Injection(into: "c1")
    #expect(
      largestDifference(
        try steps.response(to: injection).changes, try whole.response(to: injection).changes)
        < 1e-12)
    #expect(try back.response(to: injection) == base.response(to: injection))
  }

  /// At the response where the order turns, the averages are equal.
  @Test(arguments: SettingsCase.all)
  func `the turning response is that of the model`(_ choice: SettingsCase) throws {
    let model = try MultiplierModel(sam, choice.settings(for: sam))
    let comparison = try Comparison(of: programmes, in: model)
    for row in comparison.rows where row.programme.family != .tax {
      guard let turning = row.effect.turningResponse else { continue }
      let supply = try model.settings.supply.settingGroup("agriculture", to: turning, in: sam)
      let there = try Comparison(of: programmes, in: model.with { $0.supply = supply })
      let average = try #require(there.averages.first { $0.family == .otherPublicSpending })
      let own = try #require(there.rows.first { $0.programme.id == row.programme.id })
      let benchmark = try #require(average.values[.gdpFactorCost])
      #expect(abs(own.effect.gdpFactorCost - benchmark) < 1e-8)
    }
  }
}
