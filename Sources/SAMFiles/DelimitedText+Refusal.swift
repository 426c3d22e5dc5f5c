internal import AccountMatrix

extension DelimitedText {
  /// Why a cell of a table is refused: its place, its row and column, and what stands in it.
  func notANumber(
    _ row: Row, _ column: Int, of codes: (row: String, column: String)
  ) -> Diagnostic {
    let words = String(decoding: content(row, column), as: UTF8.self)
    let at = "\(place(row, column)), row '\(codes.row)', column '\(codes.column)'"
    if allowsShortRows, words.hasPrefix("#") {
      return Diagnostic(
        "the cell holds the error \(words)", at: at,
        remedy: "Correct its formula, or write the number")
    }
    if allowsShortRows, words.hasPrefix("=") {
      return Diagnostic(
        "the formula has no stored value", at: at,
        remedy: "Open the workbook in a spreadsheet program and save it, or write the number")
    }
    return Diagnostic(
      "'\(words)' is not a finite decimal number", at: at,
      remedy: "Write a number such as 1234.5, or leave the cell empty for zero")
  }

  /// Why several cells that hold no numbers are refused, all in one message.
  func notNumbers(_ words: [String], at place: String) -> Diagnostic {
    var counts: [(words: String, count: Int)] = []
    for word in words {
      if let index = counts.firstIndex(where: { $0.words == word }) {
        counts[index].count += 1
      } else if counts.count < 200 {
        counts.append((words: word, count: 1))
      }
    }
    counts.sort { $0.count > $1.count }
    if words.count == 1 {
      return Diagnostic(
        "'\(words[0])' is not a finite decimal number", at: place,
        remedy: """
          Write a number such as 1234.5, or say with \(.readAsEmpty(words[0])) that it stands for \
          nothing
          """)
    }
    return Diagnostic(
      "\(words.count) cells hold no numbers: " + list(counts.map { "'\($0.words)' (\($0.count))" }),
      at: place,
      remedy: """
        Write numbers, or say which of these stand for nothing, as in \
        \(.readAsEmpty(counts[0].words))
        """)
  }
}
