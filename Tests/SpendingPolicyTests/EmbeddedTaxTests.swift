import SAMFixtures
import SocialAccounting
import Testing

struct EmbeddedTaxTests {
  /// Bread is made of flour, and growers of flour eat bread at work; flour is taxed at 10 of 100,
  /// bread at 20 of 200.
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
        [0, 100, 0, 0, 0, 0, 0, 0, 0], [20, 0, 0, 0, 0, 90, 80, 10, 0],
        [100, 80, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 100, 0, 0, 20, 0],
        [0, 0, 0, 0, 80, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 30],
        [0, 0, 10, 20, 0, 0, 0, 0, 0],
      ], unit: .unstated)
  }

  /// The tax inside a unit of bread: b = 20/200 + 180/200 (100/180) f and f = 10/100 + 90/100
  /// (20/120) b for the flour in it, so b = 0.15 / 0.925.
  private static let inBread = 0.15 / 0.925

  @Test func `tax inside inputs is inside the price`() throws {
    let tax = try EmbeddedTax(of: Self.bakery())
    let rates = Dictionary(uniqueKeysWithValues: zip(tax.sellers.map(\.code), tax.rates))
    #expect(abs((rates["bread"] ?? .nan) - Self.inBread) < 1e-15)
    #expect(abs((rates["flour"] ?? .nan) - 0.1 - 0.15 * Self.inBread) < 1e-15)
    #expect(abs((rates["a-flour"] ?? .nan) - Self.inBread / 6) < 1e-15)
  }

  @Test func `own produce is exempt, although the bread of those who grew it was taxed`() throws {
    let paid = try EmbeddedTax(of: Self.bakery()).paidByHouseholds
    #expect(paid.map(\.account.code) == ["farmer", "baker"])
    // The farmer's 30 of own flour, which hold 5 of bread at cost, carry nothing.
    #expect(abs(paid[0].tax - 90 * Self.inBread) < 1e-12)
    #expect(abs(paid[1].tax - 80 * Self.inBread) < 1e-12)
    let payers = try Financing.indirectTax.payers(in: Self.bakery())
    #expect(abs(payers[0].amount - 90.0 / 170) < 1e-12)
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
