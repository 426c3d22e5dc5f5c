import SocialAccounting
import Testing

@testable import SAMFiles

/// Totals are known by what they add up to, and are a check, not data.
struct PrintedTotalsTests {
  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try MatrixReader.read(file(text, name: "totals.csv"))
  }

  private func table(_ row: String, _ column: String, first: String = "8") -> String {
    ",a,b,c,d,\(column)\na,,5,3,,\(first)\nb,6,,2,,8\nc,2,1,,2,5\nd,,2,,,2\n\(row),8,8,5,2,\n"
  }

  @Test(arguments: [
    ("Total payments", "Total receipts"), ("ColSum", "RowSum"), ("Ensemble", "Ensemble"),
    ("Jumla", "Jumla"), ("Umudugudu", "Umudugudu"), ("Paid by all", "Received"),
  ])
  func `whatever they are called, sums are totals, with a note`(row: String, column: String) throws
  {
    let sam = try read(table(row, column))
    #expect(sam.accounts.map(\.code) == ["a", "b", "c", "d"])
    #expect(sam.readingNotes.count == 1)
    #expect(sam.readingNotes[0].mentions("'\(row)'", "'\(column)'", "taken for totals"))
  }

  @Test func `a sum of some accounts between them is a total, and so is the sum of all`() throws {
    let text =
      ",a,b,Production,c,d,Total\na,,5,5,3,,8\nb,6,,6,2,,8\nc,2,1,3,,2,5\nd,,2,2,,,2\n"
      + "Total,8,8,16,5,2,23\n"
    let sam = try read(text)
    #expect(sam.accounts.map(\.code) == ["a", "b", "c", "d"])
    #expect(sam.readingNotes.contains { $0.contains("the column 'Production' is a sum") })
  }

  @Test func `totals rounded to fewer digits than their cells agree`() throws {
    let text = ",a,b,total\na,,2142.0749,2142.07\nb,2142.0749,,2142.07\ntotal,2142.07,2142.07,\n"
    #expect(try read(text).readingNotes.isEmpty)
  }

  @Test func `a gap smaller than any cell is a note with the worst line`() throws {
    let text = ",a,b,total\na,100.5,900.25,1001.25\nb,900.25,50.125,950.375\n"
    let sam = try read(text)
    #expect(sam.readingNotes.count == 1)
    #expect(
      sam.readingNotes[0].mentions(
        "1 total differs", "row total of the account 'a'", "1001.25", "add to 1000.75"))
  }

  @Test func `a gap that could be a missing cell is refused with enough digits`() {
    #expect(
      complaint { _ = try read(table("total", "total", first: "12")) }
        .mentions("row total of the account 'a' is printed as 12", "add to 8"))
    // The same gap in a row and in a column is a cell that is missing where they cross.
    let crossing =
      ",a,b,c,total\na,,5000,300000,305004\nb,6000,,200000,206000\nc,299000,1000,,300000\n"
      + "total,305000,6004,500000,\n"
    #expect(complaint { _ = try read(crossing) }.mentions("row total", "305004", "305000"))
    let fine = ",a,b,total\na,,246.949,\nb,246.949,,246.9495\n"
    let message = complaint { _ = try read(fine) }
    #expect(message.isEmpty || message.mentions("246.9495", "246.949"))
  }

  @Test func `a wide tolerance accepts totals and never refuses what passes without`() throws {
    for tolerance in [0, 1e-9, 0.5] {
      let source = file(",a,b,total\na,,1.25,1.3\nb,1.25,,1.2\n")
      let context = SquareTable.Context(tolerance: tolerance)
      #expect(try SquareTable.read(source, context: context).accounts.count == 2)
    }
  }

  @Test func `a whole number beside decimals is as fine as they are`() throws {
    // Seven whole cells could hide a gap of three; decimals beside them say that they do not.
    func text(_ total: String, _ half: String) -> String {
      ",a,b,c,d,total\na,,50,30,20,\(total)\nb,100,,,,100\nc,,50\(half),,,50\(half)\nd,,,20\(half),,20\(half)\n"
    }
    #expect(complaint { _ = try read(text("102", ".5")) }.mentions("printed as 102", "add to 100"))
    #expect(complaint { _ = try read(text("101", "")) } == "")
  }

  @Test func `a gap that rounding seldom makes is told`() throws {
    let codes = (0..<12).map { "k\($0)" }
    func text(_ gap: Int) -> String {
      var text = "," + codes.joined(separator: ",") + ",total\n"
      for (i, code) in codes.enumerated() {
        let cells = codes.indices.map { $0 == i ? 0 : 100 + (i * 7 + $0 * 13) % 90 }
        text += "\(code),\(cells.map { "\($0)" }.joined(separator: ",")),"
        text += "\(cells.reduce(0, +) + (i == 3 ? gap : 0))\n"
      }
      return text
    }
    #expect(try read(text(1)).readingNotes.isEmpty)
    #expect(
      try read(text(5)).readingNotes.contains {
        $0.mentions("more than rounding mostly does", "'k3'", "printed as")
      })
  }

  @Test func `a total without a label is called so`() throws {
    let sam = try read(table(" ", " "))
    #expect(
      sam.readingNotes.contains { $0.mentions("a row without a label, a column without a label") })
  }
}
