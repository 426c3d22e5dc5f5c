internal import AccountMatrix
internal import SAMFiles

/// Reads the cells of one sheet as text: numbers as they are stored, formulas by their stored values.
struct SheetReader {
  private let parts: WorkbookParts
  private let sheet: WorkbookParts.Sheet
  private let range: CellRange?

  init(_ sheet: WorkbookParts.Sheet, of parts: WorkbookParts, range: CellRange? = nil) {
    self.sheet = sheet
    self.parts = parts
    self.range = range
  }

  /// A cell while it is read.
  private struct Cell {
    var column = 0
    var row = 0
    var kind = "n"
    var style = 0
    var value: [UInt8] = []
    var formula: [UInt8]?
  }

  /// The cells.
  ///
  /// - Throws: `Diagnostic` for a cell outside a sheet, out of order, or that
  ///   refers to a text which is not there.
  func read() throws(Diagnostic) -> SheetText {
    let name = parts.archive.name
    var result = SheetText(
      file: name, sheet: sheet.name, firstColumn: range?.columns.lowerBound ?? 0,
      notation: parts.archive.notation)
    guard let part = try parts.archive.open(sheet.part) else {
      throw Diagnostic("the sheet '\(sheet.name)' has no cells in the file", at: name)
    }
    var stream = XMLStream(part)
    var row = 0
    var column = -1
    var (isHiddenRow, hiddenColumns) = (false, Set<Int>())
    var cell: Cell?
    var (isValue, isFormula, isHint) = (false, false, false)
    while let event = try stream.next() {
      switch event {
      case .start("col", let attributes):
        guard Self.isHidden(attributes) else { break }
        let bounds = ["min", "max"].compactMap { name in
          attributes.first { $0.name == name }.flatMap { Int($0.value) }
        }
        if bounds.count == 2, bounds[0] <= bounds[1], bounds[0] > 0,
          CellRange.widest.contains(bounds[1] - 1)
        {
          hiddenColumns.formUnion(bounds[0] - 1...bounds[1] - 1)
        }
      case .start("row", let attributes):
        isHiddenRow = Self.isHidden(attributes)
        row = try number("r", in: attributes, within: CellRange.longest) ?? row + 1
        column = -1
      case .start("c", let attributes):
        cell = try start(attributes, row: row, column: column + 1)
        column = cell?.column ?? column
      case .start("v", _), .start("t", _): isValue = true
      case .end("v"), .end("t"): isValue = false
      case .start("f", _):
        isFormula = true
        let known = cell?.formula ?? []
        cell?.formula = known
      case .end("f"): isFormula = false
      case .start("rPh", _): isHint = true
      case .end("rPh"): isHint = false
      case .text(let text) where isValue && !isHint: cell?.value += text
      case .text(let text) where isFormula: cell?.formula? += text
      case .end("c"):
        if let finished = cell, try add(finished, to: &result) {
          if isHiddenRow { result.hiddenRows.insert(finished.row) }
          if hiddenColumns.contains(finished.column) {
            result.hiddenColumns.insert(finished.column)
          }
        }
        cell = nil
      default: break
      }
    }
    return result
  }

  private func start(
    _ attributes: [(name: String, value: String)], row: Int, column: Int
  ) throws(Diagnostic) -> Cell {
    var cell = Cell(column: column, row: row)
    for (name, value) in attributes {
      switch name {
      case "r":
        guard let place = CellRange.cell(value.utf8) else { throw outside(value) }
        (cell.column, cell.row) = (place.column, place.row)
      case "t": cell.kind = value
      case "s": cell.style = Int(value) ?? 0
      default: break
      }
    }
    guard CellRange.widest.contains(cell.column), CellRange.longest.contains(cell.row) else {
      throw outside(cellName(column: cell.column, row: cell.row))
    }
    return cell
  }

  private func number(
    _ name: String, in attributes: [(name: String, value: String)], within range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int? {
    guard let text = attributes.first(where: { $0.name == name })?.value else { return nil }
    guard let value = Int(text), range.contains(value) else { throw outside("row \(text)") }
    return value
  }

  private func outside(_ place: String) -> Diagnostic {
    Diagnostic(
      "'\(place.prefix(40))' is no place in a sheet",
      at: "\(parts.archive.name): sheet '\(sheet.name)'",
      remedy: "A sheet has the columns A to XFD and 1048576 rows")
  }

  private static func isHidden(_ attributes: [(name: String, value: String)]) -> Bool {
    attributes.contains { $0.name == "hidden" && ($0.value == "1" || $0.value == "true") }
  }

  /// Adds a cell, unless it is empty or beyond the range; says whether it did.
  private func add(_ cell: Cell, to result: inout SheetText) throws(Diagnostic) -> Bool {
    if let range, !range.columns.contains(cell.column) || !range.rows.contains(cell.row) {
      return false
    }
    let content = try content(of: cell)
    if content.allSatisfy({ $0 <= 0x20 }) { return false }
    let number = cell.kind == "n" && content == cell.value ? Self.shortest(content) : nil
    try result.append(
      number ?? content, row: cell.row, column: cell.column, isNumber: number != nil)
    return true
  }

  /// A stored number with the digits of its shortest decimal that reads back to the same double:
  /// spreadsheet programs store 2142.07 as 2142.0700000000002.
  private static func shortest(_ text: [UInt8]) -> [UInt8]? {
    guard let value = Double(plainDecimal: String(decoding: text, as: UTF8.self)) else {
      return nil
    }
    return text.count <= 15 ? text : Array(value.shortest.utf8)
  }

  private func content(of cell: Cell) throws(Diagnostic) -> [UInt8] {
    switch cell.kind {
    case "s":
      guard let index = Int(String(decoding: cell.value, as: UTF8.self)),
        parts.sharedTexts.indices.contains(index)
      else {
        throw Diagnostic(
          "the cell refers to a text that is not in the file",
          at: "\(parts.archive.name): sheet '\(sheet.name)', cell "
            + cellName(column: cell.column, row: cell.row),
          remedy: "Open the workbook in a spreadsheet program and save it again")
      }
      return parts.sharedTexts[index]
    case "b": return Array((cell.value.first == UInt8(ascii: "1") ? "TRUE" : "FALSE").utf8)
    case "n" where cell.value.isEmpty:
      return cell.formula.map { [UInt8(ascii: "=")] + $0 } ?? []
    case "n" where cell.style >= 0 && parts.isDateStyle.dropFirst(cell.style).first == true:
      return date(cell.value) ?? cell.value
    default: return cell.value
    }
  }

  /// A stored day number as `2022-12-31`, so that a date is never taken for an amount.
  private func date(_ text: [UInt8]) -> [UInt8]? {
    guard let number = Double(plainDecimal: String(decoding: text, as: UTF8.self)),
      number >= 0, number < 2_958_466
    else { return nil }
    // 1899-12-30 makes the days after the 29 February 1900 that Excel invented come out right.
    let days = Int(number) - 25_569 + (parts.countsFrom1904 ? 1_462 : 0)
    let (year, month, day) = civilDate(daysSince1970: days)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return Array("\(year)-\(two(month))-\(two(day))".utf8)
  }

  /// Year, month and day of a day number (Hinnant 2013, days_from_civil).
  private func civilDate(daysSince1970 days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
