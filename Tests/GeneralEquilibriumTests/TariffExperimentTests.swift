import SAMFixtures
import SocialAccounting
import Testing

/// The tariffs of the standard model abolished: Hosoe, Gasawa & Hashimoto 2010, Textbook of
/// Computable General Equilibrium Modelling, chapter 6.
struct TariffExperimentTests {
  @Test func `tariffs abolished change what the textbook prints`() throws {
    let regime = Regime(
      name: "standard", summary: "", factors: [.init(.all, .mobile, supplyElasticity: 0)],
      government: .valueShares, investment: .valueShares, numeraire: .reward("lab"))
    let model = try EquilibriumModel(
      try Cases.twoSector(), regime: regime,
      elasticities: Elasticities.standard.overridden(by: [.init(.factors, .all, 1)]))
    let solution = try model.solution(
      of: Experiment(changes: [.init(.tax, of: "trf", percent: -100)]))
    let base = try model.solution(of: Experiment())

    func percent(_ after: Double?, _ before: Double?) throws -> Double {
      100 * (try #require(after) / #require(before) - 1)
    }
    func volume(_ solution: EquilibriumSolution, _ code: String, by payer: String) throws -> Double
    {
      try solution.sam[code, payer] / #require(try solution.price(of: code))
    }
    let consumed = try ["c-brd", "c-mlk"].map {
      try percent(volume(solution, $0, by: "hoh"), volume(base, $0, by: "hoh"))
    }
    #expect(agree(consumed, with: [1.961, 2.510], decimals: 3), "\(consumed)")
    let government = try ["c-brd", "c-mlk"].map {
      try percent(volume(solution, $0, by: "gov"), volume(base, $0, by: "gov"))
    }
    #expect(agree(government, with: [-6.850, -6.349], decimals: 3), "\(government)")
    let output = try ["a-brd", "a-mlk"].map {
      try percent(solution.quantity(of: $0), base.quantity(of: $0))
    }
    #expect(agree(output, with: [2.169, -1.380], decimals: 3), "\(output)")
    let exports = try ["c-brd", "c-mlk"].map {
      try percent(solution.exportVolume(of: $0), base.exportVolume(of: $0))
    }
    #expect(agree(exports, with: [17.929, 12.458], decimals: 3), "\(exports)")
    let imports = try ["c-brd", "c-mlk"].map {
      try percent(solution.importVolume(of: $0), base.importVolume(of: $0))
    }
    #expect(agree(imports, with: [-1.082, 18.848], decimals: 3), "\(imports)")
    let rate = try #require(solution.change(of: .exchangeRate))
    #expect(agrees(rate, with: 6.282, decimals: 3), "\(rate)")
    let capital = try 100 * (#require(try solution.reward(of: "cap", in: "a-brd")) - 1)
    #expect(agrees(capital, with: 0.089, decimals: 3), "\(capital)")
    let welfare = try #require(solution.change(of: .equivalentVariation))
    #expect(agrees(welfare, with: 1.145, decimals: 3), "\(welfare)")
    // Utility is the product of both goods' consumption to their budget shares.
    #expect(agrees(25.5085 * (1 + welfare / 50), with: 26.0926, decimals: 3))
  }
}
