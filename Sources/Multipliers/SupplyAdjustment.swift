internal import AccountMatrix
internal import LinearAlgebra

/// Which flow of the rest of the world makes good what a limited activity does not supply.
///
/// Both cost the country the same foreign exchange, and leak as `leak:supply`;
/// imports rise without limit, exports can only fall by what is exported.
///
/// Reference: Haggblade, Hammer & Hazell 1991; Breisinger, Thomas & Thurlow
/// 2009, chapter 3 (endogenous net exports).
package enum SupplyAdjustment: String, Sendable, CaseIterable {
  /// Imports rise by the demand that is not met.
  case imports
  /// Exports fall by it, as far as the activity exports; the rest is imported.
  case exports
}

/// How the trade of one limited activity adjusts.
package struct TradeAdjustment: Sendable, Equatable {
  /// What is asked of the activity.
  package let limited: MixedResponse.LimitedAccount
  /// What is exported of its output in the base, directly and as its part of commodities; `nil`
  /// where nothing says which account is the rest of the world.
  package let baseExports: Double?
  /// The change of imports that compete with it.
  package let imports: Double
  /// The change of its exports.
  package let exports: Double
}

extension MixedResponse {
  /// How trade adjusts to the response, activity by activity.
  ///
  /// Exports of a commodity belong to its activities in the shares in which it pays them.
  package func tradeAdjustments(by adjustment: SupplyAdjustment) -> [TradeAdjustment] {
    let sam = model.sam
    let world = sam.indices(of: .restOfWorld)
    let commodities = sam.indices(of: .commodity)
    let payments = sam.payments
    return zip(limited, model.limited).map { limited, position in
      let row = model.partition.endogenous[position]
      let viaCommodities = commodities.reduce(0) { sum, c in
        payments[c] > 0
          ? sum + sam.flow(from: world, to: [c]) * sam[row, c] / payments[c] : sum
      }
      let baseExports = world.isEmpty ? nil : sam.flow(from: world, to: [row]) + viaCommodities
      let gap = -limited.netFinalDemand
      let fromExports = adjustment == .exports ? min(gap, max(0, baseExports ?? .infinity)) : 0
      return TradeAdjustment(
        limited: limited, baseExports: baseExports, imports: gap - fromExports,
        exports: fromExports == 0 ? 0 : -fromExports)
    }
  }
}
