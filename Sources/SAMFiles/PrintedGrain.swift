/// What the cells of a file may be off by through rounding, gathered by row and column.
///
/// Programs that know floating-point numbers only write `589.0` for 589. Decimals of a file say
/// how finely it was rounded only if one of them is not zero; else its cells are whole numbers.
/// Spreadsheets write 40 for 40.0: beside decimals a number without any is as fine as the coarsest
/// of them.
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
  /// How many numbers have no decimals.
  private var bare: (numbers: Sums, zeros: Sums)
  /// Half units of the last digit of the coarsest number that has decimals other than zero.
  private var coarsest = 0.0
  /// The same if the cells are whole numbers.
  private var whole: (numbers: Sums, zeros: Sums)
  /// Whether no cell so far has a decimal other than zero.
  private(set) var isWhole = true

  /// The grain of a matrix with so many accounts and no cells yet.
  init(count: Int) {
    let none = Sums(count: count)
    printed = (none, none)
    bare = (none, none)
    whole = (none, none)
  }

  /// Adds a cell.
  mutating func add(_ number: PrintedNumber, row: Int, column: Int) {
    let coarse = number.rounding(inWholeNumbers: true)
    let isBare = number.rounding == Self.ofWholeNumbers
    if !number.isWhole { coarsest = max(coarsest, number.rounding) }
    if number.value == 0 {
      isBare ? bare.zeros.add(1, row, column) : printed.zeros.add(number.rounding, row, column)
      whole.zeros.add(coarse, row, column)
    } else {
      isWhole = isWhole && number.isWhole
      isBare ? bare.numbers.add(1, row, column) : printed.numbers.add(number.rounding, row, column)
      whole.numbers.add(coarse, row, column)
    }
  }

  /// The grain of rows and of columns, that of printed zeros included or not.
  func sums(withZeros: Bool) -> (rows: [Double], columns: [Double]) {
    let grain = isWhole ? 0 : min(coarsest, Self.ofWholeNumbers)
    func side(_ sums: (Sums) -> [Double]) -> [Double] {
      let (numbers, zeros) = isWhole ? whole : printed
      var result = zip(sums(numbers), sums(bare.numbers)).map { $0 + grain * $1 }
      if withZeros {
        for (k, zeros) in zip(sums(zeros), sums(bare.zeros)).enumerated() {
          result[k] += zeros.0 + grain * zeros.1
        }
      }
      return result
    }
    return (side { $0.rows }, side { $0.columns })
  }

  /// Numbers with the rounding that they have beside each other.
  static func settled(_ lines: [[PrintedNumber?]]) -> [[PrintedNumber?]] {
    var coarsest = 0.0
    for line in lines {
      for number in line where number.map({ !$0.isWhole }) ?? false {
        coarsest = max(coarsest, number?.rounding ?? 0)
      }
    }
    guard coarsest > 0 else { return lines }
    return lines.map { line in
      line.map { number in
        number.map {
          $0.rounding == ofWholeNumbers
            ? PrintedNumber(value: $0.value, rounding: min(coarsest, ofWholeNumbers)) : $0
        }
      }
    }
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
