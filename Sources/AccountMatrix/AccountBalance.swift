/// Receipts and payments of one account, which must agree.
public struct AccountBalance: Sendable, Equatable, CustomStringConvertible {
  /// The account's code.
  public let account: String
  /// The row total.
  public let receipts: Double
  /// The column total.
  public let payments: Double
  /// The largest gap that counts as rounding, in the unit of the matrix.
  package let tolerance: Double
  /// Whether the account need not balance: its table shows one side of it, or its only side is a
  /// number so small that the other is rounded to nothing.
  package let isOneSided: Bool

  package init(
    account: String, receipts: Double, payments: Double, tolerance: Double,
    isOneSided: Bool = false
  ) {
    self.account = account
    self.receipts = receipts
    self.payments = payments
    self.tolerance = tolerance
    self.isOneSided = isOneSided
  }

  /// The share of an account's total up to which a gap beyond rounding is a note, not a fault.
  package static let notedShare = 1e-4

  /// Receipts less payments.
  public var gap: Double { receipts - payments }
  /// Whether the gap is no more than rounding.
  package var isRounding: Bool { isOneSided || abs(gap) <= tolerance }
  /// Whether the account passes: its gap is no more than rounding, or a ten-thousandth of its total.
  public var isBalanced: Bool {
    isRounding || abs(gap) <= Self.notedShare * max(abs(receipts), abs(payments))
  }

  /// The account with both totals and the gap.
  public var description: String {
    let (received, paid) = Double.distinct(receipts, payments)
    return "'\(account)' receives \(received) and pays \(paid), "
      + "a gap of \(gap.sixDigits) (tolerance \(tolerance.sixDigits))"
  }
}

extension SocialAccountingMatrix {
  /// The balance of every account.
  ///
  /// - Parameter tolerance: the largest gap of an account that passes, in the unit of the matrix,
  ///   where it is wider than the default: the larger of 1e-6 of the account's total and half a
  ///   unit of the last printed digit summed over its cells.
  public func balances(tolerance: Double? = nil) -> [AccountBalance] {
    let receipts = receipts
    let payments = payments
    let rounded = Set(roundedAwayAccounts)
    return accounts.indices.map { i in
      AccountBalance(
        account: accounts[i].code, receipts: receipts[i], payments: payments[i],
        tolerance: max(
          tolerance ?? 0, 1e-6 * max(abs(receipts[i]), abs(payments[i])), printedGrain[i]),
        isOneSided: accounts[i].kind?.isOneSided == true || rounded.contains(i))
    }
  }

  /// The positions of accounts with one side only, whose cells are so small that those of the
  /// other side may have been rounded to nothing: in whole numbers, one that receives 1 and pays 0.
  package var roundedAwayAccounts: [Int] {
    let sides = [receipts, payments]
    return accounts.indices.filter { i in
      let (received, paid) = (abs(sides[0][i]), abs(sides[1][i]))
      // A cell printed 1 is at least 0.5, and its rounding is 0.5: twice that is the cell.
      return (received == 0) != (paid == 0) && max(received, paid) <= 2 * printedGrain[i]
        && accounts.indices.allSatisfy { (received == 0 ? self[i, $0] : self[$0, i]) == 0 }
    }
  }

  /// The account whose gap is furthest beyond rounding; a matrix with such an account was accepted
  /// all the same, which its tables say.
  package var widestGap: AccountBalance? {
    balances().filter { !$0.isRounding }.max { abs($0.gap) < abs($1.gap) }
  }

  /// Refuses a matrix in which an account does not balance, or an account that is to respond pays
  /// less than nothing.
  ///
  /// - Parameters:
  ///   - tolerance: as in `balances`.
  ///   - responding: the positions of the accounts that respond in a model; others may pay less
  ///     than nothing, as stocks that are drawn down or subsidies do.
  /// - Throws: `Failure.unbalanced` with the worst accounts first, or `Failure.negativeTotal`.
  public func requireBalanced(
    tolerance: Double? = nil, responding: [Int] = []
  ) throws(Failure) {
    let balances = balances(tolerance: tolerance)
    if let negative = responding.first(where: {
      balances[$0].payments < 0 && abs(balances[$0].payments) > balances[$0].tolerance
    }) {
      throw .negativeTotal(account: accounts[negative].code, total: balances[negative].payments)
    }
    let open = balances.filter { !$0.isBalanced }
      .sorted {
        abs($0.gap) / max($0.tolerance, .leastNormalMagnitude)
          > abs($1.gap) / max($1.tolerance, .leastNormalMagnitude)
      }
    if !open.isEmpty { throw .unbalanced(open) }
  }
}
