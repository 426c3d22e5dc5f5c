import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

/// Saving at the rates of another matrix.
struct SavingRatesTests {
  @Test(arguments: 1...4)
  func `rates of the matrix itself change nothing, and others make a column that adds to one`(
    _ seed: UInt64
  ) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let own = try model.with { $0.savingRates = SavingRates(of: model.sam) }
    let other = SavingRates(of: try ToolboxRandom.sam(seed: seed + 50))
    let changed = try model.with { $0.savingRates = other }
    let savings = model.exogenous.indices.filter { model.exogenous[$0].kind == .savings }
    for (j, account) in model.endogenous.enumerated() {
      let spent = changed.propensities.columnSums[j] + changed.leakageRates.columnSums[j]
      #expect(abs(spent - 1) < 1e-12)
      let rate = savings.reduce(0) { $0 + changed.leakageRates[$1, j] }
      if let wanted = other.byAccount[account.code] { #expect(abs(rate - wanted) < 1e-12) }
      let same = savings.reduce(0) { $0 + own.leakageRates[$1, j] }
      let before = savings.reduce(0) { $0 + model.leakageRates[$1, j] }
      #expect(abs(same - before) < 1e-12)
    }
  }

  @Test func `the rate is what an account saves of what it pays, by hand`() throws {
    let sam = try ToolboxExamples.hosoe()
    let household = try sam.index(of: "HOH")
    let savings = sam.indices(of: .savings)
    let saved = savings.reduce(0) { $0 + sam[$1, household] }
    let paid = sam.accounts.indices.reduce(0) { $0 + sam[$1, household] }
    #expect(SavingRates(of: sam).byAccount["HOH"] == saved / paid && saved > 0)
  }
}
