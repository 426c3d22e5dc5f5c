package import AccountMatrix
internal import LinearAlgebra

/// A labelled square table: codes in a header row and in a column, as in IFPRI's Nexus files.
///
/// The header row and the code column are found, not counted: those whose codes
/// agree most. A name column, a title in the first cell, blank lines between blocks and totals are
/// optional; totals are known by what they add up to, and checked. A square block with final uses
/// to its right and inputs below is an input-output table. Numbers elsewhere are passed over with
/// a note that counts them (`SocialAccountingMatrix.readingNotes`).
package enum SquareTable {
  /// What the file does not say about itself.
  package struct Context: Sendable {
    /// The unit of the cells; else the one that the file names, or `unstated`.
    package var unit: CurrencyUnit?
    /// The year of the flows; else the year in the title.
    package var year: Int?
    /// A gap between a printed total and its cells that passes, if it is wider than rounding.
    package var tolerance: Double?
    /// Who made the matrix; else the one that the file names, or the file's name.
    package var source: String?
    /// The cells of the table in a text file or a sheet; else all.
    package var range: CellRange?
    /// Which lines of a list count: the value that a column must have.
    package var selection: [Selection]

    /// The value that a column of a list must have.
    package struct Selection: Sendable, Hashable {
      /// The head of the column.
      package var column: String
      /// The value.
      package var value: String

      /// A selection from its parts.
      package init(column: String, value: String) {
        self.column = column
        self.value = value
      }
    }

    /// A context from its parts.
    package init(
      unit: CurrencyUnit? = nil, year: Int? = nil, tolerance: Double? = nil, source: String? = nil,
      range: CellRange? = nil, selection: [Selection] = []
    ) {
      self.unit = unit
      self.year = year
      self.tolerance = tolerance
      self.source = source
      self.range = range
      self.selection = selection
    }
  }

  /// Reads a matrix.
  ///
  /// - Throws: `Diagnostic` naming line, account and cell: a ragged row, text in
  ///   a cell, a code without its row or column or twice, a total that disagrees.
  package static func read(
    _ file: SourceFile, context: Context = Context()
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    try read(try DelimitedText(file).cropped(to: context.range), context: context)
  }

  /// Reads a matrix from the rows of a text file or of a sheet.
  static func read(
    _ text: DelimitedText, context: Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let layout = try SquareLayout(text)
    try requireAllocation(accounts: layout.accounts.count, cells: text.fieldCount, at: text.name)
    let last = layout.otherRows.last?.position ?? layout.block.rows.upperBound
    let right = layout.otherColumns.last?.position ?? layout.block.fields.upperBound
    var sam = try NumberStyle.settled(
      in: text,
      rows: Array(text.rows[layout.block.header...max(last, layout.block.rows.upperBound)]),
      columns: Array(
        layout.block.codeColumn + 1...max(right, layout.block.fields.upperBound))
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
    let reading = SquareReading(
      text: text, layout: layout, style: style, tolerance: context.tolerance)
    let result = try reading.read()
    let flows = result.pass.flows
    try result.pass.ledger.requireClosed(matrixSum: flows.rowSums.reduce(0, +), at: text.name)
    let grain = result.pass.grain.sums(withZeros: false)
    do {
      let sam = try SocialAccountingMatrix(
        accounts: result.roles.accounts, matrix: flows,
        unit: context.unit ?? layout.unit ?? .unstated, year: context.year ?? layout.year,
        title: layout.title, source: context.source ?? text.name,
        printedGrain: zip(grain.rows, grain.columns).map(+))
      var described = try sam.describedByNexusCodes() ?? sam
      described.readingNotes += result.notes
      if context.unit == nil, let words = layout.doubtfulUnit {
        described.readingNotes.append(
          Diagnostic("'\(words)' looks like a unit and is not taken for one", at: text.name))
      }
      return described
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = text.name
      throw diagnostic
    }
  }
}

extension SquareTable.Context {
  /// Takes the year that a file states, unless it was given.
  ///
  /// - Returns: a note where the words are no year, as `2019/20`.
  package mutating func take(year words: String?, at place: String) -> [Diagnostic] {
    guard year == nil, let words, !words.isEmpty else { return [] }
    year = Int(year: words)
    guard year == nil else { return [] }
    return [
      Diagnostic(
        "'\(words)' is no year and is not taken for one", at: place,
        remedy: "Say it with \(.nameYear)" as Remedy)
    ]
  }
}
