/// `1 account`, `3 accounts`.
package func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The first codes of a list, and how many more there are.
package func list(_ codes: [String], first: Int = 8) -> String {
  codes.prefix(first).joined(separator: ", ")
    + (codes.count > first ? " and \(codes.count - first) more" : "")
}

extension StringProtocol {
  /// The text without leading and trailing characters of a set.
  package func trimming(_ characters: String) -> String {
    var part = self[...]
    while let first = part.first, characters.contains(first) { part.removeFirst() }
    while let last = part.last, characters.contains(last) { part.removeLast() }
    return String(part)
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetition, in order of first appearance.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
