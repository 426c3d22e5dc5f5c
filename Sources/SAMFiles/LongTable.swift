internal import AccountMatrix

/// A matrix as one cell a line: the row account, the column account, the value.
///
/// The columns are known by their titles, in any order, with other columns between them.
enum LongTable {
  private static let rowTitles: Set<String> = [
    "row", "rows", "receiver", "recipient", "to", "receipts", "income", "i",
  ]
  private static let columnTitles: Set<String> = [
    "column", "columns", "col", "payer", "from", "payments", "expenditure", "j",
  ]
  private static let valueTitles: Set<String> = ["value", "values", "amount", "flow", "x"]

  /// Where the three columns stand, below which row.
  struct Header {
    let position: Int
    let row: Int
    let column: Int
    let value: Int
  }

  /// The header of a long table, or `nil` if a text is none.
  static func header(of text: DelimitedText) throws(Diagnostic) -> Header? {
    guard let position = text.rows.firstIndex(where: { !text.isBlank($0) }) else { return nil }
    var titles: [String] = []
    for field in 0..<min(16, text.rows[position].fields.count) {
      titles.append(try text.text(text.rows[position], field).lowercased())
    }
    guard let row = titles.firstIndex(where: rowTitles.contains),
      let column = titles.firstIndex(where: columnTitles.contains),
      let value = titles.firstIndex(where: valueTitles.contains)
    else { return nil }
    return Header(position: position, row: row, column: column, value: value)
  }

  /// Reads a matrix.
  ///
  /// - Throws: `Diagnostic` with the line for an empty code, a cell that stands
  ///   twice, or a value that is no number.
  static func read(
    _ text: DelimitedText, header: Header, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let body = text.rows[(header.position + 1)...].filter { !text.isBlank($0) }
    var sam = try NumberStyle.settled(
      in: text, rows: Array(body), columns: [header.value]
    ) { style throws(Diagnostic) in
      try matrix(text, header: header, body: body, style: style, context: context)
    }
    sam.readingNotes = text.notes + sam.readingNotes
    return sam
  }

  /// The matrix, its numbers read in one style.
  private static func matrix(
    _ text: DelimitedText, header: Header, body: [DelimitedText.Row], style: NumberStyle,
    context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    var flows = FlowList(name: text.name)
    for row in body {
      func code(_ field: Int, _ title: String) throws(Diagnostic) -> String {
        let code = try text.text(row, field)
        if code.isEmpty {
          throw Diagnostic(
            "the line names no \(title) account", at: text.place(row, field),
            remedy: "Expected row, column and value on each line")
        }
        return code
      }
      let content = text.content(row, header.value)
      guard let number = text.number(row, header.value, style: style) else {
        throw Diagnostic(
          content.isEmpty
            ? "the value is missing"
            : "'\(String(decoding: content, as: UTF8.self))' is not a finite decimal number",
          at: text.place(row, header.value), remedy: "Write a number such as 1234.5")
      }
      try flows.add(
        row: try code(header.row, "row"), column: try code(header.column, "column"), number,
        line: row.line)
    }
    return try flows.matrix([:], context: context, title: "")
  }
}
