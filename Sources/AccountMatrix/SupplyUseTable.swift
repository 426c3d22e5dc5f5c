package import LinearAlgebra

/// Who makes and who uses which product: the rectangular tables from which matrices are built.
///
/// Supply and use are products (rows) by activities (columns). Every product is
/// supplied as much as it is used, and every activity's output is its inputs and
/// its value added.
///
/// Reference: United Nations 2018, Handbook on Supply and Use Tables and
/// Input-Output Tables (F.74 Rev.1), chapters 2 and 5.
public struct SupplyUseTable: Sendable {
  /// A block of the tables with the names of its rows or columns beside products or activities.
  package struct Block: Sendable {
    /// The names of what stands beside products or activities, for example `imports` or `wages`.
    package let items: [String]
    package let values: Matrix

    package init(items: [String], values: Matrix) {
      self.items = items
      self.values = values
    }
  }

  /// The codes of the products, in the order of rows.
  public let products: [String]
  /// The codes of the activities, in the order of columns.
  public let activities: [String]
  /// The unit of every cell.
  public let unit: CurrencyUnit
  /// What domestic activities make, products by activities.
  package let supply: Matrix
  /// What activities use, products by activities.
  package let use: Matrix
  /// Supply from elsewhere, products by items: imports, margins, taxes less subsidies.
  package let otherSupply: Block
  /// Final uses, products by items: consumption, investment, exports.
  package let finalUses: Block
  /// Value added, items by activities.
  package let valueAdded: Block
  /// What final uses pay to items of value added, items by final uses: their imports and taxes.
  package let finalUseInputs: Matrix
  /// What its reader noticed, a sentence each: what labels that one table alone has were taken for.
  package var readingNotes: [Diagnostic] = []

  /// A table from its blocks.
  ///
  /// - Throws: `Failure` if products or activities do not balance within the
  ///   tolerance, by default 1e-6 of the total.
  package init(
    products: [String], activities: [String], supply: Matrix, use: Matrix, otherSupply: Block,
    finalUses: Block, valueAdded: Block, finalUseInputs: Matrix? = nil,
    unit: CurrencyUnit = .unstated,
    tolerance: Double? = nil
  ) throws(Failure) {
    let inputs =
      finalUseInputs ?? Matrix(rows: valueAdded.items.count, columns: finalUses.items.count)
    precondition(inputs.rows == valueAdded.items.count && inputs.columns == finalUses.items.count)
    precondition(supply.rows == products.count && supply.columns == activities.count)
    precondition(use.rows == products.count && use.columns == activities.count)
    precondition(otherSupply.values.rows == products.count)
    precondition(finalUses.values.rows == products.count)
    precondition(valueAdded.values.columns == activities.count)
    self.products = products
    self.activities = activities
    self.supply = supply
    self.use = use
    self.otherSupply = otherSupply
    self.finalUses = finalUses
    self.valueAdded = valueAdded
    self.finalUseInputs = inputs
    self.unit = unit
    try requireBalanced(tolerance: tolerance)
  }

  /// A table from arrays, a row per product and for value added a row per item.
  ///
  /// - Throws: `Failure.shape` if a block has another size, or as products or
  ///   activities do not balance.
  package init(
    products: [String], activities: [String], supply: [[Double]], use: [[Double]],
    otherSupply: (items: [String], values: [[Double]]) = ([], []),
    finalUses: (items: [String], values: [[Double]]),
    valueAdded: (items: [String], values: [[Double]]), finalUseInputs: [[Double]] = [],
    unit: CurrencyUnit = .unstated, tolerance: Double? = nil
  ) throws(Failure) {
    func matrix(_ values: [[Double]], _ rows: Int, _ columns: Int, _ name: String) throws(Failure)
      -> Matrix
    {
      if columns == 0, values.isEmpty { return Matrix(rows: rows, columns: 0) }
      guard values.count == rows, values.allSatisfy({ $0.count == columns }) else {
        throw .shape(block: name, rows: rows, columns: columns)
      }
      return rows == 0 ? Matrix(rows: 0, columns: columns) : Matrix(values)
    }
    let (m, n) = (products.count, activities.count)
    try self.init(
      products: products, activities: activities, supply: try matrix(supply, m, n, "supply"),
      use: try matrix(use, m, n, "use"),
      otherSupply: Block(
        items: otherSupply.items,
        values: try matrix(otherSupply.values, m, otherSupply.items.count, "other supply")),
      finalUses: Block(
        items: finalUses.items,
        values: try matrix(finalUses.values, m, finalUses.items.count, "final uses")),
      valueAdded: Block(
        items: valueAdded.items,
        values: try matrix(valueAdded.values, valueAdded.items.count, n, "value added")),
      finalUseInputs: finalUseInputs.isEmpty
        ? nil
        : try matrix(
          finalUseInputs, valueAdded.items.count, finalUses.items.count, "inputs of final uses"),
      unit: unit, tolerance: tolerance)
  }

