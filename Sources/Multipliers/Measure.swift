package import AccountMatrix
internal import LinearAlgebra

/// A total that readers compare: what it counts is fixed here, once.
///
/// Reference: Breisinger, Thomas & Thurlow 2009, chapter 3 (output, GDP and
/// income multipliers).
public enum Measure: String, Sendable, CaseIterable {
  /// Receipts of activities.
  case output
  /// Payments of activities, commodities and margins to factors. A payment
  /// injected into a factor account is not part of it.
  case gdpFactorCost = "gdp_factor_cost"
  /// GDP at factor cost and taxes on products, production and trade, net of subsidies.
  case gdpMarketPrices = "gdp_market_prices"
  /// Receipts of households, an injection into them included.
  case income
}

/// The value of every measure; there is none where nobody says what accounts are.
public struct Measures: Sendable, Equatable {
  private let values: [Double]

  /// The value of each measure in turn.
  init(_ value: (Measure) -> Double) { values = Measure.allCases.map(value) }

  /// Values in the order of `Measure.allCases`.
  init(_ values: [Double]) {
    precondition(values.count == Measure.allCases.count, "each measure has a value")
    self.values = values
  }

  /// The value of a measure.
  public subscript(measure: Measure) -> Double { values[measure.place] }

  /// Receipts of activities.
  public var output: Double { self[.output] }
  /// GDP at factor cost.
  public var gdpFactorCost: Double { self[.gdpFactorCost] }
  /// GDP at market prices.
  public var gdpMarketPrices: Double { self[.gdpMarketPrices] }
  /// Receipts of households.
  public var income: Double { self[.income] }
}

extension Measure {
  /// The place of the measure among all.
  fileprivate var place: Int {
    switch self {
    case .output: 0
    case .gdpFactorCost: 1
    case .gdpMarketPrices: 2
    case .income: 3
    }
  }
}

extension MultiplierModel {
  /// Refuses a question about measures where nobody says what accounts are.
  ///
  /// - Throws: `Failure.matrix(.kindsMissing)`.
  package func requireMeasures() throws(Failure) {
    guard hasMeasures else {
      throw .matrix(.kindsMissing(accounts: sam.accounts.filter { $0.kind == nil }.map { $0.code }))
    }
  }

  /// What the measures are of a change of receipts; `nil` without kinds.
  func measures(of receipts: [Double]) -> Measures? {
    guard hasMeasures else { return nil }
    let table = spendingTable
    return Measures { table.weights(of: $0).dot(receipts) }
  }

  /// Whether the measures are defined: every account has a kind.
  package var hasMeasures: Bool { sam.hasKinds }

  /// What one unit of each endogenous account's receipts adds to a measure.
  package func weights(of measure: Measure) -> [Double] { spendingTable.weights(of: measure) }

  /// One for the endogenous accounts of some kinds, and for others what they
  /// pay to exogenous accounts of these kinds.
  package func weights(where counts: (Account) -> Bool) -> [Double] {
    spendingTable.weights(where: counts)
  }
}
