import Foundation
import Testing

/// The files of the package, found from this one.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The paths below some folders of the package that end in one of the suffixes.
  static func paths(below folders: [String], suffixes: [String]) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { path in suffixes.contains { path.hasSuffix($0) } }
        .map { "\(folder)/\($0)" }
    }.sorted()
  }

  static func lines(_ path: String) throws -> [String] {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
