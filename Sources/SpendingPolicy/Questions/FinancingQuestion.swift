internal import AccountMatrix
internal import Multipliers

/// Programmes paid for in several ways, with winners and losers.
public struct FinancingQuestion: Sendable, Equatable {
  /// The programmes by identifier; all if none is named.
  public var programmes: [String]
  /// The ways of paying; `Financing.standard` if none is named.
  public var financings: [Financing]
  /// What is spent on each programme, in per cent of GDP at market prices.
  public var percentOfGDP: Double
  /// The part of wages paid by programmes that replaces earnings given up elsewhere.
  public var displacedEarnings: Double

  /// A question from its settings.
  public init(
    programmes: [String] = [], financings: [Financing] = [], percentOfGDP: Double = 1,
    displacedEarnings: Double = 0
  ) {
    self.programmes = programmes
    self.financings = financings.isEmpty ? Financing.standard : financings
    self.percentOfGDP = percentOfGDP
    self.displacedEarnings = displacedEarnings
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known, nobody can pay so, or the matrix has
  ///   no GDP.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> FinancingAnswer {
    let amount = try percentOfGDP * context.gdp() / 100
    let billion = 1e9 / context.sam.unit.scale.factor
    let asked = try context.programmes(programmes)
    let ids = Set(asked.map { $0.id })
    var answer = FinancingAnswer(
      amount: amount, programmes: asked, financings: financings, cases: [], groups: [])
    for financing in financings {
      let comparison = try context.comparison(
        of: asked, paidBy: financing, displacedEarnings: displacedEarnings)
      let jobs = try context.jobs(comparison)
      for (p, row) in comparison.rows.enumerated() where ids.contains(row.programme.id) {
        answer.cases.append(
          FinancingAnswer.Case(
            financing: financing, row: row, taken: comparison.financingEffect, amount: amount,
            jobs: jobs.map { $0[p].perBillion * amount / billion }))
      }
      let effects: [(programme: Programme, groups: [GroupEffect])]
      do { effects = try comparison.groupEffects() } catch { throw .comparison(error) }
      for effect in effects where ids.contains(effect.programme.id) {
        answer.groups.append(
          FinancingAnswer.Groups(
            programme: effect.programme, financing: financing,
            effects: effect.groups.map { $0.times(amount) }))
      }
    }
    answer.verdicts = asked.compactMap { programme in
      answer.verdict(on: programme, among: context.programmes).map { (programme, $0) }
    }
    return answer
  }
}

/// What is left of programmes once they are paid for; amounts are in the unit of the matrix.
public struct FinancingAnswer: Sendable {
  /// A programme that is paid for in one way.
  public struct Case: Sendable {
    /// Who pays.
    public let financing: Financing
    /// The programme, and what one franc of it does before and after it is paid for.
    public let row: Comparison.Row
    /// What a franc of the money would have done where it came from; `nil` where nobody gives
    /// anything up.
    public let taken: ProgrammeEffect?
    /// What is spent.
    public let amount: Double
    /// Jobs, less those that the financing takes away, where employment is known.
    public let jobs: Double?

    /// GDP at factor cost that the programme gives.
    public var gdpGiven: Double { amount * row.gross.gdpFactorCost }
    /// GDP at factor cost that the financing takes away.
    public var gdpTaken: Double { amount * (taken?.gdpFactorCost ?? 0) }
    /// The net effect on a column.
    public subscript(column: EffectColumn) -> Double? { row.effect[column].map { amount * $0 } }
  }

  /// What a programme and its financing do to each group of households.
  public struct Groups: Sendable {
    /// The programme.
    public let programme: Programme
    /// Who pays.
    public let financing: Financing
    /// The effects of the amount.
    public let effects: [GroupEffect]
  }

  /// What is spent on each programme.
  public let amount: Double
  /// The programmes asked about.
  public let programmes: [Programme]
  /// The ways of paying.
  public let financings: [Financing]
  /// By way of paying, and in it by programme.
  public internal(set) var cases: [Case]
  /// Winners and losers, in the same order.
  public internal(set) var groups: [Groups]
  /// Whether each programme does more for GDP than what pays for it, with agriculture free and
  /// fixed; programmes that nobody pays for have none.
  public internal(set) var verdicts: [(programme: Programme, verdict: Verdict)] = []

  init(
    amount: Double, programmes: [Programme], financings: [Financing], cases: [Case],
    groups: [Groups]
  ) {
    self.amount = amount
    self.programmes = programmes
    self.financings = financings
    self.cases = cases
    self.groups = groups
  }

  /// Whether some way of paying decides nothing: money that nobody gives up, or that comes from the
  /// programme itself.
  package var hasUndecidedFinancing: Bool {
    financings.contains { financing in
      if case .programme(let id) = financing { return programmes.contains { $0.id == id } }
      return financing.isFree
    }
  }

  fileprivate func verdict(on programme: Programme, among known: [Programme]) -> Verdict? {
    var compared: [(name: String, first: Double, second: Double)] = []
    for one in cases where one.row.programme.id == programme.id {
      guard !one.financing.isFree, one.financing != .programme(programme.id) else { continue }
      let label = one.financing.label(among: known)
      let gross = one.row.gross
      compared.append(
        (
          name: label + ", agriculture free", first: gross.gdpFactorCost,
          second: one.taken?.gdpFactorCost ?? 0
        ))
      if let fixed = gross.gdpFactorCostFixedAgriculture {
        compared.append(
          (
            name: label + ", agriculture fixed", first: fixed,
            second: one.taken?.gdpFactorCostFixedAgriculture ?? 0
          ))
      }
    }
    return Verdict(cases: compared)
  }
}
