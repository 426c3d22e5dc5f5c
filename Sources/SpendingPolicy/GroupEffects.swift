public import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// What a franc does to one group of households: what it is given, what it earns, what it pays.
public struct GroupEffect: Sendable, Equatable {
  /// The group.
  public let account: Account
  /// What the programme pays to it.
  public let given: Double
  /// The change of its receipts beyond that, net of what the financing takes out of the economy.
  package let earned: Double
  /// What it gives up for the financing itself.
  public let paid: Double

  /// What is spent on the programme.
  public let amount: Double

  /// The change of its income after it has paid its part.
  public var net: Double { given + earned - paid }

  /// Whether the group gains or loses; even below half a thousandth of what is spent.
  public var result: Result {
    abs(net) < 0.0005 * amount ? .even : net > 0 ? .gains : .loses
  }

  /// The effect of another amount in place of one franc.
  package func times(_ amount: Double) -> GroupEffect {
    GroupEffect(
      account: account, given: amount * given, earned: amount * earned, paid: amount * paid,
      amount: amount * self.amount)
  }

  /// What a programme and its financing are to a group.
  public enum Result: String, Sendable {
    /// Its income rises.
    case gains
    /// Its income falls.
    case loses
    /// Its income stays.
    case even
  }
}

extension Comparison {
  /// Winners and losers: what a franc of each programme does to each group of households.
  ///
  /// Over groups, the net effects of a programme add to its net effect on income.
  ///
  /// - Complexity: O(n²) for each programme.
  public func groupEffects() throws(Failure) -> [(programme: Programme, groups: [GroupEffect])] {
    let withdrawn: SpendingVector
    do {
      withdrawn = try financing.vector(
        in: model, programmes: rows.map { $0.programme }, rule: rule,
        displacedEarnings: displacedEarnings)
    } catch { throw .financing(error) }
    let positions = AccountPositions(model)
    let households = model.endogenous.indices.filter { model.endogenous[$0].kind == .household }
    func receipts(_ vector: SpendingVector) -> [Double] {
      model.factors.solve(zip(model.shares, vector.spent).map { $0 * $1 })
    }
    let lost = receipts(withdrawn)
    return rows.map { row in
      let vector = row.programme.vector(
        in: model, positions: positions, displacedEarnings: displacedEarnings)
      let gained = receipts(vector)
      return (
        row.programme,
        households.map { h in
          GroupEffect(
            account: model.endogenous[h], given: vector.handed[h],
            earned: gained[h] - vector.ownReceipt(h)
              - (lost[h] - withdrawn.ownReceipt(h)),
            paid: withdrawn.handed[h], amount: 1)
        }
      )
    }
  }
}

extension SpendingVector {
  /// What is among an account's receipts because the franc itself was put there.
  fileprivate func ownReceipt(_ account: Int) -> Double {
    isLumpSum ? spent[account] : handed[account]
  }
}
