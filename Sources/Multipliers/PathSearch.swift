internal import AccountMatrix
internal import LinearAlgebra

/// Best-first search among beginnings of paths, by what can still travel along them.
///
/// For a beginning p = (i, ..., k) the total influences of all elementary paths
/// to j that begin so add to I_D(p) det M[p, p] m_jk / m_kk in the system
/// without the accounts before k. That sum is exact, so the bound is as tight as
/// a bound on one path can be before the path is known, and beginnings of the
/// same length share out the global influence: at most 1/t of them exceed the
/// part t of it. Where payments are negative, absolute values bound the
/// influence: |(I - A)⁻¹| ≤ (I - |A|)⁻¹ element by element, and so for every
/// system that leaves accounts out (Ostrowski 1937; Horn & Johnson 1991, 2.5).
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
    let share = system.model.shares[start]
    let bound = share * system.bound[finish, start]
    // The path from an account to itself is the account alone.
    push(Beginning(poles: [start], direct: share, bound: bound, isComplete: start == finish))
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
      var reach = system.bound[finish, next]
      for (weight, pole) in zip(weights, poles) { reach -= weight * system.bound[pole, next] }
      push(
        Beginning(
          poles: poles + [next], direct: beginning.direct * share,
          bound: abs(beginning.direct * share) * determinant * reach, isComplete: isEnd))
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
