internal import AccountMatrix

/// Rows of a table between facts on them and a seal: their number and the checksum of every byte
/// above it, so that a file that was cut off, doubled or changed is known as such.
struct SealedLines {
  /// The rows with their header, on the lines where they stand in the file.
  let file: SourceFile
  /// What stands above the rows, `# name = value`.
  let facts: [(name: String, value: String)]
  /// How many rows were written.
  let rowCount: Int

  static let remedy: Remedy = "Draw the part again, and copy it whole"

  private static let checksumMark = "# sha256 = "
  private static let countMark = "# rows = "

  /// Reads a sealed file.
  ///
  /// - Throws: `Diagnostic` if there is no seal, or it is not that of the content.
  init(_ file: SourceFile) throws(Diagnostic) {
    let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }
    guard lines.count > 2, lines[lines.count - 1].isEmpty,
      let checksum = text(lines[lines.count - 2]).suffix(after: Self.checksumMark),
      let count = text(lines[lines.count - 3]).suffix(after: Self.countMark).flatMap({ Int($0) })
    else {
      throw Diagnostic(
        "the part does not end with its number of rows and its checksum", at: file.name,
        remedy: Self.remedy)
    }
    let content = file.bytes[..<lines[lines.count - 2].startIndex]
    guard Checksum.sha256(content) == checksum else {
      throw Diagnostic(
        "the part is not as it was written: its checksum is another", at: file.name,
        remedy: Self.remedy)
    }
    var facts: [(name: String, value: String)] = []
    for line in lines {
      guard let fact = text(line).suffix(after: "# "), let sign = fact.firstRange(of: " = ") else {
        break
      }
      facts.append(
        (name: String(fact[..<sign.lowerBound]), value: String(fact[sign.upperBound...])))
    }
    let rows = content[..<lines[lines.count - 3].startIndex].dropFirst(
      lines[facts.count].startIndex)
    // Blank lines keep the numbers of the lines that messages name.
    let blank = [UInt8](repeating: UInt8(ascii: "\n"), count: facts.count)
    self.file = file.replacing(bytes: blank + rows)
    self.facts = facts
    rowCount = count
  }

  /// The text of a sealed file.
  static func text(
    facts: [(name: String, value: String)], header: String, rows: [String]
  ) -> String {
    var text = ""
    for fact in facts { text += "# \(fact.name.onOneLine) = \(fact.value.onOneLine)\n" }
    text += header + "\n"
    for row in rows { text += row + "\n" }
    text += "\(countMark)\(rows.count)\n"
    return text + checksumMark + Checksum.sha256(text.utf8) + "\n"
  }
}

extension String {
  fileprivate func suffix(after mark: String) -> String? {
    hasPrefix(mark) ? String(dropFirst(mark.count)) : nil
  }

  fileprivate var onOneLine: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
