import SAMFixtures
import SocialAccounting
import Testing

struct InvarianceTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `permuting accounts permutes results`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    var random = SplitMix64(seed: seed)
    let shuffled = try sam.reordered(Array(sam.accounts.indices).shuffled(using: &random))
    let response = try SupplyResponse(["industry": 0.6])
    let original = try MultiplierModel(sam, supply: response).multipliers()
    let permuted = try MultiplierModel(shuffled, supply: response).multipliers()
    let byCode = Dictionary(uniqueKeysWithValues: permuted.map { ($0.account.code, $0) })
    #expect(original.map(\.account.code) != permuted.map(\.account.code))
    for row in original {
      let other = try #require(byCode[row.account.code])
      for measure in Measure.allCases {
        #expect(abs((row.measures?[measure] ?? 0) - (other.measures?[measure] ?? .nan)) < 1e-12)
      }
      for leakage in row.leakages {
        let same = other.leakages.first { $0.account == leakage.account }
        #expect(abs(leakage.amount - (same?.amount ?? .nan)) < 1e-12)
      }
    }
  }

  @Test(arguments: [1e-9, 1e-3, 1e6])
  func `the unit changes nothing`(_ factor: Double) throws {
    let sam = try RandomSAM.balanced(seed: 4)
    let original = try MultiplierModel(sam).multiplierMatrix()
    let scaled = try MultiplierModel(sam.scaled(by: factor)).multiplierMatrix()
    #expect(largestDifference(original, scaled) < 1e-12)
  }

  @Test func `injections add up`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 6))
    let first = try model.response(to: Injection(2, into: "c0"))
    let second = try model.response(to: Injection(3, into: "hhd-u1"))
    let both = try model.response(to: Injection([("c0", 2), ("hhd-u1", 1), ("hhd-u1", 2)]))
    let sum = zip(first.changes, second.changes).map { $0 + $1 }
    #expect(both.injection.amounts.count == 2)
    #expect(largestDifference(both.changes, sum) < 1e-12)
  }

  @Test func `empty accounts are dropped and change nothing`() throws {
    let sam = try RandomSAM.balanced(seed: 8)
    let n = sam.accounts.count
    let wider = try SocialAccountingMatrix(
      accounts: [Account(code: "idle", kind: .commodity)] + sam.accounts,
      flows: (0...n).map { i in (0...n).map { j in i > 0 && j > 0 ? sam[i - 1, j - 1] : 0 } },
      unit: sam.unit)
    let model = try MultiplierModel(wider)
    #expect(model.emptyAccounts.map(\.code) == ["idle"])
    #expect(!model.endogenous.contains { $0.code == "idle" })
    #expect(model.multiplierMatrix() == (try MultiplierModel(sam).multiplierMatrix()))
    #expect(throws: MultiplierModel.Failure.emptyAccount("idle")) {
      try model.response(to: Injection(into: "idle"))
    }
  }
}
