import Reporting
import SocialAccounting
import Testing

/// Some rows and columns of a table, in every format.
struct TableSelectionTests {
  private let report = Report(
    command: "test", facts: [],
    tables: [
      Table(
        name: "test", title: "Test",
        columns: [
          Table.Column("programme", importance: .dataOnly), Table.Column("name"),
          Table.Column("one"), Table.Column("two", importance: .dataOnly),
        ],
        rows: [
          [.text("a"), .text("A"), .number(1), .number(2)],
          [.text("b"), .text("B"), .number(3), .number(4)],
          [.text("c"), .text("C"), .number(5), .number(6)],
        ],
        sections: [
          .init(
            "first", rows: [0, 1], summaries: [[.empty, .text("mean"), .number(2), .number(3)]]),
          .init("second", rows: [2]),
        ])
    ])

  @Test func `rows keep their order, columns come as asked for, and averages stay`() throws {
    let narrowed = try report.narrowed(to: ["c", "a"], of: "programme", columns: ["two", "one"])
    let table = narrowed.tables[0]
    #expect(table.csv == "programme,name,two,one\na,A,2,1\nc,C,6,5\n")
    #expect(table.sections.map { $0.title } == ["first", "second"])
    #expect(table.sections[0].rows == [0] && table.sections[1].rows == [1])
    #expect(table.sections[0].summaries == [[.empty, .text("mean"), .number(3), .number(2)]])
    #expect(table.notes.contains { $0.hasPrefix("Averages are of all programmes") })
  }

  @Test func `a section without rows is left out, and all is kept where nothing is asked for`()
    throws
  {
    let one = try report.narrowed(to: ["c"], of: "programme", columns: nil)
    #expect(one.tables[0].sections.map { $0.title } == ["second"])
    #expect(try report.narrowed(to: nil, of: "programme", columns: nil) == report)
  }

  @Test(arguments: [(["d"], nil), (nil, ["thre"]), (["A"], ["two"])] as [([String]?, [String]?)])
  func `a row or a column that is not there is refused`(rows: [String]?, columns: [String]?) {
    #expect(throws: Diagnostic.self) {
      try report.narrowed(to: rows, of: "programme", columns: columns)
    }
  }
}
