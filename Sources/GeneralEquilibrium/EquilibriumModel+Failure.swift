public import AccountMatrix

extension EquilibriumModel {
  /// Why there is no model, or no answer from it.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The matrix does not balance, lacks kinds, or lacks an account.
    case matrix(SocialAccountingMatrix.Failure)
    /// The matrix has none or several accounts of a kind of which one is needed.
    case notOne(kind: Account.Kind, accounts: [String])
    /// No activity pays a factor.
    case nothingProduced
    /// An account receives but pays nothing.
    case noPayments(account: String)
    /// Some accounts pay only each other.
    case closedMatrix
    /// Saving and investment differ when all other accounts balance.
    case unbalancedSaving(account: String, gap: Double)
    /// Accounts of these kinds do not pay each other in the equations.
    case noEquation(row: String, column: String, payer: Account.Kind, payee: Account.Kind)
    /// A payment is negative where a constant elasticity has no value.
    case negativeCell(row: String, column: String, amount: Double)
    /// A commodity is sold but neither made nor imported.
    case noSupply(commodity: String)
    /// A commodity pays import duty but is not imported.
    case dutyWithoutImports(commodity: String)
    /// Margins and taxes take more than what exports earn.
    case exportsBelowCharges(commodity: String, exports: Double, charges: Double)
    /// A margin stands on a flow that a commodity does not have.
    case marginWithoutFlow(margin: String, commodity: String)
    /// A household consumes nothing.
    case noConsumption(household: String)
    /// An elasticity is out of bounds.
    case elasticity(Elasticities.Parameter, account: String, value: Double)
    /// World prices and perfect transformation both set the price of an export.
    case worldSetsPrice(commodity: String)
    /// The regime has no rule for a factor.
    case noMarket(factor: String, activity: String)
    /// A factor that moves has several elasticities of supply.
    case severalMarkets(factor: String)
    /// The regime names an account that the matrix lacks, or of the wrong kind.
    case unknownSelection(String, in: String, nearest: [String])
    /// Assumptions of the regime contradict each other, or leave a quantity open.
    case contradiction(regime: String, reason: String)
    /// The base is no solution of the equations.
    case baseNotReproduced(market: String, residual: Double)
    /// The equations do not determine the unknowns.
    case indeterminate(regime: String)
    /// An experiment moves something that has no effect here.
    case noEffect(String, reason: String)
    /// A shock is so large that a market would have to be negative.
    case tooLarge(market: String, size: Double, feasible: Double)
    /// No solution was found.
    case noSolution(market: String, residual: Double, step: Double, solved: Double)
    /// A solution does not meet an identity.
    case identity(String, gap: Double)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .matrix(let failure): failure.diagnostic
      case .notOne(let kind, let accounts):
        Diagnostic(
          accounts.isEmpty
            ? "the matrix has no account of the kind \(kind.rawValue)"
            : "the matrix has \(accounts.count) accounts of the kind \(kind.rawValue): "
              + list(accounts),
          remedy: accounts.isEmpty
            ? "Prices need one: add it, or correct the kinds with \(.describeAccounts)"
            : "Prices need one: add them up with \(.aggregate)")
      case .nothingProduced:
        Diagnostic(
          "no activity pays a factor", remedy: "Correct the kinds of activities and factors")
      case .noPayments(let account):
        Diagnostic(
          "the account '\(account)' receives but pays nothing, so its shares are unknown",
          remedy: "Give it payments")
      case .closedMatrix:
        Diagnostic(
          "some accounts pay only each other, so their totals are not determined",
          remedy: "Check that every account pays taxes, saving or the rest of the world in the end")
      case .unbalancedSaving(let account, let gap):
        Diagnostic(
          "when all other accounts balance, receipts and payments of '\(account)' differ by "
            + gap.sixDigits,
          remedy: "Balance the matrix first with \(.balance)")
      case .noEquation(let row, let column, let payer, let payee):
        Diagnostic(
          "an account of the kind \(payer.rawValue) pays one of the kind \(payee.rawValue), for "
            + "which the price model has no equation",
          at: "row '\(row)', column '\(column)'",
          remedy: "Move the payment to where such payments belong, or correct the kinds")
      case .negativeCell(let row, let column, let amount):
        Diagnostic(
          "the payment is \(amount.sixDigits), and no constant elasticity has a value below zero",
          at: "row '\(row)', column '\(column)'",
          remedy:
            "Only subsidies, stocks, saving and consumption may be negative: write the payment "
            + "as a receipt of the other side")
      case .noSupply(let commodity):
        Diagnostic(
          "the commodity '\(commodity)' is sold but neither made nor imported",
          remedy: "Give it an activity or imports, or add it to another commodity")
      case .dutyWithoutImports(let commodity):
        Diagnostic(
          "the commodity '\(commodity)' pays import duty but is not imported",
          remedy: "Give it imports, or move the duty to a tax on products")
      case .exportsBelowCharges(let commodity, let exports, let charges):
        Diagnostic(
          "the exports of '\(commodity)' earn \(exports.sixDigits), of which margins and taxes take "
            + "\(charges.sixDigits), so that nothing is left for its producer",
          remedy: "Correct its margins, or let exports draw on the composite (\(.exportComposite))")
      case .marginWithoutFlow(let margin, let commodity):
        Diagnostic(
          "the commodity '\(commodity)' pays the margin '\(margin)' of a flow that it does not have",
          remedy: "Leave the rule of this margin out of the regime, or correct the matrix")
      case .noConsumption(let household):
        Diagnostic(
          "the household '\(household)' consumes nothing, so its welfare has no measure",
          remedy: "Give it consumption, or another kind")
      case .elasticity(let parameter, let account, let value):
        Diagnostic(
          "the elasticity \(parameter.rawValue) of '\(account)' is \(value.sixDigits)",
          remedy: "It must be \(parameter.bounds)")
      case .worldSetsPrice(let commodity):
        Diagnostic(
          "the price of '\(commodity)' is set both by the world and by its costs: the elasticities "
            + "of transformation and of export demand are both infinite",
          remedy: "Make one of them finite")
      case .noMarket(let factor, let activity):
        Diagnostic(
          "the regime says nothing about the factor '\(factor)' in '\(activity)'",
          remedy: "Add a rule for it, or for all factors with *")
      case .severalMarkets(let factor):
        Diagnostic(
          "the factor '\(factor)' moves between activities with different elasticities of supply",
          remedy: "Give all activities in which it is mobile the same elasticity")
      case .unknownSelection(let word, let place, let nearest):
        Diagnostic(
          "'\(word)' in \(place) is no account, group or kind of the matrix",
          remedy: suggestion(nearest))
      case .contradiction(let regime, let reason):
        Diagnostic("the regime '\(regime)' has no solution: \(reason)", remedy: "Free one of them")
      case .baseNotReproduced(let market, let residual):
        Diagnostic(
          "the base is not reproduced: \(market) misses by \(residual.sixDigits) of its flow",
          remedy: "Balance the matrix, and report this if it balances")
      case .indeterminate(let regime):
        Diagnostic(
          "the regime '\(regime)' leaves prices undetermined in this matrix",
          remedy: "Check that a numeraire is paid, and that every market has a supply")
      case .noEffect(let what, let reason):
        Diagnostic("the shock \(what) has no effect: \(reason)", remedy: "Leave it out")
      case .tooLarge(let market, let size, let feasible):
        Diagnostic(
          "a shock of \(size.sixDigits) would leave \(market) below zero",
          remedy: "It is feasible up to about \(feasible.sixDigits)")
      case .noSolution(let market, let residual, let step, let solved):
        Diagnostic(
          "no solution was found: \(market) misses by \(residual.sixDigits) of its flow after a last "
            + "step of length \(step.sixDigits)",
          remedy: solved > 0
            ? "\((100 * solved).sixDigits) per cent of the shock can be solved: make it smaller"
            : "Make the shock smaller")
      case .identity(let name, let gap):
        Diagnostic(
          "the solution is not exact: \(name) misses by \(gap.sixDigits)",
          remedy: "Make the shock smaller, and report this if it stays")
      }
    }
  }
}

