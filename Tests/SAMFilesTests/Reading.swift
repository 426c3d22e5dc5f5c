import SocialAccounting
import Synchronization

/// A file in memory, as messages name it.
func file(_ text: String, name: String = "table.csv") -> SourceFile {
  SourceFile(name: name, bytes: Array(text.utf8))
}

/// The message with which something fails; empty if it does not.
func complaint(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return (error as? any DiagnosticConvertible)?.diagnostic.description ?? "\(error)"
  }
}

extension String {
  /// Whether every part stands in the text.
  func mentions(_ parts: String...) -> Bool { parts.allSatisfy { contains($0) } }
}

extension Diagnostic {
  /// Whether every part stands in the sentence.
  func mentions(_ parts: String...) -> Bool { parts.allSatisfy { description.contains($0) } }
  func contains(_ part: String) -> Bool { description.contains(part) }
}

/// Notes that a reader tells, in their order.
final class Collected: Sendable {
  private let notes = Mutex<[Diagnostic]>([])

  @Sendable func add(_ note: Diagnostic) { notes.withLock { $0.append(note) } }
  var all: [Diagnostic] { notes.withLock { $0 } }
}
