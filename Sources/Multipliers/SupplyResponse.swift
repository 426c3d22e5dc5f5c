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
  /// A group of activities or a code, and the share of demand that it meets.
  package struct Entry: Sendable, Hashable {
    /// Group name or account code.
    package let selector: String
    /// The share of demand that is met, in [0, 1].
    package let share: Double

    /// An entry from its parts; the share is checked by `SupplyResponse.init(_:)`.
    package init(selector: String, share: Double) {
      self.selector = selector
      self.share = share
    }
  }

  /// The entries; a code goes before the group that it is in.
  package let entries: [Entry]

  /// Every activity meets all demand.
  public static let free = SupplyResponse(checked: [])

  /// Whether every activity meets all demand.
  public var isFree: Bool { entries.allSatisfy { $0.share == 1 } }

  private init(checked entries: [Entry]) { self.entries = entries }

  /// Response shares by group name or account code.
  ///
  /// - Throws: `Failure.outOfRange` for a share outside [0, 1].
  public init(_ shares: KeyValuePairs<String, Double>) throws(Failure) {
    var entries: [Entry] = []
    for (selector, share) in shares { entries.append(Entry(selector: selector, share: share)) }
    try self.init(entries)
  }

  /// Response shares from entries.
  ///
  /// - Throws: `Failure.outOfRange` or `Failure.repeated`.
  package init(_ entries: [Entry]) throws(Failure) {
    var seen: Set<String> = []
    for entry in entries {
      guard entry.share >= 0, entry.share <= 1 else {
        throw .outOfRange(selector: entry.selector, share: entry.share)
      }
      guard seen.insert(entry.selector).inserted else { throw .repeated(entry.selector) }
    }
    self.init(checked: entries)
  }

  /// Response shares from a list such as `agriculture=0.5,amine=0`.
  ///
  /// - Throws: `Failure.malformed`, `Failure.outOfRange` or `Failure.repeated`.
  public init(parsing list: String) throws(Failure) {
    var entries: [Entry] = []
    for part in list.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      let selector = sides[0].trimming(" ")
      guard sides.count == 2, !selector.isEmpty,
        let share = Double(plainDecimal: sides[1].trimming(" "))
      else {
        throw .malformed(String(part))
      }
      entries.append(Entry(selector: selector, share: share))
    }
    if entries.isEmpty { throw .malformed(list) }
    try self.init(entries)
  }

  /// The same response with another share for one group or code.
  public func setting(_ selector: String, to share: Double) throws(Failure) -> SupplyResponse {
    let entry = Entry(selector: selector, share: share)
    return try SupplyResponse(entries.filter { $0.selector != selector } + [entry])
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
    let others = entries.filter { $0.selector != group && !codes.contains($0.selector) }
    return try SupplyResponse(
      share == 1 ? others : others + [Entry(selector: group, share: share)])
  }

  /// The share of every account of a matrix; 1 for all that are not named.
  ///
  /// - Throws: `Failure.unknown` or `Failure.notAnActivity`.
  func shares(in sam: SocialAccountingMatrix) throws(Failure) -> [Double] {
    var result = [Double](repeating: 1, count: sam.accounts.count)
    let byGroupThenCode =
      entries.filter { !sam.contains($0.selector) } + entries.filter { sam.contains($0.selector) }
    for entry in byGroupThenCode {
      if let position = try? sam.index(of: entry.selector) {
        let kind = sam.accounts[position].kind
        guard kind == nil || kind == .activity else { throw .notAnActivity(entry.selector) }
        result[position] = entry.share
        continue
      }
      let members = sam.indices(of: .activity).filter {
        sam.accounts[$0].group == entry.selector
      }
      let outside = sam.ungroupedActivities.map { sam.accounts[$0].code }
      guard members.isEmpty || outside.isEmpty else {
        throw .openGroup(entry.selector, members: members.count, outside: outside)
      }
      guard !members.isEmpty else {
        let activities = sam.accounts.filter { $0.kind == .activity || $0.kind == nil }
        let groups = activities.compactMap { $0.group }.uniqued
        throw .unknown(
          entry.selector,
          nearest: nearestCodes(to: entry.selector, among: groups + activities.map { $0.code }))
      }
      for i in members { result[i] = entry.share }
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
    /// Neither a group of activities nor an account has this name.
    case unknown(String, nearest: [String])
    /// Activities are in no group, and so may belong to this one.
    case openGroup(String, members: Int, outside: [String])
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
      case .unknown(let selector, let nearest):
        Diagnostic(
          "there is no group of activities and no activity '\(selector)'",
          remedy: suggestion(nearest))
      case .openGroup(let group, let members, let outside):
        Diagnostic(
          "the group '\(group)' has \(members) \(members == 1 ? "activity" : "activities"), and "
            + "\(outside.count) more \(outside.count == 1 ? "is" : "are") in no group: "
            + outside.prefix(10).joined(separator: ", ") + (outside.count > 10 ? ", ..." : ""),
          remedy:
            "Say the group of every activity with \(.describeAccounts), or name activities by code")
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

extension Sequence where Element: Hashable {
  /// The elements without repetition, in order of first appearance.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
