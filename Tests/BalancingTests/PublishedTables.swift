import AccountMatrix
import Balancing

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
