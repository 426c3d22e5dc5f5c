public import AccountMatrix
internal import LinearAlgebra

/// What an injection does: receipts that rise, and leakages that end the rounds.
public struct Response: Sendable, Equatable {
  /// One exogenous account, or unmet demand, and what leaks into it.
  public struct Leakage: Sendable, Equatable {
    /// The exogenous account's code; `supply` for demand that activities do not meet.
    public let account: String
    /// The amount, in the unit of the matrix.
    public let amount: Double
  }

  /// The model that was asked.
  public let model: MultiplierModel
  /// What was injected.
  public let injection: Injection
  /// By how much the receipts of each endogenous account rise, in the unit of the matrix.
  public let changes: [Double]
  /// Leakages in the order of the exogenous accounts; `supply` last, where shares are below one.
  public let leakages: [Leakage]
  /// The change of each measure; `nil` for a matrix whose accounts have no kinds.
  public let measures: Measures?

  /// The endogenous accounts.
  public var accounts: [Account] { model.endogenous }

  /// The sum of the leakages, which equals the injection.
  public var totalLeakage: Double { leakages.reduce(0) { $0 + $1.amount } }

  /// By how much the receipts of an endogenous account rise.
  ///
  /// - Throws: `MultiplierModel.Failure.exogenousAccount` for an account that absorbs leakages, of
  ///   which `leakage(to:)` tells; `.emptyAccount` or `.matrix(.unknownAccount)`.
  public func change(of code: String) throws(MultiplierModel.Failure) -> Double {
    changes[try model.position(of: code)]
  }

  /// What leaks into an exogenous account or, as `supply`, into unmet demand.
  ///
  /// - Throws: `MultiplierModel.Failure.endogenousAccount` for an account that responds, of which
  ///   `change(of:)` tells; `.emptyAccount` or `.matrix(.unknownAccount)`.
  public func leakage(to code: String) throws(MultiplierModel.Failure) -> Double {
    if let leakage = leakages.first(where: { $0.account == code }) { return leakage.amount }
    if code == Leakage.supply { return 0 }
    _ = try model.position(of: code)
    throw .endogenousAccount(code)
  }
}

extension Response.Leakage {
  /// The name of the leakage that stands for demand which activities do not meet.
  public static let supply = "supply"
}

extension MultiplierModel {
  /// What an injection does to every account.
  ///
  /// - Throws: `Failure.exogenousAccount` or `.matrix(.unknownAccount)` for a
  ///   receiver that does not respond; `Failure.leakagesDiffer` if leakages do
  ///   not add to the injection to 1e-9 of it.
  /// - Complexity: O(n²).
  public func response(to injection: Injection) throws(Failure) -> Response {
    try response(to: injection, exogenousReceivers: false)
  }

  /// What an injection does, where amounts paid to exogenous accounts may leak at once.
  package func response(
    to injection: Injection, exogenousReceivers: Bool
  ) throws(Failure) -> Response {
    let (x, leakingAtOnce) = try amounts(
      of: injection, exogenousReceivers: exogenousReceivers)
    let y = factors.solve(zip(shares, x).map { $0 * $1 })

    let leaking = zip(leakageRates * y, leakingAtOnce).map { $0 + $1 }
    var leakages = zip(exogenous, leaking).map {
      Response.Leakage(account: $0.code, amount: $1)
    }
    if !settings.supply.isFree {
      let unmetAtOnce = shares.map { 1 - $0 }.dot(x)
      leakages.append(
        Response.Leakage(
          account: Response.Leakage.supply, amount: unmetRates.dot(y) + unmetAtOnce))
    }
    let result = Response(
      model: self, injection: injection, changes: y, leakages: leakages,
      measures: measures(of: y))
    let size = injection.amounts.reduce(0) { $0 + abs($1.value) }
    try Self.requireEqual(injection.total, result.totalLeakage, size: size)
    return result
  }

  /// The amounts of an injection by endogenous and by exogenous account.
  ///
  /// - Throws: `Failure.exogenousAccount` for an exogenous receiver where none is allowed;
  ///   `.emptyAccount` or `.matrix(.unknownAccount)`.
  package func amounts(
    of injection: Injection, exogenousReceivers: Bool = false
  ) throws(Failure) -> (inside: [Double], leakingAtOnce: [Double]) {
    try injection.requireFinite()
    var x = [Double](repeating: 0, count: endogenous.count)
    var leakingAtOnce = [Double](repeating: 0, count: exogenous.count)
    for amount in injection.amounts {
      if exogenousReceivers, let i = exogenous.firstIndex(where: { $0.code == amount.account }) {
        leakingAtOnce[i] += amount.value
      } else {
        x[try position(of: amount.account)] += amount.value
      }
    }
    return (x, leakingAtOnce)
  }

  /// What of an injection is paid to exogenous accounts, and leaks at once.
  package func leakingAtOnce(of injection: Injection) -> Double {
    injection.total - endogenousPart(of: injection).total
  }

  /// An injection without what is paid to exogenous accounts, which leaks at once.
  package func endogenousPart(of injection: Injection) -> Injection {
    Injection(
      injection.amounts.filter { amount in
        !exogenous.contains { $0.code == amount.account }
      }.map { ($0.account, $0.value) })
  }

  /// Refuses a result in which leakages differ from injections.
  static func requireEqual(
    _ injected: Double, _ leaked: Double, size: Double
  ) throws(Failure) {
    guard abs(injected - leaked) <= 1e-9 * size else {
      throw .leakagesDiffer(injected: injected, leaked: leaked)
    }
  }
}
