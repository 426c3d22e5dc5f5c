package import AccountMatrix
package import LinearAlgebra

/// What payers spend on every account per unit of their payments: a column of shares for each.
///
/// One table serves models and draws: its rows are all accounts with payments, its columns those
/// that respond. What a measure counts is fixed here, once.
package struct SpendingTable: Sendable {
  /// The accounts that are paid.
  package let rows: [Account]
  /// The accounts that pay.
  package let columns: [Account]
  /// By column, the row of the same account.
  package let columnRows: [Int]
  /// The rows of accounts that are no column: what they are paid leaks.
  package let outsideRows: [Int]
  /// The shares, rows by columns.
  package var shares: Matrix
  /// The part of the value added of own produce that goes back to the household that consumes it.
  package var ownProduceReturned = 0.0

  /// A table from its parts; `columnRows` says where the columns stand among the rows.
  package init(rows: [Account], columnRows: [Int], shares: Matrix) {
    precondition(shares.rows == rows.count && shares.columns == columnRows.count)
    self.rows = rows
    self.columnRows = columnRows
    self.shares = shares
    columns = columnRows.map { rows[$0] }
    var isColumn = [Bool](repeating: false, count: rows.count)
    for row in columnRows { isColumn[row] = true }
    outsideRows = rows.indices.filter { !isColumn[$0] }
  }

  /// The rows of accounts of some kinds.
  package func rows(_ counts: (Account.Kind) -> Bool) -> [Int] {
    rows.indices.filter { rows[$0].kind.map(counts) ?? false }
  }

  /// The columns of accounts of some kinds.
  package func columns(_ counts: (Account.Kind) -> Bool) -> [Int] {
    columns.indices.filter { columns[$0].kind.map(counts) ?? false }
  }
}

extension SpendingTable {
  /// What one unit of each column account's receipts adds to a measure.
  package func weights(of measure: Measure) -> [Double] {
    switch measure {
    case .output: weights { $0.kind == .activity }
    case .income: weights { $0.kind == .household }
    case .gdpFactorCost: paymentRates(to: { $0.isFactor }, by: { $0.isProduction })
    case .gdpMarketPrices:
      zip(
        paymentRates(to: { $0.isFactor }, by: { $0.isProduction }),
        paymentRates(to: { $0.isTaxOnProduction }, by: { _ in true })
      ).map { $0 + $1 }
    }
  }

  /// One for the column accounts that count, and for others what they pay to outside accounts that
  /// count.
  package func weights(where counts: (Account) -> Bool) -> [Double] {
    let outside = outsideRows.filter { counts(rows[$0]) }
    return columns.indices.map { j in
      (counts(columns[j]) ? 1 : 0) + outside.reduce(0) { $0 + shares[$1, j] }
    }
  }

  /// The share of its payments that each column account of some kinds makes to others.
  package func paymentRates(
    to isPaid: (Account.Kind) -> Bool, by pays: (Account.Kind) -> Bool
  ) -> [Double] {
    let paid = rows(isPaid)
    return columns.indices.map { j in
      guard columns[j].kind.map(pays) ?? false else { return 0 }
      return paid.reduce(0) { $0 + shares[$1, j] }
    }
  }
}

extension SocialAccountingMatrix {
  /// The average spending shares of some accounts.
  ///
  /// - Parameters:
  ///   - rows: positions of the accounts that are paid; the payers are among them.
  ///   - columns: positions of the payers.
  ///   - exports: where exports come from.
  /// - Throws: `MultiplierModel.Failure.noPayments` if a payer pays nothing; `.exportsBelowCharges`;
  ///   `.matrix(.kindsMissing)` where nothing says what is exported.
  package func averageSpending(
    rows: [Int], columns: [Int], exports: ExportSupply = .composite
  ) throws(MultiplierModel.Failure) -> SpendingTable {
    let flows: Matrix
    switch exports {
    case .composite: flows = self.flows
    case .ownOutput:
      if !hasKinds {
        throw .matrix(.kindsMissing(accounts: accounts.filter { $0.kind == nil }.map { $0.code }))
      }
      flows = try flowsWithExportsFromOutput()
    }
    let payments = flows.columnSums
    if let silent = columns.first(where: { payments[$0] <= 0 }) {
      throw .noPayments(account: accounts[silent].code)
    }
    var shares = flows.submatrix(rows: rows, columns: columns)
    for i in rows.indices {
      for (j, column) in columns.enumerated() { shares[i, j] /= payments[column] }
    }
    var place = [Int](repeating: 0, count: accounts.count)
    for (row, position) in rows.enumerated() { place[position] = row }
    return SpendingTable(
      rows: rows.map { accounts[$0] }, columnRows: columns.map { place[$0] }, shares: shares)
  }
}

extension MultiplierModel {
  /// The spending shares of the endogenous accounts, those of exogenous ones below them.
  package var spendingTable: SpendingTable {
    var table = SpendingTable(
      rows: endogenous + exogenous, columnRows: Array(endogenous.indices),
      shares: Matrix(
        storage: propensities.storage + leakageRates.storage,
        rows: endogenous.count + exogenous.count, columns: endogenous.count))
    table.ownProduceReturned = settings.ownConsumption == .household ? 1 : 0
    return table
  }
}
