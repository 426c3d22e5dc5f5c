internal import AccountMatrix
internal import LinearAlgebra

/// Reads one square table in one style of numbers: tells accounts, totals, final uses and inputs
/// apart by what adds up, checks the totals, and accounts for every number of the cells.
struct SquareReading {
  let text: DelimitedText
  let layout: SquareLayout
  let style: NumberStyle
  let tolerance: Double?

  /// The accounts of the matrix, and where each receives and pays.
  struct Roles {
    var accounts: [Account] = []
    /// The position of the row of each account, or `nil`.
    var rows: [Int?] = []
    /// The field of the column of each account, or `nil`.
    var fields: [Int?] = []
    var totalRows: [SquareLayout.Line] = []
    var totalColumns: [SquareLayout.Line] = []
    /// Lines beside the accounts that are sums of some others.
    var partSums: (rows: [SquareLayout.Line], columns: [SquareLayout.Line]) = ([], [])

    /// The last row and the last column of an account that has both.
    var last: (row: Int, field: Int) {
      let square = rows.indices.filter { rows[$0] != nil && fields[$0] != nil }
      return (
        square.compactMap { rows[$0] }.max() ?? 0, square.compactMap { fields[$0] }.max() ?? 0
      )
    }

    mutating func add(_ account: Account, row: Int?, field: Int?) {
      accounts.append(account)
      rows.append(row)
      fields.append(field)
    }
  }

  /// A matrix as it was read, and what to say about it.
  struct Result {
    let roles: Roles
    let pass: SquarePass
    let notes: [Diagnostic]
  }

  /// Reads the table.
  ///
  /// - Throws: `Diagnostic` naming line, account and cell: a ragged row, text in a cell, an account
  ///   without its row or its column, a total that disagrees.
  func read() throws(Diagnostic) -> Result {
    var roles = Roles()
    for (account, name) in zip(layout.accounts, layout.names) {
      roles.add(Account(code: account.code, name: name), row: account.row, field: account.field)
    }
    var pass = self.pass(roles)
    let sums = foundSums(in: pass)
    roles.partSums = sums.parts
    roles.totalRows = sums.rows
    roles.totalColumns = sums.columns
    if let nearTotal = sums.nearTotal { throw nearTotal }
    try requireWholeRows(roles)
    var notes: [Diagnostic] = []
    if !sums.accounts.isEmpty {
      var kept = Roles()
      kept.totalRows = roles.totalRows
      kept.totalColumns = roles.totalColumns
      kept.partSums = roles.partSums
      for k in roles.accounts.indices where !sums.accounts.contains(k) {
        kept.add(roles.accounts[k], row: roles.rows[k], field: roles.fields[k])
      }
      roles = kept
      pass = self.pass(roles)
    }
    try refuseUnlabelled(pass, roles)
    notes += sumNotes(roles)
    if let production = try productionTable(pass, roles) {
      roles = production.roles
      notes.append(Diagnostic(production.note, at: text.place))
      pass = self.pass(roles)
    }
    try refuseWords(pass, roles)
    var check = TotalCheck(text: text, style: style, tolerance: tolerance, roles: roles, pass: pass)
    notes += try check.run()
    notes += settle(&pass, roles, check)
    return Result(roles: roles, pass: pass, notes: notes)
  }

  private func pass(_ roles: Roles) -> SquarePass {
    var rowAccount: [Int: Int] = [:]
    var columnAccount: [Int: Int] = [:]
    for k in roles.accounts.indices {
      if let row = roles.rows[k] { rowAccount[row] = k }
      if let field = roles.fields[k] { columnAccount[field] = k }
    }
    return SquarePass(
      text, style: style, rowAccount: rowAccount, columnAccount: columnAccount,
      count: roles.accounts.count)
  }
}

// MARK: - Sums

extension SquareReading {
  private typealias Sums = (
    rows: [SquareLayout.Line], columns: [SquareLayout.Line], accounts: Set<Int>,
    parts: (rows: [SquareLayout.Line], columns: [SquareLayout.Line]), nearTotal: Diagnostic?
  )

  /// The lines that are sums of others, by name or because they add up; accounts only if they do
  /// in their row and in their column.
  ///
  /// A total that holds on one side only, or by its name, may hold once lines that are sums of some
  /// others are left out.
  private func foundSums(in pass: SquarePass) -> Sums {
    let (plain, isOneSided) = foundSums(in: pass, leavingOutParts: false)
    let sums = Set((plain.rows + plain.columns).map { $0.label })
    let labels =
      (layout.otherRows + layout.otherColumns).map { $0.label } + layout.accounts.map { $0.code }
    let isMissed = labels.contains { SquareLayout.mayBeTotal($0) && !sums.contains($0) }
    guard isOneSided || isMissed else { return plain }
    let (other, _) = foundSums(in: pass, leavingOutParts: true)
    return other.rows.count + other.columns.count > plain.rows.count + plain.columns.count
      ? other : plain
  }

