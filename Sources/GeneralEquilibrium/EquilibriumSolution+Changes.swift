package import AccountMatrix

extension EquilibriumModel {
  /// The economy of the base year as a solution.
  ///
  /// - Throws: `Failure` if the base is no equilibrium.
  package var base: EquilibriumSolution {
    get throws(Failure) { try solution(of: Experiment()) }
  }
}

extension EquilibriumSolution {
  /// What is spent, in per cent of GDP at factor cost of the base year.
  package var sizePercentOfGDP: Double { 100 * experiment.size / model.baseGDP }

  /// The largest gap between receipts and payments of an account, relative to GDP.
  package var largestGap: Double {
    zip(sam.receipts, sam.payments).reduce(0) { max($0, abs($1.0 - $1.1)) } / model.baseGDP
  }

  /// An amount before and after; `nil` for an indicator that is no amount or cannot be told. What is
  /// a change itself, as equivalent variation, has no base but rounding.
  package func level(of indicator: Indicator) -> LevelChange? {
    guard indicator.isAmount, let change = change(of: indicator),
      let base = model.base(of: indicator)
    else { return nil }
    return LevelChange(base: abs(base) > 1e-9 * model.baseGDP ? base : 0, change: change)
  }

  /// GDP at market prices three ways and its parts, before and after, in money of the numeraire.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure` for a matrix without kinds.
  package func gdpChanges(
    from base: EquilibriumSolution
  ) throws(SocialAccountingMatrix.Failure) -> [(item: String, level: LevelChange)] {
    let before = try base.sam.grossDomesticProduct()
    let after = try sam.grossDomesticProduct()
    let items: [(name: String, value: (GrossDomesticProduct) -> Double)] = [
      ("by_income", { $0.byIncome }), ("by_production", { $0.byProduction }),
      ("by_expenditure", { $0.byExpenditure }), ("factor_income", { $0.factorIncome }),
      ("net_taxes", { $0.netTaxes }), ("household_consumption", { $0.householdConsumption }),
      ("government_consumption", { $0.governmentConsumption }),
      ("other_consumption", { $0.otherConsumption }), ("investment", { $0.investment }),
      ("exports", { $0.exports }), ("imports", { $0.imports }),
    ]
    return items.map { item in
      (
        item: item.name,
        level: LevelChange(
          base: item.value(before), change: item.value(after) - item.value(before))
      )
    }
  }

  /// A factor, or its part in one activity: its reward and its employment at base rewards.
  package struct FactorChange: Sendable, Equatable {
    /// The factor.
    package let factor: Account
    /// The activity; `nil` for all of them, of which the reward is the average.
    package let activity: Account?
    /// The change of the reward, per cent.
    package let rewardPercent: Double
    /// Employment.
    package let employment: LevelChange
  }

  /// Every factor that is employed, in all and by activity.
  package func factorChanges(from base: EquilibriumSolution) -> [FactorChange] {
    let accounts = model.sam.accounts
    var changes: [FactorChange] = []
    for f in accounts.indices where accounts[f].kind?.isFactor == true {
      var before = 0.0
      var after = 0.0
      var paid = 0.0
      var parts: [FactorChange] = []
      for a in model.sam.indices(of: .activity) {
        guard let employed = employment(f, in: a), let start = base.employment(f, in: a),
          let reward = reward(f, in: a)
        else { continue }
        before += start
        after += employed
        paid += employed * reward
        parts.append(
          FactorChange(
            factor: accounts[f], activity: accounts[a], rewardPercent: 100 * (reward - 1),
            employment: LevelChange(base: start, change: employed - start)))
      }
      guard before > 0 else { continue }
      changes.append(
        FactorChange(
          factor: accounts[f], activity: nil, rewardPercent: 100 * (paid / after - 1),
          employment: LevelChange(base: before, change: after - before)))
      changes += parts
    }
    return changes
  }

  /// The price of what is produced and traded, the change from the base in per cent.
  package var priceChanges: [(account: Account, percent: Double)] {
    model.sam.accounts.indices.compactMap { k in
      let account = model.sam.accounts[k]
      guard account.kind?.isProduction == true, let price = price(k) else { return nil }
      return (account: account, percent: 100 * (price - 1))
    }
  }

  /// Output of an activity at base prices, and the change of its price in per cent.
  package typealias SectorChange = (
    activity: Account, output: LevelChange, pricePercent: Double?
  )

  /// Every activity that produces.
  package func sectorChanges(from base: EquilibriumSolution) -> [SectorChange] {
    model.sam.indices(of: .activity).compactMap { a in
      guard let output = change(from: base, { $0.quantity(a) }) else { return nil }
      return (
        activity: model.sam.accounts[a], output: output,
        pricePercent: price(a).map { 100 * ($0 - 1) }
      )
    }
  }

  /// Volumes of a commodity that cross the border, `nil` for a direction without trade: exports of
  /// own output at base basic prices, imports at base world prices.
  package typealias TradeChange = (
    commodity: Account, exports: LevelChange?, imports: LevelChange?
  )

  /// Every commodity.
  package func tradeChanges(from base: EquilibriumSolution) -> [TradeChange] {
    model.sam.indices(of: .commodity).map { c in
      (
        commodity: model.sam.accounts[c], exports: change(from: base) { $0.exportVolume(c) },
        imports: change(from: base) { $0.importVolume(c) }
      )
    }
  }

  /// A volume before and after; `nil` where the account has none.
  private func change(
    from base: EquilibriumSolution, _ volume: (EquilibriumSolution) -> Double?
  ) -> LevelChange? {
    guard let after = volume(self), let before = volume(base) else { return nil }
    return LevelChange(base: before, change: after - before)
  }

  /// A household: its income in money of the numeraire, and what the change is worth to it.
  package struct HouseholdChange: Sendable, Equatable {
    /// The household.
    package let household: Account
    /// Its receipts.
    package let income: LevelChange
    /// Equivalent variation, in the unit of the matrix.
    package let welfare: Double?
    /// The same in per cent of its income of the base year.
    package var welfarePercent: Double? { welfare.map { 100 * $0 / income.base } }
  }

  /// Every household.
  package func householdChanges(from base: EquilibriumSolution) -> [HouseholdChange] {
    let before = base.sam.receipts
    let after = sam.receipts
    return model.sam.indices(of: .household).map { k in
      HouseholdChange(
        household: model.sam.accounts[k],
        income: LevelChange(base: before[k], change: after[k] - before[k]),
        welfare: equivalentVariation(k))
    }
  }
}
