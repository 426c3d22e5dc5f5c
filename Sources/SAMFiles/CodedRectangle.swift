internal import AccountMatrix
internal import LinearAlgebra

/// A rectangular table with a header row of codes and a first column of codes, its totals checked
/// and left out.
struct CodedRectangle {
  let rows: [String]
  let columns: [String]
  private let cells: Matrix
  /// Sentences for people on what was left out.
  let notes: [Diagnostic]

  /// Reads a table.
  ///
  /// - Throws: `Diagnostic` with the place of a code that stands twice, of a cell that is no number,
  ///   or of a total that its cells do not add to.
  init(_ text: DelimitedText, tolerance: Double? = nil) throws(Diagnostic) {
    // A title above the table fills one cell; a header names columns behind the first.
    let filled = text.rows.filter { !text.isBlank($0) }
    guard
      let header = filled.first(where: { row in
        (1..<max(1, row.fields.count)).contains { !text.isBlank(row, $0) }
      }) ?? filled.first
    else { throw Diagnostic("the table is blank", at: text.name) }
    let body = text.rows.filter { $0.line > header.line && !text.isBlank($0) }
    var ledger = NumberLedger()
    let years = 1_800...2_200
    for row in text.rows where row.line < header.line {
      for field in 0..<row.fields.count {
        guard let number = text.number(row, field, style: .point) else { continue }
        ledger.find(number.value)
        if Int(whole: number.value, in: years) != nil {
          ledger.head(number.value)
        } else {
          ledger.passOver(number.value, as: "above the table")
        }
      }
    }
    var columns: [Line] = []
    let width = body.reduce(header.fields.count) { max($0, $1.fields.count) }
    for field in 1..<max(1, width) {
      let label = try text.text(header, field)
      if Self.nameTitles.contains(label.lowercased()) {
        for row in body {
          guard let number = text.number(row, field, style: .point) else { continue }
          ledger.find(number.value)
          ledger.passOver(number.value, as: "column '\(label)'")
        }
        continue
      }
      let isBlank = body.allSatisfy { text.isBlank($0, field) }
      guard !label.isEmpty else {
        if isBlank { continue }
        throw Diagnostic(
          "the column has cells but no code", at: text.place(header, field),
          remedy: "Name it in the header, or empty it")
      }
      try columns.append(Line(label, position: field), text.place(header, field), side: "column")
    }
    let style = try NumberStyle.style(of: text, rows: body, columns: columns.map { $0.position })
    var rows: [Line] = []
    var values: [[PrintedNumber?]] = []
    for (index, row) in body.enumerated() {
      let label = try text.text(row, 0)
      guard !label.isEmpty else { throw Diagnostic("the line has no code", at: text.place(row)) }
      try rows.append(Line(label, position: index), text.place(row), side: "row")
      var numbers: [PrintedNumber?] = []
      for column in columns {
        switch text.cell(row, column.position, style: style) {
        case .blank, .mark: numbers.append(nil)
        case .number(let number): numbers.append(number)
        case .words: throw text.notANumber(row, column.position, of: (label, column.label))
        }
      }
      values.append(numbers)
    }
    let across = PrintedGrain.settled(values)
    let down = columns.indices.map { j in across.map { $0[j] } }
    let (shownRows, shownColumns) = (rows, columns)
    try PrintedSums.mark(&columns, lines: down, tolerance: tolerance) { column, row in
      text.place(body[row], shownColumns[column].position)
    }
    try PrintedSums.mark(&rows, lines: across, tolerance: tolerance) { row, column in
      text.place(body[row], shownColumns[column].position)
    }
    let (keptRows, keptColumns) = (
      rows.indices.filter { !rows[$0].isSum }, columns.indices.filter { !columns[$0].isSum }
    )
    self.rows = keptRows.map { shownRows[$0].label }
    self.columns = keptColumns.map { shownColumns[$0].label }
    cells = Matrix(
      storage: keptRows.flatMap { i in keptColumns.map { values[i][$0]?.value ?? 0 } },
      rows: keptRows.count, columns: keptColumns.count)
    for (i, line) in values.enumerated() {
      for (j, number) in line.enumerated() {
        guard let number else { continue }
        ledger.find(number.value)
        if rows[i].isSum || columns[j].isSum {
          ledger.check(number.value)
        } else {
          ledger.place(number.value)
        }
      }
    }
    try ledger.requireClosed(matrixSum: cells.rowSums.reduce(0, +), at: text.name)
    notes =
      text.notes + (ledger.note.map { [Diagnostic($0, at: text.name)] } ?? [])
      + [("row", rows), ("column", columns)].flatMap { side, lines in
        lines.filter { $0.isSum && !$0.isCalledTotal }.map {
          Diagnostic(
            "the \(side) '\($0.label)' is taken for a total, for it is the sum of those before it",
            at: text.name)
        }
      }
  }

  private static let nameTitles: Set<String> = [
    "name", "names", "label", "labels", "description", "descriptions",
  ]

