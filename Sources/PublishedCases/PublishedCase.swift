internal import AccountMatrix
internal import SAMFiles

/// A result that others have published, beside what this library computes from the same input.
package struct PublishedCase: Sendable {
  /// Where the figures to be met are from.
  package enum Basis: String, Sendable, CaseIterable {
    /// Input and result both stand in the source.
    case printed
    /// The input stands in the source; the result was computed from it by other means than this
    /// library.
    case recomputed
    /// Computed by two programs that share no code with this one.
    case twoImplementations = "two implementations"
  }

  /// A figure: what others have, and what this library computes.
  package struct Figure: Sendable {
    /// What it is.
    package let name: String
    /// The figure to be met.
    package let published: Double
    /// How many of its decimals count.
    package let decimals: Int
    /// What this library computes.
    package let computed: Double

    /// A figure from its parts.
    package init(name: String, published: Double, decimals: Int, computed: Double) {
      self.name = name
      self.published = published
      self.decimals = decimals
      self.computed = computed
    }

    /// How far the two lie apart.
    package var distance: Double { abs(computed - published) }
    /// Whether the computed figure rounds to the published one; a tie may have gone either way, and
    /// the last bits of what rounds may differ.
    package var agrees: Bool {
      var half = 0.5
      for _ in 0..<decimals { half /= 10 }
      return distance <= half * (1 + 1e-6) + 1e-14 * abs(published)
    }
  }

  /// The name by which it is asked for.
  package let id: String
  /// What is computed.
  package let title: String
  /// Where the figures are from.
  package let basis: Basis
  /// The document.
  package let source: String
  /// What a reader should know; may be empty.
  package let note: String
  /// The figures.
  package let figures: [Figure]

  /// The largest distance of a figure from the published one.
  package var largestDistance: Double { figures.reduce(0) { max($0, $1.distance) } }
  /// Whether every figure rounds to the published one.
  package var agrees: Bool { figures.allSatisfy { $0.agrees } }

  /// All cases, computed anew.
  ///
  /// - Throws: `Diagnostic` where a figure of `Validation/` has nothing computed beside it, or the
  ///   other way round; the failure of a computation.
  package static func all() throws -> [PublishedCase] { try cases { _ in true } }

  /// One case, computed anew.
  ///
  /// - Throws: as `all()`; `Diagnostic` where there is none of the name.
  package static func named(_ id: String) throws -> PublishedCase {
    guard let found = try cases(where: { $0 == id }).first else {
      throw Diagnostic("there is no published case '\(id)'")
    }
    return found
  }

  private static func cases(where isWanted: (String) -> Bool) throws -> [PublishedCase] {
    let table = try RecordTable(
      try CaseFiles.file("cases.csv"), required: ["case", "title", "basis", "source"],
      optional: ["note"])
    let published = try PublishedFigures()
    var cases: [PublishedCase] = []
    var left = computations
    for record in table.records {
      let id = try table.requiredText(record, "case")
      guard let basis = try table.choice(record, "basis", as: Basis.self) else {
        throw Diagnostic("the case names no basis", at: table.place(record, "basis"))
      }
      guard let compute = left.removeValue(forKey: id) else {
        throw Diagnostic("nothing computes the case '\(id)'", at: table.place(record, "case"))
      }
      guard isWanted(id) else { continue }
      cases.append(
        PublishedCase(
          id: id, title: try table.requiredText(record, "title"), basis: basis,
          source: try table.requiredText(record, "source"),
          note: try table.text(record, "note"), figures: try published.beside(compute(), of: id)))
    }
    if let other = left.keys.sorted().first {
      throw Diagnostic("the case '\(other)' has no line", at: table.name)
    }
    return cases
  }

  /// Computed figures by their names.
  typealias Computed = [(name: String, value: Double)]

  private static let computations: [String: @Sendable () throws -> Computed] = [
    "miller-blair": millerBlair, "miller-blair-households": millerBlairHouseholds,
    "kitzes": kitzes, "germany-1995": germany, "pysut": transformations, "gras": gras, "ras": ras,
    "mozambique-cross-entropy": crossEntropy, "sambal": leastSquares,
    "hosoe-multipliers": hosoeMultipliers, "hosoe-tariffs": hosoeTariffs,
    "prices-two-sector": twoSectorPrices, "prices-rwanda-2022": rwandaPrices,
    "ghana-2007": ghana, "lewie-lite": lewieLite, "multi-market": multiMarket,
    "mozambique-paths": pathIdentity, "negative-tax": negativeTax,
  ]
}
