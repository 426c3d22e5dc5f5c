package import AccountMatrix
internal import SAMFiles

/// Writes a matrix as an XLSX workbook that `WorkbookReader` reads back with all that is known of it.
package enum MatrixWorkbook {
  /// The layouts of the sheet `SAM`.
  package enum Layout: String, Sendable, CaseIterable {
    /// As IFPRI's Nexus project publishes it: title, codes, names, totals by formula.
    case nexus
    /// Codes in the first row and in the first column; nothing else.
    case square
    /// `row,column,value`, without the cells that are zero.
    case tidy
  }

  /// The bytes of a workbook with the sheets `SAM`, `Accounts` and `Notes`.
  ///
  /// - Throws: `Diagnostic` for more accounts than a sheet has columns for.
  package static func bytes(
    of sam: SocialAccountingMatrix, layout: Layout = .nexus
  ) throws(Diagnostic) -> [UInt8] {
    guard sam.accounts.count <= CellRange.widest.count - 3 else {
      throw Diagnostic(
        "a sheet has no room for \(sam.accounts.count) accounts", remedy: "Write CSV or JSON")
    }
    var workbook = Spreadsheet()
    switch layout {
    case .nexus: workbook.sheets.append(labelledSheet(sam, isNexus: true))
    case .square: workbook.sheets.append(labelledSheet(sam, isNexus: false))
    case .tidy: workbook.sheets.append(tidySheet(sam))
    }
    workbook.sheets.append(accountsSheet(sam))
    workbook.sheets.append(notesSheet(sam))
    return workbook.bytes()
  }

  /// A matrix with its codes, and for the Nexus layout with names and totals.
  static func labelledSheet(
    _ sam: SocialAccountingMatrix, isNexus: Bool, name: String = "SAM"
  ) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet(name)
    let first = isNexus ? 2 : 1
    let indices = sam.accounts.indices
    let codes = sam.accounts.map { Spreadsheet.Content.text($0.code) }
    sheet.append(
      isNexus
        ? [.text(MatrixWriter.titleWithYear(sam)), .text("Code")] + codes + [.text("total")]
        : [.text("account")] + codes, style: .heading)
    let (receipts, payments) = (sam.receipts, sam.payments)
    for i in indices {
      var row = [Spreadsheet.Cell(column: first - 1, content: codes[i], style: .strong)]
      if isNexus {
        row.insert(
          Spreadsheet.Cell(column: 0, content: .text(sam.accounts[i].name), style: .plain), at: 0)
      }
      for j in indices where sam[i, j] != 0 {
        row.append(
          Spreadsheet.Cell(column: first + j, content: .number(sam[i, j]), style: .decimals(2)))
      }
      if isNexus {
        let range =
          cellName(column: first, row: i + 2) + ":"
          + cellName(column: first + indices.count - 1, row: i + 2)
        row.append(
          Spreadsheet.Cell(
            column: first + indices.count, content: .formula("SUM(\(range))", receipts[i]),
            style: .decimals(2)))
      }
      sheet.rows.append(row)
    }
    if isNexus {
      var row = [
        Spreadsheet.Cell(column: 0, content: .text("Total"), style: .strong),
        Spreadsheet.Cell(column: 1, content: .text("total"), style: .strong),
      ]
      for j in indices {
        let range =
          cellName(column: first + j, row: 2) + ":"
          + cellName(column: first + j, row: indices.count + 1)
        row.append(
          Spreadsheet.Cell(
            column: first + j, content: .formula("SUM(\(range))", payments[j]),
            style: .decimals(2)))
      }
      sheet.rows.append(row)
    }
    sheet.frozen = (1, first)
    sheet.widths = isNexus ? [36, 10] : [12]
    return sheet
  }

  private static func tidySheet(_ sam: SocialAccountingMatrix) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("SAM")
    sheet.append([.text("row"), .text("column"), .text("value")], style: .heading)
    for i in sam.accounts.indices {
      let cells = sam.accounts.indices.filter { sam[i, $0] != 0 }
      // An account without receipts keeps its place among the rows.
      for j in cells.isEmpty ? [i] : cells {
        sheet.append([
          .text(sam.accounts[i].code), .text(sam.accounts[j].code), .number(sam[i, j]),
        ])
      }
    }
    sheet.frozen = (1, 0)
    return sheet
  }

  private static func accountsSheet(_ sam: SocialAccountingMatrix) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Accounts")
    sheet.append(
      ["code", "name", "kind", "area", "quintile", "group"].map { .text($0) }, style: .heading)
    for account in sam.accounts {
      sheet.append([
        .text(account.code), .text(account.name), account.kind.map { .text($0.rawValue) },
        account.area.map { .text($0.rawValue) }, account.quintile.map { .number(Double($0)) },
        account.group.map { .text($0) },
      ])
    }
    sheet.frozen = (1, 1)
    sheet.widths = [12, 40, 18]
    return sheet
  }

  private static func notesSheet(_ sam: SocialAccountingMatrix) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Notes")
    sheet.append([.text("title"), .text(sam.title)])
    sheet.append([.text("unit"), .text(sam.unit.description)])
    sheet.append([.text("year"), sam.year.map { .number(Double($0)) }])
    sheet.append([.text("source"), .text(sam.source)])
    sheet.append([.text("reading"), .text("receipts are rows, payments are columns")])
    for step in sam.history { sheet.append([.text("history"), .text(step)]) }
    sheet.widths = [12, 100]
    return sheet
  }
}
