import Testing

struct SourceFilesTests {
  @Test func `no source file is longer than 400 lines`() throws {
    for path in try SourceTree.paths(below: ["Sources"], suffixes: [".swift", ".c", ".h"]) {
      let lines = try SourceTree.lines(path)
      // What a script writes nobody reads.
      if lines.first?.hasPrefix("// Written by Scripts/") == true { continue }
      let count = lines.count
      #expect(count <= 401, "\(path) has \(count - 1) lines")
    }
  }

  @Test func `no file names a place on somebody's machine`() throws {
    // Put together here, so that this file does not hold them itself.
    let places = ["work", "home", "root", "Users"].map { "/\($0)/" }
    let paths =
      try SourceTree.paths(
        below: ["Sources", "Tests", "Examples", "SAM"],
        suffixes: [".swift", ".c", ".h", ".modulemap", ".csv", ".md"]) + ["Package.swift"]
    for path in paths {
      for (number, line) in try SourceTree.lines(path).enumerated() {
        #expect(!places.contains { line.contains($0) }, "\(path):\(number + 1): \(line)")
      }
    }
  }
}
