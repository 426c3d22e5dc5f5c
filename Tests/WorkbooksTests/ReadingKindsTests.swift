import SAMFiles
import SocialAccounting
import Testing

@testable import Workbooks

/// What people put into the sheets that they call a matrix.
struct `Reading sheets as people make them` {
  private func read(
    _ data: String, range: String? = nil, _ notation: NumberNotation = NumberNotation()
  ) throws -> SocialAccountingMatrix {
    var file = ForeignWorkbook(data).file
    file.notation = notation
    return try WorkbookReader.read(file, range: range.flatMap { CellRange($0) })
  }

  private func cells(_ sam: SocialAccountingMatrix) -> [[Double]] {
    sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
  }

  @Test func `flows with numbers as codes come before coefficients below them`() throws {
    let data =
      ForeignWorkbook.rows(
        "Flows", "|1|2|3|Total||Remark", "1|20|30|10|60", "2|15|80|40|135", "3|5|40|60|105")
      + ForeignWorkbook.rows(
        "Shares", "|1|2|3", "1|0.5|0.25|0.1", "2|0.3|0.5|0.3", "3|0.1|0.1|0.5", from: 9)
    let sam = try read(data)
    #expect(cells(sam) == [[20, 30, 10], [15, 80, 40], [5, 40, 60]])
    #expect(sam.readingNotes.contains { $0.mentions("A2:D5 is read", "A10:D13", "`range`") })
    #expect(try read(data, range: "A10:D13")["1", "1"] == 0.5)
  }

  @Test func `two tables with the same codes, spacers, and two rows of heads are read`() throws {
    let flows = [[0.0, 5, 3], [6, 0, 2], [2, 3, 0]]
    let table = ForeignWorkbook.rows("|a|b|c", "a||5|3", "b|6||2", "c|2|3|")
    let stacked = try read(
      table + ForeignWorkbook.rows("|a|b|c", "a||0.6|0.6", "b|0.7||0.4", "c|0.3|0.4|", from: 8))
    #expect(cells(stacked) == flows)
    #expect(stacked.readingNotes.contains { $0.contains("A8:D11") })
    let spaced =
      ForeignWorkbook.rows("|a||b|c", "a|||5|3")
      + ForeignWorkbook.rows("b|6|||2", "c|2||3|", from: 4)
    #expect(try cells(read(spaced)) == flows && read(spaced).readingNotes.isEmpty)
    let named = try read(
      ForeignWorkbook.rows(
        "||Farms|Homes|World", "||a|b|c", "Farms|a||5|3", "Homes|b|6||2", "World|c|2|3|"))
    #expect(cells(named) == flows && named.accounts.map(\.code) == ["a", "b", "c"])
    #expect(named.accounts.map(\.name) == ["Farms", "Homes", "World"])
  }

  @Test func `an input-output table is read whole`() throws {
    let sam = try read(
      ForeignWorkbook.rows(
        "|p|q|Homes|Abroad|Output", "p|10|20|50|20|100", "q|30|40|60|70|200", "Wages|40|90",
        "Imports|20|50|10", "Output|100|200"))
    #expect(sam.accounts.map(\.code) == ["p", "q", "Wages", "Imports", "Homes", "Abroad"])
    #expect(try sam["Imports", "Homes"] == 10)
    try sam.requireBalanced()
  }

  @Test func `texts that look like numbers are in doubt, and stored numbers are not`() throws {
    func text(_ place: String, _ words: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>"
    }
    func data(_ one: String, _ other: String) -> String {
      ForeignWorkbook.rows("|a|b") + "<row r=\"2\">\(text("A2", "a"))\(text("C2", one))</row>"
        + "<row r=\"3\">\(text("A3", "b"))\(text("B3", other))</row>"
    }
    let message = complaint { _ = try read(data("26,500", "26,500")) }
    #expect(message.mentions("cell C2", "'26,500' could be thousands or decimals"))
    #expect(try read(data("26,500", "26,5"))["a", "b"] == 26.5)
    #expect(
      try read(data("26,500", "26,500"), NumberNotation(decimalMark: .comma))["a", "b"] == 26.5)
    #expect(
      try read(data("26,500", "26,500"), NumberNotation(decimalMark: .point))["a", "b"] == 26_500)
    #expect(try read(ForeignWorkbook.rows("|a|b", "a||26.125", "b|26.125|"))["a", "b"] == 26.125)
  }

  @Test func `a number has the digits of its shortest decimal, whatever Excel stores`() throws {
    let data =
      ForeignWorkbook.rows("|a|b|total")
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c>"
      + "<c r=\"C2\"><v>2142.0734563317747</v></c><c r=\"D2\"><v>2142.0700000000002</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>b</t></is></c>"
      + "<c r=\"B3\"><v>2142.0734563317747</v></c><c r=\"D3\"><v>2142.0700000000002</v></c></row>"
    let sam = try read(data)
    #expect(try sam["a", "b"] == 2142.0734563317747)
    #expect(sam.readingNotes.isEmpty)
  }

  @Test func `numbers beyond the table are counted and named`() throws {
    let sam = try read(
      ForeignWorkbook.rows("|a|b|total||check", "a||2|2||0", "b|2||2||0", "total|2|2|", "|||9|9"))
    #expect(sam.readingNotes.count == 1)
    #expect(sam.readingNotes[0].mentions("4 numbers", "column 'check' (2, sum 0)", "sum 9"))
  }
}

extension Diagnostic {
  fileprivate func mentions(_ parts: String...) -> Bool {
    parts.allSatisfy { description.contains($0) }
  }
  fileprivate func contains(_ part: String) -> Bool { description.contains(part) }
}

extension String {
  /// Whether every part stands in the text.
  fileprivate func mentions(_ parts: String...) -> Bool { parts.allSatisfy { contains($0) } }
}
