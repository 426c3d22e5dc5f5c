public import AccountMatrix

/// Who receives the cash of a programme: the same money with other keys.
public enum Targeting: Sendable, Equatable {
  /// As the programme's own shares, from the survey.
  case survey
  /// Equal shares of each household group of the poorest quintiles, up to this one.
  case poorest(quintiles: Int)

  /// Targeting from its name: `survey`, `poorest-20`, `poorest-40`, `poorest-60`, `poorest-80` or
  /// `everybody`; `nil` for another.
  public init?(_ text: String) {
    switch text {
    case "survey": self = .survey
    case "everybody": self = .poorest(quintiles: 5)
    default:
      guard
        let rule = ["poorest-20", "poorest-40", "poorest-60", "poorest-80"].firstIndex(of: text)
      else { return nil }
      self = .poorest(quintiles: rule + 1)
    }
  }

  /// The name by which it is asked for.
  public var id: String {
    switch self {
    case .survey: "survey"
    case .poorest(5): "everybody"
    case .poorest(let quintiles): "poorest-\(20 * quintiles)"
    }
  }
}

extension Targeting {
  /// Why the money of a programme cannot be handed out by another key.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The programme hands out nothing to households.
    case handsOutNothing(programme: String)
    /// A household has no quintile.
    case quintileUnknown(account: String)
    /// The programme reaches nobody in one of the quintiles.
    case reachesNobody(programme: String)
    /// The shares that follow make no programme.
    case shares(Programme.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .handsOutNothing(let id):
        Diagnostic(
          "the programme '\(id)' hands out nothing to households, so it cannot be targeted",
          remedy: "Name a programme with transfers or wages")
      case .quintileUnknown(let account):
        Diagnostic(
          "the quintile of '\(account)' is not known",
          remedy: "Give it with \(.describeAccounts)")
      case .reachesNobody(let id):
        Diagnostic(
          "the programme '\(id)' reaches nobody in one of the quintiles, so its money has no key "
            + "between town and country there", remedy: "Name a programme that reaches all")
      case .shares(let failure): failure.diagnostic
      }
    }
  }
}

/// One way to hand out the money of a programme, and how well it reaches the poor.
package struct TargetedProgramme: Sendable, Equatable {
  /// The rule.
  package let targeting: Targeting
  /// The programme with these shares.
  package let programme: Programme
  /// The part of the money handed out that reaches households outside the target group.
  package let inclusionError: Double
  /// What quintiles of the target group lack of a fifth of the money each, as a part of it all;
  /// zero where each receives at least its part of people.
  package let quintileShortfall: Double
  /// The part of the franc that is spent on administration and goods.
  package let administration: Double
}

extension Programme {
  /// The programme with its money to households handed out by another key.
  ///
  /// A quintile holds a fifth of the people, so each of the quintiles reached gets the same; a
  /// quintile's money is split over town and country as the programme splits it.
  ///
  /// - Parameters:
  ///   - targeting: who receives.
  ///   - target: the quintiles that ought to be reached, from the poorest.
  ///   - sam: a matrix whose households have quintiles.
  /// - Throws: `Targeting.Failure` if the programme hands out nothing, or quintiles are not known.
  package func targeted(
    _ targeting: Targeting, target: Int = 2, in sam: SocialAccountingMatrix
  ) throws(Targeting.Failure) -> TargetedProgramme {
    let handed = shares.filter { share in
      (try? sam.account(share.account).kind) == .household
    }
    let total = handed.reduce(0) { $0 + $1.fraction }
    guard total > 0 else {
      throw .handsOutNothing(programme: id)
    }
    func quintile(_ code: String) -> Int? { try? sam.account(code).quintile }
    var byQuintile = [Double](repeating: 0, count: 6)
    for share in handed {
      guard let q = quintile(share.account), (1...5).contains(q) else {
        throw .quintileUnknown(account: share.account)
      }
      byQuintile[q] += share.fraction
    }
    var made = self
    if case .poorest(let quintiles) = targeting {
      guard (1...quintiles).allSatisfy({ byQuintile[$0] > 0 }) else {
        throw .reachesNobody(programme: id)
      }
      let moved = shares.compactMap { share -> Share? in
        guard let q = quintile(share.account), handed.contains(share) else { return share }
        guard q <= quintiles else { return nil }
        var share = share
        share.fraction *= total / Double(quintiles) / byQuintile[q]
        share.evidence = .assumed
        return share
      }
      do {
        made = try Programme(
          id: "\(id)-\(targeting.id)", name: "\(name), \(targeting.id)", family: family,
          shares: moved, isRanked: false)
      } catch { throw .shares(error) }
    }
    var received = [Double](repeating: 0, count: 6)
    for share in made.shares where handed.contains(where: { $0.account == share.account }) {
      received[quintile(share.account) ?? 0] += share.fraction / total
    }
    let wanted = 1...max(1, min(5, target))
    let lacking = wanted.reduce(0) { $0 + max(0, 0.2 - received[$1]) }
    return TargetedProgramme(
      targeting: targeting, programme: made,
      inclusionError: 1 - wanted.reduce(0) { $0 + received[$1] },
      quintileShortfall: lacking / (0.2 * Double(wanted.count)),
      administration: 1 - total)
  }
}
