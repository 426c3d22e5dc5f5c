public import AccountMatrix
internal import LinearAlgebra

/// Income elasticities of what households buy: how spending at the margin differs from the average.
///
/// c_ij = η_ij a_ij, where η_ij is the elasticity of the household j's payments to i. What is not
/// listed has the elasticity one. All marginal shares of a household, saving and taxes included, must
/// add to one (Engel aggregation). Printed elasticities miss it by their rounding: a gap of at
/// most one hundredth of the household's spending goes to the saving and taxes that are not listed,
/// in proportion; a larger one is refused.
///
/// Reference: Pyatt & Round 1979 (fixed-price multipliers); Deaton & Muellbauer 1980, section 1.2
/// (Engel aggregation).
public struct IncomeElasticities: Sendable, Hashable {
  /// The elasticity of one household's payments to one account.
  package struct Entry: Sendable, Hashable {
    /// The household's code.
    package let household: String
    /// The code of what it pays: a commodity, its own produce, saving or a tax.
    package let account: String
    /// The relative change of the payment per relative change of income.
    package let elasticity: Double

    /// An entry from its parts.
    package init(household: String, account: String, elasticity: Double) {
      self.household = household
      self.account = account
      self.elasticity = elasticity
    }
  }

  /// The largest gap in a household's marginal shares that counts as rounding.
  package static let largestGap = 0.01

  /// The entries.
  package let entries: [Entry]

  /// Elasticities from entries.
  ///
  /// - Throws: `Failure.repeated`.
  package init(_ entries: [Entry]) throws(Failure) {
    for (index, entry) in entries.enumerated()
    where entries[..<index].contains(where: {
      $0.household == entry.household && $0.account == entry.account
    }) {
      throw .repeated(household: entry.household, account: entry.account)
    }
    self.entries = entries
  }

  private init(checked entries: [Entry]) { self.entries = entries }

  /// The elasticities of other households.
  func omitting(_ households: [String]) -> IncomeElasticities {
    IncomeElasticities(checked: entries.filter { !households.contains($0.household) })
  }

  /// Why elasticities do not fit a model.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A household and account stand twice.
    case repeated(household: String, account: String)
    /// The account is known not to be a household.
    case notAHousehold(String)
    /// The household pays nothing to the account.
    case notBought(household: String, account: String)
    /// The marginal shares of a household do not add to one.
    case sharesDoNotAddUp(household: String, sum: Double)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .repeated(let household, let account):
        Diagnostic(
          "the elasticity of '\(household)' for '\(account)' stands twice", remedy: "Keep one")
      case .notAHousehold(let code):
        Diagnostic(
          "the account '\(code)' is not a household", remedy: "Give elasticities of households")
      case .notBought(let household, let account):
        Diagnostic(
          "'\(household)' pays nothing to '\(account)' in the matrix, so an elasticity has no base",
          remedy: "Leave the line out")
      case .sharesDoNotAddUp(let household, let sum):
        Diagnostic(
          "the marginal shares of '\(household)' add to \(sum.sixDigits), not to 1: at the margin "
            + "it would spend \(sum > 1 ? "more" : "less") than it earns",
          remedy: "Correct its elasticities, or add lines for its saving and taxes; what is not "
            + "listed has the elasticity 1")
      }
    }
  }
}

extension IncomeElasticities {
  /// Turns average spending shares of households into those at the margin.
  ///
  /// - Throws: `MultiplierModel.Failure.spending` if elasticities do not fit the shares;
  ///   `.matrix(.unknownAccount)`, `.emptyAccount` or `.exogenousAccount` for a household that does
  ///   not spend.
  func apply(
    to table: inout SpendingTable, of sam: SocialAccountingMatrix
  ) throws(MultiplierModel.Failure) {
    var rows: [String: Int] = [:]
    for (row, account) in table.rows.enumerated() { rows[account.code] = row }
    func row(of code: String) throws(MultiplierModel.Failure) -> Int {
      if let row = rows[code] { return row }
      do { _ = try sam.index(of: code) } catch { throw .matrix(error) }
      throw .emptyAccount(code)
    }
    for household in entries.map({ $0.household }).uniqued {
      let own = try row(of: household)
      guard let column = table.columnRows.firstIndex(of: own) else {
        throw .exogenousAccount(household)
      }
      let kind = table.rows[own].kind
      guard kind == nil || kind == .household else { throw .spending(.notAHousehold(household)) }
      var isListed = Set<Int>()
      for entry in entries where entry.household == household {
        let paid = try row(of: entry.account)
        guard table.shares[paid, column] != 0 else {
          throw .spending(.notBought(household: household, account: entry.account))
        }
        table.shares[paid, column] *= entry.elasticity
        isListed.insert(paid)
      }
      try Self.close(&table, column: column, isListed: isListed)
    }
  }

  /// Puts the rounding of a column's sum on saving and taxes.
  ///
  /// They are the accounts that the standard closure makes exogenous, so that spending does not
  /// depend on the closure; where nobody says what accounts are, those outside the table's columns.
  private static func close(
    _ table: inout SpendingTable, column: Int, isListed: Set<Int>
  ) throws(MultiplierModel.Failure) {
    let sum = table.shares.column(column).reduce(0, +)
    let gap = 1 - sum
    guard abs(gap) <= largestGap else {
      throw .spending(.sharesDoNotAddUp(household: table.columns[column].code, sum: sum))
    }
    let knowsKinds = table.rows.allSatisfy { $0.kind != nil }
    let leaks = knowsKinds ? table.rows { Closure.standardKinds.contains($0) } : table.outsideRows
    let paid = leaks.filter { table.shares[$0, column] > 0 }
    let open = paid.filter { !isListed.contains($0) }
    let takers = open.isEmpty ? paid : open
    let base = takers.reduce(0) { $0 + table.shares[$1, column] }
    if base > 0 {
      for row in takers { table.shares[row, column] *= 1 + gap / base }
    } else {
      for row in table.rows.indices { table.shares[row, column] /= sum }
    }
  }
}
