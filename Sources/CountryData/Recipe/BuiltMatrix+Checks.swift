package import Balancing
internal import AccountMatrix

extension BuiltMatrix {
  /// Controls that are lines and totals of official tables.
  package var officialControls: [Balance.ControlOutcome] {
    let ids = Set(
      zip(controls.controls, controls.origins).filter { $0.1.isOfTable }.map { $0.0.id })
    return balance.controls.filter { ids.contains($0.control) }
  }

  /// The official figure that the matrix is farthest from.
  package var worstOfficialControl: Balance.ControlOutcome? {
    officialControls.max { abs($0.residual) < abs($1.residual) }
  }

  /// Controls beyond one and a half standard errors.
  package var looseControls: [Balance.ControlOutcome] {
    balance.controls.filter { abs($0.standardised ?? 0) > 1.5 }
  }

  /// Official balances beyond their tolerance, each for a stated reason.
  package var missedBalances: [OfficialBalance] { officialBalances.filter { !$0.isMet } }

  /// How many controls rest on institutional evidence.
  package var institutionalControlCount: Int {
    institutionalEvidence.reduce(0) { $0 + $1.controls }
  }

  /// What part of the value of institutional controls has this evidence, per cent.
  package func percent(of share: EvidenceShare) -> Double {
    100 * share.value / institutionalEvidence.reduce(0) { $0 + $1.value }
  }

  /// Why balances are missed, each reason once.
  package var missReasons: [(reason: String, balances: [String])] {
    var reasons: [(reason: String, balances: [String])] = []
    for balance in missedBalances {
      if let k = reasons.firstIndex(where: { $0.reason == balance.reason }) {
        reasons[k].balances.append(balance.id)
      } else {
        reasons.append((reason: balance.reason, balances: [balance.id]))
      }
    }
    return reasons
  }
}
