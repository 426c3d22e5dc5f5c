import GeneralEquilibrium
import SAMFixtures
import SocialAccounting
import Testing

/// What households buy and how much of a factor there is, computed by the printed formulas from the
/// prices of a solution.
struct BehaviourTests {
  private static let shock = Experiment(
    Injection([("hhd-r1", 3), ("c1", 1)]), grant: 4,
    changes: [
      .init(.importPrice, of: "c2", percent: 8), .init(.productivity, of: "a1", percent: 4),
    ])

  private static func goods(_ sam: SocialAccountingMatrix, of household: String) throws -> [String]
  {
    try sam.accounts.filter {
      try ($0.kind == .commodity || $0.kind == .activity) && sam[$0.code, household] > 0
    }.map { $0.code }
  }

  /// p q = p γ + β (E - Σ p γ) with γ = q₀ (1 + η / φ) and β = η w₀, where η is scaled so that β adds
  /// to one (Stone 1954; Frisch 1959).
  @Test(arguments: [-1, -1.8, -4] as [Double])
  func `households buy by the linear expenditure system`(frisch: Double) throws {
    let sam = try RandomSAM.balanced(seed: 11)
    let income = frisch == -1 ? [:] : ["c1": 1.3, "c2": 0.7, "a0": 0.6]
    let elasticities = Elasticities.standard.overridden(
      by: [.init(.frisch, .all, frisch)] + income.map { .init(.income, .named($0.key), $0.value) })
    let model = try EquilibriumModel(sam, regime: .shortRun, elasticities: elasticities)
    let solution = try model.solution(of: Self.shock)
    for household in sam.accounts.filter({ $0.kind == .household }).map({ $0.code }) {
      let goods = try Self.goods(sam, of: household)
      #expect(goods.count > 2)
      let before = try goods.map { try sam[$0, household] }
      let spent = try goods.reduce(0) { try $0 + solution.sam[$1, household] }
      let prices = try goods.map { try #require(try solution.price(of: $0)) }
      let base = before.reduce(0, +)
      let raw = goods.map { income[$0] ?? 1 }
      let mean = zip(before, raw).reduce(0) { $0 + $1.0 * $1.1 } / base
      let needs = zip(before, raw).map { $0 * (1 + $1 / mean / frisch) }
      let free = spent - zip(needs, prices).reduce(0) { $0 + $1.0 * $1.1 }
      for (i, good) in goods.enumerated() {
        let expected = prices[i] * needs[i] + before[i] / base * raw[i] / mean * free
        #expect(try abs(solution.sam[good, household] - expected) < 1e-9 * base, "\(good)")
      }
    }
  }

  /// Supply is the base times the real reward to the elasticity, where the numeraire lets consumer
  /// prices move.
  @Test func `a factor is supplied for what its reward buys`() throws {
    let sam = try RandomSAM.balanced(seed: 11)
    var regime = Regime.shortRun
    regime.numeraire = .exchangeRate
    regime.factors.append(.init("@capital", .specific, supplyElasticity: 1.5))
    let solution = try EquilibriumModel(sam, regime: regime).solution(of: Self.shock)
    var (paid, cost) = (0.0, 0.0)
    for household in sam.accounts.filter({ $0.kind == .household }).map({ $0.code }) {
      for good in try Self.goods(sam, of: household) {
        paid += try sam[good, household]
        cost += try sam[good, household] * #require(try solution.price(of: good))
      }
    }
    let consumerPrices = cost / paid
    #expect(abs(consumerPrices - 1) > 1e-3)
    for activity in ["a0", "a1", "a2"] where try sam["cap", activity] > 0 {
      let employed = try #require(try solution.employment(of: "cap", in: activity))
      let reward = try #require(try solution.reward(of: "cap", in: activity))
      let real = reward / consumerPrices
      #expect(abs(real - 1) > 1e-6)
      let expected = try sam["cap", activity] * real * real.squareRoot()
      #expect(abs(employed / expected - 1) < 1e-9, "\(activity)")
    }
  }
}
