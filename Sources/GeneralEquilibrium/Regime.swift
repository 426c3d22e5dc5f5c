public import AccountMatrix
public import Multipliers

/// Which prices and quantities are free: factor markets, government, foreign exchange, investment,
/// and the anchor of prices.
///
/// A regime is an assumption about the economy, and decides the answer more than any elasticity;
/// its words are printed with every result.
///
/// Reference: Sen 1963 and Rattsø 1982 (closures); Lofgren, Harris & Robinson 2002, section 4.
public struct Regime: Sendable, Equatable {
  /// The name by which it is asked for, for example `short-run`.
  public var name: String
  /// What it assumes, in words.
  public var summary: String
  /// The markets of factors; of the rules that fit a factor and an activity the last holds.
  public var factors: [FactorMarket]
  /// What the government holds fixed.
  public var government: Government
  /// What adjusts the balance of payments.
  public var foreign: Foreign
  /// What investment follows.
  public var investment: Investment
  /// The price that is one throughout.
  public var numeraire: Numeraire
  /// Where exports come from.
  public var exports: ExportSupply
  /// Departures from the standard equations.
  public var variant: Variant
  /// Elasticities that belong to the regime and go before those of the table.
  package var elasticities: [Elasticities.Entry]
  /// Elasticities of supply worth a draw, where uncertainty is asked for.
  package var supplyDraws: [SupplyDraw]

  /// A regime from its parts.
  package init(
    name: String, summary: String, factors: [FactorMarket],
    government: Government = .savingFree, foreign: Foreign = .savingFixed,
    investment: Investment = .savingDriven, numeraire: Numeraire = .consumerPrices,
    exports: ExportSupply = .ownOutput, variant: Variant = Variant(),
    elasticities: [Elasticities.Entry] = [], supplyDraws: [SupplyDraw] = []
  ) {
    self.name = name
    self.summary = summary
    self.factors = factors
    self.government = government
    self.foreign = foreign
    self.investment = investment
    self.numeraire = numeraire
    self.exports = exports
    self.variant = variant
    self.elasticities = elasticities
    self.supplyDraws = supplyDraws
  }
}

extension Regime {
  /// How a factor is paid and supplied.
  public struct FactorMarket: Sendable, Equatable {
    /// Whether a factor moves between activities.
    public enum Scope: String, Sendable, CaseIterable {
      /// One wage, and one market.
      case mobile
      /// It stays in its activity, where it earns a rent of its own.
      case specific
    }

    /// What an idle factor's reward is fixed in.
    public enum Reward: String, Sendable, CaseIterable {
      /// The basket of consumers.
      case real
      /// Money.
      case nominal
    }

    /// The factors.
    public var factors: AccountSelector
    /// The activities in which the rule holds.
    public var activities: AccountSelector
    /// Whether the factor moves.
    public var scope: Scope
    /// The elasticity of supply to the real reward: zero fully employed, infinite idle.
    public var supplyElasticity: Double
    /// What the reward of an idle factor is fixed in.
    public var reward: Reward

    /// A market from its parts.
    public init(
      _ factors: AccountSelector, in activities: AccountSelector = .all, _ scope: Scope,
      supplyElasticity: Double, reward: Reward = .real
    ) {
      self.factors = factors
      self.activities = activities
      self.scope = scope
      self.supplyElasticity = supplyElasticity
      self.reward = reward
    }
  }

  /// What the government holds fixed.
  public enum Government: String, Sendable, CaseIterable {
    /// Purchases; its saving is what is left.
    case savingFree = "saving-free"
    /// Purchases and saving, in money of consumers; direct taxes adjust.
    case directTax = "direct-tax"
    /// Purchases and saving, in money of consumers; taxes on products adjust.
    case indirectTax = "indirect-tax"
    /// The shares of its revenue that it saves, and spends on each purchase.
    case valueShares = "value-shares"
  }

  /// What adjusts the balance of payments.
  public enum Foreign: String, Sendable, CaseIterable {
    /// Foreign saving is fixed in foreign currency; the exchange rate adjusts.
    case savingFixed = "saving-fixed"
    /// The exchange rate is fixed; foreign saving adjusts.
    case rateFixed = "rate-fixed"
  }

