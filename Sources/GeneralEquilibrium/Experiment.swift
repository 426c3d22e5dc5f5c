internal import AccountMatrix
internal import LinearAlgebra
public import Multipliers

/// What is done to the economy: money that the government spends, a gift that pays for it, and
/// changes of prices, taxes, supply and productivity.
public struct Experiment: Sendable, Equatable {
  /// A change relative to the base.
  public struct Change: Sendable, Equatable {
    /// What is changed.
    public enum Subject: String, Sendable, CaseIterable {
      /// The world price of a commodity's imports.
      case importPrice = "import-price"
      /// The world price of a commodity's exports.
      case exportPrice = "export-price"
      /// The import duty of a commodity.
      case tariff
      /// All rates of a tax account.
      case tax
      /// The supply of a factor.
      case supply
      /// The productivity of an activity's factors.
      case productivity
      /// Foreign saving.
      case foreignSaving = "foreign-saving"
    }

    /// What is changed.
    public var subject: Subject
    /// Of which account; empty for foreign saving.
    public var account: String
    /// By how many per cent of the base; -100 abolishes.
    public var percent: Double

    /// A change from its parts.
    public init(_ subject: Subject, of account: String = "", percent: Double) {
      self.subject = subject
      self.account = account
      self.percent = percent
    }
  }

  /// What the government spends, in money of consumers at base prices.
  public var injection: Injection
  /// A gift from abroad to the government, in foreign currency at the rate of the base.
  public var grant: Double
  /// Changes of prices, taxes, supply and productivity.
  public var changes: [Change]

  /// An experiment from its parts.
  public init(_ injection: Injection = Injection([]), grant: Double = 0, changes: [Change] = []) {
    self.injection = injection
    self.grant = grant
    self.changes = changes
  }

  /// What the government spends in total.
  public var size: Double { injection.total }
}

extension EquilibriumModel {
  /// By how much an experiment moves the levers.
  func moves(of experiment: Experiment) throws(Failure) -> [Double] {
    var moves = [Double](repeating: 0, count: system.levers.count)
    for amount in experiment.injection.amounts {
      let account: Int
      do { account = try sam.index(of: amount.account) } catch { throw .matrix(error) }
      // What the government pays itself moves nothing.
      if account == matrix.government { continue }
      moves[try position(of: .injection(account), named: amount.account)] += amount.value
    }
    if experiment.grant != 0 {
      moves[try position(of: .grant, named: "grant")] += experiment.grant
    }
    for change in experiment.changes {
      if change.account == "*" {
        try moveAll(change, in: &moves)
        continue
      }
      let lever = try lever(of: change)
      let name = change.subject.rawValue + (change.account.isEmpty ? "" : ":\(change.account)")
      Self.scale(&moves[try position(of: lever, named: name)], by: change.percent)
    }
    return moves
  }

  /// A change of every account that it fits.
  private func moveAll(
    _ change: Experiment.Change, in moves: inout [Double]
  ) throws(Failure) {
    var count = 0
    for (position, lever) in system.levers.enumerated() where lever.subject == change.subject {
      Self.scale(&moves[position], by: change.percent)
      count += 1
    }
    guard count > 0 else {
      throw .noEffect("\(change.subject.rawValue):*", reason: "no account has any to change")
    }
  }

  /// Changes a lever whose base is one by per cent, on top of what has moved it.
  private static func scale(_ move: inout Double, by percent: Double) {
    move += (1 + move) * percent / 100
  }

  private func position(of lever: Lever, named name: String) throws(Failure) -> Int {
    if let position = system.levers.firstIndex(of: lever) { return position }
    throw .noEffect(name, reason: Self.reason(for: lever, regime: regime))
  }

  private static func reason(for lever: Lever, regime: Regime) -> String {
    switch lever {
    case .injection: "the account has no payments, or all of it is exported"
    case .importPrice: "the commodity is not imported"
    case .exportPrice: "no output of the commodity is exported under '\(regime.name)'"
    case .tariff: "the commodity pays no import duty"
    case .tax: "nobody pays this tax"
    case .supply: "the factor is idle under '\(regime.name)', so that supply follows demand"
    case .productivity: "the activity uses no factor"
    case .grant, .foreignSaving: "foreign saving adjusts under '\(regime.name)'"
    }
  }

  private func lever(of change: Experiment.Change) throws(Failure) -> Lever {
    if change.subject == .foreignSaving {
      guard matrix.flows[matrix.savings, matrix.world] != 0 else {
        throw .noEffect("foreign-saving", reason: "there is none in the base")
      }
      return .foreignSaving
    }
    let account: Int
    do { account = try sam.index(of: change.account) } catch { throw .matrix(error) }
    switch change.subject {
    case .importPrice: return .importPrice(account)
    case .exportPrice: return .exportPrice(account)
    case .tariff: return .tariff(account)
    case .tax: return .tax(account)
    case .supply: return .supply(account)
    case .productivity, .foreignSaving: return .productivity(account)
    }
  }
}
