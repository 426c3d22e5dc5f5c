internal import AccountMatrix
internal import Multipliers

/// Who is covered, how much of the poverty line a benefit is, and what closing the gap to a floor
/// would cost.
public struct CoverageQuestion: Sendable, Equatable {
  /// What is known of who a scheme covers; what is not known is `nil`.
  public struct Scheme: Sendable, Equatable {
    /// The programme.
    public var programme: String
    /// Beneficiaries: persons or households.
    public var covered: Double?
    /// Persons who live on each benefit.
    public var personsEach: Double
    /// The part of the persons covered who belong to the population that the scheme is for.
    public var inside: Double
    /// That population.
    public var reference: Double?
    /// The benefit in a year, in units of the currency.
    public var benefit: Double?

    /// A scheme from its figures.
    public init(
      programme: String, covered: Double? = nil, personsEach: Double = 1, inside: Double = 1,
      reference: Double? = nil, benefit: Double? = nil
    ) {
      self.programme = programme
      self.covered = covered
      self.personsEach = personsEach
      self.inside = inside
      self.reference = reference
      self.benefit = benefit
    }

    /// Coverage in the sense of SDG indicator 1.3.1, in per cent of the population.
    public var coveragePercent: Double? {
      guard let covered, let reference, reference > 0 else { return nil }
      return 100 * covered * personsEach * inside / reference
    }
  }

  /// A guarantee of a social protection floor.
  public struct Guarantee: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Persons who ought to have it.
    public var persons: Double
    /// Those who have it.
    public var covered: Double
    /// The benefit in a year, in units of the currency.
    public var benefit: Double

    /// A guarantee from its figures.
    public init(name: String, persons: Double, covered: Double, benefit: Double) {
      self.name = name
      self.persons = persons
      self.covered = covered
      self.benefit = benefit
    }

    /// The part of the persons who do not have it, in per cent.
    public var gapPercent: Double { persons > 0 ? 100 * (1 - covered / persons) : 0 }

    /// What the benefit of those who do not have it would cost in a year, in units of the currency.
    public var cost: Double { max(0, persons - covered) * benefit }
  }

  /// The schemes.
  public var schemes: [Scheme]
  /// The guarantees.
  public var floor: [Guarantee]
  /// What one adult needs in a year, in units of the currency.
  public var povertyLine: Double
  /// Persons in a household.
  public var householdSize: Double

  /// A question from its settings.
  public init(
    schemes: [Scheme], floor: [Guarantee], povertyLine: Double, householdSize: Double
  ) {
    self.schemes = schemes
    self.floor = floor
    self.povertyLine = povertyLine
    self.householdSize = householdSize
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known, or the matrix has no GDP.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> CoverageAnswer {
    let rows = try context.comparison(of: context.programmes).rows
    var schemes: [CoverageAnswer.Scheme] = []
    for scheme in self.schemes {
      guard let row = rows.first(where: { $0.programme.id == scheme.programme }) else {
        throw .unknownProgramme(
          scheme.programme, setting: "scheme",
          nearest: nearestCodes(to: scheme.programme, among: rows.map { $0.programme.id }))
      }
      let administration = row.programme.administration(
        through: context.administrationServices)
      schemes.append(
        CoverageAnswer.Scheme(
          figures: scheme, programme: row.programme, effect: row.effect,
          benefitPercentOfLine: scheme.benefit.map { 100 * $0 / povertyLine },
          benefitPercentOfHouseholdLine: scheme.benefit.map {
            100 * $0 / (povertyLine * householdSize)
          },
          // A vector without public administration says nothing about what it costs.
          administrationPercent: administration > 0 ? 100 * administration : nil))
    }
    let gdp = try context.gdp()
    let unit = context.sam.unit.scale.factor
    var total = 0.0
    let floor = self.floor.map { guarantee in
      let cost = guarantee.cost / unit
      total += cost
      return CoverageAnswer.Gap(
        guarantee: guarantee, benefitPercentOfLine: 100 * guarantee.benefit / povertyLine,
        cost: cost, costPercentOfGDP: 100 * cost / gdp)
    }
    return CoverageAnswer(
      schemes: schemes, floor: floor, cost: total, costPercentOfGDP: 100 * total / gdp)
  }
}

/// Who is covered, and what closing the gap to a floor would cost.
public struct CoverageAnswer: Sendable {
  /// A scheme: who is covered, how much a benefit is, and what a franc of it does.
  public struct Scheme: Sendable {
    /// What is known of it.
    public let figures: CoverageQuestion.Scheme
    /// Its programme.
    public let programme: Programme
    /// What one franc does.
    public let effect: ProgrammeEffect
    /// The benefit in per cent of the poverty line.
    public let benefitPercentOfLine: Double?
    /// The benefit in per cent of as many poverty lines as a household has persons.
    public let benefitPercentOfHouseholdLine: Double?
    /// What is spent on public administration, in per cent of the franc; `nil` where nothing says
    /// so.
    public let administrationPercent: Double?
  }

  /// What a guarantee lacks.
  public struct Gap: Sendable {
    /// The guarantee.
    public let guarantee: CoverageQuestion.Guarantee
    /// The benefit in per cent of the poverty line.
    public let benefitPercentOfLine: Double
    /// What the benefit of those without it would cost in a year, in the unit of the matrix.
    public let cost: Double
    /// The same in per cent of GDP.
    public let costPercentOfGDP: Double
  }

  /// The schemes.
  public let schemes: [Scheme]
  /// The guarantees.
  public let floor: [Gap]
  /// What all gaps together would cost in a year, in the unit of the matrix.
  public let cost: Double
  /// The same in per cent of GDP.
  public let costPercentOfGDP: Double
}
