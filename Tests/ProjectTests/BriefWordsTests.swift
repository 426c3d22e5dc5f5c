import Foundation
import Testing

/// All words of the brief stand in one folder, so that a translation knows where to begin.
struct BriefWordsTests {
  /// Texts in quotation marks that hold three words in a row; markup has no three words.
  private func prose(in path: String) throws -> [String] {
    try SourceTree.lines(path).flatMap { line in
      line.prefix(upToComment: "//").matches(of: /"(?:[^"\\]|\\.)*"/).map { String($0.output) }
        .filter { $0.contains(/[A-Za-z]{2,},? [a-z]{2,},? [a-z]{2,}/) }
    }
  }

  private func files(below folder: String) throws -> [String] {
    try SourceTree.paths(below: [folder], suffixes: [".swift"])
  }

  @Test func `no other file of the brief or its charts holds a sentence`() throws {
    let words = "Sources/Reporting/Brief/Words"
    // The style sheet is no text that anybody reads.
    let others = try files(below: "Sources/Reporting/Brief").filter {
      !$0.hasPrefix(words) && !$0.hasSuffix("Document+Style.swift")
    }
    for path in others + (try files(below: "Sources/Reporting/Charts")) {
      #expect(try prose(in: path) == [], "\(path)")
    }
    // What is looked for is what the catalogue is full of.
    #expect(try files(below: words).flatMap(prose).count > 200)
  }
}

extension String {
  /// The line without a comment at its end or in place of it.
  fileprivate func prefix(upToComment mark: String) -> Substring {
    guard let comment = range(of: " " + mark) else { return hasPrefix(mark) ? "" : self[...] }
    return self[..<comment.lowerBound]
  }
}
