/// The address of a cell: the codes of its row and its column.
public struct CellAddress: Sendable, Hashable, Comparable {
  /// The code of the row.
  public let row: String
  /// The code of the column.
  public let column: String

  /// An address from two codes.
  public init(_ row: String, _ column: String) {
    self.row = row
    self.column = column
  }

  /// The order of rows, then of columns, by their codes.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// What is known of one cell beyond its prior value.
public enum CellReliability: Sendable, Equatable {
  /// The cell keeps its prior value.
  case fixed
  /// Nothing is known: the cell takes the value that the controls imply.
  case unknown
  /// The standard error of the prior value, in the unit of the table.
  case standardError(Double)
}

/// How far a cell without a standard error of its own is expected to move.
///
/// Where all controls are exact, only the proportions between cells matter.
/// Where controls have errors, `relative` and the shares do not depend on the
/// unit of the table; `root` does, by design.
public enum DefaultReliability: Sendable, Equatable {
  /// The standard error is this share of the value: variance (s x)².
  case relative(Double)
  /// The variance is the value times a number in the unit of the table: with 1,
  /// Σ (x - x₀)² / x₀ (Zenios, Drud & Mulvey 1989).
  case root(Double)
  /// The variance is the value times the sum of the table: entropy of the cells
  /// as shares of the table.
  case shareOfTable
  /// The variance is the value times the total of its column: entropy of the
  /// column coefficients (Golan, Judge & Robinson 1994).
  case shareOfColumn
}
