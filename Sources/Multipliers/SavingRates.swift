public import AccountMatrix
internal import LinearAlgebra

/// What part of their payments households and enterprises save, by account.
///
/// Put in place of the rates of a matrix, the rest of a column keeps its proportions: the same
/// spending, of another part of the franc.
public struct SavingRates: Sendable, Hashable {
  /// The part that is saved, by the code of the account.
  public let byAccount: [String: Double]

  /// The saving rates of a matrix whose accounts have kinds.
  public init(of sam: SocialAccountingMatrix) {
    let savings = sam.indices(of: .savings)
    let payments = sam.payments
    var rates: [String: Double] = [:]
    for i in sam.indices(where: { $0 == .household || $0 == .enterprise }) where payments[i] > 0 {
      rates[sam.accounts[i].code] = sam.flow(from: [i], to: savings) / payments[i]
    }
    byAccount = rates
  }
}

extension SpendingTable {
  /// Lets accounts save at given rates; a column that saves all, or a table without savings, stays.
  package mutating func save(at rates: SavingRates) {
    let savings = rows { $0 == .savings }
    guard let first = savings.first else { return }
    for (j, account) in columns.enumerated() {
      guard let rate = rates.byAccount[account.code] else { continue }
      let saved = savings.reduce(0) { $0 + shares[$1, j] }
      guard saved != 1, saved != rate else { continue }
      let factor = (1 - rate) / (1 - saved)
      for i in 0..<shares.rows where !savings.contains(i) { shares[i, j] *= factor }
      if saved != 0 {
        for i in savings { shares[i, j] *= rate / saved }
      } else {
        shares[first, j] = rate
      }
    }
  }
}
