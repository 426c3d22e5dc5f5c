import SAMFixtures
import SocialAccounting
import Testing

@Suite struct EffectColumnTests {
  @Test func `a column is found by its name, and another name finds none`() {
    for column in EffectColumn.allCases {
      #expect(EffectColumn(rawValue: column.id) == column)
      #expect(!column.meaning.isEmpty)
    }
    #expect(Set(EffectColumn.allCases.map(\.id)).count == EffectColumn.allCases.count)
    #expect(EffectColumn(rawValue: "gdp_factor_costs") == nil)
  }

  @Test func `a row is found by the id of its programme, and a typo names the nearest`() throws {
    let comparison = try Comparison(
      of: randomMatrixProgrammes(), in: MultiplierModel(RandomSAM.balanced(seed: 3)))
    let first = comparison.rows[0]
    #expect(try comparison[first.programme.id] == first)
    let typo = first.programme.id + "x"
    let failure = #expect(throws: Comparison.Failure.self) { try comparison[typo] }
    #expect(failure == .unknownProgramme(typo, nearest: [first.programme.id]))
    #expect(
      throws: Comparison.Failure.unknownProgramme(typo, nearest: [first.programme.id])
    ) { try comparison.explain(typo, .income) }
  }
}
