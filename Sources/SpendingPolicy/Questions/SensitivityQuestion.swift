public import AccountMatrix
internal import Multipliers

/// How far the order of two programmes hangs on each choice, one changed at a time.
public struct SensitivityQuestion: Sendable, Equatable {
  /// Accounts that are made exogenous, under a name.
  public struct NamedClosure: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The accounts beside those that are exogenous anyway.
    public let exogenous: [AccountSelector]

    /// A closure from its parts.
    public init(_ name: String, _ exogenous: [AccountSelector]) {
      self.name = name
      self.exogenous = exogenous
    }
  }

  /// The programme.
  public var programme: String
  /// What it is compared with.
  public var against: String
  /// Supplies.
  public var supplies: [NamedSupply]
  /// Closures.
  public var closures: [NamedClosure]
  /// Structural choices known in the context, by their identifiers.
  public var scenarios: [String]
  /// Parts of wages paid by programmes that replace earnings given up elsewhere.
  public var displacedEarnings: [Double]
  /// Parts of the programme's franc that are spent on administration.
  public var administration: [Double]
  /// Rules by which the programme's money is handed out.
  public var targeting: [Targeting]

  /// A question from its settings.
  public init(
    _ programme: String, against other: String, supplies: [NamedSupply] = [],
    closures: [NamedClosure] = [], scenarios: [String] = [], displacedEarnings: [Double] = [],
    administration: [Double] = [], targeting: [Targeting] = []
  ) {
    self.programme = programme
    self.against = other
    self.supplies = supplies
    self.closures = closures
    self.scenarios = scenarios
    self.displacedEarnings = displacedEarnings
    self.administration = administration
    self.targeting = targeting
  }

  /// The answer; other matrices are those of the context.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known, or a choice does not fit it or the
  ///   matrix.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> SensitivityAnswer {
    let programme = try context.programmes([self.programme])[0]
    let other = try context.programmes([against], named: "against")[0]
    let pair = SensitivityPair(context: context, other: other)
    var cases: [Sensitivity.Case] = []
    for supply in supplies {
      cases.append(
        try pair.measured(
          .response, supply.name, programme, in: try context.model(supply.response)))
    }
    for (name, matrix) in context.alternatives {
      cases.append(
        try pair.measured(
          .matrix, name, programme, in: try context.model(of: matrix), matrix: name))
    }
    for closure in closures {
      do { _ = try Closure(exogenous: closure.exogenous).partition(of: context.sam) } catch {
        throw .closure(error, name: closure.name)
      }
      cases.append(
        try pair.measured(
          .closure, "\(closure.name) exogenous", programme,
          in: try context.model(adding: closure.exogenous)))
    }
    for id in scenarios where !context.idleScenarios.contains(id) {
      guard let scenario = context.structuralScenarios.first(where: { $0.id == id }) else {
        throw .unknownScenario(
          id, nearest: nearestCodes(to: id, among: context.structuralScenarios.map { $0.id }))
      }
      let model: MultiplierModel
      do { model = try scenario.model(from: context.model) } catch { throw .model(error) }
      cases.append(try pair.measured(.closure, scenario.name, programme, in: model))
    }
    for share in displacedEarnings {
      cases.append(
        try pair.measured(.displacedEarnings, share.shortest, programme, displaced: share))
    }
    for share in administration {
      guard
        let made = programme.administered(
          at: share, through: context.administrationServices)
      else {
        throw .noAdministration(programme: programme.id, share: share)
      }
      cases.append(try pair.measured(.administration, share.shortest, made))
    }
    for rule in targeting {
      let made: TargetedProgramme
      do { made = try programme.targeted(rule, in: context.sam) } catch {
        throw .targeting(error, programme: programme.id)
      }
      cases.append(try pair.measured(.targeting, rule.id, made.programme))
    }
    let tornado = Sensitivity(
      baseline: try pair.measured(.baseline, "as it is", programme), cases: cases)
    let compared = try context.comparison(of: [programme, other])
    let turn: Turning?
    do { turn = try compared.responseTurn(of: programme.id, against: other.id) } catch {
      throw .comparison(error)
    }
    return SensitivityAnswer(
      programme: programme, other: other, sensitivity: tornado, turn: turn,
      turns: [
        SensitivityAnswer.turn(.displacedEarnings, at: displacedEarnings, in: tornado),
        SensitivityAnswer.turn(.administration, at: administration, in: tornado),
      ].compactMap { $0 })
  }
}

/// Two programmes that are measured under one choice after the other.
private struct SensitivityPair {
  let context: QuestionContext
  let other: Programme

  func measured(
    _ driver: Sensitivity.Driver, _ setting: String, _ programme: Programme,
    in model: MultiplierModel? = nil, displaced: Double = 0, matrix: String? = nil
  ) throws(QuestionFailure) -> Sensitivity.Case {
    let rows = try context.comparison(
      of: [programme, other], in: model, displacedEarnings: displaced
    ).rows
    guard rows.count == 2 else {
      throw .lacksAccounts(matrix: matrix ?? context.sam.source)
    }
    func gdp(_ row: Comparison.Row) -> Double {
      row.effect.gdpFactorCost + row.effect.gdpDirectWages
    }
    return Sensitivity.Case(
      driver: driver.rawValue, setting: setting, value: gdp(rows[0]), against: gdp(rows[1]))
  }
}

/// How far an order hangs on each choice, and where it turns.
public struct SensitivityAnswer: Sendable {
  /// Where the order turns with a driver between 0 and 1.
  public struct DriverTurn: Sendable, Equatable {
    /// The driver.
    public let driver: Sensitivity.Driver
    /// The value at which both do the same; `nil` where none from 0 to 1 does it.
    public let value: Double?
    /// Whether the programme does more above it.
    public let isMoreAbove: Bool
  }

  /// The programme.
  public let programme: Programme
  /// What it is compared with.
  public let other: Programme
  /// Every case.
  public let sensitivity: Sensitivity
  /// Where the order turns with the response of agriculture.
  package let turn: Turning?
  /// Where it turns with other drivers, of those with two values or more.
  public let turns: [DriverTurn]

  /// The verdict on all cases.
  public var verdict: Verdict? { sensitivity.verdict }

  /// The difference is linear in the driver, so two cases give the value where it is zero.
  fileprivate static func turn(
    _ driver: Sensitivity.Driver, at values: [Double], in sensitivity: Sensitivity
  ) -> DriverTurn? {
    let own = sensitivity.cases.filter { $0.driver == driver.rawValue }
    guard own.count >= 2, let low = own.first, let high = own.last, let x0 = values.first,
      let x1 = values.last, high.difference != low.difference
    else { return nil }
    let turn = x0 - low.difference * (x1 - x0) / (high.difference - low.difference)
    return DriverTurn(
      driver: driver, value: turn >= 0 && turn <= 1 ? turn : nil,
      isMoreAbove: high.difference >= low.difference)
  }
}