  /// What investment follows.
  public enum Investment: String, Sendable, CaseIterable {
    /// Its volume is scaled to what is saved.
    case savingDriven = "saving-driven"
    /// Its volume is fixed.
    case fixedVolume = "fixed-volume"
    /// What is saved is spent on it in fixed shares of value.
    case valueShares = "value-shares"
    /// Its volume is fixed, and the saving rates of those who consume are scaled to pay for it.
    case investmentDriven = "investment-driven"
  }

  /// The price that is one throughout.
  public enum Numeraire: Sendable, Equatable {
    /// The price index of household consumption.
    case consumerPrices
    /// The exchange rate.
    case exchangeRate
    /// The price index of domestic sales of domestic output.
    case domesticPrices
    /// The reward of a mobile factor.
    case reward(String)
  }

  /// Where exports come from; from the composite their volumes are fixed.
  public typealias ExportSupply = Multipliers.ExportSupply

  /// Departures from the standard equations, as in the models of IFPRI's course.
  ///
  /// Reference: Lofgren, Harris & Robinson 2002.
  public struct Variant: Sendable, Equatable {
    /// Payments of factors and institutions abroad, and of institutions to government, are fixed
    /// sums, in foreign currency or in money of consumers, paid before tax.
    public var fixedTransfers: Bool
    /// The consumer price index leaves own produce out.
    public var marketedPricesOnly: Bool
    /// Benefits of social protection schemes are fixed in money, not in money of consumers.
    public var nominalBenefits: Bool

    /// The name of a switch in a file.
    public enum Switch: String, Sendable, CaseIterable {
      /// `fixedTransfers`.
      case fixedTransfers = "fixed-transfers"
      /// `marketedPricesOnly`.
      case marketedPricesOnly = "marketed-prices-only"
      /// `nominalBenefits`.
      case nominalBenefits = "nominal-benefits"
      /// `jointProducts`.
      case jointProducts = "joint-products"
      /// `transfersAfterSaving`.
      case transfersAfterSaving = "transfers-after-saving"
      /// `nominalGovernmentSaving`.
      case nominalGovernmentSaving = "nominal-government-saving"
    }

    /// Turns a switch on.
    public mutating func turnOn(_ name: Switch) {
      switch name {
      case .fixedTransfers: fixedTransfers = true
      case .marketedPricesOnly: marketedPricesOnly = true
      case .nominalBenefits: nominalBenefits = true
      case .jointProducts: jointProducts = true
      case .transfersAfterSaving: transfersAfterSaving = true
      case .nominalGovernmentSaving: nominalGovernmentSaving = true
      }
    }

    /// An activity that sells several commodities makes them in fixed proportions, each at a price
    /// of its own; else it makes one good that it sells as several.
    public var jointProducts: Bool
    /// Transfers among institutions are shares of what saving leaves.
    public var transfersAfterSaving: Bool
    /// Where taxes adjust, the saving of government is fixed in money of the numeraire, not in that
    /// of consumers.
    public var nominalGovernmentSaving: Bool
    /// Margin accounts that stand on one flow, inside the prices that buyers choose between.
    public var margins: [Margin]

    /// A margin account and the flow that it stands on.
    public struct Margin: Sendable, Equatable {
      /// What is traded.
      public enum Flow: String, Sendable, CaseIterable {
        /// Domestic output sold at home.
        case domestic
        /// Imports.
        case imports
        /// Exports.
        case exports
      }

      /// The code of the margin account.
      public var account: String
      /// The flow.
      public var flow: Flow

      /// A margin from its parts.
      public init(_ account: String, on flow: Flow) {
        self.account = account
        self.flow = flow
      }
    }

    /// A variant from its switches, all off.
    public init(
      fixedTransfers: Bool = false, marketedPricesOnly: Bool = false,
      nominalBenefits: Bool = false, jointProducts: Bool = false,
      transfersAfterSaving: Bool = false, nominalGovernmentSaving: Bool = false,
      margins: [Margin] = []
    ) {
      self.fixedTransfers = fixedTransfers
      self.marketedPricesOnly = marketedPricesOnly
      self.nominalBenefits = nominalBenefits
      self.jointProducts = jointProducts
      self.transfersAfterSaving = transfersAfterSaving
      self.nominalGovernmentSaving = nominalGovernmentSaving
      self.margins = margins
    }
  }
}
