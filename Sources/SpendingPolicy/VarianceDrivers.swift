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
    /// Whose spending, or `programme` for the programme's own vector.
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
  /// Columns are independent, so their variances add.
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
    for (p, programme) in economy.programmes.enumerated() {
      var sums: [(String, Double)] = [
        ("programme", programme.variance(of: .gdpFactorCost, multipliers: multipliers))
      ]
      for group in groups.uniqued {
        sums.append(
          (
            group,
            groups.indices.reduce(0) { sum, j in
              groups[j] == group ? sum + perUnit[j] * received[p][j] * received[p][j] : sum
            }
          ))
      }
      let total = sums.reduce(0) { $0 + $1.1 }
      drivers += sums.map { group, variance in
        Driver(
          programme: programme.programme.id, scenario: system.id, driver: group,
          standardDeviation: variance.squareRoot(), share: total > 0 ? variance / total : 0)
      }
    }
    return drivers
  }

  /// Columns that are told apart: by kind, activities by their group.
  private static func group(_ account: Account) -> String {
    let kind = account.kind?.rawValue ?? "other"
    guard account.kind == .activity, let group = account.group else { return kind }
    return "\(kind): \(group)"
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
