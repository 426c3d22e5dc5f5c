public import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Financing {
  /// Who gives up how much of one franc: accounts and amounts that add to one, or none for money
  /// that nobody in the country gives up, or that is taken from purchases.
  ///
  /// - Throws: `Failure` if the matrix has nobody who pays so.
  public func payers(
    in sam: SocialAccountingMatrix, rule: ContributionRule? = nil
  ) throws(Failure) -> [(code: String, amount: Double)] {
    switch self {
    case .grant, .borrowing, .programme: return []
    case .directTax:
      let taxes = sam.indices(of: .directTax)
      let payers = sam.indices { $0 == .household || $0 == .enterprise }
      let paid = payers.map { payer in
        (code: sam.accounts[payer].code, amount: taxes.reduce(0) { $0 + sam[$1, payer] })
      }
      return try Self.scaled(paid, otherwise: .noDirectTax)
    case .indirectTax:
      let paid = try EmbeddedTax(of: sam).paidByHouseholds.map {
        (code: $0.account.code, amount: $0.tax)
      }
      return try Self.scaled(paid, otherwise: .noProductTax)
    case .contributions:
      guard let rule else { throw .noFormalWages(missing: []) }
      let missing = rule.formalWages.map { $0.account }.filter { !sam.contains($0) }
      guard missing.isEmpty else { throw .noFormalWages(missing: missing) }
      var paid = rule.formalWages.map {
        (code: $0.account, amount: rule.borneByWages * $0.share)
      }
      let enterprises = sam.indices(of: .enterprise)
      if rule.borneByWages < 1 {
        let receipts = sam.receipts
        let total = enterprises.reduce(0) { $0 + receipts[$1] }
        guard total > 0 else { throw .noFormalWages(missing: []) }
        paid += enterprises.map {
          (
            code: sam.accounts[$0].code,
            amount: (1 - rule.borneByWages) * receipts[$0] / total
          )
        }
      }
      return paid
    }
  }

  private static func scaled(
    _ paid: [(code: String, amount: Double)], otherwise failure: Failure
  ) throws(Failure) -> [(code: String, amount: Double)] {
    let total = paid.reduce(0) { $0 + $1.amount }
    guard total > 0, paid.allSatisfy({ $0.amount >= 0 }) else { throw failure }
    return paid.map { ($0.code, $0.amount / total) }
  }

  /// What one franc of financing takes out of the economy, as a vector to be subtracted.
  func vector(
    in model: MultiplierModel, programmes: [Programme], rule: ContributionRule?,
    displacedEarnings: Double
  ) throws(Failure) -> SpendingVector {
    var vector = SpendingVector(in: model)
    switch self {
    case .grant: break
    case .borrowing(let crowdingOut):
      guard crowdingOut > 0 else { break }
      let sam = model.sam
      let investors = sam.indices { $0 == .savings || $0 == .stocks }
      let bought = model.partition.endogenous.map { row in
        sam.accounts[row].kind?.isProduction == true
          ? investors.reduce(0) { $0 + sam[row, $1] } : 0
      }
      let total = bought.reduce(0, +)
      guard total > 0 else { throw .noInvestment }
      vector.spent = bought.map { crowdingOut * $0 / total }
    case .directTax, .indirectTax, .contributions:
      vector.addDisposable(try payers(in: model.sam, rule: rule), in: model)
    case .programme(let id):
      guard let programme = programmes.first(where: { $0.id == id }) else {
        throw .unknownProgramme(id, nearest: nearestCodes(to: id, among: programmes.map { $0.id }))
      }
      let positions = AccountPositions(model)
      let missing = programme.shares.map { $0.account }.filter { !positions.contains($0) }
      guard missing.isEmpty else { throw .missingAccounts(programme: id, accounts: missing) }
      vector = programme.vector(
        in: model, positions: positions, displacedEarnings: displacedEarnings)
    }
    return vector
  }
}

extension Programme {
  /// Cuts of direct and of indirect taxes by one franc, as who pays them in a matrix gains by it.
  ///
  /// They are computed from the matrix, so a matrix without such taxes has none.
  package static func taxCuts(in sam: SocialAccountingMatrix) -> [Programme] {
    let cuts: [(Financing, String, String, String)] = [
      (
        .directTax, "direct-tax-cut", "Cut of direct taxes",
        "in proportion to the direct tax that each pays in the matrix; not taxed again"
      ),
      (
        .indirectTax, "indirect-tax-cut", "Cut of indirect taxes",
        "in proportion to the product tax inside what each buys, own produce exempt"
      ),
    ]
    return cuts.compactMap { financing, id, name, note in
      guard let payers = try? financing.payers(in: sam) else { return nil }
      return try? Programme(
        id: id, name: name, family: .tax,
        shares: payers.filter { $0.amount > 0 }.map {
          Share(
            $0.amount, to: $0.code, as: .transfer, evidence: .derived, source: "matrix", note: note)
        }, isRanked: false)
    }
  }
}
