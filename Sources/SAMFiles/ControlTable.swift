package import AccountMatrix
package import Balancing

/// Controls: `control,row,column,weight,value,standard_error,source`.
///
/// Lines with the same control add up to one weighted sum; row and column are a
/// code, a group, `*` or `@kind`; an empty weight is 1, an empty standard error says that
/// the control is exact. The value stands on the first line of a control, and
/// may be repeated on the others.
package enum ControlTable {
  /// Reads controls.
  ///
  /// - Parameter table: the table that is to meet them.
  /// - Throws: `Diagnostic` with the line for an account that the table lacks, an
  ///   unknown kind, a cell twice in a control, a negative standard error, or
  ///   lines of a control that disagree.
  package static func read(
    _ file: SourceFile, for table: LabelledTable
  ) throws(Diagnostic) -> [Control] {
    let records = try RecordTable(
      file, required: ["control", "row", "column", "value"],
      optional: ["weight", "standard_error", "source"])
    var controls: [Control] = []
    var positions: [String: Int] = [:]
    var cells: Set<[String]> = []
    for record in records.records {
      let id = try records.requiredText(record, "control")
      let row = try records.requiredText(record, "row")
      let column = try records.requiredText(record, "column")
      let term = Control.Term(
        row: try selector(row, records.place(record, "row"), table.rows, side: "row"),
        column: try selector(
          column, records.place(record, "column"), table.columns, side: "column"),
        weight: try records.number(record, "weight") ?? 1)
      if !cells.insert([id, row, column]).inserted {
        throw Diagnostic(
          "the control '\(id)' names the cell in row '\(row)', column '\(column)' twice",
          at: records.place(record, "row"), remedy: "Name it once, with the sum of the weights")
      }
      let value = try records.number(record, "value")
      let error = try records.number(record, "standard_error")
      if let error, error < 0 {
        throw Diagnostic(
          "the standard error is \(error.shortest)", at: records.place(record, "standard_error"),
          remedy: "Expected zero or more, or nothing where the control is exact")
      }
      if let known = positions[id] {
        if let value, value != controls[known].target {
          throw disagreement(id, "values", records.place(record, "value"))
        }
        if let error, error != controls[known].standardError {
          throw disagreement(id, "standard errors", records.place(record, "standard_error"))
        }
        controls[known].terms.append(term)
        continue
      }
      guard let value else {
        throw Diagnostic(
          "the first line of the control '\(id)' has no value", at: records.place(record, "value"))
      }
      positions[id] = controls.count
      controls.append(
        Control(
          id, terms: [term], target: value, standardError: error,
          source: try records.text(record, "source")))
    }
    records.noteUnread()
    return controls
  }

  private static func selector(
    _ word: String, _ place: String, _ accounts: [Account], side: String
  ) throws(Diagnostic) -> AccountSelector {
    let selector: AccountSelector
    do { selector = try AccountSelector(parsing: word).resolved(among: accounts) } catch {
      throw error.diagnostic.located(at: place)
    }
    if case .named(let name) = selector {
      throw unknown(name, among: accounts, side: side, at: place)
    }
    return selector
  }

  private static func disagreement(_ id: String, _ what: String, _ place: String) -> Diagnostic {
    Diagnostic(
      "the lines of the control '\(id)' have different \(what)", at: place,
      remedy: "Write it on the first line only")
  }
}
