import SAMFixtures
import SocialAccounting
import Testing

@Suite("Drivers of the variance")
struct VarianceDriversTests {
  /// Own consumption bought on the market, spending at the margin, and supply that is short of it.
  private static func settings() throws -> [ModelSettings] {
    let elasticities = try IncomeElasticities([
      .init(household: "poor", account: "cfood", elasticity: 0.4),
      .init(household: "poor", account: "cserv", elasticity: 1.8),
    ])
    let half = try SupplyResponse(["agriculture": 0.5])
    return [
      ModelSettings(), ModelSettings(ownConsumption: .off),
      ModelSettings(spending: .marginal(elasticities)),
      ModelSettings(ownConsumption: .off, spending: .marginal(elasticities)),
      ModelSettings(supply: half), ModelSettings(supply: half, ownConsumption: .market),
    ]
  }

  @Test(arguments: 0..<6)
  func `drivers add to the variance of many draws`(_ choice: Int) async throws {
    let uncertainty = try Uncertainty(
      of: PeopleUncertainty.programmes(),
      in: MultiplierModel(try PeopleExamples.farm(), Self.settings()[choice]),
      grades: PeopleUncertainty.grades(0.05, programmes: 0.1), measures: [.gdpFactorCost])
    let drivers = try uncertainty.drivers()
    let result = try await uncertainty.run(draws: 4000, seed: 5)
    for id in ["cash", "service", "guess"] {
      let own = drivers.filter { $0.programme == id }
      let shares = own.reduce(0) { $0 + $1.share }
      #expect(abs(shares - 1) < 1e-12)
      let variance = own.reduce(0) { $0 + $1.standardDeviation * $1.standardDeviation }
      let band = try result.band(of: id, .gdpFactorCost)
      // Nine tenths of a normal distribution lie within 1.645 standard deviations.
      let drawn = (band.percentile(0.95) - band.percentile(0.05)) / (2 * 1.6448536)
      #expect(abs(drawn / variance.squareRoot() - 1) < 0.06, "\(id)")
    }
    // One account, one share: nothing of the vector can vary.
    #expect(
      drivers.first { $0.programme == "service" && $0.driver == "programme" }?.share == 0)
  }
}
