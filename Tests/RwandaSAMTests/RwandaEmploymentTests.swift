import Multipliers
import RwandaSAM
import SocialAccounting
import Testing

@Suite("Rwanda's employment")
struct RwandaEmploymentTests {
  /// The survey prints 3,546,352; its 21 printed branches are each rounded to a person.
  private static let printed: [(Employment.Group, Double)] = [
    (.all, 3_546_352), (.men, 1_977_704), (.women, 1_568_648), (.urban, 851_356),
    (.rural, 2_694_996), (.formal, 324_740), (.informal, 3_221_612),
  ]

  @Test(arguments: printed)
  func `the jobs of the branches add to the survey's totals`(
    group: Employment.Group, total: Double
  ) throws {
    let branches = try Country.rwanda.employmentByBranch()
    #expect(abs(try #require(branches.total(of: group)) - total) <= 0.5 * 21)
  }

  @Test(arguments: Employment.Group.allCases)
  func `activities hold the jobs of the branches`(group: Employment.Group) throws {
    let branches = try #require(try Country.rwanda.employmentByBranch().total(of: group))
    let activities = try #require(
      try Country.rwanda.employment(for: Country.rwanda.sam("rwanda-2022-ifpri")).total(of: group))
    #expect(abs(branches - activities) <= 1e-9 * branches)
  }

  @Test func `output of the base year supports the survey's jobs`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try MultiplierModel(sam)
    let jobs = try Country.rwanda.employment(for: sam)
    let multipliers = try model.multipliers(of: try #require(try jobs.satellite()))
    let outside = Injection(
      model.endogenous.map { account in
        (
          account.code,
          model.exogenous.reduce(0) { sum, other in
            sum + ((try? sam[account.code, other.code]) ?? 0)
          }
        )
      })
    // Cells of 1,000 and more are printed with two decimals, so receipts are off by 2e-6.
    #expect(try abs(multipliers.effect(of: outside) - 3_546_352) <= 1e-5 * 3_546_352)
  }

  @Test func `every line names a source that is listed`() throws {
    let sources = try Country.rwanda.tables.file("employment/sources.csv")
    let known = String(decoding: sources.bytes, as: UTF8.self)
    let branches = try Country.rwanda.tables.file("employment/branches.csv")
    for line in String(decoding: branches.bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cited = line.split(separator: ",").last.map { $0.split(separator: " ") } ?? []
      for id in cited where id.hasPrefix("rlfs") { #expect(known.contains(id)) }
      #expect(cited.contains { $0.hasPrefix("rlfs") } || line.hasSuffix(","))
    }
  }
}
