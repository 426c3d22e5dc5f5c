import Testing

/// Whoever asks a result for a name that does not exist is told so: a public look-up by code or
/// identifier throws, and answers zero or `nil` only of what is known.
struct LookupRuleTests {
  /// Functions whose text is a title for the reader, and no name of an account or a programme.
  private static let titles = ["report( of name: String", "table( of name: String"]

  /// The public look-ups by name in a file, without their bodies.
  static func lookups(in source: String) -> [String] {
    let pattern = /(?m)^ *public (?:func|subscript)\b[^{]*\{[^}]{0,40}/
    return source.matches(of: pattern).map { match in
      match.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        .replacing("(", with: "( ").replacing("(  ", with: "( ")
    }.filter { signature in
      signature.contains(/[(,] (?:of|in|to|from|for|under|row|column)(?: \w+)?: String[,) ]/)
    }
  }

  @Test func `every public look-up by name throws`() throws {
    let paths = try SourceTree.paths(below: ["Sources"], suffixes: [".swift"])
    var count = 0
    for path in paths where !path.hasPrefix("Sources/sam/") {
      for lookup in Self.lookups(in: try SourceTree.lines(path).joined(separator: "\n")) {
        if Self.titles.contains(where: { lookup.contains($0) }) { continue }
        count += 1
        #expect(lookup.contains("throws"), "\(path): \(lookup)")
      }
    }
    #expect(count > 20)
  }

  @Test(arguments: [
    ("  public func price(of code: String) -> Double? {\n    nil", true),
    ("  public func price(\n    of a: String, from b: String\n  ) throws(F) -> Double {\n", true),
    ("  public subscript(row: String, column: String) -> Double {\n    get throws(F) {", true),
    ("  package func price(of code: String) -> Double? {", false),
    ("  public func share(of part: Part) -> Double? {", false),
  ])
  func `the rule itself finds look-ups`(_ source: String, isFound: Bool) {
    #expect(Self.lookups(in: source).isEmpty != isFound)
  }
}
