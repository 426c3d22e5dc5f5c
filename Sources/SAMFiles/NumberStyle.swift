internal import AccountMatrix

/// What one cell of a table holds.
enum CellContent {
  /// Nothing.
  case blank
  /// A text that the reader was told to take as nothing.
  case mark
  /// A number.
  case number(PrintedNumber)
  /// Anything else.
  case words
}

extension DelimitedText {
  /// What a cell holds, in a style of numbers.
  func cell(_ row: Row, _ column: Int, style: NumberStyle) -> CellContent {
    let content = content(row, column)
    if content.isEmpty { return .blank }
    if !notation.emptyTexts.isEmpty,
      notation.emptyTexts.contains(String(decoding: content, as: UTF8.self))
    {
      return .mark
    }
    return number(content, row, column, style: style).map { .number($0) } ?? .words
  }

  /// The number in a cell, or `nil`; a number that a workbook stores as one has a point.
  func number(_ row: Row, _ column: Int, style: NumberStyle) -> PrintedNumber? {
    number(content(row, column), row, column, style: style)
  }

  private func number(
    _ content: ArraySlice<UInt8>, _ row: Row, _ column: Int, style: NumberStyle
  ) -> PrintedNumber? {
    PrintedNumber(content, style: isStoredNumber(row, column) ? .point : style)
  }
}

// MARK: - Doubt

extension NumberStyle {
  /// What the cells of a table say about its decimal mark.
  enum Evidence {
    /// The cells can be read in this style only, or all styles give the same numbers.
    case settled(NumberStyle)
    /// `1,234` or `1.234`, in the first such cell, and nothing that says which is meant.
    case open(row: DelimitedText.Row, column: Int)
  }

  /// The one rule of doubt for all files: the first number that can be read in one way only
  /// decides, such as `1.5`, `0,125` or `1.234.567`; where none does, a number such as `1,234` or
  /// `1.234` leaves the style open, whatever separates the cells.
  ///
  /// What the user says (`NumberNotation.decimalMark`) goes before; numbers that a workbook
  /// stores as numbers say nothing about those that it holds as text.
  static func evidence(
    of text: DelimitedText, rows: some Sequence<DelimitedText.Row>, columns: some Sequence<Int>
  ) -> Evidence {
    switch text.notation.decimalMark {
    case .point: return .settled(.point)
    case .comma: return .settled(.comma)
    case nil: break
    }
    let columns = Array(columns)
    var open: (row: DelimitedText.Row, column: Int)?
    for row in rows {
      for column in columns {
        let content = text.content(row, column)
        guard content.contains(where: { $0 == 0x2C || $0 == 0x2E }),
          !text.isStoredNumber(row, column)
        else { continue }
        let asPoint = PrintedNumber(content, style: .point)
        let asComma = PrintedNumber(content, style: .comma)
        if asComma != nil, asPoint == nil { return .settled(.comma) }
        if asPoint != nil, asComma == nil { return .settled(.point) }
        if let asPoint, let asComma, open == nil, asPoint.value != asComma.value {
          open = (row, column)
        }
      }
    }
    if let open { return .open(row: open.row, column: open.column) }
    return .settled(.point)
  }

  /// The style of a table's cells.
  ///
  /// - Throws: `Diagnostic` if the cells leave it open.
  static func style(
    of text: DelimitedText, rows: some Sequence<DelimitedText.Row>, columns: some Sequence<Int>
  ) throws(Diagnostic) -> NumberStyle {
    switch evidence(of: text, rows: rows, columns: columns) {
    case .settled(let style): return style
    case .open(let row, let column): throw text.thousandsOrDecimals(row, column)
    }
  }
}

extension NumberStyle {
  /// A matrix in the style of its cells; where they leave it open, in the one style in which its
  /// totals agree and its accounts balance, with a note.
  ///
  /// - Throws: `Diagnostic` if both styles or none give a matrix that balances.
  static func settled(
    in text: DelimitedText, rows: [DelimitedText.Row], columns: [Int],
    reading: (NumberStyle) throws(Diagnostic) -> SocialAccountingMatrix
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    switch evidence(of: text, rows: rows, columns: columns) {
    case .settled(let style): return try reading(style)
    case .open(let row, let column):
      var balanced: [(style: NumberStyle, sam: SocialAccountingMatrix)] = []
      for style in [NumberStyle.point, .comma] {
        guard let sam = try? reading(style), (try? sam.requireBalanced()) != nil else { continue }
        balanced.append((style, sam))
      }
      guard balanced.count == 1, let only = balanced.first,
        let value = text.number(row, column, style: only.style)?.value
      else { throw text.thousandsOrDecimals(row, column) }
      var sam = only.sam
      sam.readingNotes.append(
        Diagnostic(
          "'\(String(decoding: text.content(row, column), as: UTF8.self))' is read as "
            + "\(value.shortest), since the accounts balance in this reading only",
          at: text.place(row, column), remedy: "Say it with \(.chooseDecimalMark)" as Remedy))
      return sam
    }
  }
}

extension DelimitedText {
  /// Why a number such as `1,234` is refused.
  func thousandsOrDecimals(_ row: Row, _ column: Int) -> Diagnostic {
    Diagnostic(
      "'\(String(decoding: content(row, column), as: UTF8.self))' could be thousands or "
        + "decimals, and no other cell says which", at: place(row, column),
      remedy: """
        Say it with \(.chooseDecimalMark), or write the numbers without a mark between thousands
        """)
  }
}
