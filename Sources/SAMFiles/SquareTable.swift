public import AccountMatrix
internal import LinearAlgebra

/// A labelled square table: codes in a header row and in a column, as in IFPRI's Nexus files.
///
/// The header row and the code column are found, not counted: those whose codes
/// agree most. A name column, a title in the first cell and a `total` row and
/// column are optional; totals are checked. What stands beyond them is ignored.
public enum SquareTable {
  /// What the file does not say about itself.
  public struct Context: Sendable {
    /// The unit of the cells; else the one that the file names, or `unstated`.
    public var unit: Unit?
    /// The year of the flows; else the year in the title.
    public var year: Int?
    /// The largest gap between a printed total and its cells; else rounding.
    public var tolerance: Double?
    /// Who made the matrix; else the one that the file names, or the file's name.
    public var source: String?

    /// A context from its parts.
    public init(
      unit: Unit? = nil, year: Int? = nil, tolerance: Double? = nil, source: String? = nil
    ) {
      self.unit = unit
      self.year = year
      self.tolerance = tolerance
      self.source = source
    }
  }

  /// Reads a matrix.
  ///
  /// - Throws: `Diagnostic` naming line, account and cell: a ragged row, text in
  ///   a cell, a code without its row or column or twice, a total that disagrees.
  public static func read(
    _ file: SourceFile, context: Context = Context()
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    try read(try DelimitedText(file), context: context)
  }

  /// Reads a matrix from the rows of a text file or of a sheet.
  static func read(
    _ text: DelimitedText, context: Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let layout = try SquareLayout(text)
    var sam = try NumberStyle.settled(
      in: text, rows: layout.rows + (layout.totalRow.map { [$0] } ?? []),
      columns: layout.columns + (layout.totalColumn.map { [$0] } ?? [])
    ) { style throws(Diagnostic) in
      try matrix(text, layout, style: style, context: context)
    }
    sam.readingNotes = text.notes + sam.readingNotes
    return sam
  }

  /// The matrix, its numbers read in one style.
  private static func matrix(
    _ text: DelimitedText, _ layout: SquareLayout, style: NumberStyle, context: Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let count = layout.codes.count
    try requireAllocation(accounts: count, cells: text.fieldCount, at: text.name)
    var flows = Matrix(rows: count, columns: count)
    var grain = PrintedGrain(count: count)
    var hasEmptyCells = false
    for (i, row) in layout.rows.enumerated() {
      for (j, column) in layout.columns.enumerated() {
        let content = text.content(row, column)
        if content.isEmpty {
          hasEmptyCells = true
          continue
        }
        guard let number = text.number(row, column, style: style) else {
          throw text.notANumber(row, column, of: (layout.code(of: row), layout.codes[j]))
        }
        flows[i, j] = number.value
        grain.add(number, row: i, column: j)
      }
    }
    // Where empty cells stand for nothing, a printed 0 is a small number that was rounded.
    try checkTotals(
      text, layout, style, flows, grain, withZeros: hasEmptyCells, tolerance: context.tolerance)
    try refuseHiddenTotal(text, layout, flows)

    let accountGrain = grain.sums(withZeros: false)
    let accounts = zip(layout.codes, layout.names).map { Account(code: $0, name: $1) }
    do {
      let sam = try SocialAccountingMatrix(
        accounts: accounts, matrix: flows, unit: context.unit ?? layout.unit ?? .unstated,
        year: context.year ?? layout.year, title: layout.title, source: context.source ?? text.name,
        printedGrain: zip(accountGrain.rows, accountGrain.columns).map(+))
      return try sam.describedByNexusCodes() ?? sam
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = text.name
      throw diagnostic
    }
  }
}

// MARK: - Totals

extension SquareTable {
  /// Refuses totals under another name: as an account they would balance, and double every flow.
  private static func refuseHiddenTotal(
    _ text: DelimitedText, _ layout: SquareLayout, _ flows: Matrix
  ) throws(Diagnostic) {
    let receipts = flows.rowSums
    let payments = flows.columnSums
    let indices = layout.codes.indices
    // Among three accounts that all pay each other the same, each receives half of all payments.
    guard indices.count > 3 else { return }
    func isHalf(_ part: Double, of whole: Double) -> Bool {
      abs(whole - 2 * part) <= 1e-3 * abs(whole)
    }
    for k in indices
    where indices.allSatisfy({ i in
      i == k
        || isHalf(flows[k, i], of: payments[i]) && isHalf(flows[i, k], of: receipts[i])
    }) && payments[k] != 0 {
      throw Diagnostic(
        "the account '\(layout.codes[k])' is the sum of all others in its row and its column",
        at: text.place(layout.rows[k]),
        remedy: "Call its row and its column 'total', or remove them")
    }
  }

  private static func checkTotals(
    _ text: DelimitedText, _ layout: SquareLayout, _ style: NumberStyle, _ flows: Matrix,
    _ grain: PrintedGrain, withZeros: Bool, tolerance: Double?
  ) throws(Diagnostic) {
    let sums = grain.sums(withZeros: withZeros)
    func check(
      _ row: DelimitedText.Row, _ column: Int, _ kind: String, _ index: Int, _ sum: Double,
      _ cellGrain: Double
    ) throws(Diagnostic) {
      let content = text.content(row, column)
      if content.isEmpty { return }
      guard let total = text.number(row, column, style: style) else {
        throw text.notANumber(row, column, of: (layout.code(of: row), "total"))
      }
      let allowed =
        tolerance
        ?? max(
          1e-6 * abs(sum), cellGrain + total.halfUnit(inWholeNumbers: grain.isWhole))
      guard abs(total.value - sum) <= allowed else {
        throw Diagnostic(
          "the \(kind) total of the account '\(layout.codes[index])' is printed as "
            + "\(total.value.sixDigits), but its cells add to \(sum.sixDigits)",
          at: text.place(row, column),
          remedy: """
            Correct the total or the cells, remove the totals, or give a wider \(.widenTolerance)
            """)
      }
    }
    if let column = layout.totalColumn {
      for (i, sum) in flows.rowSums.enumerated() {
        try check(layout.rows[i], column, "row", i, sum, sums.rows[i])
      }
    }
    if let row = layout.totalRow {
      for (j, sum) in flows.columnSums.enumerated() {
        try check(row, layout.columns[j], "column", j, sum, sums.columns[j])
      }
    }
  }
}
