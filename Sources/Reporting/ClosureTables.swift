internal import AccountMatrix
package import Multipliers

extension MultiplierModel {
  /// How the main results of some injections move with the closure.
  ///
  /// A scenario that leaves too little leakage stands in the table with the reason and no figures.
  ///
  /// - Parameters:
  ///   - injections: what is injected, with names.
  ///   - structural: further models of the matrix, each with what it assumes.
  ///   - remarks: further notes for the reader.
  /// - Throws: `Failure.matrix(.kindsMissing)` without kinds; failures of the closure as given.
  package func closuresReport(
    of injections: [(name: String, injection: Injection)],
    structural: [(id: String, name: String, model: MultiplierModel)] = [], remarks: [String] = []
  ) throws(Failure) -> Report {
    var rows: [[Table.Cell]] = []
    var sections: [Table.Section] = []
    var refusals: [String] = []
    for (name, injection) in injections {
      let first = rows.count
      for scenario in ClosureScenario.cases(for: sam) {
        do {
          rows.append(
            Self.row(
              name, (scenario.rawValue, scenario.label, scenario.isUpperCase),
              try result(of: injection, under: scenario), nil))
        } catch {
          if scenario == .asGiven { throw error }
          rows.append(
            Self.row(
              name, (scenario.rawValue, scenario.label, scenario.isUpperCase), nil,
              error.diagnostic.problem))
          refusals.append("\(scenario.label): \(error.diagnostic.problem).")
        }
      }
      for other in structural {
        rows.append(
          Self.row(
            name, (other.id, other.name, false), try other.model.result(of: injection), nil))
      }
      sections.append(Table.Section(name, rows: Array(first..<rows.count)))
    }
    return Report(
      command: "closures", facts: facts,
      tables: [
        Table(
          name: "closures", title: "How the results move with the closure, per unit injected",
          columns: Self.closureColumns, rows: rows, sections: sections,
          notes: [
            "Upper cases: government or saving responds, so less leaks; they assume that what is "
              + "collected or saved is spent at once, in the shares of the matrix.",
            "Investment crowded out: the spending is borrowed at home, and investment falls by as "
              + "much; the figures are net. Taxes, saving and imports are changes of receipts.",
          ] + refusals.uniqued + remarks + standingNotes + [Self.standingCaveat])
      ])
  }

  private static let closureColumns =
    [
      Table.Column("injection", importance: .dataOnly),
      Table.Column("scenario", importance: .dataOnly),
      Table.Column("closure", importance: .displayOnly),
      Table.Column("upper_case", importance: .dataOnly),
    ]
    + Measure.allCases.map {
      Table.Column(
        $0.rawValue, heading: $0.heading,
        importance: $0 == .gdpMarketPrices ? .useful : .essential)
    }
    + [
      Table.Column("taxes"), Table.Column("saving", importance: .useful),
      Table.Column("imports"),
      Table.Column("leakage_total", heading: "all\nleaks", importance: .dataOnly),
      Table.Column("spectral_radius", heading: "spectral\nradius", importance: .useful),
      Table.Column("exogenous", importance: .dataOnly),
      Table.Column("refused", importance: .dataOnly),
    ]

  private static func row(
    _ name: String, _ scenario: (id: String, label: String, isUpperCase: Bool),
    _ result: ClosureResult?, _ refusal: String?
  ) -> [Table.Cell] {
    [
      .text(name), .text(scenario.id),
      .text(scenario.label + (result == nil ? " (refused)" : "")),
      .text(scenario.isUpperCase ? "yes" : "no"),
    ] + Measure.allCases.map { .optional(result?.measures[$0]) } + [
      .optional(result?.taxes), .optional(result?.saving), .optional(result?.imports),
      .optional(result?.totalLeakage), .optional(result?.spectralRadius),
      .optional(result?.exogenous.joined(separator: " ")), .optional(refusal),
    ]
  }
}

extension ClosureScenario {
  /// The scenario in words.
  fileprivate var label: String {
    switch self {
    case .asGiven: "Closure as given"
    case .enterprisesExogenous: "Enterprises exogenous"
    case .governmentEndogenous: "Government endogenous (upper case)"
    case .savingsEndogenous: "Savings endogenous (upper case)"
    case .governmentAndSavingsEndogenous: "Government and savings endogenous (upper case)"
    case .nonProfitEndogenous: "Non-profit institutions endogenous"
    case .investmentCrowdedOut: "Investment crowded out"
    case .exportsFromOutput: "Exports from own output"
    }
  }
}
