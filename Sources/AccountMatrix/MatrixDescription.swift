/// The structure of an economy, read off its matrix: thirty questions and their answers.
///
/// Amounts are in the unit of the matrix, shares and rates in per cent of what their item names.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, Social Accounting Matrices and Multiplier
/// Analysis, chapter 2 (analysing the structure of an economy).
public struct MatrixDescription: Sendable, Equatable {
  /// A group of questions.
  package enum Section: String, Sendable, CaseIterable {
    /// Gross domestic product and its uses.
    case gdp
    /// What branches contribute.
    case sectors
    /// What factors earn, and where.
    case factors
    /// What branches buy.
    case inputs
    /// Trade and transport costs, and who earns them.
    case margins
    /// Exports and imports by product.
    case trade
    /// Taxes and their rates.
    case taxes
    /// Revenue and spending of government.
    case government
    /// Incomes and spending of households.
    case households
    /// What investment buys, and who saves.
    case investment
    /// The balance with the rest of the world.
    case currentAccount = "current-account"
  }

  /// What a value is measured in.
  package enum Measure: Sendable, Equatable {
    /// The unit of the matrix.
    case amount
    /// Hundredths.
    case percent
  }

  /// One answer.
  package struct Item: Sendable, Equatable {
    /// The group of questions.
    package let section: Section
    /// What the value is, for example `share_of_value_added`.
    package let item: String
    /// The account or group of accounts that it is about; empty for the whole economy.
    package let account: String
    /// The value.
    package let value: Double
    /// What it is measured in.
    package let measure: Measure
    /// Whether it belongs on one page; the rest is detail.
    package let isHeadline: Bool
  }

  /// The answers, section by section.
  package private(set) var items: [Item] = []

  let sam: SocialAccountingMatrix
  let gdp: GrossDomesticProduct

  /// Describes a matrix.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure.kindsMissing` if an account has no kind.
  /// - Complexity: O(n²).
  public init(_ sam: SocialAccountingMatrix) throws(SocialAccountingMatrix.Failure) {
    gdp = try sam.grossDomesticProduct()
    self.sam = sam
    describeGDP()
    describeSectors()
    describeFactors()
    describeMargins()
    describeTrade()
    describeTaxes()
    describeGovernment()
    describeHouseholds()
    describeInvestment()
    describeCurrentAccount()
  }

  /// Compares the answers.
  public static func == (left: MatrixDescription, right: MatrixDescription) -> Bool {
    left.items == right.items
  }

  /// The value of an item, or `nil` if the matrix does not tell it.
  package func value(_ item: String, of account: String = "") -> Double? {
    items.first { $0.item == item && $0.account == account }?.value
  }

  mutating func add(
    _ section: Section, _ item: String, of account: String = "", amount: Double,
    headline: Bool = false
  ) {
    items.append(
      Item(
        section: section, item: item, account: account, value: amount, measure: .amount,
        isHeadline: headline))
  }

  /// Adds a share in per cent, where there is something to be a share of.
  mutating func add(
    _ section: Section, _ item: String, of account: String = "", part: Double, whole: Double,
    headline: Bool = false
  ) {
    guard whole != 0 else { return }
    items.append(
      Item(
        section: section, item: item, account: account, value: 100 * part / whole,
        measure: .percent, isHeadline: headline))
  }

  /// Adds the shares of some accounts in a whole, largest first; the largest are headlines.
  mutating func addRanked(
    _ section: Section, _ item: String, _ parts: [(account: String, amount: Double)],
    whole: Double, headlines: Int
  ) {
    let present = parts.enumerated().filter { $0.element.amount != 0 }
      .sorted { (-$0.element.amount, $0.offset) < (-$1.element.amount, $1.offset) }
    for (rank, part) in present.enumerated() {
      add(
        section, item, of: part.element.account, part: part.element.amount, whole: whole,
        headline: rank < headlines)
    }
  }

  /// The codes of some accounts with an amount each.
  func amounts(
    _ positions: [Int], _ amount: (Int) -> Double
  ) -> [(account: String, amount: Double)] {
    positions.map { (sam.accounts[$0].code, amount($0)) }
  }

  /// The groups of some accounts, in order of first mention, and last what is in none of them.
  func groups(_ positions: [Int]) -> [(name: String, members: [Int])] { sam.groups(of: positions) }
}
