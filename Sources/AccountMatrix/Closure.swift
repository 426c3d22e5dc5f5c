/// Which accounts absorb leakages (exogenous) and which respond (endogenous).
///
/// The default follows Pyatt & Round 1979: production, factors, enterprises and
/// households respond; government, taxes, social protection, non-profit
/// institutions, savings, stocks and the rest of the world do not.
public struct Closure: Sendable, Hashable {
  /// The accounts that do not respond.
  public let exogenous: [AccountSelector]

  /// A closure with these exogenous accounts, and all others endogenous.
  public init(exogenous: [AccountSelector]) { self.exogenous = exogenous }

  /// The kinds of account that do not respond in the closure of Pyatt & Round.
  package static let standardKinds: [Account.Kind] = [
    .government, .directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax,
    .socialProtection, .nonProfit, .savings, .stocks, .restOfWorld, .finalUse, .valueAdded,
    .primaryInput,
  ]

  /// The closure of Pyatt & Round, by kinds.
  public static let standard = Closure(exogenous: standardKinds.map { .kind($0) })

  /// A closure from a list such as `gov,@direct-tax,s-i,row`.
  ///
  /// - Throws: `AccountSelector.Failure` for an unknown kind or an empty list.
  public init(parsing list: String) throws(AccountSelector.Failure) {
    exogenous = try AccountSelector.list(parsing: list)
  }

  /// The same closure with further exogenous accounts.
  package func adding(_ others: [AccountSelector]) -> Closure {
    Closure(exogenous: exogenous + others)
  }
}

extension Closure {
  /// The accounts of one matrix, parted by a closure.
  package struct Partition: Sendable, Equatable {
    /// Positions of the accounts that respond.
    package let endogenous: [Int]
    /// Positions of the accounts that absorb leakages.
    package let exogenous: [Int]
    /// Positions of accounts without receipts and payments, which are left out.
    package let empty: [Int]
    /// Positions of exogenous accounts that were to respond, but whose payments are rounded to
    /// nothing (`roundedAwayAccounts`).
    package let rounded: [Int]
  }

  /// Parts the accounts of a matrix; a kind may have no account in it.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure` where a name is not in the matrix, kinds are asked
  ///   for and accounts have none, or a group is open.
  package func partition(
    of sam: SocialAccountingMatrix
  ) throws(SocialAccountingMatrix.Failure) -> Partition {
    var isExogenous = [Bool](repeating: false, count: sam.accounts.count)
    for selector in exogenous {
      for i in try selector.positions(among: sam.accounts, mayBeEmpty: true) {
        isExogenous[i] = true
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
  package var emptyAccounts: [Int] {
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

extension Sequence where Element: Hashable {
  /// The elements without repetition, in order of first appearance.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
