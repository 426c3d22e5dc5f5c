public import AccountMatrix
internal import Multipliers
public import SpendingPolicy

/// What a scenario is computed on.
public struct ScenarioContext: Sendable {
  /// Matrices with their names; the first is the one, the others are alternatives to it.
  public let matrices: [(id: String, sam: SocialAccountingMatrix)]
  /// The closure of every model.
  public let closure: Closure
  /// All programmes.
  public let programmes: [Programme]
  /// Who bears contributions.
  public let rule: ContributionRule

  /// A context from its parts.
  public init(
    matrices: [(id: String, sam: SocialAccountingMatrix)], closure: Closure = .standard,
    programmes: [Programme], rule: ContributionRule
  ) {
    self.matrices = matrices
    self.closure = closure
    self.programmes = programmes
    self.rule = rule
  }

  /// The first matrix.
  func sam() throws(Diagnostic) -> SocialAccountingMatrix {
    guard let first = matrices.first else {
      throw Diagnostic("the scenario names no matrix", remedy: "Add a line 'matrix,NAME'")
    }
    return first.sam
  }

  /// A model of a matrix, the first if none is given.
  func model(
    _ response: SupplyResponse = .free, of sam: SocialAccountingMatrix? = nil,
    adding exogenous: [Closure.Selector] = []
  ) throws(Diagnostic) -> MultiplierModel {
    let chosen: SocialAccountingMatrix
    if let sam { chosen = sam } else { chosen = try self.sam() }
    do {
      return try MultiplierModel(
        chosen, closure: Closure(exogenous: closure.exogenous + exogenous), response: response)
    } catch { throw error.diagnostic }
  }
}

extension Scenario {
  /// The tables that answer the scenario's question.
  ///
  /// - Throws: `Diagnostic`, with the line of a setting that does not fit.
  public func report(in context: ScenarioContext) throws(Diagnostic) -> Report {
    let model = try context.model()
    var tables =
      switch kind {
      case .perFranc: try perFrancTables(context)
      case .budget: try budgetTables(context)
      case .financing: try financingTables(context)
      case .targeting: try targetingTables(context)
      case .reform: try reformTables(context)
      case .cover: try coverTables(context)
      case .sensitivity: try sensitivityTables(context)
      case .coverage: try coverageTables(context)
      }
    for i in tables.indices {
      tables[i].notes +=
        (i == 0 ? assumptions + model.standingNotes : []) + [MultiplierModel.standingCaveat]
    }
    return Report(
      command: "run", facts: [Report.Fact("scenario", id)] + model.facts, tables: tables)
  }

  /// The comparison of programmes as the scenario has it.
  func comparison(
    of programmes: [Programme], in model: MultiplierModel, paidBy financing: Financing = .grant,
    _ context: ScenarioContext, displaced: Double? = nil
  ) throws(Diagnostic) -> Comparison {
    let given = try all("displaced_earnings").first.map { (setting) throws(Diagnostic) in
      try number(setting, in: 0...1)
    }
    // Financing by a cut needs the programme that is cut, also where it is not asked about.
    var all = programmes
    if case .programme(let id) = financing, !all.contains(where: { $0.id == id }) {
      all += context.programmes.filter { $0.id == id }
    }
    do {
      return try Comparison(
        of: all, in: model, financing: financing, rule: context.rule,
        displacedEarnings: displaced ?? (kind == .sensitivity ? 0 : given ?? 0))
    } catch { throw error.diagnostic }
  }

  /// One per cent of GDP at market prices, times the amount of the scenario.
  func amount(_ sam: SocialAccountingMatrix) throws(Diagnostic) -> Double {
    let percent = try number("amount", in: 0...100) ?? 1
    do { return try percent * sam.grossDomesticProduct().byIncome / 100 } catch {
      throw error.diagnostic
    }
  }
}

// MARK: - Per franc

