public import AccountMatrix

/// Everything that is chosen about a model of one matrix.
///
/// A model is derived from another by changing some of these, with `MultiplierModel.with(_:)`; all
/// that is not changed stays as it was.
public struct ModelSettings: Sendable, Hashable {
  /// By which shares households spend what they receive.
  public enum Spending: Sendable, Hashable {
    /// The average shares of the matrix.
    case average
    /// Marginal shares, by income elasticities (Pyatt & Round 1979, fixed-price multipliers).
    case marginal(IncomeElasticities)
    /// Marginal shares, by expenditure elasticities of kinds of goods, on any matrix.
    case expenditure(ExpenditureElasticities)

    /// The same without the elasticities of some accounts, which spend nothing in the model.
    package func omitting(_ accounts: [String]) -> Spending {
      guard case .marginal(let elasticities) = self else { return self }
      return .marginal(elasticities.omitting(accounts))
    }
  }

  /// Which accounts absorb leakages.
  public var closure: Closure
  /// How much of the demand activities meet.
  public var supply: SupplyResponse
  /// What becomes of the demand of households for their own produce.
  public var ownConsumption: OwnConsumption
  /// By which shares households spend.
  public var spending: Spending
  /// Where exports come from.
  public var exports: ExportSupply
  /// At which rates households and enterprises save; `nil` for those of the matrix.
  public var savingRates: SavingRates?

  /// Settings from their parts; those left out are the common case.
  public init(
    closure: Closure = .standard, supply: SupplyResponse = .free,
    ownConsumption: OwnConsumption = .unmet, spending: Spending = .average,
    exports: ExportSupply = .composite, savingRates: SavingRates? = nil
  ) {
    self.closure = closure
    self.supply = supply
    self.ownConsumption = ownConsumption
    self.spending = spending
    self.savingRates = savingRates
    self.exports = exports
  }

  /// Whether every account spends as it does in the matrix, on average: the textbook multiplier,
  /// which can be redone from the matrix by hand.
  public var isTextbook: Bool {
    !spendsAtMargin && ownConsumption != .household && exports == .composite
      && savingRates == nil
  }

  /// Whether households spend by other shares than the averages of the matrix.
  public var spendsAtMargin: Bool {
    spending != .average || ownConsumption == .off || savingRates != nil
  }
}

extension MultiplierModel {
  /// The model with other settings, on the same matrix, which is not checked again.
  ///
  /// Spending shares and the partition of accounts are kept where the change does not touch them,
  /// and the model itself where nothing changes.
  ///
  ///     let fixed = try model.with { $0.supply = fixedAgriculture }
  ///
  /// - Throws: `Failure` where the settings do not fit the matrix, or the system has no solution.
  /// - Complexity: O(n³), or O(1) where nothing changes.
  public func with(_ change: (inout ModelSettings) -> Void) throws(Failure) -> MultiplierModel {
    var changed = settings
    change(&changed)
    return changed == settings ? self : try MultiplierModel(changed, derivedFrom: self)
  }

  #if !hasFeature(Embedded)
    /// The model with one other setting: `model.with(\.supply, fixedAgriculture)`.
    ///
    /// - Throws: `Failure` where the settings do not fit the matrix, or the system has no solution.
    public func with<Value>(
      _ setting: WritableKeyPath<ModelSettings, Value>, _ value: Value
    ) throws(Failure) -> MultiplierModel {
      try with { $0[keyPath: setting] = value }
    }
  #endif
}
