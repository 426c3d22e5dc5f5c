import RwandaSAM
import SocialAccounting
import Testing

/// Known facts of Rwanda's 2022 matrix, in billions of francs.
struct RwandaMatrixTests {
  private let sam: SocialAccountingMatrix

  init() throws { sam = try Country.rwanda.sam("rwanda-2022-ifpri") }

  @Test func `it has 106 accounts, all with kinds, in billions of francs of 2022`() {
    #expect(sam.accounts.count == 106)
    #expect(sam.hasKinds)
    #expect(sam.unit == .rwfBillion)
    #expect(sam.year == 2022)
    #expect(sam.emptyAccounts.isEmpty)
    #expect(sam.source.contains("IFPRI"))
  }

  @Test func `every account balances within the grain of its printed digits`() throws {
    try sam.requireBalanced()
    for balance in sam.balances() {
      #expect(balance.isBalanced, "\(balance.description)")
      #expect(abs(balance.gap) <= 0.0066)
    }
  }

  @Test func `GDP and its uses are those of the national accounts`() throws {
    let gdp = try sam.grossDomesticProduct()
    #expect(abs(gdp.byIncome - 13_716.9) < 0.1)
    #expect(abs(gdp.byProduction - 13_716.9) < 0.1)
    #expect(abs(gdp.byExpenditure - 13_716.9) < 0.1)
    #expect(abs(gdp.householdConsumption - 10_063.9) < 0.1)
    #expect(abs(gdp.governmentConsumption - 2_294.0) < 0.1)
    #expect(abs(gdp.investment - 3_533.4) < 0.1)
    #expect(abs(gdp.exports - 3_102.4) < 0.1)
    #expect(abs(gdp.imports - 5_276.8) < 0.1)
  }

  @Test func `households consume 1,299.5 of their own produce`() {
    let own = sam.indices(of: .household).reduce(0) { sum, household in
      sam.indices(of: .activity).reduce(sum) { $0 + sam[$1, household] }
    }
    #expect(abs(own - 1_299.5) < 0.1)
  }

  @Test func `social protection hardly shows in the government's column`() throws {
    let paid = sam.indices(of: .household).reduce(0) { sum, household in
      sum + sam[household, sam.indices(of: .government)[0]]
    }
    #expect(abs(paid - 27.6) < 0.1)
    #expect(abs(try sam["ent", "gov"] - 687) < 0.5)
  }

  @Test func `the government dissaves, and electricity, water and transport are subsidised`() throws
  {
    #expect(abs(try sam["s-i", "gov"] + 153.8) < 0.1)
    for commodity in ["celec", "cwatr", "ctran"] { #expect(try sam["stax", commodity] < 0) }
  }

  @Test func `kinds, areas, quintiles and groups are those of the Nexus codes`() throws {
    let bare = try SocialAccountingMatrix(
      accounts: sam.accounts.map { Account(code: $0.code, name: $0.name) },
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } },
      unit: sam.unit)
    let described = try #require(try bare.describedByNexusCodes())
    #expect(described.accounts == sam.accounts)
    #expect(Set(sam.accounts.compactMap(\.quintile)) == [1, 2, 3, 4, 5])
  }

  @Test func `the newest matrix is the default, and ids are unique`() throws {
    let listings = try Country.rwanda.matrices()
    #expect(listings.compactMap(\.year).max() == listings.first?.year)
    #expect(try Country.rwanda.sam().title == listings.first?.title)
    #expect(Set(listings.map(\.id)).count == listings.count)
  }
}
