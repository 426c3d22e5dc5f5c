public import AccountMatrix
public import SAMFiles
public import SpendingPolicy

extension Rwanda {
  /// The spending programmes, and tax cuts as who pays the taxes of a matrix gains by them.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public static func programmes(
    for sam: SocialAccountingMatrix, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [Programme] {
    try programmes(from: data) + Programme.taxCuts(in: sam)
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
