import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// What lies between the multiplier and a regime: the bridge, the split by scarcity, the curve over
/// the elasticity of supply.
struct ScarcityTests {
  /// Two ranked programmes of each family on a random matrix.
  private static func comparison(
    _ sam: SocialAccountingMatrix, financing: Financing = .grant
  ) throws -> Comparison {
    func programme(
      _ id: String, _ family: Programme.Family, _ shares: [(String, Double, Programme.Role)]
    ) throws -> Programme {
      try Programme(
        id: id, name: id, family: family,
        shares: shares.map { Programme.Share($0.1, to: $0.0, as: $0.2, evidence: .derived) },
        outlay: Programme.Outlay(5, unit: .rwfBillion, year: "2022", evidence: .derived))
    }
    return try Comparison(
      of: [
        try programme("cash", .socialProtection, [("hhd-r1", 1, .transfer)]),
        try programme(
          "pension", .socialProtection, [("hhd-u4", 0.9, .transfer), ("c2", 0.1, .purchase)]),
        try programme("service", .otherPublicSpending, [("c2", 1, .purchase)]),
        try programme("roads", .otherPublicSpending, [("c1", 1, .purchase)]),
      ], in: try MultiplierModel(sam), financing: financing)
  }

  /// The same matrix with one labour account known to be skilled.
  private static func withSkills(seed: UInt64) throws -> SocialAccountingMatrix {
    let sam = try RandomSAM.balanced(seed: seed)
    var accounts = sam.accounts
    accounts[try sam.index(of: "lab-s")].group = "skilled"
    return try SocialAccountingMatrix(
      accounts: accounts, flows: accounts.indices.map { i in accounts.indices.map { sam[i, $0] } },
      unit: sam.unit, year: sam.year, title: "Skills")
  }

