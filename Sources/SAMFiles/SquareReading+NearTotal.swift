internal import AccountMatrix

extension SquareReading {
  /// A line that is nearly a sum: its account, and the first number that is no sum.
  typealias NearSum = (account: Int?, misfit: LineSums.Misfit?)

  /// Why a table is refused of which a row and column of one name are the totals but for a wrong
  /// cell; taken for an account they would double every flow.
  ///
  /// Three accounts are too few to tell.
  func nearTotal(_ rows: [NearSum], _ columns: [NearSum]) -> Diagnostic? {
    guard layout.accounts.count > 3 else { return nil }
    for row in rows {
      guard let k = row.account, let column = columns.first(where: { $0.account == k }) else {
        continue
      }
      let account = layout.accounts[k]
      if let misfit = row.misfit {
        return nearTotal(
          account.code, misfit, side: "column", row: account.row,
          field: layout.accounts[misfit.across].field)
      }
      if let misfit = column.misfit {
        return nearTotal(
          account.code, misfit, side: "row", row: layout.accounts[misfit.across].row,
          field: account.field)
      }
    }
    return nil
  }

  private func nearTotal(
    _ label: String, _ misfit: LineSums.Misfit, side: String, row: Int, field: Int
  ) -> Diagnostic {
    let (printed, sum) = Double.distinct(misfit.printed, misfit.sum)
    return Diagnostic(
      "'\(label)' seems to be the total of the rows and of the columns, but the \(side) total of "
        + "the account '\(layout.accounts[misfit.across].code)' is printed as \(printed), and its "
        + "cells add to \(sum)", at: text.place(text.rows[row], field),
      remedy: "Correct the total or the cells, or remove the totals")
  }
}
