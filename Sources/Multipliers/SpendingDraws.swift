package import AccountMatrix
internal import LinearAlgebra

/// The spending shares of accounts, drawn column by column.
///
/// Each column has a stream of its own, by seed, draw and code, so a draw is the same whatever else
/// is drawn. Negative cells (subsidies, dissaving) are held, and the positive ones share what they
/// share in the matrix.
package struct SpendingDraws: Sendable {
  /// The shares of the matrix: rows are accounts that pay or receive, columns those that respond.
  package let base: SpendingTable
  /// The concentration of each column; `nil` where it is not drawn.
  package let concentrations: [Double?]
  private let keys: [UInt64]
  private let positiveRows: [[Int]]
  private let positiveSums: [Double]

  /// The shares of some columns of a matrix.
  ///
  /// - Throws: `MultiplierModel.Failure.noPayments` if a column pays nothing.
  package init(
    _ sam: SocialAccountingMatrix, rows: [Int], columns: [Int], grades: SourceGrades,
    exports: ExportSupply = .composite
  ) throws(MultiplierModel.Failure) {
    let table = try sam.averageSpending(rows: rows, columns: columns, exports: exports)
    base = table
    let known = grades.concentrations(in: sam)
    concentrations = columns.map { known[$0] }
    keys = table.columns.map { RandomStream.key($0.code) }
    let positive = columns.indices.map { j in
      rows.indices.filter { table.shares[$0, j] > 0 }
    }
    positiveRows = positive
    positiveSums = columns.indices.map { j in
      positive[j].reduce(0) { $0 + table.shares[$1, j] }
    }
  }

  /// The shares of one draw.
  package func table(seed: UInt64, draw: UInt64) -> SpendingTable {
    let shares = base.shares.storage
    var drawn = base
    let width = base.columns.count
    var gammas = [Double](repeating: 0, count: base.rows.count)
    for j in 0..<width {
      guard let concentration = concentrations[j] else { continue }
      let cells = positiveRows[j]
      guard cells.count > 1 else { continue }
      var stream = RandomStream(seed: seed, draw: draw, key: keys[j])
      let scale = concentration / positiveSums[j]
      var sum = 0.0
      for i in cells {
        gammas[i] = stream.gamma(shape: shares[i * width + j] * scale)
        sum += gammas[i]
      }
      guard sum > 0 else { continue }
      let factor = positiveSums[j] / sum
      for i in cells { drawn.shares.storage[i * width + j] = gammas[i] * factor }
    }
    return drawn
  }

  /// The variance that the draws of one column give to Σ_i v_i a_ij: with the positive shares
  /// a_i = p b_i of the sum p, p² (Σ b_i v_i² - (Σ b_i v_i)²) / (κ + 1).
  package func variance(ofColumn j: Int, weighing values: [Double]) -> Double {
    guard let concentration = concentrations[j] else { return 0 }
    let sum = positiveSums[j]
    var mean = 0.0
    var square = 0.0
    for i in positiveRows[j] {
      mean += base.shares[i, j] / sum * values[i]
      square += base.shares[i, j] / sum * values[i] * values[i]
    }
    return sum * sum * max(0, square - mean * mean) / (concentration + 1)
  }
}
