public import AccountMatrix
internal import LinearAlgebra

/// Reads a supply-use table from two tables with labels: products in rows, activities in columns.
///
/// Activities are the columns that both tables have, products the rows that both
/// have. What else the supply table has as columns is supply from elsewhere
/// (imports, margins, taxes); what else the use table has as columns are final
/// uses, and as rows value added. A column `name` and totals are passed over.
public enum SupplyUseFile {
  /// Reads the tables.
  ///
  /// - Throws: `Diagnostic` with the line and the cell of what is no number, or
  ///   the product or activity that does not balance.
  public static func read(
    supply supplyFile: SourceFile, use useFile: SourceFile, unit: CurrencyUnit = .unstated,
    tolerance: Double? = nil
  ) throws(Diagnostic) -> SupplyUseTable {
    try read(
      supply: TableCells(supplyFile), use: TableCells(useFile), unit: unit, tolerance: tolerance)
  }

  /// Reads the tables from text files or from sheets.
  package static func read(
    supply supplyCells: TableCells, use useCells: TableCells, unit: CurrencyUnit, tolerance: Double?
  ) throws(Diagnostic) -> SupplyUseTable {
    let supply = try CodedRectangle(supplyCells.text)
    let use = try CodedRectangle(useCells.text)
    let products = supply.rows.filter(Set(use.rows).contains)
    let activities = supply.columns.filter(Set(use.columns).contains)
    guard !products.isEmpty, !activities.isEmpty else {
      throw Diagnostic(
        "the tables have no \(products.isEmpty ? "rows" : "columns") in common",
        at: "\(supplyCells.place), \(useCells.place)",
        remedy: "Expected products as rows and activities as columns of both")
    }
    if let lonely = supply.rows.first(where: { !products.contains($0) }) {
      throw Diagnostic(
        "the product '\(lonely)' is supplied and not used", at: supplyCells.place,
        remedy: "Give it a row in the use table. "
          + suggestion(nearestCodes(to: lonely, among: use.rows)))
    }
    func block(_ items: [String], of table: CodedRectangle) -> SupplyUseTable.Block {
      SupplyUseTable.Block(items: items, values: table.values(products, items))
    }
    let added = use.rows.filter { !products.contains($0) }
    do {
      return try SupplyUseTable(
        products: products, activities: activities, supply: supply.values(products, activities),
        use: use.values(products, activities),
        otherSupply: block(supply.columns.filter { !activities.contains($0) }, of: supply),
        finalUses: block(use.columns.filter { !activities.contains($0) }, of: use),
        valueAdded: SupplyUseTable.Block(items: added, values: use.values(added, activities)),
        unit: unit, tolerance: tolerance)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = "\(supplyCells.place), \(useCells.place)"
      throw diagnostic
    }
  }
}

/// The cells of one table, from a text file or from a sheet of a workbook.
package struct TableCells {
  let text: DelimitedText

  /// The cells of a text file.
  package init(_ file: SourceFile) throws(Diagnostic) { text = try DelimitedText(file) }

  /// The cells of a sheet.
  package init(_ sheet: SheetText) { text = sheet.table }

  /// Where they stand, in messages: the file, and the sheet in it.
  var place: String { text.place }
}

/// A rectangular table with a header row of codes and a first column of codes.
struct CodedRectangle {
  let rows: [String]
  let columns: [String]
  private let cells: Matrix

  init(_ text: DelimitedText) throws(Diagnostic) {
    // A title above the table fills one cell; a header names columns behind the first.
    let filled = text.rows.filter { !text.isBlank($0) }
    guard
      let header = filled.first(where: { row in
        (1..<max(1, row.fields.count)).contains { !text.isBlank(row, $0) }
      }) ?? filled.first
    else { throw Diagnostic("the table is blank", at: text.name) }
    var fields: [Int] = []
    var columns: [String] = []
    for field in 1..<max(1, header.fields.count) {
      let label = try text.text(header, field)
      if label.isEmpty || label.lowercased() == "name" || SquareLayout.isTotal(label) { continue }
      if columns.contains(label) {
        throw Diagnostic("the column '\(label)' stands twice", at: text.place(header, field))
      }
      columns.append(label)
      fields.append(field)
    }
    let body = text.rows.filter { $0.line > header.line && !text.isBlank($0) }
    let style = try NumberStyle.style(of: text, rows: body, columns: fields)
    var rows: [String] = []
    var values: [Double] = []
    for row in body {
      let label = try text.text(row, 0)
      if SquareLayout.isTotal(label) { continue }
      guard !label.isEmpty, !rows.contains(label) else {
        throw Diagnostic(
          label.isEmpty ? "the line has no code" : "the row '\(label)' stands twice",
          at: text.place(row))
      }
      rows.append(label)
      for (field, column) in zip(fields, columns) {
        let content = text.content(row, field)
        let number = text.number(row, field, style: style)
        guard content.isEmpty || number != nil else {
          throw text.notANumber(row, field, of: (label, column))
        }
        values.append(number?.value ?? 0)
      }
    }
    self.rows = rows
    self.columns = columns
    cells = Matrix(storage: values, rows: rows.count, columns: columns.count)
  }

  /// The cells in some rows and columns, all of which the table has.
  func values(_ rows: [String], _ columns: [String]) -> Matrix {
    cells.submatrix(
      rows: rows.compactMap(self.rows.firstIndex),
      columns: columns.compactMap(self.columns.firstIndex))
  }
}
