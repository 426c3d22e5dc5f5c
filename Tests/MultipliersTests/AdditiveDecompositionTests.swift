import SAMFixtures
import SocialAccounting
import Testing

@Suite("The additive decomposition")
struct AdditiveDecompositionTests {
  @Test(arguments: 1...8)
  func `initial, transfer, open and closed effects add to the multiplier`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let injection = Injection([("h-r1", 0.7), ("c-services1", 2), ("lab", -0.5)])
    let effects = try decomposition.additive(injection)
    let response = try model.response(to: injection)
    for (effect, change) in zip(effects, response.changes) {
      #expect(abs(effect.total - change) < 1e-9)
    }
    #expect(effects.reduce(0) { $0 + $1.initial } == injection.total)
  }

  @Test func `a franc for Hosoe's household has the published effects`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let effects = try decomposition.additive(Injection(into: "HOH"))
    let open = [0.339266, 0.440576, 0.222262, 0.179072, 0]
    let closed = [0.227438, 0.295355, 0.149001, 0.120047, 0.670383]
    for (i, effect) in effects.enumerated() {
      #expect(effect.initial == (i == 4 ? 1 : 0))
      #expect(abs(effect.transfer) < 1e-15)
      #expect(prints(effect.openLoop, as: open[i]))
      #expect(prints(effect.closedLoop, as: closed[i]))
    }
  }

  @Test func `an exogenous account has no decomposition`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    #expect(throws: MultiplierModel.Failure.exogenousAccount("GOV")) {
      try decomposition.additive(Injection(into: "GOV"))
    }
  }
}
