package import AccountMatrix
package import SAMFiles

/// Reads a supply-use table whose two tables stand in workbooks, in text files, or one in each.
package enum SupplyUseReader {
  /// Reads the tables; both may be sheets of one workbook.
  ///
  /// A sheet that is not named is the one whose name says `supply` or `use`, else the only one.
  ///
  /// - Parameters:
  ///   - supply: the file with the supply table.
  ///   - use: the file with the use table.
  ///   - sheets: the names of their sheets, where the files are workbooks.
  ///   - unit: the unit of the cells.
  ///   - tolerance: the largest gap of a total, a product or an activity; else rounding.
  /// - Throws: `Diagnostic` naming file, sheet and cell, or the product or
  ///   activity that does not balance.
  package static func read(
    supply: SourceFile, use: SourceFile, sheets: (supply: String?, use: String?) = (nil, nil),
    unit: CurrencyUnit = .unstated, tolerance: Double? = nil
  ) throws(Diagnostic) -> SupplyUseTable {
    try SupplyUseFile.read(
      supply: try cells(of: "supply", in: supply, sheet: sheets.supply),
      use: try cells(of: "use", in: use, sheet: sheets.use), unit: unit, tolerance: tolerance)
  }

  private static func cells(
    of table: String, in file: SourceFile, sheet name: String?
  ) throws(Diagnostic) -> TableCells {
    let name = name ?? file.sheet
    guard try MatrixReader.format(of: file) == .workbook else {
      if name != nil {
        throw Diagnostic(
          "a sheet is named, but the file is no workbook", at: file.name,
          remedy: "Leave out --\(table)-sheet")
      }
      return try TableCells(file)
    }
    file.onUse(.notation)
    let parts = try WorkbookParts(try ZipArchive(file))
    let visible = parts.sheets.filter { !$0.isHidden }
    let names = parts.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    if let name {
      guard let sheet = parts.sheets.first(where: { $0.name == name }) else {
        throw Diagnostic(
          "there is no sheet '\(name)'", at: file.name, remedy: "Its sheets are \(names)")
      }
      return TableCells(try SheetReader(sheet, of: parts).read())
    }
    let named = visible.filter {
      $0.name.lowercased().split { !$0.isLetter }.contains { $0 == table }
    }
    guard let sheet = named.count == 1 ? named[0] : visible.count == 1 ? visible[0] : nil else {
      throw Diagnostic(
        "no single sheet is called '\(table)'", at: file.name,
        remedy: "Name it with --\(table)-sheet; the sheets are \(names)")
    }
    return TableCells(try SheetReader(sheet, of: parts).read())
  }
}
