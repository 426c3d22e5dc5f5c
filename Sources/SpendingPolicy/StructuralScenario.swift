public import AccountMatrix
public import Multipliers

/// A structural choice that is not drawn: each has a band of its own.
public struct StructuralScenario: Sendable, Equatable {
  /// What a household does with a further franc that it would have eaten of its own produce.
  package enum OwnProduce: String, Sendable, CaseIterable {
    /// It keeps the average share of its own produce.
    case kept
    /// It spends on the market alone, in the shares of what it buys there.
    case market
  }

  /// The identifier.
  public var id: String
  /// The choice in words.
  public var name: String
  /// Accounts that are exogenous beside those of the closure.
  public var exogenous: [AccountSelector]
  /// Accounts that respond although the closure makes them exogenous.
  public var endogenous: [AccountSelector]
  /// Response shares that replace those of the model.
  public var response: SupplyResponse
  /// What becomes of own consumption at the margin.
  package var ownProduce: OwnProduce
  /// At which rates households and enterprises save; `nil` for those of the matrix.
  package var savingRates: SavingRates?

  /// A scenario from its parts.
  package init(
    id: String, name: String = "", exogenous: [AccountSelector] = [],
    endogenous: [AccountSelector] = [], response: SupplyResponse = .free,
    ownProduce: OwnProduce = .kept, savingRates: SavingRates? = nil
  ) {
    self.id = id
    self.name = name.isEmpty ? id : name
    self.exogenous = exogenous
    self.endogenous = endogenous
    self.response = response
    self.ownProduce = ownProduce
    self.savingRates = savingRates
  }

  /// The model as it is.
  public static let standard = StructuralScenario(
    id: "standard", name: "Supply and closure of the model")
}

extension StructuralScenario {
  /// The settings of the scenario on a model, and its exogenous accounts by position.
  ///
  /// - Throws: `MultiplierModel.Failure` if the scenario names accounts that the matrix lacks.
  func settings(
    from model: MultiplierModel
  ) throws(MultiplierModel.Failure) -> (exogenous: Set<Int>, settings: ModelSettings) {
    let sam = model.sam
    func positions(
      _ selectors: [AccountSelector]
    ) throws(MultiplierModel.Failure) -> Set<Int> {
      do { return Set(try Closure(exogenous: selectors).partition(of: sam).exogenous) } catch {
        throw .matrix(error)
      }
    }
    let standard = Set(model.partition.exogenous)
    let chosen = standard.union(try positions(exogenous)).subtracting(try positions(endogenous))
    var settings = model.settings
    if chosen != standard {
      settings.closure = Closure(
        exogenous: chosen.sorted().map { .account(sam.accounts[$0].code) })
    }
    if !response.entries.isEmpty { settings.supply = response }
    if ownProduce == .market { settings.ownConsumption = .off }
    if let savingRates { settings.savingRates = savingRates }
    settings.spending = settings.spending.omitting(chosen.map { sam.accounts[$0].code })
    return (exogenous: chosen, settings: settings)
  }

  /// The model in the scenario.
  ///
  /// - Throws: `MultiplierModel.Failure` if the scenario does not fit the matrix, or too little leaks
  ///   in it.
  public func model(
    from model: MultiplierModel
  ) throws(MultiplierModel.Failure) -> MultiplierModel {
    let settings = try settings(from: model).settings
    return try model.with { $0 = settings }
  }
}

extension Uncertainty {
  /// What stays as it is in every draw, because it has no grade, or a grade without error.
  package struct NotDrawn: Sendable, Equatable {
    /// Accounts that respond, whose spending shares are those of the matrix.
    package let accounts: [String]
    /// Programmes whose shares are as given.
    package let programmes: [String]

    package init(accounts: [String], programmes: [String]) {
      self.accounts = accounts
      self.programmes = programmes
    }
  }
}

/// What is measured of each draw.
public enum UncertainMeasure: String, Sendable, CaseIterable {
  /// GDP at factor cost.
  case gdpFactorCost = "gdp_factor_cost"
  /// GDP at market prices.
  case gdpMarketPrices = "gdp_market_prices"
  /// Receipts of households beyond what a programme pays them.
  case incomeBeyondTransfer = "income_beyond_transfer"
  /// Receipts of the two poorest quintiles.
  case incomeBottom40 = "income_bottom40"
  /// Taxes that come back.
  case taxReturn = "tax_return"
  /// Imports.
  case importLeakage = "import_leakage"
  /// Job-equivalents per billion.
  case jobsPerBillion = "jobs_per_billion"
}
