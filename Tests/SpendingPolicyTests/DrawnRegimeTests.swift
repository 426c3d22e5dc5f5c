import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// Draws over the matrix, elasticities and factor supply under regimes.
struct DrawnRegimeTests {
  private static let chosen = ["vup-direct-support", "school-feeding", "education", "roads"]

  private static func programmes() throws -> [Programme] {
    try Country.rwanda.programmes().filter { chosen.contains($0.id) }
  }

  private static func uncertainty(
    _ regimes: [Regime], elasticities: Elasticities? = nil, financing: Financing = .grant
  ) throws -> Uncertainty {
    try Uncertainty(
      of: try programmes(), in: try MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri")),
      grades: try Country.rwanda.grades(), measures: [.gdpFactorCost], financing: financing,
      regimes: regimes, elasticities: try elasticities ?? Country.rwanda.elasticities())
  }

  /// In the limit no elasticity matters, and a draw of the matrix has the multipliers of that draw:
  /// two systems of equations, one answer.
  @Test func `draws in the limit are draws of the multipliers`() async throws {
    let result = try await Self.uncertainty([.limit]).run(draws: 5, seed: 11)
    for programme in Self.chosen + ["average:social-protection"] {
      let fixed = try result.band(of: programme, .gdpFactorCost)
      let limit = try result.band(of: programme, .realGDPFactorCost, under: "limit")
      #expect(abs(fixed.point - limit.point) < 1e-9)
      #expect(abs(fixed.mean - limit.mean) < 1e-9 && fixed.mean != fixed.point)
    }
  }

  @Test func `the point is that of the regime, and elasticities and supply move the draws`()
    async throws
  {
    let result = try await Self.uncertainty([.shortRun]).run(draws: 6, seed: 2)
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try EquilibriumModel(
      sam, regime: .shortRun, elasticities: try Country.rwanda.elasticities())
    for programme in try Self.programmes() {
      let band = try result.band(of: programme.id, .realGDPFactorCost, under: "short-run")
      let value = try model.response(to: programme).perUnit(.realGDPFactorCost)
      #expect(abs(band.point - (try #require(value))) < 1e-10)
      #expect(band.percentile(0.95) > band.percentile(0.05))
    }
    // Without ranges, and where no supply is drawn, only the matrix moves.
    var still = Regime.shortRun
    still.supplyDraws = []
    let fixed = Elasticities(
      try Country.rwanda.elasticities().entries.map {
        .init($0.parameter, $0.accounts, $0.value, source: $0.source)
      })
    let narrow = try await Self.uncertainty([still], elasticities: fixed).run(draws: 6, seed: 2)
    let wide = try result.band(of: "education", .realGDPFactorCost, under: "short-run")
    let thin = try narrow.band(of: "education", .realGDPFactorCost, under: "short-run")
    #expect(
      wide.percentile(0.95) - wide.percentile(0.05) > thin.percentile(0.95) - thin.percentile(0.05))
    #expect(thin.percentile(0.95) > thin.percentile(0.05))
  }

  @Test func `parts of a run are the run, also under a regime`() async throws {
    let uncertainty = try Self.uncertainty([.fullEmployment])
    let whole = try await uncertainty.run(draws: 6, seed: 4)
    let parts = try await [
      uncertainty.run(draws: 6, seed: 4, shard: try #require(Uncertainty.Shard(1, of: 2))),
      uncertainty.run(draws: 6, seed: 4, shard: try #require(Uncertainty.Shard(2, of: 2))),
    ]
    let merged = try UncertaintyResult.merging(
      zip(["first", "second"], parts).map { (name: $0, result: $1) })
    let name = "full-employment"
    #expect(
      try merged.band(of: "roads", .equivalentVariation, under: name)
        == whole.band(of: "roads", .equivalentVariation, under: name))
  }

  @Test func `who pays decides under a regime too`() async throws {
    let grant = try await Self.uncertainty([.shortRun]).run(draws: 2, seed: 1)
    let borrowed = try await Self.uncertainty(
      [.shortRun], financing: .borrowing(crowdingOut: 0)
    ).run(draws: 2, seed: 1)
    let bands = try [grant, borrowed].map {
      try $0.band(of: "education", .realGDPFactorCost, under: "short-run").point
    }
    #expect(bands[0] > bands[1] + 0.01, "\(bands)")
  }
}
