public import AccountMatrix

/// A spending programme: where one franc of it goes.
public struct Programme: Sendable, Equatable, Identifiable {
  /// What kind of spending a programme is.
  public enum Family: String, Sendable, CaseIterable {
    /// Transfers and social insurance.
    case socialProtection = "social-protection"
    /// Services, investment and subsidies.
    case otherPublicSpending = "other-public-spending"
    /// A tax that is not collected.
    case tax
  }

  /// How a share of the franc reaches an account.
  public enum Role: String, Sendable, CaseIterable {
    /// Money given to a household or enterprise.
    case transfer
    /// A commodity bought; regular staff is bought through the commodity of their service.
    case purchase
    /// Pay that the programme itself gives to workers it hires directly.
    case wages
  }

  /// How well a figure is known, best first.
  public enum Evidence: String, Sendable, CaseIterable, Comparable {
    /// Printed by the source named.
    case published
    /// Computed from published figures.
    case derived
    /// Nobody has published it.
    case assumed
    /// No claim on a country: spending as an archetype has it (`Archetypes`).
    case archetype

    /// The grades, best first; an archetype has none.
    public static let allCases: [Evidence] = [.published, .derived, .assumed]

    /// Better evidence comes first.
    public static func < (left: Evidence, right: Evidence) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .published: 0
      case .derived: 1
      case .assumed: 2
      case .archetype: 3
      }
    }
  }

  /// A part of the franc.
  public struct Share: Sendable, Equatable {
    /// The account that receives it.
    public var account: String
    /// The part, in [0, 1].
    public var fraction: Double
    /// How it reaches the account.
    public var role: Role
    /// How well the part is known.
    public var evidence: Evidence
    /// Where the figure is from.
    public var source: String
    /// What a reader must know about it.
    public var note: String

    /// A share from its parts.
    public init(
      _ fraction: Double, to account: String, as role: Role, evidence: Evidence,
      source: String = "", note: String = ""
    ) {
      self.account = account
      self.fraction = fraction
      self.role = role
      self.evidence = evidence
      self.source = source
      self.note = note
    }
  }

  /// What is spent on a programme in a year.
  public struct Outlay: Sendable, Equatable {
    /// The amount, in `unit`.
    public var amount: Double
    /// The unit of the amount.
    public var unit: CurrencyUnit
    /// The calendar or fiscal year, for example `2022` or `2020/21`.
    public var year: String
    /// How well the amount is known.
    public var evidence: Evidence
    /// Where the figure is from.
    public var source: String

    /// An outlay from its parts.
    public init(
      _ amount: Double, unit: CurrencyUnit, year: String, evidence: Evidence, source: String = ""
    ) {
      self.amount = amount
      self.unit = unit
      self.year = year
      self.evidence = evidence
      self.source = source
    }
  }

  /// The identifier, for example `vup-direct-support`.
  public let id: String
  /// The name in words.
  public let name: String
  /// What kind of spending it is.
  public let family: Family
  /// The parts of the franc, which add to one.
  public let shares: [Share]
  /// What is spent on it, where known.
  public let outlay: Outlay?
  /// The programme that this one is inside of; totals count it once.
  public let partOf: String?
  /// Whether it stands in the ranking and in family averages.
  public let isRanked: Bool
  /// What somebody might trade a franc of social protection with: the name of a part of other public
  /// spending that the programme belongs to.
  public let basket: String?

  /// A programme from its shares, which are scaled to add to one exactly.
  ///
  /// - Throws: `Failure` if the shares do not add to one within 5e-6 (their
  ///   printed rounding), one is negative, an account has two shares in one role, or the outlay is
  ///   no amount.
  public init(
    id: String, name: String, family: Family, shares: [Share], outlay: Outlay? = nil,
    partOf: String? = nil, isRanked: Bool = true, basket: String? = nil
  ) throws(Failure) {
    if let negative = shares.first(where: { !($0.fraction >= 0) }) {
      throw .negativeShare(programme: id, account: negative.account, share: negative.fraction)
    }
    for (index, share) in shares.enumerated()
    where shares[..<index].contains(where: {
      $0.account == share.account && $0.role == share.role
    }) {
      throw .repeatedShare(programme: id, account: share.account)
    }
    let sum = shares.reduce(0) { $0 + $1.fraction }
    guard abs(sum - 1) <= Self.printedRounding else {
      throw .sharesDoNotAddToOne(programme: id, sum: sum)
    }
    if let amount = outlay?.amount, !amount.isAmount {
      throw .outlay(programme: id, amount: amount)
    }
    self.id = id
    self.name = name
    self.family = family
    self.shares = shares.map { share in
      var scaled = share
      scaled.fraction /= sum
      return scaled
    }
    self.outlay = outlay
    self.partOf = partOf
    self.isRanked = isRanked
    self.basket = basket
  }

  /// How far shares may miss their sum because they are printed with six decimals.
  private static let printedRounding = 5e-6

  /// The weakest evidence that holds a fifth of the franc or more.
  public var evidence: Evidence {
    if isArchetype { return .archetype }
    let weakestFirst = Evidence.allCases.sorted(by: >)
    return weakestFirst.first { level in
      shares.reduce(0) { $0 + ($1.evidence == level ? $1.fraction : 0) }
        >= 0.2 - Self.printedRounding
    } ?? .assumed
  }

  /// Whether it is spending that any country has, and no programme.
  public var isArchetype: Bool { shares.contains { $0.evidence == .archetype } }

  /// The part of the franc that the programme pays to workers itself.
  package var directWages: Double {
    shares.reduce(0) { $0 + ($1.role == .wages ? $1.fraction : 0) }
  }
}

