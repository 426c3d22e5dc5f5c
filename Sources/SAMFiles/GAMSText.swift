internal import AccountMatrix

/// A GAMS file without its comments: lines with their numbers, and what the comments said.
struct GAMSText {
  /// A line that holds code.
  struct Line {
    let number: Int
    var text: [UInt8]
    /// Whether the line stands between `$ondelim` and `$offdelim`.
    let isDelimited: Bool
  }

  /// One symbol's statement: what follows its keyword, up to the semicolon.
  struct Statement {
    let keyword: String
    var lines: [Line]
  }

  let statements: [Statement]
  /// Lines that compute cells of a symbol, other than totals; names in lower case.
  let assignments: [(name: String, line: Int)]
  /// Remarks of the form `* unit: RWF billion`.
  let remarks: [String: String]

  private static let keywords: Set<String> = [
    "table", "parameter", "parameters", "set", "sets", "alias", "scalar", "scalars",
  ]

  init(_ file: SourceFile) throws(Diagnostic) {
    var statements: [Statement] = []
    var assignments: [(name: String, line: Int)] = []
    var remarks: [String: String] = [:]
    var isOpen = false
    var isComment = false
    var isDelimited = false
    // What begins a comment at the end of a line, and whether it does so now.
    var endMark: (text: [UInt8], isOn: Bool) = (Array("!!".utf8), false)
    for (index, slice) in file.bytes.lines.enumerated() {
      let words = slice.drop { $0 <= 0x20 }
      if words.first == UInt8(ascii: "$") {
        // $$ is written where a control stands behind blanks.
        let text = String(decoding: words.drop { $0 == UInt8(ascii: "$") }, as: UTF8.self)
        let control = text.lowercased()
        if !isComment { try Self.requireNoInclude(text, at: "\(file.name): line \(index + 1)") }
        if control.hasPrefix("ontext") { isComment = true }
        if control.hasPrefix("offtext") { isComment = false }
        if control.hasPrefix("ondelim") { isDelimited = true }
        if control.hasPrefix("offdelim") { isDelimited = false }
        if control.hasPrefix("eolcom") {
          let mark = text.dropFirst(6).split { $0.isWhitespace }.first.map { Array($0.utf8) }
          endMark = (mark ?? endMark.text, true)
        }
        if control.hasPrefix("oneolcom") { endMark.isOn = true }
        if control.hasPrefix("offeolcom") { endMark.isOn = false }
        continue
      }
      if isComment { continue }
      if slice.first == UInt8(ascii: "*") {
        let remark = String(decoding: slice.dropFirst(), as: UTF8.self)
        if let colon = remark.firstIndex(of: ":") {
          let name = remark[..<colon].trimming(" ").lowercased()
          remarks[name] = remarks[name] ?? remark[remark.index(after: colon)...].trimming(" ")
        }
        continue
      }
      var line = Line(
        number: index + 1,
        text: Self.expandingTabs(endMark.isOn ? Self.before(endMark.text, in: slice) : slice),
        isDelimited: isDelimited)
      if !isOpen, let (keyword, rest) = Self.keyword(line.text) {
        statements.append(Statement(keyword: keyword, lines: []))
        line.text = Array(repeating: 0x20, count: line.text.count - rest.count) + rest
        isOpen = true
      }
      guard isOpen else {
        for name in Self.assigned(line.text) { assignments.append((name, index + 1)) }
        continue
      }
      let (code, ends) = Self.beforeSemicolon(line.text)
      line.text = code
      statements[statements.count - 1].lines.append(line)
      if ends { isOpen = false }
    }
    self.statements = statements
    self.assignments = assignments
    self.remarks = remarks
  }

  /// The symbols in `NAME(i,j) = ...` or `NAME(i,j)$(...) = ...`, in lower case, but for totals.
  private static func assigned(_ line: [UInt8]) -> [String] {
    guard line.contains(UInt8(ascii: "=")) else { return [] }
    return String(decoding: line, as: UTF8.self).lowercased().split(separator: ";").compactMap {
      guard let open = $0.firstIndex(of: "("), let close = $0[open...].firstIndex(of: ")") else {
        return nil
      }
      let next = $0[$0.index(after: close)...].first { !$0.isWhitespace }
      let indices = $0[open...close].split { "(),'\" \t".contains($0) }
      guard next == "=" || next == "$", !indices.contains("total") else { return nil }
      return $0[..<open].trimming(" \t")
    }
  }

