import SAMFixtures
import SocialAccounting
import Testing

@Suite("Structural paths")
struct StructuralPathsTests {
  /// Every elementary path, however small.
  private static var everything: StructuralPaths.Query {
    var query = StructuralPaths.Query()
    (query.longest, query.top, query.threshold) = (1_000, 1_000_000, 0)
    return query
  }

  @Test func `all elementary paths together are the global influence`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let analysis = try StructuralPaths(model)
    let multipliers = model.multiplierMatrix()
    for (i, origin) in model.endogenous.enumerated() {
      for (j, destination) in model.endogenous.enumerated() {
        let result = try analysis.paths(
          from: origin.code, to: destination.code, Self.everything)
        #expect(abs(result.global - multipliers[j][i]) < 1e-12)
        #expect(abs(result.notCovered) < 1e-12)
        #expect(result.paths.map(\.total) == result.paths.map(\.total).sorted(by: >))
      }
    }
  }

  @Test(arguments: 1...3)
  func `all paths of a random matrix, aggregated, are the global influence`(seed: UInt64) throws {
    let sam = try ToolboxRandom.small(seed: seed)
    let response = try SupplyResponse(["a-agriculture": 0.4])
    let analysis = try StructuralPaths(try MultiplierModel(sam, supply: response))
    let result = try analysis.paths(from: "h-r", to: "a-services", Self.everything)
    #expect(result.paths.count > 5)
    #expect(abs(result.notCovered) < 1e-12)
  }

  @Test(arguments: 1...2)
  func `the search finds what enumeration finds`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let analysis = try StructuralPaths(model)
    var query = StructuralPaths.Query()
    (query.longest, query.top, query.threshold) = (4, 7, 0)
    let found = try analysis.paths(from: "h-r1", to: "cap", query).paths
    let oracle = try Enumeration(model).paths(from: "h-r1", to: "cap", longest: 4)
      .sorted { $0.total > $1.total }
    #expect(found.count == 7)
    for (path, expected) in zip(found, oracle) {
      #expect(path.accounts.map(\.code) == expected.codes)
      #expect(abs(path.direct - expected.direct) < 1e-12)
      #expect(abs(path.total - expected.total) < 1e-12)
    }
  }

  @Test func `Hosoe's paths have the published influences`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let analysis = try StructuralPaths(model)
    let household = try analysis.paths(from: "HOH", to: "BRD", Self.everything)
    #expect(prints(household.global, as: 0.566703))
    #expect(household.paths[0].accounts.map(\.code) == ["HOH", "BRD"])
    #expect(prints(household.paths[0].direct, as: 0.222222))
    #expect(prints(household.paths[0].multiplier, as: 2.217535))
    #expect(prints(household.paths[0].total, as: 0.492786))
    #expect(prints(100 * (household.paths[0].share ?? 0), as: 87.0, digits: 1))
    #expect(household.paths[1].accounts.map(\.code) == ["HOH", "MLK", "BRD"])
    #expect(prints(household.paths[1].direct, as: 0.029963))
    #expect(prints(household.paths[1].multiplier, as: 2.467008))
    #expect(prints(household.paths[1].total, as: 0.073918))
    let income = try analysis.paths(from: "BRD", to: "HOH", Self.everything)
    #expect(prints(income.global, as: 1.125339))
    let totals: [[String]: Double] = [
      ["BRD", "CAP", "HOH"]: 0.482073, ["BRD", "LAB", "HOH"]: 0.361555,
      ["BRD", "MLK", "CAP", "HOH"]: 0.153661, ["BRD", "MLK", "LAB", "HOH"]: 0.128051,
    ]
    #expect(income.paths.count == totals.count)
    for path in income.paths {
      #expect(prints(path.total, as: totals[path.accounts.map(\.code)] ?? .nan))
    }
  }

  @Test func `accounts can be restricted and excluded`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let analysis = try StructuralPaths(model)
    var query = Self.everything
    query.excluding = ["CAP"]
    let without = try analysis.paths(from: "BRD", to: "HOH", query)
    #expect(without.paths.allSatisfy { !$0.accounts.map(\.code).contains("CAP") })
    #expect(prints(without.notCovered, as: 0.482073 + 0.153661, digits: 5))
    query.excluding = []
    query.only = ["LAB"]
    #expect(try analysis.paths(from: "BRD", to: "HOH", query).paths.count == 1)
  }

  @Test func `a path to an exogenous account is refused with both ends`() throws {
    let analysis = try StructuralPaths(try MultiplierModel(try ToolboxExamples.hosoe()))
    let failure = #expect(throws: StructuralPaths.Failure.self) {
      try analysis.paths(from: "HOH", to: "GOV")
    }
    #expect(failure == .exogenousEnd(account: "GOV", isOrigin: false, other: "HOH"))
    #expect(
      throws: StructuralPaths.Failure.exogenousEnd(
        account: "EXT", isOrigin: true, other: "HOH")
    ) { try analysis.paths(from: "EXT", to: "HOH") }
  }

  @Test func `negative payments keep the bound, and the paths`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoeWithSubsidy())
    let result = try StructuralPaths(model).paths(from: "HOH", to: "BRD", Self.everything)
    #expect(abs(result.notCovered) < 1e-12)
    #expect(result.paths.contains { $0.total < 0 })
    #expect(result.paths.map { abs($0.total) } == result.paths.map { abs($0.total) }.sorted(by: >))
  }
}

/// Paths by trying every next account, with minors by plain elimination: slow and independent.
private struct Enumeration {
  let codes: [String]
  let shares: [[Double]]

  init(_ model: MultiplierModel) throws {
    let sam = model.sam
    codes = model.endogenous.map(\.code)
    let positions = try codes.map { try sam.index(of: $0) }
    let payments = sam.payments
    shares = positions.map { i in positions.map { j in sam[i, j] / payments[j] } }
  }

  func paths(
    from: String, to: String, longest: Int
  ) -> [(codes: [String], direct: Double, total: Double)] {
    guard let start = codes.firstIndex(of: from), let finish = codes.firstIndex(of: to) else {
      return []
    }
    let whole = minor(without: [])
    var found: [(codes: [String], direct: Double, total: Double)] = []
    func walk(_ path: [Int], _ direct: Double) {
      if path[path.count - 1] == finish {
        found.append((path.map { codes[$0] }, direct, direct * minor(without: path) / whole))
        return
      }
      if path.count > longest { return }
      for next in codes.indices where !path.contains(next) {
        let share = shares[next][path[path.count - 1]]
        if share != 0 { walk(path + [next], direct * share) }
      }
    }
    walk([start], 1)
    return found
  }

  private func minor(without removed: [Int]) -> Double {
    let kept = codes.indices.filter { !removed.contains($0) }
    return determinant(of: kept.map { i in kept.map { j in (i == j ? 1 : 0) - shares[i][j] } })
  }
}
