internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
internal import SocialAccounting

extension PublishedCase {
  static func hosoeMultipliers() throws -> Computed {
    let model = try MultiplierModel(Published.hosoe())
    let codes = ["BRD", "MLK", "CAP", "LAB", "HOH"]
    let fixed = try MultiplierModel(Published.hosoe(), supply: SupplyResponse(["BRD": 0]))
    func three(_ measure: Measure) throws -> [Double] {
      let all = try model.multipliers(on: measure)
      return [all[0], all[1], all[4]]
    }
    let receivers = ["BRD", "MLK", "HOH"]
    let transfer = try model.response(to: Injection(into: "HOH"))
    let prices = try PriceModel(model)
    func changes(_ code: String) throws -> [Double] {
      try prices.priceChanges([.init(of: .account(code), percent: 10)]).map { $0 / 100 }
    }
    return named(model.multiplierMatrix(), rows: codes, columns: codes, prefix: "inverse ")
      + named(
        fixed.multiplierMatrix().dropFirst().map { Array($0.dropFirst()) },
        rows: Array(codes.dropFirst()), columns: Array(codes.dropFirst()), prefix: "bread fixed: ")
      + named(try three(.output), "output multiplier", of: receivers)
      + named(try three(.gdpFactorCost), "GDP multiplier", of: receivers)
      + transfer.leakages.map { ("leakage of a transfer, \($0.account)", $0.amount) }
      + named(try changes("EXT"), "price after dearer imports", of: codes)
      + named(Array(try changes("IDT").prefix(3)), "price after a dearer tax", of: codes)
  }

  /// The tariffs abolished, as in `hosoe-tariffs`.
  static func hosoeTariffs() throws -> Computed {
    let regime = Regime(
      name: "standard", summary: "", factors: [.init(.all, .mobile, supplyElasticity: 0)],
      government: .valueShares, investment: .valueShares, numeraire: .reward("lab"))
    let model = try EquilibriumModel(
      try Published.twoSector(), regime: regime,
      elasticities: Elasticities.standard.overridden(by: [.init(.factors, .all, 1)]))
    let solution = try model.solution(
      of: Experiment(changes: [.init(.tax, of: "trf", percent: -100)]))
    let base = try model.solution(of: Experiment())
    func percent(_ after: Double, _ before: Double) -> Double { 100 * (after / before - 1) }
    func bought(_ code: String, by payer: String, _ solution: EquilibriumSolution) throws -> Double
    {
      try solution.sam[code, payer] / known(try solution.price(of: code), "price of \(code)")
    }
    var figures: Computed = []
    for (good, word) in [("brd", "bread"), ("mlk", "milk")] {
      let (activity, commodity) = ("a-\(good)", "c-\(good)")
      func change(
        _ what: String, _ value: (EquilibriumSolution) throws -> Double?
      ) throws {
        let (after, before) = try (known(value(solution), what), known(value(base), what))
        figures.append(("\(what), \(word)", percent(after, before)))
      }
      try change("output") { try $0.quantity(of: activity) }
      try change("exports") { try $0.exportVolume(of: commodity) }
      try change("imports") { try $0.importVolume(of: commodity) }
      try change("household consumption") { try bought(commodity, by: "hoh", $0) }
      try change("government consumption") { try bought(commodity, by: "gov", $0) }
    }
    figures.append(("exchange rate", try known(solution.change(of: .exchangeRate), "rate")))
    let reward = try known(try solution.reward(of: "cap", in: "a-brd"), "price of capital")
    figures.append(("price of capital", 100 * (reward - 1)))
    figures.append(
      ("equivalent variation", try known(solution.change(of: .equivalentVariation), "welfare")))
    return figures
  }

  /// A value that the model must have.
  static func known(_ value: Double?, _ what: String) throws(Diagnostic) -> Double {
    guard let value else { throw Diagnostic("the model has no \(what)") }
    return value
  }
}
