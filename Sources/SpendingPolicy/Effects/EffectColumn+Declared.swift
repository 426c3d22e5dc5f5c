internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension EffectColumn {
  /// Every column, in the order of the files; those that follow from others come after them.
  public static let allCases: [EffectColumn] = [
    gdpFactorCost, gdpFactorCostFixedAgriculture, turningResponse, gdpDirectWages,
    gdpMarketPrices, output, income, incomeBeyondTransfer, incomeBottom40, incomeRural, taxReturn,
    importLeakage, savingLeakage, otherLeakage, leakageTotal, gdpOwn, gdpBeyond, gdpWithPay,
  ]

  /// GDP at factor cost: payments of activities, commodities and margins to factors.
  public static let gdpFactorCost = EffectColumn(
    "gdp_factor_cost", "What activities, commodities and margins pay to factors",
    weights: { $0.model.weights(of: .gdpFactorCost) }, hasRounds: true)

  /// The same with the output of agriculture fixed.
  public static let gdpFactorCostFixedAgriculture = EffectColumn(
    "gdp_factor_cost_fixed_agriculture",
    "GDP at factor cost where the output of agriculture cannot grow",
    value: { $0.gdpFactorCostFixedAgriculture })

  /// The share of demand met by agriculture at which the programme does as much for GDP at factor
  /// cost as the average of other public spending; `ProgrammeEffect.turning` says on which side it
  /// does more.
  public static let turningResponse = EffectColumn(
    "turning_response",
    "The share of demand met by agriculture at which the programme does as much for GDP as the "
      + "average of other public spending; 'turning' says on which side it does more",
    scale: .share,
    value: { $0.turning?.share })

  /// Pay that the programme itself gives to workers; it is not in GDP at factor cost.
  public static let gdpDirectWages = EffectColumn(
    "gdp_direct_wages", "Pay that the programme itself gives to workers",
    value: { $0.vector.directWages })

  /// GDP at factor cost and taxes on products, production and trade.
  public static let gdpMarketPrices = EffectColumn(
    "gdp_market_prices", "GDP at factor cost and taxes on products, production and trade",
    weights: { $0.model.weights(of: .gdpMarketPrices) }, hasRounds: true)

  /// Receipts of activities.
  public static let output = EffectColumn(
    "output", "Receipts of activities", weights: { $0.model.weights(of: .output) }, hasRounds: true)

  /// Receipts of households, what the programme pays them included.
  public static let income = EffectColumn(
    "income", "Receipts of households, what the programme pays them included",
    weights: { $0.model.weights(of: .income) },
    andDirectly: { $0.paidDirectly(isHousehold) }, hasRounds: true)

  /// Receipts of households less what the programme pays them itself.
  public static let incomeBeyondTransfer = EffectColumn(
    "income_beyond_transfer", "Receipts of households less what the programme pays them itself",
    value: { terms in
      terms[.income].map { $0 - (terms.paidOutside(isHousehold) + terms.handed(isHousehold)) }
    })

  /// Receipts of households in the two poorest quintiles.
  public static let incomeBottom40 = EffectColumn(
    "income_bottom40", "Receipts of households in the two poorest quintiles",
    weights: { $0.knowsQuintiles ? $0.model.weights(where: isPoor) : nil },
    andDirectly: { $0.paidDirectly(isPoor) })

  /// Receipts of rural households.
  public static let incomeRural = EffectColumn(
    "income_rural", "Receipts of rural households",
    weights: { $0.knowsAreas ? $0.model.weights(where: isRural) : nil },
    andDirectly: { $0.paidDirectly(isRural) })

  /// Taxes that come back, net of subsidies.
  public static let taxReturn = EffectColumn(
    "tax_return", "Taxes that come back, net of subsidies",
    weights: { $0.leakages.taxes }, andDirectly: { $0.leaked(as: .tax) })

  /// Payments of commodities to the rest of the world.
  public static let importLeakage = EffectColumn(
    "import_leakage", "Payments of commodities to the rest of the world",
    weights: { $0.leakages.imports })

  /// Saving.
  public static let savingLeakage = EffectColumn(
    "saving_leakage", "Saving",
    weights: { $0.leakages.saving }, andDirectly: { $0.leaked(as: .saving) })

  /// All other leakages: fees, factor income and transfers abroad, demand that is not met.
  public static let otherLeakage = EffectColumn(
    "other_leakage", "Fees, factor income and transfers abroad, and demand that is not met",
    weights: { zip($0.leakages.other, $0.model.unmetRates).map { $0 + $1 } },
    andDirectly: { $0.leaked(as: .other) + $0.unmetAtOnce })

  /// The sum of the leakages: what was spent.
  public static let leakageTotal = EffectColumn(
    "leakage_total", "The sum of the leakages: what was spent",
    value: { terms in
      let parts = [taxReturn, importLeakage, savingLeakage, otherLeakage].map { terms[$0] }
      return parts.contains(nil) ? nil : parts.reduce(0) { $0 + ($1 ?? 0) }
    })

  /// Value added where the programme's own goods and services are made: pay that it gives itself, and
  /// what the activities that sell it something pay to factors. A transfer makes nothing.
  ///
  /// The national accounts count the pay of civil servants as value added of their service; pay of
  /// public works counts here in the same way.
  public static let gdpOwn = EffectColumn(
    "gdp_own", "Value added of the programme itself: its own pay, and that of those who sell to it",
    value: { $0.vector.directWages + $0.weights.directValueAdded.dot($0.vector.spent) })

  /// GDP at factor cost that follows from the programme, beyond `gdpOwn`.
  public static let gdpBeyond = EffectColumn(
    "gdp_beyond", "GDP at factor cost that follows beyond what the programme itself makes",
    value: { terms in
      guard let gdp = terms[.gdpFactorCost], let own = terms[.gdpOwn] else { return nil }
      return gdp + terms.vector.directWages - own
    })

  /// GDP at factor cost with pay by the programme itself, as the national accounts count it; by this
  /// programmes are ranked, so that a franc of pay counts the same whoever pays it.
  public static let gdpWithPay = EffectColumn(
    "gdp_with_pay", "GDP at factor cost and pay that the programme itself gives to workers",
    value: { terms in terms[.gdpFactorCost].map { $0 + terms.vector.directWages } })
}

// MARK: - Whose income counts

private func isHousehold(_ account: Account) -> Bool { account.kind == .household }

private func isPoor(_ account: Account) -> Bool { account.isPoorHousehold }

private func isRural(_ account: Account) -> Bool {
  account.kind == .household && account.area == .rural
}
