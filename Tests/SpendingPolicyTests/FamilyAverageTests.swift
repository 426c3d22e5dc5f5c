import SAMFixtures
import SocialAccounting
import Testing

struct FamilyAverageTests {
  private func members(_ programmes: [Programme]) throws -> [String: FamilyAverage.Member] {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let averages = try Comparison(of: programmes, in: model).averages
    return Dictionary(
      uniqueKeysWithValues: averages.flatMap(\.members).map { ($0.programme.id, $0) })
  }

  private func school(
    _ id: String, _ outlay: Double?, partOf: String? = nil, isRanked: Bool = true
  ) throws -> Programme {
    try programme(
      id, family: .otherPublicSpending, [("c2", 1, .purchase)], outlay: outlay, partOf: partOf,
      isRanked: isRanked)
  }

  @Test func `averages are weighted by outlays and only over ranked programmes that have one`()
    throws
  {
    var programmes = try randomMatrixProgrammes()
    programmes.append(try school("planned", 500, isRanked: false))
    programmes.append(try school("unknown", nil))
    let model = try MultiplierModel(RandomSAM.balanced(seed: 4))
    let comparison = try Comparison(of: programmes, in: model)
    #expect(comparison.averages.map(\.family) == [.socialProtection, .otherPublicSpending])
    let weights: [Programme.Family: [String: Double]] = [
      .socialProtection: ["cash": 0.75, "works": 0.25],
      .otherPublicSpending: ["roads": 0.6, "school": 0.4],
    ]
    for average in comparison.averages {
      let expected = try #require(weights[average.family])
      #expect(Set(average.members.map(\.programme.id)) == Set(expected.keys))
      for member in average.members {
        #expect(abs(member.weight - (expected[member.programme.id] ?? .nan)) < 1e-15)
      }
      for column in EffectColumn.allCases where column.isAmount {
        let value = comparison.rows.reduce(0) {
          $0 + (expected[$1.programme.id] ?? 0) * ($1.effect[column] ?? .nan)
        }
        #expect(abs((average.values[column] ?? .nan) - value) < 1e-12)
      }
    }
  }

  @Test func `a part counts once: the parent's weight is its outlay less its ranked parts`() throws
  {
    let members = try members([
      school("health", 300), school("care", 80, partOf: "health"),
      school("subsidy", 5, partOf: "care"),
      school("variant", 100, partOf: "health", isRanked: false),
      school("clinic", nil, partOf: "health"),
    ])
    #expect(members.keys.sorted() == ["care", "health", "subsidy"])
    #expect(members["health"]?.countedOutlay == 220e9)
    #expect(members["care"]?.countedOutlay == 75e9)
    #expect(members["subsidy"]?.countedOutlay == 5e9)
    let total = members.values.reduce(0) { $0 + $1.countedOutlay }
    #expect(total == 300e9)
    #expect(abs(members.values.reduce(0) { $0 + $1.weight } - 1) < 1e-15)
  }

  @Test func `a part inside a part without an outlay still counts once`() throws {
    let members = try members([
      school("roads", 300), school("water", nil, partOf: "roads"),
      school("wells", 40, partOf: "water"),
    ])
    #expect(members["roads"]?.countedOutlay == 260e9)
    #expect(members["wells"]?.countedOutlay == 40e9)
  }

  @Test func `programmes that are parts of each other do not hang`() throws {
    let members = try members([
      school("a", 10, partOf: "b"), school("b", nil, partOf: "a"), school("c", 30),
    ])
    #expect(members["c"]?.countedOutlay == 30e9)
  }

  @Test func `a part of another family is taken out of its parent`() throws {
    let members = try members([
      school("education", 100),
      programme("meals", [("c0", 1, .purchase)], outlay: 30, partOf: "education"),
    ])
    #expect(members["education"]?.countedOutlay == 70e9)
    #expect(members["meals"]?.weight == 1)
  }

