internal import AccountMatrix
internal import LinearAlgebra

/// Input-output tables: a square block of sectors, final uses right of it and inputs below it.
extension SquareReading {
  /// The roles of an input-output table, or `nil` where the accounts are a matrix of their own and
  /// what stands beside them is apart from it.
  ///
  /// Sectors of an input-output table do not balance by their deliveries to each other, but with
  /// final uses and inputs (Miller & Blair 2009, chapter 2).
  ///
  /// - Throws: `Diagnostic` where lines beside the accounts are neither.
  func productionTable(
    _ pass: SquarePass, _ roles: Roles
  ) throws(Diagnostic) -> (roles: Roles, note: String)? {
    let numbers = OutsideNumbers(pass, rows: roles.rows, fields: roles.fields)
    let sumFields = Set((roles.totalColumns + roles.partSums.columns).map { $0.position })
    let sumRows = Set((roles.totalRows + roles.partSums.rows).map { $0.position })
    let uses = layout.otherColumns.filter {
      numbers.byField[$0.position] != nil && !sumFields.contains($0.position)
    }
    let inputs = layout.otherRows.filter {
      numbers.byRow[$0.position] != nil && !sumRows.contains($0.position)
    }
    if uses.isEmpty && inputs.isEmpty { return nil }
    let labelled = (
      uses: uses.filter { !$0.label.isEmpty }, inputs: inputs.filter { !$0.label.isEmpty }
    )
    let grain = pass.grain.sums(withZeros: pass.hasEmptyCells)
    let (receipts, payments) = (pass.flows.rowSums, pass.flows.columnSums)
    func agree(_ one: Double, _ other: Double, _ k: Int, within gap: Double = 0) -> Bool {
      let rounding = 2 * (grain.rows[k] + grain.columns[k])
      return abs(one - other) <= max(gap, 1e-4 * max(abs(one), abs(other)), rounding)
    }
    /// What the row and the column of an account add to with these uses and inputs.
    func output(
      _ k: Int, _ uses: [SquareLayout.Line], _ inputs: [SquareLayout.Line]
    ) -> (row: Double, column: Double) {
      (
        receipts[k] + uses.reduce(0) { $0 + (numbers.byField[$1.position]?[k]?.value ?? 0) },
        payments[k] + inputs.reduce(0) { $0 + (numbers.byRow[$1.position]?[k]?.value ?? 0) }
      )
    }
    func closes(_ uses: [SquareLayout.Line], _ inputs: [SquareLayout.Line]) -> Bool {
      roles.accounts.indices.allSatisfy {
        let sums = output($0, uses, inputs)
        return agree(sums.row, sums.column, $0)
      }
    }
    let outputs = roles.accounts.indices.map { output($0, uses, inputs) }
    let accounts = roles.accounts.indices
    // A wide tolerance must not make a matrix of the sectors alone.
    if !labelled.uses.isEmpty, !labelled.inputs.isEmpty,
      !accounts.allSatisfy({ agree(receipts[$0], payments[$0], $0) })
    {
      if let (use, input) = sameAccount(labelled.uses, labelled.inputs) {
        throw Diagnostic(
          "the account '\(use.label)' has a column but no row, and '\(input.label)' a row but no "
            + "column", at: text.place(text.rows[layout.block.header], use.position),
          remedy: "Write the same code in both if they are one account")
      }
      if closes(uses, inputs) { return production(roles, labelled.uses, labelled.inputs) }
      // Behind the totals stand jobs and emissions, and among the inputs their sums.
      let lastRow = roles.totalRows.map { $0.position }.max() ?? .max
      let lastField = roles.totalColumns.map { $0.position }.max() ?? .max
      let within = (
        uses: labelled.uses.filter { $0.position < lastField },
        inputs: labelled.inputs.filter { $0.position < lastRow }
      )
      if !within.uses.isEmpty, !within.inputs.isEmpty, closes(within.uses, within.inputs) {
        return production(roles, within.uses, within.inputs)
      }
    }
    let balances = accounts.allSatisfy {
      agree(receipts[$0], payments[$0], $0, within: tolerance ?? 0)
    }
    if balances || labelled.uses.isEmpty || labelled.inputs.isEmpty {
      if let line = labelled.uses.first(where: { !isApart($0, beyond: roles) }) {
        throw lonelyColumn(line)
      }
      if let line = labelled.inputs.first(where: { !isApartBelow($0, beyond: roles) }) {
        throw lonelyRow(line)
      }
      return nil
    }
    let worst =
      roles.accounts.indices.max {
        abs(outputs[$0].row - outputs[$0].column) < abs(outputs[$1].row - outputs[$1].column)
      } ?? 0
    let (made, paid) = Double.distinct(outputs[worst].row, outputs[worst].column)
    throw Diagnostic(
      "the table has the form of an input-output table, with final uses ("
        + list(labelled.uses.map { $0.label }) + ") and inputs ("
        + list(labelled.inputs.map { $0.label }) + "), but its rows and columns do not agree: "
        + "the row of '\(roles.accounts[worst].code)' adds to \(made) and its column to \(paid)",
      at: text.name,
      remedy: "Correct the cells, or name the cells of a square matrix with \(.nameRange)" as Remedy
    )
  }

