extension SocialAccountingMatrix {
  /// How far the three ways to GDP may be apart, as a share of the largest, before a matrix is
  /// taken for something else than what its kinds say.
  private static let widestSpread = 0.5

  /// Refuses a matrix whose kinds say that receipts stand in columns: transposed, every balance
  /// holds, and every result is wrong.
  ///
  /// Production pays factors, factors pay institutions, GDP at factor cost is above zero and the
  /// three ways to it are near each other (Pyatt & Round 1985). Without kinds nothing is known.
  ///
  /// - Throws: `Failure.transposed` with what flows each way.
  package func requireReceiptsInRows() throws(Failure) {
    let production = indices { $0.isProduction }
    let factors = indices { $0.isFactor && !$0.isOneSided }
    guard !production.isEmpty, !factors.isEmpty else { return }
    let institutions = indices {
      switch $0 {
      case .enterprise, .household, .restOfWorld: true
      default: $0.isCollective
      }
    }
    let paid = flow(from: production, to: factors)
    let received = flow(from: factors, to: production)
    if received > max(paid, 0) || paid <= 0 && received > 0 {
      throw .transposed(
        payer: "production", receiver: "factors", forwards: paid, backwards: received)
    }
    let incomes = flow(from: factors, to: institutions)
    let costs = flow(from: institutions, to: factors)
    if !institutions.isEmpty, costs > max(incomes, 0) {
      throw .transposed(
        payer: "factors", receiver: "institutions", forwards: incomes, backwards: costs)
    }
    guard hasKinds else { return }
    let gdp = try grossDomesticProduct()
    if gdp.factorCost <= 0 {
      throw .transposed(
        payer: "production", receiver: "factors", forwards: gdp.factorCost, backwards: received)
    }
    // A matrix that is still to be balanced has as many GDPs as ways.
    do { try requireBalanced() } catch { return }
    let ways = [gdp.byProduction, gdp.byIncome, gdp.byExpenditure]
    let (least, most) = (ways.min() ?? 0, ways.max() ?? 0)
    if most - least > Self.widestSpread * most {
      throw .implausibleGDP(
        production: gdp.byProduction, income: gdp.byIncome, expenditure: gdp.byExpenditure)
    }
  }
}