  /// Refuses a control that takes in another file, whose lines this reader would leave out.
  private static func requireNoInclude(_ control: String, at place: String) throws(Diagnostic) {
    let words = control.split { $0 == " " || $0 == "\t" }
    // Behind a condition, as in $if exist a.inc $include a.inc, the control has its own mark.
    guard
      let position = words.indices.first(where: { index in
        index == 0 || words[index].hasPrefix("$")
          ? ["include", "batinclude", "libinclude", "sysinclude"].contains(
            words[index].lowercased().drop { $0 == "$" }) : false
      })
    else { return }
    var path = control[words[position].endIndex...].drop { $0.isWhitespace }
    if let quote = path.first, quote == "\"" || quote == "'" {
      path = path.dropFirst().prefix { $0 != quote }
    } else {
      path = path.prefix { !$0.isWhitespace }
    }
    let name = path.isEmpty ? "that file" : "'\(path)'"
    throw Diagnostic(
      "the line takes in \(name) by $\(words[position].lowercased().drop { $0 == "$" }), which is "
        + "not followed", at: place,
      remedy: "Put the lines of \(name) in its place, or read the file that holds the table")
  }

  /// The keyword at the start of a line, in lower case, and what follows it.
  static func keyword(_ line: [UInt8]) -> (String, [UInt8])? {
    let words = line.drop { $0 <= 0x20 }
    let end = words.firstIndex { $0 <= 0x20 } ?? words.endIndex
    let word = String(decoding: words[..<end].prefix(12), as: UTF8.self).lowercased()
    return keywords.contains(word) ? (word, Array(words[end...])) : nil
  }

  /// The line up to a semicolon outside quotes.
  private static func beforeSemicolon(_ line: [UInt8]) -> ([UInt8], Bool) {
    var quote: UInt8?
    for (index, byte) in line.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ";") {
        return (Array(line[..<index]), true)
      }
    }
    return (line, false)
  }

  /// The line up to a mark outside quotes.
  private static func before(_ mark: [UInt8], in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = mark.first else { return line }
    var quote: UInt8?
    for (index, byte) in zip(line.indices, line) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == first, line[index...].starts(with: mark) {
        return line[..<index]
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      }
    }
    return line
  }

  /// Tabs reach to the next multiple of eight, as in GAMS.
  private static func expandingTabs(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.contains(9) else { return Array(line) }
    var result: [UInt8] = []
    for byte in line {
      if byte == 9 {
        result += Array(repeating: 0x20, count: 8 - result.count % 8)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

extension [UInt8] {
  /// The lines, without their ends.
  var lines: [ArraySlice<UInt8>] {
    split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
  }
}

/// A word of a GAMS line with the columns it covers.
struct GAMSWord {
  let text: String
  let columns: Range<Int>
  let isQuoted: Bool

  /// The number that the word is, as GAMS writes numbers.
  var number: PrintedNumber? {
    let bytes = Array(text.utf8)
    guard !isQuoted, bytes.last != UInt8(ascii: "-"),
      bytes.allSatisfy({ (0x30..<0x3A).contains($0) || "+-.eE".utf8.contains($0) })
    else { return nil }
    return PrintedNumber(bytes[...], style: .point)
  }

  /// The words of a line, parted by blanks and by the given marks, which stand as words themselves.
  static func words(in line: [UInt8], marks: Set<UInt8> = []) -> [GAMSWord] {
    var words: [GAMSWord] = []
    var position = 0
    while position < line.count {
      let byte = line[position]
      if byte <= 0x20 {
        position += 1
        continue
      }
      let start = position
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        position += 1
        while position < line.count, line[position] != byte { position += 1 }
        words.append(
          GAMSWord(
            text: String(decoding: line[(start + 1)..<position], as: UTF8.self),
            columns: start..<min(position + 1, line.count), isQuoted: true))
        position += 1
        continue
      }
      if marks.contains(byte) {
        position += 1
      } else {
        while position < line.count, line[position] > 0x20, !marks.contains(line[position]) {
          position += 1
          // In a.'b c' the quoted label is a word of its own.
          let isQuote = position < line.count && [0x22, 0x27].contains(line[position])
          if isQuote, line[position - 1] == UInt8(ascii: ".") { break }
        }
      }
      words.append(
        GAMSWord(
          text: String(decoding: line[start..<position], as: UTF8.self),
          columns: start..<position, isQuoted: false))
    }
    return words
  }
}
