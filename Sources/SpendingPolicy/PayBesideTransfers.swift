internal import AccountMatrix
internal import Multipliers

extension Comparison {
  /// What GDP at factor cost gains by a franc of pay, and by one to households that a programme pays.
  ///
  /// The pay of civil servants is value added of the service that they make, and pay of public works
  /// is not: beyond that a franc of pay and a franc of transfer differ only in who spends it.
  package struct PayBesideTransfers: Sendable, Equatable {
    /// A variant of a programme that is pay alone; that of the largest programme.
    package let pay: Programme
    /// What a franc of it does.
    package let payEffect: Double
    /// The cash transfer that pays most to the poorest fifth.
    package let transfer: Programme
    /// What a franc of it does once households have it, administration apart.
    package let transferEffect: Double
  }

  /// A franc of pay beside a franc to households; `nil` unless the comparison, before anybody has
  /// paid for it, has programmes of both kinds.
  package var payBesideTransfers: PayBesideTransfers? {
    guard financingEffect == nil, displacedEarnings == 0 else { return nil }
    func outlay(_ programme: Programme) -> Double {
      programme.outlay != nil
        ? programme.francs
        : rows.first { $0.programme.id == programme.partOf }?.programme.francs ?? 0
    }
    let labour = Set(model.sam.accounts.filter { $0.kind == .labour }.map { $0.code })
    let pays = rows.filter { row in
      row.programme.shares.allSatisfy { $0.role == .wages && labour.contains($0.account) }
    }
    guard let pay = pays.max(by: { outlay($0.programme) < outlay($1.programme) }),
      let transfer = transferToPoorest
    else { return nil }
    let gdp = model.multipliers(ofWeights: [model.weights(of: .gdpFactorCost)])[0]
    var paid = 0.0
    var effect = 0.0
    for share in transfer.shares where share.role == .transfer {
      guard let j = model.endogenous.firstIndex(where: { $0.code == share.account }) else {
        return nil
      }
      paid += share.fraction
      effect += share.fraction * gdp[j]
    }
    guard paid > 0 else { return nil }
    return PayBesideTransfers(
      pay: pay.programme, payEffect: pay.effect.gdpFactorCost, transfer: transfer,
      transferEffect: effect / paid)
  }

  /// The ranked cash transfer of social protection with the largest part for the poorest fifth.
  var transferToPoorest: Programme? {
    let households = model.endogenous.filter { $0.kind == .household }
    let poorest = Set(households.filter { $0.quintile == 1 }.map { $0.code })
    let codes = Set(households.map { $0.code })
    func paid(_ programme: Programme, _ accounts: Set<String>) -> Double {
      programme.shares.reduce(0) {
        $0 + ($1.role == .transfer && accounts.contains($1.account) ? $1.fraction : 0)
      }
    }
    return ranked(of: .socialProtection).map { $0.programme }.filter { paid($0, codes) > 0 }
      .max { paid($0, poorest) < paid($1, poorest) }
  }
}
