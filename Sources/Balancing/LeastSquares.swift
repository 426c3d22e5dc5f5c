internal import LinearAlgebra

/// Weighted least squares: min Σ (x - x₀)² / v + Σ e² / s² under the controls.
///
/// The variance v of a cell is its squared standard error, or what the default
/// reliability says. Without sign keeping the solution is
/// x = x₀ + V Gᵀ (G V Gᵀ + S)⁻¹ (t - G x₀), in one step. Cells may be unknown.
///
/// Reference: Stone, Champernowne & Meade 1942, Review of Economic Studies 9(2);
/// Byron 1978, Journal of the Royal Statistical Society A 141(3):359-367.
public struct LeastSquares: BalancingMethod {
  /// Whether cells stop at zero instead of changing their sign.
  public var keepsSigns: Bool

  /// Least squares.
  ///
  /// - Parameter keepsSigns: whether cells stop at zero instead of changing their sign.
  public init(keepsSigns: Bool = false) { self.keepsSigns = keepsSigns }

  /// `least-squares`.
  public var name: String { "least-squares" }

  /// Balances a table; errors of controls are normal.
  ///
  /// - Throws: `Balance.Failure` for controls that contradict each other, unknown
  ///   cells that are not determined, or cells that cannot reach a control.
  /// - Complexity: O(controls³ / 3), once per change of the set of cells at zero.
  public func balance(_ problem: BalancingProblem) throws(Balance.Failure) -> Balance {
    let prepared = try PreparedProblem(problem, keepsSigns: keepsSigns)
    if let control = problem.controls.first(where: { ($0.support ?? .normal) != .normal }) {
      throw .unsupported(method: "least-squares with error supports", controls: [control.id])
    }
    func penalty(_ cell: PreparedProblem.Cell) -> Penalty {
      keepsSigns
        ? .signKeeping(prior: cell.prior, variance: cell.variance)
        : .quadratic(variance: cell.variance)
    }
    try prepared.requireReachable(ranges: prepared.cells.map { penalty($0).range })
    let program = prepared.program(errors: .normal, penalty: penalty)
    try prepared.requireDetermined(program)
    let solution = try program.withoutRedundantRows().minimised()
    return try Balance(
      of: problem, cells: prepared.table(values: solution.values, unknown: solution.free),
      method: name, objective: 2 * solution.loss, iterations: solution.iterations,
      notes: prepared.notes, sums: prepared.controlCells)
  }
}
