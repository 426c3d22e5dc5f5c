import SAMFixtures
import SocialAccounting
import Testing

/// What each measure counts, on a matrix small enough to follow by hand.
struct MeasureTests {
  /// An activity whose labour also works for households and abroad; half of all income is taxed.
  private func model(_ exogenous: String = "@product-tax,@direct-tax,row") throws -> MultiplierModel
  {
    let kinds: [(String, Account.Kind)] = [
      ("a", .activity), ("c", .commodity), ("lab", .labour), ("hh", .household),
      ("stax", .productTax), ("dtax", .directTax), ("row", .restOfWorld),
    ]
    let sam = try SocialAccountingMatrix(
      accounts: kinds.map { Account(code: $0, kind: $1) },
      flows: [
        //  a   c lab  hh stax dtax row
        [0, 80, 0, 0, 0, 0, 20],
        [0, 0, 0, 40, 8, 52, 0],
        [100, 12, 0, 4, 0, 0, 4],
        [0, 0, 120, 0, 0, 0, 0],
        [0, 8, 0, 0, 0, 0, 0],
        [0, 0, 0, 52, 0, 0, 0],
        [0, 0, 0, 24, 0, 0, 0],
      ], unit: .unstated)
    return try MultiplierModel(sam, closure: Closure(parsing: exogenous))
  }

  @Test func `wages in trade are GDP, wages paid by households are not`() throws {
    let model = try model()
    let response = try model.response(to: Injection(into: "c"))
    let activity = try response.change(of: "a")
    let commodity = try response.change(of: "c")
    let expected = activity + 0.12 * commodity
    #expect(abs((response.measures?[.gdpFactorCost] ?? .nan) - expected) < 1e-12)
    #expect(
      abs((response.measures?[.gdpMarketPrices] ?? .nan) - expected - 0.08 * commodity) < 1e-12)
    #expect(response.measures?[.output] == activity)
    #expect(try response.measures?[.income] == response.change(of: "hh"))
  }

  @Test func `what is injected into a factor is no GDP`() throws {
    let response = try model().response(to: Injection(into: "lab"))
    let commodity = try response.change(of: "c")
    #expect(abs((response.measures?[.gdpFactorCost] ?? .nan) - 0.92 * commodity) < 1e-12)
    #expect(try response.change(of: "lab") > 1)
  }

  @Test func `income that leaks into exogenous households is income`() throws {
    let model = try model("hh,row,@product-tax,@direct-tax")
    let response = try model.response(to: Injection(into: "c"))
    #expect(try abs((response.measures?[.income] ?? .nan) - response.leakage(to: "hh")) < 1e-12)
    #expect(try abs(response.leakage(to: "hh") - 0.92) < 1e-12)
  }
}
