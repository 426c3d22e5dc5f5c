internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
internal import RwandaSAM
internal import SAMFiles
internal import SocialAccounting

extension PublishedCase {
  static func twoSectorPrices() throws -> Computed {
    let sam = try Published.twoSector()
    let elasticities = Elasticities.standard.overridden(by: [.init(.factors, .all, 1)])
    let purchases = [("c-brd", 19.0 / 33), ("c-mlk", 14.0 / 33)]
    let shocks: [(name: String, experiment: Experiment)] = [
      ("transfer-deficit", Experiment(Injection(1, into: "hoh"))),
      ("transfer-10-deficit", Experiment(Injection(10, into: "hoh"))),
      ("transfer-grant", Experiment(Injection(1, into: "hoh"), grant: 1)),
      ("purchases-deficit", Experiment(Injection(purchases))),
      ("tariffs-abolished", Experiment(changes: [.init(.tax, of: "trf", percent: -100)])),
    ]
    var figures: Computed = []
    for name in ["full", "specific", "idle-labour"] {
      let model = try EquilibriumModel(sam, regime: regime(name), elasticities: elasticities)
      for shock in shocks {
        let solution = try model.solution(of: shock.experiment)
        figures += try levels(of: solution).map { ("\(name)/\(shock.name)/\($0.name)", $0.value) }
      }
    }
    var own = Regime.limit
    own.exports = .ownOutput
    let injections: [(name: String, injection: Injection)] = [
      ("hoh", Injection(1, into: "hoh")), ("c-brd", Injection(1, into: "c-brd")),
      ("c-mlk", Injection(1, into: "c-mlk")), ("gov purchases", Injection(purchases)),
    ]
    for (name, regime) in [("limit", Regime.limit), ("limit-export-accounts", own)] {
      let model = try EquilibriumModel(sam, regime: regime, elasticities: elasticities)
      for (receiver, injection) in injections {
        let response = try model.response(to: injection)
        for (quantity, indicator) in limitIndicators {
          figures.append(
            (
              "\(name)/\(receiver)/\(quantity)",
              try known(response.perUnit(indicator), quantity)
            ))
        }
      }
    }
    return figures
  }

  private static let limitIndicators: [(String, Indicator)] = [
    ("real_gdp_fc", .realGDPFactorCost), ("gdp_mp", .gdpMarketPrices), ("output", .output),
    ("income", .income), ("taxes", .taxReturn),
  ]

  /// The three kinds of factor market of the example.
  private static func regime(_ name: String) -> Regime {
    var regime = Regime(
      name: name, summary: "", factors: [.init(.all, .mobile, supplyElasticity: 0)])
    if name != "full" { regime.factors.append(.init("cap", .specific, supplyElasticity: 0)) }
    if name == "idle-labour" {
      regime.factors.append(.init("lab", .mobile, supplyElasticity: .infinity))
    }
    return regime
  }

  private static func levels(of solution: EquilibriumSolution) throws -> Computed {
    func level(_ indicator: Indicator) throws -> Double {
      try known(solution.model.base(of: indicator), indicator.rawValue)
        + known(solution.change(of: indicator), indicator.rawValue)
    }
    var figures: Computed = [
      ("real_gdp_fc", try level(.realGDPFactorCost)), ("gdp_fc", try level(.gdpFactorCost)),
      ("gdp_mp", try level(.gdpMarketPrices)), ("income", try level(.income)),
      // The example counts all consumption of the base; the indicator what changes of it.
      ("real_cons", try level(.realConsumption) + 50), ("ev", try level(.equivalentVariation)),
      ("exports", try level(.exports)), ("imports", try level(.imports)),
      ("investment", try level(.investment)), ("taxes", try level(.taxReturn)),
      ("gsav", try level(.governmentSaving)), ("cpi", 1 + (try level(.consumerPrices)) / 100),
      ("exr", 1 + (try level(.exchangeRate)) / 100),
      ("W lab", try known(try solution.reward(of: "lab", in: "a-brd"), "wage")),
    ]
    for a in ["a-brd", "a-mlk"] {
      figures.append(("PA \(a)", try known(try solution.price(of: a), "price")))
      figures.append(("QA \(a)", try known(try solution.quantity(of: a), "quantity")))
      figures.append(("rent cap \(a)", try known(try solution.reward(of: "cap", in: a), "rent")))
    }
    for c in ["c-brd", "c-mlk"] {
      figures.append(("PQ \(c)", try known(try solution.price(of: c), "price")))
      figures.append(("QQ \(c)", try known(try solution.quantity(of: c), "quantity")))
    }
    return figures
  }

  static func rwandaPrices() throws -> Computed {
    let model = try EquilibriumModel(
      try Country.rwanda.sam("rwanda-2022-ifpri"), regime: .shortRun,
      elasticities: try Country.rwanda.elasticities())
    let outlay = 0.01 * model.baseGDP
    var figures: Computed = []
    for (id, shares) in try programmes() {
      let injection = Injection(shares.map { ($0.account, $0.value * outlay) })
      for financing in ["deficit", "grant"] {
        let solution = try model.solution(
          of: Experiment(injection, grant: financing == "grant" ? outlay : 0))
        let found = try changes(of: solution) + [("outlay", outlay)]
        figures += found.map { ("\(financing)/\(id)/\($0.name)", $0.value) }
      }
    }
    return figures
  }

  private static func changes(of solution: EquilibriumSolution) throws -> Computed {
    let amounts: [(String, Indicator)] = [
      ("real_gdp_fc", .realGDPFactorCost), ("gdp_fc", .gdpFactorCost), ("income", .income),
      ("income_b40", .incomeBottom40), ("real_cons", .realConsumption), ("exports", .exports),
      ("imports", .imports), ("ev", .equivalentVariation),
      ("ev_poorest_40", .equivalentVariationBottom40),
    ]
    let indices: [(String, Indicator)] = [
      ("cpi", .consumerPrices), ("exchange_rate", .exchangeRate),
      ("price_agriculture", .agriculturePrice), ("wage_skilled", .skilledWage),
    ]
    var figures: Computed = [("investment_scale", solution.investmentScale)]
    for (name, indicator) in amounts {
      figures.append((name, try known(solution.change(of: indicator), name)))
    }
    for (name, indicator) in indices {
      figures.append((name, 1 + (try known(solution.change(of: indicator), name)) / 100))
    }
    for code in ["amaiz", "aeduc", "acons"] {
      figures.append(("PA:\(code)", try known(try solution.price(of: code), "price")))
      figures.append(("QA:\(code)", try known(try solution.quantity(of: code), "quantity")))
    }
    figures.append(("PQ:cfood", try known(try solution.price(of: "cfood"), "price")))
    return figures
  }

  /// The programmes of the example and their shares.
  private static func programmes() throws(Diagnostic) -> [(
    id: String, shares: [(account: String, value: Double)]
  )] {
    let table = try RecordTable(
      try CaseFiles.file("programmes-rwanda-2022.csv"), required: ["programme", "account", "share"])
    var programmes: [(id: String, shares: [(account: String, value: Double)])] = []
    for record in table.records {
      let id = try table.requiredText(record, "programme")
      if programmes.last?.id != id { programmes.append((id, [])) }
      programmes[programmes.count - 1].shares.append(
        (try table.requiredText(record, "account"), try table.requiredNumber(record, "share")))
    }
    return programmes
  }
}
