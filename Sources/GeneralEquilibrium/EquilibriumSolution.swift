public import AccountMatrix
package import LinearAlgebra

/// An economy after an experiment: a matrix of its own, with the prices and quantities behind it.
public struct EquilibriumSolution: Sendable {
  /// The model.
  public let model: EquilibriumModel
  /// What was done.
  public let experiment: Experiment
  /// The flows after the experiment, in money of the numeraire: every account balances.
  public let sam: SocialAccountingMatrix
  /// The largest residual of an equation, relative to its flow.
  package let residual: Double
  /// What saving and investment miss each other by, relative to GDP; zero by Walras' law.
  package let walras: Double
  /// Newton steps taken.
  package let steps: Int
  /// How often the Jacobian was factorised.
  package let factorisations: Int
  /// In how many parts the shock was applied, each solved from the last.
  package let continuationSteps: Int
  /// What payments have changed by, from the column account to the row account, without the
  /// rounding of a difference of flows.
  package let flowChanges: Matrix
  let values: ExpressionGraph.Values

  init(
    _ model: EquilibriumModel, _ experiment: Experiment, _ point: EquilibriumModel.Point
  ) throws(EquilibriumModel.Failure) {
    self.model = model
    self.experiment = experiment
    residual = point.residual
    steps = point.steps
    factorisations = point.factorisations
    continuationSteps = point.continuationSteps
    values = point.values
    walras = point.values[model.system.parts.walras] / model.baseGDP
    let count = model.sam.accounts.count
    var flows = Matrix(rows: count, columns: count)
    var changes = flows
    for cell in model.system.cells {
      flows[cell.row, cell.column] += point.values[cell.value]
      changes[cell.row, cell.column] += point.values.change(of: cell.value)
    }
    flowChanges = changes
    do {
      sam = try model.sam.replacing(
        accounts: model.sam.accounts, flows: flows, grain: [Double](repeating: 0, count: count),
        step: "solved under the regime \(model.regime.name)")
    } catch { throw .matrix(error) }
    try checkIdentities()
  }

  /// Receipts equal payments in every account, GDP is the same three ways, and the anchor holds.
  private func checkIdentities() throws(EquilibriumModel.Failure) {
    let allowed = 1e-10 * model.baseGDP
    let receipts = sam.receipts
    let payments = sam.payments
    for (k, account) in sam.accounts.enumerated() {
      let gap = receipts[k] - payments[k]
      guard abs(gap) <= allowed else {
        throw .identity("receipts less payments of '\(account.code)'", gap: gap)
      }
    }
    let gdp: GrossDomesticProduct
    do { gdp = try sam.grossDomesticProduct() } catch { throw .matrix(error) }
    for (name, value) in [
      ("GDP by expenditure less GDP by income", gdp.byExpenditure - gdp.byIncome),
      ("GDP by production less GDP by income", gdp.byProduction - gdp.byIncome),
      ("saving less investment", walras * model.baseGDP),
    ] {
      guard abs(value) <= allowed else { throw .identity(name, gap: value) }
    }
  }

  /// The change of an indicator; `nil` where the matrix cannot tell it.
  public func change(of indicator: Indicator) -> Double? {
    model.system.indicators[indicator].map { values.change(of: $0) }
  }

  /// The changes of all indicators.
  public var response: EquilibriumResponse {
    var changes: [Indicator: Double] = [:]
    for indicator in Indicator.allCases {
      if let change = change(of: indicator) { changes[indicator] = change }
    }
    return EquilibriumResponse(
      model: model, experiment: experiment, solvedSize: experiment.size, changes: changes)
  }

  /// The price of an account relative to the base: output of an activity, the composite of a
  /// commodity, a margin, the wage of a mobile factor; `nil` for others.
  public func price(of code: String) -> Double? {
    guard let k = try? model.sam.index(of: code) else { return nil }
    return model.system.parts.prices[k].map { values[$0] }
  }

  /// What an activity is paid for a unit of a commodity, relative to the base; its one price, unless
  /// the regime has joint products.
  public func price(of commodity: String, from activity: String) -> Double? {
    guard let c = try? model.sam.index(of: commodity), let a = try? model.sam.index(of: activity)
    else { return nil }
    return model.system.parts.productPrices[a]?[c].map { values[$0] } ?? price(of: activity)
  }

  /// The volume of an account at base prices: output, composite supply, margin services.
  public func quantity(of code: String) -> Double? {
    guard let k = try? model.sam.index(of: code) else { return nil }
    return model.system.parts.quantities[k].map { values[$0] }
  }

  /// Exports of a commodity from own output, in base basic prices; `nil` where it has none.
  public func exportVolume(of commodity: String) -> Double? {
    guard let c = try? model.sam.index(of: commodity) else { return nil }
    return model.system.parts.exportVolumes[c].map { values[$0] }
  }

  /// What the world pays for exports of a commodity, in foreign currency relative to the base; `nil`
  /// where it has none.
  package func exportPrice(of commodity: String) throws(SocialAccountingMatrix.Failure)
    -> Double?
  {
    let c = try model.sam.index(of: commodity)
    return model.system.parts.exportPrices[c].map { values[$0] }
  }

  /// Imports of a commodity in base world prices; `nil` where it has none.
  public func importVolume(of commodity: String) -> Double? {
    guard let c = try? model.sam.index(of: commodity) else { return nil }
    return model.system.parts.importVolumes[c].map { values[$0] }
  }

  /// What a unit of a factor earns in an activity, relative to the base.
  public func reward(of factor: String, in activity: String) -> Double? {
    guard let f = try? model.sam.index(of: factor), let a = try? model.sam.index(of: activity)
    else { return nil }
    return model.system.parts.rewards[a]?[f].map { values[$0] }
  }

  /// How much of a factor an activity employs, at base rewards.
  public func employment(of factor: String, in activity: String) -> Double? {
    guard let f = try? model.sam.index(of: factor), let a = try? model.sam.index(of: activity)
    else { return nil }
    return model.system.parts.employment[a]?[f].map { values[$0] }
  }

  /// The equivalent variation of a household, in the unit of the matrix.
  public func equivalentVariation(of household: String) -> Double? {
    guard let h = try? model.sam.index(of: household) else { return nil }
    return model.system.parts.equivalentVariation[h].map { values[$0] }
  }

  /// Investment relative to the base, its stocks apart.
  package var investmentScale: Double { values[model.system.parts.investmentScale] }
}

extension EquilibriumModel {
  /// Solves an experiment at its size.
  ///
  /// - Throws: `Failure.tooLarge` or `.noSolution` with what would be feasible; `.identity` if a
  ///   solution is not exact.
  /// - Complexity: O(n³) for each factorisation, of which a shock of one per cent of GDP needs few.
  public func solution(of experiment: Experiment) throws(Failure) -> EquilibriumSolution {
    try EquilibriumSolution(self, experiment, try point(of: experiment))
  }
}
