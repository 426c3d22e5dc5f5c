/// Something suspicious but legal about an account.
public struct AccountWarning: Sendable, Equatable {
  /// The account's code; empty for a warning about the whole matrix.
  public let account: String
  /// The warning in words.
  public let text: String

  /// A warning from its parts.
  package init(account: String, text: String) {
    self.account = account
    self.text = text
  }
}

extension SocialAccountingMatrix {
  /// What is suspicious but legal: gaps that count as rounding, accounts without flows,
  /// negative cells, and GDP that differs between the three ways.
  public func warnings(balances: [AccountBalance]) -> [AccountWarning] {
    var warnings = readingNotes.map { AccountWarning(account: "", text: $0.description) }
    warnings += roundingWarnings(balances)
    warnings += oneSidedWarnings(balances)
    for i in emptyAccounts {
      warnings.append(
        AccountWarning(
          account: accounts[i].code, text: "has no receipts and no payments, and is left out"))
    }
    for i in accounts.indices {
      for j in accounts.indices where self[i, j] < 0 {
        warnings.append(
          AccountWarning(
            account: accounts[i].code,
            text: "receives \(self[i, j].sixDigits) from \(accounts[j].code): a negative cell"))
      }
    }
    if let gdp = try? grossDomesticProduct() {
      let values = [gdp.byProduction, gdp.byIncome, gdp.byExpenditure]
      let spread = (values.max() ?? 0) - (values.min() ?? 0)
      if spread > 1e-5 * abs(gdp.byIncome) {
        warnings.append(
          AccountWarning(
            account: "",
            text: "GDP differs by \(spread.sixDigits) between production, income and expenditure: "
              + gdpDifferenceReason))
      }
    }
    return warnings
  }

  /// Gaps of more than one per cent account by account, the others in one line.
  private func roundingWarnings(_ balances: [AccountBalance]) -> [AccountWarning] {
    let open = balances.filter { !$0.isOneSided && abs($0.gap) > 1e-6 * abs($0.payments) }
    let wide = open.filter { $0.isRounding && abs($0.gap) > 0.01 * abs($0.payments) }
    let noted = open.filter { !$0.isRounding }
    var warnings = noted.map { balance in
      AccountWarning(
        account: balance.account,
        text: "receipts less payments are \(balance.gap.sixDigits), beyond rounding "
          + "(\(balance.tolerance.sixDigits))"
          + (balance.isBalanced ? ", but within a ten-thousandth of the account" : ""))
    }
    warnings += wide.map { balance in
      AccountWarning(
        account: balance.account,
        text: "receipts less payments are \(balance.gap.sixDigits), more than one per cent, but "
          + "within the tolerance of \(balance.tolerance.sixDigits)")
    }
    let rest = open.count - wide.count - noted.count
    if rest > 0 {
      warnings.append(
        AccountWarning(
          account: "",
          text:
            "\(count(rest, "other account")) out of balance by rounding, within "
            + "the tolerance and one per cent"))
    }
    return warnings
  }

  /// Accounts that need not balance, and those that pay less than nothing.
  private func oneSidedWarnings(_ balances: [AccountBalance]) -> [AccountWarning] {
    roundedAwayAccounts.map { i in
      AccountWarning(
        account: accounts[i].code,
        text: "receives \(balances[i].receipts.sixDigits) and pays "
          + "\(balances[i].payments.sixDigits): its other side is rounded to nothing")
    }
      + balances.filter { $0.payments < 0 }.map { balance in
        AccountWarning(
          account: balance.account,
          text: "pays \(balance.payments.sixDigits) in total, less than nothing: it can be "
            + "exogenous, and cannot respond")
      }
  }

  private var gdpDifferenceReason: String {
    let production = indices(where: { $0.isProduction })
    let others = indices {
      !($0.isProduction || $0.isFactor || $0.isTaxOnProduction || $0 == .restOfWorld)
    }
    let paid = flow(from: production, to: others)
    return abs(paid) > 1e-6
      ? "production pays \(paid.sixDigits) to accounts that are neither production, factors, taxes "
        + "on production nor the rest of the world"
      : "the accounts do not balance exactly"
  }
}
