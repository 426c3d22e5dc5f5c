public import AccountMatrix
public import GeneralEquilibrium
internal import LinearAlgebra
public import Multipliers

/// How sure the effects of programmes are: bands over drawn spending shares and programme vectors,
/// one for each structural scenario.
///
/// Each draw takes one matrix of spending shares for all programmes, and shares of each programme by
/// its evidence. Scenarios are never pooled: which closure or supply is right is no matter of chance.
/// The expected multiplier is above that of the expected shares, by a little (Simonovits 1975).
///
/// Reference: Roland-Holst 1989, Review of Economics and Statistics 71(4):654-659; Taylor 2012,
/// A Methodology for Local Economy-wide Impact Evaluation (LEWIE), for bounds by Monte Carlo.
public struct Uncertainty: Sendable {
  /// A matrix, and the programmes and scenarios on it.
  struct Economy: Sendable {
    let drawn: DrawnEconomy
    let programmes: [DrawnProgramme]
    let withdrawal: Withdrawal
    /// The averages by outlay of families: position of a programme and its weight.
    let averages: [(family: Programme.Family, weights: [(position: Int, weight: Double)])]
    /// By programme, the relative error of its outlay; `nil` where it is not drawn.
    let outlayErrors: [Double?]
    let ids: [String]
    let isRanked: [Bool]
    /// Regimes in which prices respond, each a scenario of its own.
    var regimes: [DrawnRegime] = []
  }

  /// What financing takes out, per franc of every programme.
  enum Withdrawal: Sendable {
    /// Nobody in the country gives anything up.
    case nothing
    /// Payers are those of the matrix, amounts by column account.
    case amounts([Double])
    /// Another programme, drawn as that is.
    case programme(DrawnProgramme)
  }

  /// One figure of each draw.
  struct Series: Sendable, Equatable {
    let programme: String
    let measure: String
    let scenario: String
  }

  let economies: [Economy]
  let series: [Series]
  /// Positions of two figures whose difference is followed.
  let pairs: [(first: Int, second: Int)]
  /// What stays as it is in every draw, because it has no grade, or a grade without error.
  package let notDrawn: NotDrawn
  /// Programmes left out, because the matrix lacks an account of theirs.
  package let omitted: [String]

  /// The identifier of the outlay-weighted average of a family.
  public static func average(of family: Programme.Family) -> String {
    "average:\(family.rawValue)"
  }

  /// Prepares draws.
  ///
  /// - Parameters:
  ///   - programmes: the programmes; those that do not fit the matrix are left out.
  ///   - model: the matrix, with the closure and supply that scenarios start from.
  ///   - scenarios: the structural choices.
  ///   - grades: how well columns and programme shares are known.
  ///   - employment: jobs, where they are known.
  ///   - vintages: other matrices, each a scenario of its own.
  ///   - measures: what is measured.
  ///   - financing: who pays; bands are then of net effects, and GDP alone is measured. Payers of
  ///     taxes and contributions are those of the matrix in every draw.
  ///   - rule: who bears social contributions.
  ///   - displacedEarnings: the part of wages paid by programmes that replaces other earnings.
  ///   - regimes: in which prices respond, each a scenario `regime:NAME` with real GDP and
  ///     equivalent variation at the margin.
  ///   - elasticities: of the regimes; those with ranges are drawn.
  /// - Throws: `RegimeComparison.Failure` for a regime that does not fit;
  ///   `Comparison.Failure.nothingToCompare`; `Comparison.Failure.financing` if nobody can
  ///   pay so; `MultiplierModel.Failure` if a scenario does not fit the matrix;
  ///   `SourceGrades.Failure.unknown` for a grade of something that no matrix has.
  public init(
    of programmes: [Programme], in model: MultiplierModel,
    scenarios: [StructuralScenario] = [.standard], grades: SourceGrades,
    employment: Employment? = nil, vintages: [(id: String, model: MultiplierModel)] = [],
    measures: [UncertainMeasure] = UncertainMeasure.allCases, financing: Financing = .grant,
    rule: ContributionRule? = nil, displacedEarnings: Double = 0, regimes: [Regime] = [],
    elasticities: Elasticities = .standard, tolerance: Double? = nil
  ) throws {
    let measures =
      financing.isFree
      ? measures : measures.filter { $0 == .gdpFactorCost || $0 == .gdpMarketPrices }
    func economy(
      _ model: MultiplierModel, _ scenarios: [StructuralScenario], _ employment: Employment?
    ) throws -> Economy {
      try Economy(
        programmes, model, scenarios: scenarios, grades: grades, employment: employment,
        measures: measures, financing: financing, rule: rule,
        displacedEarnings: displacedEarnings)
    }
    guard model.hasMeasures else {
      let without = model.sam.accounts.filter { $0.kind == nil }.map { $0.code }
      throw MultiplierModel.Failure.matrix(.kindsMissing(accounts: without))
    }
    try grades.requireFit(to: [model.sam] + vintages.map { $0.model.sam })
    var economies: [Economy] = []
    economies.append(try economy(model, scenarios, employment))
    for regime in regimes {
      economies[0].regimes.append(
        try DrawnRegime(
          regime, of: model, financing: financing, elasticities: elasticities,
          tolerance: tolerance))
    }
    for vintage in vintages {
      economies.append(
        try economy(
          vintage.model,
          [StructuralScenario(id: vintage.id, name: vintage.model.sam.title)], nil))
    }
    let present = Set(economies[0].ids)
    omitted = programmes.map { $0.id }.filter { !present.contains($0) }
    guard !economies[0].programmes.isEmpty else {
      throw Comparison.Failure.nothingToCompare(
        programmes: programmes.count,
        missing: programmes.flatMap { $0.shares.map { $0.account } }.uniqued
          .filter { !model.sam.contains($0) })
    }
    var series: [Series] = []
    var pairs: [(Int, Int)] = []
    for economy in economies {
      func add(_ measure: String, _ scenario: String, isFollowed: Bool) {
        let start = series.count
        series += economy.ids.map { Series(programme: $0, measure: measure, scenario: scenario) }
        guard isFollowed else { return }
        let ranked = economy.ids.indices.filter { economy.isRanked[$0] }
        for (k, i) in ranked.enumerated() {
          for j in ranked[(k + 1)...] { pairs.append((start + i, start + j)) }
        }
      }
      for system in economy.drawn.systems {
        for measure in economy.drawn.measures {
          add(measure.rawValue, system.id, isFollowed: measure == .gdpFactorCost)
        }
      }
      for regime in economy.regimes {
        for indicator in regime.measured {
          add(indicator.rawValue, regime.id, isFollowed: indicator == .realGDPFactorCost)
        }
      }
    }
    notDrawn = NotDrawn(
      accounts: economies.flatMap { economy in
        let draws = economy.drawn.draws
        return draws.base.columns.indices.filter { draws.concentrations[$0] == nil }
          .map { draws.base.columns[$0].code }
      }.uniqued,
      programmes: economies[0].programmes.filter { !$0.isDrawn }.map { $0.programme.id })
    self.economies = economies
    self.series = series
    self.pairs = pairs
  }

