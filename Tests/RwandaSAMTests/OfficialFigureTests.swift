import CountryData
import CountryReports
import Reporting
import RwandaSAM
import SocialAccounting
import Testing

/// What the built matrices owe to published figures: balances, sources, the printed table.
struct OfficialFigureTests {
  private static func records(_ path: String) throws -> [[String: String]] {
    try TableRecords.of(try Country.rwanda.tables.file(path))
  }

  @Test(arguments: RecipeTests.built)
  func `every official balance is within its tolerance or listed with a reason`(
    id: String
  ) throws {
    let balances = try Country.rwanda.build(id).officialBalances
    for kind in [
      "net-borrowing", "current-account-deficit", "primary-income", "secondary-income",
      "gfs-operating-balance", "national-saving", "tax-individuals", "tax-corporations",
      "social-contributions", "social-benefits", "quintile-1", "quintile-5",
    ] { #expect(balances.contains { $0.id == kind }, "\(kind)") }
    for balance in balances {
      #expect(balance.isMet || !balance.reason.isEmpty, "\(balance.id)")
      #expect(balance.tolerance < max(20, 0.2 * abs(balance.official)), "\(balance.id)")
    }
  }

  /// Read from the National Bank's balance of payments (BPM6) and MINECOFIN's GFS table.
  @Test(arguments: [
    ("rwanda-2024", 1877.516, 2956.745, 439.387, 1533.1, 880.871, 387.124),
    ("rwanda-2017", 570.466, 955.0, 242.230, 642.4, 357.453, 88.816),
  ])
  func `foreign saving is net borrowing in both years, and direct tax is that of each payer`(
    id: String, borrowing: Double, trade: Double, primary: Double, transfers: Double,
    individuals: Double, corporations: Double
  ) throws {
    let sam = try Country.rwanda.sam(id)
    let foreign = try sam["s-i", "row"]
    #expect(abs(foreign - (trade + primary - transfers)) < 2)
    #expect(abs(foreign - borrowing) < 17)
    let tax = { (kind: Account.Kind) in
      sam.flow(from: sam.indices(of: kind), to: sam.indices(of: .directTax))
    }
    #expect(abs(tax(.household) - individuals) < 1)
    #expect(abs(tax(.enterprise) - corporations) < 1)
  }

  @Test func `inside its old groups the matrix of 2024 says what NISR's 80 products say`() throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    func bought(_ codes: [String], by kind: Account.Kind) throws -> Double {
      try codes.reduce(0) { sum, code in
        sum + sam.flow(from: sam.indices(of: kind), to: [try sam.index(of: code)])
      }
    }
    #expect(abs(try bought(["cfrui", "afrui"], by: .household) - 395.79) < 0.5)
    #expect(abs(try sam["row", "cmetl"] + sam["row", "cgold"] - 2471.59) < 0.5)
    #expect(abs(try sam["cmetl", "s-i"] - 364.74) < 0.5)
    #expect(abs(try sam["row", "cmaiz"] + sam["row", "cocer"] - 170.16) < 0.5)
    // Chemicals hold rubber and plastics, as product and as activity: no secondary output.
    #expect(try sam["achem", "cnmet"] == 0)
    #expect(abs(try sam["achem", "cchem"] - 596.7) < 1)
  }

  @Test func `the 80 products add to all 396 figures of the 36 printed lines`() throws {
    let printedLine = Dictionary(
      uniqueKeysWithValues: try Self.records("rwanda-2024/lines.csv").map {
        ($0["line"] ?? "", $0["printed_line"] ?? "")
      })
    // The printed product table counts rubber and plastics with non-metallic minerals.
    var sums: [String: Double] = [:]
    for record in try Self.records("rwanda-2024/supply-use.csv") {
      let product = try #require(record["line"])
      let line = product == "C54" ? "C6" : try #require(printedLine[product])
      sums["\(line)/\(record["column"] ?? "")", default: 0] +=
        try #require(Double(record["value"] ?? ""))
    }
    var checked = 0
    for record in try Self.records("rwanda-2024/printed-supply-use.csv")
    where record["line"] != "TOTAL" {
      let column = try #require(record["column"])
      if column == "total_supply" || column == "total_demand" { continue }
      let printed = try #require(Double(record["value"] ?? ""))
      let sum = sums["\(record["line"] ?? "")/\(column)"] ?? 0
      #expect(abs(sum - printed) <= 0.5 + 1e-6, "\(record["line"] ?? ""), \(column): \(sum)")
      checked += 1
    }
    // Nine columns of 36 lines; the two totals of a line are sums of the others.
    #expect(checked == 9 * 36)
  }

