internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension DrawnEconomy {
  /// A scenario on the accounts of the matrix: how drawn average shares become what is spent and
  /// met in it.
  ///
  /// Everything is taken from the model of the scenario, so that the figures without draws are
  /// those of the model.
  struct System: Sendable {
    let id: String
    /// The part of its receipts that each column passes on: 0 for an exogenous account, else 1.
    let passedOn: [Double]
    /// Response shares by column account.
    let responses: [Double]
    /// The part of own consumption that households buy on the market at the margin.
    let boughtOnMarket: Double
    /// The part of the value added of own produce that goes back to the household.
    let ownProduceReturned: Double
    /// What households buy where activities do not meet their demand for own produce.
    let substitutes: [OwnProduceSubstitute]
    /// Marginal over average shares, rows by columns, before own consumption is moved; `nil` where
    /// spending is average.
    let atMargin: Matrix?
    /// Expenditure elasticities, by which households spend at the margin; `nil` without.
    let marginal: MarginalSpending?
    /// The part of spending that follows them: one, or less on the way from another scenario.
    let marginalPart: Double

    private init(
      id: String, passedOn: [Double], responses: [Double], boughtOnMarket: Double,
      ownProduceReturned: Double, substitutes: [OwnProduceSubstitute], atMargin: Matrix?,
      marginal: MarginalSpending?, marginalPart: Double
    ) {
      self.id = id
      self.passedOn = passedOn
      self.responses = responses
      self.boughtOnMarket = boughtOnMarket
      self.ownProduceReturned = ownProduceReturned
      self.substitutes = substitutes
      self.atMargin = atMargin
      self.marginal = marginal
      self.marginalPart = marginalPart
    }

    /// The system of a model on a table of average shares, whose columns stand at `positions` of
    /// the matrix.
    init(
      _ scenario: StructuralScenario, of model: MultiplierModel, on table: SpendingTable,
      positions: [Int]
    ) throws(MultiplierModel.Failure) {
      var columns = [Int](repeating: -1, count: model.sam.accounts.count)
      for (j, position) in positions.enumerated() { columns[position] = j }
      let places = model.partition.endogenous.map { columns[$0] }
      var passedOn = [Double](repeating: 0, count: positions.count)
      var responses = [Double](repeating: 1, count: positions.count)
      for (j, response) in zip(places, model.shares) {
        passedOn[j] = 1
        responses[j] = response
      }
      var atMargin: Matrix?
      var elasticities: MarginalSpending?
      if case .expenditure(let known) = model.settings.spending {
        elasticities = MarginalSpending(known, on: table)
      }
      let hasRatios = elasticities == nil && model.settings.spending != .average
      if hasRatios || model.settings.savingRates != nil {
        let marginal = try model.with {
          $0.ownConsumption = .unmet
          $0.supply = .free
          if elasticities != nil { $0.spending = .average }
        }.spendingTable
        var rows: [String: Int] = [:]
        for (row, account) in table.rows.enumerated() { rows[account.code] = row }
        var ratios = Matrix(repeating: 1, rows: table.rows.count, columns: positions.count)
        for (i, account) in marginal.rows.enumerated() {
          guard let row = rows[account.code] else { continue }
          for (own, j) in places.enumerated() where table.shares[row, j] != 0 {
            ratios[row, j] = marginal.shares[i, own] / table.shares[row, j]
          }
        }
        atMargin = ratios
      }
      self.init(
        id: scenario.id, passedOn: passedOn, responses: responses,
        boughtOnMarket: model.settings.ownConsumption == .off ? 1 : 0,
        ownProduceReturned: model.settings.ownConsumption == .household ? 1 : 0,
        substitutes: model.ownProduceSubstitutes.map { $0.moved(to: places) }, atMargin: atMargin,
        marginal: elasticities, marginalPart: elasticities == nil ? 0 : 1)
    }

    /// A system between this one, at 0, and another, at 1.
    func blended(with other: System, at t: Double) -> System {
      func blend(_ a: [Double], _ b: [Double]) -> [Double] {
        zip(a, b).map { (1 - t) * $0 + t * $1 }
      }
      var ratios: Matrix?
      if let some = atMargin ?? other.atMargin {
        let ones = [Double](repeating: 1, count: some.storage.count)
        ratios = Matrix(
          storage: blend(atMargin?.storage ?? ones, other.atMargin?.storage ?? ones),
          rows: some.rows, columns: some.columns)
      }
      return System(
        id: other.id, passedOn: blend(passedOn, other.passedOn),
        responses: blend(responses, other.responses),
        boughtOnMarket: (1 - t) * boughtOnMarket + t * other.boughtOnMarket,
        ownProduceReturned: (1 - t) * ownProduceReturned + t * other.ownProduceReturned,
        substitutes: substitutes.map { $0.scaled(by: 1 - t) }
          + other.substitutes.map { $0.scaled(by: t) },
        atMargin: ratios, marginal: marginal ?? other.marginal,
        marginalPart: (1 - t) * marginalPart + t * other.marginalPart)
    }
  }
}