extension Scenario {
  private static let perFrancColumns: [EffectColumn] = [
    .gdpDirectWages, .gdpMarketPrices, .output, .income, .incomeBeyondTransfer, .incomeBottom40,
    .taxReturn, .importLeakage, .savingLeakage, .otherLeakage,
  ]

  private func perFrancTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    var responses = try responses()
    if responses.isEmpty { responses = [("all demand met", .free)] }
    var comparisons: [Comparison] = []
    let programmes = try programmes(among: context.programmes)
    for (_, response) in responses {
      comparisons.append(
        try comparison(of: programmes, in: try context.model(response), context))
    }
    let first = comparisons[0]
    func cases(_ value: (Comparison) -> Double?, _ other: (Comparison) -> Double?)
      -> [(name: String, first: Double, second: Double)]
    {
      zip(responses, comparisons).compactMap { response, comparison in
        guard let a = value(comparison), let b = other(comparison) else { return nil }
        return (response.name, a, b)
      }
    }
    func average(_ family: Programme.Family) -> (Comparison) -> Double? {
      { $0.averages.first { $0.family == family }?.values[.gdpFactorCost] }
    }
    let order = first.rows.indices.sorted {
      (first.rows[$0].programme.isRanked ? 0 : 1, -first.rows[$0].effect.gdpFactorCost, $0)
        < (first.rows[$1].programme.isRanked ? 0 : 1, -first.rows[$1].effect.gdpFactorCost, $1)
    }
    let rows = order.map { p -> [Table.Cell] in
      let row = first.rows[p]
      let verdict = Verdict(
        cases: cases(
          { $0.rows[p].effect.gdpFactorCost }, average(.otherPublicSpending)))
      return [
        .text(row.programme.id), .text(row.programme.name),
        .text(row.programme.family.rawValue), .text(row.programme.evidence.rawValue),
        .text(row.programme.isRanked ? "yes" : "no"),
      ] + comparisons.map { .number($0.rows[p].effect.gdpFactorCost) }
        + Self.perFrancColumns.map { .optional(row.effect.value($0)) }
        + [.text(verdict.word)]
    }
    var notes: [String] = []
    if let turn = first.averages.first(where: { $0.family == .socialProtection })?
      .values[.turningResponse]
    {
      notes.append(
        Verdict.above(turn).sentence(
          "social protection on average", "other public spending on average", measure: "GDP"))
    } else {
      let all = cases(average(.socialProtection), average(.otherPublicSpending))
      if !all.isEmpty {
        notes.append(
          Verdict(cases: all).sentence(
            "social protection on average", "other public spending on average", measure: "GDP"))
      }
    }
    notes.append(
      "gdp_1, gdp_2 ...: GDP at factor cost per franc under "
        + responses.map(\.name).joined(separator: "; ")
        + ". All other columns are under the first. Averages are weighted by outlay; 'sam compare "
        + "--table weights' has the weights. 'verdict': against the average of other public "
        + "spending over all of these; jobs and bands: 'sam compare', 'sam uncertainty'.")
    return [
      Table(
        name: "programmes", title: title,
        columns: [
          Table.Column("programme", importance: .dataOnly),
          Table.Column("name", heading: "programme"),
          Table.Column("family", importance: .dataOnly), Table.Column("evidence"),
          Table.Column("ranked", importance: .dataOnly),
        ]
          + responses.indices.map {
            Table.Column("gdp_\($0 + 1)", heading: "GDP \($0 + 1)", decimals: 2)
          }
          + Self.perFrancColumns.map {
            Table.Column(
              $0.rawValue, heading: $0.rawValue.split(separator: "_").joined(separator: "\n"),
              decimals: 2, importance: .useful)
          } + [Table.Column("verdict")],
        rows: rows, notes: notes)
    ]
  }

  private func budgetTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let model = try context.model()
    let comparison = try comparison(
      of: try programmes(among: context.programmes), in: model, context)
    return [
      comparison.budgetTable(title: title, percentOf: try amount(model.sam) * 100)
    ]
  }
}
