internal import AccountMatrix
internal import LinearAlgebra

/// Row and column factors, improved line by line until every margin holds.
///
/// With X₀ = P - N the table is r P s - N / (r s). Each line's factor solves a
/// quadratic: p r - n / r = u, r = (u + √(u² + 4 p n)) / 2p, or -n / u where p = 0.
/// An account without a target has the factor ρ for its row and 1/ρ for its
/// column that makes the two totals agree. Without negative cells this is RAS.
///
/// Reference: Bacharach 1970, Biproportional Matrices and Input-Output Change;
/// Junius & Oosterhaven 2003; Lenzen, Wood & Gallego 2007; Schneider & Zenios
/// 1990, Operations Research 38(3):439-455 (balanced accounts).
struct Scaling: Sendable {
  private let margins: Margins
  private(set) var rowFactors: [Double]
  private(set) var columnFactors: [Double]
  /// Rounds taken.
  private(set) var iterations = 0

  init(_ margins: Margins) {
    self.margins = margins
    rowFactors = [Double](repeating: 1, count: margins.rows.count)
    columnFactors = [Double](repeating: 1, count: margins.columns.count)
  }

  /// The margin that is furthest from its target, relative to the terms of its line.
  struct Gap {
    var name: String
    var size: Double
  }

  /// Goes round until every margin is met, or the limit of rounds.
  ///
  /// - Returns: the widest gap, as it was before the last correction: at most
  ///   1e-10 if the margins are met.
  /// - Complexity: two products of a matrix and a vector a round, four with
  ///   negative cells.
  mutating func run(prior: LabelledTable, rounds: Int) -> Gap {
    var previous = Double.infinity
    var widest = Gap(name: "", size: previous)
    while iterations < rounds {
      widest.size = 0
      scaleRows(prior, &widest)
      scaleColumns(prior, &widest)
      scaleBalanced(prior, &widest)
      iterations += 1
      // Below the accepted gap, a round that does not halve it stirs rounding errors.
      let isSettled = widest.size <= 1e-10 && widest.size > 0.5 * previous
      if widest.size <= 1e-14 || isSettled || widest.size == .infinity { break }
      previous = widest.size
    }
    return widest
  }

  /// The table with the factors applied.
  var table: Matrix {
    var table = margins.constant
    for i in rowFactors.indices {
      for j in columnFactors.indices {
        let factor = rowFactors[i] * columnFactors[j]
        table[i, j] += margins.positive[i, j] * factor
        if let cell = margins.negative?[i, j], cell > 0 { table[i, j] -= cell / factor }
      }
    }
    return table
  }

  private static func factor(_ p: Double, _ n: Double, target u: Double) -> Double {
    if n == 0 { return u / p }
    if p == 0 { return -n / u }
    let root = (u * u + 4 * p * n).squareRoot()
    // The form without cancellation, for either sign of the target.
    return u >= 0 ? (u + root) / (2 * p) : 2 * n / (root - u)
  }

  private static func inverted(_ factors: [Double]) -> [Double] { factors.map { 1 / $0 } }

  private mutating func scaleRows(_ prior: LabelledTable, _ widest: inout Gap) {
    let p = margins.positive * columnFactors
    let n = margins.negative.map { $0 * Self.inverted(columnFactors) }
    for (i, target) in margins.rows.enumerated() {
      guard let target else { continue }
      let below = n?[i] ?? 0
      if p[i] == 0 && below == 0 { continue }
      Self.measure(
        p[i] * rowFactors[i], below / rowFactors[i], target, &widest,
        "the row total of '\(prior.rows[i].code)'")
      rowFactors[i] = Self.factor(p[i], below, target: target)
    }
  }

  private mutating func scaleColumns(_ prior: LabelledTable, _ widest: inout Gap) {
    let p = rowFactors * margins.positive
    let n = margins.negative.map { Self.inverted(rowFactors) * $0 }
    for (j, target) in margins.columns.enumerated() {
      guard let target else { continue }
      let below = n?[j] ?? 0
      if p[j] == 0 && below == 0 { continue }
      Self.measure(
        p[j] * columnFactors[j], below / columnFactors[j], target, &widest,
        "the column total of '\(prior.columns[j].code)'")
      columnFactors[j] = Self.factor(p[j], below, target: target)
    }
  }

  private mutating func scaleBalanced(_ prior: LabelledTable, _ widest: inout Gap) {
    for (i, j) in margins.balanced {
      var raised = 0.0
      var lowered = 0.0
      var gap = 0.0
      for k in columnFactors.indices {
        gap += margins.constant[i, k]
        if k == j { continue }
        raised += margins.positive[i, k] * columnFactors[k]
        if let cell = margins.negative?[i, k], cell > 0 { lowered += cell / columnFactors[k] }
      }
      for k in rowFactors.indices {
        gap -= margins.constant[k, j]
        if k == i { continue }
        lowered += rowFactors[k] * margins.positive[k, j]
        if let cell = margins.negative?[k, j], cell > 0 { raised += cell / rowFactors[k] }
      }
      if raised == 0 && lowered == 0 { continue }
      Self.measure(
        raised * rowFactors[i], lowered / rowFactors[i], -gap, &widest,
        "the balance of '\(prior.rows[i].code)'")
      rowFactors[i] = Self.factor(raised, lowered, target: -gap)
      columnFactors[j] = 1 / rowFactors[i]
    }
  }

  private static func measure(
    _ above: Double, _ below: Double, _ target: Double, _ widest: inout Gap,
    _ name: @autoclosure () -> String
  ) {
    let gap = abs(above - below - target) / max(above + below, abs(target))
    // A factor that has overflown is the widest gap of all.
    if !(gap <= widest.size) { widest = Gap(name: name(), size: gap.isNaN ? .infinity : gap) }
  }
}
