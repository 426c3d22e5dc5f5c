import AccountMatrix
import SAMFixtures
import Testing

struct GrossDomesticProductTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `production, income and expenditure agree`(_ seed: UInt64) throws {
    let gdp = try RandomSAM.balanced(seed: seed).grossDomesticProduct()
    #expect(abs(gdp.byProduction / gdp.byIncome - 1) < 1e-12)
    #expect(abs(gdp.byExpenditure / gdp.byIncome - 1) < 1e-12)
    #expect(gdp.activityTaxes > 0)
    #expect(gdp.factorCost < gdp.byIncome)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `non-profit institutions consume as other institutions do`(_ seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let other = try #require(sam.accounts.first { $0.kind == .other })
    let gdp = try sam.grossDomesticProduct()
    let bought = try sam.accounts.filter { $0.kind?.isProduction == true && $0.kind != .activity }
      .reduce(0) { $0 + (try sam[$1.code, other.code]) }
    #expect(bought > 0)
    for kind in [Account.Kind.nonProfit, .enterprise] {
      let renamed = try sam.describing([Account(code: other.code, kind: kind)])
      #expect(try renamed.grossDomesticProduct() == gdp)
    }
  }

  @Test func `GDP of the Hosoe matrix is that of its cells`() throws {
    let gdp = try Published.hosoe().grossDomesticProduct()
    #expect(gdp.output == 181)
    #expect(gdp.intermediateConsumption == 55)
    #expect(gdp.factorCost == 90)
    #expect(gdp.netTaxes == 12)
    #expect(gdp.activityImports == 24)
    #expect(gdp.householdConsumption == 50)
    #expect(gdp.governmentConsumption == 33)
    #expect(gdp.investment == 31)
    #expect(gdp.exports == 12)
    #expect(gdp.imports == 24)
    #expect(gdp.byProduction == 102)
    #expect(gdp.byIncome == 102)
    #expect(gdp.byExpenditure == 102)
  }

  /// One activity and one commodity with every payment that a textbook leaves out.
  private func odd() throws -> SocialAccountingMatrix {
    let accounts: [(String, Account.Kind)] = [
      ("a", .activity), ("c", .commodity), ("lab", .labour), ("hh", .household),
      ("atax", .activityTax), ("stax", .productTax), ("gov", .government), ("row", .restOfWorld),
    ]
    return try SocialAccountingMatrix(
      accounts: accounts.map { Account(code: $0, kind: $1) },
      flows: [
        //  a   c  lab  hh atax stax gov row
        [0, 70, 0, 10, 0, 0, 0, 0],
        [20, 0, 0, 60, 0, 0, 8, 12],
        [50, 6, 0, 0, 0, 0, 0, 4],
        [0, 0, 58, 0, 0, 0, 16, 0],
        [3, 0, 0, 0, 0, 0, 0, 0],
        [0, 9, 0, 4, 0, 0, 0, 0],
        [0, 0, 0, 0, 3, 13, 0, 8],
        [7, 15, 2, 0, 0, 0, 0, 0],
      ], unit: .unstated)
  }

  @Test func `taxes on activities, taxes paid by final buyers and wages in trade are counted once`()
    throws
  {
    let sam = try odd()
    try sam.requireBalanced()
    let gdp = try sam.grossDomesticProduct()
    // Wages of activities 50 and of trade 6; the 4 from abroad are no GDP.
    #expect(gdp.factorCost == 56)
    #expect(gdp.tradeFactorIncome == 6)
    #expect(gdp.activityTaxes == 3)
    // 3 on production, 9 on products, 4 that households pay on top of their purchases.
    #expect(gdp.netTaxes == 16)
    #expect(gdp.householdConsumption == 74)
    #expect(gdp.governmentConsumption == 8)
    #expect(gdp.exports == 12)
    #expect(gdp.imports == 22)
    #expect(gdp.activityImports == 7)
    #expect(gdp.byIncome == 72)
    #expect(gdp.byProduction == 72)
    #expect(gdp.byExpenditure == 72)
  }

  @Test func `subsidies lower GDP at market prices`() throws {
    let sam = try odd().replacing([
      (row: "stax", column: "c", value: -9), (row: "gov", column: "stax", value: -5),
      (row: "lab", column: "c", value: 24), (row: "hh", column: "lab", value: 76),
      (row: "hh", column: "gov", value: -2),
    ])
    #expect(sam.balances().allSatisfy { $0.isBalanced })
    let gdp = try sam.grossDomesticProduct()
    #expect(gdp.netTaxes == -2)
    #expect(gdp.factorCost == 74)
    #expect(gdp.byIncome == 72)
  }

  @Test func `without kinds there is no GDP, and the accounts are named`() throws {
    let sam = try Published.hosoe()
    let bare = try SocialAccountingMatrix(
      accounts: sam.accounts.map { Account(code: $0.code, kind: $0.code == "BRD" ? nil : $0.kind) },
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } },
      unit: .unstated)
    #expect(throws: SocialAccountingMatrix.Failure.kindsMissing(accounts: ["BRD"])) {
      try bare.grossDomesticProduct()
    }
  }
}
