public import AccountMatrix
public import SAMFiles

extension SourceFile {
  /// Opens a file in any readable format, workbooks among them; `book.xlsx#Outlays` names a sheet.
  ///
  /// - Throws: `Diagnostic` if it is missing, a directory, empty, or cannot be read.
  public init(opening path: String) throws(Diagnostic) {
    let (file, sheet) = SourceFile.splittingSheet(path)
    self = try SourceFile(path: file).openingWorkbooks
    self.sheet = sheet
  }

  /// The file, read as a workbook where it is one.
  public var openingWorkbooks: SourceFile {
    var file = self
    file.workbook = WorkbookOpener(
      sheets: { file throws(Diagnostic) in
        let parts = try WorkbookParts(try ZipArchive(file))
        var sheets: [SheetText] = []
        for sheet in parts.sheets where !sheet.isHidden {
          sheets.append(try SheetReader(sheet, of: parts).read())
        }
        return sheets
      },
      matrix: { file, context throws(Diagnostic) in
        try WorkbookReader.read(file, context: context)
      })
    return file
  }
}

extension FileReadable {
  /// Reads the value from the file of a path, a workbook or a text file.
  ///
  /// - Throws: `Diagnostic` naming the file and the line, column or cell at fault.
  public init(contentsOf path: String) throws(Diagnostic) {
    try self.init(contentsOf: try SourceFile(opening: path))
  }
}
