import RwandaSAM
import SocialAccounting
import Testing

/// Newton's method on the published matrix of 2022.
struct RwandaExampleTests {
  @Test func `a programme of one per cent of GDP is solved in a few steps`() throws {
    let model = try EquilibriumModel(
      try Country.rwanda.sam("rwanda-2022-ifpri"), regime: .shortRun,
      elasticities: try Country.rwanda.elasticities())
    let outlay = 0.01 * model.baseGDP
    for account in ["hhd-r1", "ceduc", "cpadm", "ccons"] {
      let solution = try model.solution(of: Experiment(Injection(outlay, into: account)))
      #expect(solution.steps <= 20 && solution.factorisations <= 3)
    }
  }
}
