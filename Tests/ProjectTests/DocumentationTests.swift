import Foundation
import Testing

/// Every public symbol has a doc comment, protocol requirements and enum cases included.
struct DocumentationTests {
  /// The lines of a file that declare something public without a doc comment above.
  static func undocumented(_ lines: [String]) -> [String] {
    var result: [String] = []
    var documented = false
    // Whether each open brace belongs to a public enum or protocol, whose members are public.
    var scopes: [Bool] = []
    var inText = false
    for line in lines {
      let text = line.drop { $0 == " " }
      if inText {
        inText = !text.contains("\"\"\"")
        continue
      }
      if text.hasPrefix("///") {
        documented = true
        continue
      }
      if text.hasPrefix("//") || text.isEmpty { continue }
      let code = withoutStrings(text)
      let words = code.split { " (:<{".contains($0) }.map(String.init)
      // An attribute on a line of its own stands between the comment and the declaration.
      let isAttribute = code.hasPrefix("@") && !words.contains("public")
      let isImport = words.contains("import")
      let isExtension = words.contains("extension")
      let declares =
        words.prefix(3).contains("public") && !isImport && !isExtension
        || scopes.last == true && isMember(words)
      if declares && !documented { result.append(String(text)) }
      if !isAttribute { documented = false }

      let opensPublic =
        words.contains("public") && (words.contains("enum") || words.contains("protocol"))
      for character in code {
        if character == "{" { scopes.append(opensPublic) }
        if character == "}" { _ = scopes.popLast() }
      }
      if text.components(separatedBy: "\"\"\"").count == 2 { inText = true }
    }
    return result
  }

  private static func isMember(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return ["case", "var", "func", "init", "static", "associatedtype", "subscript"].contains(first)
  }

  /// The code of a line with the contents of its string literals taken out, so that braces count.
  private static func withoutStrings(_ line: Substring) -> String {
    var code = ""
    var inside = false
    var escaped = false
    for character in line {
      if escaped {
        escaped = false
        continue
      }
      if inside && character == "\\" {
        escaped = true
        continue
      }
      if character == "\"" {
        inside.toggle()
        continue
      }
      if !inside { code.append(character) }
    }
    return code.range(of: "//").map { String(code[..<$0.lowerBound]) } ?? code
  }

  @Test func `every public declaration is documented`() throws {
    for path in try SourceTree.paths(below: ["Sources"], suffixes: [".swift"]) {
      let missing = Self.undocumented(try SourceTree.lines(path))
      #expect(missing.isEmpty, "\(path): \(missing.joined(separator: "; "))")
    }
  }

  @Test func `the scan sees what lacks a comment and passes what has one`() {
    let lines = [
      "/// A kind.", "public enum Kind {", "  /// One.", "  case one", "  case two", "",
      "  /// Text.", "  @inlinable", "  public var text: String {", "    switch self {",
      "    case .one: \"{\"", "    case .two: \"b\"", "    }", "  }", "  case three", "}",
      "public extension Kind {", "  public static let none = 1", "}", "struct Own {", "  case x",
      "}", "/// Asks.", "public protocol Asking {", "  var answer: Int { get }", "}",
    ]
    #expect(
      Self.undocumented(lines) == [
        "case two", "case three", "public static let none = 1", "var answer: Int { get }",
      ])
  }
}
