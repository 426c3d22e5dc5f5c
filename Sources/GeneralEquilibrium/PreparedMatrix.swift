internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// A matrix made ready for calibration: kinds known, every cell one that the equations have, and
/// receipts equal to payments to rounding.
///
/// The column shares of the accounts that respond are kept, and their totals solved from what the
/// others pay, so that the limit regime has the shares of the multiplier model. Saving of
/// government, schemes and the world is what is left.
struct PreparedMatrix: Sendable {
  let sam: SocialAccountingMatrix
  /// The payment from the column account to the row account, balanced exactly.
  private(set) var flows: Matrix
  let activities: [Int]
  let commodities: [Int]
  let margins: [Int]
  let factors: [Int]
  /// Households, enterprises and other institutions.
  let institutions: [Int]
  /// Social protection schemes, and non-profit institutions: what they buy and pay is fixed, and
  /// what is left is saved.
  let schemes: [Int]
  let taxes: [Int]
  let stocks: [Int]
  let government: Int
  let savings: Int
  let world: Int
  /// What a reader should know of the matrix.
  let notes: [String]

  /// The largest change of a cell that exact balance asked for.
  let largestAdjustment: Double
  private(set) var gdpFactorCost: Double

  func kind(_ account: Int) -> Account.Kind { sam.accounts[account].kind ?? .other }
  func code(_ account: Int) -> String { sam.accounts[account].code }
  func total(_ account: Int) -> Double {
    (0..<flows.rows).reduce(0) { $0 + flows[$1, account] }
  }
  /// The accounts to which an account pays.
  func payees(of column: Int) -> [Int] { (0..<flows.rows).filter { flows[$0, column] != 0 } }
  /// The accounts that pay to an account.
  func payers(to row: Int) -> [Int] { (0..<flows.columns).filter { flows[row, $0] != 0 } }
}

extension PreparedMatrix {
  init(
    _ sam: SocialAccountingMatrix, tolerance: Double?
  ) throws(EquilibriumModel.Failure) {
    guard sam.hasKinds else {
      throw .matrix(.kindsMissing(accounts: sam.accounts.filter { $0.kind == nil }.map { $0.code }))
    }
    do { try sam.requireBalanced(tolerance: tolerance) } catch { throw .matrix(error) }
    let government = try Self.only(.government, in: sam)
    let savings = try Self.only(.savings, in: sam)
    let world = try Self.only(.restOfWorld, in: sam)
    let empty = Set(sam.emptyAccounts)
    func places(_ isWanted: (Account.Kind) -> Bool) -> [Int] {
      sam.indices(where: isWanted).filter { !empty.contains($0) }
    }
    let balanced = try Self.balance(
      sam, flows: sam.flows, government: government, savings: savings, world: world)
    var largest = 0.0
    for k in balanced.storage.indices {
      largest = max(largest, abs(balanced.storage[k] - sam.flows.storage[k]))
    }
    var notes: [String] = []
    if !empty.isEmpty {
      notes.append(
        "accounts without payments are left out: "
          + list(empty.sorted().map { sam.accounts[$0].code }))
    }
    self.sam = sam
    flows = balanced
    activities = places { $0 == .activity }
    commodities = places { $0 == .commodity }
    margins = places { $0 == .margin }
    factors = places { $0.isFactor }
    institutions = places { $0 == .household || $0 == .enterprise || $0 == .other }
    schemes = places { $0 == .socialProtection || $0 == .nonProfit }
    taxes = places { $0.isTax }
    stocks = places { $0 == .stocks }
    self.government = government
    self.savings = savings
    self.world = world
    largestAdjustment = largest
    gdpFactorCost = sam.indices(where: { $0.isProduction }).reduce(0) { sum, j in
      sum + sam.indices(where: { $0.isFactor }).reduce(0) { $0 + balanced[$1, j] }
    }
    guard gdpFactorCost > 0 else { throw .nothingProduced }
    self.notes = notes + (try CellRule.check(balanced, of: sam))
    let gap =
      (0..<balanced.columns).reduce(0) { $0 + balanced[savings, $1] }
      - (0..<balanced.rows).reduce(0) { $0 + balanced[$1, savings] }
    guard abs(gap) <= 1e-9 * gdpFactorCost else {
      throw .unbalancedSaving(account: sam.accounts[savings].code, gap: gap)
    }
  }