extension Elasticities.Parameter {
  /// What values it may have, in words.
  var bounds: String {
    switch self {
    case .armington, .activities: "above zero and finite"
    case .transformation: "above zero; 'inf' for perfect transformation"
    case .factors, .intermediates: "zero (fixed proportions) or more, and finite"
    case .exportDemand: "zero (fixed volumes) or more; 'inf' for a given world price"
    case .income: "finite, and on average above zero"
    case .frisch: "minus one or less"
    }
  }

  func allows(_ value: Double) -> Bool {
    switch self {
    case .armington, .activities: value > 0 && value.isFinite
    case .transformation: value > 0
    case .factors, .intermediates: value >= 0 && value.isFinite
    case .exportDemand: value >= 0
    case .income: value.isFinite
    case .frisch: value <= -1 && value.isFinite
    }
  }
}

extension Elasticities {
  /// Refuses values out of bounds.
  func requireValid() throws(EquilibriumModel.Failure) {
    for entry in entries where !entry.parameter.allows(entry.value) {
      throw .elasticity(entry.parameter, account: entry.accounts.description, value: entry.value)
    }
  }

  /// Refuses codes that are no account of a matrix, kind or group: for a table made for this matrix.
  ///
  /// - Throws: `EquilibriumModel.Failure.unknownSelection` with the nearest codes.
  package func requireKnown(
    in sam: SocialAccountingMatrix
  ) throws(EquilibriumModel.Failure) {
    for entry in entries where !entry.accounts.isKnown(among: sam.accounts) {
      throw .unknownSelection(
        entry.accounts.description, in: "the elasticity \(entry.parameter.rawValue)",
        nearest: entry.accounts.nearest(among: sam.accounts))
    }
    for entry in entries where !entry.households.isKnown(among: sam.accounts) {
      throw .unknownSelection(
        entry.households.description,
        in: "the households of the elasticity \(entry.parameter.rawValue)",
        nearest: entry.households.nearest(among: sam.accounts.filter { $0.kind == .household }))
    }
  }
}
