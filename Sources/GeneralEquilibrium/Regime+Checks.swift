package import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Regime {
  /// Refuses assumptions that contradict each other, and names that the matrix lacks.
  func requireConsistent(
    with sam: SocialAccountingMatrix
  ) throws(EquilibriumModel.Failure) {
    let investmentIsFixed = investment == .fixedVolume
    if foreign == .savingFixed, investmentIsFixed {
      throw .contradiction(
        regime: name,
        reason:
          "investment, saving rates and foreign saving are all fixed, so that nothing can pay "
          + "for investment")
    }
    if foreign == .rateFixed, !investmentIsFixed {
      throw .contradiction(
        regime: name,
        reason:
          "foreign saving and \(investment == .investmentDriven ? "saving rates" : "investment")"
          + " both adjust, so that neither is determined")
    }
    if foreign == .rateFixed, numeraire != .exchangeRate {
      throw .contradiction(
        regime: name, reason: "the exchange rate is fixed, and so is the only numeraire")
    }
    if exports == .composite,
      let entry = elasticities.last(where: {
        ($0.parameter == .exportDemand && $0.value != 0)
          || ($0.parameter == .transformation && $0.value != .infinity)
      })
    {
      throw .contradiction(
        regime: name,
        reason: "the volumes of exports from the composite are fixed, so that the elasticity "
          + "\(entry.parameter.rawValue) of '\(entry.accounts)' has no place: exports from "
          + "own-output have one")
    }
    if exports == .composite, foreign == .savingFixed, numeraire == .domesticPrices {
      throw .contradiction(
        regime: name, reason: "with exports from the composite there is no index of domestic prices"
      )
    }
    for market in factors {
      if !(market.supplyElasticity >= 0) {
        throw .contradiction(
          regime: name,
          reason: "the supply of '\(market.factors)' has the elasticity "
            + "\(market.supplyElasticity.sixDigits), below zero")
      }
      try requireKnown(market.factors, in: sam, place: "its factors")
      try requireKnown(market.activities, in: sam, place: "its activities")
    }
    for draw in supplyDraws { try requireKnown(draw.factors, in: sam, place: "its supply-draw") }
    try Elasticities(elasticities).requireKnown(in: sam)
    for margin in variant.margins
    where !sam.accounts.contains(where: { $0.code == margin.account && $0.kind == .margin }) {
      throw .unknownSelection(
        margin.account, in: "the margins of the regime '\(name)'",
        nearest: sam.accounts.filter { $0.kind == .margin }.map { $0.code })
    }
    guard case .reward(let code) = numeraire else { return }
    guard let factor = sam.accounts.first(where: { $0.code == code }) else {
      throw .unknownSelection(
        code, in: "the numeraire of '\(name)'",
        nearest: nearestCodes(to: code, among: sam.accounts.map { $0.code }))
    }
    guard
      let market = resolved(in: sam).factors.last(where: { $0.factors.contains(factor) }),
      market.scope == .mobile, market.supplyElasticity < .infinity
    else {
      throw .contradiction(
        regime: name,
        reason: "the wage of '\(code)' cannot be the numeraire, as it has no one market")
    }
  }

  /// Refuses a closure in which nothing of the matrix can do what it asks for.
  func requirePayers(in matrix: PreparedMatrix) throws(EquilibriumModel.Failure) {
    func paid(to row: Int, by columns: [Int]) -> Double {
      columns.reduce(0) { $0 + max(0, matrix.flows[row, $1]) }
    }
    let consumers = matrix.institutions.filter { i in
      (matrix.commodities + matrix.activities).contains { matrix.flows[$0, i] != 0 }
    }
    let goods = matrix.commodities + matrix.activities
    switch investment {
    case .savingDriven, .valueShares:
      guard goods.contains(where: { matrix.flows[$0, matrix.savings] > 0 }) else {
        throw .contradiction(
          regime: name,
          reason: "investment follows saving, but '\(matrix.code(matrix.savings))' buys nothing")
      }
    case .investmentDriven:
      guard paid(to: matrix.savings, by: consumers) > 0 else {
        throw .contradiction(
          regime: name,
          reason: "saving rates pay for investment, but no account that consumes saves anything")
      }
    case .fixedVolume: break
    }
    switch government {
    case .savingFree: break
    case .directTax:
      let taxes = matrix.taxes.filter { matrix.kind($0) == .directTax }
      guard taxes.contains(where: { paid(to: $0, by: matrix.institutions) > 0 }) else {
        throw .contradiction(
          regime: name, reason: "direct taxes adjust, but no institution pays any")
      }
    case .indirectTax:
      let taxes = matrix.taxes.filter { matrix.kind($0) == .productTax }
      guard taxes.contains(where: { paid(to: $0, by: matrix.commodities) > 0 }) else {
        throw .contradiction(
          regime: name, reason: "taxes on products adjust, but no commodity pays any")
      }
    case .valueShares:
      guard goods.contains(where: { matrix.flows[$0, matrix.government] > 0 }) else {
        throw .contradiction(
          regime: name, reason: "government spends shares of its revenue, but buys nothing")
      }
    }
  }

  /// Refuses a code that is no account; kinds and groups may be empty.
  private func requireKnown(
    _ selector: AccountSelector, in sam: SocialAccountingMatrix, place: String
  ) throws(EquilibriumModel.Failure) {
    guard !selector.isKnown(among: sam.accounts) else { return }
    throw .unknownSelection(
      selector.description, in: "\(place) of the regime '\(name)'",
      nearest: selector.nearest(among: sam.accounts))
  }

  /// The same regime with the names of factors and activities as what they stand for in a matrix.
  package func resolved(in sam: SocialAccountingMatrix) -> Regime {
    var regime = self
    for k in factors.indices {
      regime.factors[k].factors = factors[k].factors.resolved(among: sam.accounts)
      regime.factors[k].activities = factors[k].activities.resolved(among: sam.accounts)
    }
    return regime
  }

  /// What a reader should know of the regime in this matrix.
  func notes(on sam: SocialAccountingMatrix) -> [String] {
    var notes: [String] = []
    let asksSkills = factors.contains {
      AccountSelector.Schooling(rawValue: $0.factors.description) != nil
    }
    let skilled = AccountSelector.labour(.skilled)
    if asksSkills, !sam.accounts.contains(where: { skilled.contains($0) }) {
      notes.append(
        "no labour account of the matrix is known to be skilled (group 'skilled', or the codes "
          + "flab-s and flab-t), so that all labour counts as unskilled")
    }
    let real = factors.allSatisfy { $0.supplyElasticity == .infinity && $0.reward == .real }
    if real, investment == .savingDriven, numeraire == .consumerPrices {
      notes.append("every factor is idle, so that the consumer price index is no anchor of wages")
    }
    return notes
  }
}

extension EquationBuilder {
  /// Which elasticities are only the defaults of all accounts, and which activities use no factor.
  func notesOnDefaults() -> [String] {
    var notes: [String] = []
    let trade = defaulted.filter { $0.hasPrefix("armington") || $0.hasPrefix("transformation") }
    if !trade.isEmpty {
      notes.append("elasticities by default: " + list(trade.uniqued, first: 12))
    }
    if !negativeNeeds.isEmpty {
      notes.append(
        "income elasticities above the Frisch parameter make subsistence negative for: "
          + list(negativeNeeds.uniqued))
    }
    let idle = matrix.activities.filter { parts.employment[$0] == nil }
    if !idle.isEmpty {
      notes.append(
        "activities without factors, whose price is the cost of their inputs: "
          + list(idle.map { matrix.code($0) }))
    }
    return notes
  }
}
