internal import AccountMatrix
internal import LinearAlgebra

/// Compares printed totals with the cells that they add up: a check, not data.
///
/// A gap that could be a cell that is missing or stands twice is refused; a smaller one is a note.
struct TotalCheck {
  let text: DelimitedText
  let style: NumberStyle
  let tolerance: Double?
  let roles: SquareReading.Roles
  let pass: SquarePass

  /// A cell by its row and field.
  struct Place: Hashable {
    let row: Int
    let field: Int
  }

  /// The cells of totals that were compared.
  private(set) var checked: Set<Place> = []

  init(
    text: DelimitedText, style: NumberStyle, tolerance: Double?, roles: SquareReading.Roles,
    pass: SquarePass
  ) {
    self.text = text
    self.style = style
    self.tolerance = tolerance
    self.roles = roles
    self.pass = pass
  }

  /// A printed total and the sum of its cells.
  private struct Gap {
    let place: Place
    let isRow: Bool
    let account: Int
    let printed: Double
    let sum: Double
    let allowed: Double
    /// Three standard deviations of what so many rounded numbers add to.
    let likely: Double
    var size: Double { printed - sum }
    var isBeyond: Bool { abs(size) > allowed }
    var isUnlikely: Bool { abs(size) > likely }
  }

  /// Compares all totals.
  ///
  /// - Returns: what is to be said about gaps that are no missing cell.
  /// - Throws: `Diagnostic` at the first gap that could be one.
  mutating func run() throws(Diagnostic) -> [Diagnostic] {
    var gaps: [Gap] = []
    for line in roles.totalColumns { gaps += compare(line, isRow: true) }
    for line in roles.totalRows { gaps += compare(line, isRow: false) }
    for gap in gaps { checked.insert(gap.place) }
    compareCorners()
    let beyond = gaps.filter { $0.isBeyond }
    if beyond.isEmpty { return unlikelyNotes(gaps.filter { $0.isUnlikely }) }
    let smallest = pass.flows.storage.reduce(Double.infinity) {
      $1 == 0 ? $0 : min($0, abs($1))
    }
    for gap in beyond where isOfACell(gap, among: beyond, smallest: smallest) {
      throw refusal(of: gap)
    }
    guard let worst = beyond.max(by: { abs($0.size) < abs($1.size) }) else { return [] }
    return [
      Diagnostic(
        "\(count(beyond.count, "total")) differ\(beyond.count == 1 ? "s" : "") from "
          + "\(beyond.count == 1 ? "its" : "their") cells by less than a cell; at most, "
          + sentence(worst), at: text.place(text.rows[worst.place.row], worst.place.field))
    ]
  }

  /// The gaps of one line of totals; it is the sum of what stands before it, or since the last
  /// total, whichever agrees best.
  private func compare(_ line: SquareLayout.Line, isRow: Bool) -> [Gap] {
    let lines = isRow ? roles.fields : roles.rows
    let totals = (isRow ? roles.totalColumns : roles.totalRows).map { $0.position }
    let previous = totals.filter { $0 < line.position }.max() ?? -1
    let before = lines.indices.filter { lines[$0].map { $0 < line.position } ?? false }
    let since = before.filter { lines[$0].map { $0 > previous } ?? false }
    let all = lines.indices.filter { lines[$0] != nil }
    var best: [Gap]?
    for parts in [before, since, all] where !parts.isEmpty {
      let found = gaps(line, isRow: isRow, parts: parts)
      let isBetter = best.map { found.count(where: { $0.isBeyond }) < $0.count { $0.isBeyond } }
      if isBetter ?? true { best = found }
      if best?.contains(where: { $0.isBeyond }) == false { break }
    }
    return best ?? []
  }

  private func gaps(_ line: SquareLayout.Line, isRow: Bool, parts: [Int]) -> [Gap] {
    let grain = pass.grain.sums(withZeros: pass.hasEmptyCells)
    let across = isRow ? roles.rows : roles.fields
    let isWhole = parts.count == (isRow ? roles.fields : roles.rows).count { $0 != nil }
    let totals = isWhole ? (isRow ? pass.flows.rowSums : pass.flows.columnSums) : nil
    var gaps: [Gap] = []
    for (k, position) in across.enumerated() {
      guard let position else { continue }
      let place =
        isRow
        ? Place(row: position, field: line.position) : Place(row: line.position, field: position)
      guard let printed = text.number(text.rows[place.row], place.field, style: style) else {
        continue
      }
      let sum =
        totals?[k] ?? parts.reduce(0) { $0 + (isRow ? pass.flows[k, $1] : pass.flows[$1, k]) }
      let rounding =
        (isRow ? grain.rows[k] : grain.columns[k])
        + printed.halfUnit(inWholeNumbers: pass.grain.isWhole)
      gaps.append(
        Gap(
          place: place, isRow: isRow, account: k, printed: printed.value, sum: sum,
          allowed: max(1e-6 * abs(sum), rounding, tolerance ?? 0),
          likely: max(
            1e-6 * abs(sum), rounding * (3 / Double(1 + numbers(of: k, isRow: isRow))).squareRoot(),
            tolerance ?? 0)))
    }
    return gaps
  }

