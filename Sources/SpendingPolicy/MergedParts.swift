/// The parts of a run, added up one after the other, so that only one of them is held beside the sum.
package struct MergedParts {
  private var sum: UncertaintyResult?
  private var firstName = ""
  private var names: [Int: String] = [:]

  package init() {}

  /// Adds a part.
  ///
  /// - Throws: `MergeFailure` for a part of another run, one that is not complete, or one that was
  ///   added before.
  package mutating func add(
    _ part: UncertaintyResult, named name: String
  ) throws(UncertaintyResult.MergeFailure) {
    let wanted = part.shard.range(of: part.draws).count
    guard part.isComplete else { throw .incomplete(name, done: part.done, of: wanted) }
    guard var sum else {
      self.sum = part
      firstName = name
      names[part.shard.part] = name
      return
    }
    if let word = part.difference(from: sum) {
      throw .differentRuns(firstName, name, word: word)
    }
    if let other = names.updateValue(name, forKey: part.shard.part) {
      throw .twice(part: part.shard.part, other, name)
    }
    self.sum = nil
    for i in sum.bands.indices { sum.bands[i].draws.add(part.bands[i].draws) }
    for i in sum.duels.indices {
      sum.duels[i].wins += part.duels[i].wins
      sum.duels[i].ties += part.duels[i].ties
      sum.duels[i].difference.add(part.duels[i].difference)
    }
    self.sum = sum
  }

  /// The whole run.
  ///
  /// - Throws: `MergeFailure` if there is no part, or parts are missing.
  package func whole() throws(UncertaintyResult.MergeFailure) -> UncertaintyResult {
    guard let sum else { throw .nothing }
    let count = sum.shard.count
    guard names.count == count else {
      throw .missing(parts: (1...count).filter { names[$0] == nil }, of: count)
    }
    var whole = UncertaintyResult(
      draws: sum.draws, seed: sum.seed, shard: .whole, bands: sum.bands, duels: sum.duels)
    whole.facts = sum.facts.filter { $0.name != UncertaintyResult.kernel }
    return whole
  }
}

extension UncertaintyResult {
  /// The fact in which parts of one run may differ: the processor.
  package static let kernel = "kernel"

  /// The word in which a part differs from another of its run; `nil` where it does not.
  fileprivate func difference(from other: UncertaintyResult) -> String? {
    func value(_ name: String, in facts: [Fact]) -> String? {
      facts.first { $0.name == name }?.value
    }
    for fact in facts + other.facts where fact.name != Self.kernel {
      guard value(fact.name, in: facts) == value(fact.name, in: other.facts) else {
        return fact.name
      }
    }
    guard draws == other.draws else { return "draws" }
    guard seed == other.seed else { return "seed" }
    guard shard.count == other.shard.count else { return "parts" }
    return differingRow(from: other).map { "the row '\($0)'" }
  }

  /// The first row that is not the same figure in the same bins: programmes or grades differ.
  private func differingRow(from other: UncertaintyResult) -> String? {
    if bands.count != other.bands.count || duels.count != other.duels.count { return "count" }
    for (band, its) in zip(bands, other.bands)
    where band.programme != its.programme || band.measure != its.measure
      || band.scenario != its.scenario || !band.draws.hasSameBins(as: its.draws)
    {
      return "\(band.programme), \(band.measure), \(band.scenario)"
    }
    for (duel, its) in zip(duels, other.duels)
    where duel.programme != its.programme || duel.other != its.other
      || duel.scenario != its.scenario || !duel.difference.hasSameBins(as: its.difference)
    {
      return "\(duel.programme), \(duel.other), \(duel.scenario)"
    }
    return nil
  }
}
