/// Something suspicious but legal about an account.
public struct AccountWarning: Sendable, Equatable {
  /// The account's code; empty for a warning about the whole matrix.
  public let account: String
  /// The warning in words.
  public let text: String

  /// A warning from its parts.
  public init(account: String, text: String) {
    self.account = account
    self.text = text
  }
}

extension SocialAccountingMatrix {
  /// What is suspicious but legal: gaps that count as rounding, accounts without flows,
  /// negative cells, and GDP that differs between the three ways.
  public func warnings(balances: [AccountBalance]) -> [AccountWarning] {
    var warnings: [AccountWarning] = []
    warnings += roundingWarnings(balances)
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
    let open = balances.filter { abs($0.gap) > 1e-6 * abs($0.payments) }
    let wide = open.filter { abs($0.gap) > 0.01 * abs($0.payments) }
    var warnings = wide.map { balance in
      AccountWarning(
        account: balance.account,
        text: "receipts less payments are \(balance.gap.sixDigits), more than one per cent, but "
          + "within the tolerance of \(balance.tolerance.sixDigits)")
    }
    if open.count > wide.count {
      warnings.append(
        AccountWarning(
          account: "",
          text:
            "\(count(open.count - wide.count, "other account")) out of balance by rounding, within "
            + "the tolerance and one per cent"))
    }
    return warnings
  }

  private var gdpDifferenceReason: String {
    let production = indices(where: \.isProduction)
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
