import Foundation

/// What a run of a program left behind.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// The rows of the CSV on standard output, the header first.
  var csv: [[String]] { parsedCSV(output) }

  /// The first line of the CSV.
  var header: String { csv.first?.joined(separator: ",") ?? "" }

  /// The records of the CSV, each by column.
  var records: [[String: String]] {
    let rows = csv
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  /// The column of the CSV with this name.
  func column(_ name: String) -> [String] {
    let rows = csv
    guard let position = rows.first?.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[position] }
  }

  /// A number of the CSV, by the account or another key of its row; NaN where there is none.
  func value(_ column: String, _ row: String, key: String = "account") -> Double {
    records.first { $0[key] == row }?[column].flatMap(Double.init) ?? .nan
  }
}

/// A folder of its own for one test, and the built programs to run in it.
final class Workplace {
  /// The folder, whose name has blanks and accents.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sam tëst dossier \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A program of the package, which is built beside the test bundle, or any other by its path.
  static func program(_ name: String) -> URL {
    if name.hasPrefix("/") { return URL(fileURLWithPath: name) }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent(name)
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory),
        !isDirectory.boolValue
      {
        return candidate
      }
    }
    return URL(fileURLWithPath: name)
  }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return name
  }

  /// The bytes of a file in the folder; empty if there is none.
  func bytes(_ name: String) -> Data {
    (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
  }

  /// The text of a file in the folder; `nil` if there is none.
  func text(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names of the files in the folder.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Runs `sam` in the folder.
  func sam(
    _ arguments: String..., columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> Outcome {
    try sam(arguments, columns: columns, into: output)
  }

  func sam(
    _ arguments: [String], columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> Outcome {
    try run("sam", arguments, columns: columns, into: output)
  }

  /// Runs a program in the folder.
  func run(
    _ name: String, _ arguments: [String] = [], columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> Outcome {
    try start(name, arguments, columns: columns, into: output).outcome()
  }

  /// Starts a program in the folder, without waiting for its end.
  func start(
    _ name: String, _ arguments: [String], columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> RunningProgram {
    try RunningProgram(
      Self.program(name), arguments, in: folder, columns: columns, into: output)
  }
}

/// A program that runs; its streams go through files, so that none can fill and block.
final class RunningProgram {
  let process = Process()
  private let streams: URL

  fileprivate init(
    _ program: URL, _ arguments: [String], in folder: URL, columns: Int?, into output: FileHandle?
  ) throws {
    streams = FileManager.default.temporaryDirectory
      .appendingPathComponent("sam-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    for name in ["output", "errors"] { try Data().write(to: streams.appendingPathComponent(name)) }
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = columns.map(String.init)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput =
      try output ?? FileHandle(forWritingTo: streams.appendingPathComponent("output"))
    process.standardError = try FileHandle(
      forWritingTo: streams.appendingPathComponent("errors"))
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: streams) }

  /// What it has written so far.
  var output: String { text("output") }
  var errors: String { text("errors") }

  private func text(_ name: String) -> String {
    let data = try? Data(contentsOf: streams.appendingPathComponent(name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// Waits for its end; the status of a program that a signal ended is -1.
  func outcome() -> Outcome {
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: output, errors: errors)
  }
}

/// CSV by another reader than the project's own: RFC 4180 with commas.
func parsedCSV(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var quoted = false
  var characters = Array(text)[...]
  while let character = characters.popFirst() {
    switch (character, quoted) {
    case ("\"", true) where characters.first == "\"":
      field.append("\"")
      characters.removeFirst()
    case ("\"", _): quoted.toggle()
    case (",", false):
      row.append(field)
      field = ""
    case ("\n", false):
      rows.append(row + [field])
      row = []
      field = ""
    default: field.append(character)
    }
  }
  return rows
}
