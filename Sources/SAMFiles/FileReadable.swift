public import AccountMatrix

/// A value that stands in a file of its own: a matrix, the jobs of an economy, a map of accounts.
///
/// `try SocialAccountingMatrix(contentsOf: "kenya.csv")`; a list of records is an array, as in
/// `try [Programme](contentsOf: "programmes.csv")`. Text is read by the module `SAMFiles`;
/// workbooks too where the module `Workbooks` is imported.
public protocol FileReadable {
  /// Reads the value from a file.
  ///
  /// - Throws: `Diagnostic` naming the file and the line, column or cell at fault.
  init(contentsOf file: SourceFile) throws(Diagnostic)
}

extension FileReadable {
  /// Reads the value from the text file of a path.
  ///
  /// - Throws: `Diagnostic` naming the file and the line, column or cell at fault.
  public init<Path: StringProtocol>(contentsOf path: Path) throws(Diagnostic) {
    try self.init(contentsOf: try SourceFile(path: String(path)))
  }
}

/// A record of a table that an array is read from, one or several lines each.
public protocol TableRecord {
  /// The records of a file in their order.
  ///
  /// - Throws: `Diagnostic` naming the file and the line and column at fault.
  static func records(in file: SourceFile) throws(Diagnostic) -> [Self]
}

extension Array: FileReadable where Element: TableRecord {
  /// Reads the records of a file in their order.
  ///
  /// - Throws: `Diagnostic` naming the file and the line and column at fault.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try Element.records(in: file)
  }
}

extension SocialAccountingMatrix: FileReadable {
  /// Reads a matrix from a file in any format.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    try self.init(contentsOf: file, context: SquareTable.Context())
  }

  /// Reads a matrix from a file in any format, told what the file does not say; `readingNotes` says
  /// what its reader noticed.
  ///
  /// - Parameters:
  ///   - file: the file; `SourceFile.notation` says how it writes numbers.
  ///   - unit: the unit of the cells; else the one that the file names, or `unstated`.
  ///   - year: the year of the flows; else the one that the file names.
  ///   - tolerance: a gap between a printed total and its cells that passes, in the unit of the cells.
  /// - Throws: `Diagnostic` as without them.
  public init(
    contentsOf file: SourceFile, unit: CurrencyUnit?, year: Int? = nil, tolerance: Double? = nil
  ) throws(Diagnostic) {
    try self.init(
      contentsOf: file,
      context: SquareTable.Context(unit: unit, year: year, tolerance: tolerance))
  }

  /// Reads a matrix from a file in any format.
  ///
  /// - Parameters:
  ///   - context: what the file does not say about itself.
  ///   - accounts: a file with descriptions of the accounts, which go before those of the matrix.
  /// - Throws: `Diagnostic` naming the file and the line, account or cell; also where the kinds of
  ///   the accounts say that the table is transposed.
  package init(
    contentsOf file: SourceFile, context: SquareTable.Context,
    describedBy accounts: SourceFile? = nil
  ) throws(Diagnostic) {
    let sam =
      file.isWorkbook && file.workbook != nil
      ? try file.requireOpener().matrix(file, context)
      : try MatrixReader.read(file, context: context)
    self =
      try accounts.map { table throws(Diagnostic) in
        try AccountTable.describe(sam, by: table)
      } ?? sam
    try requireReceiptsInRows(of: file)
  }

  /// Refuses a matrix that is transposed by the kinds of its accounts, naming a file.
  func requireReceiptsInRows(of file: SourceFile) throws(Diagnostic) {
    do { try requireReceiptsInRows() } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = diagnostic.location ?? file.name
      throw diagnostic
    }
  }
}
