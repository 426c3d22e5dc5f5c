internal import AccountMatrix

/// A row and a column of labels that agree: where one square table stands among the cells.
struct LabelledBlock {
  /// One account: its label, the position of its row and the field of its column.
  struct Account {
    let code: String
    let row: Int
    let field: Int
  }

  /// The position of the row of labels.
  let header: Int
  /// The field of the column of labels.
  let codeColumn: Int
  /// The labels that stand in both, in the order of their rows.
  let accounts: [Account]
  /// What is to be said of other labels beside these; empty if there is nothing.
  var note = ""

  /// How many rows stand between the labels of columns and the first account.
  var distance: Int { rows.lowerBound - header }

  /// The positions of the first and the last row with an account.
  var rows: ClosedRange<Int> {
    let positions = accounts.map { $0.row }
    return (positions.min() ?? header)...(positions.max() ?? header)
  }

  /// The first and the last field with an account.
  var fields: ClosedRange<Int> {
    let positions = accounts.map { $0.field }
    return (positions.min() ?? codeColumn)...(positions.max() ?? codeColumn)
  }

  /// The cells from the corner to the last account, such as `A10:G16`.
  func range(in text: DelimitedText) -> String {
    cellName(column: text.firstColumn + codeColumn, row: text.rows[header].line) + ":"
      + cellName(column: text.firstColumn + fields.upperBound, row: text.rows[rows.upperBound].line)
  }
}

extension DelimitedText {
  /// The label in a field: its text, all blanks in it alike.
  func label(_ row: Row, _ column: Int) throws(Diagnostic) -> String {
    let text = try text(row, column)
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x20 || $0 < 0x20 }) else { return text }
    return text.split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
  }
}

/// Looks for square tables in a part of the cells.
struct TableSearch {
  let text: DelimitedText
  /// The positions of the rows that are looked at.
  let rows: Range<Int>
  /// The fields that are looked at.
  let fields: Range<Int>

  /// How many rows a header of codes may stand below the top, and how many
  /// columns of notes may stand left of the codes.
  private static let headerRows = 60
  private static let codeColumns = 12

  init(_ text: DelimitedText, rows: Range<Int>? = nil, fields: Range<Int>? = nil) {
    self.text = text
    self.rows = rows ?? 0..<text.rows.count
    self.fields = fields ?? 0..<(text.rows.map { $0.fields.count }.max() ?? 0)
  }

  /// A row whose labels may be those of columns.
  private struct Header {
    let position: Int
    let labels: [String]
    /// The first field of each label.
    let fieldOfLabel: [String: Int]
    /// The further fields of labels that stand more than once.
    let furtherFields: [String: [Int]]

    /// The first field of a label behind a column: left of the codes it may stand as a note too.
    func field(of label: String, behind column: Int) -> Int? {
      guard let first = fieldOfLabel[label] else { return nil }
      return first > column ? first : furtherFields[label]?.first { $0 > column }
    }
  }

  /// The table with most labels in common, the first of several; `nil` if none agree.
  func best() throws(Diagnostic) -> LabelledBlock? {
    var headers: [Header] = []
    for position in rows.prefix(Self.headerRows) {
      let row = text.rows[position]
      var labels: [String] = []
      var fieldOfLabel: [String: Int] = [:]
      var furtherFields: [String: [Int]] = [:]
      for field in fields where field < row.fields.count {
        let label = try text.label(row, field)
        labels.append(label)
        guard !label.isEmpty, !SquareLayout.isTotal(label) else { continue }
        if fieldOfLabel[label] == nil {
          fieldOfLabel[label] = field
        } else {
          furtherFields[label, default: []].append(field)
        }
      }
      headers.append(
        Header(
          position: position, labels: labels, fieldOfLabel: fieldOfLabel,
          furtherFields: furtherFields))
    }
    var (worded, numbered): ([LabelledBlock], [LabelledBlock]) = ([], [])
    let known = Set(headers.flatMap { $0.fieldOfLabel.keys })
    for column in fields.prefix(Self.codeColumns) {
      var codes: [String] = []
      for position in rows { codes.append(try text.label(text.rows[position], column)) }
      // Long columns of data agree with no header: only rows that may are looked at again.
      let hits = rows.filter { known.contains(codes[$0 - rows.lowerBound]) }
      for header in headers {
        let block = try block(header, column: column, codes: codes, hits: hits)
        let isNumbered = block.accounts.allSatisfy { Self.isNumber($0.code) }
        var candidates = isNumbered ? numbered : worded
        let most = candidates.first?.accounts.count ?? 1
        guard block.accounts.count >= most, areCodes(block, header: header, codes: codes) else {
          continue
        }
        if block.accounts.count > most { candidates = [] }
        candidates.append(block)
        if isNumbered { numbered = candidates } else { worded = candidates }
      }
    }
    // The first row of cells may be the same as the first column of them.
    numbered.removeAll { cells in
      worded.contains { table in
        table.accounts.count > 1 && table.codeColumn < cells.codeColumn
          && table.accounts.contains { $0.row == cells.header }
      }
    }
    let most = (worded + numbered).reduce(0) { max($0, $1.accounts.count) }
    let candidates = (worded + numbered).filter { $0.accounts.count == most }
    // Of two headers over the same rows, or of two columns of codes beside the same columns, the
    // nearer one is theirs; of several tables the first counts.
    let own = candidates.filter { block in
      !candidates.contains { overlap($0, block) && $0.distance < block.distance }
    }
    let inOrder = own.sorted { ($0.header, $0.codeColumn) < ($1.header, $1.codeColumn) }
    var best = inOrder.first
    // Of tables beside each other the left one is the first, though its head may stand lower.
    for other in inOrder.dropFirst() {
      guard let first = best, other.rows.overlaps(first.rows) else { continue }
      if other.codeColumn < first.codeColumn { best = other }
    }
    return try best.map { block throws(Diagnostic) in try withShorterLabels(block) }
  }

