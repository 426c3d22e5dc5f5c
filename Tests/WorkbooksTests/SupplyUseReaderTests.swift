import SAMFiles
import SocialAccounting
import Testing
import Workbooks

struct `Reading supply-use tables from workbooks` {
  private static let supply = ForeignWorkbook.rows(
    "Supply table, basic prices", "product|name|farm|shop|imports|Total",
    "maize|Maize|90|10|5|105", "cloth|Cloth||100||100")
  private static let use = ForeignWorkbook.rows(
    "product|farm|shop|final", "maize|12|8|85", "cloth|10|7|83", "wages|68|95")

  private func book(_ first: String = "Supply", _ second: String = "Use 2022") -> ForeignWorkbook {
    var book = ForeignWorkbook(Self.supply, name: first)
    book.sheets.append((second, "visible", Self.use))
    return book
  }

  @Test func `sheets of one workbook are found by their names`() throws {
    let file = book().file
    let table = try SupplyUseReader.read(supply: file, use: file)
    #expect(table.products == ["maize", "cloth"])
    #expect(table.activities == ["farm", "shop"])
    #expect(table.otherSupply.items == ["imports"])
    #expect(table.valueAdded.items == ["wages"])
    let block = try table.productionBlock()
    #expect(try block["shop", "cloth"] == 100)
    #expect(try block["cloth", "farm"] == 10)
  }

  @Test func `a sheet can be named, and a text file stand beside a workbook`() throws {
    let file = book("One", "Two").file
    let named = try SupplyUseReader.read(supply: file, use: file, sheets: ("One", "Two"))
    let text = SourceFile(
      name: "use.csv",
      bytes: Array(
        "product,farm,shop,final\nmaize,12,8,85\ncloth,10,7,83\nwages,68,95,\n".utf8))
    let mixed = try SupplyUseReader.read(
      supply: ForeignWorkbook(Self.supply, name: "Only").file, use: text)
    #expect(named.products == mixed.products)
    #expect(named.productOutput == mixed.productOutput)
    #expect(named.activityOutput == [90, 110])
  }

  @Test func `what cannot be found or read is told with file, sheet and cell`() {
    let unclear = book("One", "Two").file
    #expect(
      complaint { _ = try SupplyUseReader.read(supply: unclear, use: unclear) }
        == "book.xlsx: no single sheet is called 'supply'. Name it with --supply-sheet; "
        + "the sheets are 'One', 'Two'.")
    #expect(
      complaint { _ = try SupplyUseReader.read(supply: unclear, use: unclear, sheets: ("1", "2")) }
        == "book.xlsx: there is no sheet '1'. Its sheets are 'One', 'Two'.")
    var wrong = book()
    wrong.sheets[1].data = Self.use.replacing("<v>85</v>", with: "<v>86</v>")
    #expect(
      complaint { _ = try SupplyUseReader.read(supply: wrong.file, use: wrong.file) }
        .hasPrefix(
          "book.xlsx: sheet 'Supply', book.xlsx: sheet 'Use 2022': the product 'maize' is supplied"
            + " for 105 and used for 106"))
    wrong.sheets[1].data = Self.use.replacing(
      "<c r=\"B2\"><v>12</v></c>", with: "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>")
    #expect(
      complaint { _ = try SupplyUseReader.read(supply: wrong.file, use: wrong.file) }
        .hasPrefix(
          "book.xlsx: sheet 'Use 2022', cell B2, row 'maize', column 'farm': the cell holds the "
            + "error #REF!"))
  }
}
