import Foundation
import Testing

/// What every command prints in every format.
struct OutputContractTests {
  private static let commands: [[String]] = [
    ["list"], ["check"], ["check", "--table", "gdp"], ["check", "--table", "model"],
    ["check", "--table", "warnings"], ["multipliers"], ["multipliers", "--shock", "hhd-r1=10"],
    ["multipliers", "--response", "agriculture=0.5,amine=0"], ["compare"],
    ["compare", "--table", "weights"], ["compare", "--per", "billion"], ["accounts"],
  ]

  @Test(arguments: commands)
  func `each command writes each format to standard output alone`(command: [String]) throws {
    let place = try Workplace()
    let marks = [
      "table": "--", "csv": ",", "json": "{", "markdown": "| ", "latex": "\\begin{table}",
      "html": "<table>",
    ]
    for (format, mark) in marks {
      let run = try place.sam(command + ["--format", format])
      #expect(run.status == 0 && run.errors.isEmpty, "\(format): \(run.errors)")
      #expect(run.output.contains(mark) && run.output.hasSuffix("\n"))
    }
    #expect(try place.sam(command).output == place.sam(command + ["--format", "table"]).output)
    #expect(try place.files.isEmpty)
  }

  @Test(arguments: commands)
  func `the CSV of each command is rectangular, with LF alone`(command: [String]) throws {
    let run = try Workplace().sam(command + ["--format", "csv"])
    #expect(!run.output.contains("\r") && !run.output.hasPrefix("\u{FEFF}"))
    let rows = run.csv
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows.first ?? []).count == rows.first?.count)
  }

  @Test(arguments: commands.filter { !$0.contains("--table") })
  func `JSON holds every table, and the first as CSV does`(command: [String]) throws {
    let place = try Workplace()
    let run = try place.sam(command + ["--format", "json"])
    let data = Data(run.output.utf8)
    #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    let document = try JSONDecoder().decode(Document.self, from: data)
    let expected = [
      "list": ["list"], "check": ["check", "gdp", "model", "warnings"],
      "compare": ["compare", "weights"], "accounts": ["accounts"],
      "multipliers": [command.contains("--shock") ? "shock" : "multipliers"],
    ]
    #expect(document.tables.map(\.name) == expected[command[0]])
    #expect(document.command == command[0] && document.schema == 1)
    let csv = try place.sam(command + ["--format", "csv"]).csv
    let table = document.tables[0]
    #expect(table.columns == csv[0] && table.rows.count == csv.count - 1)
    let differences = zip(table.rows, csv.dropFirst()).flatMap { row, line in
      zip(table.columns, line).filter { row[$0]?.agrees(with: $1) != true }
    }
    #expect(differences.isEmpty)
  }

  @Test(arguments: [80, 100])
  func `terminal tables fit the terminal`(columns: Int) throws {
    let place = try Workplace()
    try place.write("code,group\n" + Self.groups, "map.csv")
    for command in Self.commands + [
      ["multipliers", "--matrix"], ["aggregate", "--map", "map.csv"],
    ] {
      let widest = try place.sam(command, columns: columns).output
        .split(separator: "\n").map(\.count).max()
      #expect((widest ?? 0) <= columns, "\(command) is \(widest ?? 0) wide")
    }
  }

  /// The built-in accounts by their first three letters: wider than a terminal as a square.
  private static var groups: String {
    get throws {
      try Workplace().sam("accounts", "--format", "csv").csv.dropFirst()
        .map { "\($0[0]),\($0[0].prefix(3))\n" }.joined()
    }
  }

  @Test(arguments: [
    ["compare", "--format", "json"], ["check", "--format", "csv"], ["compare"],
    ["multipliers", "--matrix", "--format", "csv"], ["list", "--format", "json"],
  ])
  func `the same input gives the same bytes`(command: [String]) throws {
    let place = try Workplace()
    let first = try place.sam(command).output
    let second = try place.sam(command).output
    #expect(!first.isEmpty && first == second)
  }

  @Test func `decimals round what people read and are refused for data`() throws {
    let place = try Workplace()
    try place.write(Sample.nexus, "sam.csv")
    let shown = try place.sam("multipliers", "sam.csv", "--decimals", "1", "--format", "markdown")
    #expect(shown.status == 0 && !shown.output.contains(/\|\s*\d+\.\d\d/))
    #expect(try place.sam("multipliers", "--decimals", "1", "--format", "csv").status == 64)
  }

  @Test func `a file's ending chooses the format, and the file holds what would be printed`()
    throws
  {
    let place = try Workplace()
    for (ending, format) in [
      "csv": "csv", "json": "json", "md": "markdown", "tex": "latex", "html": "html",
      "txt": "table",
    ] {
      let run = try place.sam("check", "--output", "résumé \(ending).\(ending)")
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
      #expect(
        try place.text("résumé \(ending).\(ending)")
          == place.sam("check", "--format", format).output)
    }
    #expect(try place.files.count == 6)
  }
}

/// The JSON of a report.
private struct Document: Decodable {
  struct Table: Decodable {
    let name: String
    let columns: [String]
    let rows: [[String: Value]]
  }
  /// A number, a text or null.
  enum Value: Decodable {
    case number(Double)
    case text(String)
    case null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    /// Whether a CSV field says the same, numbers to the last bit.
    func agrees(with field: String) -> Bool {
      switch self {
      case .number(let number): number == Double(field)
      case .text(let text): text == field
      case .null: field.isEmpty
      }
    }
  }
  let command: String
  let schema: Int
  let tables: [Table]
}
