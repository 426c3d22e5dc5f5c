import SAMFixtures
import SocialAccounting
import Testing

@Suite("Drivers of the variance, where an account is exogenous")
struct ExogenousDriversTests {
  /// A column that passes nothing on in the first scenario has no part in its variance, whichever
  /// scenarios are drawn beside it.
  @Test func `a column that is exogenous in the first scenario drives nothing there`() throws {
    let saver = try #require(PeopleUncertainty.scenarios().last)
    #expect(saver.id == "saver")
    func drivers(_ scenarios: [StructuralScenario]) throws -> [Uncertainty.Driver] {
      try Uncertainty(
        of: PeopleUncertainty.programmes(), in: MultiplierModel(try PeopleExamples.farm()),
        scenarios: scenarios, grades: PeopleUncertainty.grades(0.05, programmes: 0.1),
        measures: [.gdpFactorCost]
      ).drivers()
    }
    let alone = try drivers([saver])
    let beside = try drivers([saver, .standard])
    #expect(alone.count == beside.count)
    for (one, other) in zip(alone, beside) {
      #expect(one.driver == other.driver && one.programme == other.programme)
      #expect(abs(one.standardDeviation - other.standardDeviation) < 1e-12, "\(one.driver)")
      #expect(abs(one.share - other.share) < 1e-12)
    }
    // The household that is no saver does drive it.
    #expect(alone.contains { $0.driver == "household" && $0.standardDeviation > 1e-3 })
  }
}
