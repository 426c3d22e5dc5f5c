/// Finds the lines of a table that are sums of the lines before them, whatever they are called.
///
/// Columns are lines across the rows of the accounts, rows across their columns.
struct LineSums {
  /// One line: its label, the account that it belongs to, if any, and its number across an account
  /// of the other side, `nil` where the cell is empty.
  struct Line {
    let label: String
    let account: Int?
    let number: (Int) -> PrintedNumber?
  }

  /// By line, whether it is a sum of all lines before it, or of those since the last sum.
  private(set) var isSum: [Bool] = []
  /// By line, whether at least two thirds of its numbers are the sums of all lines before it, though
  /// it is not taken for a sum.
  private(set) var isNearSum: [Bool] = []
  /// By line, the first number that keeps a near sum from being one.
  private(set) var misfits: [Misfit?] = []

  /// A number that is not the sum that its line has elsewhere.
  struct Misfit {
    /// The account across.
    let across: Int
    let printed: Double
    let sum: Double
  }

  /// Compares every line with the running sums of those before it.
  ///
  /// - Parameters:
  ///   - grain: across the accounts, what their cells may be off by through rounding.
  ///   - excluded: accounts whose cells do not count, being sums themselves.
  ///   - parts: lines that are sums of some lines beside them, and do not count either.
  ///   - mayBeSum: whether a line may be taken for a sum.
  init(
    _ lines: [Line], grain: [Double], excluding excluded: Set<Int>, parts: Set<Int> = [],
    where mayBeSum: (Line) -> Bool
  ) {
    let count = grain.count
    var all = [Double](repeating: 0, count: count)
    var since = all
    var linesSince = 0
    for (index, line) in lines.enumerated() {
      if parts.contains(index) {
        isSum.append(false)
        isNearSum.append(false)
        misfits.append(nil)
        continue
      }
      func judge(_ sums: [Double]) -> (agrees: Bool, isNear: Bool, misfit: Misfit?) {
        var (agreeing, wanted) = (0, 0)
        var misfit: Misfit?
        for k in 0..<count where k != line.account && !excluded.contains(k) {
          if sums[k] != 0 { wanted += 1 }
          guard let number = line.number(k) else { continue }
          let allowed = max(1e-4 * abs(sums[k]), grain[k] + number.rounding)
          if abs(number.value - sums[k]) > allowed {
            misfit = misfit ?? Misfit(across: k, printed: number.value, sum: sums[k])
          } else if sums[k] != 0 {
            agreeing += 1
          }
        }
        let enough = agreeing >= min(2, count) && agreeing > 0
        return (
          misfit == nil && enough && agreeing * 2 >= wanted, enough && agreeing * 3 >= wanted * 2,
          misfit
        )
      }
      let whole = judge(all)
      let isTotal = SquareLayout.isTotal(line.label)
      let sum =
        isTotal || mayBeSum(line) && (whole.agrees || linesSince > 1 && judge(since).agrees)
      isSum.append(sum)
      isNearSum.append(!sum && whole.isNear)
      misfits.append(sum || !whole.isNear ? nil : whole.misfit)
      if sum {
        since = [Double](repeating: 0, count: count)
        linesSince = 0
        continue
      }
      linesSince += 1
      for k in 0..<count {
        guard let number = line.number(k) else { continue }
        all[k] += number.value
        since[k] += number.value
      }
    }
  }

  /// Lines beside the accounts that are sums of a run of others before or behind them, as value
  /// added is of its components, wherever it is printed.
  static func partSums(_ lines: [Line], grain: [Double]) -> Set<Int> {
    let outside = lines.indices.filter { lines[$0].account == nil }
    guard (3...100).contains(outside.count), grain.count > 1 else { return [] }
    var found: Set<Int> = []
    for index in outside {
      let numbers = grain.indices.map { lines[index].number($0) }
      let filled = grain.indices.filter { numbers[$0].map { $0.value != 0 } ?? false }
      guard filled.count > 1 else { continue }
      func isSum(of run: some Sequence<Int>) -> Bool {
        var sums = [Double](repeating: 0, count: grain.count)
        for (length, other) in run.enumerated() {
          for k in grain.indices { sums[k] += lines[other].number(k)?.value ?? 0 }
          // Across a total its own cell may be empty.
          let agrees = grain.indices.allSatisfy { k in
            guard let number = numbers[k] else { return true }
            return abs(number.value - sums[k])
              <= max(1e-4 * abs(number.value), grain[k] + number.rounding)
          }
          // One line is no sum, but the same line twice.
          if agrees, length > 0 { return true }
        }
        return false
      }
      let others = outside.filter { $0 != index && !found.contains($0) }
      let before = others.filter { $0 < index }
      let isPart =
        before.indices.contains { isSum(of: before[$0...]) }
        || isSum(of: others.filter { $0 > index })
      if isPart { found.insert(index) }
    }
    return found
  }
}
