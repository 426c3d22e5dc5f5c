internal import AccountMatrix
internal import Multipliers

/// A change of contributions and benefits, while reserves build up and when it is mature.
public struct ReformQuestion: Sendable, Equatable {
  /// Money that is raised in a year.
  public enum Raised: Sendable, Equatable {
    /// An amount, in the unit of the matrix.
    case amount(Double)
    /// A contribution from one rate to another, in per cent of a payroll in the unit of the matrix.
    case contribution(from: Double, to: Double, payroll: Double)

    /// The amount, in the unit of the matrix.
    public var amount: Double {
      switch self {
      case .amount(let amount): amount
      case .contribution(let base, let rate, let payroll): payroll * (rate - base) / 100
      }
    }
  }

  /// The programme that is paid out.
  public var benefit: String
  /// What is raised, one change or several.
  public var raised: [Raised]
  /// The ways of paying.
  public var financings: [Financing]
  /// The parts, in [0, 1], that are paid out in the same year.
  public var phases: [Double]

  /// A question from its settings.
  public init(
    benefit: String, raised: [Raised], financings: [Financing] = [], phases: [Double] = []
  ) {
    self.benefit = benefit
    self.raised = raised
    self.financings = financings.isEmpty ? [.contributions] : financings
    self.phases = phases.isEmpty ? [1] : phases
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if the benefit is not known, or nobody can pay so.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> ReformAnswer {
    let benefit = try context.programmes([benefit], named: "benefit")[0]
    var cases: [ReformAnswer.Case] = []
    for financing in financings {
      let reform = try context.reform(paying: benefit, paidBy: financing)
      for change in raised {
        for paidOut in phases {
          for effect in reform.effects(raising: change.amount, payingOut: paidOut) {
            cases.append(
              ReformAnswer.Case(
                raised: change, financing: financing, phase: SchemePhase(payingOut: paidOut),
                effect: effect))
          }
        }
      }
    }
    return ReformAnswer(benefit: benefit, financings: financings, cases: cases)
  }
}

/// How much of what it raises a scheme pays out.
public enum SchemePhase: String, Sendable {
  /// Nothing yet.
  case firstYears = "first years"
  /// A part.
  case buildUp = "build-up"
  /// All.
  case mature

  /// The phase of a scheme that pays out this part.
  public init(payingOut part: Double) {
    self = part == 0 ? .firstYears : part == 1 ? .mature : .buildUp
  }
}

/// What a reform does, by change, way of paying, phase and use of reserves.
public struct ReformAnswer: Sendable {
  /// One way in which the reform may go.
  public struct Case: Sendable {
    /// What is raised.
    public let raised: ReformQuestion.Raised
    /// Who pays.
    public let financing: Financing
    /// How much of it is paid out.
    public let phase: SchemePhase
    /// What comes of it.
    public let effect: Reform.Effect
  }

  /// The programme that is paid out.
  public let benefit: Programme
  /// The ways of paying.
  public let financings: [Financing]
  /// By way of paying, change, phase and use of reserves.
  public let cases: [Case]

  /// Whether what is paid out and invested does more for GDP than what is raised would have done;
  /// effects are proportional to what is raised, so the first change stands for all.
  public var verdict: Verdict? {
    var compared: [(name: String, first: Double, second: Double)] = []
    for one in cases where one.raised == cases.first?.raised {
      let effect = one.effect
      let name =
        (financings.count > 1 ? "\(one.financing.id), " : "") + one.phase.rawValue
        + (effect.reserve == 0 ? "" : ", reserves \(effect.reserves.rawValue)")
      compared.append((name: name, first: effect.gdpGiven, second: effect.gdpTaken))
      if let net = effect.gdpFactorCostFixedAgriculture {
        let taken = effect.gdpTakenFixedAgriculture ?? 0
        compared.append((name: name + ", agriculture fixed", first: net + taken, second: taken))
      }
    }
    return Verdict(cases: compared)
  }
}

extension QuestionContext {
  func reform(
    paying benefit: Programme, paidBy financing: Financing, payers: [ContributionRule.Part] = []
  ) throws(QuestionFailure) -> Reform {
    do {
      return try Reform(
        benefit: benefit, paidBy: financing, payers: payers, rule: rule, among: programmes,
        in: model)
    } catch { throw .comparison(error) }
  }
}

extension Reform {
  /// The effects of both uses of reserves, or one where there are none.
  ///
  /// - Parameters:
  ///   - amount: what is raised in a year, in the unit of the matrix.
  ///   - paidOut: the part, in [0, 1], that is paid out in the same year.
  public func effects(raising amount: Double, payingOut paidOut: Double) -> [Effect] {
    let effects = Reserves.allCases.map {
      effect(raising: amount, payingOut: paidOut, reserves: $0)
    }
    return effects[0].reserve == 0 ? Array(effects.prefix(1)) : effects
  }
}
