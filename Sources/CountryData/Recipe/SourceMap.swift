internal import AccountMatrix
internal import SAMFiles

/// How the lines of an official table meet the accounts: `group,kind,code,share`.
///
/// A group is the finest set at which both sides agree: some lines (times their
/// shares) on one side, some accounts on the other.
struct SourceMap {
  /// A line of the official table and the part of it that belongs to a group.
  struct Line {
    let code: String
    let share: Double
  }

  /// The groups in the order of the file.
  private(set) var groups: [String] = []
  private(set) var lines: [String: [Line]] = [:]
  private(set) var accounts: [String: [String]] = [:]
  private let file: String
  /// The line of the file that first names a code of a line.
  private var places: [String: String] = [:]

  /// - Throws: `Diagnostic` for an account in two groups, a line whose shares do not add to one, or
  ///   a group without lines or without accounts: such a map does not partition.
  init(_ file: SourceFile) throws(Diagnostic) {
    let table = try RecordTable(file, required: ["group", "kind", "code", "share"])
    self.file = file.name
    var home: [String: String] = [:]
    var groupPlaces: [String: String] = [:]
    var sums: [String: Double] = [:]
    for record in table.records {
      let group = try table.requiredText(record, "group")
      let code = try table.requiredText(record, "code")
      if !groups.contains(group) {
        groups.append(group)
        groupPlaces[group] = table.place(record, "group")
      }
      switch try table.requiredText(record, "kind") {
      case "line":
        let share = try table.requiredNumber(record, "share")
        lines[group, default: []].append(Line(code: code, share: share))
        sums[code, default: 0] += share
        if places[code] == nil { places[code] = table.place(record, "code") }
      case "account":
        if let other = home.updateValue(group, forKey: code) {
          throw Diagnostic(
            "the account '\(code)' is in the groups '\(other)' and '\(group)'",
            at: table.place(record, "code"), remedy: "A map parts the accounts: keep it in one")
        }
        accounts[group, default: []].append(code)
      case let kind:
        throw Diagnostic(
          "'\(kind)' is no kind of entry", at: table.place(record, "kind"),
          remedy: "Write line or account")
      }
    }
    for group in groups where lines[group] == nil || accounts[group] == nil {
      throw Diagnostic(
        "the group '\(group)' has no \(lines[group] == nil ? "line" : "account")",
        at: groupPlaces[group], remedy: "Give it one, or leave the group out")
    }
    for code in sums.keys.sorted() where abs((sums[code] ?? 0) - 1) > 1e-9 {
      throw Diagnostic(
        "the shares of the line '\(code)' add to \((sums[code] ?? 0).sixDigits)",
        at: places[code], remedy: "The shares of a line over its groups add to 1")
    }
  }

  /// Refuses an official line that belongs to no group, and an account of a kind that belongs to
  /// none: their figures would be dropped in silence.
  func requireCoverage(
    of figures: PrintedFigures, accounts codes: [String]
  ) throws(Diagnostic) {
    for line in figures.lines where places[line.code] == nil {
      throw Diagnostic(
        "the line '\(line.code)' has no group in \(file)", at: line.place,
        remedy: "Add a record 'GROUP,line,\(line.code),1' there")
    }
    let mapped = Set(accounts.values.joined())
    if let code = codes.first(where: { !mapped.contains($0) }) {
      throw Diagnostic(
        "the account '\(code)' has no group", at: file,
        remedy: "Add a record 'GROUP,account,\(code),1'")
    }
  }
}

/// The printed figures of official tables: `line,column,value,unit,year,source,evidence`.
struct PrintedFigures {
  /// One figure, where it was printed and where it stands here.
  struct Figure {
    let value: Double
    let source: String
    let place: String
  }

  /// The lines of the table, each with the place that first names it; `TOTAL` is none.
  private(set) var lines: [(code: String, place: String)] = []
  /// The columns that some line has a figure in, the total not counted.
  private(set) var columns: Set<String> = []
  private var figures: [String: Figure] = [:]

  init(_ file: SourceFile, sources: RecipeSources) throws(Diagnostic) {
    let table = try RecordTable(file, required: ["line", "column", "value", "source"])
    var known: Set<String> = ["TOTAL"]
    for record in table.records {
      let line = try table.requiredText(record, "line")
      let column = try table.requiredText(record, "column")
      if known.insert(line).inserted {
        lines.append((code: line, place: table.place(record, "line")))
      }
      if line != "TOTAL" { columns.insert(column) }
      let figure = Figure(
        value: try table.requiredNumber(record, "value"),
        source: try table.text(record, "source"), place: table.place(record, "value"))
      try sources.require(figure.source, at: table.place(record, "source"))
      if figures.updateValue(figure, forKey: "\(line)/\(column)") != nil {
        throw Diagnostic(
          "the figure '\(column)' of line '\(line)' stands twice", at: table.place(record, "line"),
          remedy: "Keep one line for each figure")
      }
    }
  }

  func figure(_ column: String, of line: String) -> Figure? { figures["\(line)/\(column)"] }
}
