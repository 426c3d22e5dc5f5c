/// Accounts as a question names them: all, one by its code, a kind, a group, a named set.
///
/// Every list and every field that names accounts is read by `init(parsing:)` and looked up by
/// `positions(in:)`: closures, response shares, grades, controls, elasticities, groups.
public enum AccountSelector: Sendable, Hashable {
  /// Every account: `*`.
  case all
  /// The account with this code.
  case account(String)
  /// Every account of this kind: `@household`.
  case kind(Account.Kind)
  /// Every account of this group, such as `agriculture`.
  case group(String)
  /// Labour by its schooling: `skilled`, `unskilled`.
  case labour(Schooling)
  /// What a bare word stands for in a matrix: the account of this code, or else labour of this
  /// schooling, or else the group of this name.
  case named(String)

  /// Whether labour finished secondary school.
  public enum Schooling: String, Sendable, CaseIterable {
    /// Its group is `skilled`, or it has no group and the Nexus code of labour that finished
    /// secondary school or more (`flab-s`, `flab-t`).
    case skilled
    /// All other labour.
    case unskilled
  }

  /// The groups of activities and commodities that any classification knows; a matrix may have no
  /// account of them.
  package static let sectors = ["agriculture", "industry", "services"]
}

// MARK: - As text

extension AccountSelector: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The selector of a word: `*`, a kind behind an `@`, or a name.
  ///
  /// - Throws: `Failure.unknownKind`.
  public init(parsing word: String) throws(Failure) {
    if word == "*" {
      self = .all
    } else if word.hasPrefix("@") {
      guard let kind = Account.Kind(rawValue: String(word.dropFirst())) else {
        throw .unknownKind(word)
      }
      self = .kind(kind)
    } else {
      self = .named(word)
    }
  }

  /// The selectors of a list such as `gov,@direct-tax,s-i,row`.
  ///
  /// - Throws: `Failure.unknownKind` or `Failure.empty`.
  public static func list(
    parsing list: String, separator: Character = ","
  ) throws(Failure) -> [AccountSelector] {
    var selectors: [AccountSelector] = []
    for part in list.split(separator: separator) {
      let word = part.trimming(" ")
      if !word.isEmpty { selectors.append(try AccountSelector(parsing: word)) }
    }
    if selectors.isEmpty { throw .empty }
    return selectors
  }

  /// The selector of a word in a program; one of an unknown kind names no account of any matrix.
  public init(stringLiteral word: String) {
    do { self = try AccountSelector(parsing: word) } catch { self = .named(word) }
  }

  /// The word that stands for the selector.
  public var description: String {
    switch self {
    case .all: "*"
    case .kind(let kind): "@\(kind.rawValue)"
    case .labour(let schooling): schooling.rawValue
    case .account(let word), .group(let word), .named(let word): word
    }
  }

  /// Why a text names no accounts.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// No kind has this name.
    case unknownKind(String)
    /// The list is empty.
    case empty

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .unknownKind(let kind):
        Diagnostic(
          "there is no kind of account '\(kind)'",
          remedy: "Kinds are "
            + Account.Kind.allCases.map { "@\($0.rawValue)" }
            .joined(separator: " "))
      case .empty:
        Diagnostic(
          "the list of accounts is empty",
          remedy: "Name codes, groups or @kinds, for example gov,s-i,row or @government,@savings")
      }
    }
  }
}

// MARK: - In a matrix

extension AccountSelector {
  /// The positions of the accounts meant in a matrix, in its order; their count says how many.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure`: `.unknownAccount` or `.noAccounts` where there are
  ///   none, with the nearest names; `.kindsMissing` where a kind is asked for and accounts have
  ///   none; `.openGroup` where activities or commodities in no group may belong to this one.
  public func positions(
    in sam: SocialAccountingMatrix
  ) throws(SocialAccountingMatrix.Failure) -> [Int] {
    try positions(among: sam.accounts)
  }

