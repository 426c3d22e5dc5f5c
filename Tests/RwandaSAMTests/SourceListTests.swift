import Reporting
import RwandaSAM
import SocialAccounting
import Testing

/// Sources of every table but those of the matrices: who, which document, where in it, which years.
struct SourceListTests {
  static let folders = [
    "programmes", "financing", "distribution", "scenarios", "protection", "supply", "employment",
    "regimes", "spending",
  ]

  private static let accesses: Set<String> = [
    "original", "copy", "reported", "second-hand", "project",
  ]

  /// The sources of a folder by identifier.
  private func list(_ folder: String) throws -> [String: [String: String]] {
    let records = try TableRecords.of("\(folder)/sources.csv")
    let ids = records.map { $0.text("id") }
    #expect(Set(ids).count == ids.count)
    return Dictionary(uniqueKeysWithValues: zip(ids, records))
  }

  @Test(arguments: folders)
  func `a source names institution, document, place in it, years, and how it was read`(
    _ folder: String
  ) throws {
    for (id, source) in try list(folder) {
      for column in ["citation", "institution", "document", "locator"] {
        #expect(!source.text(column).isEmpty, "\(folder): \(id) has no \(column)")
      }
      let years = source.text("years")
      #expect(years == "n.d." || years.contains { $0.isNumber }, "\(folder): \(id)")
      let access = source.text("access")
      #expect(Self.accesses.contains(access), "\(folder): \(id)")
      // What was read without an address is second-hand.
      #expect(
        source.text("url").hasPrefix("http") != ["second-hand", "project"].contains(access),
        "\(folder): \(id)")
    }
  }

  @Test func `published figures of others say where they stand, and how they were read`() throws {
    for figure in try TableRecords.of("evidence.csv") {
      #expect(!figure.text("locator").isEmpty, "\(figure.text("study"))")
      #expect(Self.accesses.contains(figure.text("access")), "\(figure.text("study"))")
      #expect(
        figure.text("url").hasPrefix("http") == (figure.text("access") != "second-hand"),
        "\(figure.text("study"))")
    }
  }

  @Test func `a figure that was not read in its document is never printed as if it were`() throws {
    let figures = try Country.rwanda.publishedEvidence()
    let table = Table.published(figures)
    for figure in figures where ["reported", "second-hand"].contains(figure.access) {
      #expect(figure.citation != figure.source, "\(figure.study)")
      #expect(table.notes.contains { $0.contains(figure.study) }, "\(figure.study)")
    }
    let row =
      "study,place,year,measure,label,includes_transfer,scope,low,central,high,unit,evidence,"
      + "source,access\nhearsay,Here,2020,gdp,GDP,no,national,1,,,per unit,published,Somebody,"
    func read(_ access: String) throws -> [PublishedFigure] {
      try EvidenceTable.read(SourceFile(name: "e.csv", bytes: Array((row + access + "\n").utf8)))
    }
    let hearsay = try read("second-hand")
    #expect(hearsay[0].citation.contains("second-hand"))
    #expect(
      Table.published(hearsay).notes.contains { $0.contains("hearsay") && $0.contains("Second") })
    #expect(throws: Diagnostic.self) { try read("heard") }
  }

  @Test func `the list tells base, version and date of each matrix, on a narrow page too`() throws {
    for matrix in try Country.rwanda.matrices() {
      let listing = Listing(
        type: "matrix", id: matrix.id, name: matrix.title, source: matrix.source,
        base: matrix.base, version: matrix.version, date: matrix.date)
      let notes = Table.listings([listing]).notes
      for part in [matrix.base, matrix.version, matrix.date].compactMap({ $0 }) {
        #expect(notes.contains { $0.hasPrefix(matrix.id) && $0.contains(part) }, "\(notes)")
      }
    }
    let bare = Listing(type: "regime", id: "limit", name: "Limit", source: "")
    #expect(Table.listings([bare]).notes.isEmpty)
  }

  @Test(arguments: folders)
  func `figures name sources that are listed, and every source listed is used`(
    _ folder: String
  ) throws {
    let known = try list(folder)
    var used: Set<String> = []
    for table in TableRecords.tables(in: folder) {
      for record in try TableRecords.of(table) {
        for id in record.sources {
          #expect(known[id] != nil, "\(table) names '\(id)'")
          used.insert(id)
        }
      }
    }
    #expect(used == Set(known.keys))
  }

  @Test(arguments: folders)
  func `nothing read second-hand or assumed is called published`(_ folder: String) throws {
    let known = try list(folder)
    for table in TableRecords.tables(in: folder) {
      for record in try TableRecords.of(table) {
        let grade = record["evidence"] ?? record.text("status")
        let sources = record.sources.compactMap { known[$0] }
        if ["published", "reported"].contains(grade) {
          #expect(!sources.isEmpty, "\(table): \(record)")
          #expect(sources.allSatisfy { $0.text("url").hasPrefix("http") }, "\(table): \(record)")
        }
        if grade == "second-hand" {
          #expect(sources.contains { $0["access"] == "second-hand" }, "\(table): \(record)")
        }
      }
    }
  }

  @Test func `sources of the built matrices have an address, and are the same in all of them`()
    throws
  {
    var seen: [String: [String: String]] = [:]
    for matrix in RecipeTests.built {
      for source in try TableRecords.of("\(matrix)/sources.csv") {
        let id = source.text("id")
        let isOurs = source.text("publisher") == "this project"
        #expect(source.text("url").hasPrefix("http") != isOurs, "\(matrix): \(id)")
        if let earlier = seen[id] { #expect(earlier == source, "\(matrix): \(id)") }
        seen[id] = source
      }
    }
  }

  /// One figure in two tables is one figure.
  @Test func `what stands in two tables is the same in both`() throws {
    let totals = try TableRecords.of("protection/budget.csv").filter { $0["kind"] == "total" }
    for growth in try TableRecords.of("programmes/growth.csv")
    where growth["rule"] == "budget" && growth.text("year").contains("/") {
      let total = try #require(
        totals.first { $0["fiscal_year"] == growth["year"] && $0["stage"] == "revised" })
      #expect(total.number("value") == growth.number("value"), "\(growth)")
      #expect(total["source"] == growth["source"], "\(growth)")
    }
    let rates = try TableRecords.of("distribution/poverty.csv")
      .filter { $0["group"] == "Rwanda" && $0["year"] == "2023/24" }
    for line in try TableRecords.of("distribution/lines.csv") {
      let rate = try #require(rates.first { $0["measure"] == line.text("line") + "-headcount" })
      let difference = 100 * (line.number("headcount") ?? .nan) - (rate.number("value") ?? .nan)
      #expect(abs(difference) < 0.001, "\(line)")
    }
    let line = try #require(rates.first { $0["measure"] == "poverty-line" })
    let setting = try #require(
      try TableRecords.of("scenarios/coverage.csv").first { $0["setting"] == "poverty_line" })
    #expect(setting["value"] == line["value"] && setting["source"] == line["source"])
  }

  @Test func `a source is described the same in every folder`() throws {
    var seen: [String: [String: String]] = [:]
    for folder in Self.folders {
      for (id, source) in try list(folder) {
        if let earlier = seen[id] { #expect(earlier == source, "\(folder): \(id)") }
        seen[id] = source
      }
    }
  }

  @Test func `no programme's evidence is better than its weakest fifth`() throws {
    var byEvidence: [String: [String: Double]] = [:]
    for record in try TableRecords.of("programmes/programmes.csv") {
      let share = try #require(record.number("share"))
      byEvidence[record.text("programme"), default: [:]][record.text("evidence"), default: 0] +=
        share
    }
    for programme in try Country.rwanda.programmes() {
      let shares = try #require(byEvidence[programme.id])
      let (assumed, derived) = (shares["assumed"] ?? 0, shares["derived"] ?? 0)
      let expected: Programme.Evidence =
        assumed >= 0.2 ? .assumed : derived >= 0.2 ? .derived : .published
      if assumed >= 0.2 { #expect(programme.evidence == .assumed, "\(programme.id)") }
      #expect(!(programme.evidence < expected), "\(programme.id)")
    }
  }

  @Test func `a split over quintiles that nobody counted is assumed`() throws {
    let shares = try TableRecords.of("programmes/programmes.csv")
    // The survey counts three classes of poverty: quintile 1 follows, the others do not.
    let vup = [
      "vup-direct-support", "vup-classic-public-works", "vup-expanded-public-works",
      "nutrition-direct-support",
    ]
    for record in shares where vup.contains(record.text("programme")) {
      guard let quintile = record.text("account").last, record.text("account").hasPrefix("hhd-")
      else { continue }
      #expect(record["evidence"] == (quintile == "1" ? "derived" : "assumed"), "\(record)")
    }
    let keyed = ["rssb-pensions", "maternity-leave", "universal-pension", "maternity-informal"]
    for record in shares
    where keyed.contains(record.text("programme")) && record.text("account").hasPrefix("hhd-") {
      #expect(record["evidence"] == "assumed", "\(record)")
    }
    func vector(_ id: String) -> [Double?] {
      shares.filter { $0["programme"] == id }.map { $0.number("share") }
    }
    #expect(vector("maternity-informal") != vector("universal-child-benefit"))
  }

  @Test func `pensions from 2025 give the small ones more, as the order of that year does`() throws
  {
    let shares = try TableRecords.of("programmes/programmes.csv")
    func poorest(_ id: String) throws -> Double {
      try shares.filter { $0["programme"] == id && ["hhd-r1", "hhd-u1"].contains($0["account"]) }
        .reduce(0) { $0 + (try #require($1.number("share"))) }
    }
    let (before, after) = (try poorest("rssb-pensions"), try poorest("rssb-pensions-2025"))
    // A seventh flat before, 23.2 per cent after: in the mean the small ones rise by 149 per cent,
    // all by 61.
    let members = try poorest("maternity-leave")
    let small = 0.15 * (33_710.0 / 13_000 + 47_710.0 / 20_000) / 2 / 1.61
    #expect(abs(before - (0.85 * members + 0.15 * 0.95 * 0.2)) < 2e-5)
    #expect(abs(after - ((1 - small) * members + small * 0.95 * 0.2)) < 2e-5)
  }
}
