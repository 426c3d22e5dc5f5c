public import AccountMatrix
public import SAMFiles
public import SpendingPolicy

extension Rwanda {
  /// The spending programmes with the outlays of the year of a matrix, and tax cuts as who pays its
  /// taxes gains by them.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public static func programmes(
    for sam: SocialAccountingMatrix, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [Programme] {
    try programmes(in: sam.year, from: data) + Programme.taxCuts(in: sam)
  }

  /// Who bears social contributions.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public static func contributionRule(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> ContributionRule {
    try ContributionTables.rule(
      rates: try data.file("financing/contributions.csv"),
      wages: try data.file("financing/formal-wages.csv"),
      parameters: try data.file("financing/parameters.csv"))
  }

  /// The legal rates of social contributions.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func contributionRates(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [ContributionTables.Rate] {
    try ContributionTables.rates(try data.file("financing/contributions.csv"))
  }
}

extension Rwanda {
  /// The names of the built-in scenarios, in alphabetical order.
  public static func scenarioNames(from data: RwandaData = .embedded) -> [String] {
    data.files(in: "scenarios").filter { $0.hasSuffix(".csv") && $0 != "sources.csv" }
      .map { String($0.dropLast(4)) }.sorted()
  }

  /// A built-in scenario.
  ///
  /// - Throws: `Diagnostic` if there is none of this name, or with the line at fault.
  public static func scenario(
    _ id: String, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> Scenario {
    let names = scenarioNames(from: data)
    guard names.contains(id) else {
      let nearest = nearestCodes(to: id, among: names)
      throw Diagnostic(
        "there is no scenario '\(id)'",
        remedy: nearest.isEmpty
          ? "Built-in are " + names.joined(separator: ", ") : suggestion(nearest))
    }
    return try ScenarioTable.read(
      try data.file("scenarios/\(id).csv"), id: id,
      sources: try data.file("scenarios/sources.csv"))
  }
}

extension Rwanda {
  /// Published figures that results are read against.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func publishedEvidence(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [PublishedFigure] {
    try EvidenceTable.read(try data.file("evidence.csv"))
  }
}
