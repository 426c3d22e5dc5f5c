internal import AccountMatrix
internal import LinearAlgebra
package import Multipliers

/// Where one franc enters a model: what is spent in endogenous accounts, what leaks at once, and
/// what is handed to payers of a tax as purchasing power.
///
/// A transfer is income of its household, which pays tax on it. A lump-sum change of a tax or
/// contribution is not: the payer spends or saves all of it, as it does with what is left of its
/// income after direct taxes and contributions.
package struct SpendingVector: Sendable, Equatable {
  /// Amounts by endogenous account.
  package var spent: [Double]
  /// Amounts by exogenous account.
  package var leaked: [Double]
  /// What the franc itself gives to each endogenous account.
  package var handed: [Double]
  /// Whether what is handed is purchasing power that is no receipt of its account: `spent` is then
  /// the receipt that would leave as much after taxes, which `leaked` takes back.
  package var isLumpSum = false
  /// Pay by a programme itself, less the earnings that its workers give up.
  package var directWages = 0.0

  /// Nothing is spent.
  package init(in model: MultiplierModel) {
    spent = [Double](repeating: 0, count: model.endogenous.count)
    leaked = [Double](repeating: 0, count: model.exogenous.count)
    handed = spent
  }

  /// What enters the model, leaks at once included.
  package var total: Double { spent.reduce(0, +) + leaked.reduce(0, +) }

  /// Adds the spending of an amount of disposable income by the payers of a tax.
  ///
  /// A receipt of x / (1 - t_j) leaves payer j with x, where t_j is the share of its payments that
  /// goes to direct taxes and social protection schemes; these are taken back.
  mutating func addDisposable(
    _ amounts: [(code: String, amount: Double)], in model: MultiplierModel
  ) {
    isLumpSum = true
    let table = model.spendingTable
    let owed = table.rows { $0 == .directTax || $0 == .socialProtection }
    let count = model.endogenous.count
    for (code, amount) in amounts {
      guard let j = model.endogenous.firstIndex(where: { $0.code == code }) else {
        if let i = model.exogenous.firstIndex(where: { $0.code == code }) { leaked[i] += amount }
        continue
      }
      let disposable = owed.reduce(1) { $0 - table.shares[$1, j] }
      let grossed = amount / disposable
      spent[j] += grossed
      for row in owed {
        let paid = grossed * table.shares[row, j]
        if row < count { spent[row] -= paid } else { leaked[row - count] -= paid }
      }
      handed[j] += amount
    }
  }
}

extension Programme {
  /// One franc of the programme in a model that has all its accounts.
  ///
  /// - Parameter displacedEarnings: the part of the wages paid to households that replaces
  ///   earnings which their members give up elsewhere.
  func vector(
    in model: MultiplierModel, positions: AccountPositions, displacedEarnings: Double = 0
  ) -> SpendingVector {
    var vector = SpendingVector(in: model)
    guard family != .tax else {
      vector.addDisposable(shares.map { ($0.account, $0.fraction) }, in: model)
      return vector
    }
    vector.spent = positions.endogenousShares(self)
    vector.leaked = positions.exogenousShares(self)
    vector.handed = zip(model.endogenous, vector.spent).map {
      $0.kind?.isProduction == false ? $1 : 0
    }
    vector.directWages = (1 - displacedEarnings) * directWages
    guard displacedEarnings > 0 else { return vector }
    for share in shares where share.role == .wages {
      let lost = displacedEarnings * share.fraction
      if let i = model.endogenous.firstIndex(where: { $0.code == share.account }) {
        vector.spent[i] -= lost
      } else if let i = model.exogenous.firstIndex(where: { $0.code == share.account }) {
        vector.leaked[i] -= lost
      }
    }
    return vector
  }
}
