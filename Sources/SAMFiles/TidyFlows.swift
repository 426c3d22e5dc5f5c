package import AccountMatrix
internal import LinearAlgebra

/// Flows as one cell a line: `row,column,value`, other columns being notes.
package enum TidyFlows {
  /// A matrix from descriptions of its accounts and a tidy table of its cells.
  ///
  /// - Throws: `Diagnostic` with the line for an unknown account, a cell that
  ///   stands twice or a value that is no number.
  package static func read(
    _ file: SourceFile, accounts: [Account], unit: CurrencyUnit, year: Int?, title: String,
    source: String
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let table = try RecordTable(file, required: ["row", "column", "value"])
    var positions: [String: Int] = [:]
    for (index, account) in accounts.enumerated() { positions[account.code] = index }
    var flows = Matrix(rows: accounts.count, columns: accounts.count)
    var grain = [Double](repeating: 0, count: accounts.count)
    var lines: [Int: Int] = [:]
    for record in table.records {
      func position(_ column: String) throws(Diagnostic) -> Int {
        let code = try table.requiredText(record, column)
        if let position = positions[code] { return position }
        throw Diagnostic(
          "there is no account '\(code)'", at: table.place(record, column),
          remedy: suggestion(nearestCodes(to: code, among: accounts.map { $0.code })))
      }
      let row = try position("row")
      let column = try position("column")
      guard let number = try table.printedNumber(record, "value") else {
        throw Diagnostic("the value is missing", at: table.place(record, "value"))
      }
      let cell = row * accounts.count + column
      if let earlier = lines.updateValue(record.line, forKey: cell) {
        throw Diagnostic(
          "the cell stands twice, first on line \(earlier)", at: table.place(record, "row"),
          remedy: "Keep one line for each cell")
      }
      flows[row, column] = number.value
      grain[row] += number.halfUnit
      grain[column] += number.halfUnit
    }
    table.noteUnread()
    do {
      return try SocialAccountingMatrix(
        accounts: accounts, matrix: flows, unit: unit, year: year, title: title, source: source,
        printedGrain: grain)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = file.name
      throw diagnostic
    }
  }
}
