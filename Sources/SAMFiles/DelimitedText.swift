internal import AccountMatrix

/// Rows of fields separated by commas, semicolons, tabs or bars (RFC 4180), as offsets into the bytes.
///
/// Offsets take eight bytes a field, so that tables of ten thousand accounts fit in memory.
struct DelimitedText {
  /// Where a field's content lies; quotes around it are outside.
  struct Field {
    /// The beginning, with the top bit set if a workbook stores the content as a number.
    var start: UInt32
    /// The end, with the top bit set if quotes inside the field are doubled.
    var end: UInt32
  }

  /// One row: the line it begins on, counted from 1, and its fields.
  struct Row {
    let line: Int
    let fields: Range<Int>
  }

  /// Where the rows are from, which decides how messages name a place.
  enum Origin: Equatable {
    /// Lines of a text file.
    case lines
    /// Rows of a sheet, whose first field stands in this column, counted from 0.
    case sheet(name: String, firstColumn: Int)
  }

  let name: String
  let origin: Origin
  let delimiter: UInt8
  private(set) var rows: [Row]
  /// How the numbers are written, where the user says so.
  let notation: NumberNotation
  /// What was noticed while the text was taken apart.
  private(set) var notes: [Diagnostic] = []
  /// How many fields of each line a range leaves out on the left.
  private var skippedFields = 0
  private var isCropped = false
  private let bytes: [UInt8]
  private let fields: [Field]
  private static let escapedFlag: UInt32 = 1 << 31
  static let storedNumberFlag: UInt32 = 1 << 31

  /// Parses a file, finding out the delimiter from its first lines.
  ///
  /// - Throws: `Diagnostic` for a quote that is never closed, text behind a
  ///   closing quote, or bytes that are no text.
  init(_ file: SourceFile) throws(Diagnostic) {
    try ForeignFormat.refuse(file)
    try file.requireNoSheet()
    file.onUse(.notation)
    name = file.name
    origin = .lines
    notation = file.notation
    if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw Diagnostic(
        "the file is a workbook or an archive, not text", at: name,
        remedy: "Save the sheet with the table as CSV in UTF-8")
    }
    let (bytes, note) = try file.decoded()
    if let zero = bytes.firstIndex(of: 0) {
      throw Diagnostic(
        "the file is not text (byte \(zero + 1) is zero)", at: name,
        remedy: "Expected a CSV file in UTF-8")
    }
    self.bytes = bytes
    notes = note.map { [Diagnostic($0, at: file.name)] } ?? []
    delimiter = Self.likelyDelimiter(bytes[...])
    (rows, fields) = try Self.parse(bytes, from: 0, delimiter: delimiter, name: name)
  }

  /// The cells of a sheet, whose rows may differ in length.
  init(
    name: String, origin: Origin, notation: NumberNotation, bytes: [UInt8], rows: [Row],
    fields: [Field], notes: [Diagnostic] = []
  ) {
    self.notes = notes
    self.name = name
    self.origin = origin
    self.notation = notation
    self.bytes = bytes
    self.rows = rows
    self.fields = fields
    delimiter = UInt8(ascii: ",")
  }

  /// The mark that stands equally often in most lines: separators do, decimal
  /// commas and commas in names do not.
  private static func likelyDelimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [
      UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","),
    ]
    var linesByCount = candidates.map { _ in [Int: Int]() }
    var counts = candidates.map { _ in 0 }
    var lines = 0
    func endLine() {
      for (k, count) in counts.enumerated() where count > 0 {
        linesByCount[k][count, default: 0] += 1
      }
      counts = candidates.map { _ in 0 }
    }
    var quoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        endLine()
        lines += 1
        if lines == 60 { break }
      }
      if let k = candidates.firstIndex(of: byte) { counts[k] += 1 }
    }
    endLine()
    let best = linesByCount.map { lines in
      lines.map { (lines: $0.value, marks: $0.key) }.max { $0 < $1 } ?? (lines: 0, marks: 0)
    }
    var chosen = candidates.count - 1
    for k in candidates.indices.reversed() where best[k] >= best[chosen] { chosen = k }
    return best[chosen].lines == 0 ? UInt8(ascii: ",") : candidates[chosen]
  }

  private static func parse(
    _ bytes: [UInt8], from first: Int, delimiter: UInt8, name: String
  ) throws(Diagnostic) -> ([Row], [Field]) {
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    let carriage = UInt8(ascii: "\r")
    var rows: [Row] = []
    var fields: [Field] = []
    var line = 1
    var position = first
    while position < bytes.count {
      let rowLine = line
      let rowStart = fields.count
      var rowEnds = false
      while !rowEnds {
        var field: Field
        if position < bytes.count, bytes[position] == quote {
          position += 1
          let start = position
          let opening = line
          var doubled = false
          while true {
            guard position < bytes.count else {
              throw Diagnostic(
                "a quote is opened and never closed", at: "\(name): line \(opening)",
                remedy: "Close the quote, or remove it")
            }
            if bytes[position] == newline { line += 1 }
            if bytes[position] == quote {
              guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
              doubled = true
              position += 1
            }
            position += 1
          }
          field = Field(
            start: UInt32(start), end: UInt32(position) | (doubled ? escapedFlag : 0))
          position += 1
          let ends: [UInt8] = [delimiter, newline, carriage]
          guard position >= bytes.count || ends.contains(bytes[position]) else {
            throw Diagnostic(
              "text follows a closing quote", at: "\(name): line \(line)",
              remedy: "Put the whole cell in quotes, and double the quotes inside it")
          }
        } else {
          let start = position
          while position < bytes.count, bytes[position] != delimiter, bytes[position] != newline,
            bytes[position] != carriage
          {
            position += 1
          }
          field = Field(start: UInt32(start), end: UInt32(position))
        }
        fields.append(field)
        guard position < bytes.count else { break }
        if bytes[position] == delimiter {
          position += 1
          continue
        }
        if bytes[position] == carriage {
          position += 1
          if position < bytes.count, bytes[position] == newline { position += 1 }
        } else {
          position += 1
        }
        line += 1
        rowEnds = true
      }
      rows.append(Row(line: rowLine, fields: rowStart..<fields.count))
    }
    return (rows, fields)
  }
}

