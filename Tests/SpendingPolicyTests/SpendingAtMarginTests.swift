import LinearAlgebra
import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@testable import Multipliers

/// Issue 16, 11: households spend at the margin by expenditure elasticities, which draws use.
struct SpendingAtMarginTests {
  private let sam: SocialAccountingMatrix
  private let elasticities: ExpenditureElasticities

  init() throws {
    sam = try Country.rwanda.sam()
    elasticities = try #require(try Country.rwanda.expenditureElasticities(for: sam))
  }

  private func models() throws -> (average: MultiplierModel, marginal: MultiplierModel) {
    let average = try MultiplierModel(sam)
    return (average, try average.with { $0.spending = .expenditure(elasticities) })
  }

  /// Engel aggregation: what is not bought of food is bought of something else.
  @Test func `marginal shares of every household add to one and none is below zero`() throws {
    let (average, marginal) = try models()
    let (before, after) = (average.spendingTable, marginal.spendingTable)
    for j in after.columns({ $0 == .household }) {
      #expect(abs(after.shares.column(j).reduce(0, +) - 1) < 1e-12)
      for i in after.rows.indices where before.shares[i, j] >= 0 {
        #expect(after.shares[i, j] >= 0)
      }
      // Saving and transfers have no line, and are as on average.
      for i in after.rows({ $0 == .savings || $0 == .nonProfit }) {
        #expect(abs(after.shares[i, j] - before.shares[i, j]) < 1e-15)
      }
    }
  }

  /// The published elasticities: 0.76 of rural and 0.63 of urban households, of all that goods cost.
  @Test func `the elasticity of food is the one that is published`() throws {
    let (average, marginal) = try models()
    let (before, after) = (average.spendingTable, marginal.spendingTable)
    for j in after.columns({ $0 == .household }) {
      let goods = before.rows { $0 == .commodity || $0 == .activity }
      func sum(_ rows: [Int], _ table: SpendingTable) -> Double {
        rows.reduce(0) { $0 + table.shares[$1, j] }
      }
      let food = goods.filter { i in
        let account = before.rows[i]
        return account.group == "agriculture" && !["afore", "cfore"].contains(account.code)
          || ["cfood", "cbeve"].contains(account.code)
      }
      let growth = sum(goods, after) / sum(goods, before)
      let expected = before.columns[j].code.hasPrefix("hhd-r") ? 0.76 : 0.63
      #expect(abs(sum(food, after) / sum(food, before) / growth - expected) < 1e-12)
      // What is no food and no firewood takes more than its average part.
      let rest = goods.filter { i in
        !food.contains(i) && !["afore", "cfore"].contains(before.rows[i].code)
      }
      #expect(sum(rest, after) > sum(rest, before))
    }
  }

  @Test func `the poor pay nearly no direct tax on a further franc`() throws {
    let (average, marginal) = try models()
    let (before, after) = (average.spendingTable, marginal.spendingTable)
    for household in ["hhd-r1", "hhd-r2", "hhd-u1", "hhd-u2"] {
      let j = try #require(after.columns.firstIndex { $0.code == household })
      let i = try #require(after.rows.firstIndex { $0.kind == .directTax })
      #expect(abs(after.shares[i, j] - 0.1 * before.shares[i, j]) < 1e-15)
    }
  }

  @Test func `elasticities of one leave the model as it is`() throws {
    let one = ExpenditureElasticities([.init([.all], 1)])
    let average = try MultiplierModel(sam)
    let same = try average.with { $0.spending = .expenditure(one) }
    let (a, b) = (average.weights(of: .gdpFactorCost), same.weights(of: .gdpFactorCost))
    let pairs = zip(
      average.multipliers(ofWeights: [a])[0], same.multipliers(ofWeights: [b])[0])
    for (first, second) in pairs { #expect(abs(first - second) < 1e-10) }
  }

  @Test func `the account named most exactly decides, then the household, then the last line`()
    throws
  {
    let table = try MultiplierModel(sam).spendingTable
    let lines = ExpenditureElasticities([
      .init([.kind(.directTax)], of: [.account("hhd-r1")], 0.2), .init([.account("dtax")], 0.5),
      .init([.account("dtax")], of: [.account("hhd-r2")], 0.3),
      .init([.account("dtax")], of: [.account("hhd-r2")], 0.4),
    ])
    var marginal = table
    MarginalSpending(lines, on: table).apply(to: &marginal)
    let tax = try #require(table.rows.firstIndex { $0.code == "dtax" })
    for (household, expected) in [("hhd-r1", 0.5), ("hhd-r2", 0.4), ("hhd-u5", 0.5)] {
      let j = try #require(table.columns.firstIndex { $0.code == household })
      #expect(abs(marginal.shares[tax, j] / table.shares[tax, j] - expected) < 1e-12)
    }
  }

  /// A figure without draws is that of the model, and draws stay in the ranges.
  @Test func `draws start from the model, and use the ranges`() async throws {
    let (_, marginal) = try models()
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: marginal)
    let uncertainty = try comparison.uncertainty(
      grades: SourceGrades(
        relativeErrors: ["published": 0, "derived": 0, "assumed": 0], entries: []))
    let result = try await uncertainty.run(draws: 60, seed: 4)
    for row in comparison.rows {
      let band = try result.band(of: row.programme.id, .gdpFactorCost)
      #expect(abs(band.point - row.effect.gdpFactorCost) < 1e-9)
    }
    // Nothing else is drawn, so that the width is that of the elasticities.
    let band = try result.band(of: "vup-direct-support", .gdpFactorCost)
    #expect(band.percentile(0.95) - band.percentile(0.05) > 0.01)
    for draw in 0..<200 as Range<UInt64> {
      for (entry, value) in zip(elasticities.entries, elasticities.drawn(seed: 9, draw: draw)) {
        #expect(entry.range.contains(value))
      }
    }
  }

