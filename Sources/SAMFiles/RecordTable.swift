package import AccountMatrix

/// A table with a header row, read record by record: the form of all small input files.
package struct RecordTable {
  /// One record and the line it stands on.
  package struct Record {
    fileprivate let row: DelimitedText.Row
    package let line: Int
  }

  package let name: String
  package let records: [Record]
  private let text: DelimitedText
  private let positions: [String: Int]

  /// Reads a table and checks that its columns are there.
  ///
  /// - Throws: `Diagnostic` for a missing or repeated column, or a record with
  ///   more or fewer fields than the header.
  package init(_ file: SourceFile, required: [String], optional: [String] = []) throws(Diagnostic) {
    try self.init(try DelimitedText(file), required: required, optional: optional)
  }

  /// Reads a table from the rows of a text file or of a sheet.
  init(_ text: DelimitedText, required: [String], optional: [String] = []) throws(Diagnostic) {
    name = text.name
    guard let header = text.rows.first(where: { !text.isBlank($0) }) else {
      throw Diagnostic(
        "the file has no header row", at: name,
        remedy: "Expected the columns \(required.joined(separator: ","))")
    }
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
    var records: [Record] = []
    for row in text.rows where row.line > header.line && !text.isBlank(row) {
      let surplus = (0..<row.fields.count).dropFirst(header.fields.count)
      guard
        text.allowsShortRows
          || row.fields.count >= header.fields.count
            && surplus.allSatisfy({ text.isBlank(row, $0) })
      else {
        throw Diagnostic(
          "the line has \(row.fields.count) fields where the header has \(header.fields.count)",
          at: text.place(row),
          remedy: "Put text with a comma in quotes; leave no field out")
      }
      records.append(Record(row: row, line: row.line))
    }
    self.text = text
    self.positions = positions
    self.records = records
  }

  /// Whether the table has a column.
  package func has(_ column: String) -> Bool { positions[column] != nil }

  /// The text of a field; empty if the column is not there.
  package func text(_ record: Record, _ column: String) throws(Diagnostic) -> String {
    guard let position = positions[column] else { return "" }
    return try text.text(record.row, position)
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
    let content = text.content(record.row, position)
    if content.isEmpty { return nil }
    if text.delimiter != UInt8(ascii: ","), content.contains(UInt8(ascii: ",")) {
      throw Diagnostic(
        "the comma in '\(String(decoding: content, as: UTF8.self))' could be a decimal mark or "
          + "group thousands", at: place(record, column),
        remedy: "Write a decimal point and no mark between thousands, as in 1234.5")
    }
    guard let number = PrintedNumber(content, style: .point) else {
      throw Diagnostic(
        "'\(String(decoding: content, as: UTF8.self))' is not a finite decimal number",
        at: place(record, column), remedy: "Write a number such as 1234.5")
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
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw Diagnostic(
      "'\(word)' is not a known \(column)", at: place(record, column),
      remedy: "Expected one of " + words.joined(separator: ", "))
  }

  /// A place for a message: file, line and column.
  package func place(_ record: Record, _ column: String) -> String {
    "\(text.place(record.row)), column '\(column)'"
  }
}