  /// Whether two tables have rows or columns in common, so that only one of them can be meant.
  private func overlap(_ one: LabelledBlock, _ other: LabelledBlock) -> Bool {
    one.rows.overlaps(other.rows) && one.codeColumn == other.codeColumn
      || one.fields.overlaps(other.fields) && one.header == other.header
  }

  /// The accounts of a header and a column of codes, down to the header of another table.
  private func block(
    _ header: Header, column: Int, codes: [String], hits: [Int]
  ) throws(Diagnostic) -> LabelledBlock {
    var accounts: [LabelledBlock.Account] = []
    var seen: Set<String> = []
    var looked = header.position
    var repeated = 0
    for position in hits where position > header.position {
      let code = codes[position - rows.lowerBound]
      guard let field = header.field(of: code, behind: column) else { continue }
      if !seen.insert(code).inserted {
        // A column that repeats itself a thousand times holds data, and no codes.
        repeated += 1
        if repeated > 1_000 { break }
        let last = max(looked, accounts.last?.row ?? header.position)
        if try repeatsHeader(header, accounts, rows: last + 1..<max(last + 1, position)) { break }
        // A code that stands in thousands of rows must not make each of them be looked at again.
        looked = position
        continue
      }
      accounts.append(LabelledBlock.Account(code: code, row: position, field: field))
    }
    return LabelledBlock(header: header.position, codeColumn: column, accounts: accounts)
  }

  /// Whether one of these rows holds the labels of the header again.
  private func repeatsHeader(
    _ header: Header, _ accounts: [LabelledBlock.Account], rows: Range<Int>
  ) throws(Diagnostic) -> Bool {
    for position in rows {
      var again = 0
      for account in accounts
      where try text.label(text.rows[position], account.field) == account.code { again += 1 }
      if again * 2 >= max(accounts.count, 1) { return true }
    }
    return false
  }

  /// Whether texts that agree are codes. Cells of a table may agree by chance: numbers alone are
  /// codes only if there are several, and they follow each other in rows as in columns.
  private func areCodes(_ block: LabelledBlock, header: Header, codes: [String]) -> Bool {
    guard block.accounts.allSatisfy({ Self.isNumber($0.code) }) else { return true }
    guard block.accounts.count > 1 else { return false }
    let across = header.labels.dropFirst(block.fields.lowerBound - fields.lowerBound)
      .prefix { Self.isNumber($0) }
    let down = codes.dropFirst(block.rows.lowerBound - rows.lowerBound)
      .prefix { Self.isNumber($0) }
    let found = block.accounts.map { $0.code }
    return across.elementsEqual(found) && down.elementsEqual(found)
      && block.rows.lowerBound <= block.header + 2
  }

  /// Whether a label is a number in any style.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    return PrintedNumber(bytes, style: .point) != nil || PrintedNumber(bytes, style: .comma) != nil
  }

  /// The same table by its codes, where names stand beside codes in rows and columns both.
  private func withShorterLabels(_ block: LabelledBlock) throws(Diagnostic) -> LabelledBlock {
    let first = block.accounts.map { $0.row }.min() ?? block.header
    let lastColumn = block.fields.lowerBound
    var best = block
    func length(_ block: LabelledBlock) -> Int {
      block.accounts.reduce(0) { $0 + $1.code.utf8.count }
    }
    var broken: LabelledBlock?
    for header in max(rows.lowerBound, block.header - 3)..<first where header != block.header {
      for column in fields.lowerBound..<lastColumn where column != block.codeColumn {
        var accounts: [LabelledBlock.Account] = []
        for account in block.accounts {
          let across = try text.label(text.rows[header], account.field)
          let down = try text.label(text.rows[account.row], column)
          guard !across.isEmpty, across == down else { continue }
          accounts.append(
            LabelledBlock.Account(code: across, row: account.row, field: account.field))
        }
        let twin = LabelledBlock(header: header, codeColumn: column, accounts: accounts)
        if accounts.count < block.accounts.count {
          if accounts.count * 2 >= block.accounts.count { broken = twin }
        } else if Set(accounts.map { $0.code }).count == accounts.count, length(twin) < length(best)
        {
          best = twin
        }
      }
    }
    if let broken, best.header == block.header {
      best.note =
        "the labels in row \(text.rows[best.header].line) are the codes, since those in row "
        + "\(text.rows[broken.header].line) agree with their column for "
        + "\(broken.accounts.count) of \(best.accounts.count) accounts only"
    }
    return best
  }

  /// The other tables around one: above it, below it, and right of it.
  func others(than block: LabelledBlock) throws(Diagnostic) -> [LabelledBlock] {
    var found: [LabelledBlock] = []
    func look(_ rows: Range<Int>, _ fields: Range<Int>) throws(Diagnostic) {
      guard !rows.isEmpty, !fields.isEmpty, found.count < 20 else { return }
      let search = TableSearch(text, rows: rows, fields: fields)
      guard let other = try search.best(), other.accounts.count > 1 else { return }
      found.append(other)
      found += try search.others(than: other)
    }
    try look(rows.lowerBound..<block.header, fields)
    try look(block.rows.upperBound + 1..<rows.upperBound, fields)
    try look(
      rows.lowerBound..<block.rows.upperBound + 1, block.fields.upperBound + 1..<fields.upperBound)
    return found
  }
}