  @Test func `drivers of the variance add to it at the margin too, averages among them`()
    async throws
  {
    let (_, marginal) = try models()
    let uncertainty = try Uncertainty(
      of: try Country.rwanda.programmes(for: sam), in: marginal,
      grades: try Country.rwanda.grades(for: sam), measures: [.gdpFactorCost])
    let drivers = try uncertainty.drivers()
    let result = try await uncertainty.run(draws: 400, seed: 2, tasks: 2)
    for id in ["vup-direct-support", "education", "average:social-protection"] {
      let own = drivers.filter { $0.programme == id }
      #expect(own.contains { $0.driver.hasPrefix("common: ") && $0.standardDeviation > 0 })
      #expect(own.contains { $0.driver.hasPrefix("elasticity: ") && $0.standardDeviation > 0 })
      #expect(own.contains { $0.driver == "outlays" } == id.hasPrefix("average:"))
      let variance = own.reduce(0) { $0 + $1.standardDeviation * $1.standardDeviation }
      let band = try result.band(of: id, .gdpFactorCost)
      let drawn = (band.percentile(0.95) - band.percentile(0.05)) / (2 * 1.6448536)
      #expect(
        abs(drawn / variance.squareRoot() - 1) < 0.2, "\(id): \(drawn), \(variance.squareRoot())")
    }
  }

  /// Figures of one country say nothing of another's households.
  @Test func `a matrix of another country has no elasticities`() throws {
    let other = try PeopleExamples.farm()
    #expect(try Country.rwanda.expenditureElasticities(for: other) == nil)
    #expect(
      try Country.rwanda.structuralScenarios(of: MultiplierModel(other)).allSatisfy {
        $0.id != "spending-marginal"
      })
  }

  @Test func `the brief's conditions have it, with its size`() throws {
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: MultiplierModel(sam))
    let conditions = try Comparison.Condition.standard(for: comparison, elasticities: elasticities)
    let contrast = try #require(
      conditions.first { $0.change == .spendingAtMargin }?.contrast(on: .gdpFactorCost))
    let plain = try #require(conditions.first?.contrast(on: .gdpFactorCost))
    // Food is where transfers are spent: at the margin they do less.
    #expect(contrast.protection < plain.protection)
    #expect(abs(contrast.difference) < abs(plain.difference) + 0.05)
  }

  private func comparison(by elasticities: ExpenditureElasticities) throws -> Comparison {
    let model = try MultiplierModel(sam).with { $0.spending = .expenditure(elasticities) }
    let programmes = try Country.rwanda.programmes(for: sam).filter {
      ["vup-direct-support", "roads", "school-feeding"].contains($0.id)
    }
    return try Comparison(of: programmes, in: model)
  }

  /// Issue 17: the limit equals the multipliers, whatever households buy at the margin.
  @Test func `where only goods have elasticities the limit equals the multipliers`() throws {
    let goods = ExpenditureElasticities(
      elasticities.entries.filter { entry in
        !entry.accounts.contains { $0.description == "@direct-tax" }
      })
    #expect(goods.entries.count == elasticities.entries.count - 2)
    let comparison = try comparison(by: goods)
    let regime = try RegimeComparison(of: comparison, under: [.limit])
    #expect(regime.effects[0].count == 3)
    for (effect, row) in zip(regime.effects[0], comparison.rows) {
      let real = try #require(effect.values[.realGDPFactorCost])
      #expect(abs(real - row.effect.gdpFactorCost) < 1e-10, "\(row.programme.id)")
    }
  }

  /// A regime has the tax and saving rates of the matrix: what it cannot do is refused, not left out.
  @Test func `an elasticity of direct tax is refused under a regime, by name`() throws {
    let comparison = try comparison(by: elasticities)
    for regime in [Regime.limit, .shortRun] {
      #expect {
        try RegimeComparison(of: comparison, under: [regime])
      } throws: { error in
        guard case .setting("spending marginal", let reason)? = error as? RegimeComparison.Failure
        else { return false }
        return reason.contains("'dtax'")
      }
    }
  }
}
