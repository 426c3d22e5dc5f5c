/// What is wrong, where, what was expected and what to do, for a person to read.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place: a file with its line, an account, a cell.
  public var location: String?
  /// What is wrong, as a sentence without its full stop.
  public var problem: String
  /// What was expected, or what to do.
  public var remedy: Remedy?

  /// A diagnostic from its parts, of which the remedy may name actions.
  package init(_ problem: String, at location: String? = nil, remedy: Remedy?) {
    self.problem = problem
    self.location = location
    self.remedy = remedy
  }

  /// A diagnostic from its parts.
  package init(_ problem: String, at location: String? = nil, remedy: String? = nil) {
    self.init(problem, at: location, remedy: remedy.map { Remedy($0) })
  }

  /// The parts in one line, `location: problem. Remedy.`, for a user of the library.
  public var description: String { sentence { $0.call } }

  /// The parts in one line, with the remedy's actions in the words of one who speaks to the user;
  /// what is quoted from files is made visible, and cut at 80 characters.
  package func sentence(naming name: (Remedy.Action) -> String) -> String {
    let remedy = remedy.map { $0.sentence(naming: name) }
    let sentence =
      (location.map { "\($0): " } ?? "") + problem + "."
      + (remedy.map { " \($0)" + ($0.hasSuffix("?") ? "" : ".") } ?? "")
    return sentence.asMessage
  }
}

/// A typed failure that explains itself to a person: printed, it says what its diagnostic says.
public protocol DiagnosticConvertible: Error, CustomStringConvertible {
  /// The failure in words.
  var diagnostic: Diagnostic { get }
}

extension DiagnosticConvertible {
  /// The diagnostic in one line, for a user of the library.
  public var description: String { diagnostic.sentence { $0.call } }
}

extension Diagnostic: DiagnosticConvertible {
  /// The diagnostic itself.
  public var diagnostic: Diagnostic { self }
}

/// The codes among `known` that a misspelt code may have meant, nearest first.
///
/// Nobody misspells what is longer than 64 bytes.
package func nearestCodes(to code: String, among known: [String], limit: Int = 3) -> [String] {
  let longest = 64
  guard code.utf8.count <= longest else { return [] }
  let wanted = Array(code.lowercased().utf8)
  let allowed = max(2, wanted.count / 2)
  let near = known.enumerated().filter { abs($1.utf8.count - wanted.count) <= allowed }
    .map { (distance: editDistance(wanted, Array($1.lowercased().utf8)), order: $0, code: $1) }
    .filter { $0.distance <= allowed }
    .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
    .prefix(limit).map { $0.code }
  guard near.isEmpty, wanted.count > 2 else { return near }
  // `VUP` means one of the codes that begin so, or have it as a word.
  return Array(
    known.filter { known in
      let known = known.lowercased()
      return known.hasPrefix(code.lowercased())
        || known.split { !$0.isLetter && !$0.isNumber }.contains { $0 == code.lowercased() }
    }.prefix(limit))
}

/// Insertions, deletions, substitutions and exchanges of neighbours (Damerau 1964, CACM 7(3)).
package func editDistance(_ a: String, _ b: String) -> Int {
  editDistance(Array(a.utf8), Array(b.utf8))
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var rows = [Array(0...b.count)]
  for (i, x) in a.enumerated() {
    var current = [i + 1]
    for (j, y) in b.enumerated() {
      var distance = min(rows[i][j] + (x == y ? 0 : 1), rows[i][j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, x == b[j - 1], a[i - 1] == y {
        distance = min(distance, rows[i - 1][j - 1] + 1)
      }
      current.append(distance)
    }
    rows.append(current)
  }
  return rows[a.count][b.count]
}
