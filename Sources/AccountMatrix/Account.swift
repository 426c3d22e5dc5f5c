/// One account of a social accounting matrix: a row of receipts and a column of payments.
public struct Account: Sendable, Hashable {
  /// The short code by which cells are addressed, for example `hhd-r1`.
  public var code: String
  /// The name in words.
  public var name: String
  /// What the account is, or `nil` where nobody has said.
  public var kind: Kind?
  /// Where the institution lives.
  public var area: Area?
  /// Quintile of expenditure, 1 the poorest.
  public var quintile: Int?
  /// Group of activities or commodities, for example `agriculture`.
  public var group: String?

  /// An account from its attributes.
  public init(
    code: String, name: String = "", kind: Kind? = nil, area: Area? = nil, quintile: Int? = nil,
    group: String? = nil
  ) {
    self.code = code
    self.name = name.isEmpty ? code : name
    self.kind = kind
    self.area = area
    self.quintile = quintile
    self.group = group
  }

  /// Where an institution lives.
  public enum Area: String, Sendable, CaseIterable {
    /// The countryside.
    case rural
    /// Towns.
    case urban
  }
}

extension Account {
  /// What an account is in the circular flow (Pyatt & Round 1979; United Nations 2018).
  public enum Kind: String, Sendable, CaseIterable {
    /// A branch of production.
    case activity
    /// A good or service, domestic and imported.
    case commodity
    /// Trade and transport costs between producer and buyer.
    case margin
    /// Labour of some skill.
    case labour
    /// Agricultural land.
    case land
    /// Capital.
    case capital
    /// Another factor of production, or all together.
    case factor
    /// Companies.
    case enterprise
    /// A group of households.
    case household
    /// General government.
    case government
    /// Taxes on income and wealth.
    case directTax = "direct-tax"
    /// Tariffs and other taxes on imports.
    case importTax = "import-tax"
    /// Taxes on exports.
    case exportTax = "export-tax"
    /// Value-added, sales and excise taxes.
    case productTax = "product-tax"
    /// Other taxes on production.
    case activityTax = "activity-tax"
    /// Taxes on the use of factors.
    case factorTax = "factor-tax"
    /// A social protection scheme or programme.
    case socialProtection = "social-protection"
    /// Non-profit institutions serving households.
    case nonProfit = "non-profit"
    /// Saving, and the investment it pays for.
    case savings
    /// Changes of stocks.
    case stocks
    /// The rest of the world.
    case restOfWorld = "rest-of-world"
    /// A final use of an input-output table, of which only the payments are known.
    case finalUse = "final-use"
    /// Value added in an input-output table, of which only the receipts are known.
    case valueAdded = "value-added"
    /// Another input of an input-output table, such as imports or taxes, likewise.
    case primaryInput = "primary-input"
    /// Anything else.
    case other
  }
}

extension Account.Kind {
  /// Whether accounts of this kind produce or trade: their payments to factors are GDP.
  public var isProduction: Bool { self == .activity || self == .commodity || self == .margin }

  /// Whether accounts of this kind show one side only: their receipts need not be their payments.
  public var isOneSided: Bool { self == .finalUse || self == .valueAdded || self == .primaryInput }

  /// Whether accounts of this kind are factors of production.
  public var isFactor: Bool {
    switch self {
    case .labour, .land, .capital, .factor, .valueAdded: true
    default: false
    }
  }

  /// Whether accounts of this kind buy and pay by decision and not as their receipts move:
  /// government, social protection, non-profit institutions (SNA 2008, chapter 4).
  public var isCollective: Bool {
    self == .government || self == .socialProtection || self == .nonProfit
  }

  /// Whether accounts of this kind collect a tax.
  public var isTax: Bool { isTaxOnProduction || self == .directTax || self == .factorTax }

  /// Whether the tax is part of GDP at market prices: on products, production or trade.
  public var isTaxOnProduction: Bool {
    switch self {
    case .importTax, .exportTax, .productTax, .activityTax: true
    default: false
    }
  }
}
