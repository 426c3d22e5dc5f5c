internal import AccountMatrix

extension NumberStyle {
  /// The style of a table's cells, by what its marks can mean.
  ///
  /// Where commas separate the cells, a comma in a cell groups thousands and a
  /// point marks decimals, as a point does where tabs separate them. Else the
  /// first number that can be read in one way only decides: `1.5`, `0,125` or `1.234.567`.
  ///
  /// - Throws: `Diagnostic` if `1,234`, or `1.234` between semicolons, could be either.
  static func style(
    of text: DelimitedText, rows: [DelimitedText.Row], columns: [Int]
  ) throws(Diagnostic) -> NumberStyle {
    if text.delimiter == UInt8(ascii: ",") { return .point }
    // Semicolons separate cells where commas mark decimals, and points may then group thousands.
    let pointIsDoubtful = text.delimiter == UInt8(ascii: ";")
    let (comma, pointMark) = (UInt8(ascii: ","), UInt8(ascii: "."))
    var ambiguous: (row: DelimitedText.Row, column: Int, mark: UInt8)?
    for row in rows {
      for column in columns {
        let content = text.content(row, column)
        let hasComma = content.contains(comma)
        guard hasComma || pointIsDoubtful && content.contains(pointMark) else { continue }
        let asPoint = PrintedNumber(content, style: .point) != nil
        let asComma = PrintedNumber(content, style: .comma) != nil
        if asComma, !asPoint { return .comma }
        if asPoint, !asComma { return .point }
        if asPoint, asComma, ambiguous == nil {
          ambiguous = (row, column, hasComma ? comma : pointMark)
        }
      }
    }
    if let (row, column, mark) = ambiguous {
      throw Diagnostic(
        "'\(String(decoding: text.content(row, column), as: UTF8.self))' could be thousands or "
          + "decimals, and no other cell of the file says which", at: text.place(row, column),
        remedy: "Write the file without a mark between thousands"
          + (mark == pointMark ? ", or separate the cells by commas if points mark decimals" : ""))
    }
    return .point
  }
}
