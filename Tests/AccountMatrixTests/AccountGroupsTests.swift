import SAMFixtures
import Testing

@testable import AccountMatrix

/// Groups that do not hold every activity.
struct `Groups that do not close` {
  /// The economy of four branches in which cereals have a code outside the list.
  private func economy(cereals stem: String) throws -> SocialAccountingMatrix {
    let codes = [
      "a\(stem)", "aroot", "c\(stem)", "croot", "flab-n", "hhd-r1", "gov", "s-i", "row",
    ]
    var flows = codes.map { _ in codes.map { _ in 0.0 } }
    for (row, column, value) in [
      (0, 2, 100.0), (1, 3, 60), (4, 0, 100), (4, 1, 60), (5, 4, 160), (2, 5, 100), (3, 5, 60),
    ] { flows[row][column] = value }
    return try #require(
      try SocialAccountingMatrix(
        accounts: codes.map { Account(code: $0) }, flows: flows, unit: .rwfBillion
      ).describedByNexusCodes())
  }

  @Test func `what is in no group is the last row of tables by group, and shares add to 100`()
    throws
  {
    let description = try MatrixDescription(try economy(cereals: "quin"))
    let shares = description.items.filter {
      $0.item == "share_of_gdp_factor_cost" && ["agriculture", "none"].contains($0.account)
    }
    #expect(shares.map(\.account) == ["agriculture", "none"])
    #expect(shares.map(\.value) == [37.5, 62.5])
  }

  @Test(arguments: ["cere", "sorg", "cass", "bean", "whea"])
  func `stems of one product in the country tables are known`(stem: String) throws {
    let sam = try economy(cereals: stem)
    #expect(sam.ungroupedActivities.isEmpty)
    #expect(sam.activities(inGroup: "agriculture") == [0, 1])
    #expect(sam.openGroupsNote == nil)
  }

  @Test func `a group that may not be whole has no members, which is told`() throws {
    let sam = try economy(cereals: "quin")
    #expect(sam.activities(inGroup: "agriculture").isEmpty)
    #expect(try #require(sam.openGroupsNote).contains("1 of 2 activities is in no group ('aquin')"))
    var healed = Account(code: "aquin")
    healed.group = "agriculture"
    #expect(try sam.describing([healed]).activities(inGroup: "agriculture") == [0, 1])
  }
}
