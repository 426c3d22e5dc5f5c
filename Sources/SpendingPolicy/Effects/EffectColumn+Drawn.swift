internal import AccountMatrix
internal import Multipliers

extension EffectColumn {
  /// The columns that are measured of each draw.
  public static let drawn: [EffectColumn] = [
    gdpFactorCost, gdpMarketPrices, incomeBeyondTransfer, incomeBottom40, taxReturn, importLeakage,
    jobsPerBillion,
  ]

  /// Job-equivalents per billion; no column of a comparison, which knows no jobs.
  public static let jobsPerBillion = EffectColumn(
    "jobs_per_billion", "Job-equivalents per billion", value: { _ in nil })

  /// What a unit of receipts of each account of a drawn system adds to the column; `nil` where the
  /// matrix cannot tell it, and for jobs. What a programme pays itself is taken off income apart.
  func drawnWeights(_ weights: EffectWeights) -> [Double]? {
    self == .incomeBeyondTransfer ? EffectColumn.income.weights?(weights) : self.weights?(weights)
  }
}