  /// The cells in some rows and columns, all of which the table has.
  func values(_ rows: [String], _ columns: [String]) -> Matrix {
    cells.submatrix(
      rows: rows.compactMap { self.rows.firstIndex(of: $0) },
      columns: columns.compactMap { self.columns.firstIndex(of: $0) })
  }

  /// The sum of a column.
  func total(ofColumn column: String) -> Double { values(rows, [column]).columnSums[0] }

  /// A row or a column with its label.
  struct Line {
    let label: String
    let position: Int
    var isSum = false
    /// Whether the label says that these are sums.
    let isCalledTotal: Bool
    /// Whether it says so in one word: others may name what has no parts, as `Total value added`.
    let isPlainTotal: Bool

    init(_ label: String, position: Int) {
      self.label = label
      self.position = position
      isPlainTotal = SquareLayout.isTotal(label)
      isCalledTotal = SquareLayout.mayBeTotal(label)
    }
  }
}

extension [CodedRectangle.Line] {
  fileprivate mutating func append(
    _ line: CodedRectangle.Line, _ place: String, side: String
  ) throws(Diagnostic) {
    // A table may have several sums of the same name.
    if !line.isPlainTotal, contains(where: { $0.label == line.label }) {
      throw Diagnostic("the \(side) '\(line.label)' stands twice", at: place)
    }
    append(line)
  }
}

/// Finds the sums that are printed among the rows or the columns of a table, and checks them.
enum PrintedSums {
  /// Marks lines that are sums: those called so, which must add up, and others that do.
  ///
  /// A sum is of the lines since the sum before it, of all lines before it, or of all lines.
  ///
  /// - Parameters:
  ///   - lines: the cells of each line; `nil` where one is empty.
  ///   - place: where a cell of a line stands.
  /// - Throws: `Diagnostic` with the worst cell of a total that nothing adds to.
  static func mark(
    _ labels: inout [CodedRectangle.Line], lines: [[PrintedNumber?]], tolerance: Double?,
    place: (_ line: Int, _ cell: Int) -> String
  ) throws(Diagnostic) {
    guard let count = lines.first?.count else { return }
    var (since, before, all) = (Sum(count), Sum(count), Sum(count))
    for k in labels.indices where !labels[k].isCalledTotal { all.add(lines[k]) }
    for k in labels.indices {
      let isNamed = labels[k].isCalledTotal
      // Without a name to tell them, sums are believed where they hold more than once.
      let choices = (isNamed ? [since, before, all] : [since, before]).filter {
        isNamed ? $0.lines > 0 : $0.lines > 1
      }
      let isFilled = lines[k].count { $0.map { $0.value != 0 } ?? false } > (isNamed ? 0 : 1)
      let gaps = isFilled ? choices.map { $0.worstGap(of: lines[k], tolerance) } : []
      labels[k].isSum = isNamed && !isFilled || gaps.contains { $0 == nil }
      // `Total value added` may have no parts in the table.
      if !labels[k].isSum, labels[k].isPlainTotal || isNamed && since.lines > 0,
        let worst = gaps.compactMap({ $0 }).min(by: { $0.misses < $1.misses })
      {
        throw Diagnostic(
          "the total '\(labels[k].label)' is printed as \(worst.printed.shortest), but its cells "
            + "add to \(worst.sum.shortest)", at: place(k, worst.cell),
          remedy: "Correct the total or the cells, remove the totals, or give a wider tolerance")
      }
      if labels[k].isSum {
        since = Sum(count)
      } else if !isNamed || labels[k].isPlainTotal == false {
        since.add(lines[k])
        before.add(lines[k])
      }
    }
  }

  /// Where a printed total is farthest from a sum, and in how many cells it differs.
  private struct Gap {
    let cell: Int
    let printed: Double
    let sum: Double
    let gap: Double
    var misses = 0
  }

  /// A sum of lines, cell by cell, with the rounding of its numbers.
  private struct Sum {
    var values: [Double]
    var roundings: [Double]
    /// How many of the lines hold something.
    var lines = 0

    init(_ count: Int) {
      values = Array(repeating: 0, count: count)
      roundings = values
    }

    mutating func add(_ line: [PrintedNumber?]) {
      var isFilled = false
      for (cell, number) in line.enumerated() {
        guard let number else { continue }
        values[cell] += number.value
        roundings[cell] += number.halfUnit
        isFilled = isFilled || number.value != 0
      }
      if isFilled { lines += 1 }
    }

    /// The cell that is farthest from the sum, or `nil` if all agree within rounding.
    func worstGap(
      of line: [PrintedNumber?], _ tolerance: Double?
    ) -> Gap? {
      var worst: Gap?
      var misses = 0
      for (cell, number) in line.enumerated() {
        guard let number else { continue }
        let gap = number.value - values[cell]
        let allowed =
          tolerance ?? max(1e-6 * abs(values[cell]), number.rounding + roundings[cell])
        guard abs(gap) > allowed else { continue }
        misses += 1
        if abs(gap) > abs(worst?.gap ?? 0) {
          worst = Gap(cell: cell, printed: number.value, sum: values[cell], gap: gap)
        }
      }
      worst?.misses = misses
      return worst
    }
  }
}
