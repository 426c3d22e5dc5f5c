public import SocialAccounting

extension SocialAccountingMatrix {
  /// The same matrix with its accounts in another order.
  public func reordered(_ order: [Int]) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: order.map { accounts[$0] }, flows: order.map { i in order.map { self[i, $0] } },
      unit: unit, year: year, title: title, source: source)
  }

  /// The same matrix in a unit that is `factor` times smaller.
  public func scaled(by factor: Double) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: accounts,
      flows: accounts.indices.map { i in accounts.indices.map { factor * self[i, $0] } },
      unit: unit, year: year, title: title, source: source)
  }

  /// The same accounts with some cells replaced, given as row, column and value.
  public func replacing(
    _ cells: [(row: String, column: String, value: Double)]
  ) throws -> SocialAccountingMatrix {
    var table = accounts.indices.map { i in accounts.indices.map { self[i, $0] } }
    for cell in cells { table[try index(of: cell.row)][try index(of: cell.column)] = cell.value }
    return try SocialAccountingMatrix(
      accounts: accounts, flows: table, unit: unit, year: year, title: title, source: source)
  }
}

/// A matrix of accounts without kinds from its rows, for small cases.
public func smallMatrix(
  _ codes: [String], _ flows: [[Double]]
) throws -> SocialAccountingMatrix {
  try SocialAccountingMatrix(
    accounts: codes.map { Account(code: $0) }, flows: flows, unit: .unstated)
}
