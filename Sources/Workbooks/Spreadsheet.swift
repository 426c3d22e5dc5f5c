internal import AccountMatrix
internal import SAMFiles

/// A workbook as it is written: sheets of cells with formats, formulas and the values stored with them.
struct Spreadsheet {
  /// How a cell looks.
  enum Style: Hashable {
    case plain, title, heading, strong
    /// Thousands are grouped, and so many decimals shown.
    case decimals(Int)

    /// The number of the format in `styles.xml`.
    var index: Int {
      switch self {
      case .plain: 0
      case .title: 1
      case .heading: 2
      case .strong: 3
      case .decimals(let count): 4 + min(max(count, 0), Self.mostDecimals)
      }
    }

    static let mostDecimals = 15
  }

  /// What a cell holds.
  enum Content {
    case text(String)
    case number(Double)
    /// A formula without its equals sign, and the value stored with it.
    case formula(String, Double)
    /// A formula over a rectangle that begins here, and the value stored in its first cell.
    case array(String, range: String, Double)
    /// The value stored in another cell of such a rectangle.
    case arrayPart(Double)
  }

  /// A cell in its column.
  struct Cell {
    let column: Int
    let content: Content
    let style: Style
  }

  /// One sheet.
  struct Sheet {
    let name: String
    /// Rows of cells, each in the order of columns.
    var rows: [[Cell]] = []
    /// Rows and columns that stay in sight.
    var frozen: (rows: Int, columns: Int) = (0, 0)
    /// Widths of the first columns, in characters; the rest are 12 wide.
    var widths: [Int] = []

    init(_ name: String) { self.name = name }

    /// Adds a row of contents in one style from the first column on; `nil` leaves a cell blank.
    mutating func append(_ contents: [Content?], style: Style = .plain) {
      rows.append(
        contents.enumerated().compactMap { column, content in
          content.map { Cell(column: column, content: $0, style: style) }
        })
    }
  }

  var sheets: [Sheet] = []
  /// Whether formulas carry their values; without them a program must compute.
  var storesValues = true

  /// Names that sheets to come will bear.
  var reservedNames: [String] = []

  /// A name that a sheet can bear and no other bears, in upper or lower case: programs refuse or
  /// rename the second, and formulas then speak of the wrong one.
  func freeName(_ wanted: String) -> String {
    let plain = String(wanted.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31))
    let taken = Set((sheets.map(\.name) + reservedNames).map { $0.lowercased() })
    var name = plain.isEmpty ? "Sheet" : plain
    var copy = 1
    while taken.contains(name.lowercased()) {
      name = String(plain.prefix(22)) + (copy == 1 ? " table" : " \(copy)")
      copy += 1
    }
    return name
  }
}

// MARK: - XML

extension Spreadsheet.Sheet {
  /// The sheet as a part of a workbook (ECMA-376 part 1, 18.3).
  func xml(storingValues: Bool) -> String {
    var xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<sheetViews><sheetView workbookViewId=\"0\">"
    if frozen.rows > 0 || frozen.columns > 0 {
      let corner = cellName(column: frozen.columns, row: frozen.rows + 1)
      let pane =
        frozen.rows == 0 ? "topRight" : frozen.columns == 0 ? "bottomLeft" : "bottomRight"
      xml += "<pane"
      if frozen.columns > 0 { xml += " xSplit=\"\(frozen.columns)\"" }
      if frozen.rows > 0 { xml += " ySplit=\"\(frozen.rows)\"" }
      xml += " topLeftCell=\"\(corner)\" activePane=\"\(pane)\" state=\"frozen\"/>"
    }
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    if !widths.isEmpty {
      xml += "<cols>"
      for (column, width) in widths.enumerated() {
        xml +=
          "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
      }
      xml += "</cols>"
    }
    xml += "<sheetData>"
    for (index, row) in rows.enumerated() where !row.isEmpty {
      xml += "<row r=\"\(index + 1)\">"
      for cell in row { xml += cell.xml(row: index + 1, storingValues: storingValues) }
      xml += "</row>"
    }
    return xml + "</sheetData></worksheet>\n"
  }
}

extension Spreadsheet.Cell {
  fileprivate func xml(row: Int, storingValues: Bool) -> String {
    let place = "<c r=\"\(cellName(column: column, row: row))\" s=\"\(style.index)\""
    func value(_ number: Double) -> String {
      storingValues ? "<v>\(number.shortest)</v>" : ""
    }
    switch content {
    case .text(let text):
      return place + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + String(text.prefix(32_767)).xmlEscaped + "</t></is></c>"
    case .number(let number): return place + "><v>\(number.shortest)</v></c>"
    case .formula(let formula, let number):
      return place + "><f>\(formula.xmlEscaped)</f>\(value(number))</c>"
    case .array(let formula, let range, let number):
      return place + "><f t=\"array\" ref=\"\(range)\">\(formula.xmlEscaped)</f>"
        + value(number) + "</c>"
    case .arrayPart(let number): return place + ">\(value(number))</c>"
    }
  }
}

extension String {
  /// The text for XML 1.0, without the characters that it cannot hold.
  var xmlEscaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
