internal import AccountMatrix
internal import SAMFiles

extension Table {
  /// The table as CSV (RFC 4180 with LF): a header row, rows in the order of the
  /// data, numbers in the shortest text that reads back to the same double.
  public var csv: String {
    let shown = dataColumns
    var text = shown.map { columns[$0].id.csvField }.joined(separator: ",") + "\n"
    for row in rows {
      for (position, column) in shown.enumerated() {
        if position > 0 { text += "," }
        switch row[column] {
        case .text(let words): text += words.csvField
        case .number(let value): text += value.shortest
        case .count(let value): text += String(value)
        case .empty: break
        }
      }
      text += "\n"
    }
    return text
  }

  /// The table with an apostrophe before each text that a spreadsheet would run (OWASP 2023, CSV
  /// injection).
  package var withoutFormulas: Table {
    var table = self
    table.rows = rows.map { row in
      row.map { cell in
        guard case .text(let words) = cell, let first = words.first, "=+-@\t\r".contains(first)
        else { return cell }
        return .text("'" + words)
      }
    }
    return table
  }
}
