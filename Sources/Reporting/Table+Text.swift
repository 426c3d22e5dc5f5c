internal import AccountMatrix

extension Table {
  /// The table for a terminal, at most `width` characters wide where names allow.
  ///
  /// A table with more columns than fit, such as a matrix, goes on below itself,
  /// each part with the names of its rows again.
  ///
  /// - Parameters:
  ///   - width: characters in a line.
  ///   - isColoured: whether titles and headings are set bold and notes faint, by ANSI codes.
  public func text(width: Int = 100, isColoured: Bool = false) -> String {
    let bold = isColoured ? "1" : ""
    var lines: [String] = title.isEmpty ? [] : title.visible.wrapped(to: width).lit(bold) + [""]
    let layout = TextLayout(self, width: width)
    for (index, part) in layout.parts.enumerated() {
      if index > 0 { lines.append("") }
      lines += layout.body(part, bold: bold)
    }
    for note in notes {
      lines += note.visible.wrapped(to: width, indent: "  ").lit(isColoured ? "2" : "")
    }
    return lines.map { $0.withoutTrailingBlanks }.joined(separator: "\n") + "\n"
  }
}

/// A table whose cells are text, each written once, and whose columns are measured.
private struct TextLayout {
  private let columns: [Table.Column]
  private let width: Int
  private let isNumeric: [Bool]
  private let naturalWidths: [Int]
  private let rows: [[String]]
  private let sections: [(title: String, rows: [Int], summaries: [[String]])]

  init(_ table: Table, width: Int) {
    columns = table.columns
    self.width = width
    isNumeric = table.columns.indices.map { table.isNumeric($0) }
    func texts(_ row: [Table.Cell]) -> [String] {
      zip(row, table.columns).map { table.display($0, in: $1) }
    }
    rows = table.rows.map(texts)
    sections = table.sections.map {
      (title: $0.title.visible, rows: $0.rows, summaries: $0.summaries.map(texts))
    }
    var widths = table.columns.map { column in
      column.heading.split(separator: "\n").map { (line: Substring) in line.count }.max() ?? 0
    }
    for row in rows + sections.flatMap({ $0.summaries }) {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    naturalWidths = widths
  }

  /// The columns in parts that fit side by side, each beginning with the texts that name a row.
  var parts: [[Int]] {
    let shown = visibleColumns
    guard let label = shown.first else { return [shown] }
    let names = Array(shown.prefix { $0 == label || !isNumeric[$0] })
    // Names that wrap into three lines read worse than one more part.
    let narrowest = shown.map {
      let least = $0 == label ? Self.narrowestLabel : Self.narrowestText
      return isNumeric[$0] ? naturalWidths[$0] : min(naturalWidths[$0], least)
    }
    if narrowest.reduce(-2, { $0 + $1 + 2 }) <= width { return [shown] }
    // Names that fill half of every part leave no room for figures: the first one must do.
    let room = narrowest.prefix(names.count).reduce(-2) { $0 + 2 + $1 }
    let repeated = room * 2 <= width ? names : [label]
    var parts = [repeated]
    var used = narrowest.prefix(repeated.count).reduce(-2) { $0 + 2 + $1 }
    for (column, needed) in zip(shown, narrowest).dropFirst(repeated.count) {
      if used + 2 + needed > width, parts[parts.count - 1].count > repeated.count {
        parts.append(repeated)
        used = narrowest.prefix(repeated.count).reduce(-2) { $0 + 2 + $1 }
      }
      parts[parts.count - 1].append(column)
      used += 2 + needed
    }
    return parts
  }

  /// Headings, rows and rules of some columns.
  func body(_ shown: [Int], bold: String) -> [String] {
    var widths = shown.map { naturalWidths[$0] }
    let spare = width - (widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    let texts = shown.indices.filter { !isNumeric[shown[$0]] }
    if spare < 0, let flexible = texts.max(by: { widths[$0] < widths[$1] }) {
      widths[flexible] = max(Self.narrowestText, widths[flexible] + spare)
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    var lines = headingLines(shown, widths).lit(bold) + [rule]
    for (index, section) in sections.enumerated() {
      if index > 0, !section.title.isEmpty { lines.append("") }
      if !section.title.isEmpty { lines += section.title.wrapped(to: width).lit(bold) }
      for row in section.rows { lines += self.lines(rows[row], shown, widths) }
      for summary in section.summaries { lines += self.lines(summary, shown, widths) }
    }
    return lines + [rule]
  }

  private static let narrowestText = 16
  private static let narrowestLabel = 30

  /// The columns that fit, the more important first.
  private var visibleColumns: [Int] {
    var chosen = columns.indices.filter { [.essential, .label].contains(columns[$0].importance) }
    func total(_ indices: [Int]) -> Int {
      let flexible = indices.filter { !isNumeric[$0] }.max { naturalWidths[$0] < naturalWidths[$1] }
      return indices.reduce(-2) { sum, i in
        sum + 2 + (i == flexible ? min(naturalWidths[i], 32) : naturalWidths[i])
      }
    }
    for importance in [Table.Column.Importance.displayOnly, .useful, .extra] {
      for i in columns.indices where columns[i].importance == importance {
        if total((chosen + [i]).sorted()) <= width { chosen.append(i) }
      }
    }
    return chosen.sorted()
  }

  private func headingLines(_ shown: [Int], _ widths: [Int]) -> [String] {
    let headings = shown.map {
      columns[$0].heading.split(separator: "\n", omittingEmptySubsequences: false)
        .map { (line: Substring) in String(line).visible }
    }
    let height = headings.map { $0.count }.max() ?? 0
    return (0..<height).map { level in
      zip(shown, zip(headings, widths)).map { column, pair in
        let (heading, width) = pair
        let offset = height - heading.count
        let text = level < offset ? "" : heading[level - offset]
        return text.padded(to: width, flushRight: isNumeric[column])
      }.joined(separator: "  ")
    }
  }

  /// A row as one line, or as several where a text is longer than its column.
  private func lines(_ row: [String], _ shown: [Int], _ widths: [Int]) -> [String] {
    let cells = zip(shown, widths).map { column, width in
      row[column].count <= width ? [row[column]] : row[column].wrapped(to: width, indent: " ")
    }
    return (0..<(cells.map { $0.count }.max() ?? 0)).map { level in
      zip(zip(shown, widths), cells).map { place, cell in
        (level < cell.count ? cell[level] : "")
          .padded(to: place.1, flushRight: isNumeric[place.0])
      }.joined(separator: "  ")
    }
  }
}

extension String {
  /// The text in a field of `width` characters, cut with an ellipsis if longer.
  func padded(to width: Int, flushRight: Bool) -> String {
    let text = count > width ? prefix(max(0, width - 1)) + "…" : self[...]
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return flushRight ? blanks + text : text + blanks
  }

  /// The text in lines of at most `width` characters, broken between words.
  package func wrapped(to width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// The text without blanks at its end.
  fileprivate var withoutTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension [String] {
  /// The lines within an ANSI code; as they are without one.
  fileprivate func lit(_ code: String) -> [String] {
    code.isEmpty
      ? self
      : map { $0.isEmpty ? $0 : "\u{1B}[\(code)m\($0.withoutTrailingBlanks)\u{1B}[0m" }
  }
}
