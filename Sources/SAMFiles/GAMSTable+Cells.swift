internal import AccountMatrix

extension GAMSTable {
  private static func number(
    _ word: GAMSWord, row: String, column: String, at place: String
  ) throws(Diagnostic) -> PrintedNumber {
    guard let number = word.number else {
      throw Diagnostic(
        "'\(word.text)' is not a finite decimal number",
        at: "\(place), row '\(row)', column '\(column)'",
        remedy: "Write a number such as 1234.5, or leave the cell empty for zero")
    }
    return number
  }

  /// How many numbers stand in the cells of a table, counted without looking for their labels.
  static func numberCount(in body: [GAMSText.Line]) -> Int {
    var (count, hasLabels) = (0, false)
    for line in body {
      let words: [GAMSWord?] =
        line.isDelimited
        ? line.text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
          .map { GAMSWord.words(in: Array($0)).first }
        : GAMSWord.words(in: line.text)
      guard words.contains(where: { $0 != nil }) else { continue }
      let isMore = !line.isDelimited && words[0].map { $0.text == "+" && !$0.isQuoted } ?? false
      let isLabels = !hasLabels || isMore
      if !isLabels { count += words.dropFirst().count { $0.map { !$0.text.isEmpty } ?? false } }
      // A mark alone takes the labels away; the next line gives others.
      hasLabels = !isMore || words.count > 1
    }
    return count
  }

  /// How many numbers stand among the words of a parameter, counted without looking for their
  /// labels: those that neither begin an entry nor stand behind the dot of a label.
  static func numberCount(in data: [(word: GAMSWord, line: Int)]) -> Int {
    var (count, line, isPending, isLabel) = (0, -1, false, true)
    for (word, number) in data {
      if word.text == ",", !word.isQuoted {
        (isPending, isLabel) = (false, true)
        continue
      }
      // A label alone on its line has its value on the next.
      if number != line, !isPending { isLabel = true }
      line = number
      if !isLabel, word.number != nil {
        count += 1
        isPending = false
        isLabel = true
      } else {
        isPending = true
        isLabel = !word.isQuoted && word.text.hasSuffix(".")
      }
    }
    return count
  }

  /// The numbers of a symbol that is not read.
  static func numbers(of symbol: GAMSSymbol) -> [Double] {
    if symbol.isTable {
      return symbol.body.flatMap { line in
        GAMSWord.words(in: line.text, marks: [UInt8(ascii: ",")]).dropFirst()
          .compactMap { $0.number?.value }
      }
    }
    // A value stands behind its label, a label behind a comma or at the head of a line.
    return symbol.data.indices.compactMap { index in
      guard index > 0, symbol.data[index - 1].word.text != ",",
        symbol.data[index - 1].line == symbol.data[index].line
      else { return nil }
      return symbol.data[index].word.number?.value
    }
  }

  /// Reads the lines of a `TABLE`: each number belongs to the label whose columns it shares.
  static func readTable(_ symbol: GAMSSymbol, into cells: inout GAMSCells) throws(Diagnostic) {
    var labels: [GAMSWord] = []
    for line in symbol.body {
      let place = "\(cells.name): line \(line.number)"
      if line.isDelimited {
        try readDelimited(line, labels: &labels, into: &cells, place: place)
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
        try cells.add(
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
    _ line: GAMSText.Line, labels: inout [GAMSWord], into cells: inout GAMSCells, place: String
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
      try cells.add(
        row: first.text, column: label.text,
        try number(field, row: first.text, column: label.text, at: place), line: line.number)
    }
  }

  /// Reads the data of a `PARAMETER`: `/ row.column value, row.column value /`.
  static func readParameter(_ symbol: GAMSSymbol, into cells: inout GAMSCells) throws(Diagnostic) {
    let (words, name) = (symbol.data, cells.name)
    var position = 0
    while position < words.count {
      let (word, line) = words[position]
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
      if text.contains(where: { $0.contains("(") }) {
        throw Diagnostic(
          "a list of labels in parentheses is not read", at: place,
          remedy: "Write a line for each label, as in row.column 4")
      }
      // GAMS lets an equals sign stand before the value.
      if position < words.count, words[position].word.text == "=" { position += 1 }
      guard text.count == 2, position < words.count else {
        throw Diagnostic(
          "'\(text.joined(separator: "."))' is not of the form row.column value", at: place)
      }
      try cells.add(
        row: text[0], column: text[1],
        try number(words[position].word, row: text[0], column: text[1], at: place), line: line)
      position += 1
    }
    guard symbol.isClosed else {
      throw Diagnostic(
        "the data of '\(symbol.name)' are opened by a slash and never closed", at: name)
    }
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
  static func elementSets(_ text: GAMSText) -> [ElementSet] {
    var sets: [ElementSet] = []
    for statement in text.statements where statement.keyword.hasPrefix("set") {
      var isOpen = false
      for line in statement.lines {
        var pending: [GAMSWord] = []
        func finish() {
          if isOpen, let element = pending.first, !sets.isEmpty {
            sets[sets.count - 1].order.append(element.text)
            let words = pending.dropFirst().map { $0.text }
            if !words.isEmpty {
              sets[sets.count - 1].texts[element.text] = words.joined(separator: " ")
            }
          }
          pending = []
        }
        for word in GAMSWord.words(in: line.text, marks: GAMSSymbol.marks) {
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
}

/// The cells of a GAMS table; labels that differ only in upper and lower case are one.
struct GAMSCells {
  let name: String
  private(set) var flows: FlowList
  private var spellings: [String: String] = [:]

  init(name: String) {
    self.name = name
    flows = FlowList(name: name)
  }

  /// A label as it was written first, as GAMS prints it.
  private mutating func spelling(of label: String) -> String {
    let key = label.trimming(" ").lowercased()
    if let known = spellings[key] { return known }
    spellings[key] = label.trimming(" ")
    return label.trimming(" ")
  }

  /// Gives an account its place in the order, and its spelling.
  mutating func declare(_ label: String) { flows.declare(spelling(of: label)) }

  /// Adds a cell.
  ///
  /// - Throws: `Diagnostic` if the cell stands twice.
  mutating func add(
    row: String, column: String, _ number: PrintedNumber, line: Int
  ) throws(Diagnostic) {
    try flows.add(row: spelling(of: row), column: spelling(of: column), number, line: line)
  }

  /// Counts a number of another symbol.
  mutating func passOver(_ value: Double, as what: String) { flows.passOver(value, as: what) }

  /// Says how many numbers the cells hold by the text; those of other symbols come with them.
  mutating func expect(numbers count: Int) {
    flows.expect(numbers: count + flows.others.found.count)
  }

  /// The accounts that sets describe, by their spelling.
  func descriptions(of sets: [GAMSTable.ElementSet]) -> [String: Account] {
    var accounts: [String: Account] = [:]
    for set in sets {
      for label in set.order {
        guard let text = set.texts[label] else { continue }
        let code = spellings[label.trimming(" ").lowercased()] ?? label
        if accounts[code] == nil { accounts[code] = Account(code: code, name: text) }
      }
    }
    return accounts
  }
}
