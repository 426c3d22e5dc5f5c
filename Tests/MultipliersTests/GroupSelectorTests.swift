import SocialAccounting
import Testing

/// A matrix whose cereals stand under a code of a country table.
struct `Groups of activities in selectors` {
  private let table = """
    ,acere,aroot,afood,aosrv,ccere,croot,cfood,cosrv,flab-n,fcap,hhd-1,hhd-2,gov,s-i,row
    acere,,,,,120,,,,,,,,,,
    aroot,,,,,,80,,,,,,,,,
    afood,,,,,,,150,,,,,,,,
    aosrv,,,,,,,,210,,,,,,,
    ccere,10,,40,,,,,,,,45,35,,,10
    croot,,5,15,,,,,,,,30,25,,,5
    cfood,5,,,10,,,,,,,60,90,,,15
    cosrv,5,5,25,30,,,,,,,25,50,60,25,
    flab-n,70,50,40,90,,,,,,,,,,,
    fcap,30,20,30,80,,,,,,,,,,,
    hhd-1,,,,,,,,,140,,,,30,,
    hhd-2,,,,,,,,,110,160,,,,,
    gov,,,,,,,,,,,6,42,,,
    s-i,,,,,,,,,,,4,28,-42,,35
    row,,,,,20,,30,15,,,,,,,

    """

  private func economy(_ cereals: String = "cere") throws -> SocialAccountingMatrix {
    let text = table.replacing("acere", with: "a\(cereals)").replacing("ccere", with: "c\(cereals)")
    return try MatrixReader.read(SourceFile(name: "partial.csv", bytes: Array(text.utf8)))
  }

  /// Multipliers computed apart from this library, with both branches of agriculture fixed.
  @Test func `agriculture is every activity of it`() throws {
    let model = try MultiplierModel(economy(), supply: SupplyResponse(["agriculture": 0]))
    let gdp = Dictionary(
      uniqueKeysWithValues: zip(
        model.endogenous.map(\.code), try model.multipliers(on: .gdpFactorCost)))
    #expect(abs((gdp["hhd-1"] ?? 0) - 0.467782) < 5e-7)
    #expect(abs((gdp["hhd-2"] ?? 0) - 0.503880) < 5e-7)
    let description = try MatrixDescription(economy())
    let share = try #require(description.value("share_of_gdp_factor_cost", of: "agriculture"))
    #expect(abs(share - 41.4634) < 5e-5)
  }

  @Test func `a group is refused where an activity is in none, naming it`() throws {
    let sam = try economy("quin")
    #expect(
      throws: MultiplierModel.Failure.response(
        .accounts(
          .openGroup("agriculture", of: .activity, members: 1, outside: ["aquin"])))
    ) {
      try MultiplierModel(sam, supply: SupplyResponse(["agriculture": 0]))
    }
    // By code, and once the group is said, the same response is computed.
    let byCode = try MultiplierModel(sam, supply: SupplyResponse(["aquin": 0, "aroot": 0]))
    var account = Account(code: "aquin")
    account.group = "agriculture"
    let healed = try MultiplierModel(
      sam.describing([account]), supply: SupplyResponse(["agriculture": 0]))
    #expect(try byCode.multipliers(on: .gdpFactorCost) == healed.multipliers(on: .gdpFactorCost))
  }
}
