internal import AccountMatrix
internal import GeneralEquilibrium
internal import LinearAlgebra
internal import Multipliers

extension RegimeComparison {
  /// A regime with what the settings of a multiplier model have as a counterpart: expenditure
  /// elasticities and own produce by the linear expenditure system, exports from own output.
  ///
  /// - Throws: `Failure.setting` for a setting without one.
  static func counterpart(
    of settings: ModelSettings, for regime: Regime, in sam: SocialAccountingMatrix
  ) throws(Failure) -> Regime {
    if !settings.supply.isFree {
      throw .setting(
        "response",
        reason: "how much supply responds is what a regime decides, by the supply of factors")
    }
    if settings.closure != .standard {
      throw .setting(
        "exogenous", reason: "what adjusts is what a regime decides, by its closures")
    }
    if settings.savingRates != nil {
      throw .setting(
        "saving rates", reason: "saving rates are those of the matrix, or what a regime scales")
    }
    var changed = regime
    if settings.ownConsumption == .household {
      throw .setting(
        "own-produce", reason: "a regime pays the value added of own produce to factors")
    }
    if settings.exports == .ownOutput { changed.exports = .ownOutput }
    if settings.ownConsumption == .off {
      changed.elasticities.append(
        Elasticities.Entry(
          .income, .kind(.activity), 0, source: "own produce bought on the market"))
    }
    if case .expenditure(let elasticities) = settings.spending {
      changed.elasticities += try incomeElasticities(
        of: elasticities, in: sam, withOwnProduce: settings.ownConsumption != .off)
    }
    guard case .marginal(let elasticities) = settings.spending else { return changed }
    for entry in elasticities.entries {
      let kind = try? sam.account(entry.account).kind
      guard kind == .commodity || kind == .activity else {
        throw ratesAreFixed(for: entry.account, in: "elasticities")
      }
      guard settings.ownConsumption != .off || kind == .commodity else { continue }
      changed.elasticities.append(
        Elasticities.Entry(
          .income, .account(entry.account), entry.elasticity,
          of: .account(entry.household), source: "the elasticities of the multiplier model")
      )
    }
    return changed
  }

  private static func ratesAreFixed(for account: String, in setting: String) -> Failure {
    .setting(
      setting,
      reason: "saving and tax rates are those of the matrix in a regime, so that '\(account)' can "
        + "have no elasticity of its own")
  }

  /// How each household changes what it buys, as the linear expenditure system takes it: relative to
  /// all that it buys.
  ///
  /// - Throws: `Failure.setting` where what a household pays beside goods has an elasticity other than
  ///   one: tax and saving rates are the regime's.
  private static func incomeElasticities(
    of elasticities: ExpenditureElasticities, in sam: SocialAccountingMatrix, withOwnProduce: Bool
  ) throws(Failure) -> [Elasticities.Entry] {
    let payments = sam.payments
    let households = sam.indices(of: .household).filter { payments[$0] > 0 }
    guard
      let average = try? sam.averageSpending(
        rows: Array(sam.accounts.indices), columns: households)
    else { return [] }
    var marginal = average
    let spending = MarginalSpending(elasticities, on: average)
    if let account = spending.paidBesideGoods.first {
      throw ratesAreFixed(for: account.code, in: "spending marginal")
    }
    spending.apply(to: &marginal)
    let goods = average.rows { $0 == .commodity || ($0 == .activity && withOwnProduce) }
    return households.indices.flatMap { j in
      goods.filter { average.shares[$0, j] > 0 }.map { i in
        Elasticities.Entry(
          .income, .account(average.rows[i].code), marginal.shares[i, j] / average.shares[i, j],
          of: .account(average.columns[j].code), source: "expenditure elasticities")
      }
    }
  }

  /// One franc of each programme, and of what pays for it.
  static func experiments(
    of comparison: Comparison
  ) throws(Failure) -> [Experiment] {
    let model = comparison.model
    let positions = AccountPositions(model)
    func injection(_ programme: Programme) -> Injection {
      let vector = programme.vector(
        in: model, positions: positions, displacedEarnings: comparison.displacedEarnings)
      var amounts: [(account: String, value: Double)] = []
      for (account, amount) in zip(model.endogenous, vector.spent) where amount != 0 {
        amounts.append((account.code, amount))
      }
      for (account, amount) in zip(model.exogenous, vector.leaked) where amount != 0 {
        amounts.append((account.code, amount))
      }
      return Injection(amounts)
    }
    var withdrawn: Injection?
    if case .programme(let id) = comparison.financing {
      guard let row = comparison.rows.first(where: { $0.programme.id == id }) else {
        throw .financing(comparison.financing.id, reason: "the programme is not compared")
      }
      withdrawn = injection(row.programme)
    }
    return comparison.rows.map { row in
      let spent = injection(row.programme)
      guard let withdrawn else {
        return Experiment(spent, grant: comparison.financing == .grant ? spent.total : 0)
      }
      return Experiment(
        Injection(
          spent.amounts.map { ($0.account, $0.value) }
            + withdrawn.amounts.map { ($0.account, -$0.value) }))
    }
  }
}

extension Experiment {
  /// The same experiment of another size.
  func scaled(by size: Double) -> Experiment {
    Experiment(
      Injection(injection.amounts.map { ($0.account, $0.value * size) }), grant: grant * size,
      changes: changes)
  }
}
