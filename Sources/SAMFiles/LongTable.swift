internal import AccountMatrix

/// A matrix as one cell a line: the row account, the column account, the value.
///
/// The columns are known by their titles, in any order, with other columns between them: remarks,
/// and columns with one value in all lines that count.
enum LongTable {
  private static let rowTitles: Set<String> = [
    "row", "rows", "rowlabel", "rowcode", "rowaccount", "receiver", "receivers", "recipient",
    "payee", "to", "receipts", "income", "incomes", "i", "accountrow",
    "dim1", "ligne", "fila", "linha",
  ]
  private static let columnTitles: Set<String> = [
    "column", "columns", "col", "cols", "columnlabel", "columncode", "columnaccount", "collabel",
    "colcode", "colaccount", "payer", "payers", "from", "payments", "expenditure", "expenditures",
    "j", "accountcol",
    "accountcolumn",
    "dim2", "colonne", "columna", "coluna",
  ]
  private static let valueTitles: Set<String> = [
    "value", "values", "val", "amount", "amounts", "flow", "flows", "x", "v",
    "valeur", "valor", "obsvalue",
  ]
  /// Heads of columns that say more of a line, and choose none.
  private static let remarkTitles: Set<String> = [
    "note", "notes", "remark", "remarks", "comment", "comments", "source", "sources", "evidence",
    "description", "rowname", "columnname", "colname", "rowdescription", "columndescription",
    "coldescription", "receivername", "payername",
  ]

  /// Heads of the column that names the unit of all values.
  private static let unitTitles: Set<String> = ["unit", "units", "unité", "unidad", "currency"]

  /// Where the three columns stand, below which row.
  struct Header {
    let position: Int
    let row: Int
    let column: Int
    let value: Int
    let titles: [String]
    /// The unit in the head of the values, as in `value (RWF million)`.
    var unit: CurrencyUnit?
  }

  /// Where the values stand: under a word for them, with a unit behind it, or under a unit alone.
  private static func valueColumn(_ titles: [String]) -> (field: Int, unit: CurrencyUnit?)? {
    if let field = titles.firstIndex(where: { valueTitles.contains(plain($0)) }) {
      return (field, nil)
    }
    for (field, title) in titles.enumerated() {
      let word = title.prefix { $0 != "(" && $0 != "[" && $0 != "," }
      let rest = String(title.dropFirst(word.count))
      if valueTitles.contains(plain(String(word))), let unit = UnitText.unit(rest) {
        return (field, unit)
      }
      if let unit = UnitText.unit(title) { return (field, unit) }
    }
    return nil
  }

