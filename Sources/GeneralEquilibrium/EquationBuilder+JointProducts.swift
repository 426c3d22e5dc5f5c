internal import AccountMatrix

extension EquationBuilder {
  /// A price for each product of an activity that sells several.
  mutating func declareProducts() {
    for a in matrix.activities {
      let sold = matrix.commodities.filter { flow(a, $0) > 0 }
      guard sold.count > 1 else { continue }
      var prices: [Int: Expression] = [:]
      for c in sold {
        prices[c] = unknown("the price of '\(matrix.code(c))' from '\(matrix.code(a))'", base: 1)
      }
      productPrices[a] = prices
      parts.productPrices[a] = prices
    }
  }

  /// Products in fixed proportions of what households do not keep: each finds a price at which it is
  /// sold, and the price of output is their average.
  ///
  /// Reference: Lofgren, Harris & Robinson 2002, equations 11 to 13.
  mutating func clearProducts(of a: Int, _ prices: [Int: Expression]) {
    let sold = prices.keys.sorted()
    let total = sold.reduce(0) { $0 + flow(a, $1) }
    var kept: [Expression] = []
    for cell in cellsByRow[a] where matrix.kind(cells[cell].column) != .commodity {
      kept.append(cells[cell].value)
    }
    let marketed = graph.difference(
      parts.quantities[a] ?? one, graph.quotient(graph.sum(kept), price(a)))
    var average: [(weight: Double, term: Expression)] = []
    for c in sold {
      let share = flow(a, c) / total
      if let price = prices[c] { average.append((share, price)) }
      require(
        "the market of '\(matrix.code(c))' from '\(matrix.code(a))'",
        productVolumes[a]?[c] ?? one, equals: graph.sum([(share, marketed)]), scale: flow(a, c))
    }
    require("the products of '\(matrix.code(a))'", price(a), equals: graph.sum(average))
  }
}
