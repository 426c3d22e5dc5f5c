/// Which accounts absorb leakages (exogenous) and which respond (endogenous).
///
/// The default follows Pyatt & Round 1979: production, factors, enterprises and
/// households respond; government, taxes, social protection, non-profit
/// institutions, savings, stocks and the rest of the world do not.
public struct Closure: Sendable, Hashable {
  /// One account, or all accounts of a kind.
  public enum Selector: Sendable, Hashable, CustomStringConvertible {
    /// The account with this code.
    case account(String)
    /// Every account of this kind.
    case kind(Account.Kind)

    /// The code, or the kind behind an `@`.
    public var description: String {
      switch self {
      case .account(let code): code
      case .kind(let kind): "@\(kind.rawValue)"
      }
    }
  }

  /// The accounts that do not respond.
  public let exogenous: [Selector]

  /// A closure with these exogenous accounts, and all others endogenous.
  public init(exogenous: [Selector]) { self.exogenous = exogenous }

  /// The kinds of account that do not respond in the closure of Pyatt & Round.
  package static let standardKinds: [Account.Kind] = [
    .government, .directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax,
    .socialProtection, .nonProfit, .savings, .stocks, .restOfWorld, .finalUse, .valueAdded,
    .primaryInput,
  ]

  /// The closure of Pyatt & Round, by kinds.
  public static let standard = Closure(exogenous: standardKinds.map { Selector.kind($0) })

  /// A closure from a list such as `gov,@direct-tax,s-i,row`.
  ///
  /// - Throws: `Failure.unknownKind` or `Failure.empty`.
  public init(parsing list: String) throws(Failure) {
    var selectors: [Selector] = []
    for part in list.split(separator: ",") {
      let word = part.trimming(" ")
      if word.isEmpty { continue }
      if word.hasPrefix("@") {
        guard let kind = Account.Kind(rawValue: String(word.dropFirst())) else {
          throw .unknownKind(word)
        }
        selectors.append(.kind(kind))
      } else {
        selectors.append(.account(word))
      }
    }
    if selectors.isEmpty { throw .empty }
    exogenous = selectors
  }

  /// Why a list is not a closure.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// No kind has this name.
    case unknownKind(String)
    /// The list names no account.
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
          "the list of exogenous accounts is empty",
          remedy: "Name codes or @kinds, for example gov,s-i,row or @government,@savings")
      }
    }
  }
}

extension Closure {
  /// The accounts of one matrix, parted by a closure.
  public struct Partition: Sendable, Equatable {
    /// Positions of the accounts that respond.
    public let endogenous: [Int]
    /// Positions of the accounts that absorb leakages.
    public let exogenous: [Int]
    /// Positions of accounts without receipts and payments, which are left out.
    public let empty: [Int]
    /// Positions of exogenous accounts that were to respond, but whose payments are rounded to
    /// nothing (`roundedAwayAccounts`).
    public let rounded: [Int]
  }

  /// Parts the accounts of a matrix.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure.unknownAccount` if a code is not
  ///   in the matrix; `.kindsMissing` if kinds are asked for and accounts have none.
  public func partition(
    of sam: SocialAccountingMatrix
  ) throws(SocialAccountingMatrix.Failure) -> Partition {
    var isExogenous = [Bool](repeating: false, count: sam.accounts.count)
    for selector in exogenous {
      switch selector {
      case .account(let code): isExogenous[try sam.index(of: code)] = true
      case .kind(let kind):
        guard sam.hasKinds else {
          throw .kindsMissing(accounts: sam.accounts.filter { $0.kind == nil }.map { $0.code })
        }
        for i in sam.indices(of: kind) { isExogenous[i] = true }
      }
    }
    let empty = sam.emptyAccounts
    let isEmpty = Set(empty)
    let payments = sam.payments
    let rounded = sam.roundedAwayAccounts.filter { payments[$0] == 0 && !isExogenous[$0] }
    for i in rounded { isExogenous[i] = true }
    return Partition(
      endogenous: sam.accounts.indices.filter { !isExogenous[$0] && !isEmpty.contains($0) },
      exogenous: sam.accounts.indices.filter { isExogenous[$0] && !isEmpty.contains($0) },
      empty: empty, rounded: rounded)
  }
}

extension SocialAccountingMatrix {
  /// Positions of the accounts that neither receive nor pay anything.
  public var emptyAccounts: [Int] {
    accounts.indices.filter { i in
      accounts.indices.allSatisfy { self[i, $0] == 0 && self[$0, i] == 0 }
    }
  }
}

extension StringProtocol {
  /// The text without leading and trailing characters of a set.
  package func trimming(_ characters: String) -> String {
    var part = self[...]
    while let first = part.first, characters.contains(first) { part.removeFirst() }
    while let last = part.last, characters.contains(last) { part.removeLast() }
    return String(part)
  }
}
