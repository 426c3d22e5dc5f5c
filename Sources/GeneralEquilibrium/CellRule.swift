internal import AccountMatrix
internal import LinearAlgebra

/// Which payments the equations know, and where one may be negative.
enum CellRule {
  /// Whether accounts of one kind may pay to accounts of another.
  static func isKnown(from payer: Account.Kind, to payee: Account.Kind) -> Bool {
    switch payer {
    case .activity: payee == .commodity || payee.isFactor || payee.isTax
    case .commodity:
      payee == .activity || payee == .margin || payee.isTax || payee == .restOfWorld
    case .margin: payee == .commodity || payee == .activity
    case .labour, .land, .capital, .factor:
      payee.isTax || isInstitution(payee) || isOutside(payee)
    case .household, .enterprise, .other:
      payee == .commodity || payee == .activity || payee.isTax || isInstitution(payee)
        || isOutside(payee)
    case .government, .socialProtection, .nonProfit, .restOfWorld:
      payee != .stocks && !payee.isTax && !(payer == .restOfWorld && payee == .margin)
        && !(payer == .restOfWorld && payee == .activity)
    case .directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax:
      payee.isCollective
    case .savings:
      payee == .commodity || payee == .activity || payee == .stocks || payee == .restOfWorld
    case .stocks: payee == .commodity || payee == .activity
    // An input-output table shows one side of them only.
    case .finalUse, .valueAdded, .primaryInput: false
    }
  }

  private static func isInstitution(_ kind: Account.Kind) -> Bool {
    kind == .household || kind == .enterprise || kind == .other
  }

  private static func isOutside(_ kind: Account.Kind) -> Bool {
    kind.isCollective || kind == .savings || kind == .restOfWorld
  }

  /// Whether a payment may be negative: a subsidy, a draw-down of stocks, dissaving, and
  /// consumption, which keeps a note.
  private static func mayBeNegative(from payer: Account.Kind, to payee: Account.Kind) -> Bool {
    payee.isTax || payer.isTax || payer == .savings || payer == .stocks || payee == .savings
      || payee == .stocks || (isInstitution(payer) && (payee == .commodity || payee == .activity))
      || (payer.isCollective && !payee.isFactor && payee != .margin)
  }

  /// Refuses cells without an equation.
  ///
  /// - Returns: notes on cells that are unusual but have one.
  static func check(
    _ flows: Matrix, of sam: SocialAccountingMatrix
  ) throws(EquilibriumModel.Failure) -> [String] {
    var notes: [String] = []
    for j in 0..<flows.columns {
      for i in 0..<flows.rows where flows[i, j] != 0 {
        guard let payer = sam.accounts[j].kind, let payee = sam.accounts[i].kind else { continue }
        guard isKnown(from: payer, to: payee) else {
          throw .noEquation(
            row: sam.accounts[i].code, column: sam.accounts[j].code, payer: payer, payee: payee)
        }
        guard flows[i, j] < 0 else { continue }
        guard mayBeNegative(from: payer, to: payee) else {
          throw .negativeCell(
            row: sam.accounts[i].code, column: sam.accounts[j].code, amount: flows[i, j])
        }
        if isInstitution(payer), payee == .commodity || payee == .activity {
          notes.append(
            "'\(sam.accounts[j].code)' consumes a negative amount of '\(sam.accounts[i].code)' "
              + "(\(flows[i, j].sixDigits)), which is kept as a negative budget share")
        }
      }
    }
    return notes
  }
}
