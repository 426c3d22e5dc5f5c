public import AccountMatrix
public import Multipliers
public import SAMFiles
public import SpendingPolicy

extension Rwanda {
  /// How well the columns of the matrix and the shares of programmes are known: assumed grades.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public static func grades(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> SourceGrades {
    try UncertaintyTables.readGrades(
      try data.file("uncertainty/grades.csv"), columns: try data.file("uncertainty/columns.csv"))
  }

  /// The files that grades are read from.
  ///
  /// - Throws: `Diagnostic` if a file cannot be read.
  public static func gradeFiles(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [SourceFile] {
    [try data.file("uncertainty/grades.csv"), try data.file("uncertainty/columns.csv")]
  }

  /// The structural choices that have bands of their own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func structuralScenarios(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [StructuralScenario] {
    try UncertaintyTables.readScenarios(try data.file("uncertainty/scenarios.csv"))
  }
}
