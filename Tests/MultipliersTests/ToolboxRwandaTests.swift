import LinearAlgebra
import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Identities over Rwanda's matrix")
struct ToolboxRwandaTests {
  private static func model(_ shares: KeyValuePairs<String, Double> = [:]) throws
    -> MultiplierModel
  {
    try MultiplierModel(try Country.rwanda.sam(), supply: try SupplyResponse(shares))
  }

  @Test(arguments: [1.0, 0.5, 0])
  func `both decompositions give the multipliers`(share: Double) throws {
    let model = try Self.model(["agriculture": share])
    let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
    for code in ["hhd-r1", "ceduc", "fcap"] {
      let response = try model.response(to: Injection(into: code))
      let product = try decomposition.multiplicative(Injection(into: code))
      let sum = try decomposition.additive(Injection(into: code))
      for (i, change) in response.changes.enumerated() {
        #expect(abs(product[i].total - change) < 1e-10)
        #expect(abs(sum[i].total - change) < 1e-10)
      }
    }
  }

  @Test func `base costs give prices of one`() throws {
    for price in try PriceModel(try Self.model()).basePrices { #expect(abs(price - 1) < 1e-9) }
  }

  @Test func `a response of one changes no bit`() throws {
    let free = try MultiplierModel(try Country.rwanda.sam())
    let given = try Self.model(["agriculture": 1, "amine": 1])
    #expect(given.multiplierMatrix() == free.multiplierMatrix())
  }

  @Test func `every franc leaks once, in every variant`() throws {
    for own in OwnConsumption.allCases {
      let model = try MultiplierModel(
        try Country.rwanda.sam(), supply: try SupplyResponse(["agriculture": 0.3, "aelec": 0]),
        ownConsumption: own)
      for row in try model.multipliers() { #expect(abs(row.totalLeakage - 1) < 1e-9) }
      let margin = try FixedPriceMultipliers(model, elasticities: try IncomeElasticities([]))
      for row in try margin.marginal.multipliers() { #expect(abs(row.totalLeakage - 1) < 1e-9) }
    }
  }

  @Test func `the ten largest paths are those of a full enumeration of three payments`() throws {
    let model = try Self.model()
    var query = StructuralPaths.Query()
    (query.longest, query.threshold) = (3, 0)
    let found = try StructuralPaths(model).paths(from: "hhd-u5", to: "flab-s", query).paths

    let sam = model.sam
    let payments = sam.payments
    let codes = model.endogenous.map(\.code)
    let at = try codes.map { try sam.index(of: $0) }
    let multipliers = model.multiplierMatrix()
    let start = try #require(codes.firstIndex(of: "hhd-u5"))
    let finish = try #require(codes.firstIndex(of: "flab-s"))
    var totals: [Double] = []
    func share(_ paid: Int, _ payer: Int) -> Double {
      sam[at[paid], at[payer]] / payments[at[payer]]
    }
    func add(_ path: [Int]) {
      var direct = 1.0
      for (payer, paid) in zip(path, path.dropFirst()) { direct *= share(paid, payer) }
      if direct == 0 { return }
      totals.append(direct * determinant(of: path.map { i in path.map { multipliers[i][$0] } }))
    }
    add([start, finish])
    for a in codes.indices where a != start && a != finish && share(a, start) != 0 {
      add([start, a, finish])
      for b in codes.indices where b != start && b != finish && b != a && share(b, a) != 0 {
        add([start, a, b, finish])
      }
    }
    totals.sort(by: >)
    #expect(found.count == 10)
    for (path, total) in zip(found, totals) { #expect(abs(path.total - total) < 1e-12) }
  }

  @Test func `a price can be read off a row of the multipliers`() throws {
    let model = try Self.model()
    let changes = try PriceModel(model).priceChanges([.init(of: "flab-n", percent: 10)])
    let row = try #require(model.endogenous.firstIndex { $0.code == "flab-n" })
    for (change, multiplier) in zip(changes, model.multiplierMatrix()[row]) {
      #expect(abs(change - 10 * multiplier) < 1e-9)
    }
  }
}
