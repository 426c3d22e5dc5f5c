internal import AccountMatrix

extension GAMSTable {
  /// A symbol: its name, its first set, its explanatory text, and where its data begin.
  struct Symbol {
    var name = ""
    var set = ""
    var text = ""
    /// The position of the line behind the declaration, and words left on the last one.
    var firstLine = 0
    var rest: [GAMSWord] = []
  }

  private static let declarationMarks: Set<UInt8> = Set("(),/".utf8)

  /// Takes the declaration of a statement apart.
  static func symbol(of statement: GAMSText.Statement) -> Symbol {
    var symbol = Symbol()
    guard let first = statement.lines.firstIndex(where: { $0.text.contains { $0 > 0x20 } }) else {
      return symbol
    }
    let words = GAMSWord.words(in: statement.lines[first].text, marks: declarationMarks)
    symbol.name = words.first?.text ?? ""
    symbol.firstLine = first + 1
    guard let close = words.firstIndex(where: { $0.text == ")" && !$0.isQuoted }) else {
      symbol.rest = Array(words.dropFirst())
      return symbol
    }
    symbol.set = words.count > 2 ? words[2].text : ""
    symbol.rest = Array(words[(close + 1)...])
    symbol.text = symbol.rest.prefix { $0.text != "/" || $0.isQuoted }.map(\.text)
      .joined(separator: " ")
    return symbol
  }

  private static func number(
    _ word: GAMSWord, row: String, column: String, at place: String
  ) throws(Diagnostic) -> PrintedNumber {
    let text = Array(word.text.utf8)
    guard !word.isQuoted, !text.contains(UInt8(ascii: ",")), text != [UInt8(ascii: "-")],
      let number = PrintedNumber(text[...], style: .point)
    else {
      throw Diagnostic(
        "'\(word.text)' is not a finite decimal number",
        at: "\(place), row '\(row)', column '\(column)'",
        remedy: "Write a number such as 1234.5, or leave the cell empty for zero")
    }
    return number
  }

  /// Reads the lines of a `TABLE`: each number belongs to the label whose columns it shares.
  static func readTable(
    _ lines: [GAMSText.Line], after symbol: Symbol, into flows: inout FlowList, name: String
  ) throws(Diagnostic) {
    var labels: [GAMSWord] = []
    for line in lines.dropFirst(symbol.firstLine) {
      let place = "\(name): line \(line.number)"
      if line.isDelimited {
        try readDelimited(line, labels: &labels, into: &flows, place: place)
        continue
      }
      var words = GAMSWord.words(in: line.text)
      guard let first = words.first else { continue }
      if first.text == "+", !first.isQuoted {
        labels = Array(words.dropFirst())
        continue
      }
      if labels.isEmpty {
        labels = words
        continue
      }
      words.removeFirst()
      for word in words {
        let column = try label(for: word, row: first.text, among: labels, at: place)
        try flows.add(
          row: first.text, column: column,
          try number(word, row: first.text, column: column, at: place), line: line.number)
      }
    }
  }

