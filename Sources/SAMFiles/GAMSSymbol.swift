internal import AccountMatrix

/// A table or a parameter of a GAMS file: its name, its sets, its text, and its data if it has any.
struct GAMSSymbol {
  let name: String
  /// The sets in parentheses; empty where none are named.
  let domain: [String]
  /// The explanatory text.
  let text: String
  let isTable: Bool
  /// The line of the declaration.
  let firstLine: Int
  /// The lines of a table behind its declaration.
  var body: [GAMSText.Line] = []
  /// The words of a parameter between its slashes.
  var data: [(word: GAMSWord, line: Int)] = []
  /// Whether a parameter's slashes come in pairs.
  var isClosed = true

  static let marks: Set<UInt8> = Set("(),/".utf8)

  /// Whether it has two sets, or does not say.
  var mayBeMatrix: Bool { domain.isEmpty || domain.count == 2 }

  /// Whether cells stand behind the declaration.
  var hasData: Bool {
    isTable
      ? body.contains { line in line.text.contains { $0 > 0x20 } } : !data.isEmpty || !isClosed
  }

  /// The symbols that a statement declares: one table, or parameters one after the other.
  static func symbols(of statement: GAMSText.Statement) -> [GAMSSymbol] {
    if statement.keyword == "table" { return table(statement).map { [$0] } ?? [] }
    return statement.keyword.hasPrefix("param") ? parameters(statement) : []
  }

  private static func table(_ statement: GAMSText.Statement) -> GAMSSymbol? {
    guard let first = statement.lines.firstIndex(where: { $0.text.contains { $0 > 0x20 } }) else {
      return nil
    }
    let line = statement.lines[first]
    let words = GAMSWord.words(in: line.text, marks: marks)
    guard let name = words.first?.text else { return nil }
    let (domain, rest) = domain(behind: 0, of: words)
    return GAMSSymbol(
      name: name, domain: domain, text: words[rest...].map { $0.text }.joined(separator: " "),
      isTable: true, firstLine: line.number, body: Array(statement.lines[(first + 1)...]))
  }

  /// The sets in parentheses behind a name, and the position of the word behind them.
  private static func domain(
    behind name: Int, of words: [GAMSWord]
  ) -> (sets: [String], next: Int) {
    func isMark(_ index: Int, _ mark: String) -> Bool {
      words.indices.contains(index) && words[index].text == mark && !words[index].isQuoted
    }
    guard isMark(name + 1, "("),
      let close = words.indices.first(where: { $0 > name + 1 && isMark($0, ")") })
    else { return ([], name + 1) }
    let sets = words[(name + 2)..<close].filter { $0.text != "," || $0.isQuoted }
    return (sets.map { $0.text }, close + 1)
  }

  /// The words of a line between `$ondelim` and `$offdelim`: its labels, and the value.
  private static func delimited(_ line: [UInt8]) -> [GAMSWord] {
    let fields = line.split(separator: UInt8(ascii: ",")).compactMap {
      GAMSWord.words(in: Array($0)).first
    }
    return fields.dropLast().map {
      GAMSWord(text: $0.text, columns: $0.columns, isQuoted: true)
    } + fields.suffix(1)
  }

  /// Parameters stand each on a line of its own, or with commas between them.
  private static func parameters(_ statement: GAMSText.Statement) -> [GAMSSymbol] {
    var words: [GAMSWord] = []
    var lines: [Int] = []
    for line in statement.lines {
      let found =
        line.isDelimited ? delimited(line.text) : GAMSWord.words(in: line.text, marks: marks)
      words += found
      lines += found.map { _ in line.number }
    }
    func isMark(_ index: Int, _ mark: String) -> Bool {
      words.indices.contains(index) && words[index].text == mark && !words[index].isQuoted
    }
    /// A word begins a symbol at the head of a line, or behind a comma where sets follow it: other
    /// words belong to a text.
    func beginsSymbol(_ index: Int) -> Bool {
      guard let letter = words[index].text.utf8.first, !words[index].isQuoted,
        UnicodeScalar(letter).properties.isAlphabetic
      else { return false }
      return lines[index] != lines[index - 1] || isMark(index - 1, ",") && isMark(index + 1, "(")
    }
    var symbols: [GAMSSymbol] = []
    var position = 0
    while position < words.count {
      if isMark(position, ",") {
        position += 1
        continue
      }
      let name = position
      let (domain, next) = domain(behind: name, of: words)
      position = next
      let textStart = position
      while position < words.count, !isMark(position, "/"), !beginsSymbol(position) {
        position += 1
      }
      var symbol = GAMSSymbol(
        name: words[name].text, domain: domain,
        text: words[textStart..<position].filter { $0.text != "," || $0.isQuoted }.map { $0.text }
          .joined(separator: " "), isTable: false, firstLine: lines[name])
      if isMark(position, "/") {
        position += 1
        symbol.isClosed = false
        while position < words.count, !symbol.isClosed {
          if isMark(position, "/") {
            symbol.isClosed = true
          } else {
            symbol.data.append((words[position], lines[position]))
          }
          position += 1
        }
      }
      symbols.append(symbol)
    }
    return symbols
  }
}
