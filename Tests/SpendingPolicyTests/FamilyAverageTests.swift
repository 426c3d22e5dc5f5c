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
}
