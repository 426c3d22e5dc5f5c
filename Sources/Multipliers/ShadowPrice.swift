package import AccountMatrix
internal import LinearAlgebra

/// What the limit on one account's output costs: the gain from a unit more of it.
///
/// For a measure w'y and a limit on y_c the shadow price is w'(I - S A)⁻¹ e_c,
/// the dual value of the constraint y_c ≤ ȳ_c in the linear programme that
/// maximises w'y; with w = 1 it counts all receipts.
///
/// Reference: Parikh & Thorbecke 1996, Economic Development and Cultural Change
/// 44:351-377; Dorfman, Samuelson & Solow 1958, chapter 7.
package struct ShadowPrice: Sendable, Equatable {
  /// The limited account.
  package let account: Account
  /// Its response share.
  package let share: Double
  /// The gain of all endogenous receipts per unit of its output.
  package let receipts: Double
  /// The gain of each measure; `nil` for a matrix without kinds.
  package let measures: Measures?
  /// The part of the unit that is not used inside, and is exported or replaces imports.
  package let netFinalDemand: Double
}

extension MultiplierModel {
  /// The shadow price of every account whose response is limited.
  ///
  /// - Complexity: O(n²) for each measure and each limited account.
  package func shadowPrices() throws(Failure) -> [ShadowPrice] {
    let values =
      hasMeasures ? Measure.allCases.map { factors.solveTransposed(weights(of: $0)) } : nil
    let receipts = factors.solveTransposed(endogenous.map { _ in 1.0 })
    return try limited.enumerated().map { row, i throws(Failure) in
      let code = endogenous[i].code
      let response = try mixedResponse(to: Injection([]), shifting: Injection(into: code))
      return ShadowPrice(
        account: endogenous[i], share: shares[i], receipts: receipts[i],
        measures: values.map { Measures($0.map { $0[i] }) },
        netFinalDemand: response.limited[row].netFinalDemand)
    }
  }
}
