import SAMFixtures
import SocialAccounting
import Testing

@Suite("Rounds of spending")
struct SpendingRoundsTests {
  @Test(arguments: 1...6)
  func `rounds add to the closed form, account by account`(seed: UInt64) throws {
    let response = try SupplyResponse(["services": seed.isMultiple(of: 2) ? 0.5 : 1])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed), supply: response)
    let injection = Injection([("h-r1", 1), ("c-services1", 0.5), ("gov", 0.25)])
    let result = try model.spendingRounds(of: injection, count: 400)
    for i in result.accounts.indices {
      let sum = result.rounds.reduce(0) { $0 + $1.receipts[i] }
      #expect(abs(sum - result.closedForm.changes[i]) < 1e-10)
    }
    for measure in Measure.allCases {
      let sum = result.rounds.reduce(0) { $0 + ($1.measures?[measure] ?? 0) }
      #expect(abs(sum - (result.closedForm.measures?[measure] ?? .nan)) < 1e-10)
    }
    #expect(abs(result.rounds.reduce(0) { $0 + $1.leaked } - injection.total) < 1e-10)
  }

  @Test func `what leaked and what still circulates add to the injection`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    let result = try model.spendingRounds(of: Injection(10, into: "HOH"), count: 5)
    var leaked = 0.0
    for (round, next) in zip(result.rounds, result.rounds.dropFirst()) {
      leaked += round.leaked
      #expect(abs(leaked + next.totalReceipts - 10) < 1e-12)
    }
    // The household spends 20 of 90 on bread and 30 of 90 on milk.
    #expect(abs(result.rounds[1].receipts[0] - 10 * 20.0 / 90) < 1e-12)
    #expect(abs(result.rounds[1].receipts[1] - 10 * 30.0 / 90) < 1e-12)
  }
}
