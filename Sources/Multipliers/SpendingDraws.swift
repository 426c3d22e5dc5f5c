package import AccountMatrix
package import LinearAlgebra

/// The spending shares of accounts, drawn column by column.
///
/// Each column has a stream of its own, by seed, draw and code, so a draw is the same whatever else
/// is drawn. Negative cells (subsidies, dissaving) are held, and the positive ones share what they
/// share in the matrix.
package struct SpendingDraws: Sendable {
  /// The rows: every account that pays or receives.
  package let rows: [Account]
  /// The columns: accounts that respond.
  package let columns: [Account]
  /// The shares of the matrix, rows by columns.
  package let base: Matrix
  /// The concentration of each column; `nil` where it is not drawn.
  package let concentrations: [Double?]
  private let keys: [UInt64]
  private let positiveRows: [[Int]]
  private let positiveSums: [Double]

  /// The shares of some columns of a matrix.
  ///
  /// - Throws: `MultiplierModel.Failure.noPayments` if a column pays nothing.
  package init(
    _ sam: SocialAccountingMatrix, rows: [Int], columns: [Int], grades: SourceGrades
  ) throws(MultiplierModel.Failure) {
    let payments = sam.payments
    if let silent = columns.first(where: { payments[$0] <= 0 }) {
      throw .noPayments(account: sam.accounts[silent].code)
    }
    var base = sam.flows.submatrix(rows: rows, columns: columns)
    for i in 0..<base.rows {
      for (j, column) in columns.enumerated() { base[i, j] /= payments[column] }
    }
    self.rows = rows.map { sam.accounts[$0] }
    self.columns = columns.map { sam.accounts[$0] }
    concentrations = self.columns.map(grades.concentration(of:))
    keys = self.columns.map { RandomStream.key($0.code) }
    positiveRows = columns.indices.map { j in (0..<base.rows).filter { base[$0, j] > 0 } }
    positiveSums = zip(columns.indices, positiveRows).map { j, rows in
      rows.reduce(0) { $0 + base[$1, j] }
    }
    self.base = base
  }

  /// The shares of one draw.
  package func shares(seed: UInt64, draw: UInt64) -> Matrix {
    var drawn = base
    var gammas = [Double](repeating: 0, count: base.rows)
    for j in columns.indices {
      guard let concentration = concentrations[j] else { continue }
      let cells = positiveRows[j]
      guard cells.count > 1 else { continue }
      var stream = RandomStream(seed: seed, draw: draw, key: keys[j])
      let scale = concentration / positiveSums[j]
      var sum = 0.0
      for i in cells {
        gammas[i] = stream.gamma(shape: base[i, j] * scale)
        sum += gammas[i]
      }
      guard sum > 0 else { continue }
      let factor = positiveSums[j] / sum
      for i in cells { drawn[i, j] = gammas[i] * factor }
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
      mean += base[i, j] / sum * values[i]
      square += base[i, j] / sum * values[i] * values[i]
    }
    return sum * sum * max(0, square - mean * mean) / (concentration + 1)
  }
}
