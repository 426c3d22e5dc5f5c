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
  ///
  /// - Throws: `.unknownAccount`, as every look-up here, for a code that the matrix lacks.
  public func price(of code: String) throws(SocialAccountingMatrix.Failure) -> Double? {
    price(try model.sam.index(of: code))
  }

  /// What an activity is paid for a unit of a commodity, relative to the base; its one price, unless
  /// the regime has joint products.
  public func price(
    of commodity: String, from activity: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    let (c, a) = (try model.sam.index(of: commodity), try model.sam.index(of: activity))
    return model.system.parts.productPrices[a]?[c].map { values[$0] } ?? price(a)
  }

  /// The volume of an account at base prices: output, composite supply, margin services; `nil` for
  /// others.
  public func quantity(of code: String) throws(SocialAccountingMatrix.Failure) -> Double? {
    quantity(try model.sam.index(of: code))
  }

  /// Exports of a commodity from own output, in base basic prices; `nil` where it has none.
  public func exportVolume(
    of commodity: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    exportVolume(try model.sam.index(of: commodity))
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
  public func importVolume(
    of commodity: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    importVolume(try model.sam.index(of: commodity))
  }

  /// What a unit of a factor earns in an activity, relative to the base; `nil` where the activity
  /// employs none.
  public func reward(
    of factor: String, in activity: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    reward(try model.sam.index(of: factor), in: try model.sam.index(of: activity))
  }

  /// How much of a factor an activity employs, at base rewards; `nil` where it employs none.
  public func employment(
    of factor: String, in activity: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    employment(try model.sam.index(of: factor), in: try model.sam.index(of: activity))
  }

  /// The equivalent variation of a household, in the unit of the matrix; `nil` for other accounts.
  public func equivalentVariation(
    of household: String
  ) throws(SocialAccountingMatrix.Failure) -> Double? {
    equivalentVariation(try model.sam.index(of: household))
  }

  /// Investment relative to the base, its stocks apart.
  package var investmentScale: Double { values[model.system.parts.investmentScale] }
}

/// The same by position.
extension EquilibriumSolution {
  func price(_ k: Int) -> Double? { model.system.parts.prices[k].map { values[$0] } }

  func quantity(_ k: Int) -> Double? { model.system.parts.quantities[k].map { values[$0] } }

  func exportVolume(_ c: Int) -> Double? {
    model.system.parts.exportVolumes[c].map { values[$0] }
  }

  func importVolume(_ c: Int) -> Double? {
    model.system.parts.importVolumes[c].map { values[$0] }
  }

  func reward(_ f: Int, in a: Int) -> Double? {
    model.system.parts.rewards[a]?[f].map { values[$0] }
  }

  func employment(_ f: Int, in a: Int) -> Double? {
    model.system.parts.employment[a]?[f].map { values[$0] }
  }

  func equivalentVariation(_ h: Int) -> Double? {
    model.system.parts.equivalentVariation[h].map { values[$0] }
  }
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
