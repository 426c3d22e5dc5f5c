public import AccountMatrix
public import GeneralEquilibrium
internal import Multipliers

/// What draws say about programmes: bands, differences and chances, by scenario.
public struct UncertaintyResult: Sendable, Equatable {
  /// A figure of one programme in one scenario.
  public struct Band: Sendable, Equatable {
    /// The programme, or the average of a family.
    public let programme: String
    /// What is measured.
    public let measure: String
    /// The structural scenario.
    public let scenario: String
    package var draws: DrawDistribution

    /// The figure without draws.
    public var point: Double { draws.point }
    /// The mean of the draws.
    public var mean: Double { draws.mean }
    /// The value below which a part of the draws lies.
    public func percentile(_ part: Double) -> Double { draws.percentile(part) }

    package init(programme: String, measure: String, scenario: String, draws: DrawDistribution) {
      self.programme = programme
      self.measure = measure
      self.scenario = scenario
      self.draws = draws
    }
  }

  /// Two programmes side by side in one scenario, by GDP at factor cost; under a regime by real GDP.
  public struct Duel: Sendable, Equatable {
    /// The first.
    public let programme: String
    /// The second.
    public let other: String
    /// The structural scenario.
    public let scenario: String
    /// Draws in which the first does more.
    package var wins: Int
    /// Draws in which they do the same.
    package var ties: Int
    /// The first less the second.
    package var difference: DrawDistribution

    package init(
      programme: String, other: String, scenario: String, wins: Int = 0, ties: Int = 0,
      difference: DrawDistribution
    ) {
      self.programme = programme
      self.other = other
      self.scenario = scenario
      self.wins = wins
      self.ties = ties
      self.difference = difference
    }

    /// The chance that the first does more, within the scenario; a tie counts half.
    public var probability: Double {
      difference.count == 0 ? 0.5 : (Double(wins) + Double(ties) / 2) / Double(difference.count)
    }

    /// One side of a duel: the chance that it does more, and where nine of ten differences lie.
    package typealias Odds = (probability: Double, low: Double, high: Double)

    /// The side of the first.
    package var odds: Odds {
      (
        probability: probability, low: difference.percentile(0.05),
        high: difference.percentile(0.95)
      )
    }

    /// The side of the second.
    package var oddsOfOther: Odds {
      let first = odds
      return (probability: 1 - first.probability, low: -first.high, high: -first.low)
    }
  }

  /// Draws of the whole run.
  public let draws: Int
  /// The seed of the run.
  public let seed: UInt64
  /// The part of the run.
  package let shard: Uncertainty.Shard
  /// A band per programme, measure and scenario.
  public package(set) var bands: [Band]
  /// A duel per pair of ranked programmes and scenario.
  public package(set) var duels: [Duel]
  /// What stays as it is in every draw; `nil` for a part that was read from a file.
  package let notDrawn: Uncertainty.NotDrawn?
  private var pairs: [(first: Int, second: Int)]
  /// What the run was made of, by name: matrix, version, options. Parts of one run agree in all but
  /// the `kernel`.
  package var facts: [Fact] = []

  /// One thing that a run was made of.
  package struct Fact: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Draws counted so far.
  public var done: Int { bands.first?.draws.count ?? 0 }
  /// Whether every draw of the shard is counted.
  package var isComplete: Bool { done == shard.range(of: draws).count }

  /// The programmes and averages that have bands, in their order.
  public var programmes: [String] { bands.map { $0.programme }.uniqued }
  /// The structural scenarios, in their order.
  public var scenarios: [String] { bands.map { $0.scenario }.uniqued }

  /// The band of a programme.
  ///
  /// - Throws: `LookupFailure` for a programme, scenario or measure that the run does not have.
  public func band(
    of programme: String, _ measure: EffectColumn, in scenario: String = "standard"
  ) throws(LookupFailure) -> Band {
    if let band = bands.first(where: {
      $0.programme == programme && $0.measure == measure.rawValue && $0.scenario == scenario
    }) {
      return band
    }
    guard programmes.contains(programme) else {
      throw .unknownProgramme(programme, nearest: nearestCodes(to: programme, among: programmes))
    }
    guard scenarios.contains(scenario) else {
      throw .unknownScenario(scenario, nearest: nearestCodes(to: scenario, among: scenarios))
    }
    throw .notMeasured(measure, programme: programme, scenario: scenario)
  }

