import AccountMatrix
import LinearAlgebra
import SAMFixtures
import Testing

struct `Transforming supply-use tables` {
  /// The two-sector example of Miller & Blair 2009, section 5.3: use [12 8; 10 7], make [90 0; 10 100].
  private func millerBlair() throws -> SupplyUseTable {
    try SupplyUseTable(
      products: ["p1", "p2"], activities: ["i1", "i2"], supply: [[90, 10], [0, 100]],
      use: [[12, 8], [10, 7]], finalUses: (["final"], [[80], [83]]),
      valueAdded: (["added"], [[68, 95]]))
  }

  private func inverse(_ coefficients: [[Double]]) throws -> Matrix {
    var system = Matrix(coefficients.map { $0.map { -$0 } })
    for i in coefficients.indices { system[i, i] += 1 }
    return try LU(system).inverse
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

  @Test func `industry technology gives Miller and Blair's requirements of products by products`()
    throws
  {
    let table = try millerBlair().symmetric(by: .industryTechnology)
    expect(table.coefficients, [[0.1273, 0.0727], [0.1064, 0.0636]], within: 5e-5)
    let inverse = try inverse(table.coefficients)
    expect(
      [inverse.row(0), inverse.row(1)], [[1.1568, 0.0898], [0.1314, 1.0782]], within: 5e-5)
  }

  @Test func `product technology gives the coefficients that a hand computes with fractions`()
    throws
  {
    // B = [12/90 8/110; 10/90 7/110], C⁻¹ = [1 -1/10; 0 11/10]: A = B C⁻¹.
    let table = try millerBlair().symmetric(by: .productTechnology)
    expect(
      table.coefficients, [[12.0 / 90, 0.08 - 12.0 / 900], [10.0 / 90, 0.07 - 10.0 / 900]],
      within: 1e-14)
  }

  @Test func `the sales models give what a hand computes with fractions`() throws {
    let fixedProduct = try millerBlair().symmetric(by: .fixedProductSales)
    // Market shares [0.9 0; 0.1 1] of products in rows of activities.
    expect(fixedProduct.flows, [[10.8, 7.2], [11.2, 7.8]], within: 1e-12)
    let fixedIndustry = try millerBlair().symmetric(by: .fixedIndustrySales)
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
