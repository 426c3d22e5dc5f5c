package import AccountMatrix
package import Balancing

/// Totals to be met exactly: `code,row_total,column_total`, empty where a total is free.
package enum TotalsTable {
  /// Reads totals as exact controls.
  ///
  /// - Parameter table: the table that is to meet them.
  /// - Throws: `Diagnostic` with the line for a code that the table lacks or that stands twice.
  package static func read(
    _ file: SourceFile, for table: LabelledTable
  ) throws(Diagnostic) -> [Control] {
    let records = try RecordTable(file, required: ["code", "row_total", "column_total"])
    var controls: [Control] = []
    var lines: [String: Int] = [:]
    for record in records.records {
      let code = try records.code(of: record, once: &lines)
      let row = try records.number(record, "row_total")
      let column = try records.number(record, "column_total")
      let isKnown = table.rowIndex(of: code) != nil || table.columnIndex(of: code) != nil
      if !isKnown || row != nil && table.rowIndex(of: code) == nil {
        throw unknown(code, among: table.rows, side: "row", at: records.place(record, "code"))
      }
      if column != nil, table.columnIndex(of: code) == nil {
        throw unknown(code, among: table.columns, side: "column", at: records.place(record, "code"))
      }
      if let row { controls.append(.rowTotal(code, row, source: file.name)) }
      if let column { controls.append(.columnTotal(code, column, source: file.name)) }
    }
    records.noteUnread()
    return controls
  }
}

/// A diagnostic for a code that one side of a table lacks.
func unknown(
  _ code: String, among accounts: [Account], side: String, at place: String
) -> Diagnostic {
  Diagnostic(
    "the table has no \(side) '\(code)'", at: place,
    remedy: suggestion(nearestCodes(to: code, among: accounts.map { $0.code })))
}
