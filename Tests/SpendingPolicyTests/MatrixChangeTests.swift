import SAMFixtures
import SocialAccounting
import Testing

/// From one matrix to another, kind of column by kind: the ends are those of the two models.
struct MatrixChangeTests {
  @Test(arguments: [[:], ["agriculture": 0.5, "a1": 0.8]])
  func `the steps lead from one model to the other`(_ shares: [String: Double]) throws {
    let supply = try SupplyResponse(
      shares.sorted { $0.key < $1.key }.map {
        SupplyResponse.Entry(selector: .named($0.key), share: $0.value)
      })
    let comparisons = try [UInt64(1), 2].map { seed in
      try Comparison(
        of: randomMatrixProgrammes(),
        in: MultiplierModel(try RandomSAM.complete(seed: seed), supply: supply))
    }
    let change = try #require(MatrixChange(to: comparisons[0], from: comparisons[1]))
    #expect(change.steps.map { $0.kind } == MatrixChange.Kind.allCases)
    for (step, comparison) in [
      (change.steps.first, comparisons[1]), (change.steps.last, comparisons[0]),
    ] {
      for (value, family) in [
        (step?.gdp.protection, Programme.Family.socialProtection),
        (step?.gdp.others, .otherPublicSpending),
      ] {
        let expected = try #require(comparison.average(of: family, .gdpFactorCost))
        #expect(abs(try #require(value) - expected) < 1e-9, "\(family)")
      }
    }
  }

  /// What a commodity's column alone moves is what the difference lacks when that column is the other
  /// matrix's.
  @Test func `a commodity moves what its own column does`() throws {
    let one = try RandomSAM.complete(seed: 1)
    let codes = one.accounts.map { $0.code }
    // The same matrix with twice the imports in one column, at the cost of what it pays activities.
    let cells = try codes.filter { code in
      guard code.hasPrefix("a"), code != "atax" else { return false }
      return try one[code, "c1"] > 0
    }
    let imports = try one["row", "c1"]
    let made = try cells.reduce(0) { try $0 + one[$1, "c1"] }
    let other = try one.replacing(
      [("row", "c1", imports + 0.5 * made)] + cells.map { ($0, "c1", try 0.5 * one[$0, "c1"]) })
    let now = try Comparison(of: randomMatrixProgrammes(), in: MultiplierModel(one))
    let before = try Comparison(
      of: randomMatrixProgrammes(), in: MultiplierModel(other, tolerance: 1e9))
    let change = try #require(MatrixChange(to: now, from: before))
    let difference = { (comparison: Comparison) throws -> Double in
      try #require(comparison.average(of: .socialProtection, .gdpFactorCost))
        - #require(comparison.average(of: .otherPublicSpending, .gdpFactorCost))
    }
    let mover = try #require(change.movers.first)
    #expect(mover.commodity.code == "c1")
    #expect(abs(mover.change - (try difference(now) - difference(before))) < 1e-9)
    for other in change.movers.dropFirst() { #expect(abs(other.change) < 1e-9) }
    #expect(mover.imports.before > mover.imports.now)
  }
}
