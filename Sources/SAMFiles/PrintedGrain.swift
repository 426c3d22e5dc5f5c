/// What the cells of a file may be off by through rounding, gathered by row and column.
///
/// Programs that know floating-point numbers only write `589.0` for 589. Decimals of a file say
/// how finely it was rounded only if one of them is not zero; else its cells are whole numbers.
struct PrintedGrain {
  /// Half a unit of a whole number.
  static let ofWholeNumbers = 0.5

  private struct Sums {
    var rows: [Double]
    var columns: [Double]

    init(count: Int) {
      rows = [Double](repeating: 0, count: count)
      columns = rows
    }

    mutating func add(_ grain: Double, _ row: Int, _ column: Int) {
      rows[row] += grain
      columns[column] += grain
    }
  }

  /// Half units of the digits as printed, of numbers and of printed zeros.
  private var printed: (numbers: Sums, zeros: Sums)
  /// The same if the cells are whole numbers.
  private var whole: (numbers: Sums, zeros: Sums)
  /// Whether no cell so far has a decimal other than zero.
  private(set) var isWhole = true

  /// The grain of a matrix with so many accounts and no cells yet.
  init(count: Int) {
    let none = Sums(count: count)
    printed = (none, none)
    whole = (none, none)
  }

  /// Adds a cell.
  mutating func add(_ number: PrintedNumber, row: Int, column: Int) {
    let coarse = number.rounding(inWholeNumbers: true)
    if number.value == 0 {
      printed.zeros.add(number.rounding, row, column)
      whole.zeros.add(coarse, row, column)
    } else {
      isWhole = isWhole && number.isWhole
      printed.numbers.add(number.rounding, row, column)
      whole.numbers.add(coarse, row, column)
    }
  }

  /// The grain of rows and of columns, that of printed zeros included or not.
  func sums(withZeros: Bool) -> (rows: [Double], columns: [Double]) {
    let (numbers, zeros) = isWhole ? whole : printed
    guard withZeros else { return (numbers.rows, numbers.columns) }
    return (
      zip(numbers.rows, zeros.rows).map(+), zip(numbers.columns, zeros.columns).map(+)
    )
  }
}

extension PrintedNumber {
  /// Whether all decimals are zero, if there are any.
  var isWhole: Bool { value == value.rounded() }

  /// Half a unit of the last digit; of the last whole one, where decimals of a file mean nothing.
  func rounding(inWholeNumbers areWhole: Bool) -> Double {
    // A dash is no rounded number.
    areWhole && isWhole && rounding > 0 ? max(rounding, PrintedGrain.ofWholeNumbers) : rounding
  }

  /// The same; none of a zero.
  func halfUnit(inWholeNumbers areWhole: Bool) -> Double {
    value == 0 ? 0 : rounding(inWholeNumbers: areWhole)
  }
}
