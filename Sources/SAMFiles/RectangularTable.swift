public import AccountMatrix
public import Balancing
internal import LinearAlgebra

/// A table whose rows and columns are different accounts, such as a supply or use table.
///
/// The first row holds the codes of the columns, the first column those of the rows.
public enum RectangularTable {
  /// Reads a table, or `nil` where rows and columns have the same codes: then
  /// `SquareTable` reads the file.
  ///
  /// - Throws: `Diagnostic` naming line and account: a ragged row, a cell that is
  ///   no number, a code twice, a row or column of totals.
  public static func read(_ file: SourceFile) throws(Diagnostic) -> LabelledTable? {
    let text = try DelimitedText(file)
    guard let header = text.rows.first(where: { !text.isBlank($0) }) else {
      throw Diagnostic("the file has no header row", at: file.name)
    }
    var columns: [String] = []
    for column in 1..<max(1, header.fields.count) {
      columns.append(try text.text(header, column))
    }
    while columns.last == "" { columns.removeLast() }
    let body = text.rows.filter { $0.line > header.line && !text.isBlank($0) }
    var rows: [String] = []
    for row in body { rows.append(try text.text(row, 0)) }
    if Set(rows).subtracting(["total"]) == Set(columns).subtracting(["total"]) { return nil }
    if let total = (rows + columns).first(where: { $0.lowercased() == "total" }) {
      throw Diagnostic(
        "'\(total)' is no account", at: file.name,
        remedy: "Remove printed totals, and give those to be met with \(.giveTotals)")
    }
    var cells = Matrix(rows: rows.count, columns: columns.count)
    for (i, row) in body.enumerated() {
      guard row.fields.count > columns.count else {
        throw Diagnostic(
          "the line of '\(rows[i])' has \(row.fields.count) cells where the header has "
            + "\(columns.count + 1)", at: "\(file.name): line \(row.line)",
          remedy: "Every row needs a cell for every column")
      }
      for (j, code) in columns.enumerated() {
        let content = text.content(row, j + 1)
        if content.isEmpty { continue }
        guard let number = PrintedNumber(content, style: .point) else {
          throw Diagnostic(
            "'\(String(decoding: content, as: UTF8.self))' is not a finite decimal number",
            at: "\(file.name): line \(row.line), row '\(rows[i])', column '\(code)'",
            remedy: "Write a number such as 1234.5, or leave the cell empty for zero")
        }
        cells[i, j] = number.value
      }
    }
    do {
      return try LabelledTable(
        rows: rows.map { Account(code: $0) }, columns: columns.map { Account(code: $0) },
        cells: cells)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}