  @Test func `the bridge begins at the multipliers and ends at each regime`() throws {
    let sam = try Self.withSkills(seed: 5)
    let comparison = try Self.comparison(sam)
    let bridge = try PriceBridge(of: comparison)
    #expect(bridge.steps == PriceBridge.Scarcity.allCases)
    for (row, effect) in zip(comparison.rows, bridge.effects.effects[0]) {
      let value: Double = try #require(effect.values[.realGDPFactorCost])
      #expect(abs(value - row.effect.gdpFactorCost) < 1e-10)
    }
    for (step, effects) in zip(bridge.steps, bridge.effects.effects) {
      let model = try EquilibriumModel(sam, regime: step.regime)
      for (row, effect) in zip(comparison.rows, effects) {
        let alone = try model.response(to: row.programme).perUnit(.equivalentVariation)
        #expect(
          abs(try #require(effect.values[.equivalentVariation]) - (try #require(alone))) < 1e-10)
      }
    }
    for order in bridge.orders(by: .realGDPFactorCost) {
      let difference = order.protection - order.others
      if abs(difference) < 0.02 { #expect(order.protectionDoesMore == nil) }
      if let more = order.protectionDoesMore { #expect(more == (difference > 0)) }
    }
    #expect(bridge.orders(by: .realGDPFactorCost).count == bridge.steps.count)
  }

  @Test func `steps that a matrix cannot tell apart are left out`() throws {
    let sam = try RandomSAM.balanced(seed: 5)
    var accounts = sam.accounts
    for k in accounts.indices where accounts[k].group == "agriculture" { accounts[k].group = nil }
    let plain = try SocialAccountingMatrix(
      accounts: accounts, flows: accounts.indices.map { i in accounts.indices.map { sam[i, $0] } },
      unit: sam.unit, year: sam.year, title: "Plain")
    let steps = try PriceBridge(of: Self.comparison(plain)).steps
    #expect(!steps.contains(.agriculture) && !steps.contains(.foreignExchange))
  }

  @Test(arguments: ["short-run", "full-employment", "long-run", "agriculture-fixed", "limit"])
  func `what scarcities take away adds to the regime`(name: String) throws {
    let sam = try Self.withSkills(seed: 6)
    let regime = try #require(Regime.standard.first { $0.name == name })
    for financing in [Financing.grant, .directTax] {
      guard financing == .grant || regime.foreign == .savingFixed else { continue }
      let comparison = try Self.comparison(sam, financing: financing)
      let split = try ScarcitySplit(
        of: "service", .realGDPFactorCost, in: comparison, under: regime)
      #expect(abs(split.fixedPrice - comparison.rows[2].gross.gdpFactorCost) < 1e-10)
      let whole = try RegimeComparison(of: comparison, under: [regime]).effects[0][2]
      #expect(abs(split.value - (try #require(whole.values[.realGDPFactorCost]))) < 1e-12)
      let sum = split.parts.reduce(split.fixedPrice) { $0 + $1.amount }
      #expect(abs(sum - split.value) < 1e-12, "\(sum) \(split.value)")
      let mean = split.parts.reduce(split.fixedPrice) { $0 + $1.mean }
      #expect(abs(mean - split.value) < 1e-12, "\(mean) \(split.value)")
      #expect(split.parts.contains { $0.scarcity == .taxes } == (financing == .directTax))
      #expect(split.parts.isEmpty == (name == "limit"))
    }
  }

  /// With two scarcities a part is the mean of what it does first and what it does last.
  @Test func `a part is the mean over the orders`() throws {
    let sam = try Self.withSkills(seed: 7)
    let comparison = try Self.comparison(sam)
    func effect(_ scarce: [String]) throws -> Double {
      var regime = Regime.specificCapital
      for word in ["@land", "@capital"] where !scarce.contains(word) {
        regime.factors.append(
          .init(AccountSelector(stringLiteral: word), .mobile, supplyElasticity: .infinity))
      }
      let response = try EquilibriumModel(sam, regime: regime).response(
        to: Experiment(comparison.rows[0].programme.injection()))
      return try #require(response.change(of: .realGDPFactorCost))
    }
    let split = try ScarcitySplit(
      of: "cash", .realGDPFactorCost, in: comparison, under: .specificCapital)
    let land =
      ((try effect(["@land"]) - effect([]))
        + (try effect(["@land", "@capital"])
          - effect(["@capital"])))
      / 2
    let found = try #require(split.parts.first { $0.scarcity == .land })
    #expect(abs(found.mean - land) < 1e-12, "\(found.mean) \(land)")
    #expect(abs(found.amount - (try effect(["@land"]) - effect([]))) < 1e-12)
  }

  @Test func `the curve joins scarce and idle skills, and is equal where families cross`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let chosen = ["vup-direct-support", "education", "roads"]
    let comparison = try Comparison(
      of: try Country.rwanda.programmes().filter { chosen.contains($0.id) },
      in: try MultiplierModel(sam))
    let elasticities = try Country.rwanda.elasticities()
    let curve = try SupplyElasticityCurve(
      of: .labour(.skilled), for: comparison, elasticities: elasticities)
    let ends = try RegimeComparison(
      of: comparison, under: [.shortRun, .shortRunSkillsIdle], elasticities: elasticities)
    for (point, effects) in [
      (curve.points.first, ends.effects[0]), (curve.points.last, ends.effects[1]),
    ] {
      for (value, effect) in zip(try #require(point).programmes, effects) {
        #expect(abs(value - (try #require(effect.values[.realGDPFactorCost]))) < 1e-10)
      }
    }
    let leads = curve.points.map { $0.averages[0] - $0.averages[1] }
    let signs = zip(leads, leads.dropFirst()).count { $0 * $1 < 0 }
    #expect(curve.crossings.count == signs)
    for crossing in curve.crossings {
      let turned = Regime.shortRun.supplying(.labour(.skilled), at: crossing, in: sam)
      let there = try RegimeComparison(
        of: comparison, under: [turned],
        elasticities: elasticities)
      let a = try #require(there.average(of: .socialProtection, .realGDPFactorCost, under: 0))
      let b = try #require(there.average(of: .otherPublicSpending, .realGDPFactorCost, under: 0))
      #expect(abs(a - b) < 1e-4, "\(crossing) \(a) \(b)")
    }
  }

  @Test func `a setting has its counterpart under a regime, or is refused by name`() throws {
    let sam = try RandomSAM.balanced(seed: 8)
    let model = try MultiplierModel(sam).with { $0.ownConsumption = .off }
    let programmes = try Self.comparison(sam).rows.map(\.programme)
    let comparison = try Comparison(of: programmes, in: model)
    let effects = try RegimeComparison(of: comparison, under: [.limit]).effects[0]
    for (row, effect) in zip(comparison.rows, effects) {
      let value: Double = try #require(effect.values[.realGDPFactorCost])
      #expect(abs(value - row.effect.gdpFactorCost) < 1e-10)
    }
    let limited = try MultiplierModel(sam, supply: try SupplyResponse(["agriculture": 0.5]))
    #expect(throws: RegimeComparison.Failure.self) {
      try RegimeComparison(of: try Comparison(of: programmes, in: limited), under: [.limit])
    }
  }
}
