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
    grades: SourceGrades, measures: [EffectColumn] = [.gdpFactorCost]
  ) throws(Uncertainty.Failure) -> Uncertainty {
    try Uncertainty(
      of: rows.map { $0.programme }, in: model, grades: grades, measures: measures,
      financing: financing, rule: rule, displacedEarnings: displacedEarnings)
  }

  /// The bands of GDP at factor cost of the programmes that were drawn, in the order of the rows.
  ///
  /// - Throws: `UncertaintyResult.LookupFailure` if the draws are of other programmes.
  public func bands(
    from result: UncertaintyResult
  ) throws(UncertaintyResult.LookupFailure) -> [ProgrammeBand] {
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

extension Comparison {
  /// How many bands of ranked programmes, drawn on another matrix, hold the values of this one; `nil`
  /// where none was drawn.
  package func backtest(by other: Condition) -> (held: Int, count: Int)? {
    let tried = rows.filter { $0.programme.isRanked }.compactMap { row -> Bool? in
      guard let band = other.bands.first(where: { $0.programme == row.programme.id }) else {
        return nil
      }
      return band.low <= row.effect.gdpFactorCost && row.effect.gdpFactorCost <= band.high
    }
    return tried.isEmpty ? nil : (held: tried.count { $0 }, count: tried.count)
  }
}

extension Comparison.Condition {
  /// Draws of the condition, for `drawn(_:)`: GDP and what the poorest gain, of spending. A cut of
  /// taxes is no spending, and has no band.
  ///
  /// - Throws: as `Uncertainty.init`.
  package func uncertainty(grades: SourceGrades) throws(Uncertainty.Failure) -> Uncertainty {
    let programmes: [Programme]
    do { programmes = try comparison.programmesToDraw } catch {
      throw .comparison(.programme(error))
    }
    return try Uncertainty(
      of: programmes.filter { $0.family != .tax }, in: comparison.model, grades: grades,
      measures: [.gdpFactorCost, .incomeBottom40])
  }
}
