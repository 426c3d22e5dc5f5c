package import AccountMatrix
package import Balancing

/// What is known of single cells: `row,column,value,standard_error`.
///
/// A value replaces that of the table. A standard error of zero fixes the cell;
/// neither value nor standard error says that nothing is known of it.
package enum ReliabilityTable {
  /// Lays the file over a problem.
  ///
  /// - Throws: `Diagnostic` with the line for a cell that the table lacks or that
  ///   stands twice, or a negative standard error.
  package static func apply(
    _ file: SourceFile, to problem: BalancingProblem
  ) throws(Diagnostic) -> BalancingProblem {
    let records = try RecordTable(file, required: ["row", "column", "value", "standard_error"])
    var problem = problem
    var values: [CellAddress: Double] = [:]
    var lines: [CellAddress: Int] = [:]
    for record in records.records {
      let cell = CellAddress(
        try records.requiredText(record, "row"), try records.requiredText(record, "column"))
      if problem.prior.rowIndex(of: cell.row) == nil {
        throw unknown(
          cell.row, among: problem.prior.rows, side: "row", at: records.place(record, "row"))
      }
      if problem.prior.columnIndex(of: cell.column) == nil {
        throw unknown(
          cell.column, among: problem.prior.columns, side: "column",
          at: records.place(record, "column"))
      }
      if let earlier = lines.updateValue(record.line, forKey: cell) {
        throw Diagnostic(
          "the cell stands twice, first on line \(earlier)", at: records.place(record, "row"),
          remedy: "Keep one line for each cell")
      }
      let value = try records.number(record, "value")
      let error = try records.number(record, "standard_error")
      if let error, error < 0 {
        throw Diagnostic(
          "the standard error is \(error.shortest)", at: records.place(record, "standard_error"),
          remedy: "Expected zero (fixed) or more, or nothing")
      }
      values[cell] = value
      switch (value, error) {
      case (_, 0?): problem.reliabilities[cell] = .fixed
      case (_, let error?): problem.reliabilities[cell] = .standardError(error)
      case (nil, nil): problem.reliabilities[cell] = .unknown
      case (_?, nil): break
      }
    }
    records.noteUnread()
    problem.prior = problem.prior.replacing(values)
    return problem
  }
}
