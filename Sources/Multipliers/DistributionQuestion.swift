public import AccountMatrix

/// Whose income rises with an injection, how far inequality and poverty change, and why one group
/// gains.
public struct DistributionQuestion: Sendable {
  /// What is injected: one unit of a programme, or a shock in the unit of the matrix.
  public var injection: Injection
  /// How much of it; one unit if `nil`, and for poverty what pays the beneficiaries in full. A given
  /// amount pays as many of them as it is enough for.
  public var amount: Double?
  /// The accounts that form the groups; all households if `nil`.
  public var groups: [String]?
  /// The people in each group, and how unequal they are.
  public var people: [PovertyModel.Group]
  /// The group of which the answer tells why it gains; the first, which is the poorest, if `nil`.
  public var explained: String?
  /// Poverty lines; none where poverty is not asked about.
  public var lines: [PovertyModel.Line]
  /// The Gini coefficient of the survey that counted the poor, where known.
  public var surveyGini: Double?
  /// Who is paid by the programme, where that is known.
  public var beneficiaries: PovertyModel.Beneficiaries?

  /// A question from its settings.
  public init(
    of injection: Injection, amount: Double? = nil, groups: [String]? = nil,
    people: [PovertyModel.Group] = [], explained: String? = nil,
    lines: [PovertyModel.Line] = [], surveyGini: Double? = nil,
    beneficiaries: PovertyModel.Beneficiaries? = nil
  ) {
    self.injection = injection
    self.amount = amount
    self.groups = groups
    self.people = people
    self.explained = explained
    self.lines = lines
    self.surveyGini = surveyGini
    self.beneficiaries = beneficiaries
  }

  /// The answer; poverty that cannot be told is no failure of the whole.
  ///
  /// - Throws: `Failure` for an unknown or exogenous group, people of an account that the matrix
  ///   lacks, or no group at all.
  public func answer(on model: MultiplierModel) throws(Failure) -> DistributionAnswer {
    let scaled = scaled
    var populations: [String: Double] = [:]
    for group in people { populations[group.account] = group.population }
    let distribution: IncomeDistribution
    let relativeIncome: (groups: [Account], rows: [[Double]])
    do {
      distribution = try model.distribution(of: scaled, among: groups, populations: populations)
      relativeIncome = try model.relativeIncomeMatrix(of: groups)
    } catch { throw .model(error) }
    var explanation: GroupDecomposition?
    if let group = explained ?? distribution.rows.first?.group.code, model.sam.hasKinds {
      explanation = try self.explanation(of: group, gainingBy: scaled, in: model)
    }
    return DistributionAnswer(
      model: model, distribution: distribution, explanation: explanation,
      relativeIncome: relativeIncome, poverty: lines.isEmpty ? nil : poverty(on: model))
  }

  private var scaled: Injection {
    Injection(injection.amounts.map { (account: $0.account, value: (amount ?? 1) * $0.value) })
  }

  private func explanation(
    of group: String, gainingBy scaled: Injection, in model: MultiplierModel
  ) throws(Failure) -> GroupDecomposition {
    let blocks: AccountBlocks
    do { blocks = try AccountBlocks(of: model) } catch { throw .blocks(error) }
    let decomposition: MultiplierDecomposition
    do { decomposition = try MultiplierDecomposition(model, by: blocks) } catch {
      throw .decomposition(error)
    }
    do { return try decomposition.effect(on: group, of: scaled) } catch { throw .model(error) }
  }

  /// Why there is no answer.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The model refuses a group, a receiver or the people of an account.
    case model(MultiplierModel.Failure)
    /// The accounts do not fall into groups.
    case blocks(AccountBlocks.Failure)
    /// The effect cannot be taken apart.
    case decomposition(MultiplierDecomposition.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .model(let failure): failure.diagnostic
      case .blocks(let failure): failure.diagnostic
      case .decomposition(let failure): failure.diagnostic
      }
    }
  }

  private func poverty(
    on model: MultiplierModel
  ) -> Result<DistributionAnswer.Poverty, PovertyModel.Failure> {
    guard !people.isEmpty else { return .failure(.beneficiariesUnknown) }
    do {
      let poverty = try PovertyModel(
        model, groups: people, lines: lines, surveyGini: surveyGini)
      var paid = beneficiaries
      if amount != nil, let all = beneficiaries {
        paid = try poverty.beneficiaries(all, paidBy: scaled)
      }
      return .success(
        DistributionAnswer.Poverty(
          model: poverty, rows: try poverty.effect(of: scaled, paying: paid), beneficiaries: paid))
    } catch { return .failure(error) }
  }
}

/// Whose income rises, and what that does to inequality and poverty.
public struct DistributionAnswer: Sendable {
  /// Poverty before and after.
  public struct Poverty: Sendable {
    /// The lines and the groups.
    public let model: PovertyModel
    /// A row per line and group, and one for all people.
    public let rows: [PovertyModel.Row]
    /// Who is paid.
    public let beneficiaries: PovertyModel.Beneficiaries?
  }

  /// The model that was asked.
  public let model: MultiplierModel
  /// The change of each group, its sums and inequality.
  public let distribution: IncomeDistribution
  /// Why one group gains; `nil` for a matrix without kinds.
  public let explanation: GroupDecomposition?
  /// By how much the income share of each group rises per unit into each account.
  public let relativeIncome: (groups: [Account], rows: [[Double]])
  /// Poverty, or why it cannot be told; `nil` if it was not asked about.
  public let poverty: Result<Poverty, PovertyModel.Failure>?
}
