internal import LinearAlgebra

/// GRAS: RAS for tables with negative cells, and for totals of any sign.
///
/// The result minimises Σ |x₀| z ln(z / e) with z = x / x₀, the corrected
/// objective; the one printed in 2003, without e, has another minimum. Cells
/// keep their signs and zeros.
///
/// Reference: Junius & Oosterhaven 2003, Economic Systems Research 15(1):87-96;
/// Lenzen, Wood & Gallego 2007, Economic Systems Research 19(4):461-465;
/// Temurshoev, Miller & Bouwmeester 2013, Economic Systems Research 25(3):361-367
/// (lines with negative cells only).
public struct GRAS: BalancingMethod {
  /// The largest number of rounds.
  public var rounds: Int

  /// GRAS with a limit of rounds.
  public init(rounds: Int = 10_000) { self.rounds = rounds }

  /// `gras`.
  public var name: String { "gras" }

  /// Balances a table.
  ///
  /// - Throws: `Balance.Failure.unsupported` for controls other than exact totals,
  ///   `.totalsDisagree`, `.unreachable`, `.oneSided`, or `.didNotConverge` with
  ///   the margin that is furthest off.
  public func balance(_ problem: BalancingProblem) throws(Balance.Failure) -> Balance {
    try problem.scaled(method: name, rounds: rounds)
  }
}

extension BalancingProblem {
  /// The table with row and column factors; Σ |x₀| z ln(z / e) is the objective.
  func scaled(method: String, rounds: Int) throws(Balance.Failure) -> Balance {
    try check()
    let sums = try expandedControls()
    let (problem, notes) = try reconciled()
    let margins = try Margins(problem, method: method)
    var scaling = Scaling(margins)
    let gap = scaling.run(rounds: rounds)
    guard gap.size <= DualProgram.accepted else {
      throw .didNotConverge(
        iterations: scaling.iterations, worst: gap.margin?.name(in: prior) ?? "", gap: gap.size,
        suspects: [])
    }
    let (table, objective) = scaling.balanced
    return try Balance(
      of: self, cells: table, method: method, objective: objective,
      iterations: scaling.iterations, notes: notes, sums: sums)
  }
}
