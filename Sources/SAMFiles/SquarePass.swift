internal import AccountMatrix
internal import LinearAlgebra

/// The numbers of a table, gathered in one pass over all cells: those of the accounts as a matrix,
/// all others with their places.
struct SquarePass {
  /// A number that stands outside the matrix.
  struct Other {
    let row: Int
    let field: Int
    let number: PrintedNumber
  }

  /// A text where a number is expected.
  struct Words {
    let row: Int
    let field: Int
  }

  private(set) var flows: Matrix
  private(set) var grain: PrintedGrain
  /// Whether cells of the matrix are empty: then a printed 0 is a small number that was rounded.
  private(set) var hasEmptyCells = false
  private(set) var others: [Other] = []
  /// Cells of the matrix that hold no numbers, in the order of the file.
  private(set) var words: [Words] = []
  /// How many cells hold marks that were to be read as empty.
  private(set) var marks = 0
  private(set) var ledger = NumberLedger()

  /// Reads all cells.
  ///
  /// - Parameters:
  ///   - rowAccount: by position of a row, the account that receives there.
  ///   - columnAccount: by field, the account that pays there.
  ///   - count: how many accounts there are.
  init(
    _ text: DelimitedText, style: NumberStyle, rowAccount: [Int: Int], columnAccount: [Int: Int],
    count: Int
  ) {
    flows = Matrix(rows: count, columns: count)
    grain = PrintedGrain(count: count)
    let width = text.rows.map { $0.fields.count }.max() ?? 0
    let columns = (0..<width).map { columnAccount[$0] }
    for (position, row) in text.rows.enumerated() {
      let account = rowAccount[position]
      for field in 0..<(account == nil ? row.fields.count : max(row.fields.count, width)) {
        let column = columns[field]
        switch text.cell(row, field, style: style) {
        case .blank: if account != nil, column != nil { hasEmptyCells = true }
        case .mark: marks += 1
        case .words:
          if account != nil, column != nil { words.append(Words(row: position, field: field)) }
        case .number(let number):
          ledger.find(number.value)
          if let account, let column {
            ledger.place(number.value)
            flows[account, column] = number.value
            grain.add(number, row: account, column: column)
          } else {
            others.append(Other(row: position, field: field, number: number))
          }
        }
      }
    }
  }

  /// Counts a number outside the matrix where it belongs.
  mutating func settle(_ body: (inout NumberLedger, Other) -> Void) {
    for other in others { body(&ledger, other) }
  }
}
