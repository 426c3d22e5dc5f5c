import LinearAlgebra
import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// With every factor idle at a fixed wage the model is the multiplier model, account by account.
struct LimitTheoremTests {
  /// The largest distance, relative to the shock, of receipts of responding accounts and of leakages.
  private static func distance(
    _ model: EquilibriumModel, _ multipliers: MultiplierModel, _ injection: Injection
  ) throws -> Double {
    let solution = try model.solution(of: Experiment(injection))
    let response = try multipliers.response(to: injection, exogenousReceivers: true)
    let size = injection.amounts.reduce(0) { $0 + abs($1.value) }
    var distance = 0.0
    let flows = solution.flowChanges
    for (account, change) in zip(response.accounts, response.changes) {
      let k = try model.sam.index(of: account.code)
      let received = (0..<flows.columns).reduce(0) { $0 + flows[k, $1] }
      distance = max(distance, abs(received - change) / size)
    }
    // What responding accounts pay to each of the others, and what is spent there at once.
    let inside = try response.accounts.map { try model.sam.index(of: $0.code) }
    for leakage in response.leakages {
      let k = try model.sam.index(of: leakage.account)
      let paid = inside.reduce(0) { $0 + flows[k, $1] }
      let atOnce = injection.amounts.reduce(0) {
        $0 + ($1.account == leakage.account ? $1.value : 0)
      }
      distance = max(distance, abs(paid + atOnce - leakage.amount) / size)
    }
    let pairs: [(Indicator, Measure)] = [
      (.gdpFactorCost, .gdpFactorCost), (.gdpMarketPrices, .gdpMarketPrices), (.output, .output),
      (.income, .income), (.realGDPFactorCost, .gdpFactorCost),
    ]
    for (indicator, measure) in pairs {
      let change = try #require(solution.change(of: indicator))
      let multiplier = try #require(response.measures?[measure])
      distance = max(distance, abs(change - multiplier) / size)
    }
    return distance
  }

  @Test(arguments: ["rwanda-2017", "rwanda-2022", "rwanda-2022-ifpri", "rwanda-2024"])
  func `every programme has its multipliers, from a franc to ten per cent of GDP`(
    name: String
  ) throws {
    let sam = try Country.rwanda.sam(name)
    let model = try EquilibriumModel(
      sam, regime: .limit, elasticities: try Country.rwanda.elasticities())
    let multipliers = try MultiplierModel(sam)
    var compared = 0
    for (number, programme) in try Country.rwanda.programmes().enumerated()
    where programme.shares.allSatisfy({ sam.contains($0.account) }) {
      // Every programme at one size of either sign, and some at all of them.
      let franc = 1 / sam.unit.scale.factor / model.baseGDP
      let sizes = [franc, -0.01, 0.1, -franc, 0.01]
      for size in number % 8 == 0 ? sizes : [sizes[number % 5]] {
        let injection = Injection(
          programme.shares.map { ($0.account, $0.fraction * size * model.baseGDP) })
        let distance = try Self.distance(model, multipliers, injection)
        #expect(distance <= 1e-10, "\(programme.id) \(size) \(distance)")
        compared += 1
      }
    }
    #expect(compared > 40)
  }

  @Test(arguments: ["rwanda-2017", "rwanda-2022", "rwanda-2022-ifpri", "rwanda-2024"])
  func `the adjoint gives the multipliers of every account`(name: String) throws {
    let sam = try Country.rwanda.sam(name)
    let model = try EquilibriumModel(sam, regime: .limit)
    let multipliers = try MultiplierModel(sam)
    let effects = model.marginalEffects(of: [.gdpFactorCost, .income, .output])
    for account in multipliers.endogenous {
      let injection = Injection(1, into: account.code)
      let found = try effects.response(to: Experiment(injection))
      let expected = try multipliers.response(to: injection)
      for (indicator, measure) in [
        (Indicator.gdpFactorCost, Measure.gdpFactorCost), (.income, .income), (.output, .output),
      ] {
        let value: Double = try #require(found.perUnit(indicator))
        #expect(abs(value - (expected.measures?[measure] ?? .nan)) < 1e-10, "\(account.code)")
      }
    }
  }

