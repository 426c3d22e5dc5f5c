import SAMFixtures
import SocialAccounting
import Testing

/// The structure of a matrix against sums over its cells, on matrices that hold every cell.
struct DescriptionOracleTests {
  /// The sum of the cells whose row and column are of some kinds.
  private func sum(
    _ sam: SocialAccountingMatrix, to rows: Set<Account.Kind>, from columns: Set<Account.Kind>
  ) -> Double {
    var total = 0.0
    for (i, row) in sam.accounts.enumerated() {
      for (j, column) in sam.accounts.enumerated() {
        guard let rowKind = row.kind, let columnKind = column.kind else { continue }
        if rows.contains(rowKind), columns.contains(columnKind) { total += sam[i, j] }
      }
    }
    return total
  }

  private static let all = Set(Account.Kind.allCases)
  private static let production: Set<Account.Kind> = [.activity, .commodity, .margin]
  private static let factors: Set<Account.Kind> = [.labour, .land, .capital, .factor]
  private static let taxesInGDP: Set<Account.Kind> = [
    .productTax, .activityTax, .importTax, .exportTax,
  ]
  private static let state: Set<Account.Kind> = [.government, .socialProtection]
  private static let savers: Set<Account.Kind> = [.savings, .stocks]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `GDP is the sum of its cells`(_ seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let gdp = try sam.grossDomesticProduct()
    let final = Self.production.union(Self.taxesInGDP)
    func expect(_ value: Double, _ rows: Set<Account.Kind>, _ columns: Set<Account.Kind>) {
      #expect(abs(value - sum(sam, to: rows, from: columns)) < 1e-9)
    }
    expect(gdp.output, [.activity], Self.all)
    expect(gdp.factorIncome, Self.factors, Self.production)
    expect(gdp.netTaxes, Self.taxesInGDP, Self.all)
    expect(gdp.householdConsumption, final, [.household])
    expect(gdp.governmentConsumption, final, Self.state)
    expect(gdp.otherConsumption, final, [.enterprise, .other])
    expect(gdp.investment, final, Self.savers)
    expect(gdp.exports, final, [.restOfWorld])
    expect(gdp.imports, [.restOfWorld], Self.production)
    expect(gdp.intermediateConsumption, Self.production, [.activity])
    expect(gdp.activityTaxes, Self.taxesInGDP, [.activity])
    expect(gdp.tradeFactorIncome, Self.factors, [.commodity, .margin])
    expect(gdp.activityImports, [.restOfWorld], [.activity])
    expect(gdp.factorCost, Self.factors, Self.production)
    #expect(abs(gdp.byIncome - gdp.factorIncome - gdp.netTaxes) < 1e-9)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `government, taxes and households are sums of cells`(_ seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let structure = try MatrixDescription(sam)
    let gdp =
      sum(sam, to: Self.factors, from: Self.production)
      + sum(sam, to: Self.taxesInGDP, from: Self.all)
    func expect(
      _ item: String, of account: String = "", _ part: Double, in whole: Double,
      _ location: SourceLocation = #_sourceLocation
    ) {
      let found = structure.items.first { $0.item == item && $0.account == account }?.value
      #expect(
        abs((found ?? .nan) - 100 * part / whole) < 1e-9, "\(item) of \(account)",
        sourceLocation: location)
    }
    // Schemes are government: what passes between the two is neither revenue nor spending.
    let others = Self.all.subtracting(Self.state)
    let revenue = sum(sam, to: Self.state, from: others)
    let spending = sum(sam, to: others.subtracting(Self.savers), from: Self.state)
    expect("revenue_share_of_gdp", revenue, in: gdp)
    expect("spending_share_of_gdp", spending, in: gdp)
    expect(
      "saving_share_of_gdp",
      sum(sam, to: Self.savers, from: Self.state) - sum(sam, to: Self.state, from: Self.savers),
      in: gdp)
    expect(
      "share_of_revenue", of: "households", sum(sam, to: Self.state, from: [.household]),
      in: revenue)
    expect(
      "share_of_spending", of: "households", sum(sam, to: [.household], from: Self.state),
      in: spending)
    for code in ["ent", "lab-n", "a0", "stax", "hhd-u1"] {
      expect(
        "share_of_revenue", of: code, try sam["gov", code] + sam["sp", code], in: revenue)
    }
    for code in ["hhd-r1", "c2", "ent"] {
      expect(
        "share_of_spending", of: code, try sam[code, "gov"] + sam[code, "sp"], in: spending)
    }
    // A rate is what imported products pay, of what they cost at the border.
    let goods = sam.accounts.filter { $0.kind == .commodity }.map { $0.code }
    let imported = try goods.filter { try sam["row", $0] > 0 }
    #expect(imported.count == 4)
    let tariffs = try goods.reduce(0) { try $0 + sam["mtax", $1] }
    expect("tariff_rate", tariffs, in: try imported.reduce(0) { try $0 + sam["row", $1] })
    for code in imported {
      expect("tariff_rate", of: code, try sam["mtax", code], in: try sam["row", code])
    }
    let taxes: Set<Account.Kind> = Self.taxesInGDP.union([.directTax, .factorTax])
    expect("taxes_share_of_gdp", sum(sam, to: taxes, from: Self.all), in: gdp)
    let productTax = sum(sam, to: [.productTax], from: [.commodity])
    expect(
      "product_tax_rate", productTax, in: sum(sam, to: Self.all, from: [.commodity]) - productTax)

