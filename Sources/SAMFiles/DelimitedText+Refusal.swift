internal import AccountMatrix

extension DelimitedText {
  /// Why a cell of a table is refused: its place, its row and column, and what stands in it.
  func notANumber(
    _ row: Row, _ column: Int, of codes: (row: String, column: String)
  ) -> Diagnostic {
    let words = String(decoding: content(row, column), as: UTF8.self)
    let at = "\(place(row, column)), row '\(codes.row)', column '\(codes.column)'"
    if allowsShortRows, words.hasPrefix("#") {
      return Diagnostic(
        "the cell holds the error \(words)", at: at,
        remedy: "Correct its formula, or write the number")
    }
    if allowsShortRows, words.hasPrefix("=") {
      return Diagnostic(
        "the formula has no stored value", at: at,
        remedy: "Open the workbook in a spreadsheet program and save it, or write the number")
    }
    return Diagnostic(
      "'\(words)' is not a finite decimal number", at: at,
      remedy: "Write a number such as 1234.5, or leave the cell empty for zero")
  }
}
