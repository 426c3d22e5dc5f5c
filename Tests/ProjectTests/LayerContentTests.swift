import Testing

/// What a layer must not hold: Reporting no sums over results, `sam` no table and no draws.
struct LayerContentTests {
  /// Files of Reporting that add up widths of text and lengths of bars.
  private static let layout = [
    "LaTeXColumns.swift", "Table+Text.swift", "Table+Markup.swift", "Charts/Drawing.swift",
    "Charts/Scale.swift",
  ]

  /// What computes in a line outside text: products, quotients, differences, least and largest. A
  /// share may be written in per cent.
  static func computes(_ line: String) -> Bool {
    guard [" * ", " / ", " - ", ".min()", ".max()"].contains(where: line.contains),
      !line.drop(while: { $0 == " " }).hasPrefix("//")
    else { return false }
    let code = line.replacing(/\(?100 \* [\w.]+\)?\.(?:fixed|shortest)/, with: "")
    let inText = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "" }.joined(separator: "\"")
    return inText.contains(/[\w)\]] [*\/] [\w(]/) || inText.contains(/[\w)\]] - [\w(]/)
      || inText.contains(".min()") || inText.contains(".max()")
  }

  /// The lines of a module's files that hold a word.
  private func lines(of module: String, with words: [String]) throws -> [String] {
    let paths = try SourceTree.paths(below: ["Sources/\(module)"], suffixes: [".swift"])
    #expect(paths.count > 10)
    return try paths.flatMap { path in
      try SourceTree.lines(path).filter { line in words.contains { line.contains($0) } }
        .map { "\(path): \($0)" }
    }
  }

  @Test func `Reporting adds up nothing but widths and lengths`() throws {
    let sums = try lines(of: "Reporting", with: [".reduce("])
    #expect(!sums.isEmpty)
    for sum in sums {
      #expect(Self.layout.contains { sum.contains($0) }, "\(sum)")
    }
  }

  @Test func `Reporting computes nothing but places on a page`() throws {
    let paths = try SourceTree.paths(below: ["Sources/Reporting"], suffixes: [".swift"])
    for path in paths where !path.contains("/Charts/") {
      let isLayout = (Self.layout + ["Document+Style.swift"]).contains { path.hasSuffix($0) }
      if isLayout { continue }
      for (number, line) in try SourceTree.lines(path).enumerated() {
        #expect(!Self.computes(line), "\(path):\(number + 1): \(line)")
      }
    }
  }

  @Test(arguments: [
    (".number(factor * part.effect),", true), ("let whole = value - base", true),
    ("values.min() ?? 0", true), (#"  + "\((100 * share).fixed(0)) per cent""#, false),
    (#"words("this - that", a)"#, false), ("// a * b", false),
  ])
  func `the rule itself tells arithmetic`(_ line: String, isFound: Bool) {
    #expect(Self.computes(line) == isFound, "\(line)")
  }

  @Test func `the command line lays out no table and assembles no draws`() throws {
    let found = try lines(
      of: "sam", with: [" Table(", "Table.Column(", "Table.Section(", " Uncertainty(", ".reduce("])
    // The scenarios and matrices that draws are taken of are options of this command.
    let others = found.filter { !$0.contains("UncertaintyCommand.swift") }
    #expect(others.isEmpty, "\(others)")
  }
}
