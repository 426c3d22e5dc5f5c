import SAMFixtures
import SocialAccounting
import Testing

@Suite("The structure of a matrix")
struct MatrixDescriptionTests {
  @Test func `Hosoe's matrix answers as counted by hand`() throws {
    let structure = try MatrixDescription(try ToolboxExamples.hosoe())
    func expect(_ item: String, _ account: String, _ expected: Double) {
      let value = structure.value(item, of: account)
      #expect(abs((value ?? .nan) - expected) < 1e-9, "\(item) of \(account)")
    }
    expect("gdp_factor_cost", "", 90)
    expect("gdp_market_prices", "", 102)
    expect("output", "", 181)
    expect("household_consumption", "", 50)
    expect("exports", "", 12)
    expect("imports", "", 24)
    expect("imports_share_of_gdp", "", 100 * 24.0 / 102)
    expect("share_of_gdp_factor_cost", "MLK", 100 * 55.0 / 90)
    expect("share_of_gdp_factor_cost", "CAP", 100 * 50.0 / 90)
    expect("share_of_value_added_to:LAB", "BRD", 100 * 15.0 / 35)
    expect("value_added_share_of_output", "BRD", 100 * 35.0 / 92)
    expect("share_of_output_spent_on:MLK", "BRD", 100 * 17.0 / 92)
    expect("share_of_exports", "BRD", 100 * 8.0 / 12)
    expect("imports_share_of_supply", "MLK", 100 * 11.0 / 89)
    expect("share_of_revenue", "HOH", 100 * 23.0 / 35)
    expect("share_of_spending", "BRD", 100 * 19.0 / 33)
    expect("saving_share_of_gdp", "", 100 * 2.0 / 102)
    expect("income_from_labour", "HOH", 100 * 40.0 / 90)
    expect("saved", "HOH", 100 * 17.0 / 90)
    expect("share_of_investment", "BRD", 100 * 16.0 / 31)
    expect("share_of_saving", "EXT", 100 * 12.0 / 31)
    expect("foreign_saving", "", 12)
  }

  @Test(arguments: 1...4)
  func `shares of a whole add to a hundred`(seed: UInt64) throws {
    let sam = try ToolboxRandom.sam(seed: seed)
    let structure = try MatrixDescription(sam)
    func sum(_ item: String, _ section: MatrixDescription.Section, without names: Set<String>)
      -> Double
    {
      structure.items.filter {
        $0.item == item && $0.section == section && !names.contains($0.account)
      }.reduce(0) { $0 + $1.value }
    }
    #expect(abs(sum("share_of_exports", .trade, without: []) - 100) < 1e-9)
    #expect(abs(sum("share_of_imports", .trade, without: []) - 100) < 1e-9)
    #expect(abs(sum("share_of_gdp_factor_cost", .factors, without: []) - 100) < 1e-9)
    #expect(abs(sum("earned_by", .margins, without: []) - 100) < 1e-9)
    #expect(abs(sum("share_of_investment", .investment, without: []) - 100) < 1e-9)
    #expect(abs(sum("share_of_saving", .investment, without: ["households"]) - 100) < 1e-9)
    #expect(abs(sum("share_of_revenue", .government, without: ["households"]) - 100) < 1e-9)
    let groups: Set<String> = ["agriculture", "industry", "services"]
    #expect(abs(sum("share_of_gdp_factor_cost", .sectors, without: groups) - 100) < 1e-9)
  }

  @Test(arguments: 1...4)
  func `a household's sources and uses each add to its income`(seed: UInt64) throws {
    let structure = try MatrixDescription(try ToolboxRandom.sam(seed: seed))
    for household in ["h-r1", "h-r2", "h-u1", "households"] {
      let values = MatrixDescription.householdItems.map { item in
        (isSource: item.hasPrefix("income"), value: structure.value(item, of: household) ?? 0)
      }
      for isSource in [true, false] {
        let sum = values.reduce(0) { $0 + ($1.isSource == isSource ? $1.value : 0) }
        #expect(abs(sum - 100) < 1e-9)
      }
    }
  }

  @Test func `a matrix without kinds is refused`() throws {
    #expect(throws: SocialAccountingMatrix.Failure.self) {
      try MatrixDescription(try ToolboxExamples.hosoe(withKinds: false))
    }
  }
}
