import CountryData
import CountryReports
import Reporting
import RwandaSAM
import SocialAccounting
import Testing

/// SDG indicator 1.3.1: published cells and nothing computed in their place.
struct CoverageIndicatorTests {
  private let indicator: CoverageIndicator

  init() throws { indicator = try Country.rwanda.coverageIndicator() }

  /// The database of the United Nations (October 2020) and the ILO's brief of 2024.
  @Test func `each of the nine functions has its published cell, or says that there is none`() {
    let published: [String: Double] = [
      "at-least-one": 8.9, "severe-disability": 0.4, "work-injury": 4.5, "older-persons": 6.5,
    ]
    #expect(indicator.entries.count == 9)
    for entry in indicator.entries {
      #expect(entry.cell?.value == published[entry.function.id], "\(entry.function.id)")
      #expect((entry.cell?.status == "no-data") == (entry.cell?.value == nil))
      #expect(!entry.isSplitBySex)
      #expect(!entry.function.numerator.isEmpty && !entry.function.denominator.isEmpty)
    }
    #expect(indicator.entries.first { $0.function.id == "older-persons" }?.cell?.year == "2017")
  }

  /// By hand from the counts of schemes: 705,713 insured of 13,246,394 people; with 31,000 pension
  /// files, 93,098, 92,342, 77,259 and 118,126 of VUP and 28,050 survivors 1,145,588.
  @Test func `at least one benefit lies between the largest scheme and the sum`() throws {
    let breadth = try #require(indicator.breadth)
    let persons = breadth.bounds.map { $0.persons }
    #expect(Array(persons.prefix(2)) == [705_713, 1_145_588])
    #expect(abs(breadth.bounds[0].percent - 5.328) < 0.001)
    #expect(abs(breadth.bounds[1].percent - 8.648) < 0.001)
    #expect(persons == persons.sorted())
    // 3.1 more members in each of 262,699 households, and 2.72 million who save.
    #expect(abs(persons[2] - (1_145_588 + 3.1 * 262_699)) < 1)
    #expect(abs(persons[3] - persons[2] - 2_720_000) < 1)
    #expect(breadth.published?.value == 8.9)
  }

  @Test func `what closing a gap would cost is people without cover times the benefit given`()
    throws
  {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let programmes = try Country.rwanda.programmes(for: sam)
    let context = QuestionContext(try MultiplierModel(sam), programmes: programmes)
    let gaps = try indicator.gaps(
      benefits: [("older-persons", 150_000), ("maternity", 37_500), ("children", 0)], on: context)
    #expect(gaps.map { $0.isMost } == [false, true, true])
    #expect(abs(gaps[0].cost - 838_810 * 0.935 * 150_000 / 1e9) < 1e-9)
    #expect(abs(gaps[1].cost - 400_062 * 37_500 / 1e9) < 1e-9)
    #expect(gaps[2].cost == 0)
    #expect(abs(gaps[0].percentOfGDP - 100 * gaps[0].cost / 19_918.3) < 1e-4)
    let rows = try Comparison(of: programmes, in: context.model).rows
    let pension = try #require(rows.first { $0.programme.id == "universal-pension" })
    #expect(gaps[0].effect == pension.effect)
    for (function, words) in [("pensioners", "'pensioners'"), ("vulnerable", "residual")] {
      do {
        _ = try indicator.gaps(benefits: [(function, 1)], on: context)
        Issue.record("\(function) has a cost")
      } catch { #expect(error.diagnostic.description.contains(words), "\(error)") }
    }
  }

  @Test func `cells are read back as they were written`() throws {
    let csv = indicator.cellTable.csv
    #expect(csv.hasPrefix(CoverageIndicatorTable.cellColumns.joined(separator: ",") + "\n"))
    let file = SourceFile(name: "cells.csv", bytes: Array(csv.utf8))
    let again = try Country.rwanda.coverageIndicator(cells: file)
    #expect(again == indicator)
  }

  private static let header = CoverageIndicatorTable.cellColumns.joined(separator: ",") + "\n"

  @Test(arguments: [
    ("sdg-1.3.1,children,Rwanda,,both,total,2024,12,per cent,no-data,,,", "no-data"),
    ("sdg-1.3.1,children,Rwanda,,both,total,2024,,per cent,published,,,", "no figure"),
    ("sdg-1.3.1,child,Rwanda,,both,total,2024,12,per cent,published,,,", "'children'"),
    ("sdg-1.3.1,children,Rwanda,,both,total,2024,120,per cent,published,,,", "120"),
    ("sdg-1.3.1,children,Rwanda,,both,total,2024,-1,per cent,published,,,", "-1"),
    ("sdg-1.3.1,children,,,both,total,2024,12,per cent,published,,,", "'country'"),
  ])
  func `a cell that says two things is refused with its line`(line: String, words: String) throws {
    let good = "sdg-1.3.1,poor,Rwanda,,both,total,2024,12,per cent,published,,,\n"
    let file = SourceFile(
      name: "cells.csv", bytes: Array((Self.header + good + line + "\n").utf8))
    do {
      _ = try Country.rwanda.coverageIndicator(cells: file)
      Issue.record("\(line) was read")
    } catch {
      #expect(error.description.contains("cells.csv: line 3"), "\(error)")
      #expect(error.description.contains(words), "\(error)")
    }
    let twice = SourceFile(name: "cells.csv", bytes: Array((Self.header + good + good).utf8))
    #expect(throws: Diagnostic.self) { try Country.rwanda.coverageIndicator(cells: twice) }
  }

  @Test func `a scheme says how it stands in the sum`() {
    let header =
      "scheme,name,function,role,sex,year,value,members_each,counted,programme,status,source\n"
    for line in [
      "s,S,at-least-one,contributor,both,2024,1,1,,,published,x",
      "s,S,at-least-one,denominator,both,2024,1,1,yes,,published,x",
      "s,S,at-least-one,member,both,2024,1,1,yes,,published,x",
      "s,S,at-least-one,contributor,both,2024,-1,1,yes,,published,x",
      "s,S,at-least-one,contributor,both,2024,,1,yes,,published,x",
      "s,S,at-least-one,contributor,both,2024,1,0.5,yes,,published,x",
    ] {
      #expect(throws: Diagnostic.self, "\(line)") {
        try CoverageIndicatorTable.readCounts(
          SourceFile(name: "r.csv", bytes: Array((header + line + "\n").utf8)))
      }
    }
  }

