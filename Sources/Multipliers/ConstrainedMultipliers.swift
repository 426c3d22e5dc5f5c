internal import AccountMatrix
internal import LinearAlgebra

/// Multipliers with supply free and with supply limited, side by side.
///
/// The limited ones are those of `MultiplierModel` with its response shares, for
/// which the inverse is computed anew: it cannot be read off the free one by
/// leaving out rows.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, chapter 3 (unconstrained and
/// constrained multipliers); Haggblade, Hammer & Hazell 1991.
package struct ConstrainedMultipliers: Sendable {
  /// What one unit into an account does in both cases.
  package struct Row: Sendable, Equatable {
    /// With every activity meeting all demand.
    package let free: AccountMultipliers
    /// With the response shares as given.
    package let limited: AccountMultipliers
    /// All endogenous receipts, with supply free.
    package let freeReceipts: Double
    /// All endogenous receipts, with supply limited.
    package let limitedReceipts: Double
    /// Demand that is not met, which the rest of the world makes good.
    package let unmet: Double
  }

  /// The model with its response shares.
  package let model: MultiplierModel
  /// The rows in the order of the endogenous accounts.
  package let rows: [Row]

  /// Computes both.
  ///
  /// - Throws: `MultiplierModel.Failure` where there is no model with free supply, or leakages of
  ///   an account do not add to one.
  /// - Complexity: O(n³) once.
  package init(_ model: MultiplierModel) throws(MultiplierModel.Failure) {
    let free = try model.with { $0.supply = .free }
    let ones = model.endogenous.map { _ in 1.0 }
    let receipts = zip(
      free.multipliers(ofWeights: [ones])[0], model.multipliers(ofWeights: [ones])[0])
    self.model = model
    rows = zip(zip(try free.multipliers(), try model.multipliers()), receipts).map { pair, sum in
      Row(
        free: pair.0, limited: pair.1, freeReceipts: sum.0, limitedReceipts: sum.1,
        unmet: pair.1.leakages.first { $0.account == Response.Leakage.supply }?.amount ?? 0)
    }
  }
}
