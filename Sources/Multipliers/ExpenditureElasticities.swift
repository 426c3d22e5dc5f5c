package import AccountMatrix
internal import LinearAlgebra

/// Expenditure elasticities of households, by what they buy and by who they are: spending at the
/// margin that fits any matrix.
///
/// Taxes, saving and transfers change by the elasticities of their lines, with income, and by one
/// where no line is. What is left buys goods: one that a line names changes by its elasticity with all
/// that is spent on goods, and the others share the rest in proportion to what they have, so that
/// marginal shares add to one (Engel aggregation).
///
/// Reference: Pyatt & Round 1979 (fixed-price multipliers); Deaton & Muellbauer 1980, section 1.2.
public struct ExpenditureElasticities: Sendable, Hashable {
  /// What is paid, by whom, and how readily it changes.
  package struct Entry: Sendable, Hashable {
    /// What is paid.
    package let accounts: [AccountSelector]
    /// The households that pay it.
    package let households: [AccountSelector]
    /// The relative change of what is paid per relative change of the spending on goods, or of income.
    package let value: Double
    /// Between which values it lies; draws take it from there.
    package let range: ClosedRange<Double>

    /// A line from its parts; without a range it is not drawn.
    package init(
      _ accounts: [AccountSelector], of households: [AccountSelector] = [.all], _ value: Double,
      range: ClosedRange<Double>? = nil
    ) {
      self.accounts = accounts
      self.households = households
      self.value = value
      self.range = range ?? value...value
    }

    /// The standard deviation of the triangle over the range.
    package var standardDeviation: Double {
      let (low, high) = (range.lowerBound, range.upperBound)
      let squares = low * low + high * high + value * value
      let products = low * high + low * value + high * value
      return (max(0, squares - products) / 18).squareRoot()
    }

    /// The line in a word, for what the errors of draws are due to.
    package var name: String {
      accounts.map { $0.description }.joined(separator: " ") + " of "
        + households.map { $0.description }.joined(separator: " ")
    }
  }

  /// The lines.
  package let entries: [Entry]

  /// Elasticities from their lines: the account named most exactly decides, then the household.
  package init(_ entries: [Entry]) { self.entries = entries }
}

extension ExpenditureElasticities {
  /// Whether a household of a matrix pays something that has a line.
  package func fits(_ sam: SocialAccountingMatrix) -> Bool {
    let lines = Lines(self, among: sam.accounts)
    return sam.indices(of: .household).contains { household in
      sam.accounts.indices.contains {
        sam[$0, household] != 0
          && lines.entry(for: sam.accounts[$0], paidBy: sam.accounts[household]) != nil
      }
    }
  }

  /// The values of one draw, each from a triangle over its range with its value as the mode.
  ///
  /// A line has one stream, so that all households, programmes and scenarios share the draw.
  package func drawn(seed: UInt64, draw: UInt64) -> [Double] {
    entries.map { entry in
      let (low, high) = (entry.range.lowerBound, entry.range.upperBound)
      guard high > low else { return entry.value }
      var stream = RandomStream(
        seed: seed, draw: draw, key: RandomStream.key("elasticity " + entry.name))
      let u = stream.uniform()
      let below = (entry.value - low) / (high - low)
      return u < below
        ? low + (u * (high - low) * (entry.value - low)).squareRoot()
        : high - ((1 - u) * (high - low) * (high - entry.value)).squareRoot()
    }
  }

  /// Turns average spending shares of households into those at the margin.
  func apply(to table: inout SpendingTable) {
    MarginalSpending(self, on: table).apply(to: &table)
  }
}

