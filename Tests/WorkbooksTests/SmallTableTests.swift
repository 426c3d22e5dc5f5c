import SAMFiles
import SocialAccounting
import Testing
import Workbooks

/// Every small table is read from a workbook as from text.
struct `Small tables in workbooks` {
  private func book(_ lines: String..., other: String? = nil) -> SourceFile {
    var book = ForeignWorkbook(
      lines.enumerated().map { ForeignWorkbook.rows($1, from: $0 + 1) }.joined(), name: "Table")
    if let other { book.sheets.append(("Other", "visible", ForeignWorkbook.rows(other))) }
    return book.file.openingWorkbooks
  }

  @Test func `a table is the sheet that has its columns`() throws {
    let programmes = try [Programme](
      contentsOf: book(
        "programme|name|family|account|share|role|evidence",
        "cash|Cash|social-protection|hhd-r1|0.5|transfer|assumed",
        "cash|Cash|social-protection|hhd-r2|0.5|transfer|assumed", other: "remarks|x"))
    #expect(programmes.map(\.id) == ["cash"])
    let accounts = try [Account](
      contentsOf: book("Accounts of 2022", "code|kind", "gov|government"))
    #expect(accounts.map(\.kind) == [.government])
    let jobs = try Employment(contentsOf: book("account|jobs", "food|120"))
    #expect(jobs.entries.map(\.jobs) == [120])
    let map = try AccountMap(contentsOf: book("code|group", "a|b"))
    #expect(map.entries.map(\.group) == ["b"])
    #expect(
      try [PovertyModel.Group](contentsOf: book("account|population", "hhd-r1|1500000"))
        .map(\.population) == [1_500_000])
    #expect(
      try [Satellite](contentsOf: book("satellite|account|amount|unit", "co2|food|3|t"))
        .map(\.name) == ["co2"])
  }

  @Test func `two sheets with the columns, none, or no lines are refused`() {
    let two = book("code|group", "a|b", other: "code|group")
    #expect(
      complaint { _ = try AccountMap(contentsOf: two) }
        .contains("more than one sheet has the columns 'code', 'group': 'Table', 'Other'"))
    #expect(
      complaint { _ = try AccountMap(contentsOf: book("x|y", "a|b", other: "z|u")) }
        .contains("no sheet has the columns 'code', 'group'"))
    #expect(
      complaint { _ = try AccountMap(contentsOf: book("code|group")) }
        .contains("a header and no lines"))
    #expect(
      complaint { _ = try AccountMap(contentsOf: book("code|group", "a|")) }
        .contains("sheet 'Table', row 2, column 'group'"))
  }

  @Test func `a matrix is read by the same call from text and from a workbook`() throws {
    let sheet = ForeignWorkbook(ForeignWorkbook.rows("|a|b", "a||1.5", "b|1.5|")).file
    let text = SourceFile(name: "m.csv", bytes: Array(",a,b\na,,1.5\nb,1.5,\n".utf8))
    #expect(
      try SocialAccountingMatrix(contentsOf: sheet.openingWorkbooks)["a", "b"]
        == SocialAccountingMatrix(contentsOf: text)["a", "b"])
    #expect(
      complaint { _ = try SocialAccountingMatrix(contentsOf: sheet) }.contains("a workbook"))
  }
}
