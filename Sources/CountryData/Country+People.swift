public import AccountMatrix
public import Multipliers
internal import SAMFiles
package import SpendingPolicy

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

  /// The Gini coefficient of consumption per head of the newest survey; `nil` where none is given.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func surveyGini() throws(Diagnostic) -> Double? {
    guard tables.files(in: "distribution").contains("poverty.csv") else { return nil }
    return try PovertyTables.readNewest("gini", in: try tables.file("distribution/poverty.csv"))
  }

  /// Beneficiaries of the programmes for which their number is known.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func beneficiaries() throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    try PovertyTables.readBeneficiaries(try tables.file("distribution/beneficiaries.csv"))
  }

  /// What programmes give in kind, and to whom.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func benefitsInKind() throws(Diagnostic) -> [BenefitInKind] {
    guard tables.files(in: "distribution").contains("in-kind.csv") else { return [] }
    return try BenefitTables.readInKind(try tables.file("distribution/in-kind.csv"))
  }

  /// What those are paid whom programmes hire themselves.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func hiredWorkers() throws(Diagnostic) -> [HiredWorkers] {
    guard tables.files(in: "distribution").contains("workers.csv") else { return [] }
    return try BenefitTables.readWorkers(try tables.file("distribution/workers.csv"))
  }
}
