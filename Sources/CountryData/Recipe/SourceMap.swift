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

  init(_ file: SourceFile) throws(Diagnostic) {
    let table = try RecordTable(file, required: ["group", "kind", "code", "share"])
    for record in table.records {
      let group = try table.requiredText(record, "group")
      let code = try table.requiredText(record, "code")
      if !groups.contains(group) { groups.append(group) }
      switch try table.requiredText(record, "kind") {
      case "line":
        lines[group, default: []].append(
          Line(code: code, share: try table.requiredNumber(record, "share")))
      case "account": accounts[group, default: []].append(code)
      case let kind:
        throw Diagnostic(
          "'\(kind)' is no kind of entry", at: table.place(record, "kind"),
          remedy: "Write line or account")
      }
    }
  }
}

/// The printed figures of official tables: `line,column,value,unit,year,source,evidence`.
struct PrintedFigures {
  /// One figure and where it was printed.
  struct Figure {
    let value: Double
    let source: String
  }

  private var figures: [String: Figure] = [:]

  init(_ file: SourceFile) throws(Diagnostic) {
    let table = try RecordTable(file, required: ["line", "column", "value", "source"])
    for record in table.records {
      let line = try table.requiredText(record, "line")
      let column = try table.requiredText(record, "column")
      let figure = Figure(
        value: try table.requiredNumber(record, "value"),
        source: try table.requiredText(record, "source"))
      if figures.updateValue(figure, forKey: "\(line)/\(column)") != nil {
        throw Diagnostic(
          "the figure '\(column)' of line '\(line)' stands twice", at: table.place(record, "line"),
          remedy: "Keep one line for each figure")
      }
    }
  }

  func figure(_ column: String, of line: String) -> Figure? { figures["\(line)/\(column)"] }
}
