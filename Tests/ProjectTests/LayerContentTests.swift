import Testing

/// What a layer must not hold: Reporting no sums over results, `sam` no table and no draws.
struct LayerContentTests {
  /// Files of Reporting that add up widths of text and lengths of bars.
  private static let layout = [
    "LaTeXColumns.swift", "Table+Text.swift", "Charts/Drawing.swift", "Charts/LeakageBars.swift",
  ]

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

  @Test func `the command line lays out no table and assembles no draws`() throws {
    let found = try lines(
      of: "sam", with: [" Table(", "Table.Column(", "Table.Section(", " Uncertainty(", ".reduce("])
    // The scenarios and matrices that draws are taken of are options of this command.
    let others = found.filter { !$0.contains("UncertaintyCommand.swift") }
    #expect(others.isEmpty, "\(others)")
  }
}
