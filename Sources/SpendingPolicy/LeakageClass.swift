internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// What becomes of money that leaks, of a model and of its draws alike.
enum LeakageClass {
  case tax, imports, saving, other

  /// The class of what an exogenous account receives; what is paid straight to the rest of the
  /// world buys nothing, and is no import.
  init(of account: Account, paidBy payer: Account?) {
    self =
      switch account.kind {
      case .some(let kind) where kind.isTax: .tax
      case .savings: .saving
      case .restOfWorld where payer?.kind == .commodity: .imports
      default: .other
      }
  }
}

extension SpendingTable {
  /// What of a unit that each column account receives leaks in a class: what it pays to accounts
  /// outside, and what it does not pass on itself. Taxes that respond are no leakage.
  ///
  /// - Parameter passedOn: the part of its receipts that each column passes on, where some are
  ///   exogenous, as a system of draws has them.
  func leakage(as leak: LeakageClass, passedOn: [Double]? = nil) -> [Double] {
    var rates = [Double](repeating: 0, count: columns.count)
    func add(_ part: Double, row: Int, isReceived: Bool) {
      // Where the column's own receipts are counted, only what their class is by payer is missing.
      let received: Double = isReceived && LeakageClass(of: rows[row], paidBy: nil) == leak ? 1 : 0
      for j in rates.indices where shares[row, j] != 0 {
        let paid: Double = LeakageClass(of: rows[row], paidBy: columns[j]) == leak ? 1 : 0
        if paid != received { rates[j] += part * (paid - received) * shares[row, j] }
      }
    }
    for row in outsideRows { add(1, row: row, isReceived: false) }
    guard let passedOn else { return rates }
    for (k, row) in columnRows.enumerated() where passedOn[k] != 1 {
      add(1 - passedOn[k], row: row, isReceived: true)
      if LeakageClass(of: columns[k], paidBy: nil) == leak { rates[k] += 1 - passedOn[k] }
    }
    return rates
  }
}
