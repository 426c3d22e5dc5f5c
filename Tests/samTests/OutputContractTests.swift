import Foundation
import Testing

/// What every command prints in every format.
struct OutputContractTests {
  private static let small = ["nexus.csv", "--accounts", "kinds.csv"]
  private static let commands: [[String]] = [
    ["list"], ["check"] + small, ["check", "--table", "gdp"] + small,
    ["check", "--table", "model"] + small, ["check", "--table", "warnings"] + small,
    ["multipliers"] + small, ["multipliers", "--shock", "hhd-r1=10"] + small,
    ["multipliers", "--matrix"] + small,
    ["multipliers", "--response", "agriculture=0.5,aeduc=0"] + small, ["accounts"] + small,
    ["aggregate", "--map", "map.csv"] + small,
    ["compare", "--programmes", "programmes.csv"] + small, ["compare", Sample.builtIn],
    ["compare", Sample.builtIn, "--table", "weights"],
  ]
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Sample.nexus, "nexus.csv")
    try place.write("code,name\ncmaiz,\"Maize, \"\"white\"\"\"\n", "kinds.csv")
    try place.write(Sample.programme, "programmes.csv")
    try place.write(Sample.map, "map.csv")
  }

  @Test(arguments: commands)
  func `each command writes each format to standard output alone`(command: [String]) throws {
    let marks = [
      "table": "--", "csv": ",", "json": "{", "markdown": "| ", "latex": "\\begin{table}",
      "html": "<table>",
    ]
    for (format, mark) in marks {
      let run = try place.sam(command + ["--format", format])
      // A group in an option says how many accounts it met.
      let isNoted = command.contains { $0.hasPrefix("agriculture=") }
      let note = "sam: note: 'agriculture' in --response is a group of 1 activity\n"
      #expect(run.status == 0 && run.errors == (isNoted ? note : ""), "\(format): \(run.errors)")
      #expect(run.output.contains(mark) && run.output.hasSuffix("\n"))
    }
    #expect(try place.files.count == 4)
  }

  @Test(arguments: commands)
  func `the CSV of each command is rectangular, with LF alone`(command: [String]) throws {
    let run = try place.sam(command + ["--format", "csv"])
    #expect(!run.output.contains("\r") && !run.output.hasPrefix("\u{FEFF}"))
    let rows = run.csv
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows.first ?? []).count == rows.first?.count)
  }

  @Test(arguments: commands.filter { !$0.contains("--table") })
  func `JSON holds every table, and the first as CSV does`(command: [String]) throws {
    let run = try place.sam(command + ["--format", "json"])
    let data = Data(run.output.utf8)
    #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    let document = try JSONDecoder().decode(Document.self, from: data)
    let expected = [
      "list": ["list"], "check": ["check", "gdp", "model", "warnings"],
      "compare": ["compare", "weights"], "accounts": ["accounts"],
      "aggregate": ["matrix", "accounts"],
      "multipliers": [
        command.contains("--shock")
          ? "shock" : command.contains("--matrix") ? "matrix" : "multipliers"
      ],
    ]
    let names = document.tables.map(\.name)
    // Response shares bring further tables (what they change, and their shadow prices), and so does
    // a comparison (published evidence beside it).
    #expect(Array(names.prefix(expected[command[0]]?.count ?? 0)) == expected[command[0]])
    #expect(
      names.count == expected[command[0]]?.count || command.contains("--response")
        || command[0] == "compare")
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
    try place.write("code,group\n" + builtInGroups, "groups.csv")
    let builtIn = [
      ["check"], ["multipliers"], ["multipliers", "--shock", "hhd-r1=1"], ["accounts"],
      ["aggregate", "--map", "groups.csv"],
    ].map { $0 + [Sample.builtIn] }
    for command in Self.commands + builtIn {
      let widest = try place.sam(command, columns: columns).output
        .split(separator: "\n").map(\.count).max()
      #expect((widest ?? 0) <= columns, "\(command) is \(widest ?? 0) wide")
    }
  }

  @Test func `a matrix wider than the terminal goes on below itself, with every column`() throws {
    let run = try place.sam(["multipliers", "--matrix"] + Self.small, columns: 40)
    for code in Sample.endogenous {
      #expect(run.output.split(whereSeparator: { " \n".contains($0) }).contains { $0 == code })
    }
    let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("cmaiz ") }
    #expect(rows.count > 1)
    #expect(rows.reduce(0) { $0 + $1.split(separator: " ").count - 1 } == 8)
  }

  /// The built-in accounts by their first three letters: wider than a terminal as a square.
  private var builtInGroups: String {
    get throws {
      try place.sam("accounts", Sample.builtIn, "--format", "csv").csv.dropFirst()
        .map { "\($0[0]),\($0[0].prefix(3))\n" }.joined()
    }
  }

  @Test func `a table that is named is printed alone, and JSON holds all the same`() throws {
    let all = try place.sam(["check", "--format", "json"] + Self.small).output
    #expect(
      try place.sam(["check", "--format", "json", "--table", "gdp"] + Self.small).output == all)
    let table = try place.sam(["check", "--table", "gdp"] + Self.small).output
    #expect(table.contains("GDP three ways") && !table.contains("leakage"))
  }

  @Test func `the format is a table for people unless another is asked for`() throws {
    let table = try place.sam(["check"] + Self.small)
    #expect(try place.sam(["check", "--format", "table"] + Self.small).output == table.output)
  }

  @Test(arguments: [
    ["compare", Sample.builtIn, "--format", "json"], ["check", Sample.builtIn, "--format", "csv"],
    ["compare", Sample.builtIn],
    ["multipliers", Sample.builtIn, "--matrix", "--format", "csv"], ["list", "--format", "json"],
  ])
  func `the same input gives the same bytes`(command: [String]) throws {
    let first = try place.sam(command).output
    let second = try place.sam(command).output
    #expect(!first.isEmpty && first == second)
  }

  @Test func `decimals round what people read and are refused for data`() throws {
    let shown = try place.sam("multipliers", "nexus.csv", "--decimals", "1", "--format", "markdown")
    #expect(shown.status == 0 && !shown.output.contains(/\|\s*\d+\.\d\d/))
    #expect(try place.sam("multipliers", "--decimals", "1", "--format", "csv").status == 64)
  }

  @Test func `a file's ending chooses the format, and the file holds what would be printed`()
    throws
  {
    for (ending, format) in [
      "csv": "csv", "json": "json", "md": "markdown", "tex": "latex", "html": "html",
      "txt": "table",
    ] {
      let run = try place.sam("check", "nexus.csv", "--output", "résumé \(ending).\(ending)")
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
      #expect(
        try place.text("résumé \(ending).\(ending)")
          == place.sam("check", "nexus.csv", "--format", format).output)
    }
    #expect(try place.files.count == 4 + 6)
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
