package import AccountMatrix

extension Response {
  /// The receipts of each endogenous account, before and after.
  package var levels: [LevelChange] { model.levels(changing: changes) }

  /// What endogenous accounts pay into each leakage, before and after, in the order of `leakages`;
  /// demand that is not met has no base.
  package var leakageLevels: [LevelChange] {
    leakages.enumerated().map { i, leakage in
      LevelChange(
        base: i < model.exogenous.count
          ? model.sam.flow(
            from: model.partition.endogenous, to: [model.partition.exogenous[i]]) : 0,
        change: leakage.amount)
    }
  }
}

extension MixedResponse {
  /// The receipts of each endogenous account, before and after.
  package var levels: [LevelChange] { model.levels(changing: changes) }
}

extension MultiplierModel {
  fileprivate func levels(changing changes: [Double]) -> [LevelChange] {
    let receipts = sam.receipts
    return changes.indices.map {
      LevelChange(base: receipts[partition.endogenous[$0]], change: changes[$0])
    }
  }
}
