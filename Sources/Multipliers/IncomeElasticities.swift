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
public struct IncomeElasticities: Sendable, Equatable {
  /// The elasticity of one household's payments to one account.
  public struct Entry: Sendable, Equatable {
    /// The household's code.
    public let household: String
    /// The code of what it pays: a commodity, its own produce, saving or a tax.
    public let account: String
    /// The relative change of the payment per relative change of income.
    public let elasticity: Double

    /// An entry from its parts.
    public init(household: String, account: String, elasticity: Double) {
      self.household = household
      self.account = account
      self.elasticity = elasticity
    }
  }

  /// The largest gap in a household's marginal shares that counts as rounding.
  public static let largestGap = 0.01

  /// The entries.
  public let entries: [Entry]

  /// Elasticities from entries.
  ///
  /// - Throws: `Failure.repeated`.
  public init(_ entries: [Entry]) throws(Failure) {
    for (index, entry) in entries.enumerated()
    where entries[..<index].contains(where: {
      $0.household == entry.household && $0.account == entry.account
    }) {
      throw .repeated(household: entry.household, account: entry.account)
    }
    self.entries = entries
  }

  /// Why elasticities do not fit a model.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A household and account stand twice.
    case repeated(household: String, account: String)
    /// The model refuses an account, or its marginal system.
    case model(MultiplierModel.Failure)
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
      case .model(let failure): failure.diagnostic
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
  /// The spending shares at the margin: endogenous rows C, and exogenous rows.
  func marginalShares(
    of model: MultiplierModel
  ) throws(Failure) -> (propensities: Matrix, leakageRates: Matrix) {
    var inside = model.propensities
    var outside = model.leakageRates
    for household in entries.map(\.household).uniqued {
      let column: Int
      do { column = try model.position(of: household) } catch { throw .model(error) }
      let kind = model.endogenous[column].kind
      guard kind == nil || kind == .household else { throw .notAHousehold(household) }
      var isListed = Set<String>()
      for entry in entries where entry.household == household {
        isListed.insert(entry.account)
        if let row = model.exogenous.firstIndex(where: { $0.code == entry.account }) {
          guard outside[row, column] != 0 else {
            throw .notBought(household: household, account: entry.account)
          }
          outside[row, column] *= entry.elasticity
        } else {
          let row: Int
          do { row = try model.position(of: entry.account) } catch { throw .model(error) }
          guard inside[row, column] != 0 else {
            throw .notBought(household: household, account: entry.account)
          }
          inside[row, column] *= entry.elasticity
        }
      }
      try Self.close(&inside, &outside, column: column, model: model, isListed: isListed)
    }
    return (inside, outside)
  }

  /// Puts the rounding of a column's sum on saving and taxes.
  private static func close(
    _ inside: inout Matrix, _ outside: inout Matrix, column: Int, model: MultiplierModel,
    isListed: Set<String>
  ) throws(Failure) {
    let sum =
      inside.column(column).reduce(0, +) + outside.column(column).reduce(0, +)
    let gap = 1 - sum
    guard abs(gap) <= largestGap else {
      throw .sharesDoNotAddUp(household: model.endogenous[column].code, sum: sum)
    }
    let paid = model.exogenous.indices.filter { outside[$0, column] > 0 }
    let open = paid.filter { !isListed.contains(model.exogenous[$0].code) }
    let takers = open.isEmpty ? paid : open
    let base = takers.reduce(0) { $0 + outside[$1, column] }
    if base > 0 {
      for row in takers { outside[row, column] *= 1 + gap / base }
    } else {
      for row in 0..<inside.rows { inside[row, column] /= sum }
    }
  }
}
