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
      remedy: Self.remedy(for: words)
        ?? "Write a number such as 1234.5, or leave the cell empty for zero")
  }

  /// What to do about a number with a unit, a currency or a per cent sign in its cell.
  static func remedy(for words: String) -> Remedy? {
    if words.contains(where: { $0.isNumber && !$0.isASCII }) {
      return "Write numbers with the digits 0 to 9"
    }
    let bytes = Array(words.utf8)
    let digits = bytes.indices.filter { (0x30..<0x3A).contains(bytes[$0]) }
    guard let first = digits.first, let last = digits.last else { return nil }
    let isNumber = [NumberStyle.point, .comma].contains {
      PrintedNumber(bytes[first...last], style: $0) != nil
    }
    if [NumberStyle.point, .comma].contains(where: { PrintedNumber(bytes[...], style: $0) != nil })
    {
      return """
        Other cells write their decimals otherwise: write all of them with one mark, or say it with \
        \(.chooseDecimalMark)
        """
    }
    let rest = String(decoding: bytes[..<first] + bytes[(last + 1)...], as: UTF8.self)
    guard isNumber, let mark = rest.first(where: { !" ()-+\u{2212}".contains($0) }) else {
      return nil
    }
    if mark == "%" { return "Write flows and shares as numbers: 50 % is 0.5" }
    guard mark == "*" || rest.contains(where: { $0.isLetter || $0.isCurrencySymbol }) else {
      return nil
    }
    return """
      Write the number alone; marks of notes stand in cells of their own, and the unit of all cells \
      in the corner, above the table or in \(.nameUnit)
      """
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
        remedy: Self.remedy(for: words[0]) ?? """
          Write a number such as 1234.5, or say with \(.readAsEmpty(words[0])) that it stands for \
          nothing
          """)
    }
    return Diagnostic(
      "\(words.count) cells hold no numbers: " + list(counts.map { "'\($0.words)' (\($0.count))" }),
      at: place,
      remedy: Self.remedy(for: counts[0].words) ?? Self.remedyForMarks(counts.map { $0.words }))
  }
  /// A text with digits in it stands for a number, and never for nothing.
  private static func remedyForMarks(_ words: [String]) -> Remedy {
    guard let mark = words.first(where: { !$0.contains { $0.isNumber } }) else {
      return "Write numbers such as 1234.5"
    }
    return """
      Write numbers, or say which of these stand for nothing, as in \(.readAsEmpty(mark))
      """
  }
}
