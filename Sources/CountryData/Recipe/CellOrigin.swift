internal import AccountMatrix
internal import Balancing
internal import LinearAlgebra

/// Where a cell of a built matrix comes from, and what was done to it.
public struct CellOrigin: Sendable, Equatable {
  /// What kind of figure the cell began as.
  public enum Beginning: String, Sendable {
    /// The cell of the matrix that the recipe starts from, held as it is.
    case held
    /// The cell of that matrix, times a factor.
    case scaled
    /// A cell that the recipe sets, with a reason.
    case set
    /// A cell that goes: removed by the recipe, or of an account that goes.
    case removed
  }

  /// The row account's code.
  public let row: String
  /// The column account's code.
  public let column: String
  /// The value in the built matrix.
  public let value: Double
  /// How the cell began.
  public let beginning: Beginning
  /// The value in the matrix that the recipe starts from.
  public let origin: Double
  /// The value before balancing.
  public let prior: Double
  /// Why it was set or removed, where it was.
  public let reason: String

  /// What balancing added.
  public var adjustment: Double { value - prior }
}

extension BuiltMatrix {
  /// Every cell that the built matrix or the one it starts from has, row by row.
  public var cells: [CellOrigin] {
    let codes = sam.accounts.map { $0.code }
    var cells: [CellOrigin] = []
    for k in prior.cells.storage.indices {
      let value = sam.flows.storage[k]
      let origin = prior.origin.storage[k]
      guard value != 0 || origin != 0 || prior.cells.storage[k] != 0 else { continue }
      let beginning: CellOrigin.Beginning =
        if value == 0 {
          .removed
        } else if prior.reasons[k] != nil {
          .set
        } else if prior.reliabilities[k] == .fixed {
          .held
        } else {
          .scaled
        }
      cells.append(
        CellOrigin(
          row: codes[k / codes.count], column: codes[k % codes.count], value: value,
          beginning: beginning, origin: origin, prior: prior.cells.storage[k],
          reason: prior.reasons[k] ?? (value == 0 ? prior.removal(of: k) : "")))
    }
    return cells
  }

  /// Cells that are new or gone although no line of the recipe says so: none in a sound build.
  package var unlistedCells: [CellOrigin] {
    cells.filter { cell in
      let appears = cell.origin == 0 && cell.value != 0
      let vanishes = cell.origin != 0 && cell.value == 0
      return (appears || vanishes) && cell.reason.isEmpty
    }
  }

  /// Cells whose sign is not that of the matrix that the recipe starts from.
  package var signFlips: [CellOrigin] { cells.filter { $0.origin * $0.value < 0 } }

  /// The largest gap between receipts and payments, relative to the account's total.
  package var largestRelativeGap: Double {
    sam.balances().map { abs($0.gap) / max(abs($0.payments), .leastNormalMagnitude) }.max() ?? 0
  }
}
