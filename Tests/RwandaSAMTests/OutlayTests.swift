import RwandaSAM
import SocialAccounting
import Testing

/// Outlays of 2022 and 2024 and the rules that bring old ones to a year.
struct OutlayTests {
  private let outlays: [[String: String]]

  init() throws { outlays = try TableRecords.of("programmes/outlays.csv") }

  /// An outlay of a programme in a year, as it stands in the table.
  private func outlay(_ id: String, _ year: String) throws -> Double {
    try #require(
      outlays.first { $0["programme"] == id && $0["year"] == year }?.number("outlay"),
      "\(id) \(year)")
  }

  @Test func `every outlay states its year, source and evidence; no outlay states none of them`() {
    for record in outlays {
      let isKnown = !record.text("outlay").isEmpty
      for column in ["year", "source", "evidence"] {
        #expect(record.text(column).isEmpty != isKnown, "\(record)")
      }
      #expect(!record.text("note").isEmpty || isKnown, "\(record)")
    }
  }

  @Test func `ranked programmes with an outlay have one of 2024 or of the survey of 2023/24`()
    throws
  {
    let programmes = try Country.rwanda.programmes(in: 2024)
    var counted = 0
    for programme in programmes where programme.isRanked {
      guard let outlay = programme.outlay else { continue }
      #expect(["2023/24", "2024", "2024/25"].contains(outlay.year), "\(programme.id)")
      counted += 1
    }
    #expect(counted >= 20)
    // A matrix without a year gets the latest.
    #expect(try Country.rwanda.programmes().first { $0.id == "education" }?.outlay?.year == "2024")
  }

  @Test func `a matrix is compared with the outlays of its year`() throws {
    for (matrix, education) in [("rwanda-2022", 651.0), ("rwanda-2024", 881)] {
      let programmes = try Country.rwanda.programmes(for: try Country.rwanda.sam(matrix))
      #expect(programmes.first { $0.id == "education" }?.outlay?.amount == education)
    }
  }

  @Test func `an outlay that is scaled follows its rule, and is no better than derived`() throws {
    let growth = try TableRecords.of("programmes/growth.csv")
    func level(_ rule: String, _ year: String) throws -> Double {
      try #require(
        growth.first { $0["rule"] == rule && $0["year"] == year }?.number("value"),
        "\(rule) \(year)")
    }
    var scaled = 0
    for record in outlays where !record.text("rule").isEmpty {
      let rule = record.text("rule")
      let base = record.text("from_year")
      let expected =
        try outlay(record.text("programme"), base) * level(rule, record.text("year"))
        / level(rule, base)
      let printed = try #require(record.number("outlay"))
      #expect(abs(printed - expected) < 0.051, "\(record)")
      #expect(record["evidence"] != "published", "\(record)")
      scaled += 1
    }
    #expect(scaled >= 10)
  }

  @Test func `the care of CBHI grows at the rate between two of its accounts`() throws {
    let (first, last) = (try outlay("cbhi-care", "2020/21"), try outlay("cbhi-care", "2025"))
    // The middle of 2025 is four and a half years after that of 2020/21.
    for (year, years) in [("2022", 1.5), ("2024", 3.5)] {
      var expected = first
      // By the square root of the half-yearly factor, without a power function.
      var factor = 1.15
      for _ in 0..<60 {
        let ninth = (0..<8).reduce(1.0) { power, _ in power * factor }
        factor -= (ninth * factor - last / first) / (9 * ninth)
      }
      for _ in 0..<Int(years * 2) { expected *= factor }
      #expect(abs(try outlay("cbhi-care", year) - expected) < 0.1)
    }
    let shares = try TableRecords.of("programmes/programmes.csv")
      .filter { $0["programme"] == "cbhi-care" }
    #expect(shares.map { $0.text("account") } == ["cpadm", "cheal"])
    #expect(shares.map { $0.number("share") } == [0.12, 0.88])
  }

  @Test func `means of two fiscal years are those of the published figures`() throws {
    #expect(try outlay("school-feeding", "2024") == (78 + 94) / 2)
    #expect(abs(try outlay("domestic-interest", "2024") - (234.5 + 261.6) / 2) < 0.051)
    #expect(abs(try outlay("education", "2024") - 0.0469 * 18_785) < 0.051)
    #expect(abs(try outlay("roads", "2024") - (630 - 245.5 + 263.4 + 111.4) / 2) < 0.051)
  }

  @Test func `a ranked part costs no more than what holds it, in every year`() throws {
    for year in [2022, 2024] {
      let programmes = try Country.rwanda.programmes(in: year)
      for part in programmes where part.isRanked {
        guard let parent = programmes.first(where: { $0.id == part.partOf }) else { continue }
        #expect(parent.isRanked, "\(part.id)")
        if let inner = part.outlay, let outer = parent.outlay {
          #expect(inner.amount <= outer.amount, "\(part.id) of \(year)")
        }
      }
    }
    // Premiums of the poorest pay for the care of CBHI; they are no part of it.
    let premiums = try #require(
      try Country.rwanda.programmes().first { $0.id == "cbhi-premium-subsidy" })
    #expect(premiums.partOf == nil && !premiums.isRanked)
  }

  @Test func `what is not ranked says why, or is a variant of what is`() throws {
    for record in outlays where record["ranked"] == "no" {
      #expect(!record.text("note").isEmpty, "\(record)")
    }
    let girinka = try #require(outlays.first { $0["programme"] == "girinka" })
    #expect(girinka.text("note").contains("asset"))
  }
}
