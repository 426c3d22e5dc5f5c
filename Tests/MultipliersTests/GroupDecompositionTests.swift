import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Why a group gains")
struct GroupDecompositionTests {
  @Test(arguments: 1...8)
  func `the parts add to what the group gains`(seed: UInt64) throws {
    let response = try SupplyResponse(seed % 2 == 0 ? ["agriculture": 0.4] : [:])
    let model = try MultiplierModel(try RandomSAM.balanced(seed: seed), supply: response)
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let households = model.endogenous.filter { $0.kind == .household }.map(\.code)
    let injection = Injection([
      (households[0], 3), (households[1], 1), (model.endogenous[2].code, 2),
    ])
    let effect = try decomposition.effect(on: households[0], of: injection)
    let gain = try model.response(to: injection).change(of: households[0])
    #expect(abs(effect.total.total - gain) <= 1e-12 * gain)
    for row in effect.rows.map({ $0.parts }) + [effect.total] {
      let four =
        row.directDirect + row.directIndirect + row.indirectDirect + row.indirectIndirect
      #expect(abs(four - row.total) <= 1e-12 * abs(row.total))
      if let circle = row.interdependency {
        #expect(abs(circle * row.distributional - row.total) <= 1e-12 * abs(row.total))
      }
    }
  }

  /// What reaches the group from the receiver itself counts apart from what reaches other
  /// institutions first: by the three matrices, cell by cell.
  @Test(arguments: 1...4)
  func `the parts are products of the three matrices`(seed: UInt64) throws {
    let model = try MultiplierModel(try RandomSAM.complete(seed: seed))
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let matrices = decomposition.matrices()
    let codes = model.endogenous.map { $0.code }
    for (group, receiver) in [("hhd-r1", "hhd-u1"), ("hhd-r1", "hhd-r1"), ("hhd-u1", "a1")] {
      let i = try #require(codes.firstIndex(of: group))
      let j = try #require(codes.firstIndex(of: receiver))
      let parts = try decomposition.effect(on: group, of: Injection(into: receiver)).rows[0].parts
      let own = matrices.transfer[j][j]
      let byItself = codes.indices.map { matrices.openLoop[$0][j] * own }
      #expect(abs(parts.directDirect - matrices.closedLoop[i][i] * byItself[i]) < 1e-10)
      let byOthers = codes.indices.filter { $0 != i }.reduce(0) {
        $0 + matrices.closedLoop[i][$1] * byItself[$1]
      }
      #expect(abs(parts.indirectDirect - byOthers) < 1e-10)
    }
  }

  /// Hosoe's household: of 1.125339 per unit of bread, 1.670383 is the closed loop, and the rest
  /// what a unit of bread brings before the circle closes.
  @Test func `Hosoe's household gains by a circle of the published length`() throws {
    let model = try MultiplierModel(try Published.hosoe())
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    let effect = try decomposition.effect(on: "HOH", of: Injection(into: "BRD"))
    let row = try #require(effect.rows.first).parts
    #expect(abs(row.total - 1.125339) < 5e-7)
    #expect(abs(try #require(row.interdependency) - 1.670383) < 5e-7)
    #expect(row.indirectDirect == 0 || abs(row.indirectDirect) < 1e-15)
  }

  @Test func `an exogenous group has no decomposition`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    #expect(throws: MultiplierModel.Failure.exogenousAccount("row")) {
      try decomposition.effect(on: "row", of: Injection(into: "poor"))
    }
  }
}
