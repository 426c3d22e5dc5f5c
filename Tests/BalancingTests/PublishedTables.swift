import AccountMatrix
import Balancing

/// A square table from entries such as `ACT,COM 14827.424; COM,ACT 7917.504`.
func table(_ codes: String, _ entries: String) throws -> LabelledTable {
  let codes = codes.split(separator: " ").map(String.init)
  var values = [[Double]](
    repeating: [Double](repeating: 0, count: codes.count), count: codes.count)
  for (cell, value) in cells(entries) {
    guard let i = codes.firstIndex(of: cell.row), let j = codes.firstIndex(of: cell.column) else {
      continue
    }
    values[i][j] = value
  }
  return try LabelledTable(rows: codes, columns: codes, values: values)
}

/// The cells of entries such as `ACT,COM 14827.424; COM,ACT 7917.504`.
func cells(_ entries: String) -> [(CellAddress, Double)] {
  entries.split(separator: ";").compactMap { entry in
    let words = entry.split(whereSeparator: { " ,\n".contains($0) })
    guard words.count == 3, let value = Double(words[2]) else { return nil }
    return (CellAddress(String(words[0]), String(words[1])), value)
  }
}

/// Controls on all row totals and all column totals.
func totals(_ table: LabelledTable, rows: [Double], columns: [Double]) -> [Control] {
  zip(table.rows, rows).map { Control.rowTotal($0.code, $1) }
    + zip(table.columns, columns).map { Control.columnTotal($0.code, $1) }
}

/// The largest absolute difference between a table and printed values.
func largestDifference(_ table: LabelledTable, _ values: [[Double]]) -> Double {
  var largest = 0.0
  for (i, row) in values.enumerated() {
    for (j, value) in row.enumerated() { largest = max(largest, abs(table[i, j] - value)) }
  }
  return largest
}

/// The largest difference between two tables, relative to the largest cell.
func largestDifference(_ one: LabelledTable, _ other: LabelledTable) -> Double {
  var difference = 0.0
  var size = 0.0
  for i in one.rows.indices {
    for j in one.columns.indices {
      difference = max(difference, abs(one[i, j] - other[i, j]))
      size = max(size, abs(one[i, j]))
    }
  }
  return difference / size
}

/// Junius & Oosterhaven 2003, with the result of Lenzen, Wood & Gallego 2007.
enum JuniusOosterhaven {
  static func table() throws -> LabelledTable {
    try LabelledTable(
      rows: ["goods", "services", "net taxes"], columns: ["goods", "services", "final", "exports"],
      values: [[7, 3, 5, -3], [2, 9, 8, 0], [-2, 0, 2, 0]])
  }
  static let rows = [15.0, 26, -1]
  static let columns = [9.0, 16, 17, -2]
  static let result = [
    [8.424340881, 3.375237362, 5.200422021, -2.000000263],
    [3.000997078, 12.624763744, 10.374239178, 0],
    [-2.425339135, 0, 1.425339135, 0],
  ]
  /// The minimum of the objective as first printed, Σ |x₀| z ln z.
  static let uncorrected = [
    [7.765762, 3.508126, 5.726112, -2], [2.633584, 12.491874, 10.874542, 0],
    [-1.399346, 0, 0.399346, 0],
  ]
}