  /// How many cells of an account are not empty.
  private func numbers(of account: Int, isRow: Bool) -> Int {
    roles.accounts.indices.count {
      (isRow ? pass.flows[account, $0] : pass.flows[$0, account]) != 0
    }
  }

  /// What is said of gaps that rounding may explain, and seldom does.
  private func unlikelyNotes(_ gaps: [Gap]) -> [Diagnostic] {
    guard let worst = gaps.max(by: { abs($0.size) < abs($1.size) }) else { return [] }
    return [
      Diagnostic(
        "\(count(gaps.count, "total")) differ\(gaps.count == 1 ? "s" : "") from "
          + "\(gaps.count == 1 ? "its" : "their") cells by more than rounding mostly does; at most, "
          + sentence(worst), at: text.place(text.rows[worst.place.row], worst.place.field))
    ]
  }

  /// Totals of totals are compared with the totals of either side.
  private mutating func compareCorners() {
    for row in roles.totalRows {
      for column in roles.totalColumns {
        let place = Place(row: row.position, field: column.position)
        guard let printed = text.number(text.rows[place.row], place.field, style: style) else {
          continue
        }
        func sum(_ places: [Place?]) -> Double {
          places.reduce(0) { sum, place in
            guard let place, checked.contains(place) else { return sum }
            return sum + (text.number(text.rows[place.row], place.field, style: style)?.value ?? 0)
          }
        }
        let across = sum(
          roles.fields.map { $0.map { Place(row: row.position, field: $0) } })
        let down = sum(roles.rows.map { $0.map { Place(row: $0, field: column.position) } })
        let before = sum(
          roles.fields.map { field in
            field.flatMap { $0 < column.position ? Place(row: row.position, field: $0) : nil }
          })
        let above = sum(
          roles.rows.map { position in
            position.flatMap { $0 < row.position ? Place(row: $0, field: column.position) : nil }
          })
        let rounding = Double(roles.accounts.count) * printed.rounding
        if [across, down, before, above].contains(where: {
          abs($0 - printed.value) <= max(1e-4 * abs($0), rounding, tolerance ?? 0)
        }) {
          checked.insert(place)
        }
      }
    }
  }

  /// Whether a gap could be a cell that is missing, or one that stands twice: it is as large as a
  /// cell of its line, or of the table unless it is a ten-thousandth of the total only, or a
  /// hundredth of the total; or the total across has the same gap.
  private func isOfACell(_ gap: Gap, among gaps: [Gap], smallest: Double) -> Bool {
    let cells = roles.accounts.indices.map {
      abs(gap.isRow ? pass.flows[gap.account, $0] : pass.flows[$0, gap.account])
    }
    let smallestOfLine = cells.filter { $0 > 0 }.min() ?? 0
    let (size, total) = (abs(gap.size), max(abs(gap.sum), abs(gap.printed)))
    return size >= smallestOfLine || size > 0.01 * total
      || size >= smallest && size > AccountBalance.notedShare * total
      || gaps.contains {
        $0.isRow != gap.isRow && abs($0.size - gap.size) <= max($0.allowed, gap.allowed)
      }
  }

  private func sentence(_ gap: Gap) -> String {
    let (printed, sum) = Double.distinct(gap.printed, gap.sum)
    return "the \(gap.isRow ? "row" : "column") total of the account "
      + "'\(roles.accounts[gap.account].code)' is printed as \(printed), but its cells add to \(sum)"
  }

  private func refusal(of gap: Gap) -> Diagnostic {
    Diagnostic(
      sentence(gap), at: text.place(text.rows[gap.place.row], gap.place.field),
      remedy: """
        Correct the total or the cells, remove the totals, or give a wider \(.widenTolerance)
        """)
  }
}
