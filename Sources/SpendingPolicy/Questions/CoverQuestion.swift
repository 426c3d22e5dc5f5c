internal import AccountMatrix
internal import Multipliers

/// Cover for groups of workers, as in the pilots and in their sector.
public struct CoverQuestion: Sendable, Equatable {
  /// What is paid out.
  public enum Benefit: Sendable, Equatable {
    /// A programme by its identifier.
    case programme(String)
    /// Transfers to the households that contribute, in the shares in which they do.
    case members
  }

  /// How many members a group has.
  public enum Scale: String, Sendable, CaseIterable {
    /// Those of a pilot.
    case pilot
    /// All workers of the sector.
    case sector
  }

  /// A group of workers and the terms of its cover.
  public struct Group: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Members by scale, in the order of the answer.
    public var members: [(scale: Scale, count: Double)]
    /// What a member earns in a month, in units of the currency.
    public var monthlyEarnings: Double
    /// The contribution, in per cent of earnings.
    public var rate: Double
    /// Accounts that contribute, and their parts, which add to one.
    package var payers: [ContributionRule.Part]
    /// Where the parts of payers are from.
    public var source: String
    /// What a reader must know about them.
    public var note: String

    /// A group from its terms.
    package init(
      name: String, members: [(scale: Scale, count: Double)], monthlyEarnings: Double,
      rate: Double, payers: [ContributionRule.Part], source: String = "", note: String = ""
    ) {
      self.name = name
      self.members = members
      self.monthlyEarnings = monthlyEarnings
      self.rate = rate
      self.payers = payers
      self.source = source
      self.note = note
    }

    /// Whether two groups have the same terms.
    public static func == (left: Group, right: Group) -> Bool {
      left.name == right.name && left.members.elementsEqual(right.members, by: ==)
        && left.monthlyEarnings == right.monthlyEarnings && left.rate == right.rate
        && left.payers == right.payers && left.source == right.source && left.note == right.note
    }
  }

  /// What is paid out.
  public var benefit: Benefit
  /// The groups.
  public var groups: [Group]
  /// The parts, in [0, 1], that are paid out in the same year.
  public var phases: [Double]

  /// A question from its settings.
  public init(benefit: Benefit, groups: [Group], phases: [Double] = []) {
    self.benefit = benefit
    self.groups = groups
    self.phases = phases.isEmpty ? [1] : phases
  }

  /// The answer.
  ///
  /// - Throws: `QuestionFailure` if the benefit is not known, or a group has no payers.
  public func answer(on context: QuestionContext) throws(QuestionFailure) -> CoverAnswer {
    var named: Programme?
    if case .programme(let id) = benefit {
      named = try context.programmes([id], named: "benefit")[0]
    }
    var cases: [CoverAnswer.Case] = []
    for group in groups {
      let benefit: Programme
      if let named { benefit = named } else { benefit = try group.benefit(in: context.sam) }
      let reform = try context.reform(
        paying: benefit, paidBy: .contributions, payers: group.payers)
      for (scale, members) in group.members {
        let amount =
          members * group.monthlyEarnings * 12 * group.rate / 100
          / context.sam.unit.scale.factor
        for paidOut in phases {
          for effect in reform.effects(raising: amount, payingOut: paidOut) {
            cases.append(
              CoverAnswer.Case(
                group: group.name, scale: scale, members: members,
                phase: SchemePhase(payingOut: paidOut), effect: effect))
          }
        }
      }
    }
    return CoverAnswer(benefit: named, cases: cases)
  }
}

extension CoverQuestion.Group {
  /// A benefit to the households among the payers, in their shares.
  fileprivate func benefit(in sam: SocialAccountingMatrix) throws(QuestionFailure) -> Programme {
    let households = payers.filter { (try? sam.account($0.account).kind) == .household }
    let total = households.reduce(0) { $0 + $1.share }
    guard total > 0 else { throw .noHouseholdPays(group: name) }
    do {
      return try Programme(
        id: "members", name: "Benefits of members", family: .socialProtection,
        shares: households.map {
          Programme.Share(
            $0.share / total, to: $0.account, as: .transfer, evidence: .assumed, source: source,
            note: note)
        }, isRanked: false)
    } catch { throw .benefit(error, group: name) }
  }
}

/// What cover for groups of workers does, by group, scale, phase and use of reserves.
public struct CoverAnswer: Sendable {
  /// A group at one scale in one phase.
  public struct Case: Sendable {
    /// The group.
    public let group: String
    /// Pilot or sector.
    public let scale: CoverQuestion.Scale
    /// Members.
    public let members: Double
    /// How much is paid out.
    public let phase: SchemePhase
    /// What comes of it, in the unit of the matrix.
    public let effect: Reform.Effect
  }

  /// The programme that is paid out; `nil` for benefits of the members themselves.
  public let benefit: Programme?
  /// The cases.
  public let cases: [Case]
}
