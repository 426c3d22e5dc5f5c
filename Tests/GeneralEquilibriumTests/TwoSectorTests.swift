import SAMFixtures
import SocialAccounting
import Testing

/// The worked example of two sectors: levels after five shocks under three kinds of factor market,
/// computed by two other implementations to 8 decimals.
struct TwoSectorTests {
  private static func table() throws -> [String: [String: Double]] {
    try Cases.values("two-sector.csv")
  }

  private static func regime(_ name: String) -> Regime {
    var regime = Regime(
      name: name, summary: "", factors: [.init(.all, .mobile, supplyElasticity: 0)])
    if name != "full" {
      regime.factors.append(.init("cap", .specific, supplyElasticity: 0))
    }
    if name == "idle-labour" {
      regime.factors.append(.init("lab", .mobile, supplyElasticity: .infinity))
    }
    return regime
  }

  private static let elasticities = Elasticities.standard.overridden(by: [
    .init(.factors, .all, 1)
  ])

  private static let shocks: [(name: String, experiment: Experiment)] = [
    ("transfer-deficit", Experiment(Injection(1, into: "hoh"))),
    ("transfer-10-deficit", Experiment(Injection(10, into: "hoh"))),
    ("transfer-grant", Experiment(Injection(1, into: "hoh"), grant: 1)),
    (
      "purchases-deficit",
      Experiment(Injection([("c-brd", 19.0 / 33), ("c-mlk", 14.0 / 33)]))
    ),
    ("tariffs-abolished", Experiment(changes: [.init(.tax, of: "trf", percent: -100)])),
  ]

  @Test(arguments: ["full", "specific", "idle-labour"])
  func `levels after every shock are those of the worked example`(name: String) throws {
    let table = try Self.table()
    let model = try EquilibriumModel(
      try Cases.twoSector(), regime: Self.regime(name), elasticities: Self.elasticities)
    for shock in Self.shocks {
      let expected = try #require(table["\(name)/\(shock.name)"])
      let solution = try model.solution(of: shock.experiment)
      func level(_ indicator: Indicator) throws -> Double {
        try #require(model.base(of: indicator)) + #require(solution.change(of: indicator))
      }
      var found: [String: Double] = [
        "real_gdp_fc": try level(.realGDPFactorCost), "gdp_fc": try level(.gdpFactorCost),
        "gdp_mp": try level(.gdpMarketPrices), "income": try level(.income),
        "real_cons": try level(.realConsumption) + 50, "ev": try level(.equivalentVariation),
        "exports": try level(.exports), "imports": try level(.imports),
        "investment": try level(.investment), "taxes": try level(.taxReturn),
        "gsav": try level(.governmentSaving), "cpi": 1 + (try level(.consumerPrices)) / 100,
        "exr": 1 + (try level(.exchangeRate)) / 100,
      ]
      for a in ["a-brd", "a-mlk"] {
        found["PA \(a)"] = try solution.price(of: a)
        found["QA \(a)"] = try solution.quantity(of: a)
        found["rent cap \(a)"] = try solution.reward(of: "cap", in: a)
      }
      for c in ["c-brd", "c-mlk"] {
        found["PQ \(c)"] = try solution.price(of: c)
        found["QQ \(c)"] = try solution.quantity(of: c)
      }
      found["W lab"] = try solution.reward(of: "lab", in: "a-brd")
      for (quantity, value) in expected {
        let own = try #require(found[quantity], "\(quantity)")
        #expect(
          agrees(own, with: value, decimals: 8), "\(name)/\(shock.name) \(quantity) \(own) \(value)"
        )
      }
      #expect(expected.count == found.count)
    }
  }

  @Test func `the limit equals the multipliers, and those with accounts for exports`() throws {
    let table = try Self.table()
    var own = Regime.limit
    own.exports = .ownOutput
    let injections: [(String, Injection)] = [
      ("hoh", Injection(1, into: "hoh")), ("c-brd", Injection(1, into: "c-brd")),
      ("c-mlk", Injection(1, into: "c-mlk")),
      ("gov purchases", Injection([("c-brd", 19.0 / 33), ("c-mlk", 14.0 / 33)])),
    ]
    for (name, regime) in [("limit", Regime.limit), ("limit-export-accounts", own)] {
      let model = try EquilibriumModel(
        try Cases.twoSector(), regime: regime, elasticities: Self.elasticities)
      for (receiver, injection) in injections {
        let expected = try #require(table["\(name)/\(receiver)"])
        let response = try model.response(to: injection)
        let pairs: [(String, Indicator)] = [
          ("real_gdp_fc", .realGDPFactorCost), ("gdp_mp", .gdpMarketPrices), ("output", .output),
          ("income", .income), ("taxes", .taxReturn),
        ]
        #expect(pairs.count == expected.count)
        for (quantity, indicator) in pairs {
          let value = try #require(expected[quantity])
          let found = try #require(response.perUnit(indicator))
          #expect(
            agrees(found, with: value, decimals: 8), "\(name)/\(receiver) \(quantity) \(found)")
        }
      }
    }
  }
}
