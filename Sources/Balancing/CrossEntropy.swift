internal import LinearAlgebra

/// Cross-entropy: the table nearest to the prior in information, under the controls.
///
/// With `distance`, a cell costs (x₀² / v) (z ln(z / e) + 1), z = x / x₀. The
/// variance v comes from the problem: `shareOfTable` makes this the entropy of
/// cells (the result of RAS, or of GRAS where cells are negative), `shareOfColumn`
/// that of column coefficients; a standard error gives the same curvature as
/// least squares. Cells keep their signs and zeros.
///
/// With `errors`, a cell is its prior with an error from a support of points,
/// as are controls: only the probabilities enter the objective.
///
/// Reference: Golan, Judge & Robinson 1994, Review of Economics and Statistics 76(3);
/// Robinson, Cattaneo & El-Said 2001, Economic Systems Research 13(1):47-64;
/// Lenzen, Wood & Gallego 2007, Economic Systems Research 19(4):461-465.
public struct CrossEntropy: BalancingMethod {
  /// How the error of a cell enters.
  public enum ErrorForm: String, Sendable, CaseIterable {
    /// x = x₀ + e; a cell may change its sign.
    case additive
    /// x = x₀ exp(e), with the error relative to the cell; signs are kept.
    case multiplicative
  }

  /// What departures of cells cost.
  public enum CellPrior: Sendable, Equatable {
    /// The information distance of the cell from its prior.
    case distance
    /// The information needed for its error, on a support.
    case errors(ErrorSupport, ErrorForm)
  }

  /// What departures of cells cost.
  public var cells: CellPrior
  /// The columns whose prior is on coefficients, the shares of cells in their
  /// column: x = (x₀ / X₀) X exp(e), with X the column total in the result.
  /// Used with `errors` only.
  package var coefficientColumns: Set<String>
  /// The possible errors of controls that do not bring their own.
  public var controlErrors: ErrorSupport

  /// Cross-entropy.
  ///
  /// - Parameters:
  ///   - cells: what departures of cells cost.
  ///   - coefficientColumns: the columns whose prior is on coefficients, with `errors`.
  ///   - controlErrors: the possible errors of controls that do not bring their own.
  public init(
    cells: CellPrior = .distance, coefficientColumns: Set<String> = [],
    controlErrors: ErrorSupport = .normal
  ) {
    self.cells = cells
    self.coefficientColumns = coefficientColumns
    self.controlErrors = controlErrors
  }

  /// `cross-entropy`.
  public var name: String { "cross-entropy" }

  /// Balances a table, by a damped Newton method on the dual.
  ///
  /// - Throws: `Balance.Failure` that names the controls, accounts or cells at fault.
  /// - Complexity: O(controls³ / 3) a step; mostly fewer than ten steps.
  public func balance(_ problem: BalancingProblem) throws(Balance.Failure) -> Balance {
    switch cells {
    case .distance:
      return try balanceDirectly(problem, keepsSigns: true) {
        .entropic(prior: $0.prior, variance: $0.variance)
      }
    case .errors(let support, .additive) where coefficientColumns.isEmpty:
      return try balanceDirectly(problem, keepsSigns: false) {
        .error(support, deviation: $0.variance.squareRoot())
      }
    case .errors(let support, let form):
      return try balanceByLinearising(problem, support: support, form: form)
    }
  }

  /// The problem with the possible errors of every control filled in.
  func completed(_ problem: BalancingProblem) -> BalancingProblem {
    var problem = problem
    for i in problem.controls.indices {
      problem.controls[i].support = problem.controls[i].support ?? controlErrors
    }
    return problem
  }

  private func balanceDirectly(
    _ problem: BalancingProblem, keepsSigns: Bool, penalty: (PreparedProblem.Cell) -> Penalty
  ) throws(Balance.Failure) -> Balance {
    let prepared = try PreparedProblem(completed(problem), keepsSigns: keepsSigns)
    try prepared.requireReachable(ranges: prepared.cells.map { penalty($0).range })
    let program = prepared.program(errors: controlErrors, penalty: penalty)
    try prepared.requireDetermined(program)
    let solution = try program.withoutRedundantRows().minimised()
    return try Balance(
      of: problem, cells: prepared.table(values: solution.values, unknown: solution.free),
      method: name, objective: solution.loss, iterations: solution.iterations,
      notes: prepared.notes, sums: prepared.controlCells)
  }
}
