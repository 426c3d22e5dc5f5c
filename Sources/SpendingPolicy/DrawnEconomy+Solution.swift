internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension DrawnEconomy {
  /// The multiplier of each measure for a unit into each column account, in one scenario; `nil` if
  /// rounds of spending do not die out.
  func multipliers(
    of drawn: SpendingTable, in system: System, on chosen: [EffectColumn]? = nil,
    elasticities: [Double]? = nil
  ) -> [[Double]]? {
    let measures = chosen ?? self.measures
    let spending = system.spending(drawn, elasticities: elasticities)
    let met = spending.metDemand(
      responses: system.responses, substitutes: system.substitutes
    ).met
    guard let factors = try? LU(MultiplierModel.systemMatrix(met)) else { return nil }
    let weights = measures.map { self.weights(of: $0, spending: spending, met: met, in: system) }
    let solved = factors.solveTransposed(Matrix(weights).transposed).transposed
    var result: [[Double]] = []
    for k in measures.indices {
      let values = zip(solved.row(k), system.responses).map { $0 * $1 }
      guard values.allSatisfy({ $0.isFinite }) else { return nil }
      result.append(values)
    }
    // In a system that is productive no weights above zero give a multiplier below.
    if let k = measures.firstIndex(of: .gdpFactorCost), result[k].contains(where: { $0 < -1e-6 }) {
      return nil
    }
    return result
  }

  /// What a unit of each column account's receipts adds to a column; zero where it cannot be told.
  private func weights(
    of column: EffectColumn, spending: SpendingTable, met: Matrix, in system: System
  ) -> [Double] {
    let weights =
      column == .jobsPerBillion
      ? jobs.map { spending.carriedWeights(perUnit: $0, met: met) }
      : column.drawnWeights(EffectWeights(spending, in: sam, passedOn: system.passedOn))
    return weights ?? [Double](repeating: 0, count: spending.columns.count)
  }
}
