package import AccountMatrix

extension MultiplierModel {
  /// What is suspicious but legal about the model.
  package var warnings: [AccountWarning] {
    var warnings: [AccountWarning] = []
    for (account, rate) in zip(endogenous, leakageRateByAccount) where rate < -1e-9 {
      warnings.append(
        AccountWarning(
          account: account.code,
          text: "more than all payments stay inside the system, as subsidies exceed leakages "
            + "(leakage rate \(rate.sixDigits))"))
    }
    if let warning = nearSingularity ?? smallLeakage { warnings.append(warning) }
    return warnings
  }

  /// A warning where digits of every result are lost, for the system hardly leaks.
  package var nearSingularity: AccountWarning? {
    let condition = reciprocalCondition
    guard condition < 1e-6 else { return nil }
    let gap =
      spectralRadius.map { "1 less the spectral radius is \((1 - $0).sixDigits), and " } ?? ""
    return AccountWarning(
      account: "",
      text:
        "\(gap)the condition number is \((1 / condition).sixDigits): the system hardly leaks, and "
        + "of 16 digits about \(min(16, 16 + condition.exponent * 3 / 10)) hold")
  }

  private var smallLeakage: AccountWarning? {
    guard let radius = spectralRadius, radius > 0.95 else { return nil }
    return AccountWarning(
      account: "",
      text: "the spectral radius is \(radius.sixDigits): the system leaks little, and "
        + "multipliers react strongly to small changes")
  }
}
