internal import AccountMatrix
internal import LinearAlgebra

/// RAS: row and column factors that meet row and column totals.
///
/// The result minimises Σ x ln(x / x₀). Zeros stay zeros; negative cells are
/// refused. Accounts that balance and have no totals get factors that make
/// theirs agree.
///
/// Reference: Stone 1961, Input-Output and National Accounts; Bacharach 1970;
/// Miller & Blair 2009, section 7.4.
public struct RAS: BalancingMethod {
  /// The largest number of rounds.
  public var rounds: Int

  /// RAS with a limit of rounds.
  public init(rounds: Int = 10_000) { self.rounds = rounds }

  /// `ras`.
  public var name: String { "ras" }

  /// Balances a table that has no negative cell.
  ///
  /// - Throws: `Balance.Failure.negativeCells`, or as `GRAS`.
  public func balance(_ problem: BalancingProblem) throws(Balance.Failure) -> Balance {
    let negative = problem.prior.cells.storage.indices.filter {
      problem.prior.cells.storage[$0] < 0
    }
    if let first = negative.first {
      let width = problem.prior.columns.count
      throw .negativeCells(
        count: negative.count,
        first: CellAddress(
          problem.prior.rows[first / width].code, problem.prior.columns[first % width].code))
    }
    return try problem.scaled(method: name, rounds: rounds)
  }
}
