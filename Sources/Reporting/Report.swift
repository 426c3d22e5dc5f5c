internal import SAMFiles

public import AccountMatrix

/// What a command answers: where the numbers are from, and one or more tables.
public struct Report: Sendable, Equatable {
  /// A line about the origin of the numbers, such as the matrix or the closure.
  package struct Fact: Sendable, Equatable {
    /// The name of the fact in JSON.
    package let name: String
    /// The fact in words.
    package let value: String

    /// A fact from its parts.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The command that was run.
  public var command: String
  /// Where the numbers are from.
  package var facts: [Fact]
  /// The tables, the main one first.
  public var tables: [Table]
  /// Tables that stand in JSON, and elsewhere only if they are asked for by name.
  package var supplements: [Table]
  /// What a terminal and documents show instead of the tables, where these are for programs.
  package var overview: [Table]

  /// A report from its parts.
  package init(
    command: String, facts: [Fact], tables: [Table], supplements: [Table] = [],
    overview: [Table] = []
  ) {
    self.command = command
    self.facts = facts
    self.tables = tables
    self.supplements = supplements
    self.overview = overview
  }

  /// The report in the words of another currency: francs are units of its money.
  package func spoken(in unit: CurrencyUnit) -> Report {
    guard unit.currency != "RWF" else { return self }
    func words(_ text: String) -> String {
      text.replacing(/(?<hold>per-)?\bfranc(?<many>s?)\b/) { match in
        match.hold != nil
          ? String(match.0) : match.many.isEmpty ? "unit of money" : "units of money"
      }
    }
    func spoken(_ table: Table) -> Table {
      var table = table
      table.title = words(table.title)
      table.notes = table.notes.map(words)
      for i in table.columns.indices { table.columns[i].heading = words(table.columns[i].heading) }
      return table
    }
    var report = self
    report.tables = tables.map(spoken)
    report.supplements = supplements.map(spoken)
    report.overview = overview.map(spoken)
    return report
  }

  /// The names of all tables.
  package var tableNames: [String] { (tables + supplements).map { $0.name } }

  /// The report with one of its tables only.
  ///
  /// - Throws: a `Diagnostic` with the names that there are.
  public func selecting(_ name: String) throws(Diagnostic) -> Report {
    guard let table = (tables + supplements).first(where: { $0.name == name }) else {
      throw Diagnostic(
        "there is no table '\(name)'", remedy: "Expected \(list(tableNames, first: 40))")
    }
    return Report(command: command, facts: facts, tables: [table])
  }

  /// The formats in which a report can be written.
  public enum Format: String, Sendable, CaseIterable {
    /// Text for a terminal.
    case table
    /// Comma-separated values of one table.
    case csv
    /// Everything, for programs.
    case json
    /// Markdown tables.
    case markdown
    /// LaTeX tables with booktabs.
    case latex
    /// HTML tables.
    case html
  }

  /// Version of the layout of the JSON.
  package static let schema = 1

  /// The report in a format.
  ///
  /// - Parameters:
  ///   - format: the format; CSV holds the first table only.
  ///   - width: characters in a line of terminal text.
  ///   - version: the version of the program, for JSON.
  ///   - isColoured: whether terminal text has ANSI codes.
  public func rendered(
    as format: Format, width: Int = 100, version: String = "", isColoured: Bool = false
  ) -> String {
    let tables = overview.isEmpty || format == .csv ? tables : overview
    return switch format {
    case .table:
      tables.map { $0.text(width: width, isColoured: isColoured) }.joined(separator: "\n")
    case .csv: tables.first?.csv ?? ""
    case .json: json(version: version)
    case .markdown: tables.map { $0.markdown }.joined(separator: "\n")
    case .latex: tables.map { $0.latex }.joined(separator: "\n")
    case .html: tables.map { $0.html }.joined(separator: "\n")
    }
  }

  private func json(version: String) -> String {
    JSONText.object([
      ("command", .string(command)),
      ("version", .string(version)),
      ("schema", .integer(Self.schema)),
      ("facts", .object(facts.map { ($0.name, .string($0.value)) })),
      ("tables", .array((tables + supplements).map { $0.json })),
    ]).text() + "\n"
  }
}

extension Table {
  /// The table as a JSON object: columns, rows as objects, and notes.
  var json: JSONText {
    .object([
      ("name", .string(name)),
      ("title", .string(title)),
      ("columns", .array(dataColumns.map { .string(columns[$0].id) })),
      (
        "rows",
        .array(rows.map { row in .object(dataColumns.map { (columns[$0].id, row[$0].json) }) })
      ),
      ("notes", .array(notes.map(JSONText.string))),
    ])
  }
}

extension Table.Cell {
  fileprivate var json: JSONText {
    switch self {
    case .text(let text): .string(text)
    case .number(let value): .number(value)
    case .count(let value): .integer(value)
    case .empty: .null
    }
  }
}
