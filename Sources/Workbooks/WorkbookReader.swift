package import AccountMatrix
package import SAMFiles

/// Reads a matrix from a file of any readable format, XLSX workbooks among them.
///
/// Formulas count by the values stored with them. Of several sheets the one that
/// is named, or the one called `SAM`, or the one with most account codes is
/// read, with a note if another holds a matrix too; hidden sheets only if no other
/// holds a matrix. The sheets `Accounts`
/// and `Notes`, as `sam convert` writes them, describe accounts, unit and year.
package enum WorkbookReader {
  /// Reads a matrix.
  ///
  /// - Parameters:
  ///   - file: a workbook, or a text file, for which the sheet must be `nil`.
  ///   - sheet: the sheet's name; else the sheet is found.
  ///   - range: the cells of the table; else the whole sheet.
  ///   - context: what the file does not say about itself.
  ///   - note: takes a sentence for people where another sheet might have been meant.
  /// - Throws: `Diagnostic` naming file, sheet, cell and account.
  package static func read(
    _ file: SourceFile, sheet: String? = nil, range: CellRange? = nil,
    context: SquareTable.Context = SquareTable.Context(), note: (String) -> Void = { _ in }
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let sheet = sheet ?? file.sheet
    guard try MatrixReader.format(of: file) == .workbook else {
      if sheet != nil {
        throw Diagnostic(
          "a sheet is named, but the file is no workbook", at: file.name,
          remedy: "Leave out \(.nameSheet)")
      }
      var context = context
      context.range = range ?? context.range
      return try MatrixReader.read(file, context: context)
    }
    file.onUse(.notation)
    let parts = try WorkbookParts(try ZipArchive(file))
    let cells = try chosenSheet(sheet, of: parts, range: range ?? context.range, note: note)
    let notes = try sheetText("Notes", of: parts)
    var context = context
    let remarks = try notes?.remarks ?? [:]
    context.unit = context.unit ?? remarks["unit"].map { CurrencyUnit($0) }
    context.year = context.year ?? remarks["year"].flatMap { Int($0) }
    context.source = context.source ?? remarks["source"]
    var sam = try MatrixReader.read(cells, of: file, context: context)
    sam.title = remarks["title"] ?? sam.title
    let described = try sheetText("Accounts", of: parts)
    let accounts =
      try described.flatMap { sheet throws(Diagnostic) in try AccountTable.read(sheet) } ?? []
    let known = accounts.filter { sam.contains($0.code) }
    let strangers = accounts.filter { !sam.contains($0.code) }.map { $0.code }
    if !strangers.isEmpty {
      note(
        "\(file.name): the sheet 'Accounts' describes \(list(strangers.map { "'\($0)'" })), which the "
          + "matrix does not have")
    }
    let labels =
      try notes?.labels(of: sam.accounts.filter { $0.name == $0.code }.map(\.code)) ?? [:]
    do {
      return try sam.describing(known + labels.map { Account(code: $0.key, name: $0.value) })
    } catch {
      throw error.diagnostic
    }
  }

  private static func sheetText(
    _ name: String, of parts: WorkbookParts
  ) throws(Diagnostic) -> SheetText? {
    guard let sheet = parts.sheets.first(where: { $0.name.lowercased() == name.lowercased() })
    else { return nil }
    return try SheetReader(sheet, of: parts).read()
  }

  private static func chosenSheet(
    _ name: String?, of parts: WorkbookParts, range: CellRange?, note: (String) -> Void
  ) throws(Diagnostic) -> SheetText {
    let names = parts.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    if let name {
      guard let sheet = parts.sheets.first(where: { $0.name == name }) else {
        throw Diagnostic(
          "there is no sheet '\(name)'", at: parts.archive.name,
          remedy: names.isEmpty ? "The workbook has no sheets" : "Its sheets are \(names)")
      }
      return try SheetReader(sheet, of: parts, range: range).read()
    }
    for areHidden in [false, true] {
      let sheets = parts.sheets.filter { $0.isHidden == areHidden }
      let ordered =
        sheets.filter { $0.name.lowercased() == "sam" }
        + sheets.filter { $0.name.lowercased() != "sam" }
      var best: (cells: SheetText, name: String, codes: Int)?
      var found: [(name: String, codes: Int)] = []
      for sheet in ordered {
        let cells = try SheetReader(sheet, of: parts, range: range).read()
        let codes = try cells.agreeingCodes()
        if codes > 0 { found.append((sheet.name, codes)) }
        // A sheet called SAM is the one that is meant, though another has more codes.
        let isNamed = best?.name.lowercased() == "sam"
        if !isNamed, codes > best?.codes ?? 0 { best = (cells, sheet.name, codes) }
      }
      if let best {
        // One code may stand twice on a sheet of remarks by chance.
        let others = found.filter {
          $0.name != best.name && ($0.codes > 1 || $0.codes == best.codes)
        }
        if !others.isEmpty {
          let names = others.map { "'\($0.name)'" }.joined(separator: ", ")
          note(
            "\(parts.archive.name): the sheet '\(best.name)' is read; \(names) "
              + (others.count == 1 ? "holds a matrix too" : "hold matrices too")
              + ": name the sheet to be read")
        }
        return best.cells
      }
    }
    throw Diagnostic(
      "no sheet holds a matrix", at: parts.archive.name,
      remedy: "Expected account codes in a row and again in a column; its sheets are "
        + (names.isEmpty ? "none" : names))
  }
}
