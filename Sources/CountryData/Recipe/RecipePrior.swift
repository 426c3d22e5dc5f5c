internal import AccountMatrix
internal import Balancing
internal import LinearAlgebra
internal import SAMFiles

/// The prior of a recipe: another matrix with accounts added, scaled, with cells seeded, removed,
/// loosened or held. Every step is kept, so that a cell can be asked where it comes from.
struct RecipePrior {
  let accounts: [Account]
  /// Cells of the matrix that the recipe starts from.
  let origin: Matrix
  /// The same, scaled.
  private(set) var scaled: Matrix
  /// The scaled cells after single cells were set.
  private(set) var cells: Matrix
  /// The reliability of cells that have one of their own, by position.
  private(set) var reliabilities: [Int: CellReliability] = [:]
  /// Why a cell was set, by position.
  private(set) var reasons: [Int: String] = [:]
  /// Why a cell was scaled to nothing, by position.
  private var removals: [Int: String] = [:]

  /// Lays the flows of a matrix out on the accounts of the recipe; accounts
  /// that these lack go, with their cells.
  init(_ sam: SocialAccountingMatrix, on accounts: [Account]) {
    var table = Matrix(rows: accounts.count, columns: accounts.count)
    let positions = accounts.map { try? sam.index(of: $0.code) }
    for (i, row) in positions.enumerated() {
      for (j, column) in positions.enumerated() {
        if let row, let column { table[i, j] = sam.flows[row, column] }
      }
    }
    self.accounts = accounts
    origin = table
    scaled = table
    cells = table
  }

  /// Scales cells by `row,column,factor,reason`; the last line that names a cell counts.
  mutating func scale(by file: SourceFile, selection: RecipeAccounts) throws(Diagnostic) {
    let table = try RecordTable(file, required: ["row", "column", "factor", "reason"])
    var factors = Matrix(repeating: 1, rows: accounts.count, columns: accounts.count)
    for record in table.records {
      let (rows, columns) = try selection.cells(of: record, in: table)
      let factor = try table.requiredNumber(record, "factor")
      let reason = try table.text(record, "reason")
      for i in rows {
        for j in columns {
          factors[i, j] = factor
          removals[i * accounts.count + j] = factor == 0 ? reason : nil
        }
      }
    }
    for k in scaled.storage.indices { scaled.storage[k] *= factors.storage[k] }
    cells = scaled
  }

  /// Why a cell that was scaled is gone; empty if nothing says so.
  func removal(of position: Int) -> String { removals[position] ?? "" }

  /// Sets cells by `row,column,value,standard_error,reason`; later lines win.
  ///
  /// Without a value a cell keeps the prior. A standard error may be relative
  /// (`30%`); none is the root of the value, and zero holds the cell.
  ///
  /// - Parameter seeding: whether lines with a value count.
  mutating func set(
    by file: SourceFile, selection: RecipeAccounts, seeding: Bool = true
  ) throws(Diagnostic) {
    let table = try RecordTable(
      file, required: ["row", "column", "value", "standard_error", "reason"])
    for record in table.records {
      let value = try table.number(record, "value")
      if value != nil, !seeding { continue }
      let (rows, columns) = try selection.cells(of: record, in: table)
      let error = try Self.error(table, record)
      let reason = try table.text(record, "reason")
      for i in rows {
        for j in columns {
          let k = i * accounts.count + j
          if let value {
            cells.storage[k] = value
            reasons[k] = reason
          }
          reliabilities[k] =
            switch error {
            case .none: nil
            case .held: .fixed
            case .absolute(let size): .standardError(size)
            case .relative(let part):
              cells.storage[k] == 0 ? nil : .standardError(part * abs(cells.storage[k]))
            }
        }
      }
    }
  }

  private enum ErrorOfCell {
    case none
    case held
    case absolute(Double)
    case relative(Double)
  }

  private static func error(
    _ table: RecordTable, _ record: RecordTable.Record
  ) throws(Diagnostic) -> ErrorOfCell {
    let text = try table.text(record, "standard_error")
    if text.isEmpty { return .none }
    let isRelative = text.hasSuffix("%")
    guard let size = Double(plainDecimal: isRelative ? text.dropLast() : text[...]), size >= 0
    else {
      throw Diagnostic(
        "'\(text)' is no standard error", at: table.place(record, "standard_error"),
        remedy: "Write an amount such as 2.5, a share such as 30%, or 0 to hold the cell")
    }
    if size == 0 { return .held }
    return isRelative ? .relative(size / 100) : .absolute(size)
  }

  /// The problem that the balancing engine solves.
  func problem(controls: [Control]) throws(Balance.Failure) -> BalancingProblem {
    let codes = accounts.map { $0.code }
    var byAddress: [CellAddress: CellReliability] = [:]
    for (k, reliability) in reliabilities where cells.storage[k] != 0 {
      byAddress[CellAddress(codes[k / codes.count], codes[k % codes.count])] = reliability
    }
    return BalancingProblem(
      prior: try LabelledTable(rows: accounts, columns: accounts, cells: cells),
      controls: controls, balancedAccounts: codes, reliabilities: byAddress,
      // The size of an error is the root of the cell in billions of francs: the unit is part of
      // the recipe.
      defaultReliability: .root(1))
  }
}
