internal import AccountMatrix
internal import LinearAlgebra

/// Refuses tables whose accounts are so many, and cells so few, that they cannot be a matrix:
/// a small file must not claim all memory.
func requireAllocation(accounts: Int, cells: Int, at name: String) throws(Diagnostic) {
  let isPlausible = accounts <= 2_000 || (accounts <= 20_000 && accounts <= cells / 2)
  guard isPlausible, accounts * accounts <= max(4_000_000, 1_000 * cells) else {
    throw Diagnostic(
      "the table names \(accounts) accounts for \(cells) cells", at: name,
      remedy: "Expected a matrix of at most 20000 accounts, each with receipts and payments")
  }
}

/// Cells of a matrix listed one by one, in any order; those of a total are kept apart and checked.
struct FlowList {
  struct Cell {
    let row: Int
    let column: Int
    let number: PrintedNumber
  }

  let name: String
  private(set) var codes: [String] = []
  private var positions: [String: Int] = [:]
  private(set) var cells: [Cell] = []
  private var places: [Int: Int] = [:]
  private var declared: [Int] = []
  private let noun: String
  /// The numbers of the file that are no cells, and how many its text holds, counted apart from the
  /// cells; `nil` where nobody counted.
  private(set) var others = NumberLedger()
  private var countInText: Int?

  /// An empty list for messages about a file, whose cells are counted as lines or otherwise.
  init(name: String, counting noun: String = "line") {
    self.name = name
    self.noun = noun
  }

  /// Gives an account its place in the order, before those that are only mentioned.
  mutating func declare(_ code: String) { declared.append(position(of: code)) }

  private mutating func position(of code: String) -> Int {
    if let position = positions[code] { return position }
    positions[code] = codes.count
    codes.append(code)
    return codes.count - 1
  }

  /// Adds a cell that stands on a line.
  ///
  /// - Throws: `Diagnostic` if the cell stands twice.
  mutating func add(
    row: String, column: String, _ number: PrintedNumber, line: Int
  ) throws(Diagnostic) {
    let cell = Cell(row: position(of: row), column: position(of: column), number: number)
    if let earlier = places.updateValue(line, forKey: cell.row << 32 | cell.column) {
      throw Diagnostic(
        "the cell in row '\(row)' and column '\(column)' stands twice, first on \(noun) \(earlier)",
        at: "\(name): \(noun) \(line)", remedy: "Keep one value for each cell")
    }
    cells.append(cell)
  }

  /// Counts a number that is a label, a year or a rounding, no amount.
  mutating func head(_ value: Double) {
    others.find(value)
    others.head(value)
  }

  /// Counts a number that is passed over with a note.
  mutating func passOver(_ value: Double, as what: String) {
    others.find(value)
    others.passOver(value, as: what)
  }

  /// Says how many numbers the text holds, which must all be accounted for.
  mutating func expect(numbers count: Int) { countInText = count }

  /// The matrix, with accounts in the order of their first mention, rows before columns.
  ///
  /// - Parameters:
  ///   - descriptions: what is known of the accounts, by code.
  ///   - context: what the file does not say about itself.
  ///   - title: what the matrix is.
  ///   - grain: half units of last digits by code, where the file says them.
  /// - Throws: `Diagnostic` for a total that disagrees, or a list that is no matrix.
  func matrix(
    _ descriptions: [String: Account], context: SquareTable.Context, title: String,
    grain known: [String: Double] = [:], history: [String] = []
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let named = Set(codes.indices.filter { SquareLayout.isTotal(codes[$0]) })
    let found = try foundTotals(beside: named)
    let order = accountOrder(without: named.union(found))
    let count = order.count
    try requireAllocation(accounts: count, cells: cells.count, at: name)
    guard count > 0 else {
      throw Diagnostic("the table has no cells", at: name, remedy: "Expected row, column, value")
    }
    var place = [Int](repeating: -1, count: codes.count)
    for (index, position) in order.enumerated() { place[position] = index }
    var flows = Matrix(rows: count, columns: count)
    var printed = PrintedGrain(count: count)
    for cell in cells where place[cell.row] >= 0 && place[cell.column] >= 0 {
      flows[place[cell.row], place[cell.column]] = cell.number.value
      printed.add(cell.number, row: place[cell.row], column: place[cell.column])
    }
    let grains = printed.sums(withZeros: false)
    var grain = zip(grains.rows, grains.columns).map { $0 + $1 }
    let (receipts, payments) = (flows.rowSums, flows.columnSums)
    var ledger = others
    for cell in cells {
      ledger.find(cell.number.value)
      if place[cell.row] >= 0, place[cell.column] >= 0 { ledger.place(cell.number.value) }
    }
    for cell in cells where place[cell.row] < 0 || place[cell.column] < 0 {
      let isRow = place[cell.row] >= 0
      let index = isRow ? place[cell.row] : place[cell.column]
      guard index >= 0 else {
        ledger.passOver(cell.number.value, as: "the total of totals")
        continue
      }
      ledger.check(cell.number.value)
      let sum = isRow ? receipts[index] : payments[index]
      let allowed = max(
        context.tolerance ?? 0, 1e-6 * abs(sum),
        (isRow ? grains.rows : grains.columns)[index]
          + cell.number.halfUnit(inWholeNumbers: printed.isWhole))
      guard abs(cell.number.value - sum) <= allowed else {
        let (given, added) = Double.distinct(cell.number.value, sum)
        throw Diagnostic(
          "the \(isRow ? "row" : "column") total of the account '\(codes[order[index]])' is given "
            + "as \(given), but its cells add to \(added)", at: name,
          remedy: """
            Correct the total or the cells, remove the totals, or give a wider \(.widenTolerance)
            """)
      }
    }
    try ledger.requireClosed(matrixSum: receipts.reduce(0, +), at: name, counted: countInText)
    for (index, position) in order.enumerated() {
      if let value = known[codes[position]] { grain[index] = value }
    }
    do {
      let sam = try SocialAccountingMatrix(
        accounts: order.map { descriptions[codes[$0]] ?? Account(code: codes[$0]) }, matrix: flows,
        unit: context.unit ?? .unstated, year: context.year, title: title,
        source: context.source ?? name, printedGrain: grain, history: history)
      var described = sam.hasKinds ? sam : try sam.describedByNexusCodes() ?? sam
      described.readingNotes += found.sorted().map {
        Diagnostic("'\(codes[$0])' is the sum of the others and taken for a total", at: name)
      }
      described.readingNotes += caseNotes(order)
      described.readingNotes += ledger.note.map { [Diagnostic($0, at: name)] } ?? []
      return described
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = name
      throw diagnostic
    }
  }

  /// Accounts in the order in which they stand as rows, then those that are columns only.
  private func accountOrder(without totals: Set<Int>) -> [Int] {
    var seen = [Bool](repeating: false, count: codes.count)
    var order: [Int] = []
    func mention(_ position: Int) {
      if seen[position] || totals.contains(position) { return }
      seen[position] = true
      order.append(position)
    }
    for position in declared { mention(position) }
    for cell in cells { mention(cell.row) }
    for cell in cells { mention(cell.column) }
    return order
  }
}
