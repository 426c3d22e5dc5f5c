public import AccountMatrix
internal import LinearAlgebra

/// Poverty before and after an injection: log-normal consumption per head inside each group of
/// households, beneficiaries apart from their group.
///
/// Assumed, and printed with every result: consumption per head is log-normal inside a group, with
/// the mean of the matrix, scaled to a survey where one is given, and a Gini coefficient of the group; the line is given, or is the one
/// below which the published part of the people lives in the base year; beneficiaries are spread
/// over the incomes of their group, share alike and consume the whole benefit; what else a group
/// gains raises the consumption of all its members by the same per cent.
public struct PovertyModel: Sendable {
  /// People of a group of households, and how unequal they are.
  public struct Group: Sendable, Equatable {
    /// The household account.
    public var account: String
    /// The people in it.
    public var population: Double
    /// The Gini coefficient of consumption per head inside the group, where known.
    public var gini: Double?

    /// A group from its parts.
    public init(account: String, population: Double, gini: Double? = nil) {
      self.account = account
      self.population = population
      self.gini = gini
    }
  }

  /// A poverty line.
  public struct Line: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Consumption per head and year in units of the currency, or the part of the people below it.
    public var level: Level

    /// A line from its parts.
    public init(_ name: String, _ level: Level) {
      self.name = name
      self.level = level
    }

    /// How a line is given.
    public enum Level: Sendable, Equatable {
      /// Consumption per head and year, in units of the currency.
      case consumption(Double)
      /// The part of the people below it in the base year.
      case headcount(Double)
    }
  }

  /// Who is paid, and how much.
  public struct Beneficiaries: Sendable, Equatable {
    /// The programme that pays them.
    public var programme: String
    /// Households that are paid.
    public var households: Double
    /// Persons in a household.
    public var householdSize: Double
    /// What a household is paid in a year, in units of the currency.
    public var amount: Double

    /// Beneficiaries from their parts.
    public init(programme: String, households: Double, householdSize: Double, amount: Double) {
      self.programme = programme
      self.households = households
      self.householdSize = householdSize
      self.amount = amount
    }

    /// All that is paid, in units of the currency.
    public var total: Double { households * amount }
    /// All who live from it.
    public var persons: Double { households * householdSize }
  }

  /// The model.
  public let model: MultiplierModel
  /// The groups.
  public let groups: [Group]
  /// The lines, as consumption per head and year in units of the currency.
  public let lines: [(name: String, value: Double)]
  /// The Gini coefficient of consumption per head that the means of the matrix and the coefficients
  /// of the groups imply together.
  public let impliedGini: Double
  /// That of a survey, to which the means are scaled; `nil` where they are those of the matrix.
  public let surveyGini: Double?
  let positions: [Int]
  let distributions: [LogNormal]

  /// Poverty in the base year.
  ///
  /// Means of a matrix may lie further apart than those of the survey that counted the poor. With the
  /// survey's Gini coefficient given, a mean m becomes M (m / M)^k, M kept, with the k that makes
  /// the Gini coefficient of all people that of the survey.
  ///
  /// - Throws: `Failure` if a group has no people, no Gini coefficient or no consumption, or a line
  ///   is out of range.
  public init(
    _ model: MultiplierModel, groups: [Group], lines: [Line], surveyGini: Double? = nil
  ) throws(Failure) {
    let francs = model.sam.unit.scale.factor
    let bought = model.sam.indices(where: { $0.isProduction })
    var positions: [Int] = []
    var distributions: [LogNormal] = []
    for group in groups {
      do { positions.append(try model.position(of: group.account)) } catch { throw .model(error) }
      guard group.population > 0, group.population.isFinite else {
        throw .population(group: group.account, group.population)
      }
      guard let gini = group.gini, gini > 0, gini < 1 else { throw .gini(group: group.account) }
      let column = model.partition.endogenous[positions[positions.count - 1]]
      let consumption = model.sam.flow(from: [column], to: bought) * francs
      guard consumption > 0 else { throw .consumption(group: group.account) }
      distributions.append(LogNormal(mean: consumption / group.population, gini: gini))
    }
    let weights = groups.map { $0.population }
    impliedGini = LogNormal.gini(of: distributions, weights: weights)
    if let surveyGini {
      guard let scaled = LogNormal.scaled(distributions, weights: weights, toGini: surveyGini)
      else {
        throw .surveyGini(surveyGini, implied: impliedGini)
      }
      distributions = scaled
    }
    self.surveyGini = surveyGini
    self.model = model
    self.groups = groups
    self.positions = positions
    self.distributions = distributions
    var values: [(String, Double)] = []
    for line in lines {
      switch line.level {
      case .consumption(let value):
        guard value > 0, value.isFinite else { throw .line(line.name) }
        values.append((line.name, value))
      case .headcount(let part):
        guard part > 0, part < 1 else { throw .line(line.name) }
        values.append(
          (line.name, Self.line(headcount: part, groups: groups, distributions: distributions)))
      }
    }
    self.lines = values
  }

  /// The consumption per head below which a part of all people lives, by halving.
  private static func line(
    headcount: Double, groups: [Group], distributions: [LogNormal]
  ) -> Double {
    let people = groups.reduce(0) { $0 + $1.population }
    var low = 0.0
    var high = 1e3 * (distributions.map { $0.mean }.max() ?? 1)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      let below = zip(groups, distributions).reduce(0) {
        $0 + $1.0.population * $1.1.poverty(below: middle).headcount
      }
      if below < headcount * people { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Why poverty cannot be told.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The model refuses.
    case model(MultiplierModel.Failure)
    /// A group has no people.
    case population(group: String, Double)
    /// Nothing says how unequal a group is.
    case gini(group: String)
    /// No spread of the groups' means gives the survey's Gini coefficient.
    case surveyGini(Double, implied: Double)
    /// A group consumes nothing.
    case consumption(group: String)
    /// A line is not above zero, or its headcount not between 0 and 1.
    case line(String)
    /// Households are paid, but nobody says how many.
    case beneficiariesUnknown
    /// More people are paid in a group than live in it.
    case tooManyBeneficiaries(group: String, beneficiaries: Double, population: Double)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .model(let failure): failure.diagnostic
      case .population(let group, let value):
        Diagnostic("the group '\(group)' has \(value.sixDigits) people", remedy: "Expected some")
      case .gini(let group):
        Diagnostic(
          "nothing says how unequal the people of '\(group)' are",
          remedy: "Give a Gini coefficient between 0 and 1 in the column 'gini'")
      case .surveyGini(let gini, let implied):
        Diagnostic(
          "no spread of the groups' mean consumption gives a Gini coefficient of \(gini.sixDigits); "
            + "that of the matrix is \(implied.sixDigits)",
          remedy: "Check the coefficients inside the groups, which may be larger alone")
      case .consumption(let group): Diagnostic("the group '\(group)' consumes nothing")
      case .line(let name):
        Diagnostic(
          "the poverty line '\(name)' is out of range",
          remedy: "Give a value above 0, or a headcount between 0 and 1")
      case .beneficiariesUnknown:
        Diagnostic(
          "households are paid, but nobody says how many; the average of a group is not paid",
          remedy: "Poverty is told for programmes whose beneficiaries are known")
      case .tooManyBeneficiaries(let group, let beneficiaries, let population):
        Diagnostic(
          "\(beneficiaries.sixDigits) people of the group '\(group)' are paid, of whom there are "
            + population.sixDigits, remedy: "Check the beneficiaries and the populations")
      }
    }
  }
}
