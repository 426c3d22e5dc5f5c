public import Reporting

extension Report {
  /// The report as an XLSX workbook: a sheet for every table, and one with sources and notes.
  ///
  /// Numbers keep all their digits and show the decimals of their column.
  public func workbook(version: String = "") -> [UInt8] {
    spreadsheet(version: version).bytes()
  }

  /// - Parameter reservedNames: names of sheets that will be put behind these.
  func spreadsheet(version: String, reservedNames: [String] = []) -> Spreadsheet {
    var workbook = Spreadsheet()
    workbook.reservedNames = reservedNames
    for table in tables + supplements {
      workbook.sheets.append(table.sheet(named: workbook.freeName(table.name)))
    }
    var notes = Spreadsheet.Sheet(workbook.freeName("Notes"))
    notes.append([.text("command"), .text("sam \(command)")])
    if !version.isEmpty { notes.append([.text("version"), .text(version)]) }
    for fact in facts { notes.append([.text(fact.name), .text(fact.value)]) }
    for table in tables + supplements where !table.notes.isEmpty {
      notes.rows.append([])
      notes.append([.text(table.title)], style: .strong)
      for note in table.notes { notes.append([nil, .text(note)]) }
    }
    notes.widths = [16, 120]
    workbook.sheets.append(notes)
    return workbook
  }
}

extension Table {
  /// The table as a sheet: title, headings, and rows in their sections.
  fileprivate func sheet(named name: String) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet(name)
    sheet.append([.text(title)], style: .title)
    sheet.append(
      columns.map { .text($0.headingLine) }, style: .heading)
    for section in sections {
      if !section.title.isEmpty { sheet.append([.text(section.title)], style: .strong) }
      for row in section.rows.map({ rows[$0] }) + section.summaries {
        sheet.rows.append(cells(row))
      }
    }
    sheet.frozen = (2, 1)
    sheet.widths = columns.indices.map { column in
      let texts = rows.compactMap { row -> Int? in
        if case .text(let text) = row[column] { text.count } else { nil }
      }
      return min(60, max(11, (texts.max() ?? 0) + 2))
    }
    return sheet
  }

  private func cells(_ row: [Cell]) -> [Spreadsheet.Cell] {
    row.enumerated().compactMap { column, cell in
      switch cell {
      case .text(let text):
        Spreadsheet.Cell(column: column, content: .text(text), style: .plain)
      case .number(let value):
        value.isFinite
          ? Spreadsheet.Cell(
            column: column, content: .number(value), style: .decimals(columns[column].decimals))
          : nil
      case .count(let value):
        Spreadsheet.Cell(column: column, content: .number(Double(value)), style: .plain)
      case .empty: nil
      }
    }
  }
}
