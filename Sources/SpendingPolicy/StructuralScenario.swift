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

  /// A scenario from its parts.
  package init(
    id: String, name: String = "", exogenous: [AccountSelector] = [],
    endogenous: [AccountSelector] = [], response: SupplyResponse = .free,
    ownConsumption: OwnConsumption? = nil
  ) {
    self.id = id
    self.name = name.isEmpty ? id : name
    self.exogenous = exogenous
    self.endogenous = endogenous
    self.response = response
    self.ownConsumption = ownConsumption
  }

  /// The model as it is.
  public static let standard = StructuralScenario(
    id: "standard", name: "Supply and closure of the model")
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