extension DrawnEconomy.System {
  /// Spending in the scenario, of drawn average shares: what exogenous accounts receive they do not
  /// pass on.
  ///
  /// - Parameter elasticities: the drawn values of the lines of `marginal`; its own without.
  func spending(_ drawn: SpendingTable, elasticities: [Double]? = nil) -> SpendingTable {
    var table = spendingAtMargin(drawn, elasticities: elasticities)
    table.moveOwnConsumptionToMarket(boughtOnMarket)
    table.ownProduceReturned = ownProduceReturned
    for (j, part) in passedOn.enumerated() where part != 1 {
      for i in table.rows.indices { table.shares[i, j] *= part }
    }
    return table
  }

  /// Spending by marginal shares, before own consumption is moved.
  private func spendingAtMargin(
    _ drawn: SpendingTable, elasticities: [Double]? = nil
  ) -> SpendingTable {
    var table = drawn
    if let atMargin {
      let count = table.columns.count
      var sums = [Double](repeating: 0, count: count)
      for k in table.shares.storage.indices {
        table.shares.storage[k] *= atMargin.storage[k]
        sums[k % count] += table.shares.storage[k]
      }
      // A household spends what it receives, whatever shares are drawn.
      for k in table.shares.storage.indices { table.shares.storage[k] /= sums[k % count] }
    }
    if let marginal, marginalPart > 0 {
      let average = table.shares.storage
      marginal.apply(to: &table, values: elasticities)
      if marginalPart < 1 {
        for k in average.indices {
          table.shares.storage[k] =
            (1 - marginalPart) * average[k] + marginalPart * table.shares.storage[k]
        }
      }
    }
    return table
  }

  /// By row, what a change of a column's average share adds to Σ w of what the column spends, to
  /// the first order and at the shares of the matrix: the chain rule through `spending`.
  func values(
    ofColumn j: Int, weighing weights: [Double], average: SpendingTable
  ) -> [Double] {
    var values = weights
    let scaled = atMargin.map { ratios in
      average.rows.indices.map { average.shares[$0, j] * ratios[$0, j] }
    }
    let beforeElasticities = scaled ?? average.shares.column(j)
    let spent =
      marginal == nil ? beforeElasticities : spendingAtMargin(average).shares.column(j)
    if boughtOnMarket > 0, average.columns[j].kind == .household {
      let activities = average.rows { $0 == .activity }
      let commodities = average.rows { $0 == .commodity }.filter { spent[$0] > 0 }
      let own = activities.reduce(0) { $0 + spent[$1] }
      let bought = commodities.reduce(0) { $0 + spent[$1] }
      if own != 0, bought > 0 {
        let worth = commodities.reduce(0) { $0 + weights[$1] * spent[$1] } / bought
        let moved = boughtOnMarket * own / bought
        for a in activities {
          values[a] = (1 - boughtOnMarket) * weights[a] + boughtOnMarket * worth
        }
        for c in commodities { values[c] = weights[c] + moved * (weights[c] - worth) }
      }
    }
    if let marginal, marginalPart > 0 {
      let gradient = marginal.gradient(ofColumn: j, weighing: values, at: beforeElasticities)
      for i in values.indices {
        values[i] = (1 - marginalPart) * values[i] + marginalPart * gradient[i]
      }
    }
    if let atMargin, let scaled {
      let mean = zip(values, scaled).reduce(0) { $0 + $1.0 * $1.1 }
      for i in values.indices { values[i] = atMargin[i, j] * (values[i] - mean) }
    }
    return values.map { $0 * passedOn[j] }
  }
}
