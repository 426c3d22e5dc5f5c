package import AccountMatrix

extension UncertaintyResult {
  /// The parts of a run as one result, with the bits of a run that was not parted.
  ///
  /// - Parameter parts: each part with the name by which messages speak of it.
  /// - Throws: `MergeFailure` if parts are of different runs, missing, twice or not complete.
  package static func merging(
    _ parts: [(name: String, result: UncertaintyResult)]
  ) throws(MergeFailure) -> UncertaintyResult {
    var merging = MergedParts()
    for (name, part) in parts { try merging.add(part, named: name) }
    return try merging.whole()
  }

  /// Why parts of a run do not make a whole.
  package enum MergeFailure: DiagnosticConvertible, Equatable {
    /// No part is given.
    case nothing
    /// Two parts are of different runs, as one word says.
    case differentRuns(String, String, word: String)
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
      case .differentRuns(let first, let other, let word):
        Diagnostic(
          "the parts are of different runs: \(word) differs", at: "\(first) and \(other)",
          remedy:
            "Run every part with the same matrix, programmes, options, draws, seed and version"
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