  @Test func `another country has its cells, and none of Rwanda's people`() throws {
    let kenya = try Country.rwanda.coverageIndicator(of: "Kenya")
    #expect(kenya.counts.isEmpty && kenya.breadth == nil)
    #expect(kenya.cells.allSatisfy { $0.country == "Kenya" })
    #expect(kenya.entries.contains { $0.cell?.value != nil })
    #expect(throws: Diagnostic.self) { try Country.rwanda.coverageIndicator(of: "Atlantis") }
  }

  @Test func `published expenditure stands beside ours, which adds up`() throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let gdp = try sam.grossDomesticProduct().byIncome
    let budget = try #require(try Country.rwanda.revisedBudget(in: 2024))
    #expect(abs(budget - (5_115.6 + 5_816.4) / 2) < 1e-9)
    #expect(try Country.rwanda.revisedBudget(in: 1999) == nil)
    let programmes = try Country.rwanda.programmes(for: sam)
    let table = Table.coverageExpenditure(
      cells: indicator.cells, programmes: programmes, schemes: try Country.rwanda.schemes(of: sam),
      gdp: gdp, budget: budget, of: sam)
    let records = try TableRecords.of(
      SourceFile(name: "expenditure.csv", bytes: Array(table.csv.utf8)))
    let published = records.filter { $0["line"] == "published" }
    #expect(published.map { $0.number("percent_of_gdp") } == [1.8, nil])
    #expect(published.map { $0.number("percent_of_budget") } == [nil, 5.2])
    let whole = try #require(records.first { $0["line"] == "programmes" }?.number("amount"))
    let parts = records.filter { !["published", "programmes", "state"].contains($0["line"]) }
    #expect(abs(parts.reduce(0) { $0 + ($1.number("amount") ?? .nan) } - whole) < 1e-6)
    #expect(parts.count >= 10)
    let state = try #require(records.first { $0["line"] == "state" }?.number("amount"))
    #expect(state < whole)
    // A matrix without schemes does not say that the State pays nothing.
    let bare = Table.coverageExpenditure(
      cells: [], programmes: programmes, schemes: [], gdp: gdp, budget: nil, of: sam)
    #expect(!bare.csv.contains("\nstate,"))
  }
}
