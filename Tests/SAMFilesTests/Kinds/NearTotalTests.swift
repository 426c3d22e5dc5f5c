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

  @Test func `a doubled cell under totals without a known name is refused`() {
    #expect(
      complaint { _ = try read(sam.replacing("aprod,,26.5,", with: "aprod,,53,")) }
        .mentions("'Igiteranyo'", "26.5", "53"))
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
}