  @Test func `outlays in other units weigh the same`() throws {
    let million = CurrencyUnit(currency: "RWF", scale: .million)
    let small = try Programme(
      id: "small", name: "small", family: .otherPublicSpending,
      shares: [.init(1, to: "c1", as: .purchase, evidence: .assumed)],
      outlay: .init(40_000, unit: million, year: "2022", evidence: .assumed))
    let members = try members([school("large", 60), small])
    #expect(abs((members["small"]?.weight ?? .nan) - 0.4) < 1e-15)
  }

  /// Issue 16, 1: the average by outlay is what the budget does per franc, so a programme that holds
  /// another counts without the franc of the one inside, and not with its own vector unchanged.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `the average by outlay is the effect of the budget per franc`(_ seed: UInt64) throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: seed))
    let comparison = try Comparison(
      of: [
        school("education", 100),
        programme("meals", [("hhd-r1", 1, .transfer)], outlay: 30, partOf: "education"),
        programme("grants", [("hhd-u2", 1, .transfer)], outlay: 20),
        school("defence", 50),
      ], in: model)
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      let average = try #require(comparison.average(of: family))
      let budget = comparison.budget.filter { $0.programme.family == family }
      for column in EffectColumn.allCases where column.isAmount {
        guard let value = average.values[column] else { continue }
        let sums = budget.reduce((effect: 0.0, outlay: 0.0)) {
          ($0.effect + ($1.total(column) ?? .nan), $0.outlay + $1.outlay)
        }
        #expect(abs(value - sums.effect / sums.outlay) < 1e-12, "\(column.id)")
      }
      #expect(abs(average.parts.reduce(0) { $0 + $1.part } - 1) < 1e-15)
    }
    // By hand: 100 francs of education hold 30 of meals, so 150 - 30 of others make up the average.
    let gdp = { (id: String) in try comparison[id].effect.gdpFactorCost }
    let byHand = try (100 * gdp("education") - 30 * gdp("meals") + 50 * gdp("defence")) / 120
    let others = try #require(comparison.average(of: .otherPublicSpending, .gdpFactorCost))
    #expect(abs(others - byHand) < 1e-12)
    let response = try model.response(
      to: try #require(comparison.average(of: .otherPublicSpending)).injection)
    #expect(abs((response.measures?[.gdpFactorCost] ?? .nan) - byHand) < 1e-12)
  }

  /// The same parts serve draws and turning points: without errors a draw gives the average itself.
  @Test func `draws weigh the programmes of an average as the comparison does`() async throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 3))
    let programmes = [
      try school("education", 100),
      try programme("meals", [("hhd-r1", 1, .transfer)], outlay: 30, partOf: "education"),
    ]
    let comparison = try Comparison(of: programmes, in: model)
    let uncertainty = try Uncertainty(
      of: programmes, in: model, grades: SourceGrades(relativeErrors: [:], entries: []),
      measures: [.gdpFactorCost])
    let result = try await uncertainty.run(draws: 2, seed: 1)
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      let band = try result.band(of: Uncertainty.average(of: family), .gdpFactorCost)
      let average = try #require(comparison.average(of: family, .gdpFactorCost))
      #expect(abs(band.point - average) < 1e-12)
    }
  }

  /// A programme of which all is spent inside another counts through that one alone.
  @Test func `what is spent inside a programme altogether is counted there`() throws {
    let comparison = try Comparison(
      of: [
        programme("all", [("hhd-r1", 1, .transfer)], outlay: 10),
        programme("inside", [("c1", 1, .purchase)], outlay: 10, partOf: "all"),
        programme("beside", [("hhd-u4", 1, .transfer)], outlay: 5),
      ], in: MultiplierModel(try RandomSAM.balanced(seed: 2)))
    let average = try #require(comparison.average(of: .socialProtection))
    let (inside, beside) = (comparison.rows[1].effect, comparison.rows[2].effect)
    let expected = (10 * inside.gdpFactorCost + 5 * beside.gdpFactorCost) / 15
    #expect(abs(try #require(average.values[.gdpFactorCost]) - expected) < 1e-12)
    #expect(average.members.map { $0.programme.id } == ["inside", "beside"])
  }
}
