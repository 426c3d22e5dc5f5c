public import AccountMatrix
internal import LinearAlgebra
package import Multipliers

/// A matrix under a regime in which prices respond: what an experiment does to every account.
///
/// The static general equilibrium model of a small open economy: value added by CES from mobile and
/// specific factors, intermediate inputs in fixed proportions, imports by Armington, exports by
/// transformation, consumption by a linear expenditure system, all taxes and margins of the matrix.
/// In the regime `limit` it equals the multiplier model.
///
/// Reference: Dervis, de Melo & Robinson 1982, General Equilibrium Models for Development Policy;
/// Lofgren, Harris & Robinson 2002, A Standard Computable General Equilibrium (CGE) Model in GAMS.
public struct EquilibriumModel: Sendable {
  /// The matrix.
  public let sam: SocialAccountingMatrix
  /// Which prices and quantities are free.
  public let regime: Regime
  /// How readily buyers, producers and households substitute.
  package let elasticities: Elasticities
  /// What a reader should know of the matrix and the assumptions.
  package let notes: [String]

  let matrix: PreparedMatrix
  let system: EquationSystem
  let baseValues: ExpressionGraph.Values
  /// The factors of the Jacobian in the base.
  let baseFactors: LU
  /// What levers do to the equations in the base.
  let baseSlopes: [EquationSystem.LeverSlope]

  /// Calibrates the model and solves it for the base, which it must reproduce.
  ///
  /// - Parameters:
  ///   - sam: a balanced matrix whose accounts have kinds.
  ///   - regime: which prices and quantities are free.
  ///   - elasticities: how readily buyers, producers and households substitute.
  ///   - tolerance: the largest gap of an account, as in `requireBalanced`.
  /// - Throws: `Failure`: the matrix has cells without an equation, an elasticity is out of bounds,
  ///   the regime is contradictory, or the base is not reproduced.
  /// - Complexity: O(n³) once.
  public init(
    _ sam: SocialAccountingMatrix, regime: Regime, elasticities: Elasticities = .standard,
    tolerance: Double? = nil
  ) throws(Failure) {
    try regime.requireConsistent(with: sam)
    let matrix = try PreparedMatrix(sam, tolerance: tolerance)
    try self.init(sam, matrix, regime: regime, elasticities: elasticities)
  }

  /// The same model with other spending shares, elasticities and supply: a draw.
  ///
  /// The totals follow from the shares and from what the others pay, as in calibration.
  ///
  /// - Throws: `Failure` where the shares have no solution.
  package func redrawn(
    shares: SpendingTable?, regime: Regime, elasticities: Elasticities
  ) throws(Failure) -> EquilibriumModel {
    let drawn = try shares.map { table throws(Failure) in try matrix.redrawn(table) } ?? matrix
    return try EquilibriumModel(sam, drawn, regime: regime, elasticities: elasticities)
  }

  private init(
    _ sam: SocialAccountingMatrix, _ matrix: PreparedMatrix, regime: Regime,
    elasticities: Elasticities
  ) throws(Failure) {
    let table = elasticities.overridden(by: regime.elasticities)
    try table.requireValid()
    try regime.requirePayers(in: matrix)
    var builder = EquationBuilder(matrix, regime: regime, elasticities: table)
    let system = try builder.build()
    let values = system.values(system.base, system.baseLevers)
    let residuals = system.residuals(values)
    for (equation, residual) in zip(system.equations, residuals)
    where !(abs(residual) <= Self.baseTolerance) {
      throw .baseNotReproduced(market: equation.name, residual: residual)
    }
    let slopes = system.jacobian(at: values)
    do { baseFactors = try LU(slopes.unknowns) } catch {
      throw .indeterminate(regime: regime.name)
    }
    baseSlopes = slopes.levers
    self.sam = sam
    self.regime = regime
    self.elasticities = elasticities
    self.matrix = matrix
    self.system = system
    baseValues = values
    var notes = matrix.notes
    if matrix.largestAdjustment > 1e-9 * matrix.gdpFactorCost {
      notes.append(
        "the matrix was balanced exactly; the largest change of a cell is "
          + matrix.largestAdjustment.sixDigits)
    }
    self.notes = notes + regime.notes(on: sam) + builder.notesOnDefaults()
  }

  /// The largest relative residual of an equation in the base.
  static let baseTolerance = 1e-11

  /// GDP at factor cost in the base, in the unit of the matrix.
  public var baseGDP: Double { matrix.gdpFactorCost }

  /// The number of unknowns, as many as equations.
  package var unknownCount: Int { system.unknowns.count }

  /// The value of an indicator in the base; `nil` where the matrix cannot tell it.
  package func base(of indicator: Indicator) -> Double? {
    system.indicators[indicator].map { baseValues[$0] }
  }
}
