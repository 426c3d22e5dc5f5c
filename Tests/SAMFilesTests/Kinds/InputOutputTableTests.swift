import SocialAccounting
import Testing

@testable import SAMFiles

/// Input-output tables: sectors with final uses to their right and inputs below.
struct InputOutputTableTests {
  private let uses = "sector,agr,ind,srv,Total,Households,Exports,Output\n"
  private let sectors = """
    agr,22,31,9,62,70,18,150
    ind,14,85,41,140,110,60,310
    srv,6,42,55,103,140,27,270

    """
  private let inputs = "Total,42,158,105,305,,,\nValue added,108,152,165,425,,,\n"
  private let output = "Output,150,310,270,730,,,\n"

  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try MatrixReader.read(file(text, name: "io.csv"))
  }

  private func outputs(of sam: SocialAccountingMatrix) throws -> [Double] {
    try MultiplierModel(sam).multipliers().map { $0.measures?[.output] ?? 0 }
  }

  @Test func `with totals and output it is read whole, and type I multipliers follow`() throws {
    let sam = try read(uses + sectors + inputs + output)
    #expect(
      sam.accounts.map(\.code) == ["agr", "ind", "srv", "Value added", "Households", "Exports"])
    #expect(
      sam.accounts.map(\.kind) == [
        .activity, .activity, .activity, .valueAdded, .finalUse, .finalUse,
      ])
    #expect(try sam["Value added", "srv"] == 165 && sam["ind", "Exports"] == 60)
    try sam.requireBalanced()
    // The column sums of (I - A)^-1, by hand.
    for (found, expected) in zip(try outputs(of: sam), [1.457418, 1.891724, 1.677570]) {
      #expect(abs(found - expected) < 5e-7)
    }
    #expect(
      sam.readingNotes.contains { $0.mentions("input-output table", "Households", "Exports") })
    #expect(try sam.grossDomesticProduct().factorCost == 425)
  }

  @Test func `without totals it is read as well, and imports and taxes are other inputs`() throws {
    let text = """
      ,agr,ind,Households,Exports
      agr,22,31,70,27
      ind,14,85,110,60
      Wages,60,80,,
      Profits,40,50,,
      Imports,14,23,9,

      """
    let sam = try read(text)
    #expect(sam.accounts.map(\.code).count == 7)
    #expect(try sam.account("Imports").kind == .primaryInput)
    #expect(try sam.account("Profits").kind == .valueAdded)
    // What final users import themselves is kept.
    #expect(try sam["Imports", "Households"] == 9)
    try sam.requireBalanced()
  }

  @Test func `a wide tolerance makes no matrix of the sectors alone`() throws {
    let sam = try SquareTable.read(
      file(uses + sectors + inputs + output), context: SquareTable.Context(tolerance: 1000))
    #expect(sam.contains("Households"))
    let model = { try MultiplierModel(sam, closure: Closure(exogenous: [.account("srv")])) }
    #expect(complaint { _ = try model() } != "")
  }

  @Test func `rows and columns that do not agree are refused with both sums`() {
    let wrong = (uses + sectors + inputs).replacing("agr,22", with: "agr,32").replacing(
      ",Output", with: ""
    ).replacing(",150\n", with: "\n").replacing(",310\n", with: "\n")
      .replacing(",270\n", with: "\n").replacing(",,,\n", with: ",,\n").replacing(
        ",62,", with: ",72,"
      ).replacing("Total,42", with: "Total,52").replacing(
        ",305,", with: ",315,"
      ).replacing("108,", with: "100,").replacing(",425,", with: ",417,")
    #expect(
      complaint { _ = try read(wrong) }.mentions(
        "io.csv", "input-output table", "Households, Exports", "Value added", "'agr'", "160", "152")
    )
  }

  @Test(arguments: [("rwo", "row"), ("Homes", "home"), ("hhd-r", "hhd_r"), ("state", "stat")])
  func `an account written in two ways is no final use and no input`(one: String, other: String) {
    let text = ",a,b,\(one)\na,,5,3\nb,4,,6\n\(other),4,5,\n"
    #expect(
      complaint { _ = try read(text) }.mentions("'\(one)' has a column but no row", "'\(other)'"))
  }

  @Test func `an output that does not add up is refused`() {
    let wrong = (uses + sectors + inputs + output).replacing("60,310", with: "60,390")
    #expect(complaint { _ = try read(wrong) } != "")
  }

  /// A table with sums of parts among its inputs and its final uses.
  private let parts = """
    ,agr,ind,srv,Final consumption,Households,Government,Exports,Output
    agr,22,31,9,70,60,10,18,150
    ind,14,85,41,110,100,10,60,310
    srv,6,42,55,140,110,30,27,270
    Wages,60,90,95,,,,,245
    Profits,38,52,60,,,,,150
    Imports,10,10,10,,,,,30
    Value added,98,142,155,,,,,
    Output,150,310,270,320,270,50,105,

    """

  @Test func `sums of some inputs and uses are left out, wherever they stand`() throws {
    let lines = parts.split(separator: "\n").map(String.init)
    for order in [[4, 5, 6, 7], [7, 4, 5, 6], [4, 5, 7, 6]] {
      let text = (lines[0...3] + order.map { lines[$0] } + [lines[8]]).joined(separator: "\n")
      let sam = try read(text + "\n")
      #expect(
        sam.accounts.map(\.code).sorted() == [
          "Exports", "Government", "Households", "Imports", "Profits", "Wages", "agr", "ind", "srv",
        ])
      #expect(try sam["Profits", "ind"] == 52 && sam["srv", "Government"] == 30)
      #expect(sam.readingNotes.contains { $0.mentions("'Value added'", "'Final consumption'") })
      try sam.requireBalanced()
    }
  }

  @Test func `a first row of cells that equals the first column is no row of codes`() throws {
    let text = """
      ,a,b,c,Homes,State,Both,Output
      a,100,200,300,400,500,900,1500
      b,200,100,400,300,200,500,1200
      c,300,200,100,600,400,1000,1600
      wages,400,300,400,,,,
      profits,500,400,400,,,,
      added,900,700,800,,,,
      Output,1500,1200,1600,1300,1100,2400,

      """
    #expect(
      try read(text).accounts.map(\.code) == ["a", "b", "c", "wages", "profits", "Homes", "State"])
  }

  @Test func `lines behind the totals are no inputs, and are counted`() throws {
    let sam = try read(uses + sectors + inputs + output + "Jobs,9,8,70,,,,\n")
    #expect(!sam.contains("Jobs"))
    #expect(sam.readingNotes.contains { $0.mentions("row 'Jobs' (3, sum 87)") })
  }

  @Test func `numbered codes of uses and inputs are not one account written in two ways`() throws {
    let sam = try read(
      uses.replacing("Households", with: "F1").replacing("Exports", with: "F2") + sectors
        + inputs
        .replacing("Value added", with: "V1") + output)
    #expect(sam.contains("F1") && sam.contains("V1"))
  }

  @Test func `imports below zero among the final uses are imports`() throws {
    let text = """
      ,agr,ind,Households,Exports,Imports
      agr,20,30,70,30,-10
      ind,40,50,80,50,-20
      Wages,80,120,,,

      """
    let gdp = try read(text).grossDomesticProduct()
    #expect(gdp.exports == 80 && gdp.imports == 30 && gdp.otherConsumption == 0)
    #expect(gdp.byExpenditure == 200 && gdp.byProduction == 200)
  }
}
