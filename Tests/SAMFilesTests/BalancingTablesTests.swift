import Balancing
import SocialAccounting
import Testing

/// Totals, controls and errors for balancing, and rectangular tables.
struct BalancingTablesTests {
  private func source(_ text: String) -> SourceFile {
    SourceFile(name: "input.csv", bytes: Array(text.utf8))
  }

  private func prior() throws -> LabelledTable {
    try LabelledTable(rows: ["a", "b"], columns: ["a", "b"], values: [[0, 5], [4, 0]])
  }

  /// The message with which a reader fails; empty if it does not.
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test func `totals become exact controls, and empty ones are free`() throws {
    let controls = try TotalsTable.read(
      source("code,row_total,column_total\na,5,\nb,,6\n"), for: try prior())
    #expect(controls.map(\.id) == ["row total of a", "column total of b"])
    #expect(controls.map(\.target) == [5, 6])
    #expect(controls.allSatisfy { $0.isExact })
  }

  @Test(arguments: [
    ("code,row_total,column_total\na,5,\nx,1,1\n", "line 3", "'x'"),
    ("code,row_total,column_total\na,5,\na,1,1\n", "line 3", "twice"),
    ("code,row_total,column_total\na,five,\n", "line 2", "five"),
  ])
  func `bad totals are refused with their line`(text: String, line: String, part: String) throws {
    let table = try prior()
    let message = message { _ = try TotalsTable.read(source(text), for: table) }
    #expect(message.contains(line) && message.contains(part), "\(message)")
  }

  @Test func `lines of a control add up to one sum`() throws {
    let controls = try ControlTable.read(
      source(
        """
        control,row,column,weight,value,standard_error,source
        gap,a,*,,0,2,survey
        gap,b,@household,-0.5,,,
        one,a,b,1,5,,
        """), for: try prior())
    #expect(controls.count == 2)
    #expect(
      controls[0].terms == [
        Control.Term(row: .account("a"), column: .all, weight: 1),
        Control.Term(row: .account("b"), column: .kind(.household), weight: -0.5),
      ])
    #expect(controls[0].standardError == 2 && controls[0].source == "survey")
    #expect(controls[1].isExact)
  }

  @Test(arguments: [
    ("c,a,x,1,5,,", "line 2", "'x'"), ("c,a,@x,1,5,,", "line 2", "'@x'"),
    ("c,a,b,1,5,-1,", "line 2", "-1"), ("c,a,b,1,,,", "line 2", "no value"),
    ("c,a,b,1,5,,\nc,a,b,1,5,,", "line 3", "twice"),
    ("c,a,b,1,5,,\nc,b,a,1,6,,", "line 3", "different values"),
  ])
  func `bad controls are refused with their line`(text: String, line: String, part: String) throws {
    let table = try prior()
    let header = "control,row,column,weight,value,standard_error,source\n"
    let message = message { _ = try ControlTable.read(source(header + text), for: table) }
    #expect(message.contains(line) && message.contains(part), "\(message)")
  }

  @Test func `cells are fixed, unknown, replaced or given an error`() throws {
    let problem = try ReliabilityTable.apply(
      source("row,column,value,standard_error\na,b,7,0\nb,a,,\na,a,2,1.5\nb,b,3,\n"),
      to: BalancingProblem(prior: try prior()))
    #expect(problem.reliabilities[CellAddress("a", "b")] == .fixed)
    #expect(problem.reliabilities[CellAddress("b", "a")] == .unknown)
    #expect(problem.reliabilities[CellAddress("a", "a")] == .standardError(1.5))
    #expect(problem.reliabilities[CellAddress("b", "b")] == nil)
    #expect(try problem.prior["a", "b"] == 7 && problem.prior["b", "b"] == 3)
  }

  @Test(arguments: [
    ("a,x,1,1", "line 2", "'x'"), ("a,b,1,-1", "line 2", "-1"),
    ("a,b,1,1\na,b,1,1", "line 3", "twice"),
  ])
  func `bad errors are refused with their line`(text: String, line: String, part: String) throws {
    let problem = BalancingProblem(prior: try prior())
    let message = message {
      _ = try ReliabilityTable.apply(
        source("row,column,value,standard_error\n" + text), to: problem)
    }
    #expect(message.contains(line) && message.contains(part), "\(message)")
  }

  @Test func `a rectangular table is read, and a square one left to its reader`() throws {
    let table = try #require(try RectangularTable.read(source("account,x,y\na,1,\nb,2,3\n")))
    #expect(table.rows.map(\.code) == ["a", "b"] && table.columns.map(\.code) == ["x", "y"])
    #expect(try table["b", "y"] == 3 && table["a", "y"] == 0)
    let square = try RectangularTable.read(source("account,a,b\na,1,\nb,2,3\n"))
    #expect(square == nil)
  }

  @Test(arguments: [
    ("account,x,y\na,1\n", "line 2", "'a'"), ("account,x,y\na,1,one\n", "line 2", "one"),
    ("account,x,total\na,1,1\n", "", "to be met with `BalancingProblem`"),
    ("account,x,y\na,1,2\na,1,2\n", "", "twice"),
  ])
  func `bad rectangular tables are refused`(text: String, line: String, part: String) {
    let message = message { _ = try RectangularTable.read(source(text)) }
    #expect(message.contains(line) && message.contains(part), "\(message)")
  }
}
