public import AccountMatrix

/// How much of the demand for them activities meet: 1 all of it, 0 a fixed output.
///
/// The row of an activity in A is scaled by its share s; the demand that is not
/// met, (1 - s) of it, leaks as `leak:supply`. s between 0 and 1 stands for a
/// supply elasticity between zero and infinity.
///
/// Reference: Haggblade, Hammer & Hazell 1991, AJAE 73(2):361-374; Lewis &
/// Thorbecke 1992, World Development 20(6):881-897.
public struct SupplyResponse: Sendable, Hashable {
  /// Some activities, and the share of demand that they meet.
  package struct Entry: Sendable, Hashable {
    /// The activities: mostly a group or a code.
    package let selector: AccountSelector
    /// The share of demand that is met, in [0, 1].
    package let share: Double

    /// An entry from its parts; the share is checked by `SupplyResponse.init(_:)`.
    package init(selector: AccountSelector, share: Double) {
      self.selector = selector
      self.share = share
    }
  }

  /// The entries; a code goes before the group that it is in, and that before kinds and `*`.
  package let entries: [Entry]

  /// Every activity meets all demand.
  public static let free = SupplyResponse(checked: [])

  /// Whether every activity meets all demand.
  public var isFree: Bool { entries.allSatisfy { $0.share == 1 } }

  private init(checked entries: [Entry]) { self.entries = entries }

  /// Response shares by the word of a selector: a group, a code, `@activity` or `*`.
  ///
  /// - Throws: `Failure.text`, `Failure.outOfRange` or `Failure.repeated`.
  public init(_ shares: KeyValuePairs<String, Double>) throws(Failure) {
    var entries: [Entry] = []
    for (word, share) in shares {
      do {
        entries.append(Entry(selector: try AccountSelector(parsing: word), share: share))
      } catch { throw .text(error) }
    }
    try self.init(entries)
  }

  /// Response shares from entries.
  ///
  /// - Throws: `Failure.outOfRange` or `Failure.repeated`.
  package init(_ entries: [Entry]) throws(Failure) {
    var seen: Set<String> = []
    for entry in entries {
      let word = entry.selector.description
      guard entry.share >= 0, entry.share <= 1 else {
        throw .outOfRange(selector: word, share: entry.share)
      }
      guard seen.insert(word).inserted else { throw .repeated(word) }
    }
    self.init(checked: entries)
  }

  /// The same response with another share for some activities.
  ///
  /// - Throws: `Failure.outOfRange`.
  public func setting(
    _ selector: AccountSelector, to share: Double
  ) throws(Failure) -> SupplyResponse {
    let others = entries.filter { $0.selector.description != selector.description }
    return try SupplyResponse(others + [Entry(selector: selector, share: share)])
  }

  /// The same response with one share for every activity of a group, those named by their codes
  /// included, which else go before it.
  ///
  /// - Parameter share: the share of all of them; they meet all demand where it is one.
  /// - Throws: `Failure.outOfRange`.
  package func settingGroup(
    _ group: String, to share: Double, in sam: SocialAccountingMatrix
  ) throws(Failure) -> SupplyResponse {
    let codes = Set(sam.activities(inGroup: group).map { sam.accounts[$0].code })
    let others = entries.filter {
      let word = $0.selector.description
      return word != group && !codes.contains(word)
    }
    let isFree = share == 1 && others.allSatisfy { $0.selector.precedence >= 2 }
    return try SupplyResponse(
      isFree ? others : others + [Entry(selector: .named(group), share: share)])
  }

  /// By entry, the positions of the activities that it holds.
  ///
  /// - Throws: `Failure.accounts` or `Failure.notAnActivity`.
  package func members(in sam: SocialAccountingMatrix) throws(Failure) -> [[Int]] {
    var members: [[Int]] = []
    for entry in entries {
      let selector = entry.selector.resolved(among: sam.accounts)
      let found: [Int]
      do {
        found = try selector.positions(among: sam.accounts) {
          $0.kind == .activity || $0.kind == nil
        }
      } catch { throw .accounts(error) }
      if let other = found.first(where: { (sam.accounts[$0].kind ?? .activity) != .activity }) {
        throw .notAnActivity(sam.accounts[other].code)
      }
      // Where nobody says what an account is, only its code can name it as an activity.
      let unknown = found.map { sam.accounts[$0] }.filter { $0.kind == nil }.map { $0.code }
      if selector.precedence < 3, !unknown.isEmpty {
        throw .accounts(.kindsMissing(accounts: unknown))
      }
      members.append(found)
    }
    return members
  }

  /// The share of every account of a matrix; 1 for all that are not named.
  ///
  /// - Throws: `Failure.accounts` or `Failure.notAnActivity`.
  func shares(in sam: SocialAccountingMatrix) throws(Failure) -> [Double] {
    var result = [Double](repeating: 1, count: sam.accounts.count)
    let members = try members(in: sam)
    for precedence in 0...3 {
      for (entry, positions) in zip(entries, members)
      where entry.selector.resolved(among: sam.accounts).precedence == precedence {
        for i in positions { result[i] = entry.share }
      }
    }
    return result
  }

  /// Why response shares are refused.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The text is not of the form `NAME=SHARE`.
    case malformed(String)
    /// The share is outside [0, 1].
    case outOfRange(selector: String, share: Double)
    /// The same name is given two shares.
    case repeated(String)
    /// A word names no selector.
    case text(AccountSelector.Failure)
    /// No activities are meant, or not all that may be.
    case accounts(SocialAccountingMatrix.Failure)
    /// The account does not produce.
    case notAnActivity(String)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .malformed(let text):
        Diagnostic(
          "'\(text)' is not a response share", remedy: "Write NAME=SHARE, as in agriculture=0.5")
      case .outOfRange(let selector, let share):
        Diagnostic(
          "the response share of '\(selector)' is \(share.shortest)",
          remedy: "A share lies between 0 (output fixed) and 1 (all demand met)")
      case .repeated(let selector):
        Diagnostic("'\(selector)' is given two response shares", remedy: "Give one")
      case .text(let failure): failure.diagnostic
      case .accounts(.unknownAccount(let word, let nearest)),
        .accounts(.noAccounts(.named(let word), let nearest)):
        Diagnostic(
          "there is no group of activities and no activity '\(word)'", remedy: suggestion(nearest))
      case .accounts(let failure): failure.diagnostic
      case .notAnActivity(let code):
        Diagnostic(
          "the account '\(code)' is not an activity, so it has no supply to respond",
          remedy: "Name activities or a group of them")
      }
    }
  }
}

extension SupplyResponse: CustomStringConvertible {
  /// The entries as they are typed, or `all demand met`.
  public var description: String {
    isFree
      ? "all demand met"
      : entries.map { "\($0.selector)=\($0.share.shortest)" }.joined(separator: ",")
  }
}
