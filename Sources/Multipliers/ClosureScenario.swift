package import AccountMatrix
internal import LinearAlgebra

/// A closure that readers ask about, as a change of the one in use.
///
/// Reference: Pyatt & Round 1979 (what is exogenous is a choice); Robinson 2006,
/// Macro models and multipliers, in de Janvry & Kanbur (endogenous government
/// and investment); Round 2003, chapter 14 in Bourguignon & Pereira da Silva.
package enum ClosureScenario: String, Sendable, CaseIterable {
  /// The closure as it is.
  case asGiven = "as-given"
  /// Companies keep what they earn: profits do not reach households.
  case enterprisesExogenous = "enterprises-exogenous"
  /// Government spends what it collects: taxes return as purchases and transfers.
  case governmentEndogenous = "government-endogenous"
  /// Saving is invested: what is saved returns as investment.
  case savingsEndogenous = "savings-endogenous"
  /// Both: only the rest of the world absorbs.
  case governmentAndSavingsEndogenous = "government-and-savings-endogenous"
  /// Non-profit institutions spend what they are given.
  case nonProfitEndogenous = "non-profit-endogenous"
  /// The spending is borrowed at home and takes the place of as much investment.
  case investmentCrowdedOut = "investment-crowded-out"
  /// Exports come from domestic output; the closure is as it is.
  case exportsFromOutput = "exports-own-output"

  /// Whether the multipliers are an upper case: government or saving responds.
  package var isUpperCase: Bool {
    switch self {
    case .governmentEndogenous, .savingsEndogenous, .governmentAndSavingsEndogenous: true
    default: false
    }
  }

  /// The scenarios that differ on a matrix: without non-profit institutions theirs is no other.
  public static func cases(for sam: SocialAccountingMatrix) -> [ClosureScenario] {
    allCases.filter { $0 != .nonProfitEndogenous || !sam.indices(of: .nonProfit).isEmpty }
  }

  /// The closure of a scenario, starting from a model's.
  func closure(from model: MultiplierModel) -> Closure {
    if [.asGiven, .investmentCrowdedOut, .exportsFromOutput].contains(self) {
      return model.settings.closure
    }
    var isExogenous = Set(model.exogenous.map { $0.code })
    for account in model.sam.accounts {
      switch (self, account.kind) {
      case (.enterprisesExogenous, .enterprise): isExogenous.insert(account.code)
      case (.governmentEndogenous, let kind?) where kind.isPublic,
        (.governmentAndSavingsEndogenous, let kind?) where kind.isPublic || kind.isSaving,
        (.savingsEndogenous, let kind?) where kind.isSaving,
        (.nonProfitEndogenous, let kind?) where kind == .nonProfit:
        isExogenous.remove(account.code)
      default: break
      }
    }
    return Closure(
      exogenous: model.sam.accounts.map { $0.code }.filter(isExogenous.contains)
        .map { .account($0) })
  }
}

extension Account.Kind {
  /// Whether money paid to the account is government's to spend.
  fileprivate var isPublic: Bool { self == .government || self == .socialProtection || isTax }
  /// Whether the account turns saving into investment.
  fileprivate var isSaving: Bool { self == .savings || self == .stocks }
}

/// The main results of one injection under one closure.
package struct ClosureResult: Sendable, Equatable {
  /// The closure.
  package let scenario: ClosureScenario
  /// The exogenous accounts.
  package let exogenous: [String]
  /// The change of each measure.
  package let measures: Measures
  /// The change of what tax accounts receive.
  package let taxes: Double
  /// The change of saving.
  package let saving: Double
  /// The change of what production pays to the rest of the world.
  package let imports: Double
  /// What leaks in total: the injection, or nothing where it takes the place of other spending.
  package let totalLeakage: Double
  /// The largest eigenvalue of the spending shares.
  package let spectralRadius: Double?
}

