import SAMFixtures
import SocialAccounting
import Testing

/// The departures of the models of IFPRI's course (Lofgren, Harris & Robinson 2002).
struct TextbookVariantTests {
  private static var textbook: Regime {
    var regime = Regime.longRun
    regime.numeraire = .domesticPrices
    regime.government = .directTax
    regime.variant = Regime.Variant(
      fixedTransfers: true, marketedPricesOnly: true, jointProducts: true,
      transfersAfterSaving: true, nominalGovernmentSaving: true,
      margins: [.init("trc", on: .domestic)])
    return regime
  }

  @Test func `random matrices reproduce their base, and balance after a shock`() throws {
    for seed in UInt64(1)...5 {
      let model = try EquilibriumModel(try RandomSAM.balanced(seed: seed), regime: Self.textbook)
      let base = try model.solution(of: Experiment())
      #expect(base.residual <= 1e-11)
      // Every account balances, and GDP agrees three ways, or this is refused.
      let solution = try model.solution(
        of: Experiment(changes: [
          .init(.tariff, of: "*", percent: -100), .init(.importPrice, of: "c1", percent: 20),
        ]))
      #expect(abs(solution.walras) < 1e-11)
      #expect(abs(try #require(solution.change(of: .governmentSaving))) < 1e-8)
      #expect(abs(try #require(solution.change(of: .consumerPrices))) > 1e-4)
    }
  }

  @Test func `in the limit margins inside the choice are those of the multiplier model`() throws {
    var regime = Regime.limit
    for flow in Regime.Variant.Margin.Flow.allCases where flow != .exports {
      regime.variant.margins = [.init("trc", on: flow)]
      for seed in UInt64(1)...3 {
        let sam = try RandomSAM.balanced(seed: seed)
        let response = try EquilibriumModel(sam, regime: regime)
          .response(to: Injection(1, into: "hhd-r1"))
        let multipliers = try MultiplierModel(sam).response(to: Injection(1, into: "hhd-r1"))
        let gdp: Double = try #require(response.perUnit(.gdpFactorCost))
        #expect(abs(gdp - (multipliers.measures?[.gdpFactorCost] ?? .nan)) < 1e-10)
      }
    }
  }

  @Test func `margins inside the choice move it as a higher price of one side does`() throws {
    var inside = Regime.fullEmployment
    inside.variant.margins = [.init("trc", on: .domestic)]
    let sam = try RandomSAM.balanced(seed: 2)
    let change = Experiment(changes: [.init(.productivity, of: "a2", percent: -20)])
    // The second commodity is what trade buys: where it is dearer, so is what home output must pass.
    func imports(_ regime: Regime) throws -> Double {
      let model = try EquilibriumModel(sam, regime: regime)
      return try #require(try model.solution(of: change).importVolume(of: "c0"))
    }
    #expect(try imports(inside) > imports(Regime.fullEmployment))
  }

  @Test func `fixed transfers are those of the netted matrix`() throws {
    func economy(in gross: Double) throws -> SocialAccountingMatrix {
      let sam = try Published.twoSector()
      var flows = sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
      func add(_ row: String, _ column: String, _ value: Double) throws {
        flows[try sam.index(of: row)][try sam.index(of: column)] += value
      }
      try add("row", "hoh", gross)
      try add("hoh", "row", gross + 2)
      try add("gov", "hoh", gross)
      try add("hoh", "gov", gross + 1)
      try add("s-i", "hoh", 3)
      try add("s-i", "row", -2)
      try add("s-i", "gov", -1)
      return try SocialAccountingMatrix(
        accounts: sam.accounts, flows: flows, unit: .unstated, title: "Transfers")
    }
    var regime = Regime.fullEmployment
    regime.variant.fixedTransfers = true
    let shock = Experiment(changes: [.init(.tariff, of: "*", percent: -100)])
    let solutions = try [0.0, 5.0].map {
      try EquilibriumModel(economy(in: $0), regime: regime).solution(of: shock)
    }
    let shares = try EquilibriumModel(economy(in: 5), regime: .fullEmployment).solution(of: shock)
    for indicator in [
      Indicator.equivalentVariation, .realGDPFactorCost, .exchangeRate, .investment,
    ] {
      let values = try solutions.map { try #require($0.change(of: indicator)) }
      #expect(abs(values[0] - values[1]) < 1e-9, "\(indicator.rawValue) \(values)")
    }
    let (fixed, shared) = (
      solutions[1].change(of: .equivalentVariation), shares.change(of: .equivalentVariation)
    )
    #expect(abs(try #require(fixed) - #require(shared)) > 1e-4)
  }

  @Test func `joint products keep their proportions, and find their own prices`() throws {
    var regime = Regime.fullEmployment
    regime.variant.jointProducts = true
    let sam = try RandomSAM.balanced(seed: 4)
    let model = try EquilibriumModel(sam, regime: regime)
    let shock = Experiment(Injection(10, into: "c1"), grant: 10)
    let (base, solution) = (try model.solution(of: Experiment()), try model.solution(of: shock))
    func volume(_ solution: EquilibriumSolution, _ commodity: String) throws -> Double {
      try solution.sam["a0", commodity] / #require(try solution.price(of: commodity, from: "a0"))
    }
    // The first activity sells c0 and, as a second product, what the last activity makes first.
    let products = try sam.accounts.filter { try $0.kind == .commodity && sam["a0", $0.code] > 0 }
      .map(\.code)
    #expect(products.count == 2)
    let before = try volume(base, products[1]) / volume(base, products[0])
    let after = try volume(solution, products[1]) / volume(solution, products[0])
    #expect(abs(after / before - 1) < 1e-10)
    let prices = try products.map { try #require(try solution.price(of: $0, from: "a0")) }
    #expect(abs(prices[0] - prices[1]) > 1e-5)
  }

  @Test func `a margin of a flow that is not there is refused`() throws {
    var regime = Regime.fullEmployment
    regime.variant.margins = [.init("trd", on: .domestic)]
    #expect(throws: EquilibriumModel.Failure.self) {
      try EquilibriumModel(try RandomSAM.balanced(seed: 1), regime: regime)
    }
    regime.exports = .composite
    regime.variant.margins = [.init("trc", on: .exports)]
    do {
      _ = try EquilibriumModel(try RandomSAM.balanced(seed: 1), regime: regime)
      Issue.record("accepted")
    } catch { #expect("\(error)".contains("'trc'"), "\(error)") }
  }
}