extension Programme {
  /// Why shares do not make a programme.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The shares add to something else than one.
    case sharesDoNotAddToOne(programme: String, sum: Double)
    /// A share is negative or not a number.
    case negativeShare(programme: String, account: String, share: Double)
    /// An account has two shares in the same role.
    case repeatedShare(programme: String, account: String)
    /// An outlay that is not finite, or too large to be added up.
    case outlay(programme: String, amount: Double)
    /// A share's role does not fit its account.
    case roleMismatch(programme: String, account: String, role: Role, kind: Account.Kind)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .sharesDoNotAddToOne(let programme, let sum):
        Diagnostic(
          "the shares of the programme '\(programme)' add to \(sum.sixDigits), not to 1",
          remedy: abs(sum - 1) < 0.02
            ? "Write rounded shares with more digits, as in 0.333333, or let the last be what the "
              + "others leave, as in 0.334 beside 0.333 twice"
            : "What is spent must be spent once: correct the shares")
      case .negativeShare(let programme, let account, let share):
        Diagnostic(
          "the programme '\(programme)' has the share \(share.sixDigits) on '\(account)'",
          remedy: "A share lies between 0 and 1")
      case .repeatedShare(let programme, let account):
        Diagnostic(
          "the programme '\(programme)' has two shares on '\(account)' in the same role",
          remedy: "Add them up")
      case .outlay(let programme, let amount):
        Diagnostic(
          "the outlay of the programme '\(programme)' is \(amount.sixDigits)",
          remedy: "Give an amount of money, or none where it is not known")
      case .roleMismatch(let programme, let account, let role, let kind):
        Diagnostic(
          "the programme '\(programme)' has the role '\(role.rawValue)' on '\(account)', which is "
            + "of kind \(kind.rawValue)",
          remedy: "A transfer goes to a household or enterprise, a purchase to a commodity, wages "
            + "to a household or to labour")
      }
    }
  }

  /// Refuses a matrix in which an account of the programme is of a kind that its role does not fit.
  ///
  /// - Throws: `Failure.roleMismatch`; accounts that the matrix lacks are passed over.
  package func requireFit(to sam: SocialAccountingMatrix) throws(Failure) {
    for share in shares {
      guard let kind = try? sam.account(share.account).kind else { continue }
      guard Self.fits(share.role, kind) else {
        throw .roleMismatch(
          programme: id, account: share.account, role: share.role, kind: kind)
      }
    }
  }

  /// Whether a role makes sense for an account of some kind; exogenous kinds
  /// take transfers, which leak at once.
  package static func fits(_ role: Role, _ kind: Account.Kind) -> Bool {
    switch role {
    case .purchase: kind == .commodity || kind == .activity
    case .wages: kind == .household || kind == .labour || kind == .factor
    case .transfer: !kind.isProduction && !kind.isFactor && !kind.isOneSided
    }
  }

  /// The role that a share has where none is given.
  package static func defaultRole(for kind: Account.Kind?) -> Role {
    guard let kind else { return .transfer }
    if kind.isProduction { return .purchase }
    return kind.isFactor ? .wages : .transfer
  }
}