  /// A head without case, blanks and marks.
  private static func plain(_ title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The header of a long table, or `nil` if a text is none.
  static func header(of text: DelimitedText) throws(Diagnostic) -> Header? {
    var seen = 0
    for (position, row) in text.rows.enumerated() where !text.isBlank(row) {
      seen += 1
      if seen > 10 { break }
      // A title above the list fills one cell.
      var titles: [String] = []
      for field in 0..<min(40, row.fields.count) { titles.append(try text.label(row, field)) }
      if titles.count(where: { !$0.isEmpty }) < 2 { continue }
      let heads = titles.map(plain)
      guard let row = heads.firstIndex(where: rowTitles.contains),
        let column = heads.firstIndex(where: columnTitles.contains),
        let value = valueColumn(titles)
      else { return nil }
      return Header(
        position: position, row: row, column: column, value: value.field, titles: titles,
        unit: value.unit)
    }
    return nil
  }

  /// The heads of what may be a list whose columns are called otherwise: two of texts, and one of
  /// numbers in every line.
  static func likelyHeads(of text: DelimitedText) throws(Diagnostic) -> String? {
    let rows = text.rows.filter { !text.isBlank($0) }
    guard rows.count > 2, let header = rows.first, (3...8).contains(header.fields.count) else {
      return nil
    }
    let (numeric, worded) = kinds(of: rows.dropFirst(), text, width: header.fields.count)
    guard !numeric.isEmpty, worded.count > 1 else { return nil }
    return try text.texts(header).joined(separator: ",")
  }

  /// The columns that hold a number in every row, and those that hold a text in every row.
  private static func kinds(
    of rows: some Collection<DelimitedText.Row>, _ text: DelimitedText, width: Int
  ) -> (numeric: [Int], worded: [Int]) {
    func isNumber(_ row: DelimitedText.Row, _ field: Int) -> Bool {
      text.number(row, field, style: .point) != nil || text.number(row, field, style: .comma) != nil
    }
    let columns = 0..<width
    return (
      columns.filter { field in rows.allSatisfy { isNumber($0, field) } },
      columns.filter { field in
        rows.allSatisfy { !text.isBlank($0, field) && !isNumber($0, field) }
      }
    )
  }

  /// Refuses lines of two texts and a number that have no heads, and agree as codes by chance.
  static func refuseWithoutHeads(_ text: DelimitedText) throws(Diagnostic) {
    let rows = Array(text.rows.lazy.filter { !text.isBlank($0) }.prefix(100))
    guard rows.count > 2, let width = rows.first?.fields.count, (3...8).contains(width) else {
      return
    }
    let (numeric, worded) = kinds(of: rows, text, width: width)
    guard !numeric.isEmpty, worded.count > 1, wantsValues(try text.texts(rows[0])) == nil else {
      return
    }
    throw Diagnostic(
      "the lines are those of a list, and the first names no columns", at: text.place,
      remedy: "Write a line with the heads row,column,value above them")
  }

  /// What is wrong with the heads of a list that has rows and columns, and several columns of values
  /// or none of them called so; `nil` for other heads.
  static func wantsValues(_ titles: [String]) -> String? {
    let heads = titles.map(plain)
    guard let row = heads.firstIndex(where: rowTitles.contains),
      let column = heads.firstIndex(where: columnTitles.contains),
      valueColumn(titles) == nil
    else { return nil }
    let others = titles.indices.filter { $0 != row && $0 != column && !titles[$0].isEmpty }
      .map { "'\(titles[$0])'" }
    return "the list has the columns '\(titles[row])' and '\(titles[column])', and "
      + (others.isEmpty ? "no values" : "no value column among \(list(others))")
  }

  /// Reads a matrix.
  ///
  /// - Throws: `Diagnostic` with the line for an empty code, a cell that stands
  ///   twice, or a value that is no number; for a column that divides the lines unasked.
  static func read(
    _ text: DelimitedText, header: Header, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    try refuseRepeatedHeads(text, header)
    let lines = text.rows[(header.position + 1)...].filter { !text.isBlank($0) }
    let body = try selected(lines, text, header, context.selection)
    try refuseDivision(body, text, header)
    var context = context
    var notes = text.notes
    if let year = header.titles.firstIndex(where: { plain($0) == "year" }), let line = body.first {
      let words = try text.label(line, year)
      notes += context.take(year: words, at: text.place(line, year))
    }
    context.unit = context.unit ?? header.unit
    if let unit = header.titles.firstIndex(where: { unitTitles.contains(plain($0)) }),
      let line = body.first
    {
      let words = try text.label(line, unit)
      if !words.isEmpty { context.unit = context.unit ?? CurrencyUnit(words) }
    }
    var sam = try NumberStyle.settled(
      in: text, rows: body, columns: [header.value]
    ) { style throws(Diagnostic) in
      try matrix(text, header: header, body: body, style: style, context: context)
    }
    if body.count < lines.count {
      let others = lines.count - body.count
      sam.readingNotes.insert(
        Diagnostic(
          "\(count(others, "line")) of \(lines.count) \(others == 1 ? "is" : "are") passed over, "
            + "since "
            + context.selection.map { "\($0.column) is not \($0.value)" }.joined(separator: " or "),
          at: text.place), at: 0)
    }
    sam.readingNotes = notes + sam.readingNotes
    return sam
  }

  /// The matrix, its numbers read in one style.
  private static func matrix(
    _ text: DelimitedText, header: Header, body: [DelimitedText.Row], style: NumberStyle,
    context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    var flows = FlowList(name: text.name)
    var marks = 0
    let chosen = context.selection.map { $0.column.lowercased() }
    for row in body {
      for field in 0..<row.fields.count
      where ![header.row, header.column, header.value].contains(field) {
        guard let number = text.number(row, field, style: style) else { continue }
        let title = field < header.titles.count ? header.titles[field] : ""
        if title.isEmpty {
          flows.passOver(number.value, as: "the numbers of the lines")
        } else if plain(title) == "year" || chosen.contains(title.lowercased()) {
          flows.head(number.value)
        } else {
          flows.passOver(number.value, as: "column '\(title)'")
        }
      }
      func code(_ field: Int, _ title: String) throws(Diagnostic) -> String {
        let code = try text.label(row, field)
        if code.isEmpty {
          throw Diagnostic(
            "the line names no \(title) account", at: text.place(row, field),
            remedy: "Expected row, column and value on each line")
        }
        return code
      }
      let (receiver, payer) = (try code(header.row, "row"), try code(header.column, "column"))
      switch text.cell(row, header.value, style: style) {
      case .number(let number):
        try flows.add(row: receiver, column: payer, number, line: row.line)
      case .mark: marks += 1
      case .blank:
        throw Diagnostic(
          "the value is missing", at: text.place(row, header.value),
          remedy: "Write a number such as 1234.5, or 0")
      case .words: throw words(in: body, text, header, style, first: row)
      }
    }
    var sam = try flows.matrix([:], context: context, title: "")
    if marks > 0 {
      sam.readingNotes.append(
        Diagnostic(
          "\(count(marks, "line")) with a mark of missing data "
            + (marks == 1 ? "is" : "are") + " read as empty", at: text.place))
    }
    return sam
  }

  /// Why values that are no numbers are refused, all in one message.
  private static func words(
    in body: [DelimitedText.Row], _ text: DelimitedText, _ header: Header, _ style: NumberStyle,
    first: DelimitedText.Row
  ) -> Diagnostic {
    var words: [String] = []
    for row in body {
      if case .words = text.cell(row, header.value, style: style) {
        words.append(String(decoding: text.content(row, header.value), as: UTF8.self))
      }
    }
    return text.notNumbers(words, at: text.place(first, header.value))
  }
}

// MARK: - Which lines

extension LongTable {
  /// Refuses two columns of one name, and two that could be the values, the rows or the columns.
  private static func refuseRepeatedHeads(
    _ text: DelimitedText, _ header: Header
  ) throws(Diagnostic) {
    let heads = header.titles.map(plain)
    for (field, head) in heads.enumerated() where !head.isEmpty {
      let isRival =
        [(rowTitles, header.row), (columnTitles, header.column), (valueTitles, header.value)]
        .contains { $0.0.contains(head) && $0.1 != field }
      let first = heads.firstIndex(of: head) ?? field
      guard isRival || first != field else { continue }
      throw Diagnostic(
        first != field
          ? "the column '\(header.titles[field])' stands twice, first in cell \(first + 1)"
          : "the columns '\(header.titles[field])' and "
            + "'\(header.titles[rival(of: head, header)])' could mean the same",
        at: text.place(text.rows[header.position], field),
        remedy: "Keep one column called row, one called column and one called value")
    }
  }

