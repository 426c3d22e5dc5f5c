public import AccountMatrix
package import SAMFiles
public import SpendingPolicy

extension Country {
  /// The spending programmes with the outlays of the year of a matrix, and tax cuts as who pays its
  /// taxes gains by them.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func programmes(
    for sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> [Programme] {
    try programmes(in: sam.year) + Programme.taxCuts(in: sam)
  }

  /// Who bears social contributions.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func contributionRule() throws(Diagnostic) -> ContributionRule {
    try ContributionTables.rule(
      rates: try tables.file("financing/contributions.csv"),
      wages: try tables.file("financing/formal-wages.csv"),
      parameters: try tables.file("financing/parameters.csv"))
  }

  /// The legal rates of social contributions.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func contributionRates() throws(Diagnostic) -> [ContributionTables.Rate] {
    try ContributionTables.rates(try tables.file("financing/contributions.csv"))
  }
}

extension Country {
  /// The names of the built-in scenarios, in alphabetical order.
  public func scenarioNames() -> [String] {
    tables.files(in: "scenarios").filter { $0.hasSuffix(".csv") && $0 != "sources.csv" }
      .map { String($0.dropLast(4)) }.sorted()
  }

  /// A built-in scenario.
  ///
  /// - Throws: `Diagnostic` if there is none of this name, or with the line at fault.
  public func scenario(
    _ id: String
  ) throws(Diagnostic) -> Scenario {
    let names = scenarioNames()
    guard names.contains(id) else {
      let nearest = nearestCodes(to: id, among: names)
      throw Diagnostic(
        "there is no scenario '\(id)'",
        remedy: nearest.isEmpty
          ? Remedy("Built-in are " + names.joined(separator: ", ")) : suggestion(nearest))
    }
    return try ScenarioTable.read(
      try tables.file("scenarios/\(id).csv"), id: id,
      sources: try tables.file("scenarios/sources.csv"))
  }
}

extension Country {
  /// Published figures that results are read against.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func publishedEvidence() throws(Diagnostic) -> [PublishedFigure] {
    try EvidenceTable.read(try tables.file("evidence.csv"))
  }
}
