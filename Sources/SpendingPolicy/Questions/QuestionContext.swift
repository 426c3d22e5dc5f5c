public import AccountMatrix
public import GeneralEquilibrium
public import Multipliers

/// What questions are asked of: an economy, the programmes known for it, and what is known besides.
public struct QuestionContext: Sendable {
  /// The model, from which those with another supply or closure are derived.
  public let model: MultiplierModel
  /// Other matrices by name, which sensitivity sets beside the one of the model.
  public let alternatives: [(id: String, sam: SocialAccountingMatrix)]
  /// All programmes.
  public let programmes: [Programme]
  /// Who bears contributions, where that is known.
  public let rule: ContributionRule?
  /// Jobs by activity of the matrix; without them answers have none.
  public let employment: Employment?
  /// How well spending is known; without it answers have no bands.
  public let grades: SourceGrades?
  /// Commodities through which programmes buy their administration; by default public
  /// administration in the Nexus classification.
  public let administrationServices: Set<String>
  /// The regimes that questions may name.
  public var regimes: [Regime] = Regime.standard
  /// How readily buyers, producers and households substitute under a regime.
  public var elasticities: Elasticities = .standard

  /// Structural choices that a question may name.
  public var structuralScenarios: [StructuralScenario] = []
  /// Choices that a question may name and that change nothing on this matrix: they are no cases.
  public var idleScenarios: Set<String> = []

  /// A context from its parts.
  public init(
    _ model: MultiplierModel, programmes: [Programme], rule: ContributionRule? = nil,
    employment: Employment? = nil, grades: SourceGrades? = nil,
    alternatives: [(id: String, sam: SocialAccountingMatrix)] = [],
    administrationServices: Set<String> = Account.nexusAdministration
  ) {
    self.model = model
    self.alternatives = alternatives
    self.programmes = programmes
    self.rule = rule
    self.employment = employment
    self.grades = grades
    self.administrationServices = administrationServices
  }

  /// The matrix of the model.
  public var sam: SocialAccountingMatrix { model.sam }

  /// One per cent of GDP at market prices, in the unit of the matrix.
  func percentOfGDP() throws(QuestionFailure) -> Double { try gdp() / 100 }

  /// GDP at market prices, in the unit of the matrix.
  func gdp() throws(QuestionFailure) -> Double {
    do { return try sam.grossDomesticProduct().byIncome } catch { throw .matrix(error) }
  }

  /// The model with another supply.
  func model(_ supply: SupplyResponse) throws(QuestionFailure) -> MultiplierModel {
    do { return try model.with { $0.supply = supply } } catch { throw .model(error) }
  }

  /// The model with further exogenous accounts.
  func model(adding exogenous: [AccountSelector]) throws(QuestionFailure) -> MultiplierModel {
    do {
      return try model.with { $0.closure = $0.closure.adding(exogenous) }
    } catch { throw .model(error) }
  }

  /// The model of another matrix, with the same settings.
  func model(of sam: SocialAccountingMatrix) throws(QuestionFailure) -> MultiplierModel {
    do { return try MultiplierModel(sam, model.settings) } catch { throw .model(error) }
  }

  /// The programmes named, or all if none is.
  ///
  /// - Parameter setting: the setting that names them.
  func programmes(
    _ ids: [String], named setting: String = "programme", among known: [Programme]? = nil
  ) throws(QuestionFailure) -> [Programme] {
    let known = known ?? programmes
    if ids.isEmpty { return known }
    var result: [Programme] = []
    for id in ids {
      guard let programme = known.first(where: { $0.id == id }) else {
        throw .unknownProgramme(
          id, setting: setting, nearest: nearestCodes(to: id, among: known.map { $0.id }))
      }
      result.append(programme)
    }
    return result
  }

  /// Programmes side by side; financing by a cut needs the programme that is cut, also where it is
  /// not asked about.
  func comparison(
    of programmes: [Programme], in model: MultiplierModel? = nil,
    paidBy financing: Financing = .grant, displacedEarnings: Double = 0
  ) throws(QuestionFailure) -> Comparison {
    var all = programmes
    if case .programme(let id) = financing, !all.contains(where: { $0.id == id }) {
      all += self.programmes.filter { $0.id == id }
    }
    do {
      return try Comparison(
        of: all, in: model ?? self.model, financing: financing, rule: rule,
        displacedEarnings: displacedEarnings)
    } catch { throw .comparison(error) }
  }

  /// Jobs by programme; `nil` without employment.
  func jobs(_ comparison: Comparison) throws(QuestionFailure) -> [ProgrammeJobs]? {
    guard let employment else { return nil }
    do { return try comparison.jobs(employment) } catch { throw .comparison(error) }
  }
}

/// A supply with the name by which it was asked for.
public struct NamedSupply: Sendable, Equatable {
  /// The name.
  public let name: String
  /// The response shares; those that are not named are one.
  public let response: SupplyResponse

  /// A supply from its parts.
  public init(_ name: String, _ response: SupplyResponse) {
    self.name = name
    self.response = response
  }

  /// No restriction.
  public static let free = NamedSupply("all demand met", .free)

  /// `free`, or the response shares as they are asked for.
  public var id: String { response.isFree ? "free" : response.description }
}
