import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Employment")
struct EmploymentTests {
  @Test func `each group is summed over the breakdown that tells it apart`() throws {
    let jobs = try PeopleExamples.farmJobs()
    #expect(jobs.total() == 800)
    #expect(jobs.total(of: .women) == 550)
    #expect(jobs.total(of: .men) == 250)
    #expect(try jobs.jobs(of: .urban, in: "serv") == 150)
    #expect(jobs.total(of: .formal) == nil)
    let hours: Double = 500 * 30 + 100 * 40
    #expect(try jobs.jobs(of: .fullTime, in: "food") == hours / 40)
    #expect(try jobs.satellite(of: .informal) == nil)
  }

  @Test func `a total counts once beside its breakdowns`() throws {
    let jobs = try Employment([
      Employment.Entry(account: "a", jobs: 101, hours: 20),
      Employment.Entry(account: "a", sex: .male, jobs: 40),
      Employment.Entry(account: "a", sex: .female, jobs: 60),
      Employment.Entry(account: "a", area: .rural, jobs: 100.6),
    ])
    #expect(jobs.total() == 101)
    #expect(jobs.total(of: .women) == 60)
    #expect(jobs.total(of: .fullTime) == 50.5)
  }

  @Test func `figures out of range are refused`() {
    #expect(throws: Employment.Failure.jobsOutOfRange(account: "a", jobs: -1)) {
      try Employment([Employment.Entry(account: "a", jobs: -1)])
    }
    #expect(throws: Employment.Failure.hoursOutOfRange(account: "a", hours: 170)) {
      try Employment([Employment.Entry(account: "a", jobs: 1, hours: 170)])
    }
    #expect(throws: Employment.Failure.repeated(account: "a")) {
      try Employment([
        Employment.Entry(account: "a", sex: .male, jobs: 1),
        Employment.Entry(account: "a", sex: .male, jobs: 2),
      ])
    }
    #expect(throws: Employment.Failure.breakdownsDiffer(account: "a", one: 100, other: 110)) {
      try Employment([
        Employment.Entry(account: "a", jobs: 100),
        Employment.Entry(account: "a", area: .rural, jobs: 110),
      ])
    }
  }

  @Test func `full-time jobs are told where every line has hours`() throws {
    let half = try Employment([
      Employment.Entry(account: "a", sex: .male, jobs: 40, hours: 30),
      Employment.Entry(account: "a", sex: .female, jobs: 60),
    ])
    #expect(half.total(of: .fullTime) == nil)
    #expect(half.total() == 100)
  }
}
