internal import AccountMatrix
internal import Glibc

extension Spreadsheet {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The workbook as the bytes of an XLSX file (ECMA-376 parts 1 and 2).
  ///
  /// The day in its properties is that of `SOURCE_DATE_EPOCH`, else 1 January 1980.
  func bytes() -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array(contentTypes.utf8))
    zip.add("_rels/.rels", Array(Self.rootRelations.utf8))
    zip.add("docProps/core.xml", Array(Self.properties.utf8))
    zip.add("xl/workbook.xml", Array(workbook.utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array(relations.utf8))
    zip.add("xl/styles.xml", Array(Self.styles.utf8))
    for (index, sheet) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml", Array(sheet.xml(storingValues: storesValues).utf8))
    }
    return zip.archive
  }

  private var contentTypes: String {
    var xml =
      Self.head + "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
      + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.type).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.type).styles+xml\"/>"
      + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
      + "vnd.openxmlformats-package.core-properties+xml\"/>"
    for index in sheets.indices {
      xml +=
        "<Override PartName=\"/xl/worksheets/sheet\(index + 1).xml\" "
        + "ContentType=\"\(Self.type).worksheet+xml\"/>"
    }
    return xml + "</Types>\n"
  }

  private static let rootRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/relationships/officeDocument\" "
    + "Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" "
    + "Type=\"\(package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    + "</Relationships>\n"

  private var workbook: String {
    var xml =
      Self.head + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)/relationships\">"
      + "<bookViews><workbookView/></bookViews><sheets>"
    for (index, sheet) in sheets.enumerated() {
      xml +=
        "<sheet name=\"\(sheet.name.xmlEscaped)\" sheetId=\"\(index + 1)\" "
        + "r:id=\"rId\(index + 1)\"/>"
    }
    return xml + "</sheets><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>\n"
  }

  private var relations: String {
    var xml = Self.head + "<Relationships xmlns=\"\(Self.package)/relationships\">"
    for index in sheets.indices {
      xml +=
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.office)/relationships/worksheet\" "
        + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
    }
    return xml
      + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Self.office)/relationships/styles\" "
      + "Target=\"styles.xml\"/></Relationships>\n"
  }

  private static var properties: String {
    let text = getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } ?? ""
    var seconds = time_t(text) ?? 315_532_800
    var date = tm()
    gmtime_r(&seconds, &date)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day =
      "\(date.tm_year + 1900)-\(two(date.tm_mon + 1))-\(two(date.tm_mday))"
      + "T\(two(date.tm_hour)):\(two(date.tm_min)):\(two(date.tm_sec))Z"
    return head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>sam</dc:creator>"
      + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(day)</dcterms:created>"
      + "</cp:coreProperties>\n"
  }

  /// Plain, title, heading, strong, then numbers with 0 to 15 decimals, as `Style.index` counts.
  private static var styles: String {
    let counts = 0...Style.mostDecimals
    let formats = counts.map { count in
      let code = "#,##0" + (count > 0 ? "." + String(repeating: "0", count: count) : "")
      return "<numFmt numFmtId=\"\(200 + count)\" formatCode=\"\(code)\"/>"
    }
    let numbers = counts.map {
      "<xf numFmtId=\"\(200 + $0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        + "applyNumberFormat=\"1\"/>"
    }
    func text(font: Int, border: Int, alignment: String = "") -> String {
      let rest = alignment.isEmpty ? "/>" : " applyAlignment=\"1\">\(alignment)</xf>"
      return "<xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"0\" borderId=\"\(border)\" xfId=\"0\" "
        + "applyFont=\"1\" applyBorder=\"1\"" + rest
    }
    let formatsOfCells =
      [
        text(font: 0, border: 0), text(font: 2, border: 0),
        text(font: 1, border: 1, alignment: "<alignment vertical=\"bottom\" wrapText=\"1\"/>"),
        text(font: 1, border: 0),
      ] + numbers
    let side = "<left/><right/><top/>"
    return head + "<styleSheet xmlns=\"\(main)\">"
      + "<numFmts count=\"\(formats.count)\">\(formats.joined())</numFmts>"
      + "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      + "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"2\"><border>\(side)<bottom/><diagonal/></border>"
      + "<border>\(side)<bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border>"
      + "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
      + "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"\(formatsOfCells.count)\">"
      + formatsOfCells.joined() + "</cellXfs><cellStyles count=\"1\">"
      + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>\n"
  }
}
