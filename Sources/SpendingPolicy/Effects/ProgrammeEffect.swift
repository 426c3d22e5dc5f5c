/// What one franc of a programme does, by column; every value is per franc.
///
/// A value is `nil` where the matrix cannot tell it: no account has an area, a
/// quintile, or the group `agriculture`.
public struct ProgrammeEffect: Sendable, Equatable {
  private let values: [EffectColumn: Double]
  /// At which responses of agriculture the programme does more for GDP at factor cost than the
  /// average of other public spending; `nil` without such an average or such activities.
  public let turning: Turning?

  init(_ terms: EffectTerms) {
    values = terms.values
    turning = terms.turning
  }

  private init(values: [EffectColumn: Double], turning: Turning?) {
    self.values = values
    self.turning = turning
  }

  /// The value of a column.
  public subscript(column: EffectColumn) -> Double? { values[column] }

  /// The effect less that of its financing, column by column.
  ///
  /// Shares, such as the turning response, are kept: the same financing is taken off the programmes
  /// that it is compared with, which moves no order.
  package func less(_ financing: ProgrammeEffect) -> ProgrammeEffect {
    var net: [EffectColumn: Double] = [:]
    for column in EffectColumn.allCases {
      guard let value = self[column] else { continue }
      if !column.isAmount {
        net[column] = value
      } else if let taken = financing[column] {
        net[column] = value - taken
      }
    }
    return ProgrammeEffect(values: net, turning: turning)
  }
}

// Columns that every model with measures can tell have a value in every effect.
extension ProgrammeEffect {
  private func known(_ column: EffectColumn) -> Double { values[column] ?? .nan }

  /// GDP at factor cost.
  public var gdpFactorCost: Double { known(.gdpFactorCost) }
  /// Pay that the programme itself gives to workers.
  public var gdpDirectWages: Double { known(.gdpDirectWages) }
  /// GDP at market prices.
  public var gdpMarketPrices: Double { known(.gdpMarketPrices) }
  /// Receipts of activities.
  public var output: Double { known(.output) }
  /// Receipts of households, what the programme pays them included.
  public var income: Double { known(.income) }
  /// Receipts of households less what the programme pays them itself.
  public var incomeBeyondTransfer: Double { known(.incomeBeyondTransfer) }
  /// Taxes that come back, net of subsidies.
  public var taxReturn: Double { known(.taxReturn) }
  /// Payments of commodities to the rest of the world.
  public var importLeakage: Double { known(.importLeakage) }
  /// Saving.
  public var savingLeakage: Double { known(.savingLeakage) }
  /// All other leakages.
  public var otherLeakage: Double { known(.otherLeakage) }
  /// The sum of the leakages: what was spent.
  public var leakageTotal: Double { known(.leakageTotal) }
  /// GDP at factor cost with pay by the programme itself, by which programmes are ranked.
  public var gdpWithPay: Double { known(.gdpWithPay) }
}

// Columns that need areas, quintiles or the group `agriculture`.
extension ProgrammeEffect {
  /// GDP at factor cost with the output of agriculture fixed.
  public var gdpFactorCostFixedAgriculture: Double? { self[.gdpFactorCostFixedAgriculture] }
  /// The share of demand met by agriculture at which the order against the average of other public
  /// spending turns; `nil` where it does not, see `turning`.
  public var turningResponse: Double? { self[.turningResponse] }
  /// Receipts of households in the two poorest quintiles.
  public var incomeBottom40: Double? { self[.incomeBottom40] }
  /// Receipts of rural households.
  public var incomeRural: Double? { self[.incomeRural] }
}
