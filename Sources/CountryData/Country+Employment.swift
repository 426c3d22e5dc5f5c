public import AccountMatrix
public import Multipliers
internal import SAMFiles

extension Country {
  /// The jobs of the labour survey by branch; what it counts stands in `employment/survey.csv`.
  ///
  /// - Throws: `Diagnostic` if a table cannot be read.
  package func employmentByBranch() throws(Diagnostic) -> Employment {
    let survey = try RecordTable(
      try tables.file("employment/survey.csv"), required: ["source", "year"])
    guard let record = survey.records.first else {
      throw Diagnostic(
        "the table names no survey", at: tables.location(of: "employment/survey.csv"),
        remedy: "Write its source and year")
    }
    return try EmploymentTable.read(
      try tables.file("employment/branches.csv"), key: "branch",
      source: try survey.requiredText(record, "source"),
      year: try survey.wholeNumber(record, "year", in: Int.years))
  }

  /// The same jobs by activity of a matrix.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read, or the matrix lacks their activities.
  public func employment(for sam: SocialAccountingMatrix) throws(Diagnostic) -> Employment {
    let map = try EmploymentTable.readMap(try tables.file("employment/activities.csv"))
    let branches = try employmentByBranch()
    do { return try branches.mapped(by: map, to: sam) } catch { throw error.diagnostic }
  }
}
