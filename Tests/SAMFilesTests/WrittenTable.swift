import SAMFixtures
import SocialAccounting

/// A random matrix, and the many ways in which people write one into a file.
struct WrittenTable {
  /// How numbers are written.
  enum Numbers: CaseIterable {
    case point, pointGrouped, apostrophe, comma, commaGrouped, noBreak, thin

    var decimalMark: NumberNotation.DecimalMark {
      switch self {
      case .point, .pointGrouped, .apostrophe: .point
      case .comma, .commaGrouped, .noBreak, .thin: .comma
      }
    }

    var group: String {
      switch self {
      case .point, .comma: ""
      case .pointGrouped: ","
      case .apostrophe: "'"
      case .commaGrouped: "."
      case .noBreak: "\u{A0}"
      case .thin: "\u{2009}"
      }
    }
  }

  /// What the bytes are.
  enum Encoding: CaseIterable {
    case utf8, marked, utf16Low, utf16High, latin1, unmarkedLow, unmarkedHigh

    /// Whether its reader has to guess it, and says so.
    var isGuessed: Bool { self == .latin1 || self == .unmarkedLow || self == .unmarkedHigh }
  }

  var random: SplitMix64
  let codes: [String]
  /// Cells in units of the last decimal.
  private(set) var cells: [[Int]]
  let decimals: Int

  /// A balanced matrix: payments go round in circles.
  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let count = 3 + random.index(below: 5)
    codes = (0..<count).map { "k\($0)" }
    decimals = random.index(below: 5)
    cells = Array(repeating: Array(repeating: 0, count: count), count: count)
    for round in 0..<(3 + random.index(below: 6)) {
      // The first circle passes through all accounts.
      let length = round == 0 ? count : 2 + random.index(below: count - 1)
      let start = random.index(below: count)
      let amount =
        (1 + random.index(below: 40_000)) * (round > 0 && random.index(below: 5) == 0 ? -1 : 1)
      for step in 0..<length {
        let payer = (start + step) % count
        let receiver = step == length - 1 ? start : (start + step + 1) % count
        cells[receiver][payer] += amount
      }
    }
  }

  /// The number of a cell.
  func value(_ amount: Int) -> Double {
    Double(Self.text(amount, decimals: decimals, .point, sign: 0)) ?? .nan
  }

  /// An amount in units of the last decimal, as people write it.
  static func text(_ amount: Int, decimals: Int, _ style: Numbers, sign: Int) -> String {
    var digits = String(abs(amount))
    while digits.count <= decimals { digits = "0" + digits }
    let whole = String(digits.dropLast(decimals))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += style.group }
      grouped.append(digit)
    }
    let mark = style.decimalMark == .point ? "." : ","
    let number = decimals == 0 ? grouped : grouped + mark + digits.suffix(decimals)
    if amount >= 0 { return number }
    switch sign {
    case 1: return "\u{2212}" + number
    case 2: return "(" + number + ")"
    case 3: return number + "-"
    default: return "-" + number
    }
  }
}

// MARK: - Layouts

extension WrittenTable {
  /// A table as it stands in a file, and whether it holds numbers beside the matrix.
  struct Page {
    var rows: [[String]] = []
    var numbers: Numbers
    var hasOtherNumbers = false
  }

  /// A page in a random layout.
  mutating func page() -> Page {
    let numbers = Numbers.allCases[random.index(below: Numbers.allCases.count)]
    if random.index(below: 6) == 0 { return list(numbers) }
    let sign = random.index(below: 4)
    let decimals = decimals
    let zero = ["", "", "0", "-", "\u{2013}"][random.index(below: 5)]
    func write(_ amount: Int) -> String {
      amount == 0 ? zero : Self.text(amount, decimals: decimals, numbers, sign: sign)
    }
    let hasNames = random.index(below: 2) == 0
    let hasTwoHeads = hasNames && random.index(below: 2) == 0
    let names = codes.map { "Caf\u{e9} \($0)" }
    var rows: [[String]] = [[hasNames ? "" : "account"]]
    if hasNames { rows[0].append("") }
    rows[0] += codes
    if hasTwoHeads { rows.insert(["", ""] + names, at: 0) }
    let first = rows[0].count - codes.count
    for (i, code) in codes.enumerated() {
      // A label that differs by blanks is the same label.
      rows.append((hasNames ? [names[i]] : []) + [code + (i == 1 ? "\u{A0}" : "")])
      rows[rows.count - 1] += cells[i].map(write)
    }
    let header = rows.count - codes.count - 1
    let totals = [
      nil, ("total", "total"), ("Ensemble", "Ensemble"), ("RowSum", "ColSum"),
      ("Igiteranyo", "Igiteranyo"), ("Recettes", "D\u{e9}penses"),
    ][random.index(below: 6)]
    if let totals, codes.count > 3 || totals.0 == "total" {
      for r in rows.indices { rows[r].append("") }
      rows[header][rows[header].count - 1] = totals.0
      for i in codes.indices {
        rows[header + 1 + i][first + codes.count] = write(cells[i].reduce(0, +))
      }
      rows.append(
        (hasNames ? [""] : []) + [totals.1]
          + codes.indices.map { j in write(cells.reduce(0) { $0 + $1[j] }) } + [""])
    }
    var page = Page(rows: rows, numbers: numbers)
    addSpacers(to: &page, header: header, first: first)
    if random.index(below: 4) == 0 { addFrame(to: &page, first: first) }
    addSurroundings(to: &page, write: write)
    return page
  }

