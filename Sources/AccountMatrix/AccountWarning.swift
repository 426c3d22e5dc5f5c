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
    for balance in balances where abs(balance.gap) > 1e-6 * abs(balance.payments) {
      warnings.append(
        AccountWarning(
          account: balance.account,
          text: "receipts less payments are \(balance.gap.sixDigits), within the tolerance of "
            + balance.tolerance.sixDigits))
    }
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
              + "some payment of production is neither to factors, taxes nor the rest of the world")
        )
      }
    }
    return warnings
  }
}
