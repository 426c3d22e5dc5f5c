import Foundation
import RwandaSAM
import SocialAccounting
import Testing

@testable import SAMFiles

struct `Recognising a matrix by what its file holds` {
  @Test(arguments: [
    ("account,a,b\na,,1\nb,1,\n", MatrixFormat.square),
    ("\u{FEFF}row;column;value\r\na;b;1,5\r\nb;a;1,5\r\n", .tidy),
    ("note\treceiver\tpayer\tamount\n\ta\tb\t1\n", .tidy),
    ("  {\"format\": 1}", .json),
    ("* remark\n$ontext\nTABLE\n$offtext\nTable SAM(i,j) text\n", .gams),
    ("PARAMETER sam(i,j) / a.b 1 /;", .gams),
    ("Table 3 for (parts of) Utopia,Code,a\nA,a,1\n", .square),
    ("PK\u{3}\u{4}", .workbook),
  ])
  func `the content decides, not the name`(text: String, format: MatrixFormat) throws {
    #expect(try MatrixReader.format(of: file(text, name: "anything.bin")) == format)
  }

  @Test(arguments: [
    "row,column,value\n", "{\"format\": \"social-accounting-matrix\", \"flows\": []}",
    "product,farm,shop,x\nmaize,1,100,100\ncloth,2,100,100\n", "account\n",
    "account,total\ntotal,\n",
  ])
  func `a file without accounts is no matrix`(text: String) {
    #expect(complaint { _ = try MatrixReader.read(file(text)) }.hasPrefix("table.csv: "))
  }

  @Test func `whole numbers in a list are rounded to whole units, floats or not`() throws {
    let text = "row,column,value\na,b,3.0\nb,a,4.0\na,total,4.0\n"
    #expect(try MatrixReader.read(file(text)).balances().map(\.tolerance) == [1, 1])
    let decimals = text.replacing("4.0", with: "4.1")
    #expect(complaint { _ = try MatrixReader.read(file(decimals)) }.mentions("row total", "'a'"))
  }

  @Test func `numbers can be codes`() throws {
    let sam = try MatrixReader.read(file(",1,2,total\n1,,7,7\n2,7,,7\ntotal,7,7,\n"))
    #expect(sam.accounts.map(\.code) == ["1", "2"])
    #expect(try sam["1", "2"] == 7)
  }

  @Test func `a list of cells is read in any order of columns, with decimal commas`() throws {
    let sam = try MatrixReader.read(file("value;to;note;from\n1,5;a;x;b\n2,25;b;y;a\n"))
    #expect(try sam["a", "b"] == 1.5)
    #expect(try sam["b", "a"] == 2.25)
    let twice = complaint {
      _ = try MatrixReader.read(file("row,column,value\na,b,1\na,b,2\n"))
    }
    #expect(twice.mentions("table.csv: line 3", "row 'a'", "column 'b'", "first on line 2"))
  }

  @Test func `totals in a list are checked and are no account`() throws {
    let list = "row,column,value\na,b,2\nb,a,2\na,total,2\ntotal,b,TOTAL\n"
    let sam = try MatrixReader.read(file(list.replacing("TOTAL", with: "2")))
    #expect(sam.accounts.map(\.code) == ["a", "b"])
    #expect(
      complaint { _ = try MatrixReader.read(file(list.replacing("TOTAL", with: "9"))) }
        .mentions("column total of the account 'b'", "given as 9", "add to 2"))
    let exact = list.replacing(",2", with: ",2000.25").replacing("TOTAL", with: "2001.25")
    #expect(
      complaint { _ = try MatrixReader.read(file(exact)) }.mentions(
        "given as 2001.25", "add to 2000.25"))
  }

  @Test func `a short list of very many accounts allocates nothing`() {
    let list = "row,column,value\n" + (0..<30_000).map { "a\($0),b\($0),1\n" }.joined()
    #expect(
      complaint { _ = try MatrixReader.read(file(list)) }
        .mentions("names 60000 accounts for 30000 cells"))
  }

  @Test func `an integer release with rounded zeros and a total of its own is read`() throws {
    // As in IFPRI's matrix of Kenya 2019: ten payments below one half are printed 0.
    let zeros = Array(repeating: "0", count: 4).joined(separator: ",")
    let text =
      "2019 matrix,Code,f,c,h1,h2,h3,h4,total\nFish,f,,105,\(zeros),107\nCommodity,c,107,,,,,,107\n"
      + (1...4).map { "H\($0),h\($0),0,,,,,,0\n" }.joined() + "Total,total,107,105,0,0,0,0,\n"
    let sam = try MatrixReader.read(file(text))
    #expect(try sam["f", "c"] == 105)
    let blank = text.replacing("0,0,0,0,107", with: ",,,,107").replacing(
      ",0,,,,,,0", with: ",,,,,,,")
    #expect(complaint { _ = try MatrixReader.read(file(blank)) }.mentions("'f'", "107", "105"))
  }

  @Test func `in whole numbers an account that receives 1 and pays 0 is exogenous, and not with 2`()
    throws
  {
    let text = "PHL,Code,aocer,x,h\nA,aocer,,,1\nX,x,,,9\nH,h,,10,\n"
    let sam = try MatrixReader.read(file(text))
    try sam.requireBalanced()
    let model = try MultiplierModel(sam, closure: Closure(exogenous: [.account("x")]))
    #expect(model.exogenous.map(\.code) == ["aocer", "x"])
    let message = complaint {
      try MatrixReader.read(file(text.replacing(",,,1\n", with: ",,,2\n"))).requireBalanced()
    }
    #expect(message.mentions("'aocer' receives 2 and pays 0", "`tolerance`"))
    #expect(message.ranges(of: "aocer").count == 1)
  }

  @Test func `the readme beside a published matrix gives unit, year and citation`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mit Räumen \(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws -> String {
      let path = folder.appending(path: name)
      try Data(text.utf8).write(to: path)
      return path.path(percentEncoded: false)
    }
    let path = try write("002_IFPRI_SAM_UTO_2019_SAM.csv", "SAM,Code,a,b\nA,a,,1\nB,b,1,\n")
    _ = try write(
      "001_readme_UTO_2019.txt",
      "SAM for Utopia\r\nYear: 2019\r\nUnits: Billions of shillings\r\nDataset: IFPRI. 2021.\r\n")
    _ = try write(
      "003_IFPRI_SAM_UTO_2019_POP.csv",
      "\u{FEFF}Populations,Code,Number (1000s of people),Share\r\nAll,h_ALL,\"3,001\",100\r\n"
        + "Rural,h_rur1,\"2,000\",66\r\nUrban,h_urb5,\"1,000\",33\r\n")
    let sam = try MatrixReader.read(try SourceFile(path: path))
    #expect(sam.unit == CurrencyUnit(currency: "shillings", scale: .billion))
    #expect((sam.year, sam.source) == (2019, "IFPRI. 2021."))
    let people = try #require(
      try HouseholdPopulation.pathBeside(path).map { try HouseholdPopulation(contentsOf: $0) })
    #expect(people.peopleByAccount == ["hhd-r1": 2_000_000, "hhd-u5": 1_000_000])
  }

  @Test func `groups of people that do not add to their total are refused`() {
    let text = "P,Code,Number (1000s of people)\nAll,h_ALL,3010\nR,h_rur1,2000\nU,h_urb1,1000\n"
    #expect(
      complaint { _ = try HouseholdPopulation(file(text)) }.mentions("3000000", "3010000"))
  }
}