  /// The positions among accounts of those meant.
  ///
  /// - Parameters:
  ///   - isEligible: which accounts groups, sets and `*` may hold; a code or kind holds any.
  ///   - mayBeEmpty: whether a kind without accounts is none in place of a failure.
  package func positions(
    among accounts: [Account], where isEligible: (Account) -> Bool = { _ in true },
    mayBeEmpty: Bool = false
  ) throws(SocialAccountingMatrix.Failure) -> [Int] {
    let meant = resolved(among: accounts)
    let members = accounts.indices.filter { meant.contains(accounts[$0]) }
    switch meant {
    case .account(let code):
      if members.isEmpty {
        throw .unknownAccount(
          code, nearest: nearestCodes(to: code, among: accounts.map { $0.code }))
      }
      return members
    case .kind:
      let unknown = accounts.filter { $0.kind == nil }.map { $0.code }
      if !unknown.isEmpty { throw .kindsMissing(accounts: unknown) }
      if members.isEmpty, !mayBeEmpty { throw .noAccounts(self, nearest: []) }
      return members
    case .all, .group, .labour, .named:
      let eligible = members.filter { isEligible(accounts[$0]) }
      if eligible.isEmpty { throw missing(among: accounts.filter(isEligible)) }
      if case .group = meant { try requireWhole(eligible, among: accounts) }
      return eligible
    }
  }

  /// Whether an account is meant; a name means whatever bears it, until it is resolved.
  package func contains(_ account: Account) -> Bool {
    switch self {
    case .all: return true
    case .account(let code): return account.code == code
    case .kind(let kind): return account.kind == kind
    case .group(let group): return account.group == group
    case .labour(let schooling): return account.schooling == schooling
    case .named(let word):
      return account.code == word || account.group == word || account.schooling?.rawValue == word
    }
  }

  /// What a name stands for among accounts; other selectors, and a name of nothing, as they are.
  package func resolved(among accounts: [Account]) -> AccountSelector {
    guard case .named(let word) = self else { return self }
    if accounts.contains(where: { $0.code == word }) { return .account(word) }
    if let schooling = Schooling(rawValue: word),
      accounts.contains(where: { $0.schooling == schooling })
    {
      return .labour(schooling)
    }
    return accounts.contains { $0.group == word } ? .group(word) : self
  }

  /// Whether the selector means something in a classification, though maybe no account of these: a
  /// kind, a sector or a schooling may be absent from a matrix, a code or another group may not.
  package func isKnown(among accounts: [Account]) -> Bool {
    switch resolved(among: accounts) {
    case .all, .kind, .labour: return true
    case .account(let code): return accounts.contains { $0.code == code }
    case .group(let word), .named(let word):
      return Self.sectors.contains(word) || Schooling(rawValue: word) != nil
        || accounts.contains { $0.group == word }
    }
  }

  /// The names that a misspelt one may have meant.
  package func nearest(among accounts: [Account]) -> [String] {
    nearestCodes(
      to: description, among: accounts.compactMap { $0.group }.uniqued + accounts.map { $0.code })
  }

  /// What goes before what where several selectors hold an account: its code before its group or
  /// schooling, these before its kind, and that before all. Names are to be resolved before.
  package var precedence: Int {
    switch self {
    case .all: 0
    case .kind: 1
    case .group, .labour, .named: 2
    case .account: 3
    }
  }

  /// Which of some resolved selectors says most exactly that it holds an account: of equally exact
  /// ones the last; `nil` if none holds it.
  package static func mostExact(
    _ selectors: [AccountSelector], holding account: Account
  ) -> Int? {
    var best: Int?
    for (k, selector) in selectors.enumerated() where selector.contains(account) {
      if selector.precedence >= (best.map { selectors[$0].precedence } ?? 0) { best = k }
    }
    return best
  }

  private func missing(among accounts: [Account]) -> SocialAccountingMatrix.Failure {
    if case .named(let word) = self, accounts.allSatisfy({ $0.group == nil }) {
      return .unknownAccount(word, nearest: nearest(among: accounts))
    }
    return .noAccounts(self, nearest: nearest(among: accounts))
  }

  /// Refuses a group of activities or commodities of which others are in no group.
  private func requireWhole(
    _ members: [Int], among accounts: [Account]
  ) throws(SocialAccountingMatrix.Failure) {
    for kind in [Account.Kind.activity, .commodity] {
      let own = members.count { accounts[$0].kind == kind }
      let outside = accounts.filter { $0.kind == kind && $0.group == nil }.map { $0.code }
      if own > 0, !outside.isEmpty {
        throw .openGroup(description, of: kind, members: own, outside: outside)
      }
    }
  }
}

extension Account {
  /// The schooling of labour; `nil` for other accounts.
  package var schooling: AccountSelector.Schooling? {
    guard kind == .labour else { return nil }
    let isSkilled = group == "skilled" || (group == nil && (code == "flab-s" || code == "flab-t"))
    return isSkilled ? .skilled : .unskilled
  }
}
