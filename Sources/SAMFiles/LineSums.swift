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
}
