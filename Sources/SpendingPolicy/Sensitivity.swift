internal import AccountMatrix
internal import Multipliers

/// How far the order of two programmes hangs on each choice, one changed at a time.
public struct Sensitivity: Sendable, Equatable {
  /// What is changed.
  public enum Driver: String, Sendable, CaseIterable {
    /// Nothing.
    case baseline
    /// Response shares of activities.
    case response
    /// The matrix.
    case matrix
    /// Which accounts are exogenous.
    case closure
    /// The part of wages that replaces other earnings.
    case displacedEarnings = "displaced_earnings"
    /// The part of the franc that is spent on administration.
    case administration
    /// Who receives the money.
    case targeting
  }

  /// Both programmes under one choice.
  public struct Case: Sendable, Equatable {
    /// What is changed, for example `response`.
    public let driver: String
    /// To which value.
    public let setting: String
    /// The programme's GDP at factor cost per franc.
    public let value: Double
    /// That of what it is compared with.
    public let against: Double

    /// A case from its parts.
    package init(driver: String, setting: String, value: Double, against: Double) {
      self.driver = driver
      self.setting = setting
      self.value = value
      self.against = against
    }

    /// By how much the programme does more.
    public var difference: Double { value - against }
  }

  /// The cases of one driver between which the difference moves most.
  public struct Bar: Sendable, Equatable {
    /// The driver.
    public let driver: String
    /// The case with the smallest difference.
    public let low: Case
    /// The case with the largest difference.
    public let high: Case

    /// How far the difference moves.
    public var swing: Double { high.difference - low.difference }
  }

  /// As it is.
  public let baseline: Case
  /// One choice changed in each.
  public let cases: [Case]

  /// A tornado from its cases.
  package init(baseline: Case, cases: [Case]) {
    self.baseline = baseline
    self.cases = cases
  }

  /// Drivers by how far the difference moves between their cases and the baseline, largest first.
  public var bars: [Bar] {
    cases.map { $0.driver }.uniqued.map { driver in
      let own = [baseline] + cases.filter { $0.driver == driver }
      let sorted = own.enumerated().sorted {
        ($0.element.difference, $0.offset) < ($1.element.difference, $1.offset)
      }.map { $0.element }
      return Bar(
        driver: driver, low: sorted.first ?? baseline, high: sorted.last ?? baseline)
    }.enumerated().sorted { (-$0.element.swing, $0.offset) < (-$1.element.swing, $1.offset) }
      .map { $0.element }
  }

  /// The verdict on all cases.
  public var verdict: Verdict? {
    Verdict(
      cases: ([baseline] + cases).map {
        ("\($0.driver) \($0.setting)", $0.value, $0.against)
      })
  }
}

extension Programme {
  /// Commodities through which public administration is bought.
  package static let administrationServices: Set<String> = ["cpadm"]

  /// The part of the franc that is spent on administration: purchases of these commodities.
  public var administration: Double { administration(through: Self.administrationServices) }

  /// The part of the franc that buys these commodities.
  public func administration(through services: Set<String>) -> Double {
    shares.reduce(0) {
      $0 + ($1.role == .purchase && services.contains($1.account) ? $1.fraction : 0)
    }
  }

  /// The programme with another part of its franc spent on administration.
  ///
  /// Administration is what the programme buys of the commodities named; all other shares keep
  /// their proportions.
  ///
  /// - Returns: `nil` if the programme buys none of them, or nothing else.
  package func administered(
    at share: Double, through services: Set<String> = Self.administrationServices
  ) -> Programme? {
    let current = administration(through: services)
    func isService(_ share: Share) -> Bool {
      share.role == .purchase && services.contains(share.account)
    }
    guard current > 0, current < 1, (0...1).contains(share) else { return nil }
    return try? Programme(
      id: id, name: name, family: family,
      shares: shares.map {
        var scaled = $0
        scaled.fraction *= isService($0) ? share / current : (1 - share) / (1 - current)
        return scaled
      }, outlay: outlay, partOf: partOf, isRanked: isRanked)
  }
}