/// Expenditure elasticities on the accounts of one table, for as many draws of it as there are.
package struct MarginalSpending: Sendable {
  /// The elasticities.
  package let elasticities: ExpenditureElasticities
  private let values: [Double]
  /// By column, the line of each row; `nil` for a column that is no household.
  private let lines: [[Int?]?]
  private let isGood: [Bool]
  /// What is no good and has an elasticity other than one for a household that pays it.
  package let paidBesideGoods: [Account]

  /// Elasticities on the accounts of a table.
  package init(_ elasticities: ExpenditureElasticities, on table: SpendingTable) {
    self.elasticities = elasticities
    values = elasticities.entries.map { $0.value }
    isGood = table.rows.map { $0.kind == .commodity || $0.kind == .activity }
    let named = Lines(elasticities, among: table.rows)
    lines = table.columns.map { payer in
      payer.kind == .household ? table.rows.map { named.entry(for: $0, paidBy: payer) } : nil
    }
    let (lines, isGood, values) = (lines, isGood, values)
    paidBesideGoods = table.rows.indices.filter { i in
      !isGood[i]
        && lines.indices.contains { j in
          table.shares[i, j] != 0 && lines[j]?[i].map { values[$0] != 1 } ?? false
        }
    }.map { table.rows[$0] }
  }

  /// Turns average spending shares of households into those at the margin.
  ///
  /// - Parameter values: of the lines, where they are not their own.
  package func apply(to table: inout SpendingTable, values: [Double]? = nil) {
    for j in table.columns.indices {
      guard let lines = lines[j] else { continue }
      let spent = atMargin(table.shares.column(j), lines: lines, values: values ?? self.values)
      for i in table.rows.indices { table.shares[i, j] = spent[i] }
    }
  }

  /// By row, what a change of a column's average share adds to Σ w of what it spends at the margin,
  /// by central differences.
  package func gradient(
    ofColumn j: Int, weighing weights: [Double], at shares: [Double]
  ) -> [Double] {
    guard let lines = lines[j] else { return weights }
    func worth(_ i: Int, _ step: Double) -> Double {
      var moved = shares
      moved[i] += step
      return zip(weights, atMargin(moved, lines: lines, values: values))
        .reduce(0) { $0 + $1.0 * $1.1 }
    }
    return shares.indices.map { i in
      guard shares[i] > 0 else { return weights[i] }
      let step = 1e-5 * shares[i]
      return (worth(i, step) - worth(i, -step)) / (2 * step)
    }
  }

  /// Marginal shares of a household from its average ones, which add to the same sum.
  private func atMargin(_ shares: [Double], lines: [Int?], values: [Double]) -> [Double] {
    var spent = shares
    var (left, bought, listed, others) = (shares.reduce(0, +), 0.0, 0.0, 0.0)
    for i in shares.indices where shares[i] != 0 {
      if let line = lines[i] { spent[i] *= values[line] }
      if !isGood[i] {
        left -= spent[i]
        continue
      }
      bought += shares[i]
      if lines[i] == nil { others += shares[i] } else { listed += spent[i] }
    }
    // Who buys nothing, or has nothing left to buy with, pays as on average.
    guard bought > 0, left > 0 else { return shares }
    let growth = left / bought
    let fits = others > 0 && listed * growth <= left
    for i in shares.indices where isGood[i] {
      if lines[i] != nil {
        spent[i] *= fits || listed == 0 ? growth : left / listed
      } else {
        spent[i] *= fits ? (left - listed * growth) / others : listed == 0 ? left / others : 0
      }
    }
    return spent
  }
}

/// The lines of elasticities with names as what they stand for among some accounts.
private struct Lines {
  let entries: [(paid: [AccountSelector], payers: [AccountSelector])]

  init(_ elasticities: ExpenditureElasticities, among accounts: [Account]) {
    entries = elasticities.entries.map { entry in
      (
        paid: entry.accounts.map { $0.resolved(among: accounts) },
        payers: entry.households.map { $0.resolved(among: accounts) }
      )
    }
  }

  /// The line of what a household pays to an account: that which names the account most exactly, then
  /// the household, then the last; `nil` if none does.
  func entry(for account: Account, paidBy household: Account) -> Int? {
    func rank(_ selectors: [AccountSelector], _ account: Account) -> Int? {
      selectors.filter { $0.contains(account) }.map { $0.precedence }.max()
    }
    var best: (rank: Int, entry: Int)?
    for (k, entry) in entries.enumerated() {
      guard let paid = rank(entry.paid, account), let payer = rank(entry.payers, household) else {
        continue
      }
      let place = 4 * paid + payer
      if place >= best?.rank ?? 0 { best = (place, k) }
    }
    return best?.entry
  }
}
