package import AccountMatrix
package import SAMFiles

/// Reads a matrix from a file of any readable format, XLSX workbooks among them.
///
/// Formulas count by the values stored with them. Of several sheets the one that
/// is named, or the one called `SAM`, or the one with most account codes is
/// read, with a note if another holds a matrix too; hidden sheets only if no other
/// holds a matrix. The sheets `Accounts`
/// and `Notes`, as `sam convert` writes them, describe accounts, unit and year. What there is to be
/// said stands in `SocialAccountingMatrix.readingNotes`.
package enum WorkbookReader {
  /// Reads a matrix.
  ///
  /// - Parameters:
  ///   - file: a workbook, or a text file, for which the sheet must be `nil`.
  ///   - sheet: the sheet's name; else the sheet is found.
  ///   - range: the cells of the table; else the whole sheet.
  ///   - context: what the file does not say about itself.
  /// - Throws: `Diagnostic` naming file, sheet, cell and account.
  package static func read(
    _ file: SourceFile, sheet: String? = nil, range: CellRange? = nil,
    context: SquareTable.Context = SquareTable.Context()
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let sheet = sheet ?? file.sheet
    guard file.isWorkbook, try MatrixReader.format(of: file) == .workbook else {
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
    var (cells, bookNotes) = try chosenSheet(sheet, of: parts, range: range ?? context.range)
    let notes = try sheetText("Notes", of: parts)
    var context = context
    let remarks = try notes?.remarks ?? [:]
    context.unit = context.unit ?? remarks["unit"].map { CurrencyUnit($0) }
    bookNotes += context.take(year: remarks["year"], at: "\(file.name): sheet 'Notes'")
    context.source = context.source ?? remarks["source"]
    var sam = try MatrixReader.read(cells, of: file, context: context)
    sam.title = remarks["title"] ?? sam.title
    let described = try sheetText("Accounts", of: parts)
    let accounts =
      try described.flatMap { sheet throws(Diagnostic) in try AccountTable.read(sheet) } ?? []
    let known = accounts.filter { sam.contains($0.code) }
    let strangers = accounts.filter { !sam.contains($0.code) }.map { $0.code }
    if !strangers.isEmpty {
      bookNotes.append(
        Diagnostic(
          "the sheet 'Accounts' describes \(list(strangers.map { "'\($0)'" })), which the matrix "
            + "does not have", at: file.name))
    }
    sam.readingNotes = bookNotes + sam.readingNotes
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
    _ name: String?, of parts: WorkbookParts, range: CellRange?
  ) throws(Diagnostic) -> (SheetText, [Diagnostic]) {
    let names = parts.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    if let name {
      guard let sheet = parts.sheets.first(where: { $0.name == name }) else {
        throw Diagnostic(
          "there is no sheet '\(name)'", at: parts.archive.name,
          remedy: names.isEmpty ? "The workbook has no sheets" : "Its sheets are \(names)")
      }
      return (try SheetReader(sheet, of: parts, range: range).read(), [])
    }
    let visible = try candidates(parts.sheets.filter { !$0.isHidden }, of: parts, range: range)
    // A hidden sheet that cannot be read stands in nobody's way.
    let unseen = parts.sheets.filter { $0.isHidden }
    let hidden: (best: Candidate?, all: [Candidate]) =
      visible.best == nil
      ? try candidates(unseen, of: parts, range: range)
      : (try? candidates(unseen, of: parts, range: range)) ?? (nil, [])
    guard let best = visible.best ?? hidden.best else {
      throw Diagnostic(
        "no sheet holds a matrix", at: parts.archive.name,
        remedy: "Expected account codes in a row and again in a column; its sheets are "
          + (names.isEmpty ? "none" : names))
    }
    // One code may stand twice on a sheet of remarks by chance.
    func others(_ found: [Candidate]) -> [String] {
      found.filter { $0.name != best.name && ($0.codes > 1 || $0.codes == best.codes) }
        .map { "'\($0.name)'" }
    }
    var notes: [Diagnostic] = []
    func add(_ problem: String) {
      notes.append(
        Diagnostic(problem, at: parts.archive.name, remedy: "Choose with \(.nameSheet)" as Remedy))
    }
    let (beside, behind) = (others(visible.all), others(hidden.all))
    if visible.best == nil { add("the sheet '\(best.name)' is read, which is hidden") }
    if !beside.isEmpty {
      add(
        "the sheet '\(best.name)' is read; \(list(beside)) "
          + (beside.count == 1 ? "holds a matrix too" : "hold matrices too"))
    }
    if !behind.isEmpty {
      add(
        "the sheet '\(best.name)' is read; \(list(behind)), "
          + (behind.count == 1
            ? "which is hidden, holds a matrix" : "which are hidden, hold matrices")
          + " too")
    }
    return (best.cells, notes)
  }

  /// A sheet that holds a matrix, and how many codes agree on it.
  private struct Candidate {
    let name: String
    let codes: Int
    let cells: SheetText
  }

  /// The sheets that hold a matrix, and the one that is meant: called SAM, or with most codes.
  private static func candidates(
    _ sheets: [WorkbookParts.Sheet], of parts: WorkbookParts, range: CellRange?
  ) throws(Diagnostic) -> (best: Candidate?, all: [Candidate]) {
    let ordered =
      sheets.filter { $0.name.lowercased() == "sam" }
      + sheets.filter { $0.name.lowercased() != "sam" }
    var found: [Candidate] = []
    var best: Candidate?
    for sheet in ordered {
      let cells = try SheetReader(sheet, of: parts, range: range).read()
      let codes = try cells.agreeingCodes()
      guard codes > 0 else { continue }
      // Of the others no cells need be kept.
      found.append(Candidate(name: sheet.name, codes: codes, cells: SheetText(file: "", sheet: "")))
      if best?.name.lowercased() != "sam", codes > best?.codes ?? 0 {
        best = Candidate(name: sheet.name, codes: codes, cells: cells)
      }
    }
    return (best, found)
  }
}
