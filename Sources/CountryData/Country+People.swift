public import AccountMatrix
public import Multipliers
internal import SAMFiles

extension Country {
  /// People and inequality by household group.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func people() throws(Diagnostic) -> [PovertyModel.Group] {
    try PovertyTables.readGroups(try tables.file("distribution/groups.csv"))
  }

  /// Poverty lines, as the published part of the people below them.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func povertyLines() throws(Diagnostic) -> [PovertyModel.Line] {
    try PovertyTables.readLines(try tables.file("distribution/lines.csv"))
  }

  /// Beneficiaries of the programmes for which their number is known.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func beneficiaries() throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    try PovertyTables.readBeneficiaries(try tables.file("distribution/beneficiaries.csv"))
  }
}
