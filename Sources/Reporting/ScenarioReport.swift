public import AccountMatrix
public import Multipliers
public import SpendingPolicy

/// What a scenario is computed on.
public struct ScenarioContext: Sendable {
  /// Matrices with their names; the first is the one, the others are alternatives to it.
  public let matrices: [(id: String, sam: SocialAccountingMatrix)]
  /// What is chosen about every model; a scenario that asks for a response of supply replaces it.
  public let settings: ModelSettings
  /// All programmes.
  public let programmes: [Programme]
  /// Who bears contributions.
  public let rule: ContributionRule
  /// Jobs by activity of the first matrix; without them tables have none.
  public let employment: Employment?
  /// How well spending is known; without it tables have no bands.
  public let grades: SourceGrades?

  /// A context from its parts.
  public init(
    matrices: [(id: String, sam: SocialAccountingMatrix)],
    settings: ModelSettings = ModelSettings(),
    programmes: [Programme], rule: ContributionRule, employment: Employment? = nil,
    grades: SourceGrades? = nil
  ) {
    self.matrices = matrices
    self.settings = settings
    self.programmes = programmes
    self.rule = rule
    self.employment = employment
    self.grades = grades
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
    _ response: SupplyResponse? = nil, of sam: SocialAccountingMatrix? = nil,
    adding exogenous: [Closure.Selector] = []
  ) throws(Diagnostic) -> MultiplierModel {
    let chosen: SocialAccountingMatrix
    if let sam { chosen = sam } else { chosen = try self.sam() }
    var settings = settings
    if !exogenous.isEmpty {
      settings.closure = Closure(exogenous: settings.closure.exogenous + exogenous)
    }
    if let response { settings.supply = response }
    do { return try MultiplierModel(chosen, settings) } catch { throw error.diagnostic }
  }
}

extension Scenario {
  /// The tables that answer the scenario's question.
  ///
  /// - Throws: `Diagnostic`, with the line of a setting that does not fit.
  public func report(in context: ScenarioContext) async throws(Diagnostic) -> Report {
    try requireOneMatrix()
    let model = try context.model()
    var overview: [Table] = []
    var tables =
      switch kind {
      case .perFranc: try await perFrancTables(context)
      case .budget: try budgetTables(context)
      case .financing: try financingTables(context)
      case .targeting: try targetingTables(context)
      case .reform: try reformTables(context)
      case .cover: try coverTables(context)
      case .sensitivity: try sensitivityTables(context)
      case .coverage: try coverageTables(context)
      }
    tables[0].notes += assumptions + sourceNotes + model.standingNotes
    for i in tables.indices { tables[i].notes.append(MultiplierModel.standingCaveat) }
    if kind == .financing {
      // Programs read a line per group; people read a column per group.
      overview = [tables[0], try winnersTable(tables[1], context)]
    }
    return Report(
      command: "run", facts: [Report.Fact("scenario", id)] + model.facts, tables: tables,
      overview: overview
    ).spoken(in: model.sam.unit)
  }

  /// Refuses a second matrix where the question is asked of one.
  private func requireOneMatrix() throws(Diagnostic) {
    let named = all("matrix")
    guard kind != .sensitivity, named.count > 1 else { return }
    throw Diagnostic(
      "a scenario of kind \(kind.rawValue) is asked of one matrix", at: named[1].place,
      remedy: "Leave the line out, and ask again with \(.askAgain)")
  }

  /// The comparison of programmes as the scenario has it.
  func comparison(
    of programmes: [Programme], in model: MultiplierModel, paidBy financing: Financing = .grant,
    _ context: ScenarioContext, displaced: Double? = nil
  ) throws(Diagnostic) -> Comparison {
    let given = kind == .sensitivity ? 0 : try displacedEarnings()
    // Financing by a cut needs the programme that is cut, also where it is not asked about.
    var all = programmes
    if case .programme(let id) = financing, !all.contains(where: { $0.id == id }) {
      all += context.programmes.filter { $0.id == id }
    }
    do {
      return try Comparison(
        of: all, in: model, financing: financing, rule: context.rule,
        displacedEarnings: displaced ?? given)
    } catch { throw error.diagnostic }
  }

  /// The part of wages that replaces other earnings, 0 where nothing is said.
  func displacedEarnings() throws(Diagnostic) -> Double {
    try number("displaced_earnings", in: 0...1) ?? 0
  }

  /// One per cent of GDP at market prices, times the amount of the scenario.
  func amount(_ sam: SocialAccountingMatrix) throws(Diagnostic) -> Double {
    let percent = try number("amount", in: 0...100) ?? 1
    do { return try percent * sam.grossDomesticProduct().byIncome / 100 } catch {
      throw error.diagnostic
    }
  }
}
