internal import AccountMatrix

extension DelimitedText {
  /// How many rows a header of codes may stand below the top, and how many
  /// columns of notes may stand left of the codes.
  private static let headerRows = 60
  private static let codeColumns = 12

  /// The position of the row and the field whose texts have most codes in common, the first of
  /// each that do, and how many those are; `nil` if none agree.
  func agreement() throws(Diagnostic) -> (row: Int, column: Int, matches: Int)? {
    var candidates: [[String]] = []
    for row in rows.prefix(Self.headerRows) {
      var labels: [String] = []
      for field in 0..<row.fields.count { labels.append(try text(row, field)) }
      candidates.append(labels)
    }
    var best = (row: 0, column: 0, matches: 0)
    for column in 0..<Self.codeColumns {
      // The last row of each text: codes stand below their header.
      var codes: [String: Int] = [:]
      for (index, row) in rows.enumerated() { codes[try text(row, column)] = index }
      codes[""] = nil
      for (index, labels) in candidates.enumerated() {
        var matches: Set<String> = []
        for label in labels.dropFirst(column + 1)
        where codes[label].map({ $0 > index }) == true && !SquareLayout.isTotal(label) {
          matches.insert(label)
        }
        guard matches.count > best.matches,
          Self.areCodes(matches, among: labels.dropFirst(column + 1))
        else { continue }
        best = (index, column, matches.count)
      }
    }
    return best.matches > 0 ? best : nil
  }

  /// Whether texts that agree are codes. Cells of a table may agree by chance: numbers alone are
  /// codes only if there are several, and no other label stands beside them.
  private static func areCodes(_ matches: Set<String>, among labels: ArraySlice<String>) -> Bool {
    func isNumber(_ text: String) -> Bool {
      PrintedNumber(Array(text.utf8)[...], style: .point) != nil
    }
    guard matches.allSatisfy(isNumber) else { return true }
    return matches.count > 1
      && labels.allSatisfy { $0.isEmpty || matches.contains($0) || SquareLayout.isTotal($0) }
  }

  /// The position of the header row and of the column of codes.
  ///
  /// - Throws: `Diagnostic` if no row agrees with any column.
  func headerOfCodes() throws(Diagnostic) -> (row: Int, column: Int) {
    guard let best = try agreement() else {
      throw Diagnostic(
        "no row of codes agrees with a column of codes", at: name,
        remedy: "Expected a square table: account codes in the first row and again in the first "
          + "column")
    }
    return (best.row, best.column)
  }
}
