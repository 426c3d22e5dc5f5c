internal import LinearAlgebra

/// A symmetric input-output table: sectors by sectors, with final uses and value added.
public struct SymmetricTable: Sendable {
  /// What the sectors are.
  package enum Sectors: Sendable, Equatable {
    /// Products by products.
    case products
    /// Activities by activities.
    case activities
  }

  /// Products or activities.
  package let sectors: Sectors
  /// The codes of the sectors.
  public let codes: [String]
  /// What each sector makes.
  public let output: [Double]
  /// Flows from the row sector to the column sector.
  public let flows: [[Double]]
  /// Final uses by sector and, with a minus, supply from elsewhere.
  package let finalUses: [(item: String, values: [Double])]
  /// Value added by sector.
  package let valueAdded: [(item: String, values: [Double])]
  /// What final uses pay to items of value added, a row for each item, a value for each final use.
  package let finalUseInputs: [[Double]]
  /// The unit of every cell.
  public let unit: CurrencyUnit
  /// The transformation that was made.
  public let transformation: SupplyUseTable.Transformation

  /// Input coefficients: each flow over the output of its column; zero where nothing is made.
  public var coefficients: [[Double]] {
    flows.map { row in zip(row, output).map { $1 == 0 ? 0 : $0 / $1 } }
  }
}

extension SupplyUseTable {
  /// How a rectangular table is made symmetric: models A to D of the Eurostat Manual.
  public enum Transformation: String, Sendable, CaseIterable {
    /// Model A: a product is made in its own way, whoever makes it. May give negative cells.
    case productTechnology = "product-technology"
    /// Model B: an activity makes all its products in the same way.
    case industryTechnology = "industry-technology"
    /// Model C: an activity sells all its products to the same buyers. May give negative cells.
    case fixedIndustrySales = "fixed-industry-sales"
    /// Model D: a product is sold to the same buyers, whoever makes it.
    case fixedProductSales = "fixed-product-sales"

    /// The letter of the model in the Eurostat Manual.
    public var letter: String {
      switch self {
      case .productTechnology: "A"
      case .industryTechnology: "B"
      case .fixedIndustrySales: "C"
      case .fixedProductSales: "D"
      }
    }
  }

  /// The symmetric table by one of four assumptions.
  ///
  /// With supply S (products by activities), use U, product output q and activity
  /// output g: A is U S⁻¹ q̂, B is U ĝ⁻¹ Sᵀ, C is ĝ S⁻¹ U and D is Sᵀ q̂⁻¹ U. Value
  /// added is transformed with A and B, final uses with C and D.
  ///
  /// Reference: Eurostat 2008, Manual of Supply, Use and Input-Output Tables,
  /// chapter 11; Miller & Blair 2009, chapter 5.
  ///
  /// - Throws: `Failure.notSquare` or `.singular` for A and C, `.noOutput`.
  /// - Complexity: O(n³).
  public func symmetric(
    by transformation: Transformation
  ) throws(Failure) -> SymmetricTable {
    let (q, g) = (productOutput, activityOutput)
    let final = finalUses.items + otherSupply.items
    let finalValues = Matrix(
      products.indices.map { finalUses.values.row($0) + otherSupply.values.row($0).map { -$0 } })
    func table(
      _ sectors: SymmetricTable.Sectors, _ flows: Matrix, _ final: [(String, [Double])],
      _ added: Matrix
    ) -> SymmetricTable {
      SymmetricTable(
        sectors: sectors, codes: sectors == .products ? products : activities,
        output: sectors == .products ? q : g, flows: (0..<flows.rows).map(flows.row),
        finalUses: final.map { (item: $0.0, values: $0.1) },
        valueAdded: valueAdded.items.enumerated().map { (item: $1, values: added.row($0)) },
        finalUseInputs: valueAdded.items.indices.map {
          finalUseInputs.row($0) + otherSupply.items.map { _ in 0 }
        },
        unit: unit, transformation: transformation)
    }
    func columns(_ matrix: Matrix) -> [(String, [Double])] {
      final.enumerated().map { ($1, matrix.column($0)) }
    }
    switch transformation {
    case .productTechnology:
      let shares = try inverseSupply() * Self.diagonal(q)
      return table(.products, use * shares, columns(finalValues), valueAdded.values * shares)
    case .industryTechnology:
      let shares = try Self.reciprocal(g, activities) * supply.transposed
      return table(.products, use * shares, columns(finalValues), valueAdded.values * shares)
    case .fixedIndustrySales:
      let shares = Self.diagonal(g) * (try inverseSupply())
      return table(.activities, shares * use, columns(shares * finalValues), valueAdded.values)
    case .fixedProductSales:
      let shares = supply.transposed * (try Self.reciprocal(q, products))
      return table(.activities, shares * use, columns(shares * finalValues), valueAdded.values)
    }
  }

  private func inverseSupply() throws(Failure) -> Matrix {
    guard products.count == activities.count else {
      throw .notSquare(products: products.count, activities: activities.count)
    }
    guard let factors = try? LU(supply), factors.reciprocalCondition > 1e-12 else {
      throw .singular
    }
    return factors.inverse
  }

  private static func diagonal(_ values: [Double]) -> Matrix {
    var matrix = Matrix(rows: values.count, columns: values.count)
    for (i, value) in values.enumerated() { matrix[i, i] = value }
    return matrix
  }

  private static func reciprocal(_ values: [Double], _ codes: [String]) throws(Failure) -> Matrix {
    if let zero = values.firstIndex(of: 0) { throw .noOutput(codes[zero]) }
    return diagonal(values.map { 1 / $0 })
  }
}
