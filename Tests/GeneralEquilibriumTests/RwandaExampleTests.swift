import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// The worked example of the published matrix of 2022: nine programmes of one per cent of GDP, paid
/// by a deficit or a grant, computed by two other implementations to 8 decimals.
struct RwandaExampleTests {
  private typealias Shares = (id: String, amounts: [(account: String, value: Double)])

  private static func programmes() throws -> [Shares] {
    var programmes: [Shares] = []
    for record in try Cases.records("rwanda-2022-ifpri-programmes.csv") {
      let share: Double = try #require(Double(record[2]))
      if programmes.last?.id != record[0] { programmes.append((record[0], [])) }
      programmes[programmes.count - 1].amounts.append((record[1], share))
    }
    return programmes
  }

  @Test func `changes of nine programmes under two closures are those of the worked example`()
    throws
  {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try EquilibriumModel(
      sam, regime: .shortRun, elasticities: try Country.rwanda.elasticities())
    let table = try Cases.values("rwanda-2022-ifpri.csv")
    var compared = 0
    for (id, shares) in try Self.programmes() {
      for financing in ["deficit", "grant"] {
        let expected = try #require(table["\(financing)/\(id)"])
        let outlay = 0.01 * model.baseGDP
        let injection = Injection(shares.map { ($0.account, $0.value * outlay) })
        let solution = try model.solution(
          of: Experiment(injection, grant: financing == "grant" ? outlay : 0))
        #expect(solution.steps <= 20 && solution.factorisations <= 3)
        func change(_ indicator: Indicator) throws -> Double {
          try #require(solution.change(of: indicator))
        }
        func index(_ indicator: Indicator) throws -> Double { 1 + (try change(indicator)) / 100 }
        let found: [String: Double?] = [
          "outlay": outlay, "real_gdp_fc": try change(.realGDPFactorCost),
          "gdp_fc": try change(.gdpFactorCost), "income": try change(.income),
          "income_b40": try change(.incomeBottom40), "real_cons": try change(.realConsumption),
          "exports": try change(.exports), "imports": try change(.imports),
          "cpi": try index(.consumerPrices), "exchange_rate": try index(.exchangeRate),
          "investment_scale": solution.investmentScale, "ev": try change(.equivalentVariation),
          "ev_poorest_40": try change(.equivalentVariationBottom40),
          "price_agriculture": try index(.agriculturePrice),
          "wage_skilled": try index(.skilledWage), "PA:amaiz": try solution.price(of: "amaiz"),
          "PA:aeduc": try solution.price(of: "aeduc"), "PA:acons": try solution.price(of: "acons"),
          "QA:amaiz": try solution.quantity(of: "amaiz"),
          "QA:aeduc": try solution.quantity(of: "aeduc"),
          "QA:acons": try solution.quantity(of: "acons"),
          "PQ:cfood": try solution.price(of: "cfood"),
        ]
        for (quantity, value) in expected {
          let own: Double = try #require(found[quantity] ?? nil, "\(quantity)")
          // The two agree to 3e-13 of levels of 1e4, so that a last digit may round either way.
          #expect(
            abs(own - value) <= 5.1e-9, "\(financing)/\(id) \(quantity) \(own) \(value)")
          compared += 1
        }
      }
    }
    #expect(compared == 18 * 22)
  }
}
