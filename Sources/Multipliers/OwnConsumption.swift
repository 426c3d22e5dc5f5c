internal import AccountMatrix
package import LinearAlgebra

/// What becomes of the demand of households for their own produce.
///
/// Own consumption is what a household pays to an activity itself, past the
/// market. Where the activity meets the share s of demand, the rest, 1 - s, of
/// own consumption is either not met at all, or bought on the market instead:
/// as the commodities that the activity sells, in the shares in which it sells
/// them, and where it sells none, as the household's other purchases. Or
/// households spend what they receive in addition on the market alone, whatever
/// activities meet: in the shares in which they buy commodities. Or what own
/// produce adds to value is income of the household that consumes it, and not
/// of all who earn what its activity pays.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, chapter 3 (constrained
/// multipliers).
public enum OwnConsumption: String, Sendable, CaseIterable {
  /// What an activity does not meet leaks as `leak:supply`.
  case unmet
  /// What an activity does not meet is bought on the market.
  case market
  /// Nothing of an additional franc: all of it is spent on the market.
  case off
  /// The value added in own produce that is met goes back to the household that consumes it; what an
  /// activity does not meet leaks.
  case household = "own-household"
}

extension SpendingTable {
  /// Moves a part of what households take of their own produce to what they buy on the market.
  package mutating func moveOwnConsumptionToMarket(_ part: Double = 1) {
    let activities = rows { $0 == .activity }
    let commodities = rows { $0 == .commodity }
    guard part != 0, !commodities.isEmpty else { return }
    for h in columns({ $0 == .household }) {
      let own = activities.reduce(0) { $0 + shares[$1, h] }
      let bought = commodities.reduce(0) { $0 + max(0, shares[$1, h]) }
      guard own != 0, bought > 0 else { continue }
      for a in activities { shares[a, h] *= 1 - part }
      let factor = (bought + part * own) / bought
      for c in commodities where shares[c, h] > 0 { shares[c, h] *= factor }
    }
  }
}

extension SpendingTable {
  private func returnOwnProduce(_ demand: inout MetDemand, responses: [Double]) {
    let activities = columns { $0 == .activity }
    let factors = columns { $0.isFactor }
    for h in columns({ $0 == .household }) {
      for a in activities {
        let own = ownProduceReturned * responses[a] * shares[columnRows[a], h]
        guard own != 0 else { continue }
        for f in factors {
          let paid = own * shares[columnRows[f], a]
          demand.met[f, h] -= paid
          demand.met[h, h] += paid
        }
      }
    }
  }
}

/// What a household buys instead of the own produce that one activity does not meet.
package struct OwnProduceSubstitute: Sendable {
  /// The column of the activity.
  package let activity: Int
  /// The column of the household.
  package let household: Int
  /// The columns of the commodities, and the part of each; the parts add to one.
  package let parts: [(commodity: Int, part: Double)]
  /// The part of the unmet demand that is bought so; the rest leaks.
  package var scale: Double

  /// The same where the columns stand elsewhere.
  package func moved(to places: [Int]) -> OwnProduceSubstitute {
    OwnProduceSubstitute(
      activity: places[activity], household: places[household],
      parts: parts.map { (commodity: places[$0.commodity], part: $0.part) }, scale: scale)
  }

  /// The same where only a part of it is bought so.
  package func scaled(by factor: Double) -> OwnProduceSubstitute {
    OwnProduceSubstitute(
      activity: activity, household: household, parts: parts, scale: factor * scale)
  }
}

extension SpendingTable {
  /// What of the demand of a round of spending is met, and what is not.
  package struct MetDemand: Sendable {
    /// S A with own consumption moved to the market.
    package var met: Matrix
    /// The columns of accounts that do not meet all demand.
    package let limited: [Int]
    /// A row for each of these: the demand that it does not meet per unit of others' receipts.
    package var unmet: Matrix
  }

  /// What households buy instead of own produce, for all activities; commodities without payments,
  /// as those of a closure that makes them exogenous, are passed over.
  ///
  /// - Parameter payments: by column, all payments of the account in the matrix.
  package func ownProduceSubstitutes(payments: [Double]) -> [OwnProduceSubstitute] {
    // As in `SupplyResponse`, an account of which nobody says what it is may be an activity.
    let activities = columns.indices.filter { (columns[$0].kind ?? .activity) == .activity }
    let households = columns { $0 == .household }
    let commodities = columns { $0 == .commodity }.filter { c in
      (0..<shares.rows).contains { shares[$0, c] != 0 }
    }
    var substitutes: [OwnProduceSubstitute] = []
    for activity in activities {
      let row = columnRows[activity]
      let sold = commodities.map { max(0, shares[row, $0] * payments[$0]) }
      for household in households where shares[row, household] != 0 {
        let bought = commodities.map { max(0, shares[columnRows[$0], household]) }
        let weights = sold.contains { $0 > 0 } ? sold : bought
        let total = weights.reduce(0, +)
        guard total > 0 else { continue }
        substitutes.append(
          OwnProduceSubstitute(
            activity: activity, household: household,
            parts: zip(commodities, weights).map { (commodity: $0, part: $1 / total) }, scale: 1))
      }
    }
    return substitutes
  }

  /// Parts the spending shares into demand that is met, and demand that is not.
  ///
  /// - Parameters:
  ///   - responses: by column, the share of demand that the account meets.
  ///   - substitutes: what households buy instead of own produce that is not met.
  ///
  /// Where own produce is returned, what the activity pays to factors for it reaches the household
  /// in their place: in a household's column factors receive less by it, and the household itself
  /// receives it. Factors outside the system keep what they are paid.
  package func metDemand(
    responses: [Double], substitutes: [OwnProduceSubstitute]
  ) -> MetDemand {
    let count = columns.count
    let limited = responses.indices.filter { responses[$0] != 1 }
    var demand = MetDemand(
      met: shares.submatrix(rows: columnRows, columns: Array(0..<count)), limited: limited,
      unmet: Matrix(rows: limited.count, columns: count))
    for (row, i) in limited.enumerated() {
      for j in 0..<count {
        let asked = demand.met[i, j]
        demand.met[i, j] = responses[i] * asked
        demand.unmet[row, j] = (1 - responses[i]) * asked
      }
    }
    if ownProduceReturned != 0 { returnOwnProduce(&demand, responses: responses) }
    if substitutes.isEmpty { return demand }
    for (row, i) in limited.enumerated() {
      for substitute in substitutes where substitute.activity == i {
        let h = substitute.household
        let moved = substitute.scale * (1 - responses[i]) * shares[columnRows[i], h]
        for (commodity, part) in substitute.parts { demand.met[commodity, h] += moved * part }
        demand.unmet[row, h] -= moved
      }
    }
    return demand
  }
}
