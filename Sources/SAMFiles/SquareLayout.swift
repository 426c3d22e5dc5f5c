internal import AccountMatrix

/// Which rows and columns of a square table are accounts, and which lines stand beside them.
struct SquareLayout {
  /// A row or a column that is no account: a total, a final use, an input, a remark.
  struct Line {
    /// Its label; empty where it has none.
    let label: String
    /// The position of the row, or the field of the column.
    let position: Int
  }

  let block: LabelledBlock
  let title: String
  /// The year in the title or above the header.
  let year: Int?
  /// The unit, where a cell above the header names it.
  let unit: CurrencyUnit?
  /// A text that looks like a unit, where no unit was found.
  let doubtfulUnit: String?
  let accounts: [LabelledBlock.Account]
  let names: [String]
  /// The rows below the header that are no accounts, down to the next table.
  let otherRows: [Line]
  /// The columns right of the codes that are no accounts, up to the next table.
  let otherColumns: [Line]
  /// Other tables among the cells.
  let otherTables: [LabelledBlock]
  /// The field of the labels that are names, if there may be names.
  let nameColumn: Int?

  /// Finds the layout of a table.
  ///
  /// - Throws: `Diagnostic` if no header agrees with a column of codes, a row is
  ///   ragged, or a code has two rows or two columns.
  init(_ text: DelimitedText) throws(Diagnostic) {
    try LongTable.refuseWithoutHeads(text)
    let search = TableSearch(text)
    guard let block = try search.best() else { throw try text.noTable() }
    // In a list of other heads a line may agree with another by chance.
    let firstRow = text.rows.firstIndex { !text.isBlank($0) } ?? 0
    if block.header > firstRow, try LongTable.likelyHeads(of: text) != nil {
      throw try text.noTable()
    }
    otherTables = try search.others(than: block)
    self.block = block
    accounts = block.accounts
    let isAccountRow = Dictionary(uniqueKeysWithValues: block.accounts.map { ($0.row, $0) })
    let isAccountField = Dictionary(uniqueKeysWithValues: block.accounts.map { ($0.field, $0) })
    let below = otherTables.map { $0.header }.filter { $0 > block.rows.upperBound }.min()
    let right = otherTables.map { $0.codeColumn }.filter { $0 > block.fields.upperBound }.min()

    let header = text.rows[block.header]
    var columns: [Line] = []
    let width = text.rows[block.header..<(below ?? text.rows.count)].map { $0.fields.count }.max()
    for field in block.codeColumn + 1..<max(block.codeColumn + 1, right ?? width ?? 0)
    where isAccountField[field] == nil {
      columns.append(Line(label: try text.label(header, field), position: field))
    }
    var rows: [Line] = []
    for position in block.header + 1..<max(block.header + 1, below ?? text.rows.count)
    where isAccountRow[position] == nil && !text.isBlank(text.rows[position]) {
      let row = text.rows[position]
      var label = try text.label(row, block.codeColumn)
      // The name may say that these are totals.
      for column in [block.codeColumn - 1, block.codeColumn + 1]
      where label.isEmpty && column >= 0 && isAccountField[column] == nil {
        label = try text.label(row, column)
      }
      rows.append(Line(label: label, position: position))
    }
    let codes = Set(block.accounts.map { $0.code })
    for line in rows where codes.contains(line.label) {
      let first = block.accounts.first { $0.code == line.label }?.row ?? 0
      throw Diagnostic(
        "the account '\(line.label)' has two rows, first on line \(text.rows[first].line)",
        at: text.place(text.rows[line.position]),
        remedy: "Give every account one row, or name the cells of one table with \(.nameRange)"
          as Remedy)
    }
    for line in columns where codes.contains(line.label) {
      let first = block.accounts.first { $0.code == line.label }?.field ?? 0
      throw Diagnostic(
        "the account '\(line.label)' has two columns, first in cell \(first + 1)",
        at: text.place(header, line.position),
        remedy: "Give every account one column, or name the cells of one table with \(.nameRange)"
          as Remedy)
    }
    otherRows = rows
    otherColumns = columns

    let nameColumn = Self.nameColumn(
      codeColumn: block.codeColumn, firstCell: block.fields.lowerBound)
    var names: [String] = []
    for account in block.accounts {
      names.append(
        try nameColumn.map { column throws(Diagnostic) in
          try text.label(text.rows[account.row], column)
        } ?? "")
    }
    self.names = names
    self.nameColumn = nameColumn
    let heading = try TableHeading(
      text, header: block.header, codeColumn: block.codeColumn, nameColumn: nameColumn,
      hasNames: Set(names).count == names.count && !names.contains(""))
    (title, year, unit) = (heading.title, heading.year, heading.unit)
    doubtfulUnit = heading.doubtfulUnit
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

  /// Whether a label may stand for sums in one of the languages of the field.
  static func mayBeTotal(_ label: String) -> Bool {
    let label = label.lowercased()
    return isTotal(label) || label.hasPrefix("total ") || label.hasPrefix("sum of ")
      || sumWords.contains(label)
  }

  private static let sumWords: Set<String> = [
    "colsum", "column sum", "columnsum", "column total", "ensemble", "gesamt", "gross output",
    "insgesamt", "jumla", "output", "row sum", "rowsum", "row total", "soma", "somme", "suma",
    "summe", "totaal", "totale", "totaux",
  ]
}

extension DelimitedText {
  /// Why cells without a table are refused, with what they may be instead.
  fileprivate func noTable() throws(Diagnostic) -> Diagnostic {
    let filled = rows.filter { !isBlank($0) }
    if filled.count == 1 {
      return Diagnostic(
        "the table has a header and no lines", at: name,
        remedy: "Write the cells of the matrix below it")
    }
    let heads = try filled.first.map { row throws(Diagnostic) in try texts(row) } ?? []
    let titles = heads.map { $0.lowercased() }
    for (columns, problem, remedy) in Self.smallTables where columns.allSatisfy(titles.contains) {
      return Diagnostic(problem, at: name, remedy: remedy)
    }
    if let problem = LongTable.wantsValues(heads) {
      return Diagnostic(
        problem, at: name,
        remedy: "Keep one of the columns and call it value, or write a line for "
          + "each with the year or region in a column of its own")
    }
    if let (across, down) = try sameButForCase() {
      return Diagnostic(
        "the codes of the columns and of the rows differ in upper and lower case: '\(across)' and "
          + "'\(down)'", at: name, remedy: "Write each account in one way")
    }
    let list = try LongTable.likelyHeads(of: self)
    return Diagnostic(
      "no row of codes agrees with a column of codes", at: name,
      remedy: list.map {
        "Of a list with the columns \($0), call them row, column and value; else give a square "
          + "table: account codes in a row and again in a column"
      }
        ?? "Expected a square table: account codes in the first row and again in the first column; "
        + "a supply and a use table are read together")
  }

  /// A code of the first filled row that stands in the first column in other letters of case.
  private func sameButForCase() throws(Diagnostic) -> (across: String, down: String)? {
    guard let header = rows.first(where: { !isBlank($0) }) else { return nil }
    var codes: [String: String] = [:]
    for label in try texts(header).dropFirst() where !label.isEmpty {
      codes[label.lowercased()] = label
    }
    for row in rows.prefix(100) where row.line > header.line {
      let code = try text(row, 0)
      if let other = codes[code.lowercased()], other != code { return (other, code) }
    }
    return nil
  }

  /// Small tables that are given in place of a matrix by their heads, and where they belong.
  private static let smallTables: [(columns: [String], problem: String, remedy: Remedy)] = [
    (
      ["account", "share", "evidence"], "the file is a table of programmes, and no matrix",
      "Give it with \(.writeProgrammes), beside a matrix"
    ),
    (
      ["code", "kind"], "the file describes accounts, and is no matrix",
      "Give it with \(.describeAccounts), beside the matrix that it describes"
    ),
  ]
}
