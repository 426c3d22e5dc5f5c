import RwandaSAM
import SocialAccounting
import Testing

/// How much work a solution takes.
struct ContinuationTests {
  @Test(arguments: ["short-run", "long-run", "full-employment"])
  func `ten per cent of GDP takes at most three parts, one per cent few steps`(
    name: String
  ) throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let regime = try #require(Regime.standard.first { $0.name == name })
    let model = try EquilibriumModel(
      sam, regime: regime, elasticities: try Country.rwanda.elasticities())
    var solved = 0
    for (number, programme) in try Country.rwanda.programmes().enumerated()
    where programme.shares.allSatisfy({ sam.contains($0.account) }) && number % 6 == 0 {
      let small = try model.solution(
        of: Experiment(programme.injection(of: 0.01 * model.baseGDP), grant: 0.01 * model.baseGDP))
      #expect(small.continuationSteps == 1)
      #expect(small.factorisations <= 5, "\(programme.id) \(small.factorisations)")
      let large = try model.solution(
        of: Experiment(programme.injection(of: 0.1 * model.baseGDP), grant: 0.1 * model.baseGDP))
      #expect(large.continuationSteps <= 3, "\(programme.id) \(large.continuationSteps)")
      #expect(large.residual <= 1e-10)
      solved += 1
    }
    #expect(solved > 5)
  }
}
