import SocialAccounting
import Testing

/// What labels are taken for that one of two tables alone has.
struct `Labels of supply-use tables` {
  private let supply = ",farm,plant,Imports\nfood,90,5,15\ngoods,10,180,40\n"
  private let use =
    ",farm,plant,Households,Exports\nfood,20,30,50,10\ngoods,25,65,110,30\nValue added,55,90,,\n"

  private func read(_ supply: String, _ use: String) throws -> SupplyUseTable {
    try SupplyUseFile.read(
      supply: file(supply, name: "supply.csv"), use: file(use, name: "use.csv"))
  }

  @Test func `every label that one table alone has is named with what it was taken for`() throws {
    #expect(
      try read(supply, use).readingNotes.map(\.description) == [
        "supply.csv, use.csv: taken for supply from elsewhere: 'Imports'; taken for final uses: "
          + "'Households', 'Exports'; taken for value added: 'Value added'."
      ])
  }

  @Test(arguments: ["farms", "Farm", "agriculture"])
  func `an activity by two names is refused, whatever they are`(name: String) {
    let message = complaint { _ = try read(supply, use.replacing("farm", with: name)) }
    #expect(
      message.mentions(
        "'farm' has output and no inputs, and '\(name)' has inputs and no output",
        "Did you mean 'farm'"), "\(message)")
  }

  @Test func `one table given twice, and labels in other letters of case, are refused`() {
    #expect(complaint { _ = try read(supply, supply) }.mentions("are the same"))
    let message = complaint {
      _ = try read(supply, use.replacing("farm", with: "Farm").replacing("plant", with: "Plant"))
    }
    #expect(message.mentions("no columns in common", "writes 'farm' and the other 'Farm'"))
  }

  @Test func `what final uses pay to rows of value added is kept, in every transformation`() throws
  {
    let taxed = use + "Taxes,,,7,1\n"
    let table = try read(supply, taxed)
    #expect(try table.productionBlock()["Taxes", "Households"] == 7)
    for transformation in SupplyUseTable.Transformation.allCases {
      let sam = try table.symmetric(by: transformation).matrix()
      #expect(try sam["Taxes", "Households"] == 7)
      #expect(try sam["Taxes", "Exports"] == 1)
    }
  }

  /// Cells in are cells out: the production block holds every number of both tables once.
  @Test func `all cells of both tables are in the matrix`() throws {
    let block = try read(supply, use + "Taxes,,,7,1\n").productionBlock()
    let cells =
      90 + 5 + 15 + 10 + 180 + 40 + 20 + 30 + 50 + 10 + 25 + 65 + 110 + 30 + 55 + 90 + 7 + 1
    #expect(block.receipts.reduce(0, +) == Double(cells))
  }

  @Test func `printed totals are checked, whatever they are called and wherever they stand`() throws
  {
    let totals =
      ",farm,plant,Total output,Imports,Total supply\nfood,90,5,95,15,110\ngoods,10,180,190,40,230\n"
      + "Total,100,185,285,55,340\n"
    let uses =
      ",farm,plant,Intermediate,Households,Exports,Total use\nfood,20,30,50,50,10,110\n"
      + "goods,25,65,90,110,30,230\nTotal intermediate,45,95,140,160,40,340\n"
      + "Total value added,55,90,145,,,145\nOutput,100,185,285,,,\n"
    let table = try read(totals, uses)
    let notes = table.readingNotes.map(\.description)
    #expect(table.valueAdded.items == ["Total value added"])
    #expect(table.finalUses.items == ["Households", "Exports"])
    #expect(table.otherSupply.items == ["Imports"])
    #expect(table.valueAdded.items == ["Total value added"])
    #expect(notes.contains { $0.mentions("the column 'Intermediate' is taken for a total") })
    #expect(
      complaint { _ = try read(totals.replacing("190", with: "290"), uses) }
        .mentions("supply.csv: line 3, cell 4", "'Total output' is printed as 290", "add to 190"))
  }

  @Test func `numbers in a column without a name are refused, not dropped`() {
    #expect(
      complaint { _ = try read(supply.replacing("40\n", with: "40,3\n"), use) }
        .mentions("supply.csv: line 1, cell 5", "the column has cells but no code"))
  }

  @Test func `what stands beside production has the kind of its one side`() throws {
    let table = try SupplyUseFile.read(
      supply: file(",farm,mill,Imports\ncrops,100,0,10\nfood,5,80,20\n", name: "s.csv"),
      use: file(
        ",farm,mill,Households,Abroad\ncrops,20,50,38,2\nfood,15,10,80,0\nWages,65,20,0,0\n"
          + "Abroad,5,0,0,0\n",
        name: "u.csv"))
    let block = try table.productionBlock()
    for (code, kind) in [
      ("Imports", Account.Kind.primaryInput), ("Households", .finalUse), ("Wages", .valueAdded),
      ("Abroad", .other),
    ] {
      #expect(try block.account(code).kind == kind, "\(code)")
    }
    #expect(block.accounts.filter { $0.kind == .activity }.map { $0.code } == ["farm", "mill"])
  }
}
