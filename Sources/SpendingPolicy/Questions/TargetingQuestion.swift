internal import AccountMatrix
internal import Multipliers

/// The same money for other people.
public struct TargetingQuestion: Sendable, Equatable {
  /// The programmes by identifier; all if none is named.
  public var programmes: [String]
  /// The rules by which money is handed out.
  public var rules: [Targeting]
  /// The quintiles that ought to be reached, from the poorest.
  public var target: Int
  /// Persons who receive a benefit now, where that is known.
  public var covered: Double?
  /// All persons, where that is known.
  public var population: Double?
  /// The part of wages paid by programmes that replaces earnings given up elsewhere.
  public var displacedEarnings: Double

  /// A question from its settings.
  public init(
    programmes: [String] = [], rules: [Targeting] = [], target: Int = 2, covered: Double? = nil,
    population: Double? = nil, displacedEarnings: Double = 0
  ) {
    self.programmes = programmes
    self.rules =
      rules.isEmpty ? [.survey, .poorest(quintiles: 1), .poorest(quintiles: 5)] : rules
    self.target = target
    self.covered = covered
    self.population = population
    self.displacedEarnings = displacedEarnings
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known or cannot be handed out so.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> TargetingAnswer {
    let asked = try context.programmes(programmes)
    var cases: [TargetingAnswer.Case] = []
    for programme in asked {
      for rule in rules {
        let made: TargetedProgramme
        do { made = try programme.targeted(rule, target: target, in: context.sam) } catch {
          throw .targeting(error, programme: programme.id)
        }
        let comparison = try context.comparison(
          of: [made.programme], displacedEarnings: displacedEarnings)
        cases.append(
          TargetingAnswer.Case(
            programme: programme, made: made, exclusionError: exclusionError(of: made),
            effect: comparison.rows[0].effect))
      }
    }
    return TargetingAnswer(programmes: asked, target: target, cases: cases)
  }

  /// The part of the persons of the target whom as many benefits as now do not reach; money is
  /// spread evenly inside a quintile.
  private func exclusionError(of made: TargetedProgramme) -> Double? {
    guard let covered, let population else { return nil }
    return max(0, 1 - covered * (1 - made.inclusionError) / (population * Double(target) / 5))
  }
}

/// The same money for other people: who is reached, and what comes of it.
public struct TargetingAnswer: Sendable {
  /// A programme whose money is handed out by a rule.
  public struct Case: Sendable {
    /// The programme as it is.
    public let programme: Programme
    /// The programme by the rule, and how well it reaches the poor.
    package let made: TargetedProgramme
    /// The part of the persons of the target group who are not reached; `nil` where persons are
    /// not known.
    public let exclusionError: Double?
    /// What a franc handed out so does.
    public let effect: ProgrammeEffect
  }

  /// The programmes asked about.
  public let programmes: [Programme]
  /// The quintiles that ought to be reached, from the poorest.
  public let target: Int
  /// By programme, and in it by rule.
  public let cases: [Case]

  /// The part of people who ought to be reached, in per cent.
  public var targetPercent: Int { 20 * target }
}
