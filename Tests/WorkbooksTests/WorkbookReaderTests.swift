import SAMFiles
import SocialAccounting
import Testing

@testable import Workbooks

struct `Reading a workbook` {
  private let small = ForeignWorkbook.rows(
    "|a|b|total", "a||2.5|2.5", "b|2.5||2.5", "total|2.5|2.5|")

  @Test func `receipts are rows, as in text files`() throws {
    let data = ForeignWorkbook.rows("|a|b", "a||3", "b|1.25|")
    let sam = try WorkbookReader.read(ForeignWorkbook(data).file)
    #expect(try sam["a", "b"] == 3)
    #expect(try sam["b", "a"] == 1.25)
  }

  @Test func `the layout of IFPRI's model workbook is read: title and unit above, header in row 7`()
    throws
  {
    let data =
      ForeignWorkbook.rows("SAM for Utopia 2019", "Units: KES billion")
      + ForeignWorkbook.rows("|a|b|total", "a||2|2", "b|2||2", "total|2|2|4", from: 7)
      + ForeignWorkbook.rows("check|0|0", from: 14)
    let sam = try WorkbookReader.read(ForeignWorkbook(data).file)
    #expect(sam.accounts.map(\.code) == ["a", "b"])
    #expect(sam.unit == CurrencyUnit(currency: "KES", scale: .billion))
    #expect(sam.year == 2019)
    #expect(sam.title == "SAM for Utopia 2019")
  }

  @Test func `annotations to the left, stray cells above and sums to the right are passed over`()
    throws
  {
    let data = ForeignWorkbook.rows(
      "draft of May|||||7", "|||a|b|total||check", "x|Maize|a||2|2||0", "y|Rice|b|2||2||0",
      "||total|2|2|", "|||9|9")
    let sam = try WorkbookReader.read(ForeignWorkbook(data).file)
    #expect(try sam["a", "b"] == 2)
    #expect(try sam.account("b").name == "Rice")
  }

