package import AccountMatrix

/// A table with a header row, read record by record: the form of all small input files.
///
/// The cells stand in a text file, between commas, semicolons or tabs, or in the one sheet of a
/// workbook that has the columns. Titles of one cell may stand above the header.
package struct RecordTable {
  /// One record and the line it stands on.
  package struct Record {
    let row: DelimitedText.Row
    package let line: Int
    /// How many records stand before it.
    let index: Int
  }

  package let name: String
  package let records: [Record]
  let text: DelimitedText
  let positions: [String: Int]
  private let styles: ColumnStyles
  let reads: CellReads
  let known: Set<String>
  let onNote: @Sendable (Diagnostic) -> Void

  /// Reads a table and checks that its columns are there.
  ///
  /// - Parameters:
  ///   - required: the columns that must be there.
  ///   - optional: those that may; others are passed over, with a note to the file's reader.
  ///   - mayBeEmpty: whether a header without lines is a table too.
  /// - Throws: `Diagnostic` for a missing, repeated or misspelt column, a header without lines, or
  ///   a record with more or fewer fields than the header.
  package init(
    _ file: SourceFile, required: [String], optional: [String] = [], mayBeEmpty: Bool = false
  ) throws(Diagnostic) {
    let text = try file.table(with: required)
    try self.init(
      text, required: required, optional: optional, mayBeEmpty: mayBeEmpty, of: file)
    for note in text.notes { file.onNote(note) }
    let others = positions.keys.filter { title in
      !known.contains(title) && !file.selection.contains { $0.column.lowercased() == title }
    }
    .sorted { (positions[$0] ?? 0) < (positions[$1] ?? 0) }
    if !others.isEmpty {
      let numbers = others.reduce(0) { $0 + numberCount(in: $1) }
      file.onNote(
        Diagnostic(
          "the column\(others.count == 1 ? "" : "s") "
            + others.map { "'\($0)'" }.joined(separator: ", ")
            + "\(others.count == 1 ? " is" : " are") passed over"
            + (numbers > 0 ? ", with \(count(numbers, "number"))" : ""), at: name))
    }
  }

  /// Nobody listens where the rows are no file of their own.
  private static let silent: @Sendable (Diagnostic) -> Void = { _ in }

  /// Reads a table from the rows of a text file or of a sheet.
  init(
    _ text: DelimitedText, required: [String], optional: [String] = [], mayBeEmpty: Bool = false,
    of file: SourceFile? = nil
  ) throws(Diagnostic) {
    name = text.name
    known = Set(required + optional)
    onNote = file.map { $0.onNote } ?? Self.silent
    guard let header = try Self.header(of: text, with: required) else {
      throw Diagnostic(
        "the file has no header row", at: name,
        remedy: "Expected the columns \(required.joined(separator: ","))")
    }
    let lines = text.rows.filter { $0.line > header.line && !text.isBlank($0) }
    var positions: [String: Int] = [:]
    for column in 0..<header.fields.count {
      let title = try text.text(header, column).lowercased()
      if title.isEmpty { continue }
      if positions.updateValue(column, forKey: title) != nil {
        throw Diagnostic("the column '\(title)' stands twice", at: text.place(header, column))
      }
    }
    let missing = required.filter { positions[$0] == nil }
    guard missing.isEmpty else {
      throw Diagnostic(
        "the column\(missing.count == 1 ? "" : "s") '\(missing.joined(separator: "', '"))' "
          + "\(missing.count == 1 ? "is" : "are") missing",
        at: text.place(header),
        remedy: "Expected the columns "
          + (required + optional.map { "[\($0)]" }).joined(separator: ","))
    }
    for column in 0..<header.fields.count where try text.text(header, column).isEmpty {
      guard lines.allSatisfy({ text.isBlank($0, column) }) else {
        throw Diagnostic(
          "the column has cells but no name", at: text.place(header, column),
          remedy: "Name it in the header, or empty it")
      }
    }
    try Self.refuseMisspelt(positions, known: required + optional, at: text.place(header))
    let body = try file.map { file throws(Diagnostic) in
      try Self.selected(lines, text, positions, by: file)
    }
    var records: [Record] = []
    for row in body ?? lines {
      let surplus = (0..<row.fields.count).dropFirst(header.fields.count)
      guard
        text.allowsShortRows || row.fields.count >= header.fields.count,
        surplus.allSatisfy({ text.isBlank(row, $0) })
      else {
        throw Diagnostic(
          "the line has \(row.fields.count) fields where the header has \(header.fields.count)",
          at: text.place(row),
          remedy: "Put text with a comma in quotes; leave no field out")
      }
      records.append(Record(row: row, line: row.line, index: records.count))
    }
    guard mayBeEmpty || !records.isEmpty else {
      throw Diagnostic(
        "the table has a header and no lines", at: name, remedy: "Write at least one line below it")
    }
    self.text = text
    self.positions = positions
    self.records = records
    styles = ColumnStyles(of: text, rows: body ?? lines, count: header.fields.count)
    reads = CellReads(rows: records.count, columns: header.fields.count)
  }

  /// The lines that the file's selection of columns and values leaves; the others are counted.
  private static func selected(
    _ lines: [DelimitedText.Row], _ text: DelimitedText, _ positions: [String: Int],
    by file: SourceFile
  ) throws(Diagnostic) -> [DelimitedText.Row] {
    let titles = positions.sorted { $0.value < $1.value }.map { $0.key }
    var kept = lines
    let selection = file.selection(among: titles)
    for condition in selection {
      guard let column = positions[condition.column.lowercased()] else { continue }
      var values: [String] = []
      var chosen: [DelimitedText.Row] = []
      for row in kept {
        let value = try text.label(row, column)
        if value == condition.value { chosen.append(row) }
        if !values.contains(value), values.count < 200 { values.append(value) }
      }
      guard !chosen.isEmpty || kept.isEmpty else {
        throw Diagnostic(
          "no line has the value '\(condition.value)' in the column '\(condition.column)'",
          at: text.place, remedy: "Its values are \(list(values))")
      }
      kept = chosen
    }
    if kept.count < lines.count {
      let others = lines.count - kept.count
      file.onNote(
        Diagnostic(
          "\(count(others, "line")) of \(lines.count) \(others == 1 ? "is" : "are") passed over, "
            + "since "
            + selection.map { "\($0.column) is not \($0.value)" }
            .joined(separator: " or "), at: text.place))
    }
    return kept
  }

  /// The first row that is not blank; where it lacks columns, the one that has them all below
  /// titles of one cell.
  private static func header(
    of text: DelimitedText, with required: [String]
  ) throws(Diagnostic) -> DelimitedText.Row? {
    let filled = text.rows.filter { !text.isBlank($0) }
    for row in filled.prefix(10) {
      let titles = try text.texts(row).map { $0.lowercased() }
      if required.allSatisfy(titles.contains) { return row }
      guard titles.count(where: { !$0.isEmpty }) == 1 else { break }
    }
    return filled.first
  }

  /// Refuses a column that is one slip away from one that is not there: its cells would be lost.
  private static func refuseMisspelt(
    _ positions: [String: Int], known: [String], at place: String
  ) throws(Diagnostic) {
    for title in positions.keys.sorted() where !known.contains(title) {
      guard
        let meant = known.first(where: {
          positions[$0] == nil && $0.utf8.count > 3 && editDistance($0, title) == 1
        })
      else { continue }
      throw Diagnostic(
        "the column '\(title)' is not known", at: place, remedy: suggestion([meant]))
    }
  }

  /// Whether the table has a column.
  package func has(_ column: String) -> Bool { positions[column] != nil }

  /// The text of a field; empty if the column is not there.
  package func text(_ record: Record, _ column: String) throws(Diagnostic) -> String {
    guard let position = positions[column] else { return "" }
    reads.mark(record.index, position)
    let words = try text.text(record.row, position)
    return text.notation.emptyTexts.contains(words) ? "" : words
  }

  /// The text of a field, or `nil` if it is empty.
  package func nonEmptyText(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> String? {
    let value = try text(record, column)
    return value.isEmpty ? nil : value
  }

  /// The text of a field that must not be empty.
  package func requiredText(_ record: Record, _ column: String) throws(Diagnostic) -> String {
    let value = try text(record, column)
    if value.isEmpty {
      throw Diagnostic("the field '\(column)' is empty", at: place(record, column))
    }
    return value
  }

  /// The accounts that a field names; `nil` if it is empty.
  package func selector(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> AccountSelector? {
    guard let word = try nonEmptyText(record, column) else { return nil }
    do { return try AccountSelector(parsing: word) } catch {
      throw error.diagnostic.located(at: place(record, column))
    }
  }

  /// The accounts that a field must name.
  package func requiredSelector(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> AccountSelector {
    _ = try requiredText(record, column)
    return try selector(record, column) ?? .all
  }

  /// The code of an account that must stand once.
  ///
  /// - Parameters:
  ///   - lines: the line of each code so far.
  ///   - remedy: what to do about a second one.
  func code(
    of record: Record, once lines: inout [String: Int],
    otherwise remedy: String = "Keep one line for each account"
  ) throws(Diagnostic) -> String {
    let code = try requiredText(record, "code")
    if let earlier = lines.updateValue(record.line, forKey: code) {
      throw Diagnostic(
        "the account '\(code)' stands twice, first on line \(earlier)",
        at: place(record, "code"), remedy: remedy)
    }
    return code
  }

  /// The number in a field, with half a unit of its last digit; `nil` if it is empty.
  func printedNumber(
    _ record: Record, _ column: String
  ) throws(Diagnostic) -> PrintedNumber? {
    guard let position = positions[column] else { return nil }
    reads.mark(record.index, position)
    let number: PrintedNumber
    switch text.cell(record.row, position, style: try styles.style(of: position, in: text)) {
    case .blank, .mark: return nil
    case .number(let printed): number = printed
    case .words:
      throw Diagnostic(
        "'\(try text.text(record.row, position))' is not a finite decimal number",
        at: place(record, column),
        remedy: DelimitedText.remedy(for: try text.text(record.row, position))
          ?? "Write a number such as 1234.5")
    }
    guard number.value.isAmount else {
      throw Diagnostic(
        "\(number.value.sixDigits) is larger than any amount", at: place(record, column),
        remedy: "Write a number such as 1234.5")
    }
    return number
  }

  /// The number in a field, or `nil` if it is empty.
  package func number(_ record: Record, _ column: String) throws(Diagnostic) -> Double? {
    try printedNumber(record, column)?.value
  }

  /// The whole number in a field, or `nil` if it is empty.
  ///
  /// - Throws: `Diagnostic` for a number with a part, or outside the range.
  package func wholeNumber(
    _ record: Record, _ column: String, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int? {
    guard let value = try number(record, column) else { return nil }
    guard let whole = Int(whole: value, in: range) else {
      throw Diagnostic(
        "the field '\(column)' is \(value.shortest)", at: place(record, column),
        remedy: "Expected a whole number from \("\(range.lowerBound)") to \("\(range.upperBound)")")
    }
    return whole
  }

  /// The number in a field that must not be empty.
  package func requiredNumber(_ record: Record, _ column: String) throws(Diagnostic) -> Double {
    guard let value = try number(record, column) else {
      throw Diagnostic("the field '\(column)' is empty", at: place(record, column))
    }
    return value
  }

  /// The value of a field that must be one of a few words; `nil` if it is empty.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ record: Record, _ column: String, as type: Choice.Type = Choice.self
  ) throws(Diagnostic) -> Choice? where Choice.RawValue == String {
    let word = try text(record, column)
    if word.isEmpty { return nil }
    let choices = Choice.allCases
    if let choice = choices.first(where: { $0.rawValue == word })
      ?? choices.first(where: { $0.rawValue.lowercased() == word.lowercased() })
    {
      return choice
    }
    let words = Choice.allCases.map { $0.rawValue }
    throw Diagnostic(
      "'\(word)' is not a known \(column)", at: place(record, column),
      remedy: "Expected one of " + words.joined(separator: ", "))
  }

  /// A place for a message: file, line and column.
  package func place(_ record: Record, _ column: String) -> String {
    "\(text.place(record.row)), column '\(column)'"
  }
}
