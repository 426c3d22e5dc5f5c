public import AccountMatrix
internal import LinearAlgebra

/// Multipliers with spending at the margin, next to those with average spending.
///
/// With C the marginal and A the average spending shares, N = (I - A)⁻¹ and
/// N_c = (I - C)⁻¹ = (I - N (C - A))⁻¹ N. As they differ in the columns of households only, the
/// difference of a measure is a sum over households,
///
///     w'N_c - w'N = Σ_h (w'N (C - A))_h (N_c)_h,
///
/// what a franc of the household's spending does differently, times the income
/// that reaches it. With response shares, A and C stand for S A and S C.
///
/// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) marginal shares of 0.30 and 0.25
/// instead of 20/90 and 30/90 lower a household's multiplier on itself from 1.670383 to 1.641572.
///
/// Reference: Pyatt & Round 1979, Economic Journal 89:850-873, section IV;
/// Lewis & Thorbecke 1992, World Development 20:881-897.
public struct FixedPriceMultipliers: Sendable {
  /// The model with average spending.
  public let accounting: MultiplierModel
  /// The model with spending at the margin.
  public let marginal: MultiplierModel

  /// Both sides of a model whose settings say how households spend at the margin.
  ///
  /// - Throws: `MultiplierModel.Failure` if there is no model with average spending.
  /// - Complexity: O(n³).
  public init(_ marginal: MultiplierModel) throws(MultiplierModel.Failure) {
    self.marginal = marginal
    accounting = try marginal.with {
      $0.spending = .average
      if $0.ownConsumption == .off { $0.ownConsumption = .unmet }
    }
  }

  /// A model, and the same with spending by elasticities.
  ///
  /// - Throws: `MultiplierModel.Failure` if the elasticities do not fit, marginal shares do not
  ///   add to one, or rounds of marginal spending do not die out.
  /// - Complexity: O(n³).
  public init(
    _ model: MultiplierModel, elasticities: IncomeElasticities
  ) throws(MultiplierModel.Failure) {
    try self.init(try model.with { $0.spending = .marginal(elasticities) })
  }

  /// The multipliers of one measure, both ways, and where the difference comes from.
  public struct Difference: Sendable, Equatable {
    /// The part of one household.
    public struct Part: Sendable, Equatable {
      /// The household.
      public let household: Account
      /// Its part of the difference for each endogenous account.
      public let amounts: [Double]
    }

    /// Per endogenous account, with average spending.
    public let accounting: [Double]
    /// Per endogenous account, with spending at the margin.
    public let fixedPrice: [Double]
    /// The parts of the households whose spending differs, which add to the difference.
    public let parts: [Part]
    /// The endogenous accounts that the figures stand for, in their order.
    public let accounts: [Account]

    /// By how much the one at the margin is larger, per endogenous account.
    public var excess: [Double] { zip(fixedPrice, accounting).map { $0 - $1 } }

    /// The part of a household for each endogenous account; zero where its spending is the same.
    ///
    /// - Throws: `MultiplierModel.Failure.matrix(.unknownAccount)` for what is no endogenous account.
    public func part(of household: String) throws(MultiplierModel.Failure) -> [Double] {
      guard let account = accounts.first(where: { $0.code == household }) else {
        let nearest = nearestCodes(to: household, among: accounts.map { $0.code })
        throw .matrix(.unknownAccount(household, nearest: nearest))
      }
      return part(of: account)
    }

    /// The same of an account of the model.
    package func part(of household: Account) -> [Double] {
      parts.first { $0.household == household }?.amounts ?? accounts.map { _ in 0 }
    }
  }

  /// The multipliers of a measure both ways.
  ///
  /// - Throws: `MultiplierModel.Failure.matrix(.kindsMissing)` for a matrix without kinds.
  /// - Complexity: O(n²) for each household.
  public func difference(
    on measure: Measure
  ) throws(MultiplierModel.Failure) -> Difference {
    try accounting.requireMeasures()
    return difference(
      accounting: accounting.weights(of: measure), marginal: marginal.weights(of: measure))
  }

  /// The multipliers of every measure both ways; `nil` for a matrix without kinds.
  package var differencesByMeasure: [(measure: Measure, difference: Difference)]? {
    guard accounting.hasMeasures else { return nil }
    return Measure.allCases.map { measure in
      (
        measure: measure,
        difference: difference(
          accounting: accounting.weights(of: measure), marginal: marginal.weights(of: measure))
      )
    }
  }

  /// The sum of all endogenous receipts both ways, which needs no kinds.
  package func differenceOfReceipts() -> Difference {
    let ones = accounting.endogenous.map { _ in 1.0 }
    return difference(accounting: ones, marginal: ones)
  }

  /// The same for weights on receipts, which differ where households pay a part of the measure.
  private func difference(accounting w: [Double], marginal v: [Double]) -> Difference {
    let value = accounting.factors.solveTransposed(w)
    let before = value * accounting.metPropensities
    let after = value * marginal.metPropensities
    let changed = w.indices.filter { j in
      w[j] != v[j]
        || w.indices.contains {
          marginal.metPropensities[$0, j] != accounting.metPropensities[$0, j]
        }
    }
    let parts = changed.map { h in
      var unit = [Double](repeating: 0, count: w.count)
      unit[h] = 1
      let income = marginal.multipliers(ofWeights: [unit])[0]
      let perFranc = after[h] - before[h] + v[h] - w[h]
      return Difference.Part(
        household: accounting.endogenous[h], amounts: income.map { $0 * perFranc })
    }
    return Difference(
      accounting: accounting.multipliers(ofWeights: [w])[0],
      fixedPrice: marginal.multipliers(ofWeights: [v])[0], parts: parts,
      accounts: accounting.endogenous)
  }
}

extension MultiplierModel {
  /// What an endogenous account pays to each endogenous and then each exogenous account, per unit.
  package func spendingShares(of account: Int) -> [Double] {
    propensities.column(account) + leakageRates.column(account)
  }
}
