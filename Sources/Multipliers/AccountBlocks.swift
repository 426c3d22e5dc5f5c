public import AccountMatrix

/// The endogenous accounts parted into groups, between which and within which money circulates.
///
/// The default is that of Pyatt & Round 1979: production (activities,
/// commodities, margins), factors, and institutions (all others).
public struct AccountBlocks: Sendable, Equatable {
  /// A group and its accounts.
  public struct Block: Sendable, Equatable {
    /// The name of the group.
    public let name: String
    /// The codes of its endogenous accounts.
    public let accounts: [String]
  }

  /// An account and the group that it is in.
  package struct Entry: Sendable, Equatable {
    /// The account's code.
    package let account: String
    /// The group's name.
    package let group: String

    /// An entry from its parts.
    package init(account: String, group: String) {
      self.account = account
      self.group = group
    }
  }

  /// The groups in the order of first mention; none is empty.
  public let blocks: [Block]
  /// The number of the group of each endogenous account.
  let membership: [Int]

  /// Production, factors and institutions, by the kinds of the accounts.
  ///
  /// - Throws: `Failure.kindsMissing` if an endogenous account has no kind.
  public init(of model: MultiplierModel) throws(Failure) {
    let unknown = model.endogenous.filter { $0.kind == nil }
    guard unknown.isEmpty else { throw .kindsMissing(accounts: unknown.map({ $0.code })) }
    let entries = model.endogenous.map { account in
      let isFactor = account.kind?.isFactor == true
      let isProduction = account.kind?.isProduction == true
      return Entry(
        account: account.code,
        group: isProduction ? "production" : isFactor ? "factors" : "institutions")
    }
    try self.init(entries, of: model)
  }

  /// Groups as given; each endogenous account stands in one, exogenous accounts are passed over.
  ///
  /// - Throws: `Failure.overlapping`, `Failure.missing` or `Failure.unknown`.
  package init(_ entries: [Entry], of model: MultiplierModel) throws(Failure) {
    let sam = model.sam
    var groupOfAccount: [String: String] = [:]
    for entry in entries {
      guard sam.contains(entry.account) else {
        throw .unknown(
          entry.account,
          nearest: nearestCodes(to: entry.account, among: sam.accounts.map { $0.code }))
      }
      if let other = groupOfAccount.updateValue(entry.group, forKey: entry.account) {
        throw .overlapping(account: entry.account, groups: [other, entry.group])
      }
    }
    let missing = model.endogenous.map { $0.code }.filter { groupOfAccount[$0] == nil }
    guard missing.isEmpty else { throw .missing(accounts: missing) }
    let names = entries.map { $0.group }.uniqued.filter { name in
      model.endogenous.contains { groupOfAccount[$0.code] == name }
    }
    blocks = names.map { name in
      Block(
        name: name,
        accounts: model.endogenous.map { $0.code }.filter { groupOfAccount[$0] == name })
    }
    membership = model.endogenous.map { account in
      names.firstIndex { $0 == groupOfAccount[account.code] } ?? 0
    }
  }

  /// Why accounts cannot be parted so.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The default groups need the kinds of these accounts.
    case kindsMissing(accounts: [String])
    /// The account stands in two groups, or twice in one.
    case overlapping(account: String, groups: [String])
    /// These endogenous accounts are in no group.
    case missing(accounts: [String])
    /// No account has this code.
    case unknown(String, nearest: [String])

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .kindsMissing(let accounts):
        Diagnostic(
          "nothing says whether \(list(accounts)) belong to production, factors or institutions",
          remedy: """
            Give the kinds with \(.describeAccounts), or groups of your own with \(.groupAccounts)
            """)
      case .overlapping(let account, let groups):
        Diagnostic(
          groups.uniqued.count == 1
            ? "the account '\(account)' stands twice in the group '\(groups[0])'"
            : "the groups overlap: the account '\(account)' is in "
              + groups.map { "'\($0)'" }.joined(separator: " and in "),
          remedy: "Put each endogenous account into one group")
      case .missing(let accounts):
        Diagnostic(
          "\(count(accounts.count, "endogenous account")) "
            + "\(accounts.count == 1 ? "is" : "are") in no group: \(list(accounts))",
          remedy: "Put each endogenous account into one group")
      case .unknown(let code, let nearest):
        Diagnostic("there is no account '\(code)'", remedy: suggestion(nearest))
      }
    }
  }
}
