import Foundation

/// `sam` run in a folder of its own by the tests of jobs, distribution and uncertainty.
final class PeopleRun {
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    /// Rows of a CSV without quoted fields, the header first.
    var rows: [[String]] {
      output.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("people-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program beside the tests.
  static var program: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("sam")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        (try? candidate.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false
      {
        return candidate
      }
    }
    return URL(fileURLWithPath: "sam")
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return name
  }

  func start(_ arguments: [String]) throws -> (process: Process, errors: URL, output: URL) {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = folder.appendingPathComponent("\(UUID().uuidString).out")
    let errors = folder.appendingPathComponent("\(UUID().uuidString).err")
    for url in [output, errors] { try Data().write(to: url) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, errors, output)
  }

  func sam(_ arguments: String...) throws -> Result { try sam(arguments) }

  func sam(_ arguments: [String]) throws -> Result {
    let (process, errors, output) = try start(arguments)
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
