package import AccountMatrix

extension UncertaintyResult {
  /// The parts of a run as one result, with the bits of a run that was not parted.
  ///
  /// - Parameter parts: each part with the name by which messages speak of it.
  /// - Throws: `MergeFailure` if parts are of different runs, missing, twice or not complete.
  package static func merging(
    _ parts: [(name: String, result: UncertaintyResult)]
  ) throws(MergeFailure) -> UncertaintyResult {
    guard var whole = parts.first?.result, let first = parts.first else { throw .nothing }
    var seen: [Int: String] = [:]
    for (name, part) in parts {
      guard part.draws == whole.draws, part.seed == whole.seed,
        part.shard.count == whole.shard.count, part.hasSameBins(as: whole)
      else { throw .differentRuns(first.name, name) }
      guard part.isComplete else {
        throw .incomplete(name, done: part.done, of: part.shard.range(of: part.draws).count)
      }
      if let other = seen.updateValue(name, forKey: part.shard.part) {
        throw .twice(part: part.shard.part, other, name)
      }
    }
    let missing = (1...whole.shard.count).filter { seen[$0] == nil }
    guard missing.isEmpty else { throw .missing(parts: missing, of: whole.shard.count) }
    for (_, part) in parts.dropFirst() {
      for i in whole.bands.indices { whole.bands[i].draws.add(part.bands[i].draws) }
      for i in whole.duels.indices {
        whole.duels[i].wins += part.duels[i].wins
        whole.duels[i].ties += part.duels[i].ties
        whole.duels[i].difference.add(part.duels[i].difference)
      }
    }
    return UncertaintyResult(
      draws: whole.draws, seed: whole.seed, shard: .whole, bands: whole.bands, duels: whole.duels)
  }

  /// Whether two parts follow the same figures in the same bins: those of one matrix, one set of
  /// grades and one seed.
  private func hasSameBins(as other: UncertaintyResult) -> Bool {
    func same(_ a: DrawDistribution, _ b: DrawDistribution) -> Bool {
      a.point == b.point && a.lower == b.lower && a.width == b.width
    }
    return bands.count == other.bands.count && duels.count == other.duels.count
      && zip(bands, other.bands).allSatisfy {
        $0.programme == $1.programme && $0.measure == $1.measure && $0.scenario == $1.scenario
          && same($0.draws, $1.draws)
      }
      && zip(duels, other.duels).allSatisfy {
        $0.programme == $1.programme && $0.other == $1.other && $0.scenario == $1.scenario
          && same($0.difference, $1.difference)
      }
  }

  /// Why parts of a run do not make a whole.
  package enum MergeFailure: DiagnosticConvertible, Equatable {
    /// No part is given.
    case nothing
    /// Two parts are of different runs.
    case differentRuns(String, String)
    /// A part stands twice.
    case twice(part: Int, String, String)
    /// Parts are missing.
    case missing(parts: [Int], of: Int)
    /// A part was interrupted.
    case incomplete(String, done: Int, of: Int)

    /// The failure in words.
    package var diagnostic: Diagnostic {
      switch self {
      case .nothing: Diagnostic("there is no part to merge", remedy: "Name \(.nameParts)")
      case .differentRuns(let first, let other):
        Diagnostic(
          "the parts are of different runs", at: "\(first) and \(other)",
          remedy: "Run every part with the same matrix, programmes, draws, seed and number of parts"
        )
      case .twice(let part, let first, let other):
        Diagnostic(
          "part \(part) stands twice", at: "\(first) and \(other)", remedy: "Give each part once")
      case .missing(let parts, let count):
        Diagnostic(
          "of the \(count) parts \(list(parts.map(String.init))) "
            + "\(parts.count == 1 ? "is" : "are") missing",
          remedy: "Run \(.drawPart(parts.first ?? 1, of: count)) with the same options")
      case .incomplete(let name, let done, let total):
        Diagnostic(
          "the part holds \(done) of its \(total) draws", at: name, remedy: "Run it again")
      }
    }
  }
}
