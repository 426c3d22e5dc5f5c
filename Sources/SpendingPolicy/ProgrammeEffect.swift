/// What one franc of a programme does; every value is per franc.
///
/// A value is `nil` where the matrix cannot tell it: no account has an area, a
/// quintile, or the group `agriculture`.
public struct ProgrammeEffect: Sendable, Equatable {
  /// GDP at factor cost: payments of activities, commodities and margins to factors.
  public let gdpFactorCost: Double
  /// The same with the output of agriculture fixed.
  public let gdpFactorCostFixedAgriculture: Double?
  /// The share of demand that agriculture must meet for the programme to do more for GDP at
  /// factor cost than the average of other public spending; `nil` where the order never turns so.
  public let turningResponse: Double?
  /// Pay that the programme itself gives to workers.
  public let gdpDirectWages: Double
  /// GDP at factor cost and taxes on products, production and trade.
  public let gdpMarketPrices: Double
  /// Receipts of activities.
  public let output: Double
  /// Receipts of households, what the programme pays them included.
  public let income: Double
  /// Receipts of households less what the programme pays them itself.
  public let incomeBeyondTransfer: Double
  /// Receipts of households in the two poorest quintiles.
  public let incomeBottom40: Double?
  /// Receipts of rural households.
  public let incomeRural: Double?
  /// Taxes that come back, net of subsidies.
  public let taxReturn: Double
  /// Payments of commodities to the rest of the world.
  public let importLeakage: Double
  /// Saving.
  public let savingLeakage: Double
  /// All other leakages: fees, factor income and transfers abroad, demand that is not met.
  public let otherLeakage: Double
  /// The sum of the leakages, one.
  public let leakageTotal: Double
}

/// A column of the comparison that can be averaged over programmes.
public enum EffectColumn: String, Sendable, CaseIterable {
  /// GDP at factor cost.
  case gdpFactorCost = "gdp_factor_cost"
  /// GDP at factor cost with the output of agriculture fixed.
  case gdpFactorCostFixedAgriculture = "gdp_factor_cost_fixed_agriculture"
  /// The share of demand agriculture must meet for the order to turn.
  case turningResponse = "turning_response"
  /// Pay by the programme itself.
  case gdpDirectWages = "gdp_direct_wages"
  /// GDP at market prices.
  case gdpMarketPrices = "gdp_market_prices"
  /// Output of activities.
  case output
  /// Income of households.
  case income
  /// Income beyond what the programme pays itself.
  case incomeBeyondTransfer = "income_beyond_transfer"
  /// Income of the two poorest quintiles.
  case incomeBottom40 = "income_bottom40"
  /// Income of rural households.
  case incomeRural = "income_rural"
  /// Taxes that come back.
  case taxReturn = "tax_return"
  /// Imports.
  case importLeakage = "import_leakage"
  /// Saving.
  case savingLeakage = "saving_leakage"
  /// All other leakages.
  case otherLeakage = "other_leakage"
  /// All leakages.
  case leakageTotal = "leakage_total"

  /// Whether the value is an amount, which grows with the money injected.
  public var isAmount: Bool { self != .turningResponse }
}

extension ProgrammeEffect {
  /// The value of a column.
  public func value(_ column: EffectColumn) -> Double? {
    switch column {
    case .gdpFactorCost: gdpFactorCost
    case .gdpFactorCostFixedAgriculture: gdpFactorCostFixedAgriculture
    case .turningResponse: turningResponse
    case .gdpDirectWages: gdpDirectWages
    case .gdpMarketPrices: gdpMarketPrices
    case .output: output
    case .income: income
    case .incomeBeyondTransfer: incomeBeyondTransfer
    case .incomeBottom40: incomeBottom40
    case .incomeRural: incomeRural
    case .taxReturn: taxReturn
    case .importLeakage: importLeakage
    case .savingLeakage: savingLeakage
    case .otherLeakage: otherLeakage
    case .leakageTotal: leakageTotal
    }
  }
}

extension ProgrammeEffect {
  /// The effect less that of its financing, column by column.
  ///
  /// The turning response is kept: the same financing is taken off the programmes that it is
  /// compared with, which moves no order.
  public func less(_ financing: ProgrammeEffect) -> ProgrammeEffect {
    func difference(_ a: Double?, _ b: Double?) -> Double? {
      guard let a, let b else { return nil }
      return a - b
    }
    return ProgrammeEffect(
      gdpFactorCost: gdpFactorCost - financing.gdpFactorCost,
      gdpFactorCostFixedAgriculture: difference(
        gdpFactorCostFixedAgriculture, financing.gdpFactorCostFixedAgriculture),
      turningResponse: turningResponse,
      gdpDirectWages: gdpDirectWages - financing.gdpDirectWages,
      gdpMarketPrices: gdpMarketPrices - financing.gdpMarketPrices,
      output: output - financing.output, income: income - financing.income,
      incomeBeyondTransfer: incomeBeyondTransfer - financing.incomeBeyondTransfer,
      incomeBottom40: difference(incomeBottom40, financing.incomeBottom40),
      incomeRural: difference(incomeRural, financing.incomeRural),
      taxReturn: taxReturn - financing.taxReturn,
      importLeakage: importLeakage - financing.importLeakage,
      savingLeakage: savingLeakage - financing.savingLeakage,
      otherLeakage: otherLeakage - financing.otherLeakage,
      leakageTotal: leakageTotal - financing.leakageTotal)
  }
}
