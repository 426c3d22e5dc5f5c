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
    let base = try model.solution(of: Experiment())
    let size = injection.amounts.reduce(0) { $0 + abs($1.value) }
    var distance = 0.0
    let receipts = zip(solution.sam.receipts, base.sam.receipts).map { $0 - $1 }
    for (account, change) in zip(response.accounts, response.changes) {
      let k = try model.sam.index(of: account.code)
      distance = max(distance, abs(receipts[k] - change) / size)
    }
    // What responding accounts pay to each of the others, and what is spent there at once.
    let inside = try response.accounts.map { try model.sam.index(of: $0.code) }
    for leakage in response.leakages {
      let k = try model.sam.index(of: leakage.account)
      let paid = inside.reduce(0) { $0 + solution.sam[k, $1] - base.sam[k, $1] }
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
      let sizes = [0.01, -0.01, 0.1, 1e-9 / model.baseGDP * 1000]
      for size in number % 8 == 0 ? sizes : [sizes[number % 3]] {
        let injection = Injection(
          programme.shares.map { ($0.account, $0.fraction * size * model.baseGDP) })
        let distance = try Self.distance(model, multipliers, injection)
        // A franc is the last digits of the flows it moves.
        #expect(
          distance <= (abs(size) < 1e-6 ? 1e-2 : 1e-10), "\(programme.id) \(size) \(distance)")
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
        for size in [0.05, -0.005] {
          let injection = Injection(size * model.baseGDP, into: account.code)
          let distance = try Self.distance(model, multipliers, injection)
          #expect(distance <= 1e-10, "\(seed) \(account.code) \(size) \(distance)")
        }
      }
    }
  }
}