  private static func label(
    for word: GAMSWord, row: String, among labels: [GAMSWord], at place: String
  ) throws(Diagnostic) -> String {
    // Labels stand in the order of their columns, so the first candidate is found by halving.
    var (low, high) = (0, labels.count)
    while low < high {
      let middle = (low + high) / 2
      if labels[middle].columns.upperBound <= word.columns.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < labels.count, labels[low].columns.overlaps(word.columns) else {
      throw Diagnostic(
        "'\(word.text)' in row '\(row)' stands under no column label", at: place,
        remedy: "A number in a GAMS table shares at least one character column with its label")
    }
    if low + 1 < labels.count, labels[low + 1].columns.overlaps(word.columns) {
      throw Diagnostic(
        "'\(word.text)' in row '\(row)' stands under two labels, '\(labels[low].text)' and "
          + "'\(labels[low + 1].text)'", at: place, remedy: "Widen the columns of the table")
    }
    return labels[low].text
  }

  /// A line between `$ondelim` and `$offdelim`: fields parted by commas, the first line the labels.
  private static func readDelimited(
    _ line: GAMSText.Line, labels: inout [GAMSWord], into flows: inout FlowList, place: String
  ) throws(Diagnostic) {
    var fields: [GAMSWord] = []
    let comma = UInt8(ascii: ",")
    for part in line.text.split(separator: comma, omittingEmptySubsequences: false) {
      let word = GAMSWord.words(in: Array(part)).first
      fields.append(word ?? GAMSWord(text: "", columns: 0..<0, isQuoted: false))
    }
    guard let first = fields.first, fields.contains(where: { !$0.text.isEmpty }) else { return }
    if labels.isEmpty {
      labels = fields
      return
    }
    guard fields.count <= labels.count else {
      throw Diagnostic(
        "the line of '\(first.text)' has \(fields.count) fields where the labels are "
          + "\(labels.count)", at: place)
    }
    for (label, field) in zip(labels, fields).dropFirst() where !field.text.isEmpty {
      try flows.add(
        row: first.text, column: label.text,
        try number(field, row: first.text, column: label.text, at: place), line: line.number)
    }
  }

  /// Reads the data of a `PARAMETER`: `/ row.column value, row.column value /`.
  static func readParameter(
    _ lines: [GAMSText.Line], after symbol: Symbol, into flows: inout FlowList, name: String
  ) throws(Diagnostic) {
    var words: [(word: GAMSWord, line: Int)] = []
    let declaration = symbol.firstLine > 0 ? lines[symbol.firstLine - 1].number : 0
    for word in symbol.rest { words.append((word, declaration)) }
    for line in lines.dropFirst(symbol.firstLine) {
      for word in GAMSWord.words(in: line.text, marks: declarationMarks) {
        words.append((word, line.number))
      }
    }
    guard let open = words.firstIndex(where: { $0.word.text == "/" && !$0.word.isQuoted }) else {
      throw Diagnostic(
        "the parameter '\(symbol.name)' has no data between slashes", at: name,
        remedy: "Expected / row.column value, ... /; assignments are not evaluated")
    }
    var position = open + 1
    while position < words.count {
      let (word, line) = words[position]
      if word.text == "/", !word.isQuoted { return }
      if word.text == ",", !word.isQuoted {
        position += 1
        continue
      }
      let place = "\(name): line \(line)"
      // Quoted labels come apart at their dot: 'a'.'b' is three words.
      var text = word.isQuoted ? [word.text] : splitAtDots(word.text)
      position += 1
      while position < words.count, text.count < 2 || text.last == "" {
        if text.last == "" { text.removeLast() }
        let next = words[position].word
        text += next.isQuoted ? [next.text] : splitAtDots(next.text).filter { !$0.isEmpty }
        position += 1
      }
      guard text.count == 2, position < words.count else {
        throw Diagnostic(
          "'\(text.joined(separator: "."))' is not of the form row.column value", at: place)
      }
      try flows.add(
        row: text[0], column: text[1],
        try number(words[position].word, row: text[0], column: text[1], at: place), line: line)
      position += 1
    }
    throw Diagnostic(
      "the data of '\(symbol.name)' are opened by a slash and never closed", at: name)
  }

  private static func splitAtDots(_ text: String) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

// MARK: - Sets

extension GAMSTable {
  /// A set: its elements in order, and their explanatory texts.
  struct ElementSet {
    let name: String
    var order: [String] = []
    var texts: [String: String] = [:]
    var count: Int { order.count }
  }

  /// The sets of a file with their elements.
  static func elementNames(_ text: GAMSText) -> [ElementSet] {
    var sets: [ElementSet] = []
    for statement in text.statements where statement.keyword.hasPrefix("set") {
      var isOpen = false
      for line in statement.lines {
        var pending: [GAMSWord] = []
        func finish() {
          if isOpen, let element = pending.first, !sets.isEmpty {
            sets[sets.count - 1].order.append(element.text)
            let words = pending.dropFirst().map(\.text)
            if !words.isEmpty {
              sets[sets.count - 1].texts[element.text] = words.joined(separator: " ")
            }
          }
          pending = []
        }
        for word in GAMSWord.words(in: line.text, marks: declarationMarks) {
          switch word.isQuoted ? "" : word.text {
          case "/":
            if isOpen {
              finish()
            } else if let name = pending.first {
              sets.append(ElementSet(name: name.text))
            }
            pending = []
            isOpen.toggle()
          case ",": finish()
          default: pending.append(word)
          }
        }
        if isOpen {
          finish()
        } else if let name = pending.first {
          sets.append(ElementSet(name: name.text))
        }
      }
    }
    return sets.filter { !$0.order.isEmpty }
  }

  /// The accounts that sets describe.
  static func descriptions(_ sets: [ElementSet]) -> [String: Account] {
    var accounts: [String: Account] = [:]
    for set in sets {
      for (code, text) in set.texts where accounts[code] == nil {
        accounts[code] = Account(code: code, name: text)
      }
    }
    return accounts
  }
}
