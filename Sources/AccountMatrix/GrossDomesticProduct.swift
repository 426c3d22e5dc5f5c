/// Gross domestic product of a matrix, three ways, and the totals it is made of.
///
/// In a balanced matrix in which production pays only production, factors,
/// taxes on production and the rest of the world, the three agree.
///
/// Reference: System of National Accounts 2008, chapter 2; Breisinger, Thomas &
/// Thurlow 2009, Social Accounting Matrices and Multiplier Analysis, chapter 2.
public struct GrossDomesticProduct: Sendable, Equatable {
  /// Receipts of activities.
  public let output: Double
  /// Payments of activities to production accounts.
  public let intermediateConsumption: Double
  /// Payments of activities, commodities and margins to factors: GDP at factor cost.
  public let factorIncome: Double
  /// Taxes on products, production, imports and exports, net of subsidies.
  public let netTaxes: Double
  /// Purchases of households, own produce included.
  public let householdConsumption: Double
  /// Purchases of government and of social protection schemes.
  public let governmentConsumption: Double
  /// Purchases of other institutions, such as non-profit institutions serving households.
  public let otherConsumption: Double
  /// Purchases for investment, changes of stocks included.
  public let investment: Double
  /// Purchases of the rest of the world.
  public let exports: Double
  /// Payments of production to the rest of the world.
  public let imports: Double
  /// Taxes and subsidies on production that activities pay themselves.
  public let activityTaxes: Double
  /// Payments to factors by commodities and margins, outside activities.
  public let tradeFactorIncome: Double
  /// Payments of activities to the rest of the world: imported inputs.
  public let activityImports: Double

  /// GDP at factor cost.
  public var factorCost: Double { factorIncome }
  /// GDP at market prices from incomes and taxes.
  public var byIncome: Double { factorIncome + netTaxes }
  /// Taxes less subsidies that activities do not pay themselves: on products and trade.
  public var productTaxes: Double { netTaxes - activityTaxes }
  /// GDP at market prices from output less inputs.
  public var byProduction: Double {
    output - intermediateConsumption - activityImports + tradeFactorIncome + netTaxes
      - activityTaxes
  }
  /// GDP at market prices from final uses.
  public var byExpenditure: Double {
    householdConsumption + governmentConsumption + otherConsumption + investment + exports
      - imports
  }
}

extension SocialAccountingMatrix {
  /// GDP by production, income and expenditure.
  ///
  /// - Throws: `Failure.kindsMissing` if an account has no kind.
  public func grossDomesticProduct() throws(Failure) -> GrossDomesticProduct {
    guard hasKinds else {
      throw .kindsMissing(accounts: accounts.filter { $0.kind == nil }.map { $0.code })
    }
    let activities = indices(of: .activity)
    let trade = indices { $0 == .commodity || $0 == .margin }
    let production = activities + trade
    let factors = indices(where: { $0.isFactor })
    // Of an input-output table names say what the final uses and inputs are.
    func users(_ counts: (Account.Kind) -> Bool) -> [Int] {
      indices(where: counts) + oneSided(.finalUse, as: counts)
    }
    let taxes =
      indices(where: { $0.isTaxOnProduction }) + oneSided(.primaryInput) { $0.isTaxOnProduction }
    let world = indices(of: .restOfWorld)
    let imported = world + oneSided(.primaryInput) { $0 == .restOfWorld }
    // A tax on a final purchase is part of its value at market prices; so are the imports that
    // final users of an input-output table buy beside the sectors.
    let final = production + taxes
    let bought = final + imported.filter { !world.contains($0) }
    let uses = indices(of: .finalUse)
    let told = oneSided(.finalUse) { _ in true }
    let households = users { $0 == .household }
    let governments = users { $0 == .government || $0 == .socialProtection }
    let investors = users { $0 == .savings || $0 == .stocks }
    let importUses = uses.filter { accounts[$0].isImportUse }
    let abroad = users { $0 == .restOfWorld }.filter { !importUses.contains($0) }
    let otherUsers =
      users { $0 == .enterprise || $0 == .nonProfit || $0 == .other }
      + uses.filter { !told.contains($0) }
    let receipts = receipts
    return GrossDomesticProduct(
      output: activities.reduce(0) { $0 + receipts[$1] },
      intermediateConsumption: flow(from: activities, to: production),
      factorIncome: flow(from: production, to: factors),
      netTaxes: flow(from: Array(accounts.indices), to: taxes),
      householdConsumption: flow(from: households, to: bought),
      governmentConsumption: flow(from: governments, to: bought),
      otherConsumption: flow(from: otherUsers, to: bought),
      investment: flow(from: investors, to: bought),
      exports: flow(from: abroad, to: bought),
      imports: flow(from: production, to: imported)
        + flow(from: uses, to: imported.filter { !world.contains($0) })
        - flow(from: importUses, to: bought),
      activityTaxes: flow(from: activities, to: taxes),
      tradeFactorIncome: flow(from: trade, to: factors),
      activityImports: flow(from: activities, to: imported))
  }
}
