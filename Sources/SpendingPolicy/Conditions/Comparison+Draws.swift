internal import AccountMatrix
public import Multipliers

extension Comparison {
  /// Draws of this comparison: its programmes, model, financing and displaced earnings.
  ///
  /// - Parameters:
  ///   - grades: how well columns and programme shares are known.
  ///   - measures: what is measured.
  /// - Throws: as `Uncertainty.init`.
  public func uncertainty(
    grades: SourceGrades, measures: [UncertainMeasure] = [.gdpFactorCost]
  ) throws -> Uncertainty {
    try Uncertainty(
      of: rows.map { $0.programme }, in: model, grades: grades, measures: measures,
      financing: financing, rule: rule, displacedEarnings: displacedEarnings)
  }

  /// The bands of GDP at factor cost of the programmes that were drawn, in the order of the rows.
  ///
  /// - Throws: `DiagnosticConvertible` if the draws are of other programmes.
  public func bands(from result: UncertaintyResult) throws -> [ProgrammeBand] {
    var bands: [ProgrammeBand] = []
    for row in rows {
      let band = try result.band(of: row.programme.id, .gdpFactorCost)
      let (low, high) = (band.percentile(0.05), band.percentile(0.95))
      if !low.isNaN {
        bands.append(ProgrammeBand(programme: row.programme.id, low: low, high: high))
      }
    }
    return bands
  }
}

extension Comparison.Condition {
  /// Draws of the condition, for `drawn(_:)`: GDP and what the poorest gain, of spending. A cut of
  /// taxes is no spending, and has no band.
  ///
  /// - Throws: as `Uncertainty.init`.
  package func uncertainty(grades: SourceGrades) throws -> Uncertainty {
    try Uncertainty(
      of: try comparison.programmesToDraw.filter { $0.family != .tax }, in: comparison.model,
      grades: grades, measures: [.gdpFactorCost, .incomeBottom40])
  }
}
