import SAMFixtures
import SocialAccounting
import Testing

struct ExplanationTests {
  @Test(arguments: EffectColumn.allCases.filter(\.isAmount))
  func `the parts of a column add to it`(_ column: EffectColumn) throws {
    for response in [SupplyResponse.free, try SupplyResponse(["agriculture": 0.4])] {
      let model = try MultiplierModel(RandomSAM.balanced(seed: 3), supply: response)
      let comparison = try Comparison(of: try randomMatrixProgrammes(), in: model)
      for row in comparison.rows {
        let explained = try comparison.explain(row.programme.id, column)
        let sum = explained.parts.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - explained.value) < 1e-11, "\(row.programme.id)")
        #expect(row.effect[column] == explained.value)
        guard let last = explained.rounds.last else { continue }
        #expect(abs(last.sum - explained.value) < 0.05 * abs(explained.value))
        #expect(
          abs(explained.rounds.reduce(0) { $0 + $1.added } - last.sum) < 1e-12)
      }
    }
  }

  @Test func `what is not there cannot be explained`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 3))
    let comparison = try Comparison(of: try randomMatrixProgrammes(), in: model)
    #expect(throws: Comparison.Failure.self) { try comparison.explain("nothing", .output) }
    #expect(throws: Comparison.Failure.self) {
      try comparison.explain("cash", .turningResponse)
    }
  }
}
