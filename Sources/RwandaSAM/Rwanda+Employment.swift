public import AccountMatrix
public import Multipliers
internal import SAMFiles

extension Rwanda {
  /// The jobs of the Labour Force Survey of 2022 by branch: main jobs for pay or profit.
  ///
  /// Producers of foodstuff mainly for own use are not among them.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func employmentByBranch(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> Employment {
    try EmploymentTable.read(
      try data.file("employment/branches.csv"), key: "branch",
      source: "NISR, Labour Force Survey 2022", year: 2022)
  }

  /// The same jobs by activity of a matrix.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read, or the matrix lacks their activities.
  public static func employment(
    for sam: SocialAccountingMatrix, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> Employment {
    let map = try EmploymentTable.readMap(try data.file("employment/activities.csv"))
    let branches = try employmentByBranch(from: data)
    do { return try branches.mapped(by: map, to: sam) } catch { throw error.diagnostic }
  }
}
