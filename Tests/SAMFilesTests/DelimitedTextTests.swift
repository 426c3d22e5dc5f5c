import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// Separated text, byte by byte.
struct DelimitedTextTests {
  private func rows(_ text: String) throws -> [[String]] {
    let table = try DelimitedText(file(text))
    return try table.rows.map { row in
      try (0..<row.fields.count).map { try table.text(row, $0) }
    }
  }

  private func refusal(_ text: String) -> String { complaint { _ = try rows(text) } }
  private func refusal(bytes: [UInt8]) -> String {
    complaint { _ = try DelimitedText(SourceFile(name: "table.csv", bytes: bytes)) }
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\r1,2", "\u{FEFF}a,b\r\n1,2\r\n",
    "a;b\n1;2\n", "a\tb\n1\t2\n", "\"a\",\"b\"\n\"1\",\"2\"\n", " a , b \n 1 ,\t2\n",
  ])
  func `line ends, marks, quotes and separators do not matter`(text: String) throws {
    #expect(try rows(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `quotes hold separators, line ends and doubled quotes`() throws {
    #expect(
      try rows("a,\"b, \"\"c\"\"\nd\",e\n1,,\"\"\n") == [
        ["a", "b, \"c\"\nd", "e"], ["1", "", ""],
      ])
  }

  @Test func `a quote inside an unquoted field is a character`() throws {
    #expect(try rows("5\" pipe,b\n1,2\n") == [["5\" pipe", "b"], ["1", "2"]])
  }

  @Test func `lines are counted through quoted line ends and carriage returns`() throws {
    for text in ["a,\"x\ny\"\nb,2\n", "a,\"x\r\ny\"\r\nb,2\r\n"] {
      #expect(try DelimitedText(file(text)).rows.map(\.line) == [1, 3])
    }
    #expect(try DelimitedText(file("a,b\r\rc,d\r")).rows.map(\.line) == [1, 2, 3])
  }

  @Test func `an unclosed quote names the line where it opens`() {
    #expect(refusal("a,b\n1,2\n3,\"4\n5,6\n").mentions("table.csv: line 3", "never closed"))
  }

  @Test func `text behind a closing quote is refused with its line`() {
    #expect(refusal("a,b\n\"1\"2,3\n").mentions("table.csv: line 2", "closing quote"))
  }

  @Test func `decimal commas and commas in names do not hide semicolons`() throws {
    let text =
      "name;code;a;b\nCoffee, tea, cocoa, and, spices;a;1,5;2,5\nMaize, rice, other;b;3,5;4,5\n"
    #expect(try DelimitedText(file(text)).delimiter == UInt8(ascii: ";"))
    #expect(try rows(text).allSatisfy { $0.count == 4 })
  }

  @Test func `semicolons in notes do not hide commas`() throws {
    let text = "code,note\na,one; two; three; four\nb,five; six\nc,seven\n"
    #expect(try rows(text).allSatisfy { $0.count == 2 })
  }

  @Test func `a single column has no separator`() throws {
    #expect(try rows("code\na\nb\n") == [["code"], ["a"], ["b"]])
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read by its mark, in either order of bytes`(lowFirst: Bool) throws {
    let units = Array("a,\u{e9}\n1,2\n".utf16)
    let bytes = ([0xFEFF] + units).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return lowFirst ? pair : pair.reversed()
    }
    let table = try DelimitedText(SourceFile(name: "table.csv", bytes: bytes))
    #expect(try table.texts(table.rows[0]) == ["a", "\u{e9}"])
    #expect(table.notes.isEmpty)
    #expect(refusal(bytes: bytes.dropLast()).mentions("table.csv", "UTF-16", "cut short"))
  }

  @Test func `binary content is refused with the first byte that is no text`() {
    #expect(refusal(bytes: [0x61, 0x2C, 0x00, 0x62]).mentions("not text", "byte 3"))
  }

  @Test func `a workbook is told from text`() {
    #expect(
      refusal(bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]).mentions("workbook", "Save", "CSV"))
  }

  @Test func `text that is not UTF-8 is Windows-1252, which a note says`() throws {
    let bytes = Array("a,b\n1,".utf8) + [0xE9, 0x92, 0x0A]
    let table = try DelimitedText(SourceFile(name: "table.csv", bytes: bytes))
    #expect(try table.text(table.rows[1], 1) == "\u{e9}\u{2019}")
    #expect(table.notes.first?.mentions("table.csv", "Windows-1252", "line 2") == true)
  }

  @Test(arguments: [
    ([0xC3, 0xA9, 0x2C, 0xE9], "line 1"), ([0x61, 0x0A, 0x81], "line 2"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0xE9], "line 1"),
  ])
  func `text that mixes two encodings or has none is refused with its line`(
    bytes: [UInt8], place: String
  ) {
    #expect(refusal(bytes: bytes).mentions("table.csv", place, "UTF-8"))
  }

  @Test func `fields survive quoting whatever they hold`() throws {
    let alphabet = Array("ab ,;\"\n\té日".unicodeScalars)
    var generator = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let fields = (0..<3).map { _ in
        var text = "x"
        for _ in 0..<generator.index(below: 6) {
          text.unicodeScalars.append(alphabet[generator.index(below: alphabet.count)])
        }
        return text + "x"
      }
      let line = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      // Two rows of one form, so that the separator is the comma.
      let text = line.joined(separator: ",") + "\n" + line.joined(separator: ",") + "\n"
      #expect(try rows(text) == [fields, fields])
    }
  }

  @Test func `random bytes are read or refused and never trap`() {
    let alphabet: [UInt8] = Array("a1,;\"\r\n\t -".utf8) + [0xEF, 0xBB, 0xBF, 0xC3, 0xFF]
    var generator = SplitMix64(seed: 11)
    var readable = 0
    for _ in 0..<3_000 {
      let bytes = (0..<generator.index(below: 60)).map { _ in
        alphabet[generator.index(below: alphabet.count)]
      }
      let source = SourceFile(name: "noise", bytes: bytes)
      if let table = try? DelimitedText(source) {
        readable += 1
        for row in table.rows { _ = try? table.text(row, 0) }
      }
      _ = try? SquareTable.read(source)
      _ = try? AccountTable.read(source)
      _ = try? AccountMapTable.read(source)
      _ = try? ProgrammeTable.read(source)
    }
    #expect(readable > 100)
  }
}
