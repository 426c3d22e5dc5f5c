import AccountMatrix
import LinearAlgebra
import SAMFixtures
import Testing

struct `Transforming supply-use tables` {
  /// Two products and two activities, of which one makes both: small enough for a hand.
  private func small() throws -> SupplyUseTable {
    try SupplyUseTable(
      products: ["p1", "p2"], activities: ["i1", "i2"], supply: [[90, 10], [0, 100]],
      use: [[12, 8], [10, 7]], finalUses: (["final"], [[80], [83]]),
      valueAdded: (["added"], [[68, 95]]))
  }

  private func expect(
    _ found: [[Double]], _ wanted: [[Double]], within error: Double,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for (row, wantedRow) in zip(found, wanted) {
      for (x, y) in zip(row, wantedRow) {
        #expect(abs(x - y) <= error, sourceLocation: location)
      }
    }
  }

  /// `A_CTC_cxc`, `A_ITC_cxc`, `A_CTC_ixi` and `A_ITC_ixi` there, printed with nine decimals.
  private static let publishedCoefficients: [(SupplyUseTable.Transformation, [[Double]])] = [
    (
      .productTechnology,
      [
        [0.287015945, 0.742596811, 1.323462415, 0, 0],
        [0.009111617, 0.198177677, 0.264236902, 0, 0],
        [-0.025056948, 0.20501139, 0.273348519, 0, 0],
        [0.034168565, -0.006833713, -0.009111617, 0, 0],
        [-0.025056948, 0.20501139, 0.273348519, 0, 0],
      ]
    ),
    (
      .industryTechnology,
      [
        [0.387784091, 0.647186147, 0.645454545, 0.416666667, 0],
        [0.038825758, 0.147186147, 0.112121212, 0.083333333, 0],
        [0.010416667, 0.142857143, 0.1, 0.083333333, 0],
        [0.028409091, 0.004329004, 0.012121212, 0, 0],
        [0.010416667, 0.142857143, 0.1, 0.083333333, 0],
      ]
    ),
    (
      .fixedIndustrySales,
      [
        [0.403189066, 0.664009112, 0.851936219, 0, 0],
        [0.031476496, 0.125284738, 0.123006834, 0, 0],
        [-0.048871402, 0.25284738, 0.230068337, 0, 0],
        [0.038448264, -0.04214123, -0.038344723, 0, 0],
        [0, 0.166666667, 0.166666667, 0, 0],
      ]
    ),
    (
      .fixedProductSales,
      [
        [0.345238095, 0.71547619, 0.87172619, 0, 0],
        [0.033008658, 0.139880952, 0.145089286, 0, 0],
        [0.030844156, 0.144642857, 0.14985119, 0, 0],
        [0.015151515, 0, 0, 0, 0],
        [0, 0.166666667, 0.166666667, 0, 0],
      ]
    ),
  ]

  @Test(arguments: publishedCoefficients)
  func `all four assumptions give the coefficients that pySUT prints`(
    transformation: SupplyUseTable.Transformation, wanted: [[Double]]
  ) throws {
    let table = try Published.pySUT().symmetric(by: transformation)
    #expect(table.coefficients.count == 5)
    expect(table.coefficients, wanted, within: 1e-8)
  }

  @Test func `industry technology gives the coefficients that a hand computes with fractions`()
    throws
  {
    // B = [12/90 8/110; 10/90 7/110], market shares D = [9/10 0; 1/10 1]: A = B D.
    let table = try small().symmetric(by: .industryTechnology)
    expect(
      table.coefficients,
      [[0.9 * 12 / 90 + 0.1 * 8 / 110, 8.0 / 110], [0.9 * 10 / 90 + 0.1 * 7 / 110, 7.0 / 110]],
      within: 1e-14)
  }

  @Test(arguments: SupplyUseTable.Transformation.allCases)
  func `the Leontief inverse gives back the output from final uses`(
    transformation: SupplyUseTable.Transformation
  ) throws {
    for seed in 1...10 {
      let table = try random(seed: UInt64(seed), activities: 4).symmetric(by: transformation)
      var system = Matrix(table.coefficients.map { $0.map { -$0 } })
      for i in table.codes.indices { system[i, i] += 1 }
      let demand = table.codes.indices.map { i in
        table.finalUses.reduce(0) { $0 + $1.values[i] }
      }
      let output = try LU(system).solve(demand)
      for (found, wanted) in zip(output, table.output) {
        #expect(abs(found - wanted) <= 1e-9 * wanted)
      }
    }
  }

  @Test func `products are made alike whoever makes them, so A takes the recipe of each apart`()
    throws
  {
    // Recipes are chosen first; an activity uses what its products need. A finds the recipes.
    let recipes = [[0.1, 0.2, 0.05], [0.3, 0.1, 0.1], [0.0, 0.25, 0.2]]
    let supply = [[40.0, 3, 0], [5, 60, 2], [0, 1, 30]]
    let use = recipes.map { row in
      supply.indices.map { j in
        supply.indices.reduce(0) { $0 + row[$1] * supply[$1][j] }
      }
    }
    let final = zip(supply, use).map { [$0.reduce(0, +) - $1.reduce(0, +)] }
    let added = supply.indices.map { j in
      supply.reduce(0) { $0 + $1[j] } - use.reduce(0) { $0 + $1[j] }
    }
    let table = try SupplyUseTable(
      products: ["p", "q", "r"], activities: ["a", "b", "c"], supply: supply, use: use,
      finalUses: (["final"], final), valueAdded: (["added"], [added]))
    expect(try table.symmetric(by: .productTechnology).coefficients, recipes, within: 1e-14)
  }