  /// The band of a programme, or `nil` where the figure was not measured in the scenario.
  ///
  /// - Throws: `LookupFailure` for a programme or scenario that the run does not have.
  public func bandIfMeasured(
    of programme: String, _ measure: EffectColumn, in scenario: String = "standard"
  ) throws(LookupFailure) -> Band? {
    do { return try band(of: programme, measure, in: scenario) } catch {
      if case .notMeasured = error { return nil }
      throw error
    }
  }

  /// The band of a programme under a regime.
  ///
  /// - Throws: `LookupFailure` for a programme, regime or indicator that the run does not have.
  public func band(
    of programme: String, _ indicator: Indicator, under regime: String
  ) throws(LookupFailure) -> Band {
    let scenario = "regime:\(regime)"
    if let band = bands.first(where: {
      $0.programme == programme && $0.measure == indicator.rawValue && $0.scenario == scenario
    }) {
      return band
    }
    guard programmes.contains(programme) else {
      throw .unknownProgramme(programme, nearest: nearestCodes(to: programme, among: programmes))
    }
    throw .unknownScenario(scenario, nearest: nearestCodes(to: scenario, among: scenarios))
  }

  /// Why there is no band.
  public enum LookupFailure: DiagnosticConvertible, Equatable {
    /// No programme and no average has this identifier.
    case unknownProgramme(String, nearest: [String])
    /// No structural scenario has this identifier.
    case unknownScenario(String, nearest: [String])
    /// The measure was not asked for, or is not known there.
    case notMeasured(EffectColumn, programme: String, scenario: String)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .unknownProgramme(let id, let nearest):
        Diagnostic("no band is of a programme '\(id)'", remedy: Self.didYouMean(nearest))
      case .unknownScenario(let id, let nearest):
        Diagnostic("no band is of a scenario '\(id)'", remedy: Self.didYouMean(nearest))
      case .notMeasured(let measure, let programme, let scenario):
        Diagnostic(
          "'\(measure.rawValue)' of '\(programme)' was not measured in the scenario '\(scenario)'",
          remedy: "Ask for it when the draws are prepared")
      }
    }

    private static func didYouMean(_ nearest: [String]) -> Remedy? {
      nearest.isEmpty ? nil : suggestion(nearest)
    }
  }

  init(
    _ uncertainty: Uncertainty, point: [Double], pilot: [Double], draws: Int, seed: UInt64,
    shard: Uncertainty.Shard
  ) {
    let count = uncertainty.series.count
    let rows = pilot.count / max(1, count)
    self.draws = draws
    self.seed = seed
    self.shard = shard
    bands = uncertainty.series.enumerated().map { i, series in
      Band(
        programme: series.programme, measure: series.measure,
        scenario: series.scenario,
        draws: DrawDistribution(
          point: point[i], pilot: (0..<rows).map { pilot[$0 * count + i] }))
    }
    notDrawn = uncertainty.notDrawn
    pairs = uncertainty.pairs
    duels = uncertainty.pairs.map { first, second in
      Duel(
        programme: uncertainty.series[first].programme,
        other: uncertainty.series[second].programme,
        scenario: uncertainty.series[first].scenario,
        difference: DrawDistribution(
          point: point[first] - point[second],
          pilot: (0..<rows).map { pilot[$0 * count + first] - pilot[$0 * count + second] }))
    }
  }

  /// A result read back, to be merged.
  package init(
    draws: Int, seed: UInt64, shard: Uncertainty.Shard, bands: [Band], duels: [Duel]
  ) {
    self.draws = draws
    self.seed = seed
    self.shard = shard
    self.bands = bands
    self.duels = duels
    notDrawn = nil
    pairs = []
  }

  /// Counts draws, each with a value per band.
  mutating func add(_ values: [Double]) {
    for start in stride(from: 0, to: values.count, by: max(1, bands.count)) {
      for i in bands.indices { bands[i].draws.add(values[start + i]) }
      for (k, pair) in pairs.enumerated() {
        let difference = values[start + pair.first] - values[start + pair.second]
        if difference > 0 { duels[k].wins += 1 } else if difference == 0 { duels[k].ties += 1 }
        duels[k].difference.add(difference)
      }
    }
  }

  /// Whether two results have the same bands and duels.
  public static func == (left: UncertaintyResult, right: UncertaintyResult) -> Bool {
    left.draws == right.draws && left.seed == right.seed && left.shard == right.shard
      && left.bands == right.bands && left.duels == right.duels
  }
}
