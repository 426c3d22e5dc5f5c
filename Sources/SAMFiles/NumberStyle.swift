internal import AccountMatrix

extension NumberStyle {
  /// The style of a table's cells, by what its marks can mean.
  ///
  /// Where commas separate the cells, a comma in a cell groups thousands. Else a
  /// comma is a decimal mark unless every one of them groups three digits before
  /// a decimal point.
  ///
  /// - Throws: `Diagnostic` if `1,234` could be either.
  static func style(
    of text: DelimitedText, rows: [DelimitedText.Row], columns: [Int]
  ) throws(Diagnostic) -> NumberStyle {
    if text.delimiter == UInt8(ascii: ",") { return .point }
    let comma = UInt8(ascii: ",")
    var ambiguous: (row: DelimitedText.Row, column: Int)?
    for row in rows {
      for column in columns {
        let content = text.content(row, column)
        guard content.contains(comma) else { continue }
        let asPoint = PrintedNumber(content, style: .point) != nil
        let asComma = PrintedNumber(content, style: .comma) != nil
        if asComma, !asPoint { return .comma }
        if asPoint, !asComma { return .point }
        if asPoint, asComma { ambiguous = (row, column) }
      }
    }
    if let (row, column) = ambiguous {
      throw Diagnostic(
        "'\(String(decoding: text.content(row, column), as: UTF8.self))' could be thousands or "
          + "decimals, and no other cell of the file says which", at: text.place(row, column),
        remedy: "Write the file without a mark between thousands")
    }
    return .point
  }
}
