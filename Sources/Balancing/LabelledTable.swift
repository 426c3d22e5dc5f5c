public import AccountMatrix
package import LinearAlgebra

/// A table whose rows and columns carry accounts: square like a social
/// accounting matrix, or rectangular like a supply or use table.
///
/// Cells are payments of the column account to the row account, in one unit.
public struct LabelledTable: Sendable, Equatable {
  /// The accounts of the rows.
  public let rows: [Account]
  /// The accounts of the columns.
  public let columns: [Account]
  package private(set) var cells: Matrix
  private let rowPositions: [String: Int]
  private let columnPositions: [String: Int]

  /// A table from its labels and its rows.
  ///
  /// - Throws: `Balance.Failure.shape` if an array does not fit the labels,
  ///   `.duplicateLabel`, or `.notFinite`.
  public init(
    rows: [Account], columns: [Account], values: [[Double]]
  ) throws(Balance.Failure) {
    guard values.count == rows.count, values.allSatisfy({ $0.count == columns.count }) else {
      throw .shape(rows: rows.count, columns: columns.count)
    }
    try self.init(
      rows: rows, columns: columns,
      cells: Matrix(storage: values.flatMap { $0 }, rows: rows.count, columns: columns.count))
  }

  /// A table whose accounts are known by their codes only.
  ///
  /// - Throws: as the initialiser from accounts.
  public init(
    rows: [String], columns: [String], values: [[Double]]
  ) throws(Balance.Failure) {
    try self.init(
      rows: rows.map { Account(code: $0) }, columns: columns.map { Account(code: $0) },
      values: values)
  }

  package init(
    rows: [Account], columns: [Account], cells: Matrix
  ) throws(Balance.Failure) {
    try Self.requireFinite(cells, rows: rows, columns: columns)
    self.rows = rows
    self.columns = columns
    self.cells = cells
    rowPositions = try Self.positions(of: rows)
    columnPositions = try Self.positions(of: columns)
  }

  private static func requireFinite(
    _ cells: Matrix, rows: [Account], columns: [Account]
  ) throws(Balance.Failure) {
    precondition(cells.rows == rows.count && cells.columns == columns.count)
    if let bad = cells.storage.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(
        row: rows[bad / columns.count].code, column: columns[bad % columns.count].code)
    }
  }

  private static func positions(
    of accounts: [Account]
  ) throws(Balance.Failure) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (i, account) in accounts.enumerated() {
      if positions.updateValue(i, forKey: account.code) != nil {
        throw .duplicateLabel(account.code)
      }
    }
    return positions
  }
}

extension LabelledTable {
  /// The cell by position.
  public subscript(row: Int, column: Int) -> Double { cells[row, column] }

  /// The cell of two codes.
  ///
  /// - Throws: `Balance.Failure.unknownAccount` for a code that heads no row, or no column.
  public subscript(row: String, column: String) -> Double {
    get throws(Balance.Failure) {
      cells[
        try position(of: row, in: rowPositions, called: "the row of a cell"),
        try position(of: column, in: columnPositions, called: "the column of a cell")]
    }
  }

  private func position(
    of code: String, in positions: [String: Int], called name: String
  ) throws(Balance.Failure) -> Int {
    if let position = positions[code] { return position }
    throw .unknownAccount(
      code, namedBy: name, nearest: nearestCodes(to: code, among: positions.keys.sorted()))
  }

  /// The position of a row, or `nil`.
  package func rowIndex(of code: String) -> Int? { rowPositions[code] }

  /// The position of a column, or `nil`.
  package func columnIndex(of code: String) -> Int? { columnPositions[code] }

  /// The sum of each row.
  public var rowTotals: [Double] { cells.rowSums }

  /// The sum of each column.
  public var columnTotals: [Double] { cells.columnSums }

  /// The codes that head both a row and a column, in the order of the rows.
  package var sharedCodes: [String] { rows.map { $0.code }.filter { columnPositions[$0] != nil } }

  package func replacing(_ cells: Matrix) throws(Balance.Failure) -> LabelledTable {
    try Self.requireFinite(cells, rows: rows, columns: columns)
    var copy = self
    copy.cells = cells
    return copy
  }
}

extension LabelledTable {
  /// The table with other values in some cells; addresses that are no cells are passed over.
  package func replacing(_ values: [CellAddress: Double]) -> LabelledTable {
    var copy = self
    for (address, value) in values {
      guard let i = rowIndex(of: address.row), let j = columnIndex(of: address.column) else {
        continue
      }
      copy.cells[i, j] = value
    }
    return copy
  }
}
