internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Comparison {
  /// What a franc of each programme does: one row of multipliers per column, then dot products.
  static func effects(
    of programmes: [Programme], in model: MultiplierModel, positions: AccountPositions
  ) throws(Failure) -> (effects: [ProgrammeEffect], averageTurningResponse: Double?) {
    let households = model.sam.accounts.filter { $0.kind == .household }
    let knowsQuintiles = !households.isEmpty && households.allSatisfy { $0.quintile != nil }
    let knowsAreas = !households.isEmpty && households.allSatisfy { $0.area != nil }

    func isPoor(_ account: Account) -> Bool {
      account.kind == .household && (account.quintile ?? 9) <= 2
    }
    func isRural(_ account: Account) -> Bool {
      account.kind == .household && account.area == .rural
    }

    let totals = LeakageClasses(model)
    var weights = Measure.allCases.map { model.weights(of: $0) }
    weights.append(model.weights(where: isPoor))
    weights.append(model.weights(where: isRural))
    weights += [totals.taxes, totals.imports, totals.saving, totals.other]
    let unmet = model.shares.map { 1 - $0 }
    weights.append(model.unmetRates)
    let multipliers = model.multipliers(ofWeights: weights)

    let injections = programmes.map { positions.endogenousShares($0) }
    let agriculture = try AgricultureCurve(model, programmes: programmes, injections: injections)

    var effects: [ProgrammeEffect] = []
    for (p, programme) in programmes.enumerated() {
      let values = multipliers.map { $0.dot(injections[p]) }
      let direct = positions.exogenousShares(programme)
      // What a household outside the system is paid is its income all the same.
      func paidDirectly(_ counts: (Account) -> Bool) -> Double {
        direct.dot(model.exogenous.map { counts($0) ? 1 : 0 })
      }
      let income = values[3] + paidDirectly { $0.kind == .household }
      let taxReturn = values[6] + direct.dot(totals.directTaxes)
      let importLeakage = values[7]
      let savingLeakage = values[8] + direct.dot(totals.directSaving)
      let unmetDemand = values[10] + unmet.dot(injections[p])
      let otherLeakage = values[9] + unmetDemand + direct.dot(totals.directOther)
      let leakageTotal = taxReturn + importLeakage + savingLeakage + otherLeakage
      guard abs(leakageTotal - 1) <= 1e-9 else {
        throw .model(.leakagesDiffer(injected: 1, leaked: leakageTotal))
      }
      let paidToHouseholds = programme.shares.reduce(0) { sum, share in
        households.contains { $0.code == share.account } ? sum + share.fraction : sum
      }
      effects.append(
        ProgrammeEffect(
          gdpFactorCost: values[1],
          gdpFactorCostFixedAgriculture: agriculture?.fixed[p],
          turningResponse: agriculture?.turningResponses[p],
          gdpDirectWages: programme.directWages,
          gdpMarketPrices: values[2], output: values[0], income: income,
          incomeBeyondTransfer: income - paidToHouseholds,
          incomeBottom40: knowsQuintiles ? values[4] + paidDirectly(isPoor) : nil,
          incomeRural: knowsAreas ? values[5] + paidDirectly(isRural) : nil,
          taxReturn: taxReturn, importLeakage: importLeakage, savingLeakage: savingLeakage,
          otherLeakage: otherLeakage, leakageTotal: leakageTotal))
    }
    return (effects, agriculture?.averageTurningResponse)
  }
}

/// Leakage rates of endogenous accounts in four classes that add to all leakages, and which
/// class a share paid straight to an exogenous account belongs to.
private struct LeakageClasses {
  var taxes: [Double]
  var imports: [Double]
  var saving: [Double]
  var other: [Double]
  let directTaxes: [Double]
  let directSaving: [Double]
  let directOther: [Double]

  init(_ model: MultiplierModel) {
    let count = model.endogenous.count
    taxes = [Double](repeating: 0, count: count)
    (imports, saving, other) = (taxes, taxes, taxes)
    for (i, account) in model.exogenous.enumerated() {
      for j in 0..<count {
        let rate = model.leakageRates[i, j]
        switch account.kind {
        case .some(let kind) where kind.isTax: taxes[j] += rate
        case .savings: saving[j] += rate
        case .restOfWorld where model.endogenous[j].kind == .commodity: imports[j] += rate
        default: other[j] += rate
        }
      }
    }
    directTaxes = model.exogenous.map { $0.kind?.isTax == true ? 1 : 0 }
    directSaving = model.exogenous.map { $0.kind == .savings ? 1 : 0 }
    directOther = zip(directTaxes, directSaving).map { 1 - $0 - $1 }
  }
}
