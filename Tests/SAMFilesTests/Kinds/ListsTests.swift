import SocialAccounting
import Testing

@testable import SAMFiles

/// Lists of one cell a line: which columns are which, and which lines count.
struct ListsTests {
  private func read(
    _ text: String, where selection: [(String, String)] = []
  ) throws -> SocialAccountingMatrix {
    try MatrixReader.read(
      file(text, name: "list.csv"),
      context: SquareTable.Context(
        selection: selection.map { SquareTable.Context.Selection(column: $0, value: $1) }))
  }

  @Test(arguments: [
    "RowLabel,ColLabel,Value", "row label,col label,value", "i,j,x", "to,from,amount",
    "Receiver,Payer,Flow", "row_code,column_code,value", "row account,col account,Values",
    "receipts,expenditures,value", "account_row,account_col,flow",
    "i,j,v", "Dim1,Dim2,Val", "ligne,colonne,valeur", "fila,columna,valor", "ROW,COL,OBS_VALUE",
  ])
  func `usual heads are understood`(heads: String) throws {
    let sam = try read(heads + "\na,b,2.5\nb,a,2.5\n")
    #expect(try sam["a", "b"] == 2.5)
    #expect(try read("A title above,,\n" + heads + "\na,b,2.5\nb,a,2.5\n")["b", "a"] == 2.5)
  }

  @Test func `heads that are not understood are named with those that are wanted`() {
    #expect(
      complaint { _ = try read("origin,target,money\na,b,2\nb,a,2\n") }
        .mentions("origin,target,money", "row, column and value"))
  }

  private let years = "row,column,year,value\na,b,2019,1\nb,a,2019,1\na,c,2020,2\nc,a,2020,2\n"

  @Test func `a column that divides the lines is refused with its values and the way out`() {
    #expect(
      complaint { _ = try read(years) }.mentions(
        "list.csv: line 1, cell 3", "'year' has 2 values: '2019', '2020'",
        "Selection(column: \"year\", value: \"2019\")"))
    #expect(
      complaint { _ = try read(years.replacing("year", with: "")) }
        .mentions("column without a head", "'2019'"))
  }

  @Test func `the lines that are asked for are read, and the others counted`() throws {
    let sam = try read(years, where: [("Year", "2020")])
    #expect(sam.accounts.map(\.code) == ["a", "c"])
    #expect(sam.readingNotes.count == 1)
    #expect(sam.readingNotes[0].mentions("2 lines of 4 are passed over", "Year is not 2020"))
    #expect(
      complaint { _ = try read(years, where: [("year", "2021")]) }
        .mentions("no line has the value '2021'", "'2019', '2020'"))
    #expect(
      complaint { _ = try read(years, where: [("region", "x")]) }
        .mentions("no column 'region'", "row, column, year, value"))
    #expect(
      complaint { _ = try read(",a,b\na,,1\nb,1,\n", where: [("year", "2020")]) }
        .mentions("no list", "Selection"))
  }

  @Test func `one value in all lines, and remarks, divide nothing`() throws {
    let text = "row,column,year,value,note\na,b,2019,1,x\nb,a,2019,1,y\n"
    #expect(try read(text).readingNotes.isEmpty)
    #expect(try read(text).year == 2019)
  }

  @Test(arguments: ["row,row,column,value", "row,column,value,value", "row,column,value,amount"])
  func `two columns of one name or one meaning are refused`(heads: String) {
    #expect(complaint { _ = try read(heads + "\na,b,1,1\nb,a,1,1\n") }.mentions("line 1, cell"))
  }

  @Test func `marks of missing data are counted in one message, and read as empty where asked`()
    throws
  {
    let square = ",a,b\na,:,2\nb,2,:\n"
    let list = "row,column,value\na,b,2\nb,a,2\nb,b,..\na,a,NA\n"
    #expect(
      complaint { _ = try read(square) }.mentions(
        "2 cells hold no numbers: ':' (2)", "emptyTexts: [\":\"]")
    )
    #expect(complaint { _ = try read(list) }.mentions("2 cells", "'..' (1)", "'NA' (1)"))
    for text in [square, list] {
      var source = file(text)
      source.notation.emptyTexts = [":", "..", "NA"]
      let sam = try MatrixReader.read(source)
      #expect(try sam["a", "b"] == 2)
      #expect(sam.readingNotes.count == 1 && sam.readingNotes[0].contains("2 "))
    }
  }

  @Test(arguments: ["value (RWF million)", "RWF million", "Amount [million RWF]"])
  func `a unit in the head of the values is theirs`(head: String) throws {
    let sam = try read("row,column,\(head)\na,b,2.5\nb,a,2.5\n")
    #expect(try sam["a", "b"] == 2.5)
    #expect(sam.unit.description == "RWF million")
  }

  @Test func `numbers in other columns are counted, and those of the lines passed over`() throws {
    let sam = try read(
      ",row,column,value,share,note,year\n0,a,b,2.5,0.5,12,2019\n1,b,a,2.5,0.5,x,2019\n")
    #expect(try sam["b", "a"] == 2.5 && sam.year == 2019)
    #expect(
      sam.readingNotes.contains {
        $0.mentions(
          "5 numbers", "the numbers of the lines (2, sum 1)", "column 'share' (2, sum 1)",
          "column 'note' (1, sum 12)")
      })
    #expect(
      complaint { _ = try read(",row,column,value\n7,a,b,1\n7.5,b,a,1\n") }.mentions(
        "without a head"))
  }

  @Test func `a year that is none is told`() throws {
    let sam = try read("row,column,value,year\na,b,1,2019/20\nb,a,1,2019/20\n")
    #expect(sam.year == nil)
    #expect(sam.readingNotes.contains { $0.mentions("'2019/20' is no year", "`year`") })
  }

  @Test func `lines without heads are refused by saying which are wanted`() {
    #expect(
      complaint { _ = try read("a,b,2\nb,a,2\nb,c,1\nc,b,1\n") }
        .mentions("the first names no columns", "row,column,value"))
  }

  @Test func `a value of a thousand letters is cut in the message`() {
    let long = String(repeating: "x", count: 5_000)
    let message = complaint { _ = try read("row,column,value,year\na,b,1,\(long)\nb,a,1,2\n") }
    #expect(message.mentions("has 2 values") && message.utf8.count < 600)
  }
}
