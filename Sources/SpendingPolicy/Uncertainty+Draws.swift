internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Uncertainty {
  /// Every figure of one draw in the order of `series`; without a draw those of the matrix.
  func values(seed: UInt64, draw: Int?) throws(Failure) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(series.count)
    let number = draw.map { UInt64($0) }
    for economy in economies {
      let drawn = economy.drawn
      let table = number.map { drawn.draws.table(seed: seed, draw: $0) } ?? drawn.draws.base
      let fractions = economy.programmes.map { $0.fractions(seed: seed, draw: number) }
      let averages = economy.averages(seed: seed, draw: number)
      let cutFractions: [Double] =
        if case .programme(let cut) = economy.withdrawal {
          cut.fractions(seed: seed, draw: number)
        } else { [] }
      for system in drawn.systems {
        let elasticities = number.flatMap {
          system.marginal?.elasticities.drawn(seed: seed, draw: $0)
        }
        guard
          let multipliers = drawn.multipliers(of: table, in: system, elasticities: elasticities)
        else {
          throw .drawNotProductive(draw: draw ?? -1, scenario: system.id)
        }
        for (k, measure) in drawn.measures.enumerated() {
          let start = values.count
          let taken =
            switch economy.withdrawal {
            case .nothing: 0.0
            case .amounts(let amounts): amounts.dot(multipliers[k])
            case .programme(let cut):
              cut.value(of: measure, multipliers: multipliers[k], fractions: cutFractions)
            }
          for (programme, parts) in zip(economy.programmes, fractions) {
            values.append(
              programme.value(of: measure, multipliers: multipliers[k], fractions: parts) - taken)
          }
          for average in averages {
            values.append(
              average.weights.reduce(0) { $0 + $1.weight * values[start + $1.position] })
          }
        }
      }
      values += try economy.valuesUnderRegimes(
        shares: number.map { _ in table }, fractions: fractions, cut: cutFractions, seed: seed,
        draw: number)
    }
    return values
  }

  /// Draws in order, one array after the other.
  func values(seed: UInt64, draws: Range<Int>) throws(Failure) -> [Double] {
    var all: [Double] = []
    all.reserveCapacity(series.count * draws.count)
    for draw in draws { all += try values(seed: seed, draw: draw) }
    return all
  }

  /// A part of a run: the K-th of N.
  public struct Shard: Sendable, Equatable {
    /// Which part, from 1.
    public let part: Int
    /// Of how many.
    public let count: Int

    /// The whole run.
    public static let whole = Shard(checked: 1, of: 1)

    private init(checked part: Int, of count: Int) {
      self.part = part
      self.count = count
    }

    /// A part of a run, or `nil` unless 1 ≤ part ≤ count.
    public init?(_ part: Int, of count: Int) {
      guard part >= 1, part <= count else { return nil }
      self.init(checked: part, of: count)
    }

    /// The draws of the part.
    func range(of draws: Int) -> Range<Int> {
      func bound(_ part: Int) -> Int {
        let (whole, rest) = draws.quotientAndRemainder(dividingBy: count)
        return whole * part + min(rest, part)
      }
      return bound(part - 1)..<bound(part)
    }
  }
}

extension Uncertainty.Economy {
  /// The averages of a draw, with outlays drawn by their evidence; those of the programmes without
  /// one, or where no outlay of a family is left.
  ///
  /// An outlay is a gamma number with its printed amount as the mean, so that it stays above zero.
  func averages(
    seed: UInt64, draw: UInt64?
  ) -> [(family: Programme.Family, weights: [(position: Int, weight: Double)])] {
    guard let draw, outlayErrors.contains(where: { $0 != nil }) else { return averages }
    let programmes = self.programmes.map { $0.programme }
    let francs = programmes.indices.map { p -> Double? in
      guard programmes[p].isRanked, programmes[p].outlay != nil else { return nil }
      guard let error = outlayErrors[p] else { return programmes[p].francs }
      var stream = RandomStream(
        seed: seed, draw: draw, key: RandomStream.key("outlay " + programmes[p].id))
      return programmes[p].francs * stream.gamma(shape: 1 / (error * error)) * error * error
    }
    let weights = CountedOutlay.weights(of: programmes, francs: francs)
    return averages.map { average in
      guard let drawn = weights[average.family] else { return average }
      return (
        family: average.family,
        weights: drawn.parts.map { (position: $0.position, weight: $0.part) }
      )
    }
  }
}