  @Test func `random matrices have their multipliers`() throws {
    for seed in UInt64(1)...12 {
      let sam = try RandomSAM.balanced(seed: seed, products: 3 + Int(seed) % 5)
      let model = try EquilibriumModel(sam, regime: .limit)
      let multipliers = try MultiplierModel(sam)
      for (index, account) in multipliers.endogenous.enumerated() where index % 3 == Int(seed) % 3 {
        for size in [0.1, -0.005, 1e-13, -1e-13] {
          let injection = Injection(size * model.baseGDP, into: account.code)
          let distance = try Self.distance(model, multipliers, injection)
          #expect(distance <= 1e-10, "\(seed) \(account.code) \(size) \(distance)")
        }
      }
    }
  }

  /// Own produce that does not grow with income is what the multiplier model calls `off`.
  @Test func `own produce and income elasticities have a counterpart`() throws {
    for seed in UInt64(1)...6 {
      let sam = try RandomSAM.balanced(seed: seed)
      let kept = Elasticities.standard.overridden(by: [
        .init(.income, .kind(.activity), 0)
      ])
      var cases = [
        (kept, try MultiplierModel(sam).with { $0.ownConsumption = .off })
      ]
      let drawn = try Self.normalised(seed: seed, in: sam)
      cases.append(
        (
          Elasticities.standard.overridden(
            by: drawn.entries.map {
              .init(
                .income, .account($0.account), $0.elasticity,
                of: .account($0.household))
            }),
          try MultiplierModel(sam).with { $0.spending = .marginal(drawn) }
        ))
      for (elasticities, multipliers) in cases {
        let model = try EquilibriumModel(sam, regime: .limit, elasticities: elasticities)
        for receiver in ["hhd-r1", "hhd-u5", "c1", "a2"] where sam.contains(receiver) {
          for size in [1e-13, -0.005, 0.1] {
            let injection = Injection(size * model.baseGDP, into: receiver)
            let distance = try Self.distance(model, multipliers, injection)
            #expect(distance <= 1e-10, "\(seed) \(receiver) \(size) \(distance)")
          }
        }
      }
    }
  }

  /// Two systems of equations with exports from own output, at full size.
  @Test(arguments: ["rwanda-2022-ifpri", "rwanda-2024"])
  func `exports from own output have a counterpart, from a franc on`(name: String) throws {
    let sam = try Country.rwanda.sam(name)
    var regime = Regime.limit
    regime.exports = .ownOutput
    let model = try EquilibriumModel(
      sam, regime: regime, elasticities: try Country.rwanda.elasticities())
    // The base of the model is the matrix balanced exactly, which printed cells are only nearly.
    let exact = try model.solution(of: Experiment()).sam
    let multipliers = try MultiplierModel(exact).with { $0.exports = .ownOutput }
    for receiver in ["hhd-r1", "ceduc", "cfood", "ccons"] where sam.contains(receiver) {
      for size in [1 / sam.unit.scale.factor / model.baseGDP, -0.001, 0.1] {
        let injection = Injection(size * model.baseGDP, into: receiver)
        let solution = try model.solution(of: Experiment(injection))
        let response = try multipliers.response(to: injection)
        for (indicator, measure) in [
          (Indicator.gdpFactorCost, Measure.gdpFactorCost), (.income, .income),
          (.output, .output),
        ] {
          let change: Double = try #require(solution.change(of: indicator))
          let expected: Double = try #require(response.measures?[measure])
          #expect(
            abs(change - expected) <= 1e-10 * abs(injection.total),
            "\(receiver) \(size) \(indicator.rawValue) \(change) \(expected)")
        }
      }
    }
  }

  /// Elasticities between a half and one and a half, whose marginal shares add to the average.
  private static func normalised(
    seed: UInt64, in sam: SocialAccountingMatrix
  ) throws -> IncomeElasticities {
    var random = RandomStream(seed: seed, draw: 0, key: RandomStream.key("elasticities"))
    var entries: [IncomeElasticities.Entry] = []
    for household in sam.accounts where household.kind == .household {
      let goods = try sam.accounts.filter {
        try ($0.kind == .commodity || $0.kind == .activity) && sam[$0.code, household.code] != 0
      }
      let raw = goods.map { _ in 0.5 + random.uniform() }
      let bought = try goods.map { try sam[$0.code, household.code] }
      let mean = zip(raw, bought).reduce(0) { $0 + $1.0 * $1.1 } / bought.reduce(0, +)
      for (good, elasticity) in zip(goods, raw) {
        entries.append(
          .init(household: household.code, account: good.code, elasticity: elasticity / mean))
      }
    }
    return try IncomeElasticities(entries)
  }
}
