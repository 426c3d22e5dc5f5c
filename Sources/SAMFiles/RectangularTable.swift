package import AccountMatrix
package import Balancing
internal import LinearAlgebra

/// A table whose rows and columns are different accounts, such as a supply or use table.
///
/// The first row holds the codes of the columns, the first column those of the rows.
package enum RectangularTable {
  /// Reads a table, or `nil` where rows and columns have the same codes: then
  /// `SquareTable` reads the file.
  ///
  /// - Throws: `Diagnostic` naming line and account: a ragged row, a cell that is
  ///   no number, a code twice, a row or column of totals.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> LabelledTable? {
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
    let style = try NumberStyle.style(of: text, rows: body, columns: columns.indices.map { $0 + 1 })
    var cells = Matrix(rows: rows.count, columns: columns.count)
    var ledger = NumberLedger()
    for (i, row) in body.enumerated() {
      let surplus = (0..<row.fields.count).dropFirst(columns.count + 1)
      guard row.fields.count > columns.count, surplus.allSatisfy({ text.isBlank(row, $0) }) else {
        throw Diagnostic(
          "the line of '\(rows[i])' has \(row.fields.count) cells where the header has "
            + "\(columns.count + 1)", at: "\(file.name): line \(row.line)",
          remedy: "Every row needs a cell for every column")
      }
      for (j, code) in columns.enumerated() {
        switch text.cell(row, j + 1, style: style) {
        case .blank, .mark: continue
        case .words: throw text.notANumber(row, j + 1, of: (rows[i], code))
        case .number(let number):
          ledger.find(number.value)
          ledger.place(number.value)
          cells[i, j] = number.value
        }
      }
    }
    try ledger.requireClosed(matrixSum: cells.rowSums.reduce(0, +), at: file.name)
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
