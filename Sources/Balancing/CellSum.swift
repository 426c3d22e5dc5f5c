/// A cell in the row-major buffer of the table, and its weight in a control.
struct WeightedPosition: Sendable {
  var position: Int
  var weight: Double
}

/// The cells that a control adds up, in a table of known shape.
///
/// Lines and blocks are kept by their ends: the 2 n totals of a table of n
/// accounts take 2 n values, where lists of cells would take 2 n².
struct CellSum: Sendable {
  /// Some rows, or some columns.
  enum Lines: Sendable {
    case range(Range<Int>)
    case list([Int])

    var isEmpty: Bool {
      switch self {
      case .range(let range): range.isEmpty
      case .list(let list): list.isEmpty
      }
    }

    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
      switch self {
      case .range(let range): for i in range { body(i) }
      case .list(let list): for i in list { body(i) }
      }
    }
  }

  private enum Form {
    /// Every cell in these rows and columns, with one weight.
    case block(rows: Lines, columns: Lines, weight: Double)
    /// The receipts of an account less its payments; its own cell is in neither.
    case balance(row: Int, column: Int)
    case cells([WeightedPosition])
  }

  private let form: Form
  private let height: Int
  private let width: Int

  /// Every cell in some rows and columns, with one weight.
  init(rows: Lines, columns: Lines, weight: Double, of table: LabelledTable) {
    self.init(.block(rows: rows, columns: columns, weight: weight), of: table)
  }

  /// The receipts of an account less its payments.
  init(balanceOfRow row: Int, column: Int, of table: LabelledTable) {
    self.init(.balance(row: row, column: column), of: table)
  }

  /// Single cells, in the order of the table.
  init(_ cells: [WeightedPosition], of table: LabelledTable) {
    self.init(.cells(cells), of: table)
  }

  private init(_ form: Form, of table: LabelledTable) {
    self.form = form
    height = table.rows.count
    width = table.columns.count
  }

  /// Visits every cell: receipts before payments, else in the order of the table.
  @inline(__always)
  func forEach(_ body: (_ position: Int, _ weight: Double) -> Void) {
    switch form {
    case .block(let rows, let columns, let weight):
      rows.forEach { i in columns.forEach { body(i * width + $0, weight) } }
    case .balance(let row, let column):
      for j in 0..<width where j != column { body(row * width + j, 1) }
      for i in 0..<height where i != row { body(i * width + column, -1) }
    case .cells(let cells):
      for cell in cells { body(cell.position, cell.weight) }
    }
  }

  /// The weighted sum of the cells of a table of this shape.
  func value(in cells: [Double]) -> Double {
    var sum = 0.0
    forEach { sum += $1 * cells[$0] }
    return sum
  }
}
