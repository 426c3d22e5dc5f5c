package import AccountMatrix
package import SpendingPolicy

/// Scenarios as files: `setting,value[,evidence,source,note]`, one setting a line.
///
/// `title` and `kind` must be there; the kind decides which other settings there may be.
package enum ScenarioTable {
  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - file: the lines.
  ///   - id: the name of the scenario.
  ///   - sources: `id,citation[,url]`, which must then have every source; without it sources are
  ///     free text.
  /// - Throws: `Diagnostic` with the line of a setting that is unknown, empty or contradictory, or
  ///   names a source that is not cited.
  package static func read(
    _ file: SourceFile, id: String, sources: SourceFile? = nil
  ) throws(Diagnostic) -> Scenario {
    let citations = try sources.map { (file) throws(Diagnostic) in try self.citations(in: file) }
    let table = try RecordTable(
      file, required: ["setting", "value"], optional: ["evidence", "source", "note"])
    var title: String?
    var kind: Question.Kind?
    var lines: [Scenario.Line] = []
    for record in table.records {
      let name = try table.requiredText(record, "setting")
      let value = try table.requiredText(record, "value")
      switch name {
      case "title":
        guard title == nil else { throw twice(name, table.place(record, "setting")) }
        title = value
      case "kind":
        guard kind == nil else { throw twice(name, table.place(record, "setting")) }
        kind = try table.choice(record, "value", as: Question.Kind.self)
      default:
        let source = try table.text(record, "source")
        guard source.isEmpty || citations?[source] != nil || citations == nil else {
          throw Diagnostic(
            "the source '\(source)' is not cited", at: table.place(record, "source"),
            remedy: "Add a line for it to \(sources?.name ?? "the table of sources")")
        }
        lines.append(
          Scenario.Line(
            name: name, value: value,
            evidence: try table.choice(record, "evidence", as: Programme.Evidence.self),
            source: source, note: try table.text(record, "note"),
            place: "\(file.name): line \(record.line)"))
      }
    }
    table.noteUnread()
    guard let title, let kind else {
      throw Diagnostic(
        "the scenario has no \(title == nil ? "title" : "kind")", at: file.name,
        remedy: "Write a line 'title,...' and a line 'kind,...' with one of "
          + Question.Kind.allCases.map { $0.rawValue }.joined(separator: ", "))
    }
    let known = ScenarioSettings.names(of: kind)
    for setting in lines where !isKnown(setting.name, among: known) {
      throw Diagnostic(
        "a scenario of kind \(kind.rawValue) has no setting '\(setting.name)'", at: setting.place,
        remedy: "Expected one of " + known.joined(separator: ", "))
    }
    let settings = ScenarioSettings(id: id, lines: lines)
    return Scenario(
      id: id, title: title, question: try settings.question(of: kind),
      matrices: settings.values("matrix"), lines: lines, citations: citations ?? [:],
      margin: try settings.margin())
  }

  private static func citations(in file: SourceFile) throws(Diagnostic) -> [String: String] {
    let table = try RecordTable(file, required: ["id", "citation"], optional: ["url"])
    var citations: [String: String] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "id")
      guard citations[id] == nil else { throw twice("source '\(id)'", table.place(record, "id")) }
      citations[id] = try table.requiredText(record, "citation")
    }
    table.noteUnread()
    return citations
  }

  private static func isKnown(_ name: String, among known: [String]) -> Bool {
    known.contains { $0.hasSuffix(":") ? name.hasPrefix($0) && name != $0 : name == $0 }
  }

  private static func twice(_ name: String, _ place: String) -> Diagnostic {
    Diagnostic("the \(name) is given twice", at: place, remedy: "Give it once")
  }
}
