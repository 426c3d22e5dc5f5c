public import AccountMatrix
public import Multipliers
internal import SAMFiles

extension Rwanda {
  /// People and inequality by household group, 2022.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func people(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [PovertyModel.Group] {
    try PovertyTables.readGroups(try data.file("distribution/groups.csv"))
  }

  /// Poverty lines, as the published part of the people below them.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func povertyLines(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [PovertyModel.Line] {
    try PovertyTables.readLines(try data.file("distribution/lines.csv"))
  }

  /// Beneficiaries of the programmes for which their number is known.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func beneficiaries(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    try PovertyTables.readBeneficiaries(try data.file("distribution/beneficiaries.csv"))
  }
}
