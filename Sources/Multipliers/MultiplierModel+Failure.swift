public import AccountMatrix

extension MultiplierModel {
  /// Why there is no model, or no answer from it.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The matrix does not balance, lacks kinds, or lacks an account.
    case matrix(SocialAccountingMatrix.Failure)
    /// The response shares do not fit the matrix.
    case response(SupplyResponse.Failure)
    /// The elasticities of households do not fit the matrix.
    case spending(IncomeElasticities.Failure)
    /// The closure leaves no account to respond.
    case nothingEndogenous
    /// No endogenous account produces.
    case noProduction
    /// Saving buys nothing, so there is no investment to crowd out.
    case noInvestment
    /// Margins and taxes on the exports of a commodity are more than it is exported for.
    case exportsBelowCharges(commodity: String, exports: Double, charges: Double)
    /// An endogenous account receives but pays nothing.
    case noPayments(account: String)
    /// From these accounts no payment ever leaves the endogenous system.
    case closed(accounts: [String])
    /// The spectral radius of the propensities is not below one.
    case notProductive(spectralRadius: Double, accounts: [String])
    /// The system leaks so little that its solution has no correct digits.
    case nearlyClosed(reciprocalCondition: Double, accounts: [String])
    /// An injection into an account that absorbs leakages.
    case exogenousAccount(String)
    /// An injected amount that is not finite, or too large for the sums of what it does.
    case amount(account: String, value: Double)
    /// A leakage into an account that responds.
    case endogenousAccount(String)
    /// A shift of the output of an account that meets all demand.
    case notLimited(account: String)
    /// The account has no receipts and payments, and was left out.
    case emptyAccount(String)
    /// Leakages do not add to the injection: the solution is not to be trusted.
    case leakagesDiffer(injected: Double, leaked: Double)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .matrix(let failure): failure.diagnostic
      case .response(let failure): failure.diagnostic
      case .spending(let failure): failure.diagnostic
      case .nothingEndogenous:
        Diagnostic(
          "every account is exogenous, so nothing responds",
          remedy: "Leave production, factors and households out of \(.chooseExogenous)")
      case .noProduction:
        Diagnostic(
          "no endogenous account is an activity, commodity or margin",
          remedy: """
            Leave production out of \(.chooseExogenous), or correct the kinds with \
            \(.describeAccounts)
            """)
      case .noInvestment:
        Diagnostic(
          "saving buys nothing in the matrix, so there is no investment to crowd out",
          remedy: "Give the account that pays for investment the kind savings")
      case .exportsBelowCharges(let commodity, let exports, let charges):
        Diagnostic(
          "the commodity '\(commodity)' is exported for \(exports.sixDigits), and margins and taxes on "
            + "these exports are \(charges.sixDigits)",
          remedy: "Check the export taxes of the matrix, or let exports come from the composite")
      case .noPayments(let account):
        Diagnostic(
          "the account '\(account)' receives but pays nothing, so its spending shares are unknown",
          remedy: "Give it payments, or make it exogenous")
      case .closed(let accounts):
        Diagnostic(
          "the system is closed: no payment of \(list(accounts)) ever leaves the endogenous "
            + "accounts, so multipliers are infinite",
          remedy: "Make an account that absorbs leakages exogenous, such as savings, government "
            + "or the rest of the world")
      case .notProductive(let radius, let accounts):
        Diagnostic(
          "the spectral radius of the spending shares is \(radius.sixDigits), not below one, so "
            + "rounds of spending do not die out; these accounts leak least: \(list(accounts))",
          remedy: "Check their columns, or make more accounts exogenous")
      case .nearlyClosed(let condition, let accounts):
        Diagnostic(
          "the system leaks almost nothing (reciprocal condition \(condition.sixDigits)), so "
            + "multipliers would have no correct digits; these accounts leak least: "
            + list(accounts),
          remedy: "Check their columns, or make more accounts exogenous")
      case .exogenousAccount(let code):
        Diagnostic(
          "the account '\(code)' is exogenous: money paid into it leaks at once and moves nothing",
          remedy: "Inject into an endogenous account, or change \(.chooseExogenous)")
      case .amount(let account, let value):
        Diagnostic(
          "the amount \(value.sixDigits) of '\(account)' is not finite, or larger than results can "
            + "be added up for",
          remedy: "Give amounts that add to at most \(Double.largestAmount.sixDigits)")
      case .endogenousAccount(let code):
        Diagnostic(
          "the account '\(code)' responds: nothing leaks into it",
          remedy: "Ask for the change of its receipts, or name an exogenous account")
      case .notLimited(let code):
        Diagnostic(
          "the output of '\(code)' cannot be shifted, as it follows demand",
          remedy: "Limit it first, with \(.limitSupply(account: code))")
      case .emptyAccount(let code):
        Diagnostic(
          "the account '\(code)' has no receipts and no payments, and was left out of the model",
          remedy: "Inject into an account with payments")
      case .leakagesDiffer(let injected, let leaked):
        Diagnostic(
          "of \(injected.sixDigits) injected, \(leaked.shortest) leaks: the solution is not exact "
            + "enough to be shown",
          remedy: "Check the condition of the system with \(.checkCondition)")
      }
    }
  }
}
