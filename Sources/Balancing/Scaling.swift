internal import AccountMatrix
internal import Glibc
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

  /// A margin of the table.
  enum Margin: Sendable {
    case row(Int)
    case column(Int)
    case balance(row: Int)

    /// How messages call it.
    func name(in prior: LabelledTable) -> String {
      switch self {
      case .row(let i): "the row total of '\(prior.rows[i].code)'"
      case .column(let j): "the column total of '\(prior.columns[j].code)'"
      case .balance(let i): "the balance of '\(prior.rows[i].code)'"
      }
    }
  }

  /// The margin that is furthest from its target, relative to the terms of its line.
  struct Gap: Sendable {
    var margin: Margin?
    var size: Double
  }

  /// Goes round until every margin is met, or the limit of rounds.
  ///
  /// - Returns: the widest gap, as it was before the last correction: at most
  ///   1e-10 if the margins are met.
  /// - Complexity: two products of a matrix and a vector a round, four with
  ///   negative cells.
  mutating func run(rounds: Int) -> Gap {
    var previous = Double.infinity
    var widest = Gap(margin: nil, size: previous)
    while iterations < rounds {
      widest.size = 0
      scaleRows(&widest)
      scaleColumns(&widest)
      scaleBalanced(&widest)
      iterations += 1
      // Below the accepted gap, a round that does not halve it stirs rounding errors.
      let isSettled = widest.size <= 1e-10 && widest.size > 0.5 * previous
      if widest.size <= 1e-14 || isSettled || widest.size == .infinity { break }
      previous = widest.size
    }
    return widest
  }

  /// The table with the factors applied, and its objective Σ |x₀| z ln(z / e).
  ///
  /// z is a product of a row and a column factor, so its logarithm is a sum:
  /// the objective takes a logarithm for each line, not for each cell.
  var balanced: (table: Matrix, objective: Double) {
    var table = margins.constant
    var objective = -table.storage.reduce(0) { $0 + abs($1) }
    let width = columnFactors.count
    let positive = margins.positive.storage
    let rowLogarithms = rowFactors.map { log($0) }
    let columnLogarithms = columnFactors.map { log($0) }
    for i in rowFactors.indices {
      for j in 0..<width {
        let k = i * width + j
        let above = positive[k]
        if above == 0 { continue }
        let value = above * (rowFactors[i] * columnFactors[j])
        table.storage[k] += value
        if value != 0 { objective += value * (rowLogarithms[i] + columnLogarithms[j] - 1) }
      }
    }
    guard let negative = margins.negative?.storage else { return (table, objective) }
    for i in rowFactors.indices {
      for j in 0..<width {
        let k = i * width + j
        let below = negative[k]
        if below == 0 { continue }
        let value = below / (rowFactors[i] * columnFactors[j])
        table.storage[k] -= value
        if value != 0 { objective -= value * (rowLogarithms[i] + columnLogarithms[j] + 1) }
      }
    }
    return (table, objective)
  }

  private static func factor(_ p: Double, _ n: Double, target u: Double) -> Double {
    if n == 0 { return u / p }
    if p == 0 { return -n / u }
    let root = (u * u + 4 * p * n).squareRoot()
    // The form without cancellation, for either sign of the target.
    return u >= 0 ? (u + root) / (2 * p) : 2 * n / (root - u)
  }

  private static func inverted(_ factors: [Double]) -> [Double] { factors.map { 1 / $0 } }

  private mutating func scaleRows(_ widest: inout Gap) {
    let p = margins.positive * columnFactors
    let n = margins.negative.map { $0 * Self.inverted(columnFactors) }
    for (i, target) in margins.rows.enumerated() {
      guard let target else { continue }
      let below = n?[i] ?? 0
      if p[i] == 0 && below == 0 { continue }
      Self.measure(
        p[i] * rowFactors[i], below / rowFactors[i], target, &widest,
        .row(i))
      rowFactors[i] = Self.factor(p[i], below, target: target)
    }
  }

  private mutating func scaleColumns(_ widest: inout Gap) {
    let p = rowFactors * margins.positive
    let n = margins.negative.map { Self.inverted(rowFactors) * $0 }
    for (j, target) in margins.columns.enumerated() {
      guard let target else { continue }
      let below = n?[j] ?? 0
      if p[j] == 0 && below == 0 { continue }
      Self.measure(
        p[j] * columnFactors[j], below / columnFactors[j], target, &widest,
        .column(j))
      columnFactors[j] = Self.factor(p[j], below, target: target)
    }
  }

  private mutating func scaleBalanced(_ widest: inout Gap) {
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
        .balance(row: i))
      rowFactors[i] = Self.factor(raised, lowered, target: -gap)
      columnFactors[j] = 1 / rowFactors[i]
    }
  }

  private static func measure(
    _ above: Double, _ below: Double, _ target: Double, _ widest: inout Gap,
    _ margin: Margin
  ) {
    let gap = abs(above - below - target) / max(above + below, abs(target))
    // A factor that has overflown is the widest gap of all.
    if !(gap <= widest.size) { widest = Gap(margin: margin, size: gap.isNaN ? .infinity : gap) }
  }
}