  /// A blank column and a blank row between the accounts.
  private mutating func addSpacers(to page: inout Page, header: Int, first: Int) {
    guard random.index(below: 3) == 0 else { return }
    let column = first + 1 + random.index(below: codes.count - 1)
    for r in page.rows.indices { page.rows[r].insert("", at: column) }
    let row = header + 2 + random.index(below: codes.count - 1)
    page.rows.insert(page.rows[0].map { _ in "" }, at: row)
  }

  /// Heads of blocks that span columns, and blank columns and rows behind all.
  private func addFrame(to page: inout Page, first: Int) {
    let width = page.rows[0].count
    page.rows.insert(
      (0..<width).map { $0 == first ? "Production" : $0 == first + 2 ? "Institutions" : "" }, at: 0)
    for r in page.rows.indices { page.rows[r] += ["", ""] }
    page.rows += [Array(repeating: "", count: width + 2), Array(repeating: "", count: width + 2)]
  }

  /// A title above, notes below, another table below or to the right.
  private mutating func addSurroundings(to page: inout Page, write: (Int) -> String) {
    var table: [[String]] = [[""] + codes]
    for (i, code) in codes.enumerated() {
      table.append(
        [code]
          + cells[i].map {
            $0 == 0
              ? "" : "0\(page.numbers.decimalMark == .point ? "." : ",")\(abs($0) % 9_000 + 1_000)"
          })
    }
    let choice = random.index(below: 6)
    if choice == 0 {
      page.rows += [[""], [""], ["Coefficients"]] + table
      page.hasOtherNumbers = true
    }
    let width = page.rows.map(\.count).max() ?? 0
    for r in page.rows.indices {
      page.rows[r] += Array(repeating: "", count: width - page.rows[r].count)
    }
    if choice == 1 {
      for (r, line) in table.enumerated() where r < page.rows.count { page.rows[r] += [""] + line }
      page.hasOtherNumbers = true
    } else if choice == 2 {
      page.rows.append(Array(repeating: "", count: width))
      page.rows.append(["GDP", write(cells[0][0] + 77)] + Array(repeating: "", count: width - 2))
      page.hasOtherNumbers = true
    }
    if random.index(below: 3) == 0 {
      page.rows.insert(["Matrix of a caf\u{e9}"], at: 0)
    }
    let whole = page.rows.map(\.count).max() ?? 0
    for r in page.rows.indices {
      page.rows[r] += Array(repeating: "", count: whole - page.rows[r].count)
    }
  }

  /// One cell a line.
  private mutating func list(_ numbers: Numbers) -> Page {
    let heads = [
      ["row", "column", "value"], ["RowLabel", "ColLabel", "Value"], ["i", "j", "flow"],
      ["receiver", "payer", "amount"], ["To", "From", "Amount"],
    ][random.index(below: 5)]
    var rows = [heads]
    for (i, row) in codes.enumerated() {
      for (j, column) in codes.enumerated() where cells[i][j] != 0 || i == j {
        rows.append([
          row, column, Self.text(cells[i][j], decimals: decimals, numbers, sign: 0),
        ])
      }
    }
    return Page(rows: rows, numbers: numbers)
  }
}

// MARK: - Bytes

extension WrittenTable.Page {
  /// The page as a text file.
  func file(delimiter: String, encoding: WrittenTable.Encoding) -> SourceFile {
    let text =
      rows.map { row in
        row.map { cell in
          cell.contains(delimiter) || cell.contains("\"")
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: delimiter)
      }.joined(separator: "\r\n") + "\r\n"
    return SourceFile(name: "written.csv", bytes: Self.bytes(text, encoding))
  }

  private static func bytes(_ text: String, _ encoding: WrittenTable.Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .marked: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16Low, .utf16High, .unmarkedLow, .unmarkedHigh:
      let mark: [UInt16] = encoding == .utf16Low || encoding == .utf16High ? [0xFEFF] : []
      return (mark + Array(text.utf16)).flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return encoding == .utf16Low || encoding == .unmarkedLow ? pair : pair.reversed()
      }
    case .latin1:
      // What Latin-1 lacks stands as its nearest.
      return text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0..<0x100: UInt8(scalar.value)
        case 0x2013: 0x96
        case 0x2009: 0xA0
        default: UInt8(ascii: "-")
        }
      }
    }
  }
}

extension WrittenTable.Page {
  /// The page as the one sheet of a workbook, all cells texts.
  func workbook() throws -> SourceFile {
    var sheet = SheetText(file: "book.xlsx", sheet: "Table")
    for (r, row) in rows.enumerated() {
      for (c, cell) in row.enumerated() where !cell.isEmpty {
        try sheet.append(Array(cell.utf8), row: r + 1, column: c)
      }
    }
    var source = SourceFile(name: "book.xlsx", bytes: [0x50, 0x4B, 0x03, 0x04])
    let cells = sheet
    source.workbook = WorkbookOpener(
      sheets: { _ in [cells] },
      matrix: { _, context throws(Diagnostic) in
        try MatrixReader.read(cells, context: context)
      })
    return source
  }
}
