/// A question about public spending, with the settings that it takes.
public enum Question: Sendable, Equatable {
  /// What a franc of each programme does, under one supply or several.
  case perFranc(PerFrancQuestion)
  /// What actual outlays of a year do.
  case budget(BudgetQuestion)
  /// Programmes paid for in several ways, with winners and losers.
  case financing(FinancingQuestion)
  /// The same money for other people.
  case targeting(TargetingQuestion)
  /// A change of contributions and benefits, while reserves build up and when it is mature.
  case reform(ReformQuestion)
  /// Cover for groups of workers, as in the pilots and in their sector.
  case cover(CoverQuestion)
  /// How far the order of two programmes hangs on each choice.
  case sensitivity(SensitivityQuestion)
  /// Who is covered, how much of the poverty line a benefit is, and what the gap would cost.
  case coverage(CoverageQuestion)

  /// The question that is asked, without its settings.
  public enum Kind: String, Sendable, CaseIterable {
    /// What a franc of each programme does, under one supply or several.
    case perFranc = "per-franc"
    /// What actual outlays of a year do.
    case budget
    /// Programmes paid for in several ways, with winners and losers.
    case financing
    /// The same money for other people.
    case targeting
    /// A change of contributions and benefits, while reserves build up and when it is mature.
    case reform
    /// Cover for groups of workers, as in the pilots and in their sector.
    case cover
    /// How far the order of two programmes hangs on each choice.
    case sensitivity
    /// Who is covered, how much of the poverty line a benefit is, and what the gap would cost.
    case coverage
  }

  /// The question that is asked, without its settings.
  public var kind: Kind {
    switch self {
    case .perFranc: .perFranc
    case .budget: .budget
    case .financing: .financing
    case .targeting: .targeting
    case .reform: .reform
    case .cover: .cover
    case .sensitivity: .sensitivity
    case .coverage: .coverage
    }
  }

  /// Whether the question states amounts of money or counts of people, which are one country's.
  public var statesFigures: Bool {
    switch self {
    case .reform, .cover, .coverage: true
    case .targeting(let question): question.covered != nil || question.population != nil
    case .perFranc, .budget, .financing, .sensitivity: false
    }
  }

  /// The supplies that the question names.
  public var supplies: [NamedSupply] {
    switch self {
    case .perFranc(let question): question.supplies
    case .sensitivity(let question): question.supplies
    default: []
    }
  }
}

/// The answer to a question, as data.
public enum Answer: Sendable {
  /// What a franc of each programme does.
  case perFranc(PerFrancAnswer)
  /// What actual outlays of a year do.
  case budget(BudgetAnswer)
  /// What is left of programmes once they are paid for.
  case financing(FinancingAnswer)
  /// The same money for other people.
  case targeting(TargetingAnswer)
  /// What a reform does.
  case reform(ReformAnswer)
  /// What cover for groups of workers does.
  case cover(CoverAnswer)
  /// How far an order hangs on each choice.
  case sensitivity(SensitivityAnswer)
  /// Who is covered, and what the gap would cost.
  case coverage(CoverageAnswer)
}
