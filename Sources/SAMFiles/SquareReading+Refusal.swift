internal import AccountMatrix

extension SquareReading {
  /// Refuses lines of a text file with fewer or more cells than the header.
  func requireWholeRows(_ roles: Roles) throws(Diagnostic) {
    guard !text.allowsShortRows else { return }
    let header = text.rows[layout.block.header]
    let last = layout.block.fields.upperBound
    let end = roles.totalColumns.map { $0.position }.filter { $0 > last }.min() ?? last
    let lines =
      layout.accounts.map { SquareLayout.Line(label: $0.code, position: $0.row) }
      + roles.totalRows.filter { SquareLayout.isTotal($0.label) }
    for line in lines {
      let row = text.rows[line.position]
      let surplus = (0..<row.fields.count).dropFirst(header.fields.count)
      guard row.fields.count > end, surplus.allSatisfy({ text.isBlank(row, $0) }) else {
        throw Diagnostic(
          "the line of '\(line.label)' has \(row.fields.count) cells where the header has "
            + "\(header.fields.count)", at: text.place(row),
          remedy: "Every row needs a cell for every column; put text with a comma in quotes")
      }
    }
  }

  /// Refuses numbers between the accounts, in a row or a column that has no label.
  func refuseUnlabelled(_ pass: SquarePass, _ roles: Roles) throws(Diagnostic) {
    let numbers = OutsideNumbers(pass, rows: roles.rows, fields: roles.fields)
    let header = text.rows[layout.block.header]
    let sums = Set(roles.totalRows.map { $0.position })
    for line in layout.otherRows
    where line.label.isEmpty && line.position < roles.last.row
      && numbers.byRow[line.position] != nil && !sums.contains(line.position)
    {
      throw Diagnostic(
        "the line has cells but no account code", at: text.place(text.rows[line.position]),
        remedy: "Write the code in cell \(layout.block.codeColumn + 1), or empty the line")
    }
    let columnSums = Set(roles.totalColumns.map { $0.position })
    for line in layout.otherColumns
    where line.position < roles.last.field
      && numbers.byField[line.position] != nil && !columnSums.contains(line.position)
    {
      if line.label.isEmpty {
        throw Diagnostic(
          "the column has cells but no account code", at: text.place(header, line.position),
          remedy: "Write the code above its cells, or empty the column")
      }
      throw lonelyColumn(line)
    }
  }

  /// Why an account with a column only is refused.
  func lonelyColumn(_ line: SquareLayout.Line) -> Diagnostic {
    let rows = layout.otherRows.map { $0.label } + layout.accounts.map { $0.code }
    return Diagnostic(
      "the account '\(line.label)' has a column but no row",
      at: text.place(text.rows[layout.block.header], line.position),
      remedy: "Every account needs both"
        + otherSide(of: line.label, among: rows, has: "final uses", lacks: "rows of inputs below"))
  }

  /// Why an account with a row only is refused.
  func lonelyRow(_ line: SquareLayout.Line) -> Diagnostic {
    let columns = layout.otherColumns.map { $0.label } + layout.accounts.map { $0.code }
    return Diagnostic(
      "the account '\(line.label)' has a row but no column",
      at: text.place(text.rows[line.position]),
      remedy: "Every account needs both"
        + otherSide(
          of: line.label, among: columns, has: "inputs", lacks: "columns of final uses right"))
  }

  /// The code that may have been meant, or what an input-output table has on its other side.
  private func otherSide(
    of label: String, among others: [String], has: String, lacks: String
  ) -> Remedy {
    let nearest = nearestCodes(to: label, among: others.filter { !$0.isEmpty })
    guard nearest.isEmpty else { return ". " + suggestion(nearest) }
    return Remedy("; an input-output table with \(has) has \(lacks) of the sectors too")
  }

  /// Refuses texts in the cells of the matrix or of its totals, all in one message.
  func refuseWords(_ pass: SquarePass, _ roles: Roles) throws(Diagnostic) {
    guard let first = pass.words.first else { return try refuseWordsInTotals(roles) }
    let row = text.rows[first.row]
    let code = roles.rows.firstIndex(of: first.row).map { roles.accounts[$0].code } ?? ""
    let column = roles.fields.firstIndex(of: first.field).map { roles.accounts[$0].code } ?? ""
    let words = pass.words.map {
      String(decoding: text.content(text.rows[$0.row], $0.field), as: UTF8.self)
    }
    guard words.count > 1, !words[0].hasPrefix("#"), !words[0].hasPrefix("=") else {
      throw text.notANumber(row, first.field, of: (code, column))
    }
    throw text.notNumbers(
      words, at: "\(text.place(row, first.field)), row '\(code)', column '\(column)'")
  }

  private func refuseWordsInTotals(_ roles: Roles) throws(Diagnostic) {
    func refuse(_ position: Int, _ field: Int, _ codes: (String, String)) throws(Diagnostic) {
      guard case .words = text.cell(text.rows[position], field, style: style) else { return }
      throw text.notANumber(text.rows[position], field, of: codes)
    }
    for line in roles.totalColumns where SquareLayout.isTotal(line.label) {
      for (k, row) in roles.rows.enumerated() {
        if let row { try refuse(row, line.position, (roles.accounts[k].code, line.label)) }
      }
    }
    for line in roles.totalRows where SquareLayout.isTotal(line.label) {
      for (k, field) in roles.fields.enumerated() {
        if let field { try refuse(line.position, field, (line.label, roles.accounts[k].code)) }
      }
    }
  }
}
