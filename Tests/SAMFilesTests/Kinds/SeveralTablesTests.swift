import SocialAccounting
import Testing

@testable import SAMFiles

/// Several tables among the same cells, and lines between the blocks of one.
struct SeveralTablesTests {
  private let flows = ",1,2,3,Total\n1,20,30,10,60\n2,15,80,40,135\n3,5,40,60,105\n"
  private let shares = ",1,2,3,\n1,0.5,0.2,0.1,\n2,0.3,0.1,0.4,\n3,0.1,0.3,0.2,\n"

  private func read(_ text: String, range: CellRange? = nil) throws -> SocialAccountingMatrix {
    try MatrixReader.read(
      file(text, name: "two.csv"), context: SquareTable.Context(range: range))
  }

  @Test func `numbers are codes, and the first of two tables is read with a note on the other`()
    throws
  {
    let text = "Flows,,,,\n" + flows + ",,,,\n,,,,\nShares,,,,\n" + shares
    let sam = try read(text)
    #expect(sam.accounts.map(\.code) == ["1", "2", "3"])
    #expect(try sam["1", "2"] == 30 && sam["3", "3"] == 60)
    #expect(sam.readingNotes.contains { $0.mentions("A2:D5 is read", "A9:D12", "`range`") })
    #expect(sam.readingNotes.contains { $0.mentions("15 numbers", "passed over", "A9:D12") })
    #expect(try read(text, range: CellRange("A9:D12"))["1", "1"] == 0.5)
    #expect(try read(text, range: CellRange("A2:E5")).readingNotes.isEmpty)
  }

  @Test func `letters are codes as well, beside each other as below each other`() throws {
    let beside = ",a,b,c,,,a,b,c\na,,5,3,,a,,1,1\nb,6,,2,,b,1,,1\nc,2,3,,,c,1,1,\n"
    let below = ",a,b,c\na,,5,3\nb,6,,2\nc,2,3,\n\n\n,a,b,c\na,,1,1\nb,1,,1\nc,1,1,\n"
    for (text, other) in [(beside, "F1:I4"), (below, "A7:D10")] {
      let sam = try read(text)
      #expect(try sam["a", "b"] == 5 && sam["c", "b"] == 3)
      #expect(sam.readingNotes.contains { $0.mentions(other, "`range`") }, "\(sam.readingNotes)")
      #expect(try read(text, range: CellRange(other))["a", "b"] == 1)
    }
  }

  @Test func `a row that stands twice without a header between is refused`() {
    let text = ",a,b,c\na,,5,3\nb,6,,2\nc,2,3,\na,,1,1\n"
    #expect(complaint { _ = try read(text) }.mentions("line 5", "'a' has two rows", "line 2"))
  }

  @Test(arguments: [
    ",a,b,,c\na,,5,,3\n,,,,\nb,6,,,2\nc,2,3,,\n",
    "\n,,\u{A0}a,b,c\n,a,,5,3\n,b\u{A0},6,,2\n,,,,\n,c,2,3,\n",
    ",,Farms,Homes,World\n,,a,b,c\nFarms,a,,5,3\nHomes,b,6,,2\nWorld,c,2,3,\n",
    ",,a,b,c\n,,Farms,Homes,World\nFarms,a,,5,3\nHomes,b,6,,2\nWorld,c,2,3,\n",
    ",x y,b,c\nx\u{A0}y,,5,3\nb,6,,2\nc,2,3,\n",
  ])
  func `blank lines, two rows of heads and blanks of another kind do not matter`(
    text: String
  ) throws {
    let sam = try read(text)
    #expect(sam.accounts.count == 3 && sam.readingNotes.isEmpty)
    let cells = sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
    #expect(cells == [[0, 5, 3], [6, 0, 2], [2, 3, 0]])
    #expect(["a", "x y"].contains(sam.accounts[0].code))
    if text.contains("Farms") { #expect(sam.accounts.map(\.name) == ["Farms", "Homes", "World"]) }
  }

  @Test func `numbers under no label between the accounts are refused`() {
    #expect(
      complaint { _ = try read(",a,,c\na,,7,3\nc,3,,\n") }
        .mentions("line 1, cell 3", "the column has cells but no account code"))
    #expect(
      complaint { _ = try read(",a,c\na,,3\n,7,\nc,3,\n") }
        .mentions("line 3", "the line has cells but no account code"))
  }

  @Test func `numbers beyond the table are counted and named`() throws {
    let sam = try read(
      "7,,,,,\n,a,b,total,,growth\na,,5,5,,1.5\nb,5,,5,,2.5\ntotal,5,5,,,\n,,,,,\nGDP,9,,,,\n")
    #expect(sam.readingNotes.count == 1)
    #expect(
      sam.readingNotes[0].mentions(
        "4 numbers", "above the table (1, sum 7)", "column 'growth' (2, sum 4)",
        "row 'GDP' (1, sum 9)"))
  }

  @Test func `tables of years are named by their years, which are no numbers passed over`() throws {
    let cells = ",a,b\na,,2\nb,2,\n"
    let sam = try MatrixReader.read(file("2019,,\n" + cells + "2020,,\n" + cells, name: "y.csv"))
    #expect(sam.readingNotes.contains { $0.mentions("A2:C4 is read", "A6:C8 ('2020')") })
    #expect(sam.readingNotes.contains { $0.mentions("2 numbers outside", "(2, sum 4)") })
  }

  @Test func `codes in other letters of case on the other side are named`() {
    #expect(
      complaint { _ = try MatrixReader.read(file(",A,B\na,,2\nb,2,\n")) }
        .mentions("upper and lower case", "'A' and 'a'"))
  }
}

struct `Long sheets of other data` {
  @Test(.timeLimit(.minutes(1)))
  func `a column that repeats a head ten thousand times is looked at once`() throws {
    var sheet = SheetText(file: "book.xlsx", sheet: "Survey")
    try sheet.append(Array("area".utf8), row: 1, column: 0)
    try sheet.append(Array("urban".utf8), row: 1, column: 1)
    try sheet.append(Array("rural".utf8), row: 1, column: 2)
    for row in 2...10_000 {
      try sheet.append(Array((row % 2 == 0 ? "urban" : "rural").utf8), row: row, column: 0)
      try sheet.append(Array("\(row)".utf8), row: row, column: 1, isNumber: true)
    }
    #expect(complaint { _ = try MatrixReader.read(sheet, context: .init()) } != "")
  }
}
