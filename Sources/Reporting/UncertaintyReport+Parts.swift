package import SpendingPolicy

// What the report of a run says beside its figures goes with every part of it, and comes back
// when the parts are merged.
extension UncertaintyResult {
  private static let scenarioMark = "scenario "
  private static let noteMark = "note "
  private static let provenance = ["checksum", "version", kernel]

  /// Notes what the part is a part of.
  ///
  /// - Parameters:
  ///   - checksum: of the matrix.
  ///   - kernel: of the processor.
  package mutating func keep(
    checksum: String, kernel: String, facts: [Report.Fact], names: [String: String],
    notes: [String]
  ) {
    self.facts =
      zip(Self.provenance, [checksum, ProductVersion.current, kernel]).map { Fact($0, $1) }
      + facts.map { Fact($0.name, $0.value) }
      + names.sorted { $0.key < $1.key }.map { Fact(Self.scenarioMark + $0.key, $0.value) }
      + (heldNotes + notes).enumerated().map { Fact("\(Self.noteMark)\($0 + 1)", $1) }
  }

  /// The facts of the report.
  package var keptFacts: [Report.Fact] {
    facts.filter {
      !Self.provenance.contains($0.name) && !$0.name.hasPrefix(Self.scenarioMark)
        && !$0.name.hasPrefix(Self.noteMark)
    }.map { Report.Fact($0.name, $0.value) }
  }

  /// The names of scenarios, by identifier.
  package var keptNames: [String: String] {
    var names: [String: String] = [:]
    for fact in facts where fact.name.hasPrefix(Self.scenarioMark) {
      names[String(fact.name.dropFirst(Self.scenarioMark.count))] = fact.value
    }
    return names
  }

  /// The notes of the report.
  package var keptNotes: [String] {
    facts.filter { $0.name.hasPrefix(Self.noteMark) }.map { $0.value }
  }
}
