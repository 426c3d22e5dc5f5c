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

  /// Compares every line with the running sums of those before it.
  ///
  /// - Parameters:
  ///   - grain: across the accounts, what their cells may be off by through rounding.
  ///   - excluded: accounts whose cells do not count, being sums themselves.
  ///   - mayBeSum: whether a line may be taken for a sum.
  init(
    _ lines: [Line], grain: [Double], excluding excluded: Set<Int>,
    where mayBeSum: (Line) -> Bool
  ) {
    let count = grain.count
    var all = [Double](repeating: 0, count: count)
    var since = all
    var linesSince = 0
    for line in lines {
      func agrees(_ sums: [Double]) -> Bool {
        var (agreeing, wanted) = (0, 0)
        for k in 0..<count where k != line.account && !excluded.contains(k) {
          if sums[k] != 0 { wanted += 1 }
          guard let number = line.number(k) else { continue }
          let allowed = max(1e-4 * abs(sums[k]), grain[k] + number.rounding)
          guard abs(number.value - sums[k]) <= allowed else { return false }
          if sums[k] != 0 { agreeing += 1 }
        }
        return agreeing >= min(2, count) && agreeing > 0 && agreeing * 2 >= wanted
      }
      let isTotal = SquareLayout.isTotal(line.label)
      let sum =
        isTotal || mayBeSum(line) && (agrees(all) || linesSince > 1 && agrees(since))
      isSum.append(sum)
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
}
