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
