public import AccountMatrix
internal import LinearAlgebra

/// What one unit injected into an account does, in total.
public struct AccountMultipliers: Sendable, Equatable {
  /// The account that receives the unit.
  public let account: Account
  /// The change of each measure per unit; `nil` for a matrix without kinds.
  public let measures: Measures?
  /// Leakages per unit in the order of the exogenous accounts, `supply` last.
  public let leakages: [Response.Leakage]

  /// The sum of the leakages, which is one.
  public var totalLeakage: Double { leakages.reduce(0) { $0 + $1.amount } }
}

extension MultiplierModel {
  /// The multipliers of every endogenous account, by one transposed solve per column of the table.
  ///
  /// - Throws: `Failure.leakagesDiffer` if the leakages of an account do not add to one.
  /// - Complexity: O(n² k) for k measures and leakages.
  public func multipliers() throws(Failure) -> [AccountMultipliers] {
    let measures = hasMeasures ? Measure.allCases : []
    let table = spendingTable
    var columns = measures.map { table.weights(of: $0) }
    columns += (0..<leakageRates.rows).map { leakageRates.row($0) }
    let unmet = shares.map { 1 - $0 }
    if !settings.supply.isFree { columns.append(unmetRates) }
    let effects = multipliers(ofWeights: columns)

    return try endogenous.indices.map { j throws(Failure) in
      var leakages = exogenous.indices.map {
        Response.Leakage(
          account: exogenous[$0].code, amount: effects[measures.count + $0][j])
      }
      if !settings.supply.isFree {
        leakages.append(
          Response.Leakage(
            account: Response.Leakage.supply, amount: effects[columns.count - 1][j] + unmet[j]))
      }
      let result = AccountMultipliers(
        account: endogenous[j],
        measures: hasMeasures ? Measures(effects.prefix(measures.count).map { $0[j] }) : nil,
        leakages: leakages)
      try Self.requireEqual(1, result.totalLeakage, size: 1)
      return result
    }
  }

  /// For each row of weights w on receipts, w' (I - S A)⁻¹ S: the effect per unit injected.
  package func multipliers(ofWeights weights: [[Double]]) -> [[Double]] {
    let solved = factors.solveTransposed(Matrix(weights).transposed)
    return weights.indices.map { k in
      endogenous.indices.map { solved[$0, k] * shares[$0] }
    }
  }

  /// The multiplier of one measure for every endogenous account.
  ///
  /// - Throws: `Failure.matrix(.kindsMissing)` for a matrix whose accounts have no kinds.
  public func multipliers(on measure: Measure) throws(Failure) -> [Double] {
    try requireMeasures()
    return multipliers(ofWeights: [weights(of: measure)])[0]
  }

  /// The whole matrix M = (I - S A)⁻¹ S: the row account's change per unit into the column account.
  ///
  /// - Complexity: O(n³).
  public func multiplierMatrix() -> [[Double]] {
    let inverse = factors.inverse
    return endogenous.indices.map { i in
      endogenous.indices.map { j in inverse[i, j] * shares[j] }
    }
  }
}

extension MultiplierModel {
  /// The multiplier matrix between groups of endogenous accounts, by position: rows added up, columns
  /// averaged by the receipts of the base year.
  package func multiplierMatrix(between groups: [[Int]]) -> [[Double]] {
    let matrix = multiplierMatrix()
    let receipts = sam.receipts
    let weights = partition.endogenous.map { receipts[$0] }
    return groups.map { rows in
      groups.map { columns in
        let total = columns.reduce(0) { $0 + weights[$1] }
        return columns.reduce(0) { sum, j in
          sum + rows.reduce(0) { $0 + matrix[$1][j] } * weights[j] / total
        }
      }
    }
  }
}
