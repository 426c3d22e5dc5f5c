internal import AccountMatrix

extension RecordTable {
  /// Ends the reading: numbers in known columns that no reader looked at are counted in a note, so
  /// that every number of the table is in the result, in a column passed over, or named here.
  package func noteUnread() {
    var places: [String] = []
    var total = 0
    for column in known.subtracting(Self.remarks).sorted() {
      guard let position = positions[column] else { continue }
      let unread = records.filter {
        !reads.isMarked($0.index, position) && isNumber($0, position)
      }
      guard let first = unread.first else { continue }
      total += unread.count
      places.append("column '\(column)' (\(unread.count), first on line \(first.line))")
    }
    guard total > 0 else { return }
    onNote(
      Diagnostic(
        "\(count(total, "number")) \(total == 1 ? "is" : "are") not used: \(list(places))", at: name
      ))
  }

  /// Columns of remarks, whose numbers are no amounts.
  private static let remarks: Set<String> = [
    "basis", "citation", "evidence", "name", "note", "reason", "source", "url",
  ]

  /// How many numbers stand in a column, counted from the cells and not from what was read.
  func numberCount(in column: String) -> Int {
    guard let position = positions[column] else { return 0 }
    return records.count { isNumber($0, position) }
  }

  private func isNumber(_ record: Record, _ position: Int) -> Bool {
    text.number(record.row, position, style: .point) != nil
      || text.number(record.row, position, style: .comma) != nil
  }
}

/// Which cells of a table its reader looked at.
final class CellReads {
  private var isRead: [Bool]
  private let columns: Int

  init(rows: Int, columns: Int) {
    self.columns = columns
    isRead = Array(repeating: false, count: rows * columns)
  }

  func mark(_ row: Int, _ column: Int) { isRead[row * columns + column] = true }
  func isMarked(_ row: Int, _ column: Int) -> Bool { isRead[row * columns + column] }
}

/// How the numbers of each column are written: as the column's own cells say, else as those of the
/// other columns of numbers do.
struct ColumnStyles {
  private var evidence: [NumberStyle.Evidence] = []

  init(of text: DelimitedText, rows: [DelimitedText.Row], count: Int) {
    let own = (0..<count).map { NumberStyle.evidence(of: text, rows: rows, columns: [$0]) }
    let numeric = (0..<count).filter { column in
      rows.allSatisfy { row in
        [NumberStyle.point, .comma].contains { style in
          if case .words = text.cell(row, column, style: style) { false } else { true }
        }
      }
    }
    let all = NumberStyle.evidence(of: text, rows: rows, columns: numeric)
    evidence = own.map { evidence in
      if case .open = evidence, case .settled = all { all } else { evidence }
    }
  }

  /// - Throws: `Diagnostic` for `1,234` where nothing says whether thousands are meant.
  func style(of column: Int, in text: DelimitedText) throws(Diagnostic) -> NumberStyle {
    switch evidence[column] {
    case .settled(let style): return style
    case .open(let row, let column): throw text.thousandsOrDecimals(row, column)
    }
  }
}