  @Test(arguments: RecipeTests.built)
  func `every control has a source with a locator, and years that cover what is said of it`(
    id: String
  ) throws {
    let built = try Country.rwanda.build(id)
    let sources = Dictionary(uniqueKeysWithValues: built.sources.map { ($0.id, $0) })
    for control in built.controlNotes {
      let source = try #require(sources[control.source], "\(control.id)")
      #expect(!source.publisher.isEmpty && !source.title.isEmpty && !source.locator.isEmpty)
      #expect(source.locator != "-", "\(source.id)")
      #expect(["published", "derived", "assumed"].contains(control.evidence), "\(control.id)")
      let years = try #require(source.years, "\(source.id)")
      for match in control.note.matches(of: /\b(20[0-3]\d)(?:\/(\d\d))?\b/) {
        let year = try #require(Int(match.output.1))
        #expect(years.contains(year), "\(control.id): \(year) of \(source.id), \(years)")
      }
    }
  }

  /// By the grades of SAM/README.md: a mean of two fiscal years is arithmetic on published figures.
  @Test(arguments: RecipeTests.built)
  func `what was reckoned from published figures is derived, not published`(id: String) throws {
    for record in try Self.records("\(id)/controls.csv") where record["evidence"] == "published" {
      #expect(!record.text("note").contains("mean of"), "\(record.text("control"))")
    }
    // Government finance has fiscal years, and the surveys shares: a balance in francs of a
    // calendar year is made of them.
    for record in try Self.records("\(id)/balances.csv") where record["evidence"] == "published" {
      #expect(!["gfs", "pip", "cbhi"].contains(record.text("source")), "\(record)")
    }
  }

  @Test func `controls that are assumed are a minority, and their part of the value is told`()
    throws
  {
    for (id, most) in [("rwanda-2024", 12), ("rwanda-2017", 19), ("rwanda-2022", 12)] {
      let shares = try Country.rwanda.build(id).institutionalEvidence
      let assumed = try #require(shares.first { $0.evidence == "assumed" })
      #expect(assumed.controls <= most && assumed.value > 0, "\(id): \(assumed.controls)")
      #expect(Set(shares.map(\.evidence)) == ["assumed", "derived", "published"])
    }
  }

  /// By another way than the library's: from the tables as they stand, and the committed matrix.
  @Test(arguments: RecipeTests.built)
  func `the part of the value that rests on assumptions is printed as the tables have it`(
    id: String
  ) throws {
    let sam = try Country.rwanda.sam(id)
    func accounts(_ word: String) -> [Int] {
      sam.accounts.indices.filter {
        word == "*" || "@\(sam.accounts[$0].kind?.rawValue ?? "")" == word
          || sam.accounts[$0].code == word
      }
    }
    var kinds: [String: String] = [:]
    var values: [String: Double] = [:]
    for record in try Self.records("\(id)/controls.csv")
    where !record.text("control").hasPrefix("total:") {
      let control = record.text("control")
      if let target = record.number("value") {
        kinds[control] = record.text("evidence")
        if target != 0 { values[control] = abs(target) }
      }
    }
    // Of a proportion half of what its cells hold; a cell named twice has the sum of its weights.
    var weights: [String: [Int: Double]] = [:]
    for record in try Self.records("\(id)/controls.csv")
    where kinds[record.text("control")] != nil && values[record.text("control")] == nil {
      let weight = try #require(record.number("weight"))
      for i in accounts(record.text("row")) {
        for j in accounts(record.text("column")) {
          weights[record.text("control"), default: [:]][i * sam.accounts.count + j, default: 0] +=
            weight
        }
      }
    }
    for (control, cells) in weights {
      values[control] = cells.reduce(0) { sum, cell in
        let (i, j) = cell.key.quotientAndRemainder(dividingBy: sam.accounts.count)
        return sum + abs(cell.value * sam[i, j]) / 2
      }
    }
    let whole = values.values.reduce(0, +)
    let printed = try Country.rwanda.build(id).checksTable(notes: []).csv
    for evidence in ["assumed", "derived", "published"] {
      let part = values.filter { kinds[$0.key] == evidence }.values.reduce(0, +)
      let label = "\"\(evidence) controls, % of their value\","
      let line = try #require(
        printed.split(separator: "\n").first { $0.hasPrefix(label) }, "\(printed)")
      let number = try #require(Double(line.dropFirst(label.count).prefix { $0 != "," }))
      #expect(abs(number - 100 * part / whole) < 0.01, "\(id), \(evidence): \(number)")
    }
  }

  @Test func `the travel account of 2017 is NISR's line, negative consumption and all`() throws {
    let sam = try Country.rwanda.sam("rwanda-2017")
    let travel = try sam.index(of: "ctrav")
    #expect(abs(sam.flow(from: sam.indices(of: .household), to: [travel]) + 224) < 0.5)
    #expect(abs(try sam["row", "ctrav"] - 308) < 0.5)
    #expect(abs(try sam["ctrav", "row"] - 317) < 0.5)
    #expect(sam.indices(of: .activity).allSatisfy { sam[$0, travel] == 0 })
    // A commodity that is wholly imported leaks in the first round.
    let model = try MultiplierModel(sam)
    let multipliers = Dictionary(
      uniqueKeysWithValues: zip(
        model.endogenous.map(\.code), try model.multipliers(on: .gdpFactorCost)))
    #expect(abs(try #require(multipliers["ctrav"])) < 1e-9)
  }
}
