import SAMFixtures
import SocialAccounting
import Testing

/// Answers are what direct calls of the library give, on random matrices.
struct QuestionTests {
  private let context: QuestionContext
  private let rule: ContributionRule

  init() throws {
    rule = try ContributionRule(
      employerShare: 0.5, shiftedToWages: 1,
      formalWages: [.init(account: "hhd-u4", share: 1)])
    context = QuestionContext(
      try MultiplierModel(RandomSAM.balanced(seed: 7)), programmes: try randomMatrixProgrammes(),
      rule: rule)
  }

  @Test func `a franc under several supplies is the comparison in each`() throws {
    let fixed = try SupplyResponse(["agriculture": 0])
    let answer = try PerFrancQuestion(
      programmes: ["cash", "roads"], supplies: [.free, NamedSupply("fixed", fixed)]
    ).answerWithoutBands(on: context)
    for (one, response) in zip(answer.cases, [SupplyResponse.free, fixed]) {
      let direct = try Comparison(
        of: context.programmes.filter { ["cash", "roads"].contains($0.id) },
        in: MultiplierModel(context.sam, supply: response))
      for id in ["cash", "roads"] {
        let (a, b) = (try one.comparison[id].effect, try direct[id].effect)
        #expect(abs(a.gdpFactorCost - b.gdpFactorCost) < 1e-12)
      }
    }
    #expect(answer.verdicts.count == 2 && answer.bands == nil && answer.jobs == nil)
  }

  @Test func `parts of the budget add to it, in francs, jobs and per cent`() throws {
    let answer = try BudgetQuestion().answer(on: context)
    #expect(!answer.lines.isEmpty)
    for column in EffectColumn.allCases where column.isAmount {
      guard let total = answer.total[column] else { continue }
      let families = answer.families.reduce(0) { $0 + ($1.sum[column] ?? .nan) }
      let lines = answer.lines.reduce(0) { $0 + ($1[column] ?? .nan) }
      #expect(abs(total - families) < 1e-9 * max(1, abs(total)), "\(column.id)")
      #expect(abs(total - lines) < 1e-9 * max(1, abs(total)), "\(column.id)")
    }
    let gdp = try context.sam.grossDomesticProduct().byIncome
    #expect(abs(answer.total.outlayPercentOfGDP - 100 * answer.total.outlay / gdp) < 1e-12)
  }

  @Test func `what is left is what is given less what is taken, and groups add to it`() throws {
    let answer = try FinancingQuestion(
      programmes: ["cash"], financings: [.grant, .directTax, .programme("roads")], percentOfGDP: 2
    ).answer(on: context)
    #expect(abs(answer.amount - 0.02 * (try context.sam.grossDomesticProduct().byIncome)) < 1e-9)
    #expect(answer.cases.count == 3 && answer.hasUndecidedFinancing)
    for (one, groups) in zip(answer.cases, answer.groups) {
      let net = try #require(one[.gdpFactorCost])
      #expect(abs(net - (one.gdpGiven - one.gdpTaken)) < 1e-9)
      let income = groups.effects.reduce(0) { $0 + $1.net }
      #expect(abs(income - (one[.income] ?? .nan)) < 1e-8)
    }
    #expect(answer.verdicts.map(\.programme.id) == ["cash"])
  }

  @Test func `a reform is proportional to what it raises`() throws {
    let answer = try ReformQuestion(
      benefit: "cash",
      raised: [.contribution(from: 6, to: 8, payroll: 100), .amount(4)], phases: [0.5]
    ).answer(on: context)
    #expect(answer.cases.count == 4)
    for (two, four) in zip(answer.cases.prefix(2), answer.cases.suffix(2)) {
      #expect(abs(two.effect.raised - 2) < 1e-12)
      #expect(abs(2 * two.effect.gdpFactorCost - four.effect.gdpFactorCost) < 1e-10)
      #expect(two.phase == .buildUp && two.effect.reserves == four.effect.reserves)
    }
  }

  @Test func `cover raises a rate on the yearly pay of its members`() throws {
    let group = CoverQuestion.Group(
      name: "riders", members: [(.pilot, 10), (.sector, 1000)], monthlyEarnings: 50, rate: 12,
      payers: [.init(account: "hhd-u2", share: 0.5), .init(account: "hhd-u4", share: 0.5)])
    let answer = try CoverQuestion(benefit: .members, groups: [group]).answer(on: context)
    let unit = context.sam.unit.scale.factor
    #expect(answer.cases.map(\.scale) == [.pilot, .sector])
    for one in answer.cases {
      #expect(abs(one.effect.raised - one.members * 50 * 12 * 0.12 / unit) < 1e-12)
    }
  }

  @Test func `coverage and the gap to a floor follow from the figures`() throws {
    let scheme = CoverageQuestion.Scheme(
      programme: "cash", covered: 30, personsEach: 4, inside: 0.5, reference: 240, benefit: 50)
    #expect(scheme.coveragePercent == 25)
    let unknown = CoverageQuestion.Scheme(programme: "cash", covered: 30)
    #expect(unknown.coveragePercent == nil)
    let answer = try CoverageQuestion(
      schemes: [scheme, unknown],
      floor: [
        .init(name: "old age", persons: 100, covered: 40, benefit: 2),
        .init(name: "all have it", persons: 5, covered: 5, benefit: 9),
      ], povertyLine: 200, householdSize: 5
    ).answer(on: context)
    #expect(answer.schemes[0].benefitPercentOfLine == 25)
    #expect(answer.schemes[0].benefitPercentOfHouseholdLine == 5)
    #expect(answer.schemes[1].benefitPercentOfLine == nil)
    #expect(answer.floor.map(\.guarantee.gapPercent) == [60, 0])
    #expect(abs(answer.cost - 120 / context.sam.unit.scale.factor) < 1e-12)
  }

  @Test func `a name that is not known is refused with the nearest, and says where it was set`()
    async throws
  {
    let question = FinancingQuestion(programmes: ["cahs"])
    let failure = #expect(throws: QuestionFailure.self) { try question.answer(on: context) }
    #expect(failure == .unknownProgramme("cahs", setting: "programme", nearest: ["cash"]))
    let scenario = Scenario(
      id: "mine", title: "Mine", question: .financing(question),
      lines: [
        .init(name: "programme", value: "cash", place: "mine.csv: line 4"),
        .init(name: "programme", value: "cahs", place: "mine.csv: line 5"),
      ])
    let diagnostic = await #expect(throws: Diagnostic.self) {
      try await scenario.answer(on: context)
    }
    #expect(diagnostic?.location == "mine.csv: line 5")
  }

  @Test func `settings of the model hold in every answer`() throws {
    let settled = QuestionContext(
      try MultiplierModel(
        context.sam, closure: Closure(parsing: "@government,@savings,@rest-of-world,ent"),
        ownConsumption: .market), programmes: context.programmes, rule: rule)
    let supply = try SupplyResponse(["agriculture": 0.5])
    let answer = try PerFrancQuestion(supplies: [NamedSupply("half", supply)])
      .answerWithoutBands(on: settled)
    let direct = try MultiplierModel(
      context.sam, closure: settled.model.settings.closure, supply: supply, ownConsumption: .market)
    #expect(answer.first.model.settings == direct.settings)
    for row in answer.first.rows where row.programme.family != .tax {
      let value = try direct.response(to: row.programme).measures?[.gdpFactorCost] ?? .nan
      #expect(abs(row.effect.gdpFactorCost - value) < 1e-11)
    }
  }
}
