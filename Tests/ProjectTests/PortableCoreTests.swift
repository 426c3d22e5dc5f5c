import Testing

/// The modules that Embedded Swift compiles too are written in what it knows.
struct PortableCoreTests {
  private static let modules = [
    "PlainText", "LinearAlgebra", "AccountMatrix", "Balancing", "Multipliers", "GeneralEquilibrium",
    "SpendingPolicy", "SAMFiles", "Reporting",
  ]

  /// What Embedded Swift refuses, or what hides a cast from it.
  static func breach(_ line: String) -> String? {
    if line.drop(while: { $0 == " " }).hasPrefix("//") { return nil }
    if line.contains(/\\\.[a-zA-Z0-9]/) { return "a key path: write a closure" }
    if line.contains(/\bthrows\b(?!\()/) { return "an untyped throws: name the failure" }
    if line.contains("uniquingKeysWith") || line.contains(/\bDictionary\([^)]*\) *\{/) {
      return "a dictionary that is cast: write a loop"
    }
    if ImportRuleTests.imported(line) == "Foundation" { return "Foundation" }
    return nil
  }

  @Test func `the core holds nothing that Embedded Swift refuses`() throws {
    let paths = try SourceTree.paths(
      below: Self.modules.map { "Sources/\($0)" }, suffixes: [".swift"])
    #expect(paths.count > 200)
    for path in paths {
      for (number, line) in try SourceTree.lines(path).enumerated() {
        let breach = Self.breach(line)
        #expect(breach == nil, "\(path):\(number + 1): \(line)")
      }
    }
  }

  /// Embedded Swift crashes on asynchronous code beside other code: it has files of its own.
  @Test func `asynchronous code stands in files of its own`() throws {
    let paths = try SourceTree.paths(
      below: Self.modules.map { "Sources/\($0)" }, suffixes: [".swift"])
    for path in paths {
      let code = try SourceTree.lines(path).filter { !$0.contains("//") }
      let isAsynchronous = code.contains { $0.contains(/\basync\b/) }
      let isAspect = path.split(separator: "/").last?.contains("+") == true
      #expect(!isAsynchronous || isAspect, "\(path)")
    }
  }

  @Test(arguments: [
    (#"accounts.map(\.code)"#, true), (#"sorted(by: \Account.name)"#, false),
    (#""Give \(.listAccounts)""#, false), (#"// map(\.code)"#, false),
    ("func read() throws -> Int {", true), ("func read() throws(Failure) -> Int {", false),
    ("{ x throws(Failure) in", false), ("Dictionary(pairs, uniquingKeysWith: { a, _ in a })", true),
    ("Dictionary(pairs) { first, _ in first }", true),
    ("Dictionary(uniqueKeysWithValues: pairs)", false), ("internal import Foundation", true),
  ])
  func `the rule itself tells a breach`(_ line: String, isBreach: Bool) {
    #expect((Self.breach(line) != nil) == isBreach, "\(line)")
  }
}
