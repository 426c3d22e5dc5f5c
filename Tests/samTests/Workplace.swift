import Foundation

/// What a run of the command line left behind.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// The rows of the CSV on standard output, the header first.
  var csv: [[String]] { parsedCSV(output) }

  /// The column of the CSV with this name.
  func column(_ name: String) -> [String] {
    let rows = csv
    guard let position = rows.first?.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[position] }
  }
}

/// A folder of its own for one test, and the built `sam` to run in it.
final class Workplace {
  /// The folder, whose name has blanks and accents.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sam tëst dossier \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The product beside the test bundle.
  static var executable: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("sam")
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory),
        !isDirectory.boolValue
      {
        return candidate
      }
    }
    return URL(fileURLWithPath: "sam")
  }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return name
  }

  /// The text of a file in the folder; `nil` if there is none.
  func text(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names of the files in the folder.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Runs `sam` in the folder; its streams go through files, so that none can fill and block.
  func sam(
    _ arguments: String..., columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> Outcome {
    try sam(arguments, columns: columns, into: output)
  }

  func sam(
    _ arguments: [String], columns: Int? = nil, into output: FileHandle? = nil
  ) throws -> Outcome {
    let streams = FileManager.default.temporaryDirectory
      .appendingPathComponent("sam-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    func stream(_ name: String) throws -> FileHandle {
      let url = streams.appendingPathComponent(name)
      try Data().write(to: url)
      return try FileHandle(forWritingTo: url)
    }
    func content(_ name: String) throws -> String {
      let data = try Data(contentsOf: streams.appendingPathComponent(name))
      return String(decoding: data, as: UTF8.self)
    }
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = columns.map(String.init)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output ?? stream("output")
    process.standardError = try stream("errors")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: output == nil ? try content("output") : "", errors: try content("errors"))
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
