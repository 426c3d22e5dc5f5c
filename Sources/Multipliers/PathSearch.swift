internal import AccountMatrix
internal import LinearAlgebra

/// Best-first search among beginnings of paths, by the largest path that may begin so.
///
/// Two bounds hold for the total influence of every path to j that begins with p = (i, ..., k), and
/// the smaller is used. All such paths together have I_D(p) det M[p, p] m_jk / m_kk, in the system
/// without the accounts before k: that sum is exact, so of the beginnings of one length at most
/// 1/t exceed the part t of the global influence. And a path multiplier grows by no more than m_dd
/// with each further account d, so one path of at most r further payments has at most
///
///     I_D(p) det M[p, p] u_r(k),   u_r(k) = max_d a_dk m_dd u_(r-1)(d),   u(j) = 1.
///
/// Where payments are negative, absolute values bound the influence:
/// |(I - A)⁻¹| ≤ (I - |A|)⁻¹ element by element, and so for every system that
/// leaves accounts out (Ostrowski 1937; Horn & Johnson 1991, section 2.5).
struct PathSearch {
  private struct Beginning {
    var poles: [Int]
    /// The product of the shares along the arcs, with its sign.
    var direct: Double
    /// No path that begins so has a larger total influence.
    var bound: Double
    var isComplete: Bool
  }

  private let system: StructuralPaths
  private let finish: Int
  private let global: Double
  private let query: StructuralPaths.Query
  private let smallest: Double
  private let mayPass: [Bool]
  /// u_r by the number r of further payments allowed and by account.
  private let furthest: [[Double]]
  private var heap = MaximumHeap<Beginning>()

  init(
    _ system: StructuralPaths, from start: Int, to finish: Int, global: Double,
    query: StructuralPaths.Query
  ) {
    self.system = system
    self.finish = finish
    self.global = global
    self.query = query
    smallest = query.threshold * abs(global)
    mayPass = system.model.endogenous.map { account in
      query.only?.contains(account.code) ?? true && !query.excluding.contains(account.code)
    }
    furthest = Self.furthest(system, finish, mayPass, longest: query.longest)
    let share = system.model.shares[start]
    let bound = share * system.bound[finish, start]
    // The path from an account to itself is the account alone.
    push(Beginning(poles: [start], direct: share, bound: bound, isComplete: start == finish))
  }

  /// The tables u_0 ... u_longest; beyond as many payments as accounts they no longer change.
  private static func furthest(
    _ system: StructuralPaths, _ finish: Int, _ mayPass: [Bool], longest: Int
  ) -> [[Double]] {
    let shares = system.model.metPropensities
    var table = [Double](repeating: 0, count: mayPass.count)
    table[finish] = 1
    var tables = [table]
    for _ in 0..<max(0, min(longest, mayPass.count)) {
      var next = [Double](repeating: 0, count: mayPass.count)
      for paid in mayPass.indices where mayPass[paid] || paid == finish {
        let factor = system.bound[paid, paid] * table[paid]
        if factor == 0 { continue }
        for payer in mayPass.indices {
          next[payer] = max(next[payer], abs(shares[paid, payer]) * factor)
        }
      }
      next[finish] = 1
      tables.append(next)
      table = next
    }
    return tables
  }

  private mutating func push(_ beginning: Beginning) {
    guard beginning.bound > 0, beginning.bound >= smallest * (1 - 1e-12) else { return }
    heap.insert(beginning, priority: beginning.bound)
  }

  /// The wanted paths, largest first.
  mutating func run() -> [StructuralPaths.Path] {
    var found: [StructuralPaths.Path] = []
    while found.count < query.top, let next = heap.popMaximum() {
      if next.isComplete {
        let path = path(next)
        // A bound by absolute values is looser than the path: sort it in again by its own size.
        if abs(path.total) < next.bound * (1 - 1e-9) {
          var exact = next
          exact.bound = abs(path.total)
          push(exact)
        } else {
          found.append(path)
        }
      } else if next.poles.count <= query.longest {
        extend(next)
      }
    }
    return found
  }

  private func path(_ beginning: Beginning) -> StructuralPaths.Path {
    let multiplier = Self.determinant(system.inverse, beginning.poles)
    let total = beginning.direct * multiplier
    return StructuralPaths.Path(
      accounts: beginning.poles.map { system.model.endogenous[$0] }, direct: beginning.direct,
      multiplier: multiplier, share: global == 0 ? nil : total / global)
  }

  /// Adds every account that the last one pays.
  private mutating func extend(_ beginning: Beginning) {
    let poles = beginning.poles
    guard let last = poles.last,
      let block = try? LU(system.bound.submatrix(rows: poles, columns: poles))
    else { return }
    let determinant = Self.determinant(system.bound, poles)
    // Row j of the inverse without the accounts so far: m_jc - m_jp (M[p,p])⁻¹ m_pc.
    let weights = block.solveTransposed(poles.map { system.bound[finish, $0] })
    let shares = system.model.metPropensities
    for next in mayPass.indices {
      let share = shares[next, last]
      if share == 0 || poles.contains(next) { continue }
      let isEnd = next == finish
      if !isEnd && (!mayPass[next] || poles.count == query.longest) { continue }
      let left = min(max(0, query.longest - poles.count), furthest.count - 1)
      let size = abs(beginning.direct * share) * determinant
      let single = size * system.bound[next, next] * furthest[left][next]
      if single <= 0 || single < smallest * (1 - 1e-9) { continue }
      var reach = system.bound[finish, next]
      for (weight, pole) in zip(weights, poles) { reach -= weight * system.bound[pole, next] }
      push(
        Beginning(
          poles: poles + [next], direct: beginning.direct * share,
          bound: isEnd ? size * reach : min(size * reach, single), isComplete: isEnd))
    }
  }

  /// det M[p, p], by elimination; the pivots are positive in every productive system.
  private static func determinant(_ matrix: Matrix, _ poles: [Int]) -> Double {
    var block = matrix.submatrix(rows: poles, columns: poles)
    var result = 1.0
    for k in 0..<block.rows {
      let pivot = block[k, k]
      result *= pivot
      if pivot == 0 { return 0 }
      for i in k + 1..<block.rows {
        let factor = block[i, k] / pivot
        for j in k + 1..<block.rows { block[i, j] -= factor * block[k, j] }
      }
    }
    return result
  }
}
