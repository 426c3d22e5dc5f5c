internal import Synchronization

/// What readers noticed: said after the answer, so that a failure stays one message.
enum Notes {
  private static let waiting = Mutex<[String]>([])

  /// Keeps a note until the end of the run; the same note is said once.
  static func add(_ note: String) {
    waiting.withLock { if !$0.contains(note) { $0.append(note) } }
  }

  /// Says all notes on standard error.
  static func say() {
    for note in waiting.withLock({ $0 }) { complain("sam: note: \(note)") }
  }
}
