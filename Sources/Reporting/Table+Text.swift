extension Table {
  /// The table for a terminal, at most `width` characters wide where names allow.
  ///
  /// - Parameters:
  ///   - width: characters in a line.
  ///   - isColoured: whether titles and headings are set bold and notes faint, by ANSI codes.
  public func text(width: Int = 100, isColoured: Bool = false) -> String {
    func lit(_ lines: [String], _ code: String) -> [String] {
      isColoured
        ? lines.map { $0.isEmpty ? $0 : "\u{1B}[\(code)m\($0.withoutTrailingBlanks)\u{1B}[0m" }
        : lines
    }
    let shown = visibleColumns(width: width)
    var widths = shown.map { naturalWidth($0) }
    let spare = width - (widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    let texts = shown.indices.filter { !isNumeric(shown[$0]) }
    if spare < 0, let flexible = texts.max(by: { widths[$0] < widths[$1] }) {
      widths[flexible] = max(Self.narrowestText, widths[flexible] + spare)
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    var lines: [String] = title.isEmpty ? [] : lit(title.wrapped(to: width), "1") + [""]
    lines += lit(headingLines(shown, widths), "1")
    lines.append(rule)
    for (index, section) in sections.enumerated() {
      if index > 0, !section.title.isEmpty { lines.append("") }
      if !section.title.isEmpty { lines += lit(section.title.wrapped(to: width), "1") }
      for row in section.rows { lines += self.lines(rows[row], shown, widths) }
      for summary in section.summaries { lines += self.lines(summary, shown, widths) }
    }
    lines.append(rule)
    for note in notes { lines += lit(note.wrapped(to: width, indent: "  "), "2") }
    return lines.map(\.withoutTrailingBlanks).joined(separator: "\n") + "\n"
  }

  private static let narrowestText = 16

  /// The columns that fit, the more important first.
  private func visibleColumns(width: Int) -> [Int] {
    var chosen = columns.indices.filter { columns[$0].importance == .essential }
    func total(_ indices: [Int]) -> Int {
      let flexible = indices.filter { !isNumeric($0) }
        .max { naturalWidth($0) < naturalWidth($1) }
      return indices.reduce(-2) { sum, i in
        sum + 2 + (i == flexible ? min(naturalWidth(i), 32) : naturalWidth(i))
      }
    }
    for importance in [Column.Importance.displayOnly, .useful, .extra] {
      for i in columns.indices where columns[i].importance == importance {
        if total((chosen + [i]).sorted()) <= width { chosen.append(i) }
      }
    }
    return chosen.sorted()
  }

  private func naturalWidth(_ column: Int) -> Int {
    let headings = columns[column].heading.split(separator: "\n").map(\.count)
    let cells = (rows + sections.flatMap(\.summaries)).map {
      display($0[column], in: columns[column]).count
    }
    return max(headings.max() ?? 0, cells.max() ?? 0)
  }

  private func headingLines(_ shown: [Int], _ widths: [Int]) -> [String] {
    let headings = shown.map {
      columns[$0].heading.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let height = headings.map(\.count).max() ?? 0
    return (0..<height).map { level in
      zip(shown, zip(headings, widths)).map { column, pair in
        let (heading, width) = pair
        let offset = height - heading.count
        let text = level < offset ? "" : heading[level - offset]
        return text.padded(to: width, flushRight: isNumeric(column))
      }.joined(separator: "  ")
    }
  }

  /// A row as one line, or as several where a text is longer than its column.
  private func lines(_ row: [Cell], _ shown: [Int], _ widths: [Int]) -> [String] {
    let cells = zip(shown, widths).map { column, width in
      let text = display(row[column], in: columns[column])
      return text.count <= width ? [text] : text.wrapped(to: width, indent: " ")
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { level in
      zip(zip(shown, widths), cells).map { place, cell in
        (level < cell.count ? cell[level] : "")
          .padded(to: place.1, flushRight: isNumeric(place.0))
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
