internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// One matrix prepared for draws: the accounts that respond in any scenario, what is measured, and
/// the programmes that fit.
///
/// All scenarios share one set of columns, so that one draw serves them all; an account that is
/// exogenous in a scenario has its column set to zero there.
struct DrawnEconomy: Sendable {
  let sam: SocialAccountingMatrix
  let draws: SpendingDraws
  let systems: [System]
  let measures: [EffectColumn]
  /// Jobs per unit of marketed output by column, times units in a billion.
  let jobs: [Double]?

  /// Prepares a matrix.
  ///
  /// - Throws: `Uncertainty.Failure` if a scenario or the jobs do not fit the matrix.
  init(
    _ model: MultiplierModel, scenarios: [StructuralScenario], grades: SourceGrades,
    employment: Employment?, measures wanted: [EffectColumn]
  ) throws(Uncertainty.Failure) {
    let sam = model.sam
    self.sam = sam
    let empty = Set(sam.emptyAccounts)
    let present = sam.accounts.indices.filter { !empty.contains($0) }
    var chosen: [(exogenous: Set<Int>, settings: ModelSettings)] = []
    for scenario in scenarios {
      do { chosen.append(try scenario.settings(from: model)) } catch {
        throw .comparison(.model(error))
      }
    }
    let columns = present.filter { i in chosen.contains { !$0.exogenous.contains(i) } }
    do {
      draws = try SpendingDraws(
        sam, rows: present, columns: columns, grades: grades, exports: model.settings.exports)
    } catch { throw .comparison(.model(error)) }
    var systems: [System] = []
    for (scenario, (_, settings)) in zip(scenarios, chosen) {
      if scenario.ownConsumption == .market, settings.supply.isFree {
        throw .ownConsumption(scenario: scenario.id)
      }
      do {
        // The model checks that the settings fit, accounts leak and rounds die out.
        let changed = try model.with { $0 = settings }
        systems.append(try System(scenario, of: changed, on: draws.base, positions: columns))
      } catch { throw .comparison(.model(error)) }
    }
    self.systems = systems
    do { jobs = try Self.jobs(employment, by: columns, in: model) } catch {
      throw .comparison(.jobs(error))
    }
    let known = (jobs: jobs != nil, poor: sam.knowsQuintiles)
    measures = wanted.filter {
      $0 == .jobsPerBillion ? known.jobs : $0 == .incomeBottom40 ? known.poor : true
    }
  }

  /// Jobs per unit of marketed output by column, times units in a billion.
  private static func jobs(
    _ employment: Employment?, by columns: [Int], in model: MultiplierModel
  ) throws(Satellite.Failure) -> [Double]? {
    guard let satellite = try employment?.satellite() else { return nil }
    let perUnit = try model.weights(of: satellite).perUnit
    var jobs = [Double](repeating: 0, count: columns.count)
    for (position, weight) in zip(model.partition.endogenous, perUnit) {
      if let j = columns.firstIndex(of: position) {
        jobs[j] = weight * 1e9 / model.sam.unit.scale.factor
      }
    }
    return jobs
  }
}
