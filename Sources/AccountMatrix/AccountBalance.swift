/// Receipts and payments of one account, which must agree.
public struct AccountBalance: Sendable, Equatable, CustomStringConvertible {
  /// The account's code.
  public let account: String
  /// The row total.
  public let receipts: Double
  /// The column total.
  public let payments: Double
  /// The largest gap that counts as rounding, in the unit of the matrix.
  public let tolerance: Double

  package init(account: String, receipts: Double, payments: Double, tolerance: Double) {
    self.account = account
    self.receipts = receipts
    self.payments = payments
    self.tolerance = tolerance
  }

  /// Receipts less payments.
  public var gap: Double { receipts - payments }
  /// Whether the gap is no more than rounding.
  public var isBalanced: Bool { abs(gap) <= tolerance }

  /// The account with both totals and the gap.
  public var description: String {
    "'\(account)' receives \(receipts.sixDigits) and pays \(payments.sixDigits), "
      + "a gap of \(gap.sixDigits) (tolerance \(tolerance.sixDigits))"
  }
}

extension SocialAccountingMatrix {
  /// The balance of every account.
  ///
  /// - Parameter tolerance: the largest gap of an account that passes, in the
  ///   unit of the matrix; by default the larger of 1e-6 of the account's total
  ///   and half a unit of the last printed digit summed over its cells.
  public func balances(tolerance: Double? = nil) -> [AccountBalance] {
    let receipts = receipts
    let payments = payments
    return accounts.indices.map { i in
      AccountBalance(
        account: accounts[i].code, receipts: receipts[i], payments: payments[i],
        tolerance: tolerance
          ?? max(1e-6 * max(abs(receipts[i]), abs(payments[i])), printedGrain[i]))
    }
  }

  /// Refuses a matrix in which an account does not balance or pays less than nothing.
  ///
  /// - Throws: `Failure.unbalanced` with the worst accounts first, or `Failure.negativeTotal`.
  public func requireBalanced(tolerance: Double? = nil) throws(Failure) {
    let balances = balances(tolerance: tolerance)
    if let negative = balances.first(where: { $0.payments < 0 && abs($0.payments) > $0.tolerance })
    {
      throw .negativeTotal(account: negative.account, total: negative.payments)
    }
    let open = balances.filter { !$0.isBalanced }
      .sorted {
        abs($0.gap) / max($0.tolerance, .leastNormalMagnitude)
          > abs($1.gap) / max($1.tolerance, .leastNormalMagnitude)
      }
    if !open.isEmpty { throw .unbalanced(open) }
  }
}
