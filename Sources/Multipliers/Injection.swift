internal import AccountMatrix

/// Money that enters the economy from outside, by the account that receives it.
public struct Injection: Sendable, Equatable {
  /// One receiving account and its amount, in the unit of the matrix.
  public struct Amount: Sendable, Equatable {
    /// The account that receives.
    public let account: String
    /// How much, in the unit of the matrix.
    public let value: Double
  }

  /// The amounts, one per account.
  public let amounts: [Amount]

  /// An injection from amounts; several for one account are added.
  public init(_ amounts: [(account: String, value: Double)]) {
    var order: [String] = []
    var sums: [String: Double] = [:]
    for (account, value) in amounts {
      if sums[account] == nil { order.append(account) }
      sums[account, default: 0] += value
    }
    self.amounts = order.map { Amount(account: $0, value: sums[$0] ?? 0) }
  }

  /// An amount for one account.
  public init(_ value: Double = 1, into account: String) { self.init([(account, value)]) }

  /// The sum of the amounts.
  public var total: Double { amounts.reduce(0) { $0 + $1.value } }

  /// Refuses amounts that are not finite, or so large that results would not be.
  ///
  /// - Throws: `MultiplierModel.Failure.amount`.
  package func requireFinite() throws(MultiplierModel.Failure) {
    var size = 0.0
    for amount in amounts {
      size += abs(amount.value)
      guard size.isAmount else {
        throw .amount(account: amount.account, value: amount.value)
      }
    }
  }
}
