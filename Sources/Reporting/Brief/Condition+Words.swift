internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Comparison.Condition {
  /// The condition in words.
  func name(_ words: Words) -> String {
    switch change {
    case .none:
      comparison.model.settings.supply.isFree
        ? words(.conditionFree)
        : words(.conditionSupply, ["supply": comparison.model.settings.supply.description])
    case .agriculture(0): words(.conditionFixed)
    case .agriculture(let share):
      words(.conditionShare, ["percent": share.inPercent])
    case .scarce(let scarcity): scarcity.name(words)
    case .ownProduce(.household): words(.conditionOwnHousehold)
    case .ownProduce: words(.conditionOwnMarket)
    case .exportsFromOutput: words(.conditionExports)
    case .spendingAtMargin: words(.conditionMargin)
    case .enterprisesExogenous: words(.conditionEnterprises)
    case .supply(let supply): words(.conditionSupply, ["supply": supply.description])
    case .matrix(let name, nil): words(.conditionMatrix, ["matrix": name])
    case .matrix(let name, _): words(.conditionMatrixFixed, ["matrix": name])
    }
  }
}

extension Scarcity {
  /// What is scarce in words.
  func name(_ words: Words) -> String {
    switch self {
    case .groups(let limits):
      words.list(
        limits.enumerated().map { position, limit in
          let group = position == 0 ? limit.group.capitalizedFirst : limit.group
          return limit.share == 0
            ? words(.limitFixed, ["group": group])
            : words(.limitShare, ["group": group, "percent": (100 * limit.share).fixed(0)])
        })
    case .all(let share): words(.limitAll, ["percent": (100 * share).fixed(0)])
    case .investment(let name): words(.limitFixed, ["group": name])
    case .skills: words(.limitSkills)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