    let households: Set<Account.Kind> = [.household]
    let income = sum(sam, to: households, from: Self.all)
    for (item, sources) in [
      ("income_from_labour", [.labour]), ("income_from_land", [.land]),
      ("income_from_capital", [.capital, .factor]), ("income_from_enterprises", [.enterprise]),
      ("income_from_government", Self.state), ("income_from_households", households),
      ("income_from_abroad", [.restOfWorld]),
    ] as [(String, Set<Account.Kind>)] {
      expect(item, of: "households", sum(sam, to: households, from: sources), in: income)
    }
    for (item, uses) in [
      ("spent_on_market_goods", [.commodity, .margin]), ("spent_on_own_produce", [.activity]),
      ("paid_in_direct_taxes", [.directTax]), ("paid_to_government", Self.state),
      ("paid_to_households", households), ("saved", [.savings]), ("sent_abroad", [.restOfWorld]),
    ] as [(String, Set<Account.Kind>)] {
      expect(item, of: "households", sum(sam, to: uses, from: households), in: income)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `sectors, trade, investment and the border are sums of cells`(_ seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let structure = try MatrixDescription(sam)
    func expect(
      _ item: String, of account: String, in section: MatrixDescription.Section, _ value: Double,
      _ location: SourceLocation = #_sourceLocation
    ) {
      let found = structure.items.first {
        $0.item == item && $0.account == account && $0.section == section
      }?.value
      #expect(
        abs((found ?? .nan) - value) < 1e-9, "\(item) of \(account)", sourceLocation: location)
    }
    let gdp = sum(sam, to: Self.factors, from: Self.production)
    func added(_ codes: [String]) throws -> Double {
      var total = 0.0
      for code in codes {
        for factor in ["lab-n", "lab-s", "lnd", "cap"] { total += try sam[factor, code] }
      }
      return total
    }
    expect(
      "share_of_gdp_factor_cost", of: "agriculture", in: .sectors,
      100 * (try added(["a0", "a3"])) / gdp)
    expect("share_of_gdp_factor_cost", of: "a2", in: .sectors, 100 * (try added(["a2"])) / gdp)
    let exports = sum(sam, to: Self.production, from: [.restOfWorld])
    let imports = sum(sam, to: [.restOfWorld], from: Self.production)
    expect("share_of_exports", of: "a1", in: .trade, 100 * (try sam["a1", "row"]) / exports)
    expect("share_of_imports", of: "a1", in: .trade, 100 * (try sam["row", "a1"]) / imports)
    let (receipts, payments) = (sam.receipts, sam.payments)
    expect(
      "exports_share_of_demand", of: "c1", in: .trade,
      100 * (try sam["c1", "row"]) / receipts[try sam.index(of: "c1")])
    expect(
      "imports_share_of_supply", of: "c1", in: .trade,
      100 * (try sam["row", "c1"]) / payments[try sam.index(of: "c1")])
    let others = Self.all.subtracting(Self.savers)
    expect(
      "share_of_saving", of: "households", in: .investment,
      100 * sum(sam, to: Self.savers, from: [.household]) / sum(sam, to: Self.savers, from: others))
    expect(
      "share_of_investment", of: "c0", in: .investment,
      100 * (try sam["c0", "s-i"] + sam["c0", "dstk"]) / sum(sam, to: others, from: Self.savers))
    expect(
      "factor_income_to_abroad", of: "", in: .currentAccount,
      sum(sam, to: [.restOfWorld], from: Self.factors))
    expect(
      "transfers_from_households", of: "", in: .currentAccount,
      sum(sam, to: [.restOfWorld], from: [.household]))
    expect(
      "foreign_saving", of: "", in: .currentAccount,
      sum(sam, to: Self.savers, from: [.restOfWorld])
        - sum(sam, to: [.restOfWorld], from: Self.savers))
  }
}
