import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Fixed-price multipliers")
struct FixedPriceMultipliersTests {
  private static func hosoe(_ bread: Double, _ milk: Double) throws -> IncomeElasticities {
    try IncomeElasticities([
      .init(household: "HOH", account: "BRD", elasticity: bread),
      .init(household: "HOH", account: "MLK", elasticity: milk),
    ])
  }

  @Test func `marginal shares of 0.30 and 0.25 give Hosoe's published column`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let fixedPrice = try FixedPriceMultipliers(model, elasticities: try Self.hosoe(1.35, 0.75))
    let column = fixedPrice.marginal.multiplierMatrix().map { $0[4] }
    for (value, printed) in zip(column, [0.708269, 0.602162, 0.356947, 0.284625, 1.641572]) {
      #expect(prints(value, as: printed))
    }
  }

  @Test func `elasticities of one change nothing`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let fixedPrice = try FixedPriceMultipliers(model, elasticities: try Self.hosoe(1, 1))
    #expect(fixedPrice.marginal.multiplierMatrix() == model.multiplierMatrix())
    #expect(try fixedPrice.difference(on: .income).parts.isEmpty)
  }

  @Test(arguments: 1...6)
  func `the difference is the sum over households`(seed: UInt64) throws {
    let response = try SupplyResponse(["agriculture": seed.isMultiple(of: 2) ? 0.5 : 1])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed), supply: response)
    let elasticities = try Self.random(model, seed: seed)
    let fixedPrice = try FixedPriceMultipliers(model, elasticities: elasticities)
    for measure in Measure.allCases {
      let difference = try fixedPrice.difference(on: measure)
      #expect(difference.parts.map(\.household.code) == ["h-r1", "h-r2"])
      for i in model.endogenous.indices {
        let parts = difference.parts.reduce(0) { $0 + $1.amounts[i] }
        let whole = difference.fixedPrice[i] - difference.accounting[i]
        #expect(abs(parts - whole) < 1e-10)
      }
    }
    for row in try fixedPrice.marginal.multipliers() {
      #expect(abs(row.totalLeakage - 1) < 1e-10)
    }
  }

  @Test(arguments: 1...3)
  func `the two inverses are related as Pyatt and Round say`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let fixedPrice = try FixedPriceMultipliers(
      model, elasticities: try Self.random(model, seed: seed))
    // Mc = (I - Ma (C - A))^-1 Ma, from the multiplier matrices alone: C - A = Ma^-1 - Mc^-1.
    let average = Matrix(model.multiplierMatrix())
    let marginal = Matrix(fixedPrice.marginal.multiplierMatrix())
    let shift = Matrix(
      storage: zip(try LU(average).inverse.storage, try LU(marginal).inverse.storage)
        .map { $0 - $1 }, rows: average.rows, columns: average.columns)
    for (j, account) in model.endogenous.enumerated() where account.kind != .household {
      for i in 0..<shift.rows { #expect(abs(shift[i, j]) < 1e-9) }
    }
  }

  @Test func `own consumption off at the margin is bought on the market`() throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: 2))
    let fixedPrice = try FixedPriceMultipliers(try model.with { $0.ownConsumption = .off })
    let marginal = fixedPrice.marginal
    let result = try marginal.response(to: Injection(into: "h-r1"))
    #expect(abs(result.totalLeakage - 1) < 1e-12)
    #expect(try fixedPrice.difference(on: .gdpFactorCost).parts.count == 3)
    let difference = try fixedPrice.difference(on: .gdpFactorCost)
    let household = try #require(model.endogenous.firstIndex { $0.code == "h-r1" })
    #expect(difference.fixedPrice[household] < difference.accounting[household])
  }

  /// Elasticities that add up: what one commodity loses another gains.
  private static func random(_ model: MultiplierModel, seed: UInt64) throws -> IncomeElasticities {
    let sam = model.sam
    let share = 0.1 + 0.1 * Double(seed)
    return try IncomeElasticities(
      ["h-r1", "h-r2"].flatMap { household -> [IncomeElasticities.Entry] in
        let bought = try sam.accounts.filter {
          try $0.kind == .commodity && sam[$0.code, household] > 0
        }
        let (first, last) = (try #require(bought.first), try #require(bought.last))
        let moved = try share * sam[first.code, household]
        return [
          .init(household: household, account: first.code, elasticity: 1 - share),
          .init(
            household: household, account: last.code,
            elasticity: 1 + moved / (try sam[last.code, household])),
        ]
      })
  }
}

