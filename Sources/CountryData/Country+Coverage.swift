package import AccountMatrix
package import SAMFiles
package import SpendingPolicy

extension Country {
  /// SDG indicator 1.3.1 of one country, as published.
  ///
  /// - Parameters:
  ///   - file: cells in place of the built-in ones, in the same layout.
  ///   - name: the country; by default the one that the built-in cells say most of, whose people
  ///     alone are counted.
  /// - Throws: `Diagnostic` if a table is faulty, or no cell is of the country.
  package func coverageIndicator(
    cells file: SourceFile? = nil, of name: String? = nil
  ) throws(Diagnostic) -> CoverageIndicator {
    let functions = try CoverageIndicatorTable.readFunctions(
      try tables.file("protection/functions.csv"))
    let builtIn = try CoverageIndicatorTable.readCells(
      try tables.file("protection/coverage.csv"), functions: functions)
    var frequency: [String: Int] = [:]
    for cell in builtIn { frequency[cell.country, default: 0] += 1 }
    let home = frequency.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    var cells = builtIn
    if let file { cells = try CoverageIndicatorTable.readCells(file, functions: functions) }
    let country = name ?? home ?? ""
    let mine = cells.filter { $0.country == country }
    guard !mine.isEmpty else {
      var known: [String] = []
      for cell in cells where !known.contains(cell.country) { known.append(cell.country) }
      throw Diagnostic(
        "no cell is of '\(country)'", at: file?.name,
        remedy: Remedy("Cells are of \(known.joined(separator: ", "))"))
    }
    return CoverageIndicator(
      functions: functions, cells: mine,
      counts: country == home
        ? try CoverageIndicatorTable.readCounts(try tables.file("protection/recipients.csv")) : [])
  }

  /// The revised budget of a calendar year: the mean of the two fiscal years that meet in it, in
  /// the unit in which it is printed; `nil` where one is not known.
  package func revisedBudget(in year: Int) throws(Diagnostic) -> Double? {
    guard let file = try tables.fileIfPresent("protection/budget.csv") else { return nil }
    let table = try RecordTable(file, required: ["fiscal_year", "stage", "kind", "value"])
    var halves: [Double] = []
    for record in table.records {
      guard try table.text(record, "stage") == "revised", try table.text(record, "kind") == "total"
      else { continue }
      let fiscal = try table.text(record, "fiscal_year")
      if fiscal.hasSuffix("/\((year % 100).twoDigits)") || fiscal.hasPrefix("\(year)/") {
        halves.append(try table.requiredNumber(record, "value"))
      }
    }
    return halves.count == 2 ? (halves[0] + halves[1]) / 2 : nil
  }
}

extension Int {
  /// A year of a century as it stands behind the stroke of a fiscal year.
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
