import Testing

@testable import AccountMatrix
@testable import Reporting

/// Text of a file is hostile: no output hands its control characters, marks of direction, links or
/// markup on.
struct UntrustedTextTests {
  private static let hostile = "a\u{1B}[31mb\u{202E}c<script>|[x](http://e)\\end{x}\nd\u{9B}e\u{0}"

  private static let table = Table(
    name: "t", title: "About \(hostile)",
    columns: [Table.Column("account"), Table.Column("value")],
    rows: [[.text(hostile), .number(1)]], sections: [Table.Section(hostile, rows: [0])],
    notes: ["Of \(hostile)."])

  private static let outputs: [(name: String, text: String)] = [
    ("text", table.text(width: 200)), ("markdown", table.markdown), ("latex", table.latex),
    ("html", table.html), ("message", Diagnostic("'\(hostile)' is no account").description),
  ]

  @Test(arguments: outputs.map { $0.name })
  func `no output holds a character that acts`(_ name: String) throws {
    let text = try #require(Self.outputs.first { $0.name == name }).text
    let acting = text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E)
    }
    #expect(acting.isEmpty, "\(acting.map { $0.value })")
    #expect(text.contains("u\\{1B") || text.contains("\\u{1B}") || text.contains("u\\{1B\\}"))
  }

  @Test func `markup of a file is not markup of the page`() {
    #expect(!Self.table.html.contains("<script>"))
    #expect(!Self.table.markdown.contains("<script>".replacing("<", with: " <")))
    #expect(Self.table.markdown.contains("\\<script\\>") && Self.table.markdown.contains("\\[x\\]"))
    #expect(!Self.table.latex.contains("\\end{x}"))
  }

  @Test func `a line break in a cell breaks no table`() {
    let lines = Self.table.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 4)
  }

  @Test func `a long quotation is cut, words around it are not`() {
    let long = String(repeating: "x", count: 300)
    let message = Diagnostic(
      "the account's name '\(long)' is unknown", at: "file.csv", remedy: "Correct it"
    ).description
    #expect(message.utf8.count < 160, "\(message)")
    #expect(message.hasPrefix("file.csv: the account's name 'xxx"))
    #expect(message.hasSuffix("…' is unknown. Correct it."))
    let plain =
      "the account's share isn't one of 'a', 'b' or 'c', and that is what the sum of it asks"
    #expect(plain.asMessage == plain)
  }

  @Test func `nobody misspells a label of a thousand bytes`() {
    #expect(nearestCodes(to: String(repeating: "a", count: 65), among: ["aaa"]).isEmpty)
    #expect(
      nearestCodes(to: "gvo", among: ["gov", String(repeating: "g", count: 10_000)]) == ["gov"])
  }

  @Test(arguments: ["=1+1", "@sum", String(repeating: "c", count: 1001)])
  func `a code that a spreadsheet runs, or nobody reads, is refused`(_ code: String) {
    let failure = #expect(throws: SocialAccountingMatrix.Failure.self) {
      try SocialAccountingMatrix(
        accounts: [Account(code: code), Account(code: "b")], flows: [[0, 1], [1, 0]],
        unit: .unstated)
    }
    #expect(failure?.diagnostic.remedy != nil)
  }

  @Test func `no text of a CSV table is run by a spreadsheet`() {
    let texts = ["=1+1", "+1", "-a", "@sum", "plain"]
    let table = Table(
      name: "t", title: "", columns: [Table.Column("a")], rows: texts.map { [.text($0)] })
    #expect(table.withoutFormulas.csv == "a\n'=1+1\n'+1\n'-a\n'@sum\nplain\n")
  }
}
