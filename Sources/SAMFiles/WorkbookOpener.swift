package import AccountMatrix

/// How workbooks are read: given to a file by the module `Workbooks`, so that this one, which reads
/// the tables in them, needs no library to unpack them.
package struct WorkbookOpener: Sendable {
  /// The cells of the visible sheets.
  package let sheets: @Sendable (SourceFile) throws(Diagnostic) -> [SheetText]
  /// The matrix of a workbook.
  package let matrix:
    @Sendable (SourceFile, SquareTable.Context) throws(Diagnostic) -> SocialAccountingMatrix

  /// An opener from its parts.
  package init(
    sheets: @escaping @Sendable (SourceFile) throws(Diagnostic) -> [SheetText],
    matrix:
      @escaping @Sendable (SourceFile, SquareTable.Context) throws(Diagnostic) ->
      SocialAccountingMatrix
  ) {
    self.sheets = sheets
    self.matrix = matrix
  }
}

extension SourceFile {
  /// Whether the file is a workbook, or another archive.
  package var isWorkbook: Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The opener of a workbook.
  ///
  /// - Throws: `Diagnostic` where the file was opened without one.
  func requireOpener() throws(Diagnostic) -> WorkbookOpener {
    guard let workbook else {
      throw Diagnostic(
        "the file is a workbook", at: name,
        remedy: "Import the module `Workbooks` and open the file with `SourceFile(opening:)`, or "
          + "save the sheet as CSV")
    }
    return workbook
  }

  /// The cells of a text file, or of the one sheet of a workbook whose header has some columns.
  ///
  /// - Throws: `Diagnostic` if several sheets have them, or none of several does.
  func table(with columns: [String]) throws(Diagnostic) -> DelimitedText {
    try ForeignFormat.refuse(self)
    guard isWorkbook else { return try DelimitedText(self) }
    onUse(.notation)
    var sheets: [DelimitedText] = []
    for sheet in try requireOpener().sheets(self) where !sheet.isEmpty {
      sheets.append(sheet.table)
    }
    func names(_ sheets: [DelimitedText]) -> String {
      sheets.map { "'\($0.sheetName ?? "")'" }.joined(separator: ", ")
    }
    if let sheet {
      guard let named = sheets.first(where: { $0.sheetName == sheet }) else {
        throw Diagnostic(
          "there is no sheet '\(sheet)' with cells", at: name,
          remedy: "Its sheets are \(names(sheets))")
      }
      return named
    }
    if sheets.count == 1 { return sheets[0] }
    var fitting: [DelimitedText] = []
    for sheet in sheets {
      for row in sheet.rows.prefix(10) {
        let titles = try sheet.texts(row).map { $0.lowercased() }
        if columns.allSatisfy(titles.contains) {
          fitting.append(sheet)
          break
        }
      }
    }
    guard fitting.count == 1 else {
      throw Diagnostic(
        fitting.isEmpty
          ? "no sheet has the columns '\(columns.joined(separator: "', '"))'"
          : "more than one sheet has the columns '\(columns.joined(separator: "', '"))': "
            + names(fitting), at: name,
        remedy: fitting.isEmpty
          ? (sheets.isEmpty ? "The workbook has no cells" : "Its sheets are \(names(sheets))")
          : "Name one behind the file, as in '\(name)#\(fitting[0].sheetName ?? "")'")
    }
    return fitting[0]
  }
}

extension DelimitedText {
  /// The name of the sheet that the rows are from.
  var sheetName: String? { if case .sheet(let name, _) = origin { name } else { nil } }
}
