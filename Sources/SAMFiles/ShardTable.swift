package import AccountMatrix
package import SpendingPolicy

/// Parts of a run of draws, as one of several programs draws them.
package enum ShardTable {
  /// More parts than a run is ever drawn in: each of them is a file.
  private static let largestPartCount = 100_000
  /// So far from its figure no sum is, and the sums of that many parts do not overflow.
  fileprivate static let largestSum = Int128.max / Int128(largestPartCount)

  /// Reads a part.
  ///
  /// - Throws: `Diagnostic` with the line of a field that no run writes.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> UncertaintyResult {
    let table = try RecordTable(
      file,
      required: [
        "programme", "other", "measure", "scenario", "point", "lower", "width", "count", "minimum",
        "maximum", "sum", "wins", "ties", "first_bin", "bins", "draws", "seed", "part", "parts",
      ])
    var bands: [UncertaintyResult.Band] = []
    var duels: [UncertaintyResult.Duel] = []
    var run: (draws: Int, seed: UInt64, shard: Uncertainty.Shard)?
    for record in table.records {
      let draws = try table.draws(record)
      // A run counts every draw in every line.
      if let other = bands.first?.draws ?? duels.first?.difference, other.count != draws.count {
        throw table.foreign(record, "count")
      }
      let programme = try table.requiredText(record, "programme")
      let scenario = try table.requiredText(record, "scenario")
      let other = try table.text(record, "other")
      if other.isEmpty {
        bands.append(
          UncertaintyResult.Band(
            programme: programme, measure: try table.requiredText(record, "measure"),
            scenario: scenario, draws: draws))
      } else {
        let wins: Int = try table.whole(record, "wins")
        let ties: Int = try table.whole(record, "ties")
        guard wins <= draws.count, ties <= draws.count - wins else {
          throw table.foreign(record, "wins")
        }
        duels.append(
          UncertaintyResult.Duel(
            programme: programme, other: other, scenario: scenario, wins: wins, ties: ties,
            difference: draws))
      }
      if run == nil {
        guard
          let shard = Uncertainty.Shard(
            try table.whole(record, "part"), of: try table.whole(record, "parts"))
        else { throw table.foreign(record, "part") }
        guard shard.count <= largestPartCount else { throw table.foreign(record, "parts") }
        run = (try table.whole(record, "draws"), try table.whole(record, "seed"), shard)
      }
      if let run, draws.count > run.draws { throw table.foreign(record, "count") }
    }
    table.noteUnread()
    guard let run else { throw Diagnostic("the file holds no draws", at: file.name) }
    // What the bins of all parts together can count.
    guard run.draws <= Int(UInt32.max) else { throw table.foreign(table.records[0], "draws") }
    return UncertaintyResult(
      draws: run.draws, seed: run.seed, shard: run.shard, bands: bands, duels: duels)
  }
}

extension RecordTable {
  fileprivate func foreign(_ record: Record, _ column: String) -> Diagnostic {
    Diagnostic(
      "this is no figure of a run", at: place(record, column),
      remedy: "Expected a file of one part of a run of draws, as it was written")
  }

  fileprivate func whole<Number: FixedWidthInteger>(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> Number {
    guard let value = Number(try text(record, column)), value >= 0 else {
      throw foreign(record, column)
    }
    return value
  }

  fileprivate func draws(_ record: Record) throws(Diagnostic) -> DrawDistribution {
    var draws = DrawDistribution(
      point: try requiredNumber(record, "point"), lower: try requiredNumber(record, "lower"),
      width: try requiredNumber(record, "width"))
    let counts = try text(record, "bins").split(separator: " ").map { UInt32($0) }
    let first: Int = try whole(record, "first_bin")
    let count: Int = try whole(record, "count")
    guard !counts.contains(nil), first <= DrawDistribution.binCount - counts.count,
      counts.reduce(0, { $0 + Int($1 ?? 0) }) == count, let sum = Int128(try text(record, "sum"))
    else { throw foreign(record, "bins") }
    guard sum.magnitude <= ShardTable.largestSum.magnitude else { throw foreign(record, "sum") }
    var bins: [Int: UInt32] = [:]
    for (i, number) in counts.enumerated() { bins[first + i] = number }
    draws.restore(
      count: count, minimum: try number(record, "minimum") ?? .infinity,
      maximum: try number(record, "maximum") ?? -.infinity, sum: sum, bins: bins)
    return draws
  }
}
