package import AccountMatrix
package import SpendingPolicy

/// Parts of a run of draws, as one of several programs draws them.
package enum ShardTable {
  /// More parts than a run is ever drawn in: each of them is a file.
  private static let largestPartCount = 100_000
  /// So far from its figure no sum is, and the sums of that many parts do not overflow.
  fileprivate static let largestSum = Int128.max / Int128(largestPartCount)

  private static let columns = [
    "programme", "other", "measure", "scenario", "point", "lower", "width", "count", "minimum",
    "maximum", "sum", "wins", "ties", "first_bin", "bins", "draws", "seed", "part", "parts",
  ]

  /// Reads a part.
  ///
  /// - Throws: `Diagnostic` for a part that is cut off or changed, and with the line of a field that
  ///   no run writes.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> UncertaintyResult {
    let sealed = try SealedLines(file)
    let table = try RecordTable(sealed.file, required: columns)
    guard table.records.count == sealed.rowCount else {
      throw Diagnostic(
        "the part has \(table.records.count) rows where \(sealed.rowCount) were written",
        at: file.name, remedy: SealedLines.remedy)
    }
    var bands: [UncertaintyResult.Band] = []
    var duels: [UncertaintyResult.Duel] = []
    var rows: Set<[String]> = []
    var run: (draws: Int, seed: UInt64, shard: Uncertainty.Shard)?
    for record in table.records {
      let draws = try table.draws(record)
      if let column = draws.contradiction { throw table.foreign(record, column) }
      // A run counts every draw in every line.
      if let other = bands.first?.draws ?? duels.first?.difference, other.count != draws.count {
        throw table.foreign(record, "count")
      }
      let programme = try table.requiredText(record, "programme")
      let scenario = try table.requiredText(record, "scenario")
      let other = try table.text(record, "other")
      guard rows.insert([programme, other, scenario, try table.text(record, "measure")]).inserted
      else { throw table.foreign(record, "programme") }
      if other.isEmpty {
        guard duels.isEmpty else { throw table.foreign(record, "other") }
        bands.append(
          UncertaintyResult.Band(
            programme: programme, measure: try table.requiredText(record, "measure"),
            scenario: scenario, draws: draws))
      } else {
        let wins: Int = try table.whole(record, "wins")
        let ties: Int = try table.whole(record, "ties")
        guard wins <= draws.count, ties <= draws.count - wins,
          (wins + ties == draws.count) == (draws.minimum >= 0), wins == 0 || draws.maximum > 0
        else { throw table.foreign(record, "wins") }
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
    var result = UncertaintyResult(
      draws: run.draws, seed: run.seed, shard: run.shard, bands: bands, duels: duels)
    result.facts = sealed.facts.map { UncertaintyResult.Fact($0.name, $0.value) }
    return result
  }

  /// The text of a part, as `read` takes it: what the run is made of, a line for each figure, how
  /// many, and a checksum of it all.
  package static func text(of part: UncertaintyResult) -> String {
    let measure = EffectColumn.gdpFactorCost.rawValue
    let rows =
      part.bands.map {
        line(part, [$0.programme, "", $0.measure, $0.scenario], $0.draws, wins: nil)
      }
      + part.duels.map {
        line(
          part, [$0.programme, $0.other, measure, $0.scenario], $0.difference,
          wins: (wins: $0.wins, ties: $0.ties))
      }
    return SealedLines.text(
      facts: part.facts.map { (name: $0.name, value: $0.value) },
      header: columns.joined(separator: ","), rows: rows)
  }

  private static func line(
    _ part: UncertaintyResult, _ key: [String], _ draws: DrawDistribution,
    wins: (wins: Int, ties: Int)?
  ) -> String {
    let first = draws.bins.firstIndex { $0 > 0 } ?? 0
    let last = draws.bins.lastIndex { $0 > 0 } ?? -1
    let counts = last < first ? [] : draws.bins[first...last].map { String($0) }
    let isKnown = draws.count > 0
    let fields =
      key + [draws.point, draws.lower, draws.width].map { $0.shortest } + [
        String(draws.count), isKnown ? draws.minimum.shortest : "",
        isKnown ? draws.maximum.shortest : "", String(draws.sum),
        wins.map { String($0.wins) } ?? "", wins.map { String($0.ties) } ?? "", String(first),
        counts.joined(separator: " "), String(part.draws), String(part.seed),
        String(part.shard.part), String(part.shard.count),
      ]
    return fields.map { $0.csvField }.joined(separator: ",")
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
    guard draws.width >= 0 else { throw foreign(record, "width") }
    let counts = try text(record, "bins").split(separator: " ").map { UInt32($0) }
    let first: Int = try whole(record, "first_bin")
    let count: Int = try whole(record, "count")
    guard !counts.contains(nil), first <= DrawDistribution.binCount - counts.count,
      let sum = Int128(try text(record, "sum"))
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
