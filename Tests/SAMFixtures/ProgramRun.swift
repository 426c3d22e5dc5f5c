public import Foundation

/// What a program of this package did: its exit status and what it wrote.
public struct ProgramRun: Sendable {
  /// The exit status.
  public let status: Int32
  /// Standard output.
  public let output: String
  /// Standard error.
  public let complaint: String

  /// Runs a program that was built beside the tests.
  public init(_ program: String, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = Self.products.appending(path: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files instead of pipes, which a long answer would fill.
    let written = folder.appending(path: ".output-\(UUID().uuidString)")
    let complained = folder.appending(path: ".complaint-\(UUID().uuidString)")
    for file in [written, complained] { try Data().write(to: file) }
    defer { for file in [written, complained] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: written)
    process.standardError = try FileHandle(forWritingTo: complained)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: written, encoding: .utf8)
    complaint = try String(contentsOf: complained, encoding: .utf8)
  }

  /// The folder of the built programs, found from the test bundle.
  private static var products: URL {
    let path = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent()
  }
}

/// A new folder with files in it, removed at the end.
public func withFolder<Result>(
  of files: [String: String], _ body: (URL) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sam-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
  return try body(folder)
}
