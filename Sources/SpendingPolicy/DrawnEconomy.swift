internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// One matrix prepared for draws: the accounts that respond in any scenario, what is measured, and
/// the programmes that fit.
///
/// All scenarios share one set of columns, so that one draw serves them all; an account that is
/// exogenous in a scenario has its column set to zero there.
struct DrawnEconomy: Sendable {
  let draws: SpendingDraws
  let systems: [System]
  let measures: [UncertainMeasure]
  /// Jobs per unit of marketed output by column, times units in a billion.
  let jobs: [Double]?

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
    let chosen = try scenarios.map { try $0.settings(from: model) }
    let columns = present.filter { i in chosen.contains { !$0.exogenous.contains(i) } }
    draws = try SpendingDraws(
      sam, rows: present, columns: columns, grades: grades,
      exports: model.settings.exports)
    let table = draws.base
    systems = try scenarios.indices.map { k in
      // The model checks that the settings fit, accounts leak and rounds die out.
      try System(
        scenarios[k], of: try model.with { $0 = chosen[k].settings }, on: table,
        positions: columns)
    }

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
    let known = (jobs: jobs != nil, poor: sam.knowsQuintiles)
    measures = wanted.filter {
      $0 == .jobsPerBillion ? known.jobs : $0 == .incomeBottom40 ? known.poor : true
    }
  }
}
