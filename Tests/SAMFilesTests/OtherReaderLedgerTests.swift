import SocialAccounting
import Testing

@testable import SAMFiles

/// Cells in are cells out in GAMS, JSON, supply and use tables and rectangular tables too.
struct OtherReaderLedgerTests {
  @Test func `numbers of GAMS symbols that are not read are counted by symbol`() throws {
    let sam = try MatrixReader.read(
      file(
        """
        SET i /a,b/;
        PARAMETER POP(i) /a 12.5, b 3/;
        TABLE MAP(i,j)
            a  b
        a   1  2
        ;
        TABLE SAM(i,j)
            a  b
        a      3
        b   3
        ;
        """, name: "sam.gms"))
    #expect(try sam["a", "b"] == 3)
    let notes = sam.readingNotes.map { $0.description }.joined(separator: "\n")
    #expect(notes.mentions("4 numbers outside the matrix", "'POP' on line 2 (2, sum 15.5)"))
    #expect(notes.mentions("'MAP' on line 3 (2, sum 3)"))
  }

  @Test func `numbers of a GAMS table are counted without looking for labels`() throws {
    let text = try GAMSText(
      file("TABLE SAM(i,j)\n    a b\na     3\nb   3 4\n+   c\na   5\n;\n"))
    let symbol = try #require(GAMSSymbol.symbols(of: text.statements[0]).first)
    #expect(GAMSTable.numberCount(in: symbol.body) == 4)
    #expect(GAMSTable.numbers(of: symbol) == [3, 3, 4, 5])
  }

  @Test(arguments: ["  +\n    a b\n", "    a b\n  +\n    a b\n", "    a b\n"])
  func `a mark of continuation alone takes no line of labels for numbers`(head: String) throws {
    let text = "TABLE SAM(i,j)\n\(head)a     3\nb   3 4\n;\n"
    let symbol = try #require(
      GAMSSymbol.symbols(of: GAMSText(file(text)).statements[0]).first)
    #expect(GAMSTable.numberCount(in: symbol.body) == 3)
    #expect(try MatrixReader.read(file(text))["b", "a"] == 3)
  }

  @Test func `a list of GAMS labels in parentheses is refused with the lines to write`() {
    let message = complaint {
      _ = try MatrixReader.read(
        file("PARAMETER SAM(i,j) /\na.b 26.5\nb.(a,c) 4\n/;\n", name: "sam.gms"))
    }
    #expect(message.mentions("line 3", "parentheses", "a line for each label"))
  }

  @Test(arguments: ["(3)", "3-", "1 000", "1,000"])
  func `numbers that GAMS does not know are refused`(_ word: String) {
    let message = complaint {
      _ = try MatrixReader.read(
        file("PARAMETER SAM(i,j) /\na.b \(word)\nb.a 3\n/;\n", name: "sam.gms"))
    }
    #expect(!message.isEmpty)
  }

  @Test func `numbers of JSON beside the flows are counted by member`() throws {
    let sam = try MatrixReader.read(
      file(
        """
        {"format": "social-accounting-matrix", "schema": 1, "year": 2019,
         "accounts": [{"code": "a", "weight": 3}, {"code": "b", "rounding": 0.5}],
         "flows": [["a", "b", 3], ["b", "a", 3]], "notes": {"x": [1, 2.5e0, -3]}}
        """, name: "sam.json"))
    let notes = sam.readingNotes.map { $0.description }.joined()
    #expect(notes.mentions("4 numbers outside", "'weight' of the accounts (1", "'notes' (3"))
  }

  @Test func `numbers of JSON are counted from the text alone`() {
    #expect(
      JSONParser.numberCount(in: Array(#"{"a\"1": [1, -2.5e+3, "4", true], "b": 0}"#.utf8)) == 3)
  }

  @Test(arguments: ["(3)", "3-", "+3", "1'000"])
  func `numbers that JSON does not know are refused`(_ word: String) {
    let message = complaint {
      _ = try MatrixReader.read(
        file(
          """
          {"format": "social-accounting-matrix", "flows": [["a", "b", \(word)], ["b", "a", 3]]}
          """, name: "sam.json"))
    }
    #expect(message.mentions("not a JSON value"))
  }

  @Test func `a supply table counts numbers beside its cells`() throws {
    let table = try CodedRectangle(
      try DelimitedText(
        file("Table 7,,,\n2017,,\n41,,\ncode,name,farm,Total\ncrops,12,100,100\nfood,Food,5,5\n")))
    #expect(table.rows == ["crops", "food"] && table.columns == ["farm"])
    #expect(table.total(ofColumn: "farm") == 105)
    let notes = table.notes.map { $0.description }.joined()
    #expect(notes.mentions("above the table (1, sum 41)", "column 'name' (1, sum 12)"))
  }

  @Test func `a supply table with a total that its cells do not add to is refused`() {
    let message = complaint {
      _ = try CodedRectangle(try DelimitedText(file(",farm,mill,Total\ncrops,100,20,130\n")))
    }
    #expect(message.mentions("Total", "130", "120"))
  }

  @Test func `a rectangular table holds the sum of its text, and refuses cells beyond its columns`()
    throws
  {
    let table = try #require(try RectangularTable.read(file(",x,y\na,1.5,2\nb,,4\n")))
    #expect(try table["a", "x"] == 1.5 && table["a", "y"] == 2 && table["b", "y"] == 4)
    #expect(complaint { _ = try RectangularTable.read(file(",x,y\na,1,2,3\n")) }.mentions("cells"))
  }

  @Test func `a ledger is closed against a count of the text`() {
    var ledger = NumberLedger()
    ledger.find(3)
    ledger.place(3)
    #expect(complaint { try ledger.requireClosed(matrixSum: 3, at: "x", counted: 1) }.isEmpty)
    #expect(
      complaint { try ledger.requireClosed(matrixSum: 3, at: "x", counted: 2) }
        .mentions("holds 2 numbers"))
  }
}