  @Test func `product technology gives the coefficients that a hand computes with fractions`()
    throws
  {
    // B = [12/90 8/110; 10/90 7/110], C⁻¹ = [1 -1/10; 0 11/10]: A = B C⁻¹.
    let table = try small().symmetric(by: .productTechnology)
    expect(
      table.coefficients, [[12.0 / 90, 0.08 - 12.0 / 900], [10.0 / 90, 0.07 - 10.0 / 900]],
      within: 1e-14)
  }

  @Test func `the sales models give what a hand computes with fractions`() throws {
    let fixedProduct = try small().symmetric(by: .fixedProductSales)
    // Market shares [0.9 0; 0.1 1] of products in rows of activities.
    expect(fixedProduct.flows, [[10.8, 7.2], [11.2, 7.8]], within: 1e-12)
    let fixedIndustry = try small().symmetric(by: .fixedIndustrySales)
    // ĝ S⁻¹ = [1 -1/10; 0 11/10].
    expect(fixedIndustry.flows, [[11, 7.3], [11, 7.7]], within: 1e-12)
  }

  @Test(arguments: SupplyUseTable.Transformation.allCases)
  func `rows and columns add to output whatever the assumption`(
    transformation: SupplyUseTable.Transformation
  ) throws {
    for seed in 1...20 {
      let table = try random(seed: UInt64(seed), activities: 4)
        .symmetric(by: transformation)
      for i in table.codes.indices {
        let row = table.flows[i].reduce(0, +) + table.finalUses.reduce(0) { $0 + $1.values[i] }
        let column =
          table.flows.reduce(0) { $0 + $1[i] } + table.valueAdded.reduce(0) { $0 + $1.values[i] }
        #expect(abs(row - table.output[i]) <= 1e-9 * table.output[i])
        #expect(abs(column - table.output[i]) <= 1e-9 * table.output[i])
      }
    }
  }

  @Test func `activities without side products give the same table by all four assumptions`() throws
  {
    let table = try SupplyUseTable(
      products: ["p", "q"], activities: ["a", "b"], supply: [[10, 0], [0, 20]],
      use: [[1, 2], [3, 4]], finalUses: (["f"], [[7], [13]]), valueAdded: (["v"], [[6, 14]]))
    for transformation in SupplyUseTable.Transformation.allCases {
      expect(try table.symmetric(by: transformation).flows, [[1, 2], [3, 4]], within: 1e-12)
    }
  }

  @Test func `a production block balances its activities and commodities`() throws {
    let block = try random(seed: 5, activities: 3).productionBlock()
    for (account, balance) in zip(block.accounts, block.balances())
    where account.kind == .activity || account.kind == .commodity {
      #expect(balance.isBalanced, "\(balance)")
    }
    #expect(block.indices(of: .activity).count == 3)
    #expect(block.indices(of: .commodity).count == 4)
  }

  @Test func `what cannot be transformed is named`() throws {
    let rectangular = try random(seed: 1, activities: 3)
    #expect(throws: SupplyUseTable.Failure.notSquare(products: 4, activities: 3)) {
      try rectangular.symmetric(by: .productTechnology)
    }
    let alike = try SupplyUseTable(
      products: ["p", "q"], activities: ["a", "b"], supply: [[1, 2], [1, 2]],
      use: [[0, 0], [0, 0]], finalUses: (["f"], [[3], [3]]), valueAdded: (["v"], [[2, 4]]))
    #expect(throws: SupplyUseTable.Failure.singular) {
      try alike.symmetric(by: .fixedIndustrySales)
    }
    let imported = try SupplyUseTable(
      products: ["p", "q"], activities: ["a"], supply: [[5], [0]], use: [[0], [2]],
      otherSupply: (["imports"], [[0], [2]]), finalUses: (["f"], [[5], [0]]),
      valueAdded: (["v"], [[3]]))
    #expect(throws: SupplyUseTable.Failure.noOutput("q")) {
      try imported.symmetric(by: .fixedProductSales)
    }
    #expect(
      throws: SupplyUseTable.Failure.productUnbalanced("p", supply: 5, use: 6)
    ) {
      try SupplyUseTable(
        products: ["p"], activities: ["a"], supply: [[5]], use: [[1]],
        finalUses: (["f"], [[5]]), valueAdded: (["v"], [[4]]))
    }
  }

  /// Four products with imports, made mostly by one activity each.
  private func random(seed: UInt64, activities: Int) throws -> SupplyUseTable {
    var random = SplitMix64(seed: seed)
    func block(_ rows: Int, _ columns: Int, _ low: Double, _ high: Double) -> [[Double]] {
      (0..<rows).map { _ in (0..<columns).map { _ in random.number(low, high) } }
    }
    var supply = block(4, activities, 0, 5)
    for i in 0..<4 { supply[i][i % activities] += 50 }
    let use = block(4, activities, 0, 8)
    let imports = block(4, 1, 0, 5)
    var final: [[Double]] = []
    for i in 0..<4 {
      let supplied: Double = supply[i].reduce(imports[i][0], +)
      final.append([use[i].reduce(supplied, -)])
    }
    var added: [Double] = []
    for j in 0..<activities {
      added.append(Matrix(supply).columnSums[j] - Matrix(use).columnSums[j])
    }
    return try SupplyUseTable(
      products: (1...4).map { "p\($0)" }, activities: (1...activities).map { "i\($0)" },
      supply: supply, use: use, otherSupply: (["imports"], imports), finalUses: (["final"], final),
      valueAdded: (["added"], [added]))
  }
}
