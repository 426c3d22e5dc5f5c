internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// One matrix prepared for draws: the accounts that respond in any scenario, what is measured, and
/// the programmes that fit.
///
/// All scenarios share one set of columns, so that one draw serves them all; an account that is
/// exogenous in a scenario has its column set to zero there.
struct DrawnEconomy: Sendable {
  /// A scenario on the accounts of the matrix.
  struct System: Sendable {
    let id: String
    /// The part of its receipts that each column passes on: 0 for an exogenous account, else 1.
    let passedOn: [Double]
    /// Response shares by column account.
    let shares: [Double]
    /// The part of own consumption that households buy on the market at the margin.
    let boughtOnMarket: Double

    /// A system between this one, at 0, and another, at 1.
    func blended(with other: System, at t: Double) -> System {
      func blend(_ a: [Double], _ b: [Double]) -> [Double] {
        zip(a, b).map { (1 - t) * $0 + t * $1 }
      }
      return System(
        id: other.id, passedOn: blend(passedOn, other.passedOn),
        shares: blend(shares, other.shares),
        boughtOnMarket: (1 - t) * boughtOnMarket + t * other.boughtOnMarket)
    }
  }

  let draws: SpendingDraws
  /// The row of each column account.
  let columnRows: [Int]
  let systems: [System]
  let measures: [UncertainMeasure]
  /// Rows of households' own produce and of what they buy, and their columns.
  let activities: [Int]
  let commodities: [Int]
  let households: [Int]
  let roles: Roles
  /// Jobs per unit of marketed output by column, times units in a billion.
  let jobs: [Double]?

  /// Rows and columns by what they are to a measure.
  struct Roles: Sendable {
    var factorRows: [Int] = []
    var taxOnProductionRows: [Int] = []
    /// Tax accounts that never respond, by row, and those that may, by column.
    var taxRows: [Int] = []
    var taxColumns: [Int] = []
    var worldRows: [Int] = []
    var production: [Int] = []
    var commodityColumns: [Int] = []
    var poor: [Int]?
  }

  /// Prepares a matrix.
  ///
  /// - Throws: `MultiplierModel.Failure` if a scenario does not fit the matrix.
  init(
    _ model: MultiplierModel, scenarios: [StructuralScenario], grades: SourceGrades,
    employment: Employment?, measures wanted: [UncertainMeasure]
  ) throws {
    let sam = model.sam
    let empty = Set(sam.emptyAccounts)
    let present = sam.accounts.indices.filter { !empty.contains($0) }
    let standard = Set(model.partition.exogenous)
    var exogenousSets: [Set<Int>] = []
    var responses: [SupplyResponse] = []
    for scenario in scenarios {
      func positions(_ closure: Closure) throws -> Set<Int> {
        if closure.exogenous.isEmpty { return [] }
        do { return Set(try closure.partition(of: sam).exogenous) } catch {
          throw MultiplierModel.Failure.matrix(error)
        }
      }
      exogenousSets.append(
        standard.union(try positions(scenario.exogenous))
          .subtracting(try positions(scenario.endogenous)))
      responses.append(
        scenario.response.entries.isEmpty ? model.response : scenario.response)
    }
    let columns = present.filter { i in exogenousSets.contains { !$0.contains(i) } }
    draws = try SpendingDraws(sam, rows: present, columns: columns, grades: grades)
    columnRows = columns.compactMap(present.firstIndex(of:))
    var systems: [System] = []
    for (k, scenario) in scenarios.enumerated() {
      // A model checks that the response fits, accounts leak and rounds die out.
      let closure = Closure(
        exogenous: exogenousSets[k].sorted().map { .account(sam.accounts[$0].code) })
      let checked = try MultiplierModel(
        sam, closure: closure, response: responses[k], tolerance: .infinity)
      var shares = [Double](repeating: 1, count: columns.count)
      for (position, share) in zip(checked.partition.endogenous, checked.shares) {
        if let j = columns.firstIndex(of: position) { shares[j] = share }
      }
      systems.append(
        System(
          id: scenario.id, passedOn: columns.map { exogenousSets[k].contains($0) ? 0 : 1 },
          shares: shares, boughtOnMarket: scenario.ownProduce == .market ? 1 : 0))
    }
    self.systems = systems

    let rowKinds = present.map { sam.accounts[$0].kind }
    func rows(_ counts: (Account.Kind) -> Bool) -> [Int] {
      present.indices.filter { rowKinds[$0].map(counts) ?? false }
    }
    func inColumns(_ counts: (Account) -> Bool) -> [Int] {
      columns.indices.filter { counts(sam.accounts[columns[$0]]) }
    }
    activities = rows { $0 == .activity }
    commodities = rows { $0 == .commodity }
    households = inColumns { $0.kind == .household }
    var roles = Roles()
    roles.factorRows = rows(\.isFactor)
    roles.taxOnProductionRows = rows(\.isTaxOnProduction)
    let responding = Set(columns)
    roles.taxRows = rows(\.isTax).filter { !responding.contains(present[$0]) }
    roles.taxColumns = inColumns { $0.kind?.isTax == true }
    roles.worldRows = rows { $0 == .restOfWorld }
    roles.production = inColumns { $0.kind?.isProduction == true }
    roles.commodityColumns = inColumns { $0.kind == .commodity }
    let quintiles = sam.accounts.filter { $0.kind == .household }.map(\.quintile)
    if !quintiles.isEmpty, !quintiles.contains(nil) {
      roles.poor = inColumns { $0.kind == .household && ($0.quintile ?? 9) <= 2 }
    }
    self.roles = roles
    if let satellite = try employment?.satellite() {
      let perUnit = try model.weights(of: satellite).perUnit
      var jobs = [Double](repeating: 0, count: columns.count)
      for (position, weight) in zip(model.partition.endogenous, perUnit) {
        if let j = columns.firstIndex(of: position) {
          jobs[j] = weight * 1e9 / sam.unit.scale.factor
        }
      }
      self.jobs = jobs
    } else {
      jobs = nil
    }
    let known = (jobs: jobs != nil, poor: roles.poor != nil)
    measures = wanted.filter {
      $0 == .jobsPerBillion ? known.jobs : $0 == .incomeBottom40 ? known.poor : true
    }
  }
}