  /// Why a run has no result.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// In a draw, rounds of spending do not die out.
    case drawNotProductive(draw: Int, scenario: String)
    /// In a draw, the equations of a regime have no solution.
    case drawNotSolved(draw: Int, scenario: String, reason: String)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .drawNotProductive(let draw, let scenario):
        Diagnostic(
          "in draw \(draw) of the scenario '\(scenario)' rounds of spending do not die out",
          remedy:
            "Leave the scenario out, or grade its columns better: the system leaks too little "
            + "for such errors")
      case .drawNotSolved(let draw, let scenario, let reason):
        Diagnostic(
          "in draw \(draw) of the scenario '\(scenario)': \(reason)",
          remedy: "Leave the regime out, or narrow the ranges of its elasticities")
      }
    }
  }
}

extension Uncertainty.Economy {
  init(
    _ programmes: [Programme], _ model: MultiplierModel, scenarios: [StructuralScenario],
    grades: SourceGrades, employment: Employment?, measures: [UncertainMeasure],
    financing: Financing, rule: ContributionRule?, displacedEarnings: Double
  ) throws {
    let drawn = try DrawnEconomy(
      model, scenarios: scenarios, grades: grades, employment: employment, measures: measures)
    self.drawn = drawn
    func fitted(_ programme: Programme) -> DrawnProgramme? {
      DrawnProgramme(
        programme, in: drawn, of: model, grades: grades, displacedEarnings: displacedEarnings)
    }
    self.programmes = programmes.compactMap(fitted)
    withdrawal = try Self.withdrawal(
      financing, among: programmes, in: model, drawn, rule: rule,
      displacedEarnings: displacedEarnings, fitted: fitted)
    let present = self.programmes.map { $0.programme }
    let weights = CountedOutlay.weights(of: present)
    averages = Programme.Family.allCases.compactMap { family in
      weights[family].map { own in
        (family: family, weights: own.parts.map { (position: $0.position, weight: $0.part) })
      }
    }
    outlayErrors = present.map { programme in
      programme.outlay.flatMap { grades.relativeErrors[$0.evidence.rawValue] }
        .flatMap { $0 > 0 ? $0 : nil }
    }
    ids = present.map { $0.id } + averages.map { Uncertainty.average(of: $0.family) }
    isRanked = present.map { $0.isRanked } + averages.map { _ in true }
  }

  /// What each franc of financing takes out of the drawn columns.
  private static func withdrawal(
    _ financing: Financing, among programmes: [Programme], in model: MultiplierModel,
    _ drawn: DrawnEconomy, rule: ContributionRule?, displacedEarnings: Double,
    fitted: (Programme) -> DrawnProgramme?
  ) throws(Comparison.Failure) -> Uncertainty.Withdrawal {
    guard !financing.isFree else { return .nothing }
    let vector: SpendingVector
    do {
      vector = try financing.vector(
        in: model, programmes: programmes, rule: rule, displacedEarnings: displacedEarnings)
    } catch { throw .financing(error) }
    if case .programme(let id) = financing,
      let programme = programmes.first(where: { $0.id == id }).flatMap(fitted)
    {
      return .programme(programme)
    }
    // What leaks at once is income where a scenario lets its account respond.
    var amounts: [String: Double] = [:]
    for (account, amount) in zip(
      model.endogenous + model.exogenous, vector.spent + vector.leaked)
    {
      amounts[account.code] = amount
    }
    return .amounts(drawn.draws.base.columns.map { amounts[$0.code] ?? 0 })
  }
}