extension DelimitedText {
  /// The bytes of a field without surrounding blanks; beyond the row's end, none.
  func content(_ row: Row, _ column: Int) -> ArraySlice<UInt8> {
    guard column < row.fields.count else { return [] }
    let field = fields[row.fields.lowerBound + column]
    var slice = bytes[
      Int(field.start & ~Self.storedNumberFlag)..<Int(field.end & ~Self.escapedFlag)]
    while let first = slice.first {
      if Self.isBlank(first) {
        slice.removeFirst()
      } else if first >= 0xC2, let count = PrintedNumber.blankLength(slice) {
        slice.removeFirst(count)
      } else {
        break
      }
    }
    while let last = slice.last {
      if Self.isBlank(last) {
        slice.removeLast()
      } else if last >= 0x80, let count = Self.trailingBlankLength(slice) {
        slice.removeLast(count)
      } else {
        break
      }
    }
    return slice
  }

  /// How many bytes a no-break or another long blank at the end takes.
  private static func trailingBlankLength(_ slice: ArraySlice<UInt8>) -> Int? {
    for count in 2...3 where slice.count >= count {
      if PrintedNumber.blankLength(slice.suffix(count)) == count { return count }
    }
    return nil
  }

  /// Whether a workbook stores the content of a field as a number.
  func isStoredNumber(_ row: Row, _ column: Int) -> Bool {
    column < row.fields.count
      && fields[row.fields.lowerBound + column].start & Self.storedNumberFlag != 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The text of a field without surrounding blanks.
  ///
  /// - Throws: `Diagnostic` if the bytes are not UTF-8.
  func text(_ row: Row, _ column: Int) throws(Diagnostic) -> String {
    let slice = content(row, column)
    if slice.isEmpty { return "" }
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw Diagnostic(
        "the text is not UTF-8", at: place(row, column), remedy: "Save the file as CSV in UTF-8")
    }
    let field = fields[row.fields.lowerBound + column]
    guard field.end & Self.escapedFlag != 0 else { return text }
    var result = ""
    var previousWasQuote = false
    for character in text {
      let isSecondQuote = character == "\"" && previousWasQuote
      if !isSecondQuote { result.append(character) }
      previousWasQuote = character == "\"" && !isSecondQuote
    }
    return result
  }

  /// The texts of all fields of a row.
  ///
  /// - Throws: `Diagnostic` if the bytes are not UTF-8.
  func texts(_ row: Row) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for column in 0..<row.fields.count { texts.append(try text(row, column)) }
    return texts
  }

  /// Whether a field is empty or blank.
  func isBlank(_ row: Row, _ column: Int) -> Bool { content(row, column).isEmpty }

  /// Whether all fields of a row are blank.
  func isBlank(_ row: Row) -> Bool {
    (0..<row.fields.count).allSatisfy { isBlank(row, $0) }
  }

  /// How many fields there are, blank ones included.
  var fieldCount: Int { fields.count }

  /// Whether rows of different lengths are in order: sheets hold no cells behind the last.
  var allowsShortRows: Bool { origin != .lines || isCropped }

  /// The column in which the first field stands, counted from 0.
  var firstColumn: Int {
    switch origin {
    case .lines: skippedFields
    case .sheet(_, let first): first
    }
  }

  /// The cells of a text file in a range, whose rows are lines and whose columns are fields; a
  /// sheet is cut where it is read.
  func cropped(to range: CellRange?) -> DelimitedText {
    guard let range, origin == .lines else { return self }
    var result = self
    result.isCropped = true
    result.skippedFields = range.columns.lowerBound
    result.rows = rows.compactMap { row in
      guard range.rows.contains(row.line) else { return nil }
      let first = min(row.fields.count, range.columns.lowerBound)
      let end = min(row.fields.count, range.columns.upperBound + 1)
      return Row(
        line: row.line, fields: row.fields.lowerBound + first..<row.fields.lowerBound + end)
    }
    return result
  }

  /// The file, and the sheet in it, for a message.
  var place: String {
    switch origin {
    case .lines: name
    case .sheet(let sheet, _): "\(name): sheet '\(sheet)'"
    }
  }

  /// A place in the file for a message: the line, or the row of the sheet.
  func place(_ row: Row) -> String {
    switch origin {
    case .lines: "\(name): line \(row.line)"
    case .sheet(let sheet, _): "\(name): sheet '\(sheet)', row \(row.line)"
    }
  }

  /// A place in the file for a message: the line and the number of the cell in it, or the cell.
  func place(_ row: Row, _ column: Int) -> String {
    switch origin {
    case .lines: "\(place(row)), cell \(firstColumn + column + 1)"
    case .sheet(let sheet, let first):
      "\(name): sheet '\(sheet)', cell \(cellName(column: first + column, row: row.line))"
    }
  }
}
