/// A rectangle of cells, as in `B3:DF110`.
package struct CellRange: Sendable, Equatable {
  /// The columns, counted from 0.
  package let columns: ClosedRange<Int>
  /// The rows, counted from 1.
  package let rows: ClosedRange<Int>

  /// What a sheet can hold: 16,384 columns and 1,048,576 rows.
  package static let widest = 0...16_383
  package static let longest = 1...1_048_576

  /// A range from text such as `B3:DF110` or `$B$3:$DF$110`; `nil` for anything else.
  package init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = Self.cell(corners[0].utf8),
      let last = Self.cell(corners[1].utf8), first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }

  /// The range as text, such as `B3:DF110`.
  package var text: String {
    cellName(column: columns.lowerBound, row: rows.lowerBound) + ":"
      + cellName(column: columns.upperBound, row: rows.upperBound)
  }

  /// The column and the row of a cell such as `D7`, or `nil` for anything outside a sheet.
  package static func cell(_ name: some Sequence<UInt8>) -> (column: Int, row: Int)? {
    var (column, row) = (0, 0)
    for byte in name {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard row == 0, column <= widest.count else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard row <= longest.upperBound else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard widest.contains(column - 1), longest.contains(row) else { return nil }
    return (column - 1, row)
  }
}
