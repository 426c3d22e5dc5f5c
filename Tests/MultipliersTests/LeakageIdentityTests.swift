import SAMFixtures
import SocialAccounting
import Testing

/// Each injected franc leaks exactly once, in every closure and at every response.
struct LeakageIdentityTests {
  static let closures = [
    "@government,@direct-tax,@import-tax,@export-tax,@product-tax,@activity-tax,@factor-tax,"
      + "@social-protection,@savings,@stocks,@rest-of-world",
    "@savings,@rest-of-world,@stocks", "row", "gov,s-i,row,@household,dtax,sp",
    "@enterprise,@government,@savings,@rest-of-world",
  ]
  static let responses: [KeyValuePairs<String, Double>] = [
    [:], ["agriculture": 0], ["agriculture": 0.5, "a1": 0], ["industry": 0.3, "services": 0.8],
  ]

  @Test(arguments: closures, [1, 2, 3] as [UInt64])
  func `every franc leaks once`(_ closure: String, _ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    for shares in Self.responses {
      let model = try MultiplierModel(
        sam, closure: Closure(parsing: closure), supply: SupplyResponse(shares))
      for multipliers in try model.multipliers() {
        #expect(abs(multipliers.totalLeakage - 1) < 1e-10)
      }
      for account in model.endogenous {
        let response = try model.response(to: Injection(7.5, into: account.code))
        #expect(abs(response.totalLeakage - 7.5) < 1e-9)
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `columns by solve and rows by transposed solve agree`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    for shares in Self.responses {
      let model = try MultiplierModel(sam, supply: SupplyResponse(shares))
      let matrix = model.multiplierMatrix()
      for (j, row) in try model.multipliers().enumerated() {
        let column = try model.response(to: Injection(into: row.account.code))
        #expect(largestDifference(column.changes, matrix.map { $0[j] }) < 1e-12)
        for measure in Measure.allCases {
          let byRow = try #require(row.measures?[measure])
          #expect(abs(byRow - (column.measures?[measure] ?? .nan)) < 1e-12)
          #expect(try abs(byRow - model.multipliers(on: measure)[j]) < 1e-12)
        }
        #expect(
          largestDifference(row.leakages.map(\.amount), column.leakages.map(\.amount)) < 1e-12)
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `results agree with a model in plain Swift`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let shares = ["a0": 0.4, "a3": 0.4, "a2": 0]
    let model = try MultiplierModel(
      sam, supply: SupplyResponse(["agriculture": 0.4, "a2": 0]))
    let plain = try #require(PlainModel(sam, exogenous: RandomSAM.exogenous, shares: shares))
    let amounts = ["c1": 3.0, "hhd-r1": 2, "a0": 1, "lab-n": -0.5]
    let response = try model.response(
      to: Injection(
        amounts.sorted { $0.key < $1.key }
          .map { ($0.key, $0.value) }))
    let changes = plain.changes(amounts)
    #expect(Set(changes.keys) == Set(model.endogenous.map(\.code)))
    for (code, change) in changes { #expect(try abs(response.change(of: code) - change) < 1e-11) }
    for (code, leakage) in plain.leakages(amounts) {
      #expect(try abs(response.leakage(to: code) - leakage) < 1e-11)
    }
  }

  @Test func `the power series of spending rounds converges to the closed form`() throws {
    let sam = try RandomSAM.balanced(seed: 9)
    let plain = try #require(PlainModel(sam, exogenous: RandomSAM.exogenous))
    let model = try MultiplierModel(sam)
    let response = try model.response(to: Injection(into: "c0"))
    var round = plain.codes.map { $0 == "c0" ? 1.0 : 0 }
    var sum = round
    for _ in 0..<400 {
      round = plain.propensities.map { inner($0, round) }
      for i in sum.indices { sum[i] += round[i] }
    }
    #expect(largestDifference(response.changes, sum) < 1e-10)
    // Two rounds are not yet the answer, so the test can fail.
    #expect((model.spectralRadius ?? 1) > 0.3)
  }
}
