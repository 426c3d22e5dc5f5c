package import LinearAlgebra

/// A social accounting matrix: who pays whom in one year of an economy.
///
/// Receipts are rows, payments are columns: `sam["hhd-r1", "gov"]` is what the
/// government pays to the poorest rural households. Values never change;
/// a transformation returns a new matrix and adds a line to `history`.
///
/// Reference: Pyatt & Round 1985, Social Accounting Matrices: A Basis for Planning.
public struct SocialAccountingMatrix: Sendable {
  /// What the matrix is, for example `2022 Social Accounting Matrix for Rwanda`.
  public var title: String
  /// The accounts, in the order of rows and columns.
  public let accounts: [Account]
  /// The unit of every cell.
  public var unit: CurrencyUnit
  /// The year that the flows belong to, where known.
  public var year: Int?
  /// Who made the matrix, as it should be cited.
  public var source: String
  /// The file that it was read from, by the name that the user gave; messages speak of it.
  package var file: String?
  /// What its reader noticed: another table in the file, numbers passed over, a choice between two
  /// readings.
  public var readingNotes: [Diagnostic] = []
  /// What was done to the matrix since it was read, oldest first.
  public private(set) var history: [String]

  /// Cell by cell, the payment from the column account to the row account.
  package let flows: Matrix
  /// Per account, half a unit of the last printed digit summed over its cells.
  package let printedGrain: [Double]
  private let positions: [String: Int]

  /// A matrix from accounts and its table of flows.
  ///
  /// - Parameters:
  ///   - accounts: the accounts, in the order of rows and columns.
  ///   - flows: an array per row, in `unit`.
  ///   - unit: the unit of every cell.
  ///   - year: the year of the flows.
  ///   - title: what the matrix is.
  ///   - source: who made it.
  /// - Throws: `Failure` if the table is not square, an account has no code or another's, or a
  ///   quintile outside 1 to 5, a cell is not a finite number, or the cells add to more than a
  ///   number can hold. Balance is checked by `requireBalanced`.
  public init(
    accounts: [Account], flows: [[Double]], unit: CurrencyUnit, year: Int? = nil,
    title: String = "",
    source: String = ""
  ) throws(Failure) {
    guard flows.count == accounts.count, flows.allSatisfy({ $0.count == accounts.count }) else {
      let odd = flows.first { $0.count != accounts.count }
      throw .notSquare(
        rows: flows.count, columns: odd?.count ?? accounts.count, accounts: accounts.count)
    }
    try self.init(
      accounts: accounts, matrix: Matrix(flows), unit: unit, year: year, title: title,
      source: source)
  }

  package init(
    accounts: [Account], matrix: Matrix, unit: CurrencyUnit, year: Int? = nil, title: String = "",
    source: String = "", printedGrain: [Double]? = nil, history: [String] = []
  ) throws(Failure) {
    precondition(matrix.rows == accounts.count && matrix.columns == accounts.count)
    var positions: [String: Int] = [:]
    for (index, account) in accounts.enumerated() {
      do { try account.requireMeaning() } catch { throw .account(error) }
      if positions.updateValue(index, forKey: account.code) != nil {
        throw .duplicateAccount(account.code)
      }
    }
    if let bad = matrix.storage.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(
        row: accounts[bad / matrix.columns].code, column: accounts[bad % matrix.columns].code)
    }
    // Then sums of cells are finite, whatever their order and signs, and so are their products.
    var size = 0.0
    for (cell, value) in matrix.storage.enumerated() {
      size += abs(value)
      guard size.isAmount else { throw .tooLarge(account: accounts[cell / matrix.columns].code) }
    }
    self.accounts = accounts
    self.unit = unit
    self.year = year
    self.title = title
    self.source = source
    self.history = history
    self.positions = positions
    self.printedGrain = printedGrain ?? [Double](repeating: 0, count: accounts.count)
    flows = matrix
  }
}

// MARK: - Cells and totals

extension SocialAccountingMatrix {
  /// The payment from the column account to the row account.
  ///
  /// - Throws: `Failure.unknownAccount` with the nearest codes.
  public subscript(row: String, column: String) -> Double {
    get throws(Failure) { flows[try index(of: row), try index(of: column)] }
  }

  /// The payment by position, rows and columns in the order of `accounts`.
  public subscript(row: Int, column: Int) -> Double { flows[row, column] }

  /// The position of an account.
  ///
  /// - Throws: `Failure.unknownAccount` with the nearest codes.
  public func index(of code: String) throws(Failure) -> Int {
    if let position = positions[code] { return position }
    throw .unknownAccount(code, nearest: nearestCodes(to: code, among: accounts.map { $0.code }))
  }

  /// The account with this code.
  ///
  /// - Throws: `Failure.unknownAccount` with the nearest codes.
  public func account(_ code: String) throws(Failure) -> Account { accounts[try index(of: code)] }

  /// Whether there is an account with this code.
  public func contains(_ code: String) -> Bool { positions[code] != nil }

  /// What each account receives: the row totals.
  public var receipts: [Double] { flows.rowSums }

  /// What each account pays: the column totals.
  public var payments: [Double] { flows.columnSums }

  /// The positions of the accounts of a kind.
  public func indices(of kind: Account.Kind) -> [Int] { indices { $0 == kind } }

  /// The positions of the accounts whose kind satisfies a condition.
  public func indices(where condition: (Account.Kind) -> Bool) -> [Int] {
    accounts.indices.filter { accounts[$0].kind.map(condition) ?? false }
  }

  /// Whether every account has a kind, so that GDP and the default closure are defined.
  public var hasKinds: Bool { accounts.allSatisfy { $0.kind != nil } }

  /// The sum of the payments from some accounts to others.
  package func flow(from columns: [Int], to rows: [Int]) -> Double {
    var sum = 0.0
    for row in rows { for column in columns { sum += flows[row, column] } }
    return sum
  }

  /// The same flows with other descriptions of the accounts.
  ///
  /// - Parameter descriptions: attributes by code; those left `nil` keep their value.
  /// - Throws: `Failure.unknownAccount` if a code is not in the matrix.
  package func describing(_ descriptions: [Account]) throws(Failure) -> SocialAccountingMatrix {
    var accounts = accounts
    for description in descriptions {
      let i = try index(of: description.code)
      if description.name != description.code { accounts[i].name = description.name }
      accounts[i].kind = description.kind ?? accounts[i].kind
      accounts[i].area = description.area ?? accounts[i].area
      accounts[i].quintile = description.quintile ?? accounts[i].quintile
      accounts[i].group = description.group ?? accounts[i].group
    }
    return try replacing(accounts: accounts, flows: flows, grain: printedGrain, step: nil)
  }

  /// A transformed matrix that remembers what was done.
  package func replacing(
    accounts: [Account], flows: Matrix, grain: [Double], step: String?
  ) throws(Failure) -> SocialAccountingMatrix {
    var result = try SocialAccountingMatrix(
      accounts: accounts, matrix: flows, unit: unit, year: year, title: title, source: source,
      printedGrain: grain, history: history + [step].compactMap { $0 })
    result.file = file
    result.readingNotes = readingNotes
    return result
  }
}
