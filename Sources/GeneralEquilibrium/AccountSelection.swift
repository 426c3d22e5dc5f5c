public import AccountMatrix

/// Accounts named by a word: a code, `@kind`, a group, `skilled`, `unskilled`, or `*` for all.
///
/// A labour account is skilled if its group is `skilled`, or if it has the Nexus code of labour
/// that finished secondary school or more (`flab-s`, `flab-t`); all other labour is unskilled.
public struct AccountSelection: Sendable, Hashable {
  /// The word.
  public let word: String

  /// A selection from its word.
  public init(_ word: String) { self.word = word }

  /// All accounts.
  public static let all = AccountSelection("*")
  /// Labour that finished secondary school or more.
  public static let skilled = AccountSelection("skilled")
  /// All other labour.
  public static let unskilled = AccountSelection("unskilled")

  /// Whether an account is meant.
  public func contains(_ account: Account) -> Bool {
    if word == "*" || word == account.code { return true }
    if word.hasPrefix("@") { return account.kind?.rawValue == String(word.dropFirst()) }
    if account.kind == .labour, word == "skilled" || word == "unskilled" {
      return (word == "skilled") == Self.isSkilled(account)
    }
    return word == account.group
  }

  /// Whether the word means something in a matrix: a code or group of it, a kind, a word of all.
  func isKnown(in sam: SocialAccountingMatrix) -> Bool {
    if word.hasPrefix("@") { return Account.Kind(rawValue: String(word.dropFirst())) != nil }
    // Groups of the sectors may be empty in a matrix that has none of the sector.
    return ["*", "skilled", "unskilled", "agriculture", "industry", "services"].contains(word)
      || sam.contains(word) || sam.accounts.contains { $0.group == word }
  }

  private static func isSkilled(_ account: Account) -> Bool {
    account.group == "skilled"
      || (account.group == nil && (account.code == "flab-s" || account.code == "flab-t"))
  }
}
