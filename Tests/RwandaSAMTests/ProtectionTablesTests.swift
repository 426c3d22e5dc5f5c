import Foundation
import RwandaSAM
import Testing

/// The tables of schemes, coverage, population and budgets, and of the supply of food crops.
struct ProtectionTablesTests {
  static let functions = [
    "at-least-one", "children", "maternity", "severe-disability", "unemployed", "work-injury",
    "older-persons", "vulnerable", "poor",
  ]

  @Test func `a cell without a figure says so, and no other is empty`() throws {
    for table in TableRecords.tables(in: "protection") {
      for record in try TableRecords.of(table) {
        guard let status = record["status"] else { continue }
        #expect((status == "no-data") == record.text("value").isEmpty, "\(table): \(record)")
      }
    }
  }

  @Test func `the nine functions of SDG 1.3.1 each have a cell or say that there is none`() throws {
    let cells = try TableRecords.of("protection/coverage.csv")
      .filter { $0["series"] == "sdg-1.3.1" && $0["country"] == "Rwanda" }
    for function in Self.functions {
      let mine = cells.filter { $0["function"] == function }
      #expect(mine.contains { $0["sex"] == "both" }, "\(function)")
      for cell in mine where cell["sex"] != "both" { #expect(cell["status"] == "no-data") }
    }
    let known = Dictionary(
      grouping: cells.filter { $0["status"] != "no-data" }, by: { $0.text("function") }
    ).mapValues { $0.compactMap { $0.number("value") } }
    #expect(
      known == [
        "older-persons": [3, 6.5], "severe-disability": [0.4], "work-injury": [4.5],
        "at-least-one": [8.9],
      ])
  }

  @Test func `definitions are of the nine functions, with codes only where they are confirmed`()
    throws
  {
    let records = try TableRecords.of("protection/functions.csv")
    #expect(Set(records.map { $0.text("function") }) == Set(Self.functions))
    let coded = records.filter { !$0.text("ilostat").isEmpty }.map { $0.text("function") }
    #expect(Set(coded) == ["at-least-one", "children", "unemployed"])
    #expect(records.allSatisfy { $0.text("un_series").hasPrefix("SI_COV_") })
  }

