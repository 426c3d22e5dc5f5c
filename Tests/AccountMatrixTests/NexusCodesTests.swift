import AccountMatrix
import SAMFixtures
import Testing

struct NexusCodesTests {
  private func described(_ codes: [String]) throws -> [String: Account]? {
    let sam = try smallMatrix(
      codes, codes.map { _ in [Double](repeating: 0, count: codes.count) })
    return try sam.describedByNexusCodes().map {
      Dictionary(uniqueKeysWithValues: $0.accounts.map { ($0.code, $0) })
    }
  }

  private let core = ["gov", "s-i", "row"]

  @Test func `codes ending in tax are taxes, whatever they begin with`() throws {
    let accounts = try #require(
      try described(core + ["atax", "ctax", "ftax", "dtax", "etax", "mtax", "stax"]))
    #expect(accounts["atax"]?.kind == .activityTax)
    #expect(accounts["ctax"]?.kind == .productTax)
    #expect(accounts["ftax"]?.kind == .factorTax)
    #expect(accounts["dtax"]?.kind == .directTax)
    #expect(accounts["etax"]?.kind == .exportTax)
    #expect(accounts["mtax"]?.kind == .importTax)
    #expect(accounts["stax"]?.kind == .productTax)
  }

  @Test func `activities and commodities carry their group`() throws {
    let accounts = try #require(try described(core + ["amaiz", "cmaiz", "acons", "ctrad"]))
    #expect(accounts["amaiz"]?.kind == .activity)
    #expect(accounts["amaiz"]?.group == "agriculture")
    #expect(accounts["cmaiz"]?.kind == .commodity)
    #expect(accounts["acons"]?.group == "industry")
    #expect(accounts["ctrad"]?.group == "services")
  }

  @Test func `factors, margins and institutions have their kinds`() throws {
    let accounts = try #require(
      try described(core + ["flab-n", "flab-rs", "fcap", "fcap-c", "flnd", "ent", "trc", "dstk"]))
    #expect(accounts["flab-n"]?.kind == .labour)
    #expect(accounts["flab-rs"]?.kind == .labour)
    #expect(accounts["fcap"]?.kind == .capital)
    #expect(accounts["fcap-c"]?.kind == .capital)
    #expect(accounts["flnd"]?.kind == .land)
    #expect(accounts["ent"]?.kind == .enterprise)
    #expect(accounts["trc"]?.kind == .margin)
    #expect(accounts["dstk"]?.kind == .stocks)
    #expect(accounts["gov"]?.kind == .government)
    #expect(accounts["s-i"]?.kind == .savings)
    #expect(accounts["row"]?.kind == .restOfWorld)
  }

  @Test func `households carry area and quintile where the code says so`() throws {
    let accounts = try #require(
      try described(core + ["hhd-r1", "hhd-u5", "hhd-r", "hhd-k2", "hhd-r9", "hhd-rich", "hhd"]))
    #expect(accounts["hhd-r1"]?.area == .rural)
    #expect(accounts["hhd-r1"]?.quintile == 1)
    #expect(accounts["hhd-u5"]?.area == .urban)
    #expect(accounts["hhd-u5"]?.quintile == 5)
    #expect(accounts["hhd-r"]?.area == .rural)
    #expect(accounts["hhd-r"]?.quintile == nil)
    #expect(accounts["hhd-k2"]?.area == nil)
    #expect(accounts["hhd-k2"]?.quintile == 2)
    // A ninth group is no quintile, and `rich` no area.
    #expect(accounts["hhd-r9"]?.quintile == nil)
    #expect(accounts["hhd-rich"]?.area == nil)
    #expect(accounts["hhd"]?.kind == .household)
  }

  @Test func `one code that is not of the project leaves the whole file without kinds`() throws {
    #expect(try described(core + ["amaiz", "cmaiz", "wages"]) == nil)
    #expect(try described(["gov", "row", "amaiz", "cmaiz"]) == nil)
    #expect(try described(core + ["atobt", "catle"]) == nil)
    #expect(try described(core + ["aquin", "cquin"])?["aquin"]?.kind == .activity)
  }
}

struct NearestCodesTests {
  private let known = ["amaiz", "cmaiz", "hhd-r1", "hhd-r2", "gov", "row"]

  @Test func `misspelt codes find the codes they may have meant, nearest first`() {
    #expect(nearestCodes(to: "amaz", among: known) == ["amaiz", "cmaiz"])
    #expect(nearestCodes(to: "HHD-R1", among: known).first == "hhd-r1")
    #expect(nearestCodes(to: "hhd-r3", among: known) == ["hhd-r1", "hhd-r2"])
    #expect(nearestCodes(to: "electricity", among: known).isEmpty)
  }

  @Test func `at most three codes are suggested`() {
    #expect(nearestCodes(to: "x", among: ["a", "b", "c", "d"]).count == 3)
  }

  @Test func `a suggestion reads as a question`() {
    #expect(suggestion(["a"]) == "Did you mean 'a'?")
    #expect(suggestion(["a", "b", "c"]) == "Did you mean 'a', 'b' or 'c'?")
    #expect(suggestion([]).description.contains("`SocialAccountingMatrix.accounts`"))
  }
}
