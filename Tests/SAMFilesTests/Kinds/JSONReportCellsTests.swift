import SocialAccounting
import Testing

@testable import SAMFiles

/// Every cell of a matrix in a report is read or refused.
struct JSONReportCellsTests {
  private func report(_ cell: String, more: String = "") -> SourceFile {
    file(
      """
      {"tables": [{"name": "matrix", "columns": ["account", "a", "b"], "rows": [
      {"account": "a", "a": null, "b": \(cell)\(more)}, {"account": "b", "a": 2.5}]}]}
      """, name: "report.json")
  }

  private func read(_ file: SourceFile) throws(Diagnostic) -> SocialAccountingMatrix {
    try MatrixJSON.read(file, context: SquareTable.Context())
  }

  @Test func `numbers are read and empty cells are zero`() throws {
    let sam = try read(report("2.5"))
    #expect(sam[0, 1] == 2.5 && sam[1, 0] == 2.5 && sam[0, 0] == 0)
  }

  @Test(arguments: ["\"2.5\"", "true", "[2.5]"])
  func `a cell that is no number is refused`(cell: String) {
    #expect(
      complaint { _ = try read(report(cell)) }.mentions("row 1", "column 'b'", "is no number"))
  }

  @Test func `a number under no column is refused`() {
    #expect(
      complaint { _ = try read(report("2.5", more: ", \"c\": 9")) }.mentions(
        "row 1", "'c'", "no column"))
  }
}