extension MultiplierModel {
  /// What an injection does under another closure.
  ///
  /// - Parameter injection: what is injected; parts on exogenous accounts leak at once.
  /// - Throws: `Failure.matrix(.kindsMissing)` without kinds; `.closed`, `.notProductive` or
  ///   `.nearlyClosed` where too little leaks; `.noInvestment`.
  /// - Complexity: O(n³).
  package func result(
    of injection: Injection, under scenario: ClosureScenario
  ) throws(Failure) -> ClosureResult {
    try requireMeasures()
    let closure = scenario.closure(from: self)
    let model = try with {
      $0.closure = closure
      if scenario == .exportsFromOutput { $0.exports = .ownOutput }
    }
    var injection = injection
    if scenario == .investmentCrowdedOut {
      let basket = try sam.investmentBasket(of: -injection.total)
      injection = Injection((injection.amounts + basket).map { ($0.account, $0.value) })
    }
    let response = try model.response(to: injection, exogenousReceivers: true)
    return try Self.result(of: response, in: model, under: scenario)
  }

  /// What an injection does in this model, as it is.
  ///
  /// - Parameter injection: what is injected; parts on exogenous accounts leak at once.
  /// - Throws: `Failure.matrix(.kindsMissing)` without kinds.
  package func result(of injection: Injection) throws(Failure) -> ClosureResult {
    try requireMeasures()
    return try Self.result(
      of: try response(to: injection, exogenousReceivers: true), in: self, under: .asGiven)
  }

  private static func result(
    of response: Response, in model: MultiplierModel, under scenario: ClosureScenario
  ) throws(Failure) -> ClosureResult {
    func receipts(where counts: (Account.Kind) -> Bool) -> Double {
      let outside = zip(model.exogenous, response.leakages).reduce(0) {
        $0 + ($1.0.kind.map(counts) == true ? $1.1.amount : 0)
      }
      return zip(model.endogenous, response.changes).reduce(outside) {
        $0 + ($1.0.kind.map(counts) == true ? $1.1 : 0)
      }
    }
    guard let measures = response.measures else { throw .nothingEndogenous }
    let imports = model.spendingTable.paymentRates(
      to: { $0 == .restOfWorld }, by: { $0.isProduction })
    return ClosureResult(
      scenario: scenario, exogenous: model.exogenous.map { $0.code }, measures: measures,
      taxes: receipts(where: { $0.isTax }), saving: receipts { $0 == .savings },
      imports: imports.dot(response.changes), totalLeakage: response.totalLeakage,
      spectralRadius: model.spectralRadius)
  }
}

extension SocialAccountingMatrix {
  /// An amount spread over what saving and stocks buy, in the shares of the matrix.
  fileprivate func investmentBasket(
    of amount: Double
  ) throws(MultiplierModel.Failure) -> [Injection.Amount] {
    let payers = indices { $0 == .savings || $0 == .stocks }
    let bought = accounts.indices.filter { !payers.contains($0) }
    let total = flow(from: payers, to: bought)
    guard total > 0 else { throw .noInvestment }
    return Injection(
      bought.filter { flow(from: payers, to: [$0]) != 0 }.map {
        (accounts[$0].code, amount * flow(from: payers, to: [$0]) / total)
      }
    ).amounts
  }

  /// One unit to households, in the shares of what they receive.
  package var averageTransfer: Injection? { spread(over: indices(of: .household), by: receipts) }

  /// One unit of what government buys, in the shares of the matrix.
  package var averageGovernmentPurchase: Injection? {
    let payers = indices(of: .government)
    return spread(
      over: indices { $0 == .commodity || $0 == .activity },
      by: accounts.indices.map { flow(from: payers, to: [$0]) })
  }

  private func spread(over members: [Int], by weights: [Double]) -> Injection? {
    let paid = members.filter { weights[$0] > 0 }
    let total = paid.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return nil }
    return Injection(paid.map { (accounts[$0].code, weights[$0] / total) })
  }
}
