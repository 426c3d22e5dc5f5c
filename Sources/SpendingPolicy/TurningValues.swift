internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Uncertainty {
  /// Where, between the first scenario and another, a programme of social protection and the average
  /// of other public spending change places.
  package struct Turn: Sendable, Equatable {
    /// The programme, or the average of social protection.
    package let programme: String
    /// The scenario that is approached.
    package let scenario: String
    /// GDP at factor cost of the programme less that of the average, in the first scenario.
    package let differenceAtStart: Double
    /// The same in the scenario.
    package let differenceAtEnd: Double
    /// How far from the first scenario (0) to this one (1) the order turns first; `nil` if never.
    package let value: Double?
  }

  /// The turning values of every structural choice on the first matrix, without draws.
  ///
  /// - Throws: `Failure` if a system on the way has no solution.
  package func turningValues() throws(Failure) -> [Turn] {
    guard let economy = economies.first, let start = economy.drawn.systems.first,
      let other = economy.averages.first(where: { $0.family == .otherPublicSpending })
    else { return [] }
    let protection = economy.programmes.indices.filter {
      let programme = economy.programmes[$0].programme
      return programme.isRanked && programme.family == .socialProtection
    }
    let average = economy.averages.first { $0.family == .socialProtection }
    let names =
      protection.map { economy.programmes[$0].programme.id }
      + (average.map { [Self.average(of: $0.family)] } ?? [])
    let fractions = economy.programmes.map { $0.fractions(seed: 0, draw: nil) }

    var turns: [Turn] = []
    for end in economy.drawn.systems.dropFirst() {
      /// The lead of each programme over the average of others at a point on the way.
      func leads(at t: Double) throws(Failure) -> [Double] {
        let system = start.blended(with: end, at: t)
        guard
          let multipliers = economy.drawn.multipliers(
            of: economy.drawn.draws.base, in: system, on: [.gdpFactorCost])?.first
        else { throw .drawNotProductive(draw: -1, scenario: end.id) }
        let values = economy.programmes.indices.map {
          economy.programmes[$0].value(
            of: .gdpFactorCost, multipliers: multipliers, fractions: fractions[$0])
        }
        func mean(_ weights: [(position: Int, weight: Double)]) -> Double {
          weights.reduce(0) { $0 + $1.weight * values[$1.position] }
        }
        let benchmark = mean(other.weights)
        return protection.map { values[$0] - benchmark }
          + (average.map { [mean($0.weights) - benchmark] } ?? [])
      }
      // A turning value to 1e-6 tells more than the data do.
      let found = try RootFinding.crossings(
        count: names.count, steps: 16, tolerance: 1e-6, of: leads)
      for (p, name) in names.enumerated() {
        turns.append(
          Turn(
            programme: name, scenario: end.id, differenceAtStart: found.start[p],
            differenceAtEnd: found.end[p], value: found.roots[p]))
      }
    }
    return turns
  }
}
