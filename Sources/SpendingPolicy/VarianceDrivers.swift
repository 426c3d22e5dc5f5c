internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Uncertainty {
  /// What a source of error adds to the variance of a programme's GDP at factor cost.
  public struct Driver: Sendable, Equatable {
    /// The programme.
    public let programme: String
    /// The structural scenario.
    public let scenario: String
    /// Whose spending; `programme` for the programme's own vector; `common:` with an error that columns
    /// share; `elasticity:` with a line of expenditure elasticities.
    public let driver: String
    /// The standard deviation that this source alone gives.
    public let standardDeviation: Double
    /// Its part of the variance.
    public let share: Double
  }

  /// Drivers of the variance in the first scenario, to the first order, before anybody has paid.
  ///
  /// A change of column j changes c'Mx by Σ_i v_i da_ij y_j, with v = c'M and y = M x (the field of
  /// influence, Sonis & Hewings 1992); the variance of the sum follows from the Dirichlet moments.
  /// Columns are independent, so their variances add. An error that columns share, an elasticity and
  /// an outlay are moved by a standard deviation to both sides. Of the averages of families, `outlays`
  /// are the weights.
  public func drivers() throws(Failure) -> [Driver] {
    var drivers: [Driver] = []
    guard let economy = economies.first, let system = economy.drawn.systems.first,
      let measure = economy.drawn.measures.firstIndex(of: .gdpFactorCost)
    else { return [] }
    let drawn = economy.drawn
    let base = drawn.draws.base
    guard let multipliers = drawn.multipliers(of: base, in: system)?[measure] else {
      throw .drawNotProductive(draw: -1, scenario: system.id)
    }
    let received = try drawn.receipts(of: economy.programmes, in: system)
    let perUnit = base.columns.indices.map { j in
      drawn.draws.variance(
        ofColumn: j,
        weighing: system.values(
          ofColumn: j,
          weighing: drawn.rowValues(ofColumn: j, multipliers: multipliers, in: system),
          average: base))
    }
    let groups = base.columns.map(Self.group)
    let shared = try sharedErrors(of: economy, in: system)
    let own = economy.programmes.map { $0.variance(of: .gdpFactorCost, multipliers: multipliers) }
    let fractions = economy.programmes.map { $0.fractions(seed: 0, draw: nil) }
    let values = economy.programmes.indices.map {
      economy.programmes[$0].value(
        of: .gdpFactorCost, multipliers: multipliers, fractions: fractions[$0])
    }
    let single = economy.programmes.indices.map { [(position: $0, weight: 1.0)] }
    for (p, weights) in (single + economy.averages.map { $0.weights }).enumerated() {
      let isAverage = p >= single.count
      func mean(_ values: [Double]) -> Double {
        weights.reduce(0) { $0 + $1.weight * values[$1.position] }
      }
      var sums: [(String, Double)] = [
        ("programme", weights.reduce(0) { $0 + $1.weight * $1.weight * own[$1.position] })
      ]
      if isAverage {
        let family = economy.averages[p - single.count].family
        sums.append(("outlays", economy.varianceOfWeights(of: family, values: values)))
      }
      for group in groups.uniqued {
        sums.append(
          (
            group,
            groups.indices.reduce(0) { sum, j in
              guard groups[j] == group else { return sum }
              let receipts = mean(received.map { $0[j] })
              return sum + perUnit[j] * receipts * receipts
            }
          ))
      }
      sums += shared.map { name, deviations in
        (name, mean(deviations) * mean(deviations))
      }
      let total = sums.reduce(0) { $0 + $1.1 }
      drivers += sums.map { group, variance in
        Driver(
          programme: economy.ids[p], scenario: system.id, driver: group,
          standardDeviation: variance.squareRoot(), share: total > 0 ? variance / total : 0)
      }
    }
    return drivers
  }

  /// By programme, what a standard deviation of each error that columns share, and of each
  /// elasticity, moves.
  private func sharedErrors(
    of economy: Economy, in system: DrawnEconomy.System
  ) throws(Failure) -> [(name: String, deviations: [Double])] {
    let drawn = economy.drawn
    let fractions = economy.programmes.map { $0.fractions(seed: 0, draw: nil) }
    func values(
      _ table: SpendingTable, _ elasticities: [Double]? = nil
    ) throws(Failure) -> [Double] {
      guard
        let multipliers = drawn.multipliers(
          of: table, in: system, on: [.gdpFactorCost], elasticities: elasticities)?.first
      else { throw .drawNotProductive(draw: -1, scenario: system.id) }
      return economy.programmes.indices.map {
        economy.programmes[$0].value(
          of: .gdpFactorCost, multipliers: multipliers, fractions: fractions[$0])
      }
    }
    var found: [(name: String, deviations: [Double])] = []
    for (factor, name) in drawn.draws.commonFactors.enumerated() {
      let up = try values(drawn.draws.table(movingCommon: factor, by: 1))
      let down = try values(drawn.draws.table(movingCommon: factor, by: -1))
      found.append(
        (name: "common: \(name)", deviations: zip(up, down).map { ($0 - $1) / 2 }))
    }
    guard let entries = system.marginal?.elasticities.entries else { return found }
    let points = entries.map { $0.value }
    for (k, entry) in entries.enumerated() where entry.standardDeviation > 0 {
      // A step that stays in the range, scaled to a standard deviation.
      var (low, high) = (points, points)
      low[k] = entry.range.lowerBound
      high[k] = entry.range.upperBound
      let (above, below) = (
        try values(drawn.draws.base, high), try values(drawn.draws.base, low)
      )
      let scale =
        entry.standardDeviation / (entry.range.upperBound - entry.range.lowerBound)
      found.append(
        (
          name: "elasticity: \(entry.name)",
          deviations: zip(above, below).map { ($0 - $1) * scale }
        ))
    }
    return found
  }

  /// Columns that are told apart: by kind, activities by their group.
  private static func group(_ account: Account) -> String {
    let kind = account.kind?.rawValue ?? "other"
    guard account.kind == .activity, let group = account.group else { return kind }
    return "\(kind): \(group)"
  }
}

