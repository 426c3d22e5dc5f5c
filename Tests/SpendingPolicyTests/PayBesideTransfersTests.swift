import SAMFixtures
import SocialAccounting
import Testing

/// A franc of pay beside a franc of transfers, each by what it is spent on.
struct PayBesideTransfersTests {
  @Test func `pay and transfers are set side by side franc by franc`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    let comparison = try Comparison(
      of: [
        programme(
          "cash", [("poor", 0.6, .transfer), ("rich", 0.1, .transfer), ("cserv", 0.3, .purchase)],
          outlay: 5),
        programme("pay", [("lab", 1, .wages)], outlay: 20),
        programme("hours", [("lab", 1, .wages)], outlay: 10),
      ], in: model)
    let found = try #require(comparison.payBesideTransfers)
    func gdp(_ injection: Injection) throws -> Double {
      try #require(try model.response(to: injection).measures).gdpFactorCost
    }
    #expect(found.pay.id == "pay" && found.transfer.id == "cash")
    #expect(try abs(found.payEffect - gdp(Injection(into: "lab"))) < 1e-12)
    // Administration is no transfer: seven tenths are handed out, six of them to the poor.
    let handed = try gdp(Injection([("poor", 6.0 / 7), ("rich", 1.0 / 7)]))
    #expect(abs(found.transferEffect - handed) < 1e-12)
  }
}
