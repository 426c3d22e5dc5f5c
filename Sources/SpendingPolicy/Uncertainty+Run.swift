internal import AccountMatrix

extension Uncertainty {
  /// Draws, and what they say.
  ///
  /// Draw i is the same whatever part of the run it is computed in, so shards that are merged give
  /// the bits of a single run. Memory does not grow with the number of draws.
  ///
  /// - Parameters:
  ///   - draws: how many, over all shards.
  ///   - seed: the seed of the run.
  ///   - shard: which part of the draws is computed here.
  ///   - tasks: chunks in work at once, best the number of cores.
  ///   - progress: told how many draws of the shard are done; an answer of `false` stops the run.
  /// - Throws: `Failure` if a draw has no solution.
  public func run(
    draws: Int, seed: UInt64, shard: Shard = .whole, tasks: Int = 1,
    progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) async throws(Failure) -> UncertaintyResult {
    let point = try values(seed: seed, draw: nil)
    let pilot = try values(seed: seed, draws: 0..<min(Self.pilotDraws, draws))
    var result = UncertaintyResult(
      self, point: point, pilot: pilot, draws: draws, seed: seed, shard: shard)
    let range = shard.range(of: draws)
    let starts = stride(from: range.lowerBound, to: range.upperBound, by: Self.chunkSize)
    func chunk(_ start: Int) -> Range<Int> { start..<min(start + Self.chunkSize, range.upperBound) }
    var done = 0
    let failure = await withTaskGroup(of: Result<[Double], Failure>.self) { group -> Failure? in
      var waiting = starts.makeIterator()
      for _ in 0..<max(1, tasks) {
        guard let start = waiting.next() else { break }
        let part = chunk(start)
        group.addTask { self.attempt(seed: seed, draws: part) }
      }
      while let values = await group.next() {
        if let start = waiting.next() {
          let part = chunk(start)
          group.addTask { self.attempt(seed: seed, draws: part) }
        }
        switch values {
        case .success(let values):
          result.add(values)
          done += values.count / max(1, series.count)
        case .failure(let failure):
          group.cancelAll()
          return failure
        }
        if !progress(done, range.count) {
          group.cancelAll()
          break
        }
      }
      return nil
    }
    if let failure { throw failure }
    return result
  }

  /// Draws whose spread decides where the bins lie.
  private static var pilotDraws: Int { 32 }
  /// Draws computed by one task before they are counted.
  private static var chunkSize: Int { 16 }

  private func attempt(seed: UInt64, draws: Range<Int>) -> Result<[Double], Failure> {
    do throws(Failure) { return .success(try values(seed: seed, draws: draws)) } catch {
      return .failure(error)
    }
  }
}