  private func foundSums(
    in pass: SquarePass, leavingOutParts: Bool
  ) -> (sums: Sums, isOneSided: Bool) {
    let accounts = layout.accounts
    let numbers = OutsideNumbers(pass, layout)
    let grain = pass.grain.sums(withZeros: pass.hasEmptyCells)
    func number(_ value: Double) -> PrintedNumber? {
      value == 0 ? nil : PrintedNumber(value: value, rounding: 0)
    }
    var columns: [(line: SquareLayout.Line, sum: LineSums.Line)] = []
    var rows = columns
    for (k, account) in accounts.enumerated() {
      columns.append(
        (
          SquareLayout.Line(label: account.code, position: account.field),
          LineSums.Line(label: account.code, account: k) { number(pass.flows[$0, k]) }
        ))
      rows.append(
        (
          SquareLayout.Line(label: account.code, position: account.row),
          LineSums.Line(label: account.code, account: k) { number(pass.flows[k, $0]) }
        ))
    }
    for line in layout.otherColumns {
      guard let entries = numbers.byField[line.position] else { continue }
      columns.append((line, LineSums.Line(label: line.label, account: nil) { entries[$0] }))
    }
    for line in layout.otherRows {
      guard let entries = numbers.byRow[line.position] else { continue }
      rows.append((line, LineSums.Line(label: line.label, account: nil) { entries[$0] }))
    }
    columns.sort { $0.line.position < $1.line.position }
    rows.sort { $0.line.position < $1.line.position }

    let none: Set<Int> = []
    let columnParts =
      leavingOutParts ? LineSums.partSums(columns.map { $0.sum }, grain: grain.rows) : none
    let rowParts =
      leavingOutParts ? LineSums.partSums(rows.map { $0.sum }, grain: grain.columns) : none
    var isOneSided = false
    // Among three accounts that all pay each other the same, each is the sum of the two others.
    var allowed = Set(
      accounts.indices.filter { accounts.count > 3 || SquareLayout.mayBeTotal(accounts[$0].code) })
    var excluded: Set<Int> = []
    while true {
      let mayBeSum = { (line: LineSums.Line) in line.account.map { allowed.contains($0) } ?? true }
      let across = LineSums(
        columns.map { $0.sum }, grain: grain.rows, excluding: excluded, parts: columnParts,
        where: mayBeSum)
      let down = LineSums(
        rows.map { $0.sum }, grain: grain.columns, excluding: excluded, parts: rowParts,
        where: mayBeSum)
      let inColumns = Set(zip(columns, across.isSum).compactMap { $1 ? $0.sum.account : nil })
      let inRows = Set(zip(rows, down.isSum).compactMap { $1 ? $0.sum.account : nil })
      let oneSided = inColumns.symmetricDifference(inRows)
      let both = inColumns.intersection(inRows)
      isOneSided = isOneSided || !oneSided.isEmpty
      if oneSided.isEmpty && both == excluded || allowed.isEmpty {
        let sums: Sums = (
          zip(rows, down.isSum).compactMap { $1 ? $0.line : nil },
          zip(columns, across.isSum).compactMap { $1 ? $0.line : nil }, both,
          (rowParts.sorted().map { rows[$0].line }, columnParts.sorted().map { columns[$0].line }),
          nearTotal(
            zip(rows, zip(down.isNearSum, down.misfits)).compactMap {
              $1.0 ? ($0.sum.account, $1.1) : nil
            },
            zip(columns, zip(across.isNearSum, across.misfits)).compactMap {
              $1.0 ? ($0.sum.account, $1.1) : nil
            })
        )
        return (sums, isOneSided)
      }
      allowed.subtract(oneSided)
      if oneSided.isEmpty { allowed.formIntersection(both) }
      excluded = oneSided.isEmpty ? both : []
    }
  }

  /// What is said of totals that have no name of totals.
  private func sumNotes(_ roles: Roles) -> [Diagnostic] {
    let columns = roles.totalColumns.filter { !SquareLayout.isTotal($0.label) }
    let rows = roles.totalRows.filter { !SquareLayout.isTotal($0.label) }
    let words =
      rows.map { $0.label.isEmpty ? "a row without a label" : "the row '\($0.label)'" }
      + columns.map { $0.label.isEmpty ? "a column without a label" : "the column '\($0.label)'" }
    let parts =
      roles.partSums.rows.map { "the row '\($0.label)'" }
      + roles.partSums.columns.map { "the column '\($0.label)'" }
    return sumNote(words, "the others and taken for a total", "the others and taken for totals")
      + sumNote(parts, "some others and left out", "some others and left out")
  }

  private func sumNote(_ words: [String], _ one: String, _ many: String) -> [Diagnostic] {
    guard !words.isEmpty else { return [] }
    return [
      Diagnostic(
        list(words) + (words.count == 1 ? " is a sum of \(one)" : " are sums of \(many)"),
        at: text.place)
    ]
  }
}

/// The numbers beside the matrix, by the line that they stand in and the account across.
struct OutsideNumbers {
  private(set) var byField: [Int: [Int: PrintedNumber]] = [:]
  private(set) var byRow: [Int: [Int: PrintedNumber]] = [:]

  init(_ pass: SquarePass, _ layout: SquareLayout) {
    self.init(
      pass, rows: layout.accounts.map { $0.row }, fields: layout.accounts.map { $0.field })
  }

  init(_ pass: SquarePass, rows: [Int?], fields: [Int?]) {
    var accountOfRow: [Int: Int] = [:]
    var accountOfField: [Int: Int] = [:]
    for (k, row) in rows.enumerated() { if let row { accountOfRow[row] = k } }
    for (k, field) in fields.enumerated() { if let field { accountOfField[field] = k } }
    for other in pass.others {
      if let k = accountOfRow[other.row] { byField[other.field, default: [:]][k] = other.number }
      if let k = accountOfField[other.field] { byRow[other.row, default: [:]][k] = other.number }
    }
  }
}
