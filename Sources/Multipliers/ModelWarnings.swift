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
    if let radius = spectralRadius, radius > 0.95 {
      warnings.append(
        AccountWarning(
          account: "",
          text: "the spectral radius is \(radius.sixDigits): the system leaks little, and "
            + "multipliers react strongly to small changes"))
    }
    return warnings
  }
}
