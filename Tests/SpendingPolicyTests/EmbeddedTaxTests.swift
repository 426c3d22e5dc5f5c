import SAMFixtures
import SocialAccounting
import Testing

struct EmbeddedTaxTests {
  /// Bread is made of flour; flour is taxed at 10 of 100, bread at 20 of 200.
  private static func bakery() throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: [
        Account(code: "a-flour", kind: .activity), Account(code: "a-bread", kind: .activity),
        Account(code: "flour", kind: .commodity), Account(code: "bread", kind: .commodity),
        Account(code: "labour", kind: .labour), Account(code: "farmer", kind: .household),
        Account(code: "baker", kind: .household), Account(code: "gov", kind: .government),
        Account(code: "vat", kind: .productTax),
      ],
      flows: [
        [0, 0, 90, 0, 0, 30, 0, 0, 0], [0, 0, 0, 180, 0, 0, 0, 0, 0],
        [0, 100, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 90, 80, 30, 0],
        [120, 80, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 120, 0, 0, 0, 0],
        [0, 0, 0, 0, 80, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 30],
        [0, 0, 10, 20, 0, 0, 0, 0, 0],
      ], unit: .unstated)
  }

  @Test func `tax inside inputs is inside the price, and own produce is exempt`() throws {
    let tax = try EmbeddedTax(of: Self.bakery())
    let rates = Dictionary(uniqueKeysWithValues: zip(tax.sellers.map(\.code), tax.rates))
    #expect(abs((rates["flour"] ?? .nan) - 0.1) < 1e-15)
    // 20 of its own and 10 in its flour, in 200 of bread.
    #expect(abs((rates["bread"] ?? .nan) - 0.15) < 1e-15)
    let paid = tax.paidByHouseholds
    #expect(paid.map(\.account.code) == ["farmer", "baker"])
    // The farmer's 30 of own flour carry nothing.
    #expect(abs(paid[0].tax - 13.5) < 1e-12 && abs(paid[1].tax - 12) < 1e-12)
    let payers = try Financing.indirectTax.payers(in: Self.bakery())
    #expect(abs(payers[0].amount - 13.5 / 25.5) < 1e-12)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the taxes inside all final purchases are the taxes that production pays`(
    _ seed: UInt64
  ) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let tax = try EmbeddedTax(of: sam)
    let sellers = Set(tax.sellers.map(\.code))
    var inside = 0.0
    for (seller, rate) in zip(tax.sellers, tax.rates) {
      for buyer in sam.accounts where !sellers.contains(buyer.code) {
        inside += rate * (try sam[seller.code, buyer.code])
      }
    }
    let collected = try tax.sellers.reduce(0) { $0 + (try sam["stax", $1.code]) }
    #expect(abs(inside - collected) < 1e-9 * abs(collected))
  }

  @Test func `a matrix without such taxes has no cuts of them`() throws {
    let sam = try Published.hosoe()
    let bare = try sam.describing(
      sam.accounts.filter { $0.kind?.isTax == true }.map { Account(code: $0.code, kind: .other) })
    #expect(Programme.taxCuts(in: bare).isEmpty)
    #expect(throws: Financing.Failure.noProductTax) { try EmbeddedTax(of: bare) }
    #expect(throws: Financing.Failure.noDirectTax) { try Financing.directTax.payers(in: bare) }
  }
}
