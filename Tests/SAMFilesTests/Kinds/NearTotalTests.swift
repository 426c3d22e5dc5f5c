import LinearAlgebra
import SocialAccounting
import Testing

@testable import SAMFiles

/// Totals with a wrong cell are no account, whatever they are called.
struct NearTotalTests {
  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try MatrixReader.read(file(text, name: "near.csv"))
  }

  private let sam = """
    ,aprod,cgood,flab,hhd,gov,row,Igiteranyo
    aprod,,26.5,,,,,26.5
    cgood,10.5,,,14.25,3.5,4.25,32.5
    flab,16,,,,,,16
    hhd,,,16,,2,,18
    gov,,,,2.25,,3.25,5.5
    row,,6,,1.5,,,7.5
    Igiteranyo,26.5,32.5,16,18,5.5,7.5,

    """

  @Test func `a wrong total in a row or a column without a known name is refused`() throws {
    #expect(try read(sam).accounts.count == 6)
    #expect(
      complaint { _ = try read(sam.replacing("26.5,32.5,16,18", with: "26.5,33.5,16,18")) }
        .mentions(
          "near.csv: line 8, cell 3", "'Igiteranyo'", "column total of the account 'cgood'",
          "33.5", "32.5"))
    #expect(
      complaint { _ = try read(sam.replacing("3.5,4.25,32.5", with: "3.5,4.25,23.5")) }
        .mentions("line 3, cell 8", "row total of the account 'cgood'", "23.5", "32.5"))
  }

  @Test func `a sum that is off by more than its rounding is no total, however little`() throws {
    let exact = sam.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        Double(field) == nil ? String(field) : field.contains(".") ? field + "000" : field + ".0000"
      }.joined(separator: ",") + "\n"
    }.joined()
    #expect(try read(exact).accounts.count == 6)
    #expect(
      complaint { _ = try read(exact.replacing("32.5000,16.0000,18", with: "32.6000,16.0000,18")) }
        .mentions("'Igiteranyo' seems to be the total", "32.6", "32.5"))
  }

  @Test func `totals without a known name may be rounded to fewer digits than their cells`() throws
  {
    let rounded = sam.replacing("aprod,,26.5,,", with: "aprod,,26.54,,")
    #expect(try read(rounded).accounts.map(\.code).contains("Igiteranyo") == false)
  }

  @Test func `a doubled cell under totals without a known name is refused`() {
    #expect(
      complaint { _ = try read(sam.replacing("aprod,,26.5,", with: "aprod,,53,")) }
        .mentions("'Igiteranyo'", "column total of the account 'cgood'", "32.5", "59"))
  }

  @Test func `a wrong output row of an input-output table is named`() {
    let table =
      "sector,agr,ind,srv,Households,Exports,Output\nagr,22,31,9,70,18,150\n"
      + "ind,14,85,41,110,60,310\nsrv,6,42,55,140,27,270\nValue added,108,152,165,,,\n"
      + "Output,150,310,290,,,\n"
    #expect(
      complaint { _ = try read(table) }
        .mentions("'Output'", "column total of the account 'srv'", "290", "270"))
  }

  @Test func `an account that takes half of what two others receive stays an account`() throws {
    let table = ",a,b,c,d,e\na,,5,1,,\nb,,,4,3,2\nc,3,1,,,6\nd,3,2,1,,4\ne,,1,4,7,\n"
    #expect(try read(table).accounts.count == 5)
  }

  private func cells(_ change: (String, Double) = ("", 0)) -> [(String, String, Double)] {
    let flows: [(String, String, Double)] = [
      ("aprod", "cgood", 26.5), ("cgood", "aprod", 10.5), ("flab", "aprod", 16),
      ("cgood", "hhd", 14.25), ("cgood", "gov", 3.5), ("cgood", "row", 4.25), ("hhd", "flab", 16),
      ("hhd", "gov", 2), ("gov", "hhd", 2.25), ("gov", "row", 3.25), ("row", "cgood", 6),
      ("row", "hhd", 1.5),
    ]
    let sums = [("aprod", 26.5), ("cgood", 32.5), ("flab", 16), ("hhd", 18), ("gov", 5.5)]
    return flows
      + sums.map { ($0.0, "Jumla", $0.1) }
      + sums.map { ("Jumla", $0.0, $0.0 == change.0 ? change.1 : $0.1) }
  }

  private func list(_ cells: [(String, String, Double)]) -> String {
    "row,column,value\n" + cells.map { "\($0.0),\($0.1),\($0.2)\n" }.joined()
  }

  @Test func `totals of any name in a list and in GAMS are totals, with a note`() throws {
    let parameter =
      "parameter sam(*,*) /\n" + cells().map { "\($0.0).\($0.1) \($0.2)\n" }.joined() + "/;\n"
    let oneSided = cells().map { ($0.0, $0.1 == "Jumla" ? "Recettes" : $0.1, $0.2) }
    for sam in [
      try read(list(cells())), try MatrixReader.read(file(parameter, name: "near.gms")),
      try read(list(oneSided)),
    ] {
      #expect(sam.accounts.map { $0.code } == ["aprod", "cgood", "flab", "hhd", "gov", "row"])
      #expect(sam.flows.rowSums.reduce(0, +) == 106)
      #expect(sam.readingNotes.contains { $0.mentions("'Jumla'", "taken for") })
    }
  }

  @Test func `a wrong total of any name in a list is refused`() {
    #expect(
      complaint { _ = try read(list(cells(("cgood", 42.5)))) }
        .mentions("'Jumla'", "column total of the account 'cgood'", "42.5", "32.5"))
    #expect(
      complaint { _ = try read(list(cells(("hhd", 19))).replacing("Jumla", with: "total")) }
        .mentions("column total of the account 'hhd'", "19", "18"))
  }

  @Test func `an account of a list that takes what others add to in some cells stays one`() throws {
    let cells = [
      ("b", "a", 2), ("c", "a", 3), ("x", "a", 5), ("a", "b", 4), ("d", "b", 1), ("x", "b", 5),
      ("a", "c", 1), ("e", "c", 2), ("x", "c", 9), ("b", "d", 1), ("c", "d", 1), ("x", "d", 7),
      ("a", "e", 1), ("b", "e", 1), ("x", "e", 8), ("a", "x", 6), ("b", "x", 4), ("c", "x", 9),
      ("d", "x", 5), ("e", "x", 7),
    ].map { ($0.0, $0.1, Double($0.2)) }
    #expect(try read(list(cells)).accounts.count == 6)
  }

  @Test func `codes of a list that differ by case only are named`() throws {
    let sam = try read("row,column,value\nhhd,gov,1\ngov,HHD,1\n")
    #expect(sam.readingNotes.contains { $0.mentions("'hhd' and 'HHD'", "two accounts") })
    #expect(try read("row,column,value\nhhd,gov,1\ngov,hhd,1\n").readingNotes.isEmpty)
  }
}
