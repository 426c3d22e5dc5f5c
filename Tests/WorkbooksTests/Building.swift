import AccountMatrix
import SAMFiles
import Testing

@testable import Workbooks

/// A workbook from the XML of its sheets, as other programs write it.
struct ForeignWorkbook {
  var sheets: [(name: String, state: String, data: String)] = []
  var sharedTexts: [String] = []
  var extraParts: [(name: String, xml: String)] = []
  var prolog = ""
  /// What the workbook says of itself before its sheets.
  var properties = ""
  var sheetTarget = "worksheets/sheet%.xml"
  var targetMode = ""

  /// A workbook with one sheet whose cells are `<row>` elements.
  init(_ data: String = "", name: String = "SAM", state: String = "visible") {
    sheets = [(name, state, data)]
  }

  /// Rows of numbers and inline texts, one `|` between cells.
  static func rows(_ lines: String..., from row: Int = 1) -> String {
    lines.enumerated().map { index, line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map {
        column, text -> String in
        let place = "r=\"\(cellName(column: column, row: row + index))\""
        if text.isEmpty { return "" }
        return Double(text) != nil
          ? "<c \(place)><v>\(text)</v></c>"
          : "<c \(place) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row + index)\">\(cells.joined())</row>"
    }.joined()
  }

  var file: SourceFile {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"r\($0 + 1)\"/>"
    }
    zip.add(
      "xl/workbook.xml",
      Array(
        "<workbook xmlns:r=\"x\">\(properties)<sheets>\(list.joined())</sheets></workbook>".utf8))
    let links = sheets.indices.map { index -> String in
      let target = sheetTarget.replacing("%", with: "\(index + 1)")
      return "<Relationship Id=\"r\(index + 1)\" Type=\"x/worksheet\" \(targetMode)"
        + "Target=\"\(target)\"/>"
    }
    zip.add(
      "xl/_rels/workbook.xml.rels", Array("<Relationships>\(links.joined())</Relationships>".utf8))
    let texts = sharedTexts.map { "<si><t>\($0)</t></si>" }
    zip.add("xl/sharedStrings.xml", Array("<sst>\(texts.joined())</sst>".utf8))
    for part in extraParts { zip.add(part.name, Array(part.xml.utf8)) }
    for (index, sheet) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        Array("\(prolog)<worksheet><sheetData>\(sheet.data)</sheetData></worksheet>".utf8))
    }
    return SourceFile(name: "book.xlsx", bytes: zip.archive)
  }
}

/// The message with which something fails; empty if it does not.
func complaint(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return (error as? any DiagnosticConvertible)?.diagnostic.description ?? "\(error)"
  }
}

/// The texts of all cells of a sheet, by the cells' names.
func cells(of sheet: String, in bytes: [UInt8]) throws -> [String: String] {
  let parts = try WorkbookParts(try ZipArchive(SourceFile(name: "book.xlsx", bytes: bytes)))
  let found = try #require(parts.sheets.first { $0.name == sheet })
  return try SheetReader(found, of: parts).read().textByCell
}
