internal import AccountMatrix
internal import Multipliers

/// What actual outlays of a year do, each franc once.
public struct BudgetQuestion: Sendable, Equatable {
  /// The programmes by identifier; all if none is named.
  public var programmes: [String]
  /// Programmes outside the budget whose outlays stand beside it, in no total.
  public var apart: [String]
  /// The part of wages paid by programmes that replaces earnings given up elsewhere.
  public var displacedEarnings: Double

  /// A question from its settings.
  public init(programmes: [String] = [], apart: [String] = [], displacedEarnings: Double = 0) {
    self.programmes = programmes
    self.apart = apart
    self.displacedEarnings = displacedEarnings
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known or cannot stand apart, or the matrix
  ///   has no GDP.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> BudgetAnswer {
    let comparison = try context.comparison(
      of: try context.programmes(programmes), displacedEarnings: displacedEarnings)
    var apart: [BudgetEffect] = []
    for programme in try self.apart.isEmpty
      ? []
      : context.programmes(
        self.apart, named: "apart", among: comparison.rows.map { $0.programme })
    {
      let effect = comparison.effectOfOutlay(of: programme.id)
      guard let effect, !programme.isRanked else {
        throw .cannotStandApart(programme.id, hasOutlay: effect != nil)
      }
      apart.append(effect)
    }
    return BudgetAnswer(
      comparison.budget, apart: apart, gdp: try context.gdp(), in: comparison,
      jobs: try context.jobs(comparison))
  }
}

/// What actual outlays of a year do, by programme, family and all together.
public struct BudgetAnswer: Sendable {
  /// A programme, or the sum of several; amounts are in the unit of the matrix.
  public struct Line: Sendable {
    /// The programme; `nil` for a sum.
    public let programme: Programme?
    /// What is spent, less what is spent on programmes inside it.
    public let outlay: Double
    /// The outlay in per cent of GDP.
    public let outlayPercentOfGDP: Double
    /// GDP at factor cost that hangs on it, in per cent of GDP.
    public let gdpPercentOfGDP: Double?
    /// Jobs that hang on it, where employment is known.
    public let jobs: Double?
    private let values: [EffectColumn: Double]

    /// The effect of the outlay on a column; `nil` where the matrix cannot tell it.
    public subscript(column: EffectColumn) -> Double? { values[column] }

    init(
      _ programme: Programme?, outlay: Double, gdp: Double, jobs: Double?,
      value: (EffectColumn) -> Double?
    ) {
      self.programme = programme
      self.outlay = outlay
      outlayPercentOfGDP = 100 * outlay / gdp
      gdpPercentOfGDP = value(.gdpFactorCost).map { 100 * $0 / gdp }
      self.jobs = jobs
      var values: [EffectColumn: Double] = [:]
      for column in EffectColumn.allCases { values[column] = value(column) }
      self.values = values
    }
  }

  /// Programmes with outlays, each franc once.
  public let lines: [Line]
  /// Programmes outside the budget, in no total.
  public let apart: [Line]
  /// The sums of the families that have lines.
  public let families: [(family: Programme.Family, sum: Line)]
  /// The sum of the budget.
  public let total: Line

  init(
    _ budget: [BudgetEffect], apart: [BudgetEffect], gdp: Double, in comparison: Comparison,
    jobs: [ProgrammeJobs]?
  ) {
    let billion = 1e9 / comparison.model.sam.unit.scale.factor
    func jobsOf(_ effect: BudgetEffect) -> Double? {
      guard let jobs,
        let p = comparison.rows.firstIndex(where: { $0.programme.id == effect.programme.id })
      else { return nil }
      return jobs[p].perBillion * effect.outlay / billion
    }
    func line(_ effect: BudgetEffect) -> Line {
      Line(
        effect.programme, outlay: effect.outlay, gdp: gdp, jobs: jobsOf(effect),
        value: effect.total)
    }
    func sum(_ effects: [BudgetEffect]) -> Line {
      func added(_ values: [Double?]) -> Double? {
        values.contains(nil) ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
      }
      return Line(
        nil, outlay: effects.reduce(0) { $0 + $1.outlay }, gdp: gdp,
        jobs: added(effects.map(jobsOf))
      ) { column in added(effects.map { $0.total(column) }) }
    }
    lines = budget.map(line)
    self.apart = apart.map(line)
    families = Programme.Family.allCases.compactMap { family in
      let own = budget.filter { $0.programme.family == family }
      return own.isEmpty ? nil : (family, sum(own))
    }
    total = sum(budget)
  }
}