  /// What domestic activities make of each product.
  package var productOutput: [Double] { supply.rowSums }

  /// What each activity makes.
  package var activityOutput: [Double] { supply.columnSums }

  private func requireBalanced(tolerance: Double?) throws(Failure) {
    func check(_ code: String, _ left: Double, _ right: Double, _ isProduct: Bool) throws(Failure) {
      guard abs(left - right) <= tolerance ?? 1e-6 * max(abs(left), abs(right)) else {
        throw isProduct
          ? .productUnbalanced(code, supply: left, use: right)
          : .activityUnbalanced(code, output: left, cost: right)
      }
    }
    let supplied = zip(supply.rowSums, otherSupply.values.rowSums).map(+)
    let used = zip(use.rowSums, finalUses.values.rowSums).map(+)
    for (i, product) in products.enumerated() { try check(product, supplied[i], used[i], true) }
    let costs = zip(use.columnSums, valueAdded.values.columnSums).map(+)
    for (j, activity) in activities.enumerated() {
      try check(activity, activityOutput[j], costs[j], false)
    }
  }

  /// Why tables are no supply-use table, or cannot be transformed.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A block has not as many rows and columns as its labels.
    case shape(block: String, rows: Int, columns: Int)
    /// A product is not supplied as much as it is used.
    case productUnbalanced(String, supply: Double, use: Double)
    /// An activity's output is not its cost.
    case activityUnbalanced(String, output: Double, cost: Double)
    /// The transformation needs as many products as activities.
    case notSquare(products: Int, activities: Int)
    /// Products cannot be told apart by who makes them.
    case singular
    /// The transformation divides by an output that is zero.
    case noOutput(String)
    /// The blocks make no matrix.
    case matrix(SocialAccountingMatrix.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .shape(let block, let rows, let columns):
        Diagnostic("the block '\(block)' has not \(rows) rows and \(columns) columns")
      case .productUnbalanced(let code, let supply, let use):
        Diagnostic(
          "the product '\(code)' is supplied for \(supply.sixDigits) and used for "
            + "\(use.sixDigits)",
          remedy: "Give both tables in the same prices, with imports, margins and taxes as columns "
            + "of the supply table, or a wider tolerance")
      case .activityUnbalanced(let code, let output, let cost):
        Diagnostic(
          "the activity '\(code)' makes \(output.sixDigits) at a cost of \(cost.sixDigits)",
          remedy: "Inputs and value added must add to its output; or give a wider tolerance")
      case .notSquare(let products, let activities):
        Diagnostic(
          "there are \(products) products and \(activities) activities",
          remedy: "Product technology and fixed industry sales need as many of each: aggregate, or "
            + "take industry technology or fixed product sales")
      case .singular:
        Diagnostic(
          "two activities make the same products in the same shares, so that the supply table has "
            + "no inverse", remedy: "Take industry technology or fixed product sales")
      case .noOutput(let code):
        Diagnostic(
          "nothing of '\(code)' is made at home",
          remedy: "Aggregate it with another, or leave it "
            + "out with its uses")
      case .matrix(let failure): failure.diagnostic
      }
    }
  }
}
