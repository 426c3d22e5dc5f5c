public import AccountMatrix
public import Multipliers

/// A structural choice that is not drawn: each has a band of its own.
public struct StructuralScenario: Sendable, Equatable {
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
  /// What becomes of own consumption at the margin; `nil` as in the model.
  package var ownConsumption: OwnConsumption?
  /// At which rates households and enterprises save; `nil` for those of the matrix.
  package var savingRates: SavingRates?
  /// By which elasticities households spend at the margin; `nil` as in the model.
  package var elasticities: ExpenditureElasticities?

  /// A scenario from its parts.
  package init(
    id: String, name: String = "", exogenous: [AccountSelector] = [],
    endogenous: [AccountSelector] = [], response: SupplyResponse = .free,
    ownConsumption: OwnConsumption? = nil, savingRates: SavingRates? = nil,
    elasticities: ExpenditureElasticities? = nil
  ) {
    self.id = id
    self.name = name.isEmpty ? id : name
    self.exogenous = exogenous
    self.endogenous = endogenous
    self.response = response
    self.ownConsumption = ownConsumption
    self.savingRates = savingRates
    self.elasticities = elasticities
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
    if let ownConsumption { settings.ownConsumption = ownConsumption }
    if let savingRates { settings.savingRates = savingRates }
    if let elasticities { settings.spending = .expenditure(elasticities) }
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
