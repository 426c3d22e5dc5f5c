import SAMFiles
import SAMFixtures
import SocialAccounting
import Testing

@testable import Workbooks

struct `Hostile workbooks are refused` {
  private func refusal(_ book: ForeignWorkbook) -> String {
    complaint { _ = try WorkbookReader.read(book.file) }
  }

  @Test(.timeLimit(.minutes(1))) func `a bomb is refused before it unfolds`() throws {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("xl/workbook.xml", [UInt8](repeating: 0x20, count: 200 << 20))
    let file = SourceFile(name: "bomb.xlsx", bytes: zip.archive)
    #expect(file.bytes.count < 1 << 20)
    #expect(complaint { _ = try WorkbookReader.read(file) } != "")
    let part = try #require(try ZipArchive(file).open("xl/workbook.xml"))
    var unfolded = 0
    let message = complaint {
      while true {
        let piece = try part.read()
        if piece.isEmpty { return }
        unfolded += piece.count
      }
    }
    #expect(
      message.hasPrefix(
        "bomb.xlsx: with the part 'xl/workbook.xml' the workbook unfolds to more than 64 MiB"))
    #expect(unfolded <= 64 << 20)
  }

  @Test(.timeLimit(.minutes(1)))
  func `many parts that unfold a little each share one budget`() throws {
    var zip = ZipWriter()
    let blanks = [UInt8](repeating: 0x20, count: 16 << 20)
    for part in 1...5 { zip.add("part\(part)", blanks) }
    let archive = try ZipArchive(SourceFile(name: "many.xlsx", bytes: zip.archive))
    #expect(archive.bytes.count < 1 << 20)
    func readWhole(_ name: String) throws {
      let part = try #require(try archive.open(name))
      while try !part.read().isEmpty {}
    }
    for part in 1...4 { try readWhole("part\(part)") }
    #expect(
      complaint { try readWhole("part5") }.contains("the workbook unfolds to more than 64 MiB"))
  }

  @Test func `parts that share bytes are refused`() throws {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8))
    var bytes = zip.archive
    // The directory's second entry is made to point at the first part, whose size it takes over.
    let heads = bytes.indices.dropLast(3).filter {
      Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 0x01, 0x02]
    }
    try #require(heads.count == 2)
    for k in [16, 17, 18, 19, 20, 21, 22, 23] + Array(42..<46) {
      bytes[heads[1] + k] = bytes[heads[0] + k]
    }
    let message = complaint {
      _ = try ZipArchive(SourceFile(name: "shared.xlsx", bytes: bytes))
    }
    #expect(
      message.contains(
        "the parts '[Content_Types].xml' and 'xl/workbook.xml' share bytes of the archive"))
  }

  @Test func `a part that stands twice is refused`() {
    var zip = ZipWriter()
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8))
    zip.add("xl/workbook.xml", Array("<workbook></workbook>".utf8))
    #expect(
      complaint { _ = try ZipArchive(SourceFile(name: "twice.xlsx", bytes: zip.archive)) }
        .contains("the archive holds 'xl/workbook.xml' twice"))
  }

  @Test func `a part whose checksum is another's is refused`() throws {
    var bytes = ForeignWorkbook(ForeignWorkbook.rows("|a|b", "a||1", "b|1|")).file.bytes
    #expect(
      try WorkbookReader.read(SourceFile(name: "book.xlsx", bytes: bytes)).accounts.count == 2)
    let heads = bytes.indices.dropLast(3).filter {
      Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 0x01, 0x02]
    }
    bytes[try #require(heads.last) + 16] ^= 1
    #expect(
      complaint { _ = try WorkbookReader.read(SourceFile(name: "book.xlsx", bytes: bytes)) }
        .contains("xl/worksheets/sheet1.xml"))
  }

  @Test func `a part behind a password or packed in another way is refused`() throws {
    var zip = ZipWriter()
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8))
    let plain = zip.archive
    let head = try #require(
      plain.indices.dropLast(3).first { Array(plain[$0..<$0 + 4]) == [0x50, 0x4B, 0x01, 0x02] })
    #expect(throws: Never.self) { try ZipArchive(SourceFile(name: "plain.xlsx", bytes: plain)) }
    // The first flag says that a part is encrypted; method 12 is bzip2.
    for (place, value) in [(8, plain[head + 8] | 1), (10, 12)] {
      var bytes = plain
      bytes[head + place] = value
      #expect(
        complaint { _ = try ZipArchive(SourceFile(name: "locked.xlsx", bytes: bytes)) }
          .contains("the part 'xl/workbook.xml' is encrypted or packed in an unusual way"))
    }
  }

  @Test func `two sheets that are one part are refused`() {
    var book = ForeignWorkbook(ForeignWorkbook.rows("|a", "a|1"))
    book.sheets.append(book.sheets[0])
    book.sheetTarget = "worksheets/sheet1.xml"
    #expect(refusal(book).contains("are the same part of the archive"))
  }

  @Test func `entities are refused, so that they cannot multiply`() {
    var book = ForeignWorkbook(ForeignWorkbook.rows("|a"))
    book.prolog = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>"
    #expect(refusal(book).contains("declares a document type or entities"))
    book.prolog = ""
    book.sheets[0].data = ForeignWorkbook.rows("&lol;")
    #expect(refusal(book).contains("uses the entity 'lol'"))
  }

  @Test func `a sheet that lies in another file is not looked for`() {
    var book = ForeignWorkbook(ForeignWorkbook.rows("|a", "a|1"))
    book.targetMode = "TargetMode=\"External\" "
    book.sheetTarget = "file:///etc/passwd"
    #expect(refusal(book).contains("no sheet holds a matrix"))
  }

  @Test func `a column beyond XFD and a row beyond the last are no places`() {
    for place in ["XFE1", "ZZZZZZZZZZ1", "A1048577", "A0", "1A", "A99999999999999999999"] {
      let book = ForeignWorkbook("<row><c r=\"\(place)\"><v>1</v></c></row>")
      #expect(refusal(book).contains("'\(place)' is no place in a sheet"), "\(place)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a cell in the last column of every row is too much`() {
    let rows = (1...10_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
    #expect(
      refusal(ForeignWorkbook(rows.joined()))
        .contains("the sheet is larger than this program reads"))
  }

  @Test func `a header of many codes over few cells allocates nothing`() {
    let names = (0..<9_000).map { "c\($0)" }
    let header = ForeignWorkbook.rows("|" + names.joined(separator: "|"))
    let rows = names.enumerated().map { ForeignWorkbook.rows($1, from: $0 + 2) }
    #expect(
      refusal(ForeignWorkbook(header + rows.joined()))
        .contains("the table names 9000 accounts for"))
  }

  @Test func `a cell that stands twice is refused`() {
    let book = ForeignWorkbook(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")
    #expect(refusal(book).contains("sheet 'SAM', cell A1: the cell stands twice or out of order"))
  }

  @Test func `tags nested without end are refused`() {
    let book = ForeignWorkbook(String(repeating: "<x>", count: 10_000))
    #expect(refusal(book).contains("is nested too deeply"))
  }

  @Test func `other archives and old workbooks are named for what they are`() {
    var zip = ZipWriter()
    zip.add("readme.txt", [65])
    #expect(
      complaint { _ = try WorkbookReader.read(SourceFile(name: "a.zip", bytes: zip.archive)) }
        .contains("an archive, but no XLSX workbook"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(
      complaint { _ = try WorkbookReader.read(SourceFile(name: "a.xls", bytes: old)) }
        .contains("an old or an encrypted Excel workbook"))
  }

  @Test func `a workbook cut short or with a flipped bit is refused or read, never a crash`() {
    let bytes = ForeignWorkbook(
      ForeignWorkbook.rows("|a|b|total", "a||2|2", "b|2||2", "total|2|2|")
    ).file.bytes
    for length in stride(from: 4, to: bytes.count, by: 7) {
      let file = SourceFile(name: "cut.xlsx", bytes: Array(bytes[..<length]))
      #expect(complaint { _ = try WorkbookReader.read(file) } != "")
    }
    var random = SplitMix64(seed: 8)
    var refused = 0
    for _ in 0..<2_000 {
      var flipped = bytes
      flipped[random.index(below: bytes.count)] ^= UInt8(1 << random.index(below: 8))
      let file = SourceFile(name: "flipped.xlsx", bytes: flipped)
      if complaint({ _ = try WorkbookReader.read(file) }) != "" { refused += 1 }
    }
    #expect(refused > 1_000)
  }
}
