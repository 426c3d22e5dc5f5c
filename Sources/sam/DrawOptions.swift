internal import AccountMatrix
internal import ArgumentParser
internal import CInterrupts
internal import Glibc
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting
internal import Synchronization

/// How many draws, from which seed, on how many cores; progress and interruption.
struct DrawOptions: ParsableArguments {
  static let largest = 10_000_000

  @Option(
    name: .customLong("draws"), help: "Number of draws. Default: 1000.", transform: Self.count)
  var givenDraws: Int?

  @Option(
    name: .customLong("seed"), help: "Seed of the draws. Default: 1.", transform: Self.number)
  var givenSeed: UInt64?

  @Option(help: "Cores to use. Default: all.", transform: Self.cores)
  var cores: Int?

  var draws: Int { givenDraws ?? 1000 }
  var seed: UInt64 { givenSeed ?? 1 }

  private static func count(_ text: String) throws -> Int { try parsed(text) }

  /// A number of draws in range.
  static func parsed(_ text: String) throws -> Int {
    guard let draws = Int(text), (1...largest).contains(draws) else {
      throw ValidationError("expected a number of draws from 1 to \(largest).")
    }
    return draws
  }

  private static func number(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw ValidationError("expected a whole number from 0 to \(UInt64.max).")
    }
    return seed
  }

  private static func cores(_ text: String) throws -> Int {
    guard let cores = Int(text), (1...1024).contains(cores) else {
      throw ValidationError("expected a number of cores from 1 to 1024.")
    }
    return cores
  }

  /// Draws with a progress line; ends the program with 130 if it is interrupted, having said what
  /// there is.
  func run(
    _ uncertainty: Uncertainty, shard: Uncertainty.Shard = .whole
  ) async throws -> UncertaintyResult {
    try await Self.run(uncertainty, draws: draws, seed: seed, shard: shard, cores: cores)
  }

  static func run(
    _ uncertainty: Uncertainty, draws: Int, seed: UInt64, shard: Uncertainty.Shard = .whole,
    cores: Int? = nil
  ) async throws -> UncertaintyResult {
    interrupted.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      // A second interrupt does not wait for the draws in work.
      if interrupted.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    var progress = ProgressLine()
    let result = try await uncertainty.run(
      draws: draws, seed: seed, shard: shard,
      tasks: cores ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    ) { done, total in
      progress.show(done, of: total)
      return !interrupted.load(ordering: .relaxed)
    }
    progress.end()
    if !result.isComplete {
      complain("sam: interrupted after \(result.done) of \(draws) draws; nothing is written.")
      for band in result.bands
      where band.programme.hasPrefix("average:") && band.measure == "gdp_factor_cost" {
        complain(
          "sam: so far, \(band.scenario), \(band.programme): GDP at factor cost "
            + "\(band.mean.fixed(2)), \(band.percentile(0.05).fixed(2)) to "
            + band.percentile(0.95).fixed(2))
      }
      throw ExitCode(130)
    }
    interrupts_remove_temporary_files()
    return result
  }
}

/// Whether the user has asked to stop.
private let interrupted = Atomic<Bool>(false)

/// A line on standard error for work that takes longer than a second.
private struct ProgressLine {
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false
  private let isTerminal = isatty(2) == 1

  mutating func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard now - last > .seconds(isTerminal || !isShown ? 1 : 10), done < total else { return }
    last = now
    isShown = true
    let seconds = (now - start).components.seconds
    let line = "sam: \(done) of \(total) draws, \(seconds) s"
    if isTerminal {
      let bytes = Array(("\r" + line).utf8)
      _ = write(2, bytes, bytes.count)
    } else {
      complain(line)
    }
  }

  func end() {
    if isShown, isTerminal { complain("") }
  }
}

extension Country {
  /// The grades of a matrix, with a note where errors that columns share are not drawn.
  func notedGrades(for sam: SocialAccountingMatrix) throws(Diagnostic) -> SourceGrades {
    if !(try isHome(of: sam)) {
      Notes.add(
        "errors that all columns share are estimated from matrices of another country and are not "
          + "drawn here, so that bands are narrower")
    }
    return try grades(for: sam)
  }
}
