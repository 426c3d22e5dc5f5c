import Testing

/// `sam coverage`.
struct CoverageCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `the nine functions are printed, and cells go out and come back`() throws {
    let coverage = try place.sam("coverage", "--format", "csv", "--table", "coverage")
    #expect(coverage.records.count == 9)
    #expect(coverage.value("percent", "older-persons", key: "function") == 6.5)
    #expect(coverage.records.allSatisfy { $0["by_sex"] == "no-data" })
    #expect(try place.sam("coverage", "--table", "cells", "--output", "cells.csv").status == 0)
    let again = try place.sam(
      "coverage", "--cells", "cells.csv", "--format", "csv", "--table", "coverage")
    #expect(again.output == coverage.output)
    // A cell that is filled in moves the answer.
    let text = try #require(place.text("cells.csv"))
    let filled = text.replacing(
      "sdg-1.3.1,children,Rwanda,,both,total,,,per cent,no-data",
      with: "sdg-1.3.1,children,Rwanda,,both,total,2025,10,per cent,published")
    #expect(filled != text)
    try place.write(filled, "filled.csv")
    let gap = ["--table", "gaps", "--benefit", "children=1000", "--format", "csv"]
    let before = try place.sam(["coverage"] + gap)
    let after = try place.sam(["coverage", "--cells", "filled.csv"] + gap)
    let ratio =
      after.value("cost", "children", key: "function")
      / before.value("cost", "children", key: "function")
    #expect(abs(ratio - 0.9) < 1e-9)
    #expect(before.column("bound") == ["at most"] && after.column("bound") == [""])
  }

  @Test func `the matrix moves what a gap does`() throws {
    let gap = ["--table", "gaps", "--benefit", "older-persons=150000", "--format", "csv"]
    let newest = try place.sam(["coverage"] + gap)
    let older = try place.sam(["coverage", "rwanda-2022"] + gap)
    #expect(newest.column("cost") == older.column("cost"))
    #expect(newest.column("gdp_factor_cost") != older.column("gdp_factor_cost"))
  }

  @Test func `a regime of prices stands beside the multipliers, as in the comparison`() throws {
    let regime = ["--regime", "agriculture-fixed", "--format", "csv"]
    let gaps = try place.sam(
      ["coverage", "--table", "gaps", "--benefit", "older-persons=1"] + regime)
    let compared = try place.sam(["compare", "--table", "regimes"] + regime)
    let ours = gaps.value("real_gdp_agriculture-fixed", "older-persons", key: "function")
    let theirs = compared.value(
      "real_gdp_factor_cost", "Pension from 65 (hypothetical)", key: "name")
    // Between nothing and what it does at fixed prices.
    #expect(0 < ours && ours < gaps.value("gdp_factor_cost", "older-persons", key: "function"))
    #expect(abs(ours - theirs) < 1e-9, "\(ours) and \(theirs): \(gaps.errors)")
  }

  @Test(arguments: [
    (["--regime", "full-employment"], "--benefit"),
    (["--benefit", "children=1", "--regime", "none"], "'none'"),
    (["--table", "gaps"], "--benefit"),
    (["--table", "cells", "--benefit", "children=1"], "--benefit"),
    (["rwanda-2022", "--table", "national"], "the matrix"),
    (["--country", "Kenya", "--benefit", "children=1"], "'Kenya'"),
    (["--country", "Kenya", "--table", "expenditure"], "'Kenya'"),
    (["--country", "Atlantis"], "Kenya"),
    (["--benefit", "children"], "'children'"),
    (["--benefit", "children=-1"], "below zero"),
    (["--benefit", "children=1,children=2"], "two benefits"),
    (["--benefit", "pensioners=1"], "older-persons"),
    (["--benefit", "vulnerable=1"], "nobody counts"),
    (["rwanda-1994"], "rwanda-1994"),
  ])
  func `what cannot be answered is refused in one message`(arguments: [String], words: String)
    throws
  {
    let outcome = try place.sam(["coverage"] + arguments)
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
