import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Jobs of programmes")
struct ProgrammeJobsTests {
  @Test func `jobs of a programme are those of its shares`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    let jobs = try PeopleExamples.farmJobs()
    let programme = try Programme(
      id: "p", name: "p", family: .socialProtection,
      shares: [
        Programme.Share(0.7, to: "poor", as: .transfer, evidence: .derived),
        Programme.Share(0.3, to: "cserv", as: .purchase, evidence: .derived),
      ])
    let row = try #require(try Comparison(of: [programme], in: model).jobs(jobs).first)
    let multipliers = try model.multipliers(of: try #require(try jobs.satellite()))
    #expect(try abs(row.perBillion - multipliers.effect(of: programme.injection())) < 1e-9)
    #expect(row.informalPerBillion == nil)
    let women = try #require(row.womenPerBillion)
    #expect(women > 0 && women < row.perBillion)
    let fixed = try #require(row.perBillionFixedAgriculture)
    #expect(fixed < row.perBillion)
  }

  /// Cash is spent on food; with agriculture fixed, services support more jobs than transfers.
  @Test func `the order of Rwanda's programmes flips with agriculture fixed`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let comparison = try Comparison(of: Country.rwanda.programmes(), in: MultiplierModel(sam))
    let jobs = try comparison.jobs(Country.rwanda.employment(for: sam))
    func row(_ id: String) throws -> ProgrammeJobs {
      jobs[try #require(comparison.rows.firstIndex { $0.programme.id == id })]
    }
    let cash = try row("vup-direct-support")
    let health = try row("health")
    #expect(cash.perBillion > health.perBillion)
    #expect(
      try #require(cash.perBillionFixedAgriculture)
        < (try #require(health.perBillionFixedAgriculture)))
  }

  @Test func `the unit of the matrix does not change jobs per billion`() throws {
    let sam = try PeopleExamples.farm()
    var millions = try sam.scaled(by: 1000)
    millions.unit = CurrencyUnit(currency: "RWF", scale: .million)
    let programme = try Programme(
      id: "p", name: "p", family: .socialProtection,
      shares: [Programme.Share(1, to: "poor", as: .transfer, evidence: .derived)])
    let values = try [sam, millions].map { sam in
      try Comparison(of: [programme], in: MultiplierModel(sam))
        .jobs(PeopleExamples.farmJobs())[0].perBillion
    }
    #expect(abs(values[0] - values[1]) <= 1e-9 * values[0])
  }
}
