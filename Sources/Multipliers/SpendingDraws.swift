package import AccountMatrix
internal import Glibc
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
  /// Errors that columns share: the key of the factor, its spread, and what it multiplies.
  private let common: [(name: String, key: UInt64, sigma: Double, rows: [Int], columns: [Int])]

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
    common = grades.common.filter { $0.relativeError > 0 }.map { one in
      (
        name: one.factor, key: RandomStream.key("common " + one.factor),
        // A factor of mean one and this relative error is log-normal with σ² = ln(1 + e²).
        sigma: log(1 + one.relativeError * one.relativeError).squareRoot(),
        rows: table.rows { $0 == one.paid }, columns: table.columns { $0 == one.payer }
      )
    }
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
    for one in common {
      var stream = RandomStream(seed: seed, draw: draw, key: one.key)
      let factor = exp(one.sigma * stream.normal() - one.sigma * one.sigma / 2)
      for j in one.columns { multiply(factor, one.rows, in: j, of: &drawn) }
    }
    return drawn
  }

  /// The names of the errors that columns share.
  package var commonFactors: [String] { common.map { $0.name } }

  /// The shares of the matrix with one error that columns share moved by standard deviations.
  package func table(movingCommon factor: Int, by deviations: Double) -> SpendingTable {
    var moved = base
    let one = common[factor]
    for j in one.columns {
      multiply(exp(one.sigma * deviations - one.sigma * one.sigma / 2), one.rows, in: j, of: &moved)
    }
    return moved
  }

  /// Multiplies what a column pays to some accounts; what it pays to others makes room, and keeps a
  /// twentieth at least.
  private func multiply(_ factor: Double, _ rows: [Int], in j: Int, of drawn: inout SpendingTable) {
    let width = base.columns.count
    let chosen = Set(rows)
    var (part, rest) = (0.0, 0.0)
    for i in positiveRows[j] {
      let share = drawn.shares.storage[i * width + j]
      if chosen.contains(i) { part += share } else { rest += share }
    }
    guard part > 0, rest > 0 else { return }
    let target = min(factor * part, max(part, 0.95 * (part + rest)))
    for i in positiveRows[j] {
      drawn.shares.storage[i * width + j] *=
        chosen.contains(i) ? target / part : (part + rest - target) / rest
    }
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
