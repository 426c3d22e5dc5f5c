import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("The map from branches to activities")
struct EmploymentMapTests {
  private let branches: Employment

  init() throws {
    branches = try Employment([
      Employment.Entry(account: "X", sex: .female, jobs: 60, hours: 20),
      Employment.Entry(account: "X", sex: .male, jobs: 30, hours: 40),
      Employment.Entry(account: "Y", sex: .female, jobs: 10, hours: 50),
      Employment.Entry(account: "Y", sex: .male, jobs: 0, hours: 50),
    ])
  }

  private func map(_ pairs: (String, String)...) -> EmploymentMap {
    EmploymentMap(pairs.map { EmploymentMap.Entry(branch: $0.0, account: $0.1) })
  }

  /// Food pays 60 to labour and sells 0.6 of its output, services pay 30 and sell all.
  @Test func `a branch is split by the labour cost of marketed output`() throws {
    let jobs = try branches.mapped(
      by: map(("X", "food"), ("X", "serv"), ("Y", "serv")), to: PeopleExamples.farm())
    let food = 36.0 / 66
    let women = try #require(try jobs.jobs(of: .women, in: "food"))
    #expect(abs(women - 60 * food) < 1e-12)
    let others = try #require(try jobs.jobs(of: .women, in: "serv"))
    #expect(abs(others - (70 - 60 * food)) < 1e-12)
    #expect(abs(try #require(jobs.total()) - 100) < 1e-12)
    let hours: Double = 60 * 20 + 30 * 40 + 10 * 50
    #expect(abs(try #require(jobs.total(of: .fullTime)) - hours / 40) < 1e-12)
  }

  @Test func `a branch or an activity that is not there is refused`() throws {
    let sam = try PeopleExamples.farm()
    #expect(throws: Employment.Failure.unmapped(branch: "Y")) {
      try branches.mapped(by: map(("X", "food")), to: sam)
    }
    #expect(throws: Employment.Failure.unmapped(branch: "Z")) {
      try branches.mapped(by: map(("X", "food"), ("Y", "serv"), ("Z", "serv")), to: sam)
    }
    #expect(throws: Employment.Failure.activitiesMissing(["mine"])) {
      try branches.mapped(by: map(("X", "mine"), ("Y", "serv")), to: sam)
    }
  }
}