extension Uncertainty.Economy {
  /// The variance of a family's average that comes of its outlays, each moved by its standard
  /// deviation.
  fileprivate func varianceOfWeights(
    of family: Programme.Family, values: [Double]
  ) -> Double {
    let programmes = self.programmes.map { $0.programme }
    let francs = programmes.map { $0.isRanked && $0.outlay != nil ? $0.francs : nil }
    func average(_ position: Int, _ factor: Double) -> Double? {
      var moved = francs
      moved[position] = moved[position].map { $0 * factor }
      return CountedOutlay.weights(of: programmes, francs: moved)[family]?.mean { values[$0] }
    }
    return programmes.indices.reduce(0) { sum, p in
      guard francs[p] != nil, let error = outlayErrors[p], let up = average(p, 1 + error),
        let down = average(p, max(0, 1 - error))
      else { return sum }
      return sum + (up - down) * (up - down) / 4
    }
  }
}

extension DrawnEconomy {
  /// By row, what a unit that a column account pays to it adds to GDP at factor cost: what comes of
  /// its receipts, and itself where production pays a factor.
  ///
  /// Own produce that an activity does not meet is worth what is bought instead.
  fileprivate func rowValues(
    ofColumn j: Int, multipliers: [Double], in system: System
  ) -> [Double] {
    let table = draws.base
    var values = [Double](repeating: 0, count: table.rows.count)
    for (k, row) in table.columnRows.enumerated() { values[row] = multipliers[k] }
    for substitute in system.substitutes where substitute.household == j {
      let unmet = substitute.scale * (1 - system.responses[substitute.activity])
      for (commodity, part) in substitute.parts {
        values[table.columnRows[substitute.activity]] += unmet * part * multipliers[commodity]
      }
    }
    if table.columns[j].kind?.isProduction == true {
      for row in table.rows({ $0.isFactor }) { values[row] += 1 }
    }
    return values
  }

  /// y = (I - S A)⁻¹ S x for each programme, by column account, without draws.
  func receipts(
    of programmes: [DrawnProgramme], in system: System
  ) throws(Uncertainty.Failure) -> [[Double]] {
    let injected = programmes.map { programme in
      zip(programme.amounts(columns: draws.base.columns.count), system.responses)
        .map { $0 * $1 }
    }
    let met = system.spending(draws.base).metDemand(
      responses: system.responses, substitutes: system.substitutes
    ).met
    guard let factors = try? LU(MultiplierModel.systemMatrix(met)) else {
      throw .drawNotProductive(draw: -1, scenario: system.id)
    }
    let solved = factors.solve(Matrix(injected).transposed).transposed
    return programmes.indices.map { solved.row($0) }
  }
}