  @Test func `the lines of a budget add to its total, what is not published by line among them`()
    throws
  {
    let records = try TableRecords.of("protection/budget.csv")
    let totals = records.filter { $0["kind"] == "total" }
    #expect(totals.count == 12)
    for total in totals {
      let mine = records.filter {
        $0["fiscal_year"] == total["fiscal_year"] && $0["stage"] == total["stage"]
      }
      let lines = mine.filter { $0["kind"] == "line" }
      #expect(lines.filter { $0["line"] == "not published by line" }.count == 1)
      let sum = lines.reduce(0) { $0 + ($1.number("value") ?? .nan) }
      #expect(abs(sum - (total.number("value") ?? .nan)) < 0.051, "\(total)")
      #expect(lines.allSatisfy { ($0.number("value") ?? -1) >= 0 })
      let names = Set(lines.map { $0.text("line") })
      for part in mine where part["kind"] == "inside" {
        #expect(names.contains(part.text("inside")), "\(part)")
      }
    }
    // Pillars and economic classes that are all printed make the total too.
    // One pillar is printed to a whole billion.
    for (kind, year, rounding) in [
      ("pillar", "2020/21", 1.0), ("class", "2024/25", 0.11), ("class", "2023/24", 0.11),
    ] {
      let parts = records.filter {
        $0["kind"] == kind && $0["fiscal_year"] == year && $0["stage"] == "approved"
      }
      let total = try #require(
        totals.first { $0["fiscal_year"] == year && $0["stage"] == "approved" }?.number("value"))
      #expect(
        abs(parts.reduce(0) { $0 + ($1.number("value") ?? .nan) } - total) < rounding, "\(year)")
    }
  }

  @Test func `population by age is of one vintage, and its range of one other`() throws {
    for (table, source, total) in [
      ("protection/population.csv", "wpp-2019", 14_249_748.0),
      ("protection/population-range.csv", "wpp-2022", 14_256_561),
    ] {
      let records = try TableRecords.of(table)
      #expect(Set(records.map { $0.text("source") }) == [source])
      #expect(Set(records.map { $0.text("sex") }) == ["male", "female"])
      let keys = records.map { "\($0.text("age")) \($0.text("sex")) \($0.text("year"))" }
      #expect(Set(keys).count == keys.count)
      // Every year has the same ages, and those of 2024 add to the total of the vintage.
      let years = Dictionary(grouping: records, by: { $0.text("year") })
      #expect(Set(years.values.map(\.count)).count == 1)
      #expect(years.keys.compactMap { Int($0) }.sorted() == Array(2012...2050))
      let sum = (years["2024"] ?? []).reduce(0) { $0 + ($1.number("value") ?? .nan) }
      #expect(sum == total)
    }
    let births = try TableRecords.of("protection/births.csv")
    #expect(
      births.first { $0["measure"] == "births" && $0["year"] == "2024" }?["value"] == "400062")
  }

  @Test func `parameters of the laws are those of their sources`() throws {
    let records = try TableRecords.of("protection/parameters.csv")
    func value(_ scheme: String, _ start: String, _ period: String) -> String? {
      records.first {
        $0["scheme"] == scheme && $0.text("parameter").hasPrefix(start) && $0["period"] == period
      }?["value"]
    }
    #expect(value("maternity", "weeks paid by RSSB", "2024") == "8")
    #expect(value("maternity", "leave", "2024") == "14")
    #expect(value("pension", "pension after the 2025 order, from 13,000", "2025") == "33710")
    #expect(value("all", "sum of rates", "2025") == "14.6")
    #expect(value("pension", "insured", "2022") == "705713")
    // What is not public is an input, and says so.
    #expect(records.contains { $0["scheme"] == "unemployment" && $0["status"] == "no-data" })
    #expect(records.contains { $0["scheme"] == "aggregators" && $0["status"] == "no-data" })
    // The schedule of the pension contribution stands once, in financing/contributions.csv.
    #expect(!records.contains { $0.text("parameter").contains("pension contribution rate") })
  }

  @Test func `slopes of food crops on their price are those of the figures`() throws {
    var series: [String: [Int: Double]] = [:]
    for record in try TableRecords.of("supply/food-crops.csv") {
      let name = record.text("aggregate") + " " + record.text("prices")
      series[name, default: [:]][try #require(Int(record.text("year")))] = record.number("value")
    }
    func level(_ name: String, _ year: Int) throws -> Double { try #require(series[name]?[year]) }
    func growth(_ year: Int) throws -> Double {
      try level("food-crops constant-2017", year) / level("food-crops constant-2017", year - 1) - 1
    }
    func price(_ year: Int) throws -> Double {
      log(try level("food-crops deflator", year) / level("gdp deflator", year))
    }
    for record in try TableRecords.of("supply/response.csv") {
      let lag = try #require(Int(record.text("lag")))
      let years = Array(2016...2024)
      let x = try years.map { try price($0 - lag) - price($0 - lag - 1) }
      var y = try years.map(growth)
      if record["estimate"] == "lagged-2024-base" { y[y.count - 1] = 0 }
      let n = Double(x.count)
      let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
      let sxx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
      let slope = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / sxx
      let rest = zip(x, y).reduce(0) {
        $0 + ($1.1 - my - slope * ($1.0 - mx)) * ($1.1 - my - slope * ($1.0 - mx))
      }
      let error = (rest / (n - 2) / sxx).squareRoot()
      #expect(abs(slope - (record.number("slope") ?? .nan)) < 0.0051)
      #expect(abs(error - (record.number("standard_error") ?? .nan)) < 0.0051)
    }
    // As published with the figures: 0.10 with a standard error of 0.07.
    let lagged = try TableRecords.of("supply/response.csv").first
    #expect(lagged?["slope"] == "0.10" && lagged?["standard_error"] == "0.07")
  }

  @Test func `poverty of 2023/24 is that of the survey`() throws {
    let records = try TableRecords.of("distribution/poverty.csv")
    func value(_ measure: String, _ group: String) -> Double? {
      records.first {
        $0["measure"] == measure && $0["group"] == group && $0["year"] == "2023/24"
      }?.number("value")
    }
    #expect(value("gini", "Rwanda") == 0.394)
    #expect(value("poverty-headcount", "Rwanda") == 27.363)
    #expect(value("poverty-headcount", "Rural") == 31.5843)
    #expect(value("poverty-line", "Rwanda") == 560_127)
    // The lines of the model are those rates.
    for line in try TableRecords.of("distribution/lines.csv") {
      let rate = try #require(value("\(line.text("line"))-headcount", "Rwanda"))
      #expect(abs((line.number("headcount") ?? .nan) - rate / 100) < 1e-5)
    }
    let shares = (1...5).compactMap { value("consumption-share", "Q\($0)") }
    #expect(abs(shares.reduce(0, +) - 100) < 1e-9 && shares.count == 5)
  }
}
