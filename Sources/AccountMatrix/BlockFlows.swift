/// Flows between groups of accounts: rows receive, columns pay.
package struct BlockFlows: Sendable, Equatable {
  /// What the row's accounts receive from the column's, in the unit of the matrix.
  package private(set) var values: [[Double]]

  /// The flows of a matrix between groups of positions.
  package init(_ sam: SocialAccountingMatrix, between groups: [[Int]]) {
    values = groups.map { row in groups.map { column in sam.flow(from: column, to: row) } }
  }

  /// What each group receives.
  package var received: [Double] { values.map { $0.reduce(0, +) } }

  /// What each group pays.
  package var paid: [Double] {
    values.indices.map { column in values.reduce(0) { $0 + $1[column] } }
  }

  /// What flows in all.
  package var total: Double { received.reduce(0, +) }

  /// The same with a negative payment turned into one the other way, so that every flow is positive
  /// and each group keeps its balance.
  package var turnedPositive: BlockFlows {
    var result = self
    for i in values.indices {
      for j in values.indices where result.values[i][j] < 0 {
        result.values[j][i] -= result.values[i][j]
        result.values[i][j] = 0
      }
    }
    return result
  }
}