  private static func rival(of head: String, _ header: Header) -> Int {
    rowTitles.contains(head)
      ? header.row : columnTitles.contains(head) ? header.column : header.value
  }

  /// The lines in which the named columns have the named values.
  private static func selected(
    _ lines: [DelimitedText.Row], _ text: DelimitedText, _ header: Header,
    _ selection: [SquareTable.Context.Selection]
  ) throws(Diagnostic) -> [DelimitedText.Row] {
    var lines = lines
    for condition in selection {
      guard
        let field = header.titles.firstIndex(where: {
          $0.lowercased() == condition.column.lowercased()
        })
      else {
        throw Diagnostic(
          "the list has no column '\(condition.column)'", at: text.place,
          remedy: "Its columns are \(header.titles.filter { !$0.isEmpty }.joined(separator: ", "))")
      }
      let values = try distinct(lines, text, field)
      guard values.contains(condition.value) else {
        throw Diagnostic(
          "no line has the value '\(condition.value)' in the column '\(condition.column)'",
          at: text.place, remedy: "Its values are \(list(values.map { "'\($0)'" }))")
      }
      var kept: [DelimitedText.Row] = []
      for line in lines where try text.label(line, field) == condition.value { kept.append(line) }
      lines = kept
    }
    return lines
  }

  /// Refuses a column that nobody asked about and that has more than one value.
  private static func refuseDivision(
    _ body: [DelimitedText.Row], _ text: DelimitedText, _ header: Header
  ) throws(Diagnostic) {
    let width = body.map { $0.fields.count }.max() ?? 0
    for field in 0..<max(width, header.titles.count) {
      if [header.row, header.column, header.value].contains(field) { continue }
      let title = field < header.titles.count ? header.titles[field] : ""
      if remarkTitles.contains(plain(title)) { continue }
      let values = try distinct(body, text, field)
      guard values.count > 1 else { continue }
      let shortest = values.min { $0.utf8.count < $1.utf8.count } ?? ""
      let place = text.place(text.rows[header.position], field)
      if title.isEmpty {
        // Programs write the numbers of the lines before them.
        let numbers = values.compactMap { Int($0) }
        if numbers.count == values.count, values.count == body.count,
          zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }), field == 0
        {
          continue
        }
        throw Diagnostic(
          "a column without a head holds \(list(values.map { "'\($0)'" }, first: 4))", at: place,
          remedy: "Give the column a head, or remove it")
      }
      throw Diagnostic(
        "the column '\(title)' has \(values.count) values: "
          + list(values.map { "'\($0)'" }), at: place,
        remedy: """
          Choose one with \(.chooseLines(column: title, value: shortest)), or remove the column; \
          remarks stand in a column called note
          """)
    }
  }

  /// The different values of a column, in the order of the file.
  private static func distinct(
    _ lines: [DelimitedText.Row], _ text: DelimitedText, _ field: Int
  ) throws(Diagnostic) -> [String] {
    var seen: Set<String> = []
    var values: [String] = []
    for line in lines {
      let value = try text.label(line, field)
      if seen.insert(value).inserted { values.append(value) }
    }
    return values
  }
}
