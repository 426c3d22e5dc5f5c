/// Half a unit of the last printed digit, summed over the cells of each row and each column.
struct RoundingGrain {
  private(set) var rows: [Double]
  private(set) var columns: [Double]
  private var zeroCells: [(row: Int, column: Int)] = []
  private var hasDecimals = false
  private let cellCount: Int
  private var filledCells = 0

  init(count: Int) {
    rows = [Double](repeating: 0, count: count)
    columns = rows
    cellCount = count * count
  }

  /// Counts a cell that is not blank.
  mutating func add(_ number: PrintedNumber, row: Int, column: Int) {
    filledCells += 1
    if number.value == 0 { zeroCells.append((row, column)) }
    if number.value != 0, number.halfUnit < 0.5 { hasDecimals = true }
    rows[row] += number.halfUnit
    columns[column] += number.halfUnit
  }

  /// Counts the zeros of an integer release.
  ///
  /// Where other cells are blank for nothing and no cell has decimals, a printed
  /// 0 is a small payment that was rounded (IFPRI's matrix of Kenya 2019: the
  /// row of `afish` prints 105, ten zeros and the total 107).
  mutating func countRoundedZeros() {
    guard !hasDecimals, filledCells < cellCount else { return }
    for (row, column) in zeroCells {
      rows[row] += 0.5
      columns[column] += 0.5
    }
    zeroCells = []
  }

  /// The sum of an account's row and column.
  var accounts: [Double] { zip(rows, columns).map(+) }
}
