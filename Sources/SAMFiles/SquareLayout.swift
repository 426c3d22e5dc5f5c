internal import AccountMatrix

/// Where the codes, the names, the cells and the totals of a square table stand.
struct SquareLayout {
  let title: String
  /// The year in the title or above the header.
  let year: Int?
  /// The unit, where a cell above the header names it.
  let unit: Unit?
  let codes: [String]
  let names: [String]
  /// The rows of the accounts, in the order of `codes`.
  let rows: [DelimitedText.Row]
  /// For each of `codes`, the field that holds its column.
  let columns: [Int]
  let totalColumn: Int?
  let totalRow: DelimitedText.Row?
  private let codeByLine: [Int: String]

  /// The code of a row, or `total`.
  func code(of row: DelimitedText.Row) -> String { codeByLine[row.line] ?? "total" }

  /// Finds the layout of a table.
  ///
  /// - Throws: `Diagnostic` if no header agrees with a column of codes, a row is
  ///   ragged, or a code has no row, no column, or two of them.
  init(_ text: DelimitedText) throws(Diagnostic) {
    let (headerIndex, codeColumn) = try text.headerOfCodes()
    let header = text.rows[headerIndex]
    var labels: [String] = []
    for column in 0..<header.fields.count { labels.append(try text.text(header, column)) }

    let body = text.rows[(headerIndex + 1)...]
    let rowCodes = try Self.rowCodes(body, codeColumn, text, labels: labels)
    let (columnOfCode, totalColumn) = try Self.columns(
      labels: labels, rowCodes: rowCodes, from: codeColumn + 1, text: text, header: header)
    let firstCell = columnOfCode.values.min() ?? labels.count
    for column in (codeColumn + 1)..<max(codeColumn + 1, firstCell)
    where body.contains(where: { PrintedNumber(text.content($0, column), style: .point) != nil }) {
      throw Diagnostic(
        "the column '\(labels[column])' holds numbers, but no row has this code",
        at: text.place(header, column), remedy: "Every account needs a row and a column")
    }
    let nameColumn = Self.nameColumn(codeColumn: codeColumn, firstCell: firstCell)

    let end = (totalColumn ?? columnOfCode.values.max() ?? 0) + 1
    var codes: [String] = []
    var names: [String] = []
    var rows: [DelimitedText.Row] = []
    var totalRow: DelimitedText.Row?
    for row in body where !text.isBlank(row) {
      let code = try text.text(row, codeColumn)
      let name =
        try nameColumn.map { column throws(Diagnostic) in try text.text(row, column) } ?? ""
      let isTotal = Self.isTotal(code.isEmpty ? name : code)
      let isComplete = codes.count == columnOfCode.count
      if !isTotal, code.isEmpty || (isComplete && columnOfCode[code] == nil) {
        let lastCell = min(end, row.fields.count)
        let isRemark = (firstCell..<max(firstCell, lastCell)).allSatisfy { text.isBlank(row, $0) }
        if isRemark { continue }
        if code.isEmpty {
          // Below the last account stand sums without a name.
          if isComplete { break }
          throw Self.missingCode(row, codeColumn, text)
        }
      }
      let surplus = (0..<row.fields.count).dropFirst(labels.count)
      guard
        text.allowsShortRows
          || row.fields.count >= end && surplus.allSatisfy({ text.isBlank(row, $0) })
      else {
        throw Diagnostic(
          "the line of '\(code.isEmpty ? name : code)' has \(row.fields.count) cells where the "
            + "header has \(labels.count)", at: text.place(row),
          remedy: "Every row needs a cell for every column; put text with a comma in quotes")
      }
      if isTotal {
        totalRow = row
        break
      }
      guard columnOfCode[code] != nil else {
        throw Diagnostic(
          "the account '\(code)' has a row but no column", at: text.place(row),
          remedy: "Every account needs both. "
            + suggestion(nearestCodes(to: code, among: columnOfCode.keys.sorted())))
      }
      codes.append(code)
      names.append(name)
      rows.append(row)
    }
    let heading = try TableHeading(
      text, header: headerIndex, codeColumn: codeColumn, nameColumn: nameColumn,
      hasNames: Set(names).count == names.count && !names.contains(""))
    (title, year, unit) = (heading.title, heading.year, heading.unit)
    self.codes = codes
    self.names = names
    self.rows = rows
    columns = codes.map { columnOfCode[$0] ?? 0 }
    self.totalColumn = totalColumn
    self.totalRow = totalRow
    codeByLine = Dictionary(zip(rows.map(\.line), codes)) { first, _ in first }
  }