  @Test func `the sheet called SAM is chosen before a larger one, and a named one before it`()
    throws
  {
    var book = ForeignWorkbook(
      ForeignWorkbook.rows("|a|b|c", "a|||1", "b|1||", "c||1|"), name: "Macro")
    book.sheets.append(("sam", "visible", small))
    #expect(try WorkbookReader.read(book.file).accounts.count == 2)
    #expect(try WorkbookReader.read(book.file, sheet: "Macro").accounts.count == 3)
    #expect(
      complaint { _ = try WorkbookReader.read(book.file, sheet: "Mikro") }
        == "book.xlsx: there is no sheet 'Mikro'. Its sheets are 'Macro', 'sam'.")
  }

  @Test func `a date beside the header is no title, and the words beside it say year and unit`()
    throws
  {
    var book = ForeignWorkbook(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44000</v></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>Utopia county SAM 2019, KSh billion</t></is></c></row>"
        + ForeignWorkbook.rows("||Code|a|b", "|Maize|a||2", "|Rice|b|2|", from: 3))
    book.extraParts = [
      (
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      )
    ]
    for place in ["A1", "A3"] {
      book.sheets[0].data = book.sheets[0].data.replacing(
        "<c r=\"A1\" s=\"1\"><v>44000</v></c>", with: "")
      let date = "<c r=\"\(place)\" s=\"1\"><v>44000</v></c>"
      let row = "<row r=\"\(place.dropFirst())\">"
      var dated = book
      dated.sheets[0].data = dated.sheets[0].data.replacing(row, with: row + date)
      let sam = try WorkbookReader.read(dated.file)
      #expect(sam.title == "Utopia county SAM 2019", "\(place)")
      #expect(sam.year == 2019 && sam.unit == CurrencyUnit("KSh billion"), "\(place)")
    }
  }

  @Test func `whole numbers stored as floats are rounded to whole units`() throws {
    let data = ForeignWorkbook.rows("|a|b|total", "a|1.0|2.0|4.0", "b|2.0|1.0|3.0")
    #expect(try WorkbookReader.read(ForeignWorkbook(data).file).receipts == [3, 3])
  }

  @Test func `of two sheets with a matrix the first is read, with a note that names the other`()
    throws
  {
    let other = ForeignWorkbook.rows("|c|d", "c||1", "d|1|")
    var notes: [String] = []
    func read(_ book: ForeignWorkbook, sheet: String? = nil) throws -> [String] {
      let sam = try WorkbookReader.read(book.file, sheet: sheet)
      notes = sam.readingNotes.map { $0.description }
      return sam.accounts.map(\.code)
    }
    var book = ForeignWorkbook(small, name: "2019")
    book.sheets.append(("Remarks", "visible", ForeignWorkbook.rows("see|x", "x")))
    #expect(try read(book) == ["a", "b"] && notes.isEmpty)
    book.sheets.append(("Old", "hidden", other))
    #expect(try read(book) == ["a", "b"])
    #expect(notes.count == 1 && notes[0].contains("'Old', which is hidden, holds a matrix too"))
    book.sheets.append(("2020", "visible", other))
    #expect(try read(book) == ["a", "b"])
    #expect(notes.count == 2 && notes[0].contains("'2019' is read; '2020' holds a matrix too"))
    #expect(try read(book, sheet: "2020") == ["c", "d"] && notes.isEmpty)
    book.sheets[3].name = "SAM"
    #expect(try read(book) == ["c", "d"])
    #expect(notes[0].contains("'SAM' is read; '2019' holds a matrix too"))
  }

  @Test func `an accounts sheet that describes strangers is told`() throws {
    var book = ForeignWorkbook(small, name: "SAM")
    book.sheets.append(
      ("Accounts", "visible", ForeignWorkbook.rows("code|kind", "a|household", "z|household")))
    let sam = try WorkbookReader.read(book.file)
    #expect(sam.accounts[0].kind == .household)
    #expect(sam.readingNotes.count == 1 && sam.readingNotes[0].description.contains("'z'"))
  }

  @Test func `a hidden sheet is read only where no other holds a matrix`() throws {
    var book = ForeignWorkbook(small, name: "Old", state: "hidden")
    book.sheets.append(("Data", "visible", ForeignWorkbook.rows("|c|d", "c||1", "d|1|")))
    #expect(try WorkbookReader.read(book.file).accounts.map(\.code) == ["c", "d"])
    book.sheets[1].data = ForeignWorkbook.rows("remark")
    let sam = try WorkbookReader.read(book.file)
    #expect(sam.accounts.map(\.code) == ["a", "b"])
    #expect(sam.readingNotes.contains { $0.description.contains("'Old' is read, which is hidden") })
  }

  @Test func `hidden rows and columns are read, with a note`() throws {
    let hidden = small.replacing("<row r=\"2\"", with: "<row r=\"2\" hidden=\"1\"")
    #expect(hidden != small)
    let sam = try WorkbookReader.read(ForeignWorkbook(hidden).file)
    #expect(sam.accounts.count == 2)
    #expect(
      sam.readingNotes.contains { $0.description.contains("row 2, which is hidden, is read") })
  }

  @Test(arguments: ["2019.5", "2019/20"]) func `a year that is none is told`(year: String) throws {
    var book = ForeignWorkbook(small, name: "SAM")
    book.sheets.append(("Notes", "visible", ForeignWorkbook.rows("year|\(year)")))
    let sam = try WorkbookReader.read(book.file)
    #expect(sam.year == nil)
    #expect(sam.readingNotes.contains { $0.description.contains("'\(year)' is no year") })
  }

  @Test func `a range leaves everything else out of sight`() throws {
    let data = ForeignWorkbook.rows("9|9|9|9", "9||a|b", "9|a||2", "9|b|2|", "9|9|9|9")
    let sam = try WorkbookReader.read(
      ForeignWorkbook(data).file, range: CellRange("$B$2:D4"))
    #expect(sam.accounts.map(\.code) == ["a", "b"])
  }

  @Test func `an error cell in the matrix is refused by its name, and elsewhere passed over`()
    throws
  {
    let broken = small.replacing(
      "<c r=\"C2\"><v>2.5</v></c>", with: "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
    #expect(
      complaint { _ = try WorkbookReader.read(ForeignWorkbook(broken).file) }
        == "book.xlsx: sheet 'SAM', cell C2, row 'a', column 'b': the cell holds the error "
        + "#DIV/0!. Correct its formula, or write the number.")
    let elsewhere = small + "<row r=\"9\"><c r=\"B9\" t=\"e\"><v>#REF!</v></c></row>"
    #expect(complaint { _ = try WorkbookReader.read(ForeignWorkbook(elsewhere).file) } == "")
  }

  @Test func `a formula counts by its stored value, and one without is refused`() throws {
    func data(_ value: String) -> String {
      small.replacing("<c r=\"C2\"><v>2.5</v></c>", with: "<c r=\"C2\"><f>5/2</f>\(value)</c>")
    }
    #expect(
      try WorkbookReader.read(ForeignWorkbook(data("<v>2.5</v>")).file)["a", "b"] == 2.5)
    #expect(
      complaint { _ = try WorkbookReader.read(ForeignWorkbook(data("")).file) }
        .contains("cell C2, row 'a', column 'b': the formula has no stored value"))
  }

  @Test func `a date in the matrix is no amount`() {
    var book = ForeignWorkbook(
      small.replacing("<c r=\"C2\">", with: "<c r=\"C2\" s=\"1\">").replacing(
        "<v>2.5</v></c><c r=\"D2\"", with: "<v>44926</v></c><c r=\"D2\""))
    book.extraParts = [
      (
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
      )
    ]
    #expect(
      complaint { _ = try WorkbookReader.read(book.file) }
        .contains("cell C2, row 'a', column 'b': '2022-12-31' is not a finite decimal number"))
    // A workbook of a Macintosh counts from 1904, four years and a day later.
    book.properties = "<workbookPr date1904=\"1\"/>"
    #expect(complaint { _ = try WorkbookReader.read(book.file) }.contains("'2027-01-01'"))
  }

  @Test func `texts in cells are codes, without their phonetic hints`() throws {
    let hinted = small.replacing(
      "<is><t>a</t></is>", with: "<is><t>a</t><rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh></is>")
    #expect(hinted != small)
    let sam = try WorkbookReader.read(ForeignWorkbook(hinted).file)
    #expect(sam.accounts.map(\.code) == ["a", "b"])
  }

  @Test func `a cell beyond the last column is refused`() {
    let row = "<row r=\"9\"><c r=\"XFD9\"><v>1</v></c>"
    #expect(
      complaint { _ = try WorkbookReader.read(ForeignWorkbook(small + row + "</row>").file) }
        .isEmpty)
    #expect(
      complaint {
        _ = try WorkbookReader.read(ForeignWorkbook(small + row + "<c><v>2</v></c></row>").file)
      }.contains("XFE9"))
  }

  @Test func `shared texts with runs are codes, without their phonetic hints`() throws {
    let header =
      "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>1</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\"><v>1</v></c></row>"
    var book = ForeignWorkbook(header)
    book.sharedTexts = ["a</t><t>x</t><rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh><t>", "b"]
    #expect(try WorkbookReader.read(book.file).accounts.map(\.code) == ["ax", "b"])
    book.sharedTexts = ["a"]
    #expect(
      complaint { _ = try WorkbookReader.read(book.file) }
        .contains("sheet 'SAM', cell C1: the cell refers to a text that is not in the file"))
  }

  @Test func `labels beside codes on the sheet Notes name the accounts`() throws {
    var book = ForeignWorkbook(small)
    book.sheets.append(("Notes", "visible", ForeignWorkbook.rows("a|a|Maize", "|b|Rice, paddy")))
    #expect(try WorkbookReader.read(book.file).accounts.map(\.name) == ["Maize", "Rice, paddy"])
  }
}
