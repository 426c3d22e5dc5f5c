internal import AccountMatrix

extension SquareReading {
  /// Puts every number outside the matrix where it belongs.
  ///
  /// - Returns: notes on numbers that are passed over, other tables and marks of empty cells.
  func settle(_ pass: inout SquarePass, _ roles: Roles, _ check: TotalCheck) -> [Diagnostic] {
    let block = layout.block
    let rowLabels = Dictionary(
      uniqueKeysWithValues: layout.otherRows.map { ($0.position, $0.label) })
    let columnLabels = Dictionary(
      uniqueKeysWithValues: layout.otherColumns.map { ($0.position, $0.label) })
    let (rows, fields) = (Set(roles.rows), Set(roles.fields))
    pass.settle { ledger, other in
      let value = other.number.value
      if check.checked.contains(TotalCheck.Place(row: other.row, field: other.field)) {
        return ledger.check(value)
      }
      if other.row == block.header && fields.contains(other.field)
        || other.field == block.codeColumn && rows.contains(other.row)
        || other.row < block.header && value == layout.year.map(Double.init)
        || layout.otherTables.contains(where: { text.titleRow(above: $0) == other.row })
          && Int(whole: value, in: 1_800...2_200) != nil
      {
        return ledger.head(value)
      }
      if let table = layout.otherTables.first(where: {
        ($0.header...$0.rows.upperBound).contains(other.row) && $0.codeColumn <= other.field
      }) {
        return ledger.passOver(value, as: "the table in \(table.range(in: text))")
      }
      let label: String
      if other.row < block.header {
        label = "above the table"
      } else if let row = rowLabels[other.row], !row.isEmpty {
        label = "row '\(row)'"
      } else if let column = columnLabels[other.field], !column.isEmpty {
        label = "column '\(column)'"
      } else if other.field < block.fields.lowerBound {
        label = "left of the accounts"
      } else if other.row > block.rows.upperBound {
        label = "below the table"
      } else {
        label = "right of the table"
      }
      ledger.passOver(value, as: label)
    }
    var notes: [Diagnostic] = []
    func add(_ problem: String, _ remedy: Remedy? = nil) {
      notes.append(Diagnostic(problem, at: text.place, remedy: remedy))
    }
    if !block.note.isEmpty { add(block.note) }
    if !layout.otherTables.isEmpty {
      let ranges = layout.otherTables.map { $0.range(in: text) + text.title(above: $0) }
      add(
        "the table in \(block.range(in: text)) is read; "
          + (ranges.count == 1 ? "another stands in " : "others stand in ") + list(ranges),
        "Choose with \(.nameRange)")
    }
    if pass.marks > 0 {
      add(
        "\(count(pass.marks, "cell")) with a mark of missing data "
          + (pass.marks == 1 ? "is" : "are") + " read as empty")
    }
    if let note = pass.ledger.note { add(note) }
    return notes
  }
}

extension DelimitedText {
  /// The position of the row above a table that fills one cell only: its title, or its year.
  fileprivate func titleRow(above table: LabelledBlock) -> Int? {
    guard let row = rows[..<table.header].lastIndex(where: { !isBlank($0) }),
      table.header - row <= 3,
      (0..<rows[row].fields.count).count(where: { !isBlank(rows[row], $0) }) == 1
    else { return nil }
    return row
  }

  /// The title of a table in brackets; empty where it has none.
  fileprivate func title(above table: LabelledBlock) -> String {
    guard let row = titleRow(above: table),
      let field = (0..<rows[row].fields.count).first(where: { !isBlank(rows[row], $0) }),
      let words = try? label(rows[row], field)
    else { return "" }
    return " ('\(words)')"
  }
}
