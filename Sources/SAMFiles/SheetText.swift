package import AccountMatrix

/// The cells of one sheet as text, gathered row by row for the readers of tables.
package struct SheetText {
  private let file: String
  private let sheet: String
  private let firstColumn: Int
  private let notation: NumberNotation
  private var bytes: [UInt8] = []
  private var fields: [DelimitedText.Field] = []
  private var rows: [DelimitedText.Row] = []
  private var rowStart = 0
  private var currentRow = 0
  /// Rows with cells that the program does not show, counted from 1.
  package var hiddenRows: Set<Int> = []
  /// Columns with cells that the program does not show, counted from 0.
  package var hiddenColumns: Set<Int> = []

  /// The most fields that a sheet may hold, blanks before a row's last cell included: of
  /// blanks only so many as an honest, sparse matrix has.
  private var limit: Int { min(150_000_000, 4_000_000 + 400 * cellCount) }
  private var cellCount = 0

  /// An empty sheet; fields are counted from `firstColumn`, itself counted from 0.
  package init(
    file: String, sheet: String, firstColumn: Int = 0, notation: NumberNotation = NumberNotation()
  ) {
    self.file = file
    self.sheet = sheet
    self.firstColumn = firstColumn
    self.notation = notation
  }

  /// Adds a cell behind those added before; empty cells need not be added.
  ///
  /// - Parameters:
  ///   - row: the row of the sheet, counted from 1.
  ///   - column: the column of the sheet, counted from 0, not before `firstColumn`.
  ///   - isNumber: whether the workbook stores a number, not a text that may look like one.
  /// - Throws: `Diagnostic` for a cell out of order or a sheet that is too large.
  package mutating func append(
    _ content: some Collection<UInt8>, row: Int, column: Int, isNumber: Bool = false
  ) throws(Diagnostic) {
    if row != currentRow { endRow() }
    let position = column - firstColumn
    let filled = fields.count - rowStart
    guard row >= currentRow, position >= filled else {
      throw Diagnostic(
        "the cell stands twice or out of order",
        at: "\(file): sheet '\(sheet)', cell \(cellName(column: column, row: row))",
        remedy: "Open the workbook in a spreadsheet program and save it again")
    }
    guard fields.count + position - filled < limit, bytes.count < 1 << 30 else {
      throw Diagnostic(
        "the sheet is larger than this program reads", at: "\(file): sheet '\(sheet)'",
        remedy: "Name the range of the table with \(.nameRange)")
    }
    currentRow = row
    cellCount += 1
    let empty = DelimitedText.Field(start: UInt32(bytes.count), end: UInt32(bytes.count))
    fields.append(contentsOf: repeatElement(empty, count: position - filled))
    bytes.append(contentsOf: content)
    fields.append(
      DelimitedText.Field(
        start: empty.start | (isNumber ? DelimitedText.storedNumberFlag : 0),
        end: UInt32(bytes.count)))
  }

  private mutating func endRow() {
    if fields.count > rowStart {
      rows.append(DelimitedText.Row(line: currentRow, fields: rowStart..<fields.count))
    }
    rowStart = fields.count
  }

  /// Whether no cell was added.
  package var isEmpty: Bool { fields.isEmpty }

  /// The cells in the form that the readers take.
  var table: DelimitedText {
    var copy = self
    copy.endRow()
    return DelimitedText(
      name: file, origin: .sheet(name: sheet, firstColumn: firstColumn), notation: notation,
      bytes: copy.bytes, rows: copy.rows, fields: copy.fields, notes: hiddenNotes)
  }

  /// What is said of rows and columns that are read though nobody sees them.
  private var hiddenNotes: [Diagnostic] {
    func note(_ noun: String, _ places: [String]) -> [Diagnostic] {
      guard !places.isEmpty else { return [] }
      return [
        Diagnostic(
          places.count == 1
            ? "\(noun) \(places[0]), which is hidden, is read"
            : "\(noun)s \(list(places)), which are hidden, are read",
          at: "\(file): sheet '\(sheet)'")
      ]
    }
    return note("row", hiddenRows.sorted().map { String($0) })
      + note(
        "column",
        hiddenColumns.sorted().map { String(cellName(column: $0, row: 1).dropLast()) })
  }
}

/// The name of a cell, `D7`; columns are counted from 0 and rows from 1.
package func cellName(column: Int, row: Int) -> String {
  var letters = ""
  var rest = column
  repeat {
    letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
    rest = rest / 26 - 1
  } while rest >= 0
  return letters + String(row)
}

// MARK: - What a sheet holds

extension SheetText {
  /// How many codes stand in a header row and again in a column; 1 for a list of
  /// row, column and value, 0 for a sheet that holds no matrix.
  package func agreeingCodes() throws(Diagnostic) -> Int {
    let text = table
    if try LongTable.header(of: text) != nil { return 1 }
    return try TableSearch(text).best()?.accounts.count ?? 0
  }

  /// The texts of the cells that are not blank, by the names of the cells.
  package var textByCell: [String: String] {
    get throws(Diagnostic) {
      let text = table
      var cells: [String: String] = [:]
      for row in text.rows {
        for column in 0..<row.fields.count where !text.isBlank(row, column) {
          cells[cellName(column: firstColumn + column, row: row.line)] = try text.text(row, column)
        }
      }
      return cells
    }
  }

  /// Names in the first column with their texts in the second, in lower case.
  package var remarks: [String: String] {
    get throws(Diagnostic) {
      let text = table
      var remarks: [String: String] = [:]
      for row in text.rows.prefix(1_000) {
        let name = try text.text(row, 0).lowercased()
        if !name.isEmpty, remarks[name] == nil { remarks[name] = try text.text(row, 1) }
      }
      return remarks
    }
  }

  /// The labels of accounts, where a code stands beside its label: `code, label` or
  /// `code, code, label`, as in the notes of IFPRI's model workbooks.
  package func labels(of codes: [String]) throws(Diagnostic) -> [String: String] {
    let text = table
    let wanted = Set(codes)
    var labels: [String: String] = [:]
    for row in text.rows.prefix(10_000) {
      for column in 0..<row.fields.count {
        let code = try text.text(row, column)
        guard wanted.contains(code), labels[code] == nil else { continue }
        let next = try text.text(row, column + 1)
        let label = next == code ? try text.text(row, column + 2) : next
        if !label.isEmpty, !wanted.contains(label) { labels[code] = label }
      }
    }
    return labels
  }
}
