import SocialAccounting
import Testing

@testable import SAMFiles

/// What is not read is named for what it is, with the way out of it.
struct WaysOutTests {
  private func message(_ text: String, name: String = "table.csv") -> String {
    complaint { _ = try MatrixReader.read(file(text, name: name)) }
  }

  @Test func `cells with the other decimal mark are told apart from words`() {
    let text = message(";a;b\na;;26.5\nb;26,5;\n")
    #expect(text.mentions("line 3, cell 2", "'26,5'", "decimals otherwise"))
    #expect(!text.contains("emptyTexts"))
  }

  @Test(arguments: [("RWF 26.5", "the unit of all cells"), ("$26.5", "the unit"), ("50%", "0.5")])
  func `a number with its unit in the cell is told to stand alone`(cell: String, words: String) {
    #expect(message(",a,b\na,,\(cell)\nb,26.5,\n").mentions("'\(cell)'", words))
  }

  @Test func `a small table with a unit in its cells is told the same`() {
    #expect(
      complaint { _ = try [PovertyModel.Group](contentsOf: file("account,population\nh,50%\n")) }
        .mentions("line 2", "'50%'", "0.5"))
  }

  @Test func `bars separate cells as commas do`() throws {
    #expect(try MatrixReader.read(file("|a|b\na||2,5\nb|2,5|\n"))["a", "b"] == 2.5)
  }

  @Test func `a matrix without flows is read with a note`() throws {
    let sam = try MatrixReader.read(file(",a,b\na,,0\nb,,\n"))
    #expect(sam.readingNotes.contains { $0.mentions("all cells are empty") })
  }

  @Test(arguments: ["[[\"a\",\"b\",3]]", "[ {\"row\": \"a\", \"column\": \"b\", \"value\": 3} ]"])
  func `JSON in another form is called JSON`(text: String) {
    #expect(message(text).mentions("the JSON holds no matrix"))
  }

  @Test func `an XML document is named with its way out`() {
    #expect(message("<?xml version=\"1.0\"?><Workbook/>").mentions("XML document", "XLSX"))
  }

  @Test func `a header alone has no lines`() {
    #expect(message(",a,b,c\n").mentions("a header and no lines"))
  }

  @Test func `small tables in place of a matrix are named`() {
    #expect(
      message("programme,family,account,share,role,evidence\nx,tax,h,1,transfer,assumed\n")
        .mentions("a table of programmes, and no matrix"))
    #expect(message("code,name,kind\na,A,activity\n").mentions("describes accounts"))
  }

  @Test func `a list with a column for each year is told what it lacks`() {
    #expect(
      message("payer,receiver,2019,2020\na,b,1,2\nb,a,1,2\n")
        .mentions("no value column among '2019', '2020'"))
  }

  @Test(arguments: ["Rs. crore", "INR lakh", "trillion IDR"])
  func `a scale that no unit has is a note`(words: String) throws {
    let sam = try MatrixReader.read(file("SAM of 2019,,\n\(words),,\n,a,b\na,,2\nb,2,\n"))
    #expect(sam.unit == .unstated)
    #expect(sam.readingNotes.contains { $0.mentions("'\(words)' looks like a unit") })
  }

  @Test func `UTF-16 without a mark is read with a note, and damaged text is refused`() throws {
    let text = Array(",a,b\na,,2.5\nb,2.5,\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let sam = try MatrixReader.read(SourceFile(name: "u.csv", bytes: text))
    #expect(try sam["a", "b"] == 2.5)
    #expect(sam.readingNotes.contains { $0.mentions("read as UTF-16") })
    #expect(
      complaint {
        _ = try MatrixReader.read(SourceFile(name: "u.csv", bytes: Array(text.dropLast())))
      }.mentions("not text"))
  }

  @Test func `a one-sided total of a list that a wrong number contradicts is refused`() {
    let cells = [
      ("a", "b", 5), ("b", "a", 5), ("c", "d", 7), ("d", "c", 7), ("e", "a", 2), ("a", "e", 2),
    ]
    func list(_ wrong: Int?) -> String {
      var text = "row,column,value\n" + cells.map { "\($0.0),\($0.1),\($0.2)\n" }.joined()
      for code in ["a", "b", "c", "d", "e"] {
        let sum = cells.filter { $0.0 == code }.reduce(0) { $0 + $1.2 }
        text += "\(code),Zusammen,\(code == "c" ? wrong ?? sum : sum)\n"
      }
      return text
    }
    #expect(message(list(nil)).isEmpty)
    #expect(message(list(99)).mentions("'Zusammen' seems to be the total of the rows", "99", "'c'"))
  }

  @Test func `who pays factors produces, also in a small matrix`() throws {
    let sam = try MatrixReader.read(
      file(
        """
        ,prod,good,flab,hhd,row
        prod,,260,,,
        good,100,,,140,60
        flab,160,,,,
        hhd,,,160,,
        row,,40,,20,

        """))
    let proposal = AccountProposal(for: sam)
    #expect(
      proposal.entries.map { $0.account.kind } == [
        .activity, .commodity, .labour, .household, .restOfWorld,
      ])
    #expect(proposal.entries.prefix(2).allSatisfy { $0.basis == .flows })
  }

  @Test(arguments: ["100.25*", "100.25 (p)", "100.25e"])
  func `a number with a mark of a note is told to stand alone`(cell: String) {
    #expect(message(",a,b\na,,\(cell)\nb,26.5,\n").mentions("'\(cell)'", "marks of notes"))
  }

  @Test func `digits of other scripts are named`() {
    #expect(message(",a,b\na,,\u{0662}.5\nb,26.5,\n").mentions("the digits 0 to 9"))
  }

  @Test func `the unit of a list stands in its column, that of a table below its codes`() throws {
    let list = try MatrixReader.read(
      file("row,column,value,unit\na,b,3,KES million\nb,a,3,KES million\n"))
    #expect(list.unit == CurrencyUnit("KES million"))
    let titled = try MatrixReader.read(file("\"SAM 2019, '000 FCFA\",,\n,a,b\na,,3\nb,3,\n"))
    #expect(titled.unit == CurrencyUnit("FCFA thousand") && titled.title == "SAM 2019")
    let table = try MatrixReader.read(file(",a,b\n,RWF mn,RWF mn\na,,3\nb,3,\n"))
    #expect(table.unit == CurrencyUnit("RWF million"))
  }

  @Test func `JSON and GAMS are read in UTF-16 too`() throws {
    for (text, name) in [
      (
        "{\"format\": \"social-accounting-matrix\", \"flows\": [[\"a\",\"b\",3],[\"b\",\"a\",3]]}",
        "m.json"
      ),
      ("TABLE SAM(i,j)\n   a   b\na      3\nb  3\n;\n", "m.gms"),
    ] {
      let units = [0xFEFF] + Array(text.utf16)
      let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      #expect(try MatrixReader.read(SourceFile(name: name, bytes: bytes))["a", "b"] == 3)
    }
  }
}
