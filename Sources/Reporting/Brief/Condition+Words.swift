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
      words(.conditionShare, ["percent": ((1e6 * share).rounded() / 1e4).shortest])
    case .enterprisesExogenous: words(.conditionEnterprises)
    case .supply(let supply): words(.conditionSupply, ["supply": supply.description])
    case .matrix(let name, nil): words(.conditionMatrix, ["matrix": name])
    case .matrix(let name, _): words(.conditionMatrixFixed, ["matrix": name])
    }
  }
}
