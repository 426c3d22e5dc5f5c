package import AccountMatrix
internal import LinearAlgebra

/// Reads a supply-use table from two tables with labels: products in rows, activities in columns.
///
/// Activities are the columns that both tables have, products the rows that both
/// have. What else the supply table has as columns is supply from elsewhere
/// (imports, margins, taxes); what else the use table has as columns are final
/// uses, and as rows value added, that of final uses (their taxes and imports) too. Printed totals
/// are checked; a column of names is passed over. The table's notes say what was taken for what.
package enum SupplyUseFile {
  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - supplyFile: the supply table.
  ///   - useFile: the use table.
  ///   - unit: the unit of the cells.
  ///   - tolerance: the largest gap of a total, a product or an activity; else rounding.
  /// - Throws: `Diagnostic` with the line and the cell of what is no number, a total that its cells
  ///   do not add to, an activity that has another name in the other table, or the product or
  ///   activity that does not balance.
  package static func read(
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
    let supply = try CodedRectangle(supplyCells.text, tolerance: tolerance)
    let use = try CodedRectangle(useCells.text, tolerance: tolerance)
    let places = "\(supplyCells.place), \(useCells.place)"
    let products = supply.rows.filter(Set(use.rows).contains)
    let activities = supply.columns.filter(Set(use.columns).contains)
    guard !products.isEmpty, !activities.isEmpty else {
      throw Diagnostic(
        "the tables have no \(products.isEmpty ? "rows" : "columns") in common", at: places,
        remedy: "Expected products as rows and activities as columns of both"
          + (products.isEmpty
            ? Self.spelling(supply.rows, use.rows) : Self.spelling(supply.columns, use.columns)))
    }
    let isSame =
      supply.rows == use.rows && supply.columns == use.columns
      && supply.values(supply.rows, supply.columns) == use.values(use.rows, use.columns)
    guard !isSame else {
      throw Diagnostic(
        "the supply table and the use table are the same", at: places,
        remedy: "Give the file or the sheet of each")
    }
    if let lonely = supply.rows.first(where: { !products.contains($0) }) {
      throw Diagnostic(
        "the product '\(lonely)' is supplied and not used", at: supplyCells.place,
        remedy: "Give it a row in the use table. "
          + suggestion(nearestCodes(to: lonely, among: use.rows)))
    }
    let elsewhere = supply.columns.filter { !activities.contains($0) }
    let final = use.columns.filter { !activities.contains($0) }
    let added = use.rows.filter { !products.contains($0) }
    try refuseSecondNames(elsewhere, of: supply, final, added, of: use, at: places)
    let meanings = [
      meaning("supply from elsewhere", elsewhere, among: use.columns),
      meaning("final uses", final, among: supply.columns),
      meaning("value added", added, among: supply.rows),
    ]
    func block(_ items: [String], of table: CodedRectangle) -> SupplyUseTable.Block {
      SupplyUseTable.Block(items: items, values: table.values(products, items))
    }
    do {
      var table = try SupplyUseTable(
        products: products, activities: activities, supply: supply.values(products, activities),
        use: use.values(products, activities), otherSupply: block(elsewhere, of: supply),
        finalUses: block(final, of: use),
        valueAdded: SupplyUseTable.Block(items: added, values: use.values(added, activities)),
        finalUseInputs: use.values(added, final), unit: unit, tolerance: tolerance)
      table.readingNotes =
        supply.notes + use.notes + [Diagnostic(meanings.joined(separator: "; "), at: places)]
      return table
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = places
      throw diagnostic
    }
  }

  /// A hint where labels differ in spelling only.
  private static func spelling(_ some: [String], _ others: [String]) -> Remedy {
    for label in some {
      if let other = others.first(where: { isNear(label, $0) }) {
        return "; one table writes '\(label)' and the other '\(other)'"
      }
    }
    return ""
  }

  /// What labels were taken for, each with the label of the other table that may have been meant.
  private static func meaning(
    _ kind: String, _ labels: [String], among others: [String]
  ) -> String {
    if labels.isEmpty { return "no \(kind)" }
    let words = labels.map { label in
      let nearest = others.first { isNear(label, $0) && $0 != label }
      return "'\(label)'" + (nearest.map { " (did you mean '\($0)'?)" } ?? "")
    }
    return "taken for \(kind): " + words.joined(separator: ", ")
  }

  /// Refuses an activity that the two tables call by different names: its output would become
  /// supply from elsewhere, and its inputs a final use.
  ///
  /// Two columns are one activity if their names hardly differ, or if what one supplies is what
  /// the other uses, value added with it.
  private static func refuseSecondNames(
    _ elsewhere: [String], of supply: CodedRectangle, _ final: [String], _ added: [String],
    of use: CodedRectangle, at places: String
  ) throws(Diagnostic) {
    for maker in elsewhere {
      for user in final {
        let output = supply.total(ofColumn: maker)
        let hasValueAdded = use.values(added, [user]).columnSums.contains { $0 != 0 }
        let isSameSum = abs(use.total(ofColumn: user) - output) <= 1e-6 * abs(output)
        guard isNear(maker, user) || hasValueAdded && isSameSum && output != 0 else { continue }
        throw Diagnostic(
          "'\(maker)' has output and no inputs, and '\(user)' has inputs and no output", at: places,
          remedy: "Call the activity by one name in both tables. Did you mean '\(maker)' where the "
            + "use table says '\(user)'?")
      }
    }
  }

  /// Whether two labels are the same but for case, blanks and marks, or one slip of the pen.
  private static func isNear(_ a: String, _ b: String) -> Bool {
    func letters(_ text: String) -> String {
      String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    let (a, b) = (letters(a), letters(b))
    if a == b { return true }
    // Imports and exports are two slips apart.
    return min(a.utf8.count, b.utf8.count) > 3 && editDistance(a, b) == 1
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
