internal import AccountMatrix

/// What a table says about itself in its corner and above its header: title, year, unit.
///
/// The title stands in the corner, over the names or the codes, as in IFPRI's Nexus files, or
/// above them. Cells elsewhere are stray ones, unless they speak of a matrix themselves.
struct TableHeading {
  let title: String
  /// The year in the title, or above the header.
  let year: Int?
  /// The unit, where a cell names it, or the title ends with it.
  let unit: CurrencyUnit?
  /// A text that looks like a unit, where no unit was found.
  let doubtfulUnit: String?

  /// Reads what stands around the header of a table.
  ///
  /// - Parameters:
  ///   - header: the position of the row of codes.
  ///   - codeColumn: the field of the codes.
  ///   - nameColumn: the field of the names, if there may be names.
  ///   - hasNames: whether what stands there names every account, each otherwise.
  /// - Throws: `Diagnostic` if the bytes are not UTF-8.
  init(
    _ text: DelimitedText, header: Int, codeColumn: Int, nameColumn: Int?, hasNames: Bool
  ) throws(Diagnostic) {
    let labelColumns = [nameColumn ?? codeColumn, codeColumn].sorted()
    var corner: [String] = []
    for column in labelColumns { corner.append(try text.text(text.rows[header], column)) }
    var above: [String] = []
    var stray: [String] = []
    var unit: CurrencyUnit?
    for (index, row) in text.rows[...header].enumerated() {
      var unitColumn = -1
      for column in 0..<row.fields.count {
        // Beyond the corner the header holds codes.
        if index == header, column > labelColumns[1] { break }
        let cell = try text.text(row, column)
        if cell.isEmpty || column == unitColumn { continue }
        let next = try text.text(row, column + 1)
        if let named = Self.unit(cell, next: next) {
          unit = unit ?? named
          if named == CurrencyUnit(next) { unitColumn = column + 1 }
          corner.removeAll { index == header && ($0 == cell || named == CurrencyUnit($0)) }
        } else if column < labelColumns[0] || column > labelColumns[1] {
          stray.append(cell)
        } else if index < header {
          above.append(cell)
        }
      }
    }
    // Units may stand in a row of their own below the codes.
    if unit == nil, header + 1 < text.rows.count, text.isBlank(text.rows[header + 1], codeColumn) {
      let row = text.rows[header + 1]
      for column in (codeColumn + 1)..<max(codeColumn + 1, row.fields.count) {
        let cell = try text.text(row, column)
        unit = unit ?? UnitText.unit(cell)
        if UnitText.looksLikeUnit(cell) { stray.append(cell) }
      }
    }
    let phrases = { (cells: [String]) in cells.filter { Self.isTitle($0) && $0.contains(" ") } }
    // Over names that not all accounts have, one word is the head of a column of notes.
    let isSure = nameColumn.map { $0 > codeColumn || hasNames } ?? true
    let words = (isSure ? corner : Array(corner.suffix(1))).filter(Self.isTitle)
    let found =
      phrases(corner).first ?? phrases(above).first
      ?? stray.first { Self.isTitle($0) && Self.speaksOfMatrix($0) } ?? words.first
      ?? above.first(where: Self.isTitle) ?? ""
    let (head, ending) = Self.splittingUnit(found)
    title = head
    let named = unit ?? ending ?? above.lazy.compactMap { UnitText.ending(of: $0)?.unit }.first
    self.unit = named
    doubtfulUnit =
      named == nil ? (corner + above + stray).first(where: UnitText.looksLikeUnit) : nil
    year =
      Self.year(in: title)
      ?? (above + stray).lazy.filter { !Self.isDate($0) }.compactMap(Self.year).first
  }

  /// The first number from 1900 to 2099 in a text.
  static func year(in text: String) -> Int? {
    text.split { !$0.isNumber }.compactMap { Int($0) }.first { (1900..<2100).contains($0) }
  }
}

// MARK: - What a cell may be

extension TableHeading {
  /// Words at the head of columns of names and of codes.
  private static let columnTitles: Set<String> = [
    "account", "accounts", "code", "codes", "column", "columns", "description", "descriptions",
    "expenditure", "expenditures", "id", "income", "incomes", "industries", "industry", "label",
    "labels", "long", "name",
    "names", "payments", "product", "products", "receipts", "row", "rows", "sector", "sectors",
    "short",
  ]

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether a text can be a title: no number, no date, no head of a column, no error or formula.
  private static func isTitle(_ text: String) -> Bool {
    guard text.contains(where: { $0.isLetter }), let first = text.first, !"#=".contains(first)
    else {
      return false
    }
    let isNumber = PrintedNumber(Array(text.utf8)[...], style: .point) != nil
    return !isNumber && !isDate(text) && !SquareLayout.isTotal(text)
      && !words(text).allSatisfy(columnTitles.contains)
  }

  /// Whether a text is a date: `2026-06-18`, `18-Jun-26`, `18 June 2026`; a year alone is none.
  private static func isDate(_ text: String) -> Bool {
    let words = words(text)
    func isMonth(_ word: String) -> Bool {
      months.contains(String(word.prefix(3))) && word.count <= 9
    }
    // `2018/2019` is a year of accounts.
    return words.count > 2 || words.contains(where: isMonth)
      ? words.allSatisfy { isMonth($0) || $0.allSatisfy { $0.isNumber } } : false
  }

  private static func speaksOfMatrix(_ text: String) -> Bool {
    let words = words(text)
    return words.count > 1 && !Set(words).isDisjoint(with: ["sam", "matrix"])
  }

  // MARK: Units

  /// The unit in `Units: KES billion`, in `CurrencyUnit` before its cell, or in `Billions of shillings`.
  private static func unit(_ cell: String, next: String) -> CurrencyUnit? {
    let words = cell.split { $0 == " " || $0 == ":" }.map(String.init)
    guard let first = words.first?.lowercased() else { return nil }
    if first == "unit" || first == "units" {
      let rest = words.dropFirst().joined(separator: " ")
      return rest.isEmpty ? (next.isEmpty ? nil : CurrencyUnit(next)) : CurrencyUnit(rest)
    }
    let isScale = ["thousands", "millions", "billions"].contains(first)
    return isScale && words.count > 1 ? CurrencyUnit(cell) : UnitText.unit(cell)
  }

  /// A title without the unit at its end, as in `SAM 2020, KSh billion` or `SAM (RWF bn)`.
  private static func splittingUnit(_ title: String) -> (String, CurrencyUnit?) {
    if let (head, unit) = UnitText.ending(of: title), !head.isEmpty { return (head, unit) }
    guard let mark = title.lastIndex(where: { ",;(".contains($0) }) else { return (title, nil) }
    let tail = String(title[title.index(after: mark)...])
    let front = title[..<mark].trimming(" ")
    if let unit = UnitText.unit(tail), !front.isEmpty { return (front, unit) }
    var words = title[title.index(after: mark)...].split { " ():".contains($0) }.map(String.init)
    if words.first?.lowercased() == "in" { words.removeFirst() }
    let scales = [
      "thousand", "thousands", "million", "millions", "mn", "billion", "billions", "bn",
    ]
    let count = words.count { scales.contains($0.lowercased()) }
    guard count == 1, (2...4).contains(words.count),
      words.allSatisfy({ !$0.contains(where: { $0.isNumber }) })
    else { return (title, nil) }
    let head = title[..<mark].trimming(" ")
    return head.isEmpty ? (title, nil) : (head, CurrencyUnit(words.joined(separator: " ")))
  }
}
