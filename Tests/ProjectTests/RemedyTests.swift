import Testing

/// The library speaks of its own calls, the command line of its options: `Remedy` has both.
struct RemedyTests {
  private static func lines(_ path: String) throws -> [(number: Int, text: String)] {
    try SourceTree.lines(path).enumerated().map { ($0.offset + 1, $0.element) }
  }

  private static func librarySources() throws -> [String] {
    try SourceTree.paths(below: ["Sources"], suffixes: [".swift"])
      .filter { !$0.hasPrefix("Sources/sam/") }
  }

  @Test func `the library speaks of no option and no command`() throws {
    let option = #/--[a-z]|'sam /#
    for path in try Self.librarySources() {
      for line in try Self.lines(path) {
        #expect(
          line.text.firstMatch(of: option) == nil,
          "\(path):\(line.number): name a Remedy.Action in place of: \(line.text)")
      }
    }
  }

  @Test func `every call that a remedy names is declared`() throws {
    var declared: Set<String> = []
    let declaration = /\b(?:struct|class|enum|protocol|func|let|var|case) (\w+)|\b(\w+):/
    for path in try Self.librarySources() where !path.hasSuffix("/Remedy.swift") {
      for line in try Self.lines(path) {
        for match in line.text.matches(of: declaration) {
          declared.insert(String(match.1 ?? match.2 ?? ""))
        }
      }
    }
    var count = 0
    for line in try Self.lines("Sources/AccountMatrix/Remedy.swift")
    where line.text.contains("case .") {
      for call in line.text.matches(of: /`([^`]*)`/) {
        let name = call.1.prefix { $0 != "(" && $0 != ":" }
        for part in name.split(separator: ".") {
          #expect(declared.contains(String(part)), "nothing is called '\(part)'")
          count += 1
        }
      }
    }
    #expect(count >= 20)
  }

  @Test func `every option that a remedy names is one of the command line`() throws {
    var declared: Set<String> = []
    for path in try SourceTree.paths(below: ["Sources/sam"], suffixes: [".swift"]) {
      for line in try Self.lines(path) {
        for match in line.text.matches(of: /\bvar (\w+)/) { declared.insert(String(match.1)) }
        for match in line.text.matches(of: /customLong\("(\w+)"\)/) {
          declared.insert(String(match.1))
        }
      }
    }
    var count = 0
    for line in try Self.lines("Sources/sam/Remedy+Option.swift") {
      for option in line.text.matches(of: /--([a-z-]+)/) {
        let words = option.1.split(separator: "-")
        let name =
          (words.first.map(String.init) ?? "")
          + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        #expect(
          declared.contains(name),
          "no option is called '--\(option.1)'")
        count += 1
      }
    }
    #expect(count >= 15)
  }
}