  /// The same accounts with other spending shares of those that respond; what the others pay is kept.
  func redrawn(_ table: SpendingTable) throws(EquilibriumModel.Failure) -> PreparedMatrix {
    var changed = self
    var rows: [Int] = []
    for account in table.rows {
      do { rows.append(try sam.index(of: account.code)) } catch { throw .matrix(error) }
    }
    for (j, row) in table.columnRows.enumerated() {
      let column = rows[row]
      let total = total(column)
      for i in 0..<changed.flows.rows { changed.flows[i, column] = 0 }
      for (k, i) in rows.enumerated() { changed.flows[i, column] = table.shares[k, j] * total }
    }
    changed.flows = try Self.balance(
      sam, flows: changed.flows, government: government, savings: savings, world: world)
    changed.gdpFactorCost = (activities + commodities + margins).reduce(0) { sum, j in
      sum + factors.reduce(0) { $0 + changed.flows[$1, j] }
    }
    return changed
  }

  /// The one account of a kind.
  private static func only(
    _ kind: Account.Kind, in sam: SocialAccountingMatrix
  ) throws(EquilibriumModel.Failure) -> Int {
    let found = sam.indices(of: kind)
    guard let first = found.first, found.count == 1 else {
      throw .notOne(kind: kind, accounts: found.map { sam.accounts[$0].code })
    }
    return first
  }

  /// The flows with the column shares of responding accounts and exactly equal totals.
  private static func balance(
    _ sam: SocialAccountingMatrix, flows old: Matrix, government: Int, savings: Int, world: Int
  ) throws(EquilibriumModel.Failure) -> Matrix {
    let partition: Closure.Partition
    do { partition = try Closure.standard.partition(of: sam) } catch { throw .matrix(error) }
    let inside = partition.endogenous
    var flows = old
    var payments = [Double](repeating: 0, count: flows.columns)
    for i in 0..<flows.rows {
      for j in 0..<flows.columns { payments[j] += flows[i, j] }
    }
    var system = Matrix(rows: inside.count, columns: inside.count)
    for (b, j) in inside.enumerated() {
      guard payments[j] > 0 else { throw .noPayments(account: sam.accounts[j].code) }
      for (a, i) in inside.enumerated() {
        system[a, b] = (a == b ? 1 : 0) - old[i, j] / payments[j]
      }
    }
    let injected = inside.map { i in partition.exogenous.reduce(0) { $0 + old[i, $1] } }
    let factors: LU
    do { factors = try LU(system) } catch { throw .closedMatrix }
    for (total, j) in zip(factors.solve(injected), inside) {
      for i in 0..<flows.rows { flows[i, j] *= total / payments[j] }
    }
    func receipts(_ i: Int) -> Double {
      (0..<flows.columns).reduce(0) { $0 + flows[i, $1] }
    }
    func spent(_ j: Int) -> Double { (0..<flows.rows).reduce(0) { $0 + flows[$1, j] } }
    for tax in sam.indices(where: { $0.isTax }) {
      let old = spent(tax)
      guard old != 0 else { continue }
      let scale = receipts(tax) / old
      for i in 0..<flows.rows { flows[i, tax] *= scale }
    }
    for stock in sam.indices(of: .stocks) {
      flows[stock, savings] += spent(stock) - receipts(stock)
    }
    for saver in [government] + sam.indices(where: { $0.isCollective && $0 != .government })
      + [world]
    {
      flows[savings, saver] += receipts(saver) - spent(saver)
    }
    return flows
  }
}
