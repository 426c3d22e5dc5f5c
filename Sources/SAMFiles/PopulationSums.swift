internal import AccountMatrix

/// The sums and shares that a file of populations prints beside its household groups.
struct PopulationSums {
  private let groups: [HouseholdPopulation.Group]
  private let members: [HouseholdPopulation.Group]
  /// What the people of one group may be off by through rounding.
  private let rounding: Double

  init(of groups: [HouseholdPopulation.Group], rounding: Double) {
    self.groups = groups
    members = groups.filter { $0.account != nil }
    self.rounding = rounding
  }

  /// All people, printed or added up.
  private var total: Double {
    groups.first { $0.code.lowercased() == "h_all" }?.people
      ?? members.reduce(0) { $0 + $1.people }
  }

  /// The groups that a sum holds: all, those of an area, or those of a quintile; `nil` where the
  /// code is no sum that is known.
  private func parts(of code: String) -> [HouseholdPopulation.Group]? {
    let code = code.lowercased()
    func ending(_ group: HouseholdPopulation.Group) -> Substring {
      (group.account ?? "").dropFirst(4)
    }
    switch code {
    case "h_all": return members
    case "h_rur": return members.filter { ending($0).hasPrefix("r") }
    case "h_urb": return members.filter { ending($0).hasPrefix("u") }
    default:
      guard code.hasPrefix("h_q"), let quintile = Int(code.dropFirst(3)) else { return nil }
      return members.filter { ending($0).dropFirst() == "\(quintile)" }
    }
  }

  /// The sums that their groups do not add to; that of all households is refused.
  private func misfits(at name: String) throws(Diagnostic) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for group in groups where group.account == nil {
      guard let parts = parts(of: group.code), !parts.isEmpty else { continue }
      let sum = parts.reduce(0) { $0 + $1.people }
      guard abs(sum - group.people) > rounding * Double(parts.count + 1) else { continue }
      guard group.code.lowercased() == "h_all" else {
        // A file may hold some groups of a sum only.
        notes.append(
          Diagnostic(
            "the groups of '\(group.name)' hold \(sum.fixed(0)) people, and their sum is printed as "
              + group.people.fixed(0), at: name))
        continue
      }
      throw Diagnostic(
        "the groups hold \(sum.fixed(0)) people, and all households \(group.people.fixed(0))",
        at: name, remedy: "Correct the groups or their total")
    }
    return notes
  }

  /// What is to be said of numbers that are no people: sums and shares that do not fit, sums that
  /// are not known, and columns that are passed over.
  ///
  /// - Throws: `Diagnostic` where the groups do not add to all households.
  func notes(
    on text: DelimitedText, rows: [DelimitedText.Row], beside columns: [Int], style: NumberStyle
  ) throws(Diagnostic) -> [Diagnostic] {
    let width = rows.reduce(0) { max($0, $1.fields.count) }
    let header = text.rows.first { !text.isBlank($0) }
    var ledger = NumberLedger()
    var notes = try misfits(at: text.name)
    for column in 1..<max(1, width) where !columns.contains(column) {
      let title = try header.map { row throws(Diagnostic) in try text.text(row, column) } ?? ""
      for (group, row) in zip(groups, rows) {
        guard let number = text.number(row, column, style: style) else { continue }
        let people = group.people
        ledger.find(number.value)
        guard title.lowercased().hasPrefix("share"), total > 0 else {
          ledger.passOver(number.value, as: "column '\(title)'")
          continue
        }
        ledger.check(number.value)
        let share = 100 * people / total
        let allowed = number.rounding + 100 * rounding * (1 + share / 100) / total
        if abs(number.value - share) > allowed + 1e-9 {
          notes.append(
            Diagnostic(
              "the share of '\(group.name)' is printed as \(number.value.shortest), and its people "
                + "are \(share.sixDigits) per cent of all", at: text.place(row, column)))
        }
      }
    }
    try ledger.requireClosed(matrixSum: 0, at: text.name)
    let strangers = groups.filter { $0.account == nil && parts(of: $0.code) == nil }
    if !strangers.isEmpty {
      notes.append(
        Diagnostic(
          "the lines \(list(strangers.map { "'\($0.code)'" })) are neither household accounts nor "
            + "known sums, and are passed over", at: text.name))
    }
    return notes + (ledger.note.map { [Diagnostic($0, at: text.name)] } ?? [])
  }
}
