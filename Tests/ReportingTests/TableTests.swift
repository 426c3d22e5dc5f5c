import Foundation
import Reporting
import SocialAccounting
import Testing

/// One table in every format: the same numbers everywhere.
struct TableTests {
  private let table = Table(
    name: "example", title: "A table | of 100 % & more",
    columns: [
      Table.Column("id", importance: .dataOnly), Table.Column("name", heading: "programme"),
      Table.Column("gdp", heading: "GDP,\nfree", decimals: 2),
      Table.Column("tax_back", heading: "tax\nback", decimals: 3, importance: .useful),
      Table.Column("remark", importance: .displayOnly),
    ],
    rows: [
      [.text("a"), .text("Care, \"free\""), .number(1.005), .number(-0.0004), .text("x")],
      [.text("b"), .text("Roads <new>"), .number(-12.3456789), .empty, .text("y")],
    ],
    sections: [
      Table.Section("Second first", rows: [1]),
      Table.Section(
        "Then the first", rows: [0],
        summaries: [[.empty, .text("= average"), .number(0.5), .empty, .empty]]),
    ], notes: ["A note of several words that has to be broken between words and not inside them."])

  @Test func `CSV holds every digit, in the order of the data, without display columns`() {
    let lines = [
      "id,name,gdp,tax_back", "a,\"Care, \"\"free\"\"\",1.005,-0.0004",
      "b,Roads <new>,-12.3456789,",
    ]
    #expect(table.csv == lines.joined(separator: "\n") + "\n")
  }

  @Test func `a word that a terminal parts is whole in documents`() {
    let parted = Table(
      name: "t", title: "T", columns: [Table.Column("x", heading: "total\nback-\nward")],
      rows: [[.number(1)]])
    #expect(parted.text(width: 40).contains("back-\n"))
    let report = Report(command: "t", facts: [], tables: [parted])
    for format in [Report.Format.markdown, .latex, .html] {
      #expect(report.rendered(as: format).contains("total backward"), "\(format)")
    }
  }

  @Test(arguments: [40, 60, 80, 100])
  func `no line of a terminal table is longer than the terminal`(width: Int) {
    for line in table.text(width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `a terminal table shows sections, summaries and rounded numbers flush right`() {
    let lines = table.text(width: 80).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("Roads <new>") && $0.contains("-12.35") })
    #expect(lines.contains { $0.hasPrefix("= average") && $0.contains("0.50") })
    // Minus four ten-thousandths rounds to zero, which has no sign.
    #expect(
      lines.contains { $0.hasPrefix("Care") && $0.contains(" 0.000") && !$0.contains("-0.0") })
    let second = lines.firstIndex { $0 == "Second first" } ?? 0
    let first = lines.firstIndex { $0 == "Then the first" } ?? 0
    #expect(second < first)
  }

  @Test func `words longer than their column are wrapped, never cut`() {
    let long = String(repeating: "household ", count: 20)
    let table = Table(
      name: "t", title: "", columns: [Table.Column("name"), Table.Column("value")],
      rows: [[.text(long), .number(1)]])
    let words = table.text(width: 50).split { $0 == " " || $0 == "\n" }
    #expect(words.count { $0 == "household" } == 20)
  }

  @Test func `JSON parses and holds the same doubles`() throws {
    let report = Report(
      command: "compare", facts: [Report.Fact("matrix", "line\nbreak \"quoted\" \\ é")],
      tables: [table])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json).utf8))
        as? [String: Any])
    let facts = try #require(object["facts"] as? [String: String])
    #expect(facts["matrix"] == "line\nbreak \"quoted\" \\ é")
    let tables = try #require(object["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(rows[1]["gdp"] as? Double == -12.3456789)
    #expect(rows[1]["tax_back"] is NSNull)
    #expect(rows[1]["remark"] == nil)
  }

  @Test func `Markdown, LaTeX and HTML escape their own characters`() {
    #expect(table.markdown.contains("| Roads \\<new\\> | -12.35 |"))
    #expect(table.latex.contains("\\caption{A table | of 100 \\% \\& more}"))
    #expect(table.latex.contains("Roads <new> & -12.35"))
    #expect(table.html.contains("<th scope=\"row\">Roads &lt;new&gt;</th>"))
    #expect(table.html.contains("Care, &quot;free&quot;"))
  }

  @Test func `a table asked for by name stands alone`() throws {
    var other = table
    other.name = "other"
    let report = Report(command: "c", facts: [], tables: [table], supplements: [other])
    #expect(report.tableNames == ["example", "other"])
    #expect(try report.selecting("other").tables.map(\.name) == ["other"])
    #expect(throws: Diagnostic("there is no table 'none'", remedy: "Expected example, other")) {
      try report.selecting("none")
    }
    #expect(!report.rendered(as: .table).isEmpty)
    #expect(report.rendered(as: .csv) == table.csv)
  }
}
