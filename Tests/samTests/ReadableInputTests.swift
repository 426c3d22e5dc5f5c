import Foundation
import SocialAccounting
import Testing

@testable import Workbooks

/// Input that looks odd and is read correctly.
struct ReadableInputTests {
  private static let variants: [(String, String)] = [
    ("CRLF", Sample.nexus.replacing("\n", with: "\r\n")),
    ("byte order mark", "\u{FEFF}" + Sample.nexus),
    ("mark and CRLF", "\u{FEFF}" + Sample.nexus.replacing("\n", with: "\r\n")),
    ("trailing blank lines", Sample.nexus + ",,,,,,,,,,,,,,\n\n,,\n   \n"),
    ("no last line end", String(Sample.nexus.dropLast())),
    ("empty cells", Sample.nexus.replacing(",0", with: ",")),
    ("dashes", Sample.nexus.replacing(",0", with: ",-")),
    ("quoted decimals", Sample.nexus.replacing(",100,", with: ",\"100.00\",")),
    (
      "semicolons and decimal commas",
      Sample.nexus.replacing("Education, all", with: "Education (all)")
        .replacing(",", with: ";").replacing(";0", with: ";0,0").replacing("\"", with: "")
    ),
    (
      "tabs", Sample.nexus.replacing("Education, all", with: "Education").replacing(",", with: "\t")
    ),
    ("side sums", Sample.nexus.replacing(",total\n", with: ",total,,share\n") + "GDP,,200\n"),
  ]

  @Test(arguments: variants)
  func `spelling does not change the answer`(name: String, text: String) throws {
    let place = try Workplace()
    try place.write(Sample.nexus, "plain.csv")
    try place.write(text, "variant é.csv")
    let expected = try place.sam("multipliers", "plain.csv", "--format", "csv")
    let run = try place.sam("multipliers", "variant é.csv", "--format", "csv")
    let notes = name == "side sums" ? ["1 number outside the matrix is passed over: row 'GDP'"] : []
    #expect(run.status == 0 && run.errors.count(where: { $0 == "\n" }) == notes.count, "\(name)")
    for note in notes { #expect(run.errors.contains(note), "\(run.errors)") }
    #expect(run.output == expected.output, "\(name)")
  }

  @Test func `quoted thousands are read`() throws {
    let place = try Workplace()
    try place.write(",a,b,w\na,,\"5,000\",\"3,000\"\nb,\"6,000\",,2000\nw,2000,3000,\n", "t.csv")
    let run = try place.sam("check", "t.csv", "--format", "csv")
    #expect(run.column("receipts") == ["8000", "8000", "5000"])
  }

  @Test func `a zero account is left out with a note`() throws {
    let place = try Workplace()
    try place.write(",a,b,z,w\na,,5,,3\nb,6,,,2\nz,,,,\nw,2,3,,\n", "zero.csv")
    let run = try place.sam("multipliers", "zero.csv", "--exogenous", "w", "--format", "csv")
    #expect(run.status == 0 && run.csv.map { $0[0] } == ["account", "a", "b"])
    #expect(run.errors.contains("'z'") && run.errors.contains("left out"))
    let table = try place.sam("multipliers", "zero.csv", "--exogenous", "w")
    #expect(table.output.contains("Left out") && table.output.contains("z"))
    let shock = try place.sam("multipliers", "zero.csv", "--exogenous", "w", "--shock", "z=1")
    #expect(shock.status == 1 && shock.errors.contains("'z' has no receipts"))
  }

  @Test func `a gap within the tolerance that is asked for passes`() throws {
    let place = try Workplace()
    try place.write(",a,b,w\na,,15,3\nb,6,,2\nw,2,3,\n", "gap.csv")
    #expect(try place.sam("check", "gap.csv", "--tolerance", "9.9").status == 1)
    let run = try place.sam("check", "gap.csv", "--tolerance", "10", "--format", "csv")
    #expect(run.status == 0 && run.column("gap") == ["10", "-10", "0"])
  }

  @Test func `a note says that another sheet of a workbook holds a matrix too`() throws {
    let place = try Workplace()
    let plain = try SquareTable.read(SourceFile(name: "plain", bytes: Array(Sample.plain.utf8)))
    var book = Spreadsheet()
    for name in ["2019", "2020"] {
      book.sheets.append(MatrixWorkbook.labelledSheet(plain, isNexus: false, name: name))
    }
    try Data(book.bytes()).write(to: place.folder.appending(path: "years.xlsx"))
    let run = try place.sam("check", "years.xlsx", "--format", "csv")
    #expect(run.status == 0 && run.column("account") == ["a", "b", "w"])
    #expect(
      run.errors.hasPrefix(
        "sam: note: years.xlsx: the sheet '2019' is read; '2020' holds a matrix too. "
          + "Choose with --sheet.\n"))
    let other = try place.sam("check", "years.xlsx", "--sheet", "2020")
    #expect(!other.errors.contains("'2019'"))
  }

  @Test func `unit and year of a file are taken from the options`() throws {
    let place = try Workplace()
    try place.write(Sample.plain, "sam.csv")
    let run = try place.sam("check", "sam.csv", "--unit", "KES billion", "--year", "2019")
    #expect(run.status == 0 && run.output.contains("2019 (KES billion)"))
  }

  @Test func `every printed result names its closure`() throws {
    let place = try Workplace()
    try place.write(Sample.nexus, "sam.csv")
    let usual = try place.sam("multipliers", "sam.csv").output
    #expect(usual.contains("gov, dtax, stax, s-i, row"))
    let upper = try place.sam("multipliers", "sam.csv", "--exogenous", "s-i,row").output
    #expect(upper.contains("upper case"))
    let kinds = try place.sam(
      "multipliers", "sam.csv", "--exogenous", "@savings,@rest-of-world", "--format", "csv")
    let codes = try place.sam(
      "multipliers", "sam.csv", "--exogenous", "s-i,row", "--format", "csv")
    #expect(kinds.output == codes.output && kinds.column("account").contains("gov"))
  }
}