@Suite("Income elasticities")
struct IncomeElasticitiesTests {
  private func failure(
    _ entries: [(String, String, Double)]
  ) throws -> IncomeElasticities.Failure? {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    do {
      let elasticities = try IncomeElasticities(
        entries.map { .init(household: $0.0, account: $0.1, elasticity: $0.2) })
      _ = try FixedPriceMultipliers(model, elasticities: elasticities)
      return nil
    } catch MultiplierModel.Failure.spending(let failure) {
      return failure
    } catch let failure as IncomeElasticities.Failure {
      return failure
    }
  }

  @Test func `marginal shares that do not add up are refused with their sum`() throws {
    let failure = try failure([("HOH", "BRD", 2)])
    guard case .sharesDoNotAddUp("HOH", let sum)? = failure else {
      Issue.record("expected a sum that is not one")
      return
    }
    #expect(abs(sum - (1 + 20.0 / 90)) < 1e-12)
    #expect(failure?.diagnostic.problem.contains("1.22222") == true)
  }

  @Test func `saving and taxes can be listed to make them add up`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let elasticities = try IncomeElasticities([
      .init(household: "HOH", account: "BRD", elasticity: 1.4),
      .init(household: "HOH", account: "INV", elasticity: 1 - 8.0 / 17),
    ])
    _ = try FixedPriceMultipliers(model, elasticities: elasticities)
  }

  @Test func `what is not bought, no household, and a repetition are refused`() throws {
    #expect(try failure([("HOH", "CAP", 1)]) == .notBought(household: "HOH", account: "CAP"))
    #expect(try failure([("CAP", "HOH", 1)]) == .notAHousehold("CAP"))
    #expect(
      try failure([("HOH", "BRD", 1), ("HOH", "BRD", 1)])
        == .repeated(household: "HOH", account: "BRD"))
  }

  /// The share of the household's payments that goes to an account at the margin.
  private func marginal(
    _ code: String, of bread: Double, in sam: SocialAccountingMatrix, closure: Closure = .standard
  ) throws -> Double {
    let elasticities = try IncomeElasticities([
      .init(household: "HOH", account: "BRD", elasticity: bread)
    ])
    let table = try MultiplierModel(
      sam, ModelSettings(closure: closure, spending: .marginal(elasticities)), tolerance: 1e9
    ).spendingTable
    let row = try #require(table.rows.firstIndex { $0.code == code })
    let column = try #require(table.columns.firstIndex { $0.code == "HOH" })
    return table.shares[row, column]
  }

  /// Bread takes 0.0067 more of the franc; saving and government, 17 and 23 of 90, give it.
  @Test func `the rounding of elasticities is taken from saving and taxes, in any closure`() throws
  {
    let sam = try ToolboxExamples.hosoe()
    let saving = sam.accounts.filter { $0.kind == .savings }.map { $0.code }
    let gap = 0.03 * 20 / 90
    let expected = 17.0 / 90 - gap * 17 / 40
    let open = Closure(exogenous: Closure.standard.exogenous.filter { $0 != .kind(.savings) })
    for closure in [Closure.standard, open] {
      let share = try marginal(saving[0], of: 1.03, in: sam, closure: closure)
      #expect(abs(share - expected) < 1e-12)
    }
  }

  /// Who dissaves does not dissave more for a rounding; what is paid to government alone gives it.
  @Test func `a household that dissaves takes the rounding from what it pays`() throws {
    let sam = try ToolboxExamples.hosoe().replacing([("INV", "HOH", -3), ("BRD", "HOH", 40)])
    #expect(try abs(marginal("INV", of: 1.01, in: sam) + 3.0 / 90) < 1e-12)
  }
}
