public import AccountMatrix
public import Multipliers
package import SAMFiles
public import SpendingPolicy

extension Country {
  /// How well the columns of the matrix and the shares of programmes are known: assumed grades.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func grades() throws(Diagnostic) -> SourceGrades {
    try UncertaintyTables.readGrades(
      try tables.file("uncertainty/grades.csv"),
      columns: try tables.file("uncertainty/columns.csv"), common: try commonErrors())
  }

  /// The files that grades are read from.
  ///
  /// - Throws: `Diagnostic` if a file cannot be read.
  package func gradeFiles() throws(Diagnostic) -> [SourceFile] {
    [try tables.file("uncertainty/grades.csv"), try tables.file("uncertainty/columns.csv")]
      + [try commonErrors()].compactMap { $0 }
  }

  /// The table of errors that columns share, where the country has one.
  private func commonErrors() throws(Diagnostic) -> SourceFile? {
    tables.files(in: "uncertainty").contains("common.csv")
      ? try tables.file("uncertainty/common.csv") : nil
  }

  /// The structural choices that have bands of their own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func structuralScenarios() throws(Diagnostic) -> [StructuralScenario] {
    try UncertaintyTables.readScenarios(try tables.file("uncertainty/scenarios.csv"))
  }
}