  private func production(
    _ roles: Roles, _ uses: [SquareLayout.Line], _ inputs: [SquareLayout.Line]
  ) -> (roles: Roles, note: String) {
    var result = Roles()
    result.totalRows = roles.totalRows
    result.totalColumns = roles.totalColumns
    result.partSums = roles.partSums
    for k in roles.accounts.indices {
      var sector = roles.accounts[k]
      sector.kind = .activity
      result.add(sector, row: roles.rows[k], field: roles.fields[k])
    }
    for line in inputs {
      result.add(
        Account(code: line.label, kind: Account.Kind(ofInput: line.label)), row: line.position,
        field: nil)
    }
    for line in uses {
      result.add(Account(code: line.label, kind: .finalUse), row: nil, field: line.position)
    }
    return (
      result,
      "read as an input-output table: \(count(roles.accounts.count, "sector")), the final uses "
        + list(uses.map { $0.label }) + " and the inputs " + list(inputs.map { $0.label })
        + ", which are exogenous and of which the table shows one side only"
    )
  }

  /// Whether a total or a blank line parts a column from the accounts.
  private func isApart(_ line: SquareLayout.Line, beyond roles: Roles) -> Bool {
    let last = roles.last.field
    guard line.position > last else { return false }
    return layout.otherColumns.contains {
      (last..<line.position).contains($0.position)
        && ($0.label.isEmpty || roles.totalColumns.map { $0.position }.contains($0.position))
    }
  }

  private func isApartBelow(_ line: SquareLayout.Line, beyond roles: Roles) -> Bool {
    let last = roles.last.row
    guard line.position > last else { return false }
    if roles.totalRows.contains(where: { (last..<line.position).contains($0.position) }) {
      return true
    }
    // Blank rows of a text file have a position, those of a sheet have none.
    let lines = text.rows[last...line.position].filter { !text.isBlank($0) }.map { $0.line }
    return zip(lines, lines.dropFirst()).contains { $1 > $0 + 1 }
  }

  /// A column and a row whose labels differ as one label does that was written twice.
  private func sameAccount(
    _ uses: [SquareLayout.Line], _ inputs: [SquareLayout.Line]
  ) -> (SquareLayout.Line, SquareLayout.Line)? {
    for use in uses {
      for input in inputs where Self.areAlike(use.label, input.label) { return (use, input) }
    }
    return nil
  }

  /// Whether two labels have the same letters, but for one or the order of them; F1 and V1 are
  /// two series of numbered codes.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    func stem(_ text: String) -> String {
      let stem = text.reversed().drop { $0.isNumber }
      return stem.count < text.count ? String(stem.reversed()) : ""
    }
    let stems = (stem(one), stem(other))
    if stems.0 != stems.1, !stems.0.isEmpty, !stems.1.isEmpty, max(stems.0.count, stems.1.count) < 3
    {
      return false
    }
    func letters(_ text: String) -> [Character] {
      text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
    }
    let (a, b) = (letters(one), letters(other))
    if a.sorted() == b.sorted() { return true }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed())
      .prefix { $0 == $1 }.count
    return max(a.count, b.count) - prefix - suffix <= 1
  }
}
