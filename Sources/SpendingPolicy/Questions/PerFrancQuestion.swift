internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers

/// What a franc of each programme does, under one supply or several.
public struct PerFrancQuestion: Sendable, Equatable {
  /// The programmes by identifier; all if none is named.
  public var programmes: [String]
  /// The supplies; the first is that of columns which are shown once.
  public var supplies: [NamedSupply]
  /// The part of wages paid by programmes that replaces earnings given up elsewhere.
  public var displacedEarnings: Double
  /// Draws of the bands; none for zero.
  public var draws: Int
  /// Regimes in which prices respond, by name, beside the multipliers; paid by a grant.
  public var regimes: [String]
  /// What is spent under a regime, in per cent of GDP at market prices; `nil` at the margin.
  public var percentOfGDP: Double?

  /// A question from its settings.
  public init(
    programmes: [String] = [], supplies: [NamedSupply] = [.free], displacedEarnings: Double = 0,
    draws: Int = 0, regimes: [String] = [], percentOfGDP: Double? = nil
  ) {
    self.programmes = programmes
    self.supplies = supplies.isEmpty ? [.free] : supplies
    self.displacedEarnings = displacedEarnings
    self.draws = draws
    self.regimes = regimes
    self.percentOfGDP = percentOfGDP
  }

  /// The answer without bands.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known, or a model has no solution.
  package func answerWithoutBands(
    on context: QuestionContext
  ) throws(QuestionFailure) -> PerFrancAnswer {
    let chosen = try context.programmes(programmes)
    var cases: [PerFrancAnswer.Case] = []
    for supply in supplies {
      cases.append(
        PerFrancAnswer.Case(
          supply: supply,
          comparison: try context.comparison(
            of: chosen, in: try context.model(supply.response),
            displacedEarnings: displacedEarnings)))
    }
    return PerFrancAnswer(
      cases: cases, jobs: try context.jobs(cases[0].comparison), prices: try prices(on: context))
  }

  /// The programmes under the regimes; `nil` where none is asked for.
  ///
  /// A regime says itself how supply responds, so that it stands beside all supplies.
  private func prices(
    on context: QuestionContext
  ) throws(QuestionFailure) -> RegimeComparison? {
    guard !regimes.isEmpty else { return nil }
    var chosen: [Regime] = []
    for name in regimes {
      guard let regime = context.regimes.first(where: { $0.name == name }) else {
        throw .unknownRegime(
          name, nearest: nearestCodes(to: name, among: context.regimes.map { $0.name }))
      }
      chosen.append(regime)
    }
    let comparison = try context.comparison(
      of: try context.programmes(programmes), in: try context.model(.free),
      displacedEarnings: displacedEarnings)
    var size: Double?
    if let percentOfGDP { size = percentOfGDP * (try context.percentOfGDP()) }
    do {
      return try RegimeComparison(
        of: comparison, under: chosen, elasticities: context.elasticities, size: size)
    } catch { throw .regime(error) }
  }
}

/// What a franc of each programme does, under each supply asked about.
public struct PerFrancAnswer: Sendable {
  /// A supply, and what a franc does under it.
  public struct Case: Sendable {
    /// The supply.
    public let supply: NamedSupply
    /// What a franc of each programme does under it.
    public let comparison: Comparison
  }

  /// By supply, the one of columns that are shown once first.
  public let cases: [Case]
  /// Jobs by programme under the first supply, where employment is known.
  public let jobs: [ProgrammeJobs]?
  /// Bands of GDP at factor cost under each supply, where they were drawn.
  public internal(set) var bands: UncertaintyResult?
  /// The same programmes where prices respond, if regimes were asked for.
  public let prices: RegimeComparison?

  init(cases: [Case], jobs: [ProgrammeJobs]?, prices: RegimeComparison?) {
    self.cases = cases
    self.jobs = jobs
    self.prices = prices
  }

  /// The band of a programme or average under a supply; `nil` where nothing was drawn.
  ///
  /// - Throws: `LookupFailure` for a programme that is not compared, or a supply not asked about.
  public func band(
    of id: String, under supply: NamedSupply
  ) throws(UncertaintyResult.LookupFailure) -> UncertaintyResult.Band? {
    guard let bands else { return nil }
    return try bands.bandIfMeasured(of: id, .gdpFactorCost, in: supply.id)
  }

  /// By supply, the band of a programme that is compared; `nil` where it was not drawn.
  package func bands(of programme: Programme) -> [UncertaintyResult.Band?] {
    drawn(programme.id)
  }

  /// The same of the average of a family.
  package func bands(of family: Programme.Family) -> [UncertaintyResult.Band?] {
    drawn(Uncertainty.average(of: family))
  }

  private func drawn(_ id: String) -> [UncertaintyResult.Band?] {
    cases.map { one in
      bands?.bands.first {
        $0.programme == id && $0.scenario == one.supply.id
          && $0.measure == EffectColumn.gdpFactorCost.id
      }
    }
  }

  /// What a franc does under the first supply.
  public var first: Comparison { cases[0].comparison }

  /// By programme, whether it does more for GDP at factor cost than the average of other public
  /// spending under these supplies; `nil` where there is no such average.
  public var verdicts: [Verdict?] {
    first.rows.indices.map { p in
      verdict { $0.rows[p].effect.gdpFactorCost }
    }
  }

  /// Whether social protection on average does more for GDP than other public spending, and where
  /// that turns; `nil` without both averages.
  public var order: Verdict? {
    let order = verdict { $0.average(of: .socialProtection)?.values[.gdpFactorCost] }
    return switch (order, first.average(of: .socialProtection)?.turning) {
    case (.some, .above(let share)?): .above(share)
    case (.some, .below(let share)?): .below(share)
    default: order
    }
  }

  private func verdict(_ value: (Comparison) -> Double?) -> Verdict? {
    var compared: [(name: String, first: Double, second: Double)] = []
    for one in cases {
      guard let a = value(one.comparison),
        let b = one.comparison.average(of: .otherPublicSpending)?.values[.gdpFactorCost]
      else { continue }
      compared.append((name: one.supply.name, first: a, second: b))
    }
    return Verdict(cases: compared)
  }
}
