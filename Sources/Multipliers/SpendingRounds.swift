public import AccountMatrix
internal import LinearAlgebra

/// The effects of an injection round by round of spending, which add to the closed form.
///
/// Round 0 is what the injection buys, S x; in each later round every account
/// spends what it received in the one before:
///
///     r₀ = S x,  r₁ = S A r₀,  r₂ = S A r₁, ...,   Σ rₖ = (I - S A)⁻¹ S x.
///
/// What leaks in a round is gone from the next, so leakages so far and what
/// still circulates add to the injection.
///
/// Reference: Miller & Blair 2009, section 2.4 (power series); Waugh 1950.
public struct SpendingRounds: Sendable, Equatable {
  /// One round.
  public struct Round: Sendable, Equatable {
    /// Its number; the injection is round 0.
    public let number: Int
    /// What the endogenous accounts receive in it.
    public let receipts: [Double]
    /// What it adds to each measure; `nil` for a matrix without kinds.
    public let measures: Measures?
    /// What leaks in it.
    public let leaked: Double

    /// The sum of all receipts.
    public var totalReceipts: Double { receipts.reduce(0, +) }
  }

  /// The rounds, from 0.
  public let rounds: [Round]
  /// All rounds together, in closed form.
  public let closedForm: Response

  /// What a number of rounds has done.
  public struct Progress: Sendable, Equatable {
    /// The number of the last of them; for all together, how many were computed.
    public let number: Int
    /// All receipts so far.
    public let receipts: Double
    /// Measures so far; `nil` for a matrix without kinds.
    public let measures: Measures?
    /// What has leaked so far.
    public let leaked: Double
    /// The part of all receipts of the closed form; `nil` if nothing is received.
    public let covered: Double?
  }

  /// All receipts of the closed form.
  public var allReceipts: Double { closedForm.changes.reduce(0, +) }

  /// The running sums after every round.
  public var progress: [Progress] {
    let all = allReceipts
    var receipts = 0.0
    var leaked = 0.0
    var measures = [Double](repeating: 0, count: Measure.allCases.count)
    var result: [Progress] = []
    for round in rounds {
      receipts += round.totalReceipts
      leaked += round.leaked
      if let own = round.measures {
        for (m, measure) in Measure.allCases.enumerated() { measures[m] += own[measure] }
      }
      result.append(
        Progress(
          number: round.number, receipts: receipts,
          measures: round.measures == nil ? nil : Measures(measures), leaked: leaked,
          covered: all == 0 ? nil : receipts / all))
    }
    return result
  }

  /// All rounds together.
  public var whole: Progress {
    Progress(
      number: rounds.count, receipts: allReceipts, measures: closedForm.measures,
      leaked: closedForm.totalLeakage, covered: 1)
  }

  /// The first round after which a part of a unit has leaked; `nil` if none of those computed.
  public func round(leaking part: Double) -> Int? {
    progress.first { $0.leaked >= part }?.number
  }

  /// The model that was asked.
  public var model: MultiplierModel { closedForm.model }
  /// The endogenous accounts.
  public var accounts: [Account] { model.endogenous }
}

extension MultiplierModel {
  /// The first rounds of spending of an injection.
  ///
  /// - Parameters:
  ///   - injection: what is injected; parts on exogenous accounts leak in round 0.
  ///   - count: how many rounds follow the injection.
  /// - Throws: `Failure` as `response(to:)`, but for exogenous receivers.
  /// - Complexity: O(n²) for each round.
  public func spendingRounds(
    of injection: Injection, count: Int
  ) throws(Failure) -> SpendingRounds {
    let closedForm = try response(to: injection, exogenousReceivers: true)
    let (x, leakingAtOnce) = try amounts(of: injection, exogenousReceivers: true)
    let weights = hasMeasures ? Measure.allCases.map { self.weights(of: $0) } : nil
    let leakRates = zip(leakageRateByAccount, unmetRates).map { $0 + $1 }
    var receipts = zip(shares, x).map { $0 * $1 }
    var atOnce = leakingAtOnce.reduce(0, +) + shares.map { 1 - $0 }.dot(x)
    var rounds: [SpendingRounds.Round] = []
    for number in 0...max(0, count) {
      rounds.append(
        SpendingRounds.Round(
          number: number, receipts: receipts,
          measures: weights.map { Measures($0.map { $0.dot(receipts) }) },
          leaked: leakRates.dot(receipts) + atOnce))
      atOnce = 0
      receipts = metPropensities * receipts
    }
    return SpendingRounds(rounds: rounds, closedForm: closedForm)
  }
}