  private static func missingCode(
    _ row: DelimitedText.Row, _ codeColumn: Int, _ text: DelimitedText
  ) -> Diagnostic {
    Diagnostic(
      "the line has cells but no account code", at: text.place(row),
      remedy: "Write the code in cell \(codeColumn + 1), or empty the line")
  }

  /// The codes of the rows down to the total, each once.
  private static func rowCodes(
    _ body: ArraySlice<DelimitedText.Row>, _ codeColumn: Int, _ text: DelimitedText,
    labels: [String]
  ) throws(Diagnostic) -> Set<String> {
    let accounts = Set(labels)
    var lines: [String: Int] = [:]
    var nameless: DelimitedText.Row?
    let accountFields = labels.indices.filter { $0 > codeColumn && !labels[$0].isEmpty }
    for row in body where !text.isBlank(row) {
      let code = try text.text(row, codeColumn)
      if isTotal(code) { break }
      if code.isEmpty {
        // The name may say that these are totals.
        let neighbours = [codeColumn - 1, codeColumn + 1].filter { $0 >= 0 }
        var names: [String] = []
        for column in neighbours { names.append(try text.text(row, column)) }
        if names.contains(where: isTotal) { break }
        // Below the last account this is a sum without a name, between accounts a fault.
        let hasNumber = accountFields.contains {
          PrintedNumber(text.content(row, $0), style: .point) != nil
        }
        if hasNumber { nameless = nameless ?? row }
        continue
      }
      if let nameless, accounts.contains(code) { throw missingCode(nameless, codeColumn, text) }
      if let earlier = lines.updateValue(row.line, forKey: code) {
        throw Diagnostic(
          "the account '\(code)' has two rows, first on line \(earlier)",
          at: text.place(row), remedy: "Give every account one row")
      }
    }
    return Set(lines.keys)
  }

  /// The field of each account, from the first label that is a row's code to a blank or the total.
  private static func columns(
    labels: [String], rowCodes: Set<String>, from first: Int, text: DelimitedText,
    header: DelimitedText.Row
  ) throws(Diagnostic) -> ([String: Int], total: Int?) {
    var columnOfCode: [String: Int] = [:]
    guard let start = labels.indices.first(where: { $0 >= first && rowCodes.contains(labels[$0]) })
    else { return ([:], nil) }
    for column in start..<labels.count {
      let label = labels[column]
      if label.isEmpty { break }
      if isTotal(label) { return (columnOfCode, column) }
      guard rowCodes.contains(label) else {
        throw Diagnostic(
          "the account '\(label)' has a column but no row", at: text.place(header, column),
          remedy: "Every account needs both. "
            + suggestion(nearestCodes(to: label, among: rowCodes.sorted())))
      }
      if let earlier = columnOfCode.updateValue(column, forKey: label) {
        throw Diagnostic(
          "the account '\(label)' has two columns, first in cell \(earlier + 1)",
          at: text.place(header, column), remedy: "Give every account one column")
      }
    }
    return (columnOfCode, nil)
  }

  /// Names stand left of the codes, or between them and the first cell.
  private static func nameColumn(codeColumn: Int, firstCell: Int) -> Int? {
    if codeColumn > 0 { return codeColumn - 1 }
    return firstCell > codeColumn + 1 ? codeColumn + 1 : nil
  }

  /// Whether a label stands for the sums of a row or a column.
  static func isTotal(_ label: String) -> Bool {
    ["total", "totals", "grand total", "sum"].contains(label.lowercased())
  }
}
