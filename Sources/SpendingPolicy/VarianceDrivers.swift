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
    guard let multipliers = drawn.multipliers(shares: base, in: system)?[measure] else {
      throw .drawNotProductive(draw: -1, scenario: system.id)
    }
    let received = try drawn.receipts(of: economy.programmes, in: system)
    // The value of a unit that a row receives, and of one that production pays to a factor.
    var values = [Double](repeating: 0, count: base.rows)
    for (j, row) in drawn.columnRows.enumerated() { values[row] = multipliers[j] }
    var valuesFromProduction = values
    for row in drawn.roles.factorRows { valuesFromProduction[row] += 1 }
    let production = Set(drawn.roles.production)
    let perUnit = drawn.draws.columns.indices.map { j in
      drawn.draws.variance(
        ofColumn: j, weighing: production.contains(j) ? valuesFromProduction : values)
        * system.passedOn[j] * system.passedOn[j]
    }
    let groups = drawn.draws.columns.map(Self.group)
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
  /// y = (I - S A)⁻¹ S x for each programme, by column account, without draws.
  func receipts(
    of programmes: [DrawnProgramme], in system: System
  ) throws(Uncertainty.Failure) -> [[Double]] {
    let injected = programmes.map { programme in
      zip(programme.amounts(columns: draws.columns.count), system.shares).map { $0 * $1 }
    }
    guard let factors = factors(spending: passed(draws.base, in: system), in: system) else {
      throw .drawNotProductive(draw: -1, scenario: system.id)
    }
    let solved = factors.solve(Matrix(injected).transposed).transposed
    return programmes.indices.map(solved.row)
  }
}
