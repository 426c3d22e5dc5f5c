import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Constrained multipliers")
struct ConstrainedMultipliersTests {
  @Test func `with nothing constrained both are the same`() throws {
    let response = try SupplyResponse(["agriculture": 1])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: 5), supply: response)
    for row in try ConstrainedMultipliers(model).rows {
      #expect(row.free == row.limited)
      #expect(row.unmet == 0)
    }
    #expect(try model.shadowPrices().rows.isEmpty)
  }

  @Test func `Hosoe's transfer adds less to GDP with bread fixed`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.hosoe(), supply: try SupplyResponse(["BRD": 0]))
    let household = try #require(try ConstrainedMultipliers(model).rows.last)
    #expect(prints(household.free.measures?[.gdpFactorCost] ?? 0, as: 0.670383))
    #expect(prints(household.limited.measures?[.gdpFactorCost] ?? 0, as: 0.162162 + 0.135135))
    #expect(prints(household.unmet, as: 0.331532))
    #expect(abs(household.limited.totalLeakage - 1) < 1e-12)
  }

  @Test(arguments: 1...4)
  func `limited multipliers lie between the fixed and the free ones`(seed: UInt64) throws {
    let sam = try ToolboxRandom.sam(seed: seed)
    let gdp = try [0, 0.3, 0.6, 1].map { share in
      let response = try SupplyResponse(["agriculture": share])
      return try MultiplierModel(sam, supply: response).multipliers(on: .gdpFactorCost)
    }
    for i in gdp[0].indices {
      let column = gdp.map { $0[i] }
      #expect(zip(column, column.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }
  }
}

@Suite("The mixed model")
struct MixedMultipliersTests {
  @Test func `Hosoe's household and a shift of bread have the published effects`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.hosoe(), supply: try SupplyResponse(["BRD": 0]))
    let printed = [
      [1.443243, 0.481081, 0.481081, 0.481081], [0.486486, 1.162162, 0.162162, 0.162162],
      [0.405405, 0.135135, 1.135135, 0.135135], [0.891892, 1.297297, 1.297297, 1.297297],
    ]
    let matrix = model.multiplierMatrix()
    for i in 0..<4 {
      for j in 0..<4 { #expect(prints(matrix[i + 1][j + 1], as: printed[i][j])) }
    }
    let shift = try model.mixedResponse(to: Injection([]), shifting: Injection(into: "BRD"))
    for (change, expected) in zip(shift.changes, [1, 0.449706, 0.368978, 0.289365, 0.658343]) {
      #expect(prints(change, as: expected))
    }
    #expect(prints(shift.limited[0].netFinalDemand, as: 0.585018))
    let transfer = try model.mixedResponse(to: Injection(into: "HOH"))
    #expect(prints(transfer.limited[0].netFinalDemand, as: -0.331532))
  }

  @Test(arguments: 1...6)
  func `the formula of the mixed model holds block by block`(seed: UInt64) throws {
    let sam = try ToolboxRandom.sam(seed: seed)
    let fixed = ["a-agriculture1", "a-industry2"]
    let response = try SupplyResponse(["a-agriculture1": 0, "a-industry2": 0])
    let model = try MultiplierModel(sam, supply: response)
    let shifts = Injection([("a-agriculture1", 1.5), ("a-industry2", -0.5)])
    let mixed = try model.mixedResponse(to: Injection(2, into: "h-r1"), shifting: shifts)

    // An independent solution of (I - A_uu) dy_u = df_u + A_uc dy_c.
    let payments = sam.payments
    let codes = model.endogenous.map(\.code)
    let positions = try codes.map { try sam.index(of: $0) }
    let u = codes.indices.filter { !fixed.contains(codes[$0]) }
    let c = codes.indices.filter { fixed.contains(codes[$0]) }
    func share(_ i: Int, _ j: Int) -> Double {
      sam[positions[i], positions[j]] / payments[positions[j]]
    }
    let dyc = [1.5, -0.5]
    let right = u.map { i in
      (codes[i] == "h-r1" ? 2 : 0) + zip(c, dyc).reduce(0) { $0 + share(i, $1.0) * $1.1 }
    }
    let system = u.map { i in u.map { j in (i == j ? 1 : 0) - share(i, j) } }
    let dyu = try LU(Matrix(system)).solve(right)
    for (k, i) in u.enumerated() { #expect(abs(mixed.changes[i] - dyu[k]) < 1e-10) }
    for (k, i) in c.enumerated() {
      let inside = zip(c, dyc).reduce(0) { $0 + share(i, $1.0) * $1.1 }
      let outside = zip(u, dyu).reduce(0) { $0 + share(i, $1.0) * $1.1 }
      #expect(abs(mixed.limited[k].netFinalDemand - (dyc[k] - inside - outside)) < 1e-10)
    }
  }

  @Test func `an output that follows demand cannot be shifted`() throws {
    let model = try MultiplierModel(try ToolboxExamples.hosoe())
    #expect(throws: MultiplierModel.Failure.notLimited(account: "MLK")) {
      try model.mixedResponse(to: Injection([]), shifting: Injection(into: "MLK"))
    }
  }
}

@Suite("Shadow prices")
struct ShadowPriceTests {
  @Test(arguments: 1...4)
  func `a shadow price is what a shifted unit adds`(seed: UInt64) throws {
    let response = try SupplyResponse(["agriculture": 0.25, "a-services1": 0])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed), supply: response)
    let prices = try model.shadowPrices().rows
    #expect(prices.map(\.share) == [0.25, 0.25, 0])
    for price in prices {
      let shift = try model.mixedResponse(
        to: Injection([]), shifting: Injection(into: price.account.code))
      #expect(abs(shift.changes.reduce(0, +) - price.receipts) < 1e-10)
      let output = zip(shift.accounts, shift.changes).reduce(0) {
        $0 + ($1.0.kind == .activity ? $1.1 : 0)
      }
      #expect(abs(output - (price.measures?[.output] ?? 0)) < 1e-10)
    }
  }
}

@Suite("Adjustment to limited supply")
struct SupplyAdjustmentTests {
  @Test func `exports fall as far as there are any, then imports rise`() throws {
    let sam = try ToolboxExamples.hosoe()
    let model = try MultiplierModel(sam, supply: try SupplyResponse(["BRD": 0]))
    let response = try model.mixedResponse(to: Injection(100, into: "HOH"))
    let gap = response.limited[0].unmet
    let byImports = try #require(response.tradeAdjustments(by: .imports).first)
    #expect(byImports.imports == gap)
    #expect(byImports.exports == 0)
    let byExports = try #require(response.tradeAdjustments(by: .exports).first)
    #expect(byExports.baseExports == 8)
    #expect(byExports.exports == -8)
    #expect(byExports.imports == gap - 8)
  }

  /// An activity exports what the world buys of it, and its part of what the world buys of the
  /// commodities that it sells.
  @Test(arguments: 1...3)
  func `exports of a commodity belong to those who make it`(seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let model = try MultiplierModel(sam, supply: try SupplyResponse(["agriculture": 0]))
    let response = try model.mixedResponse(to: Injection(100, into: "hhd-r1"))
    let adjustments = response.tradeAdjustments(by: .exports)
    #expect(adjustments.count == 2)
    for adjustment in adjustments {
      let code = adjustment.limited.account.code
      var exported = try sam[code, "row"]
      for commodity in sam.accounts.map({ $0.code }) where commodity.hasPrefix("c") {
        guard try sam.account(commodity).kind == .commodity else { continue }
        let supplied = try sam.accounts.reduce(0) { try $0 + sam[$1.code, commodity] }
        exported += try sam[commodity, "row"] * sam[code, commodity] / supplied
      }
      #expect(abs(try #require(adjustment.baseExports) - exported) < 1e-9, "\(code)")
      #expect(abs(adjustment.exports + min(adjustment.limited.unmet, exported)) < 1e-9)
    }
  }
}

@Suite("Own consumption of limited supply")
struct OwnConsumptionTests {
  @Test(arguments: 1...4)
  func `moved to the market it is bought there, and every franc leaks once`(seed: UInt64) throws {
    let sam = try ToolboxRandom.sam(seed: seed)
    let response = try SupplyResponse(["agriculture": 0.2])
    let unmet = try MultiplierModel(sam, supply: response)
    let market = try MultiplierModel(sam, supply: response, ownConsumption: .market)
    let injection = Injection(into: "h-r1")
    let (a, b) = (try unmet.response(to: injection), try market.response(to: injection))
    #expect(abs(b.totalLeakage - 1) < 1e-12)
    #expect(try b.change(of: "c-agriculture1") > a.change(of: "c-agriculture1"))
    #expect(try b.leakage(to: "row") > a.leakage(to: "row"))
    for row in try market.multipliers() { #expect(abs(row.totalLeakage - 1) < 1e-12) }
  }

  @Test func `an account of which nobody says what it is may grow what its household eats`() throws
  {
    let farm = try PeopleExamples.farm()
    let accounts = farm.accounts.map { account in
      var plain = account
      if account.code == "food" { plain.kind = nil }
      return plain
    }
    let untold = try SocialAccountingMatrix(
      accounts: accounts,
      flows: accounts.indices.map { i in accounts.indices.map { farm[i, $0] } }, unit: farm.unit)
    let changes = try [farm, untold].map { sam in
      try MultiplierModel(
        sam, closure: Closure(exogenous: [.account("s-i"), .account("row")]),
        supply: SupplyResponse(["food": 0.5]), ownConsumption: .market
      ).response(to: Injection(into: "poor")).changes
    }
    #expect(changes[0] == changes[1])
    let cut = try MultiplierModel(farm, supply: SupplyResponse(["food": 0.5]))
    #expect(try cut.response(to: Injection(into: "poor")).changes != changes[0])
  }

  @Test func `with supply free it makes no difference`() throws {
    let sam = try ToolboxRandom.sam(seed: 9)
    let free = try MultiplierModel(sam).multiplierMatrix()
    #expect(try MultiplierModel(sam, ownConsumption: .market).multiplierMatrix() == free)
  }

  /// Food and its growers pay nobody else: what leaks from them is what is not grown.
  @Test func `an account may leak by what it does not meet alone`() throws {
    let sam = try SocialAccountingMatrix(
      accounts: [
        Account(code: "food", kind: .activity), Account(code: "farm", kind: .household),
        Account(code: "mine", kind: .activity), Account(code: "row", kind: .restOfWorld),
      ],
      flows: [[0, 8, 0, 0], [8, 0, 0, 0], [0, 0, 0, 5], [0, 0, 5, 0]], unit: .unstated)
    #expect(throws: MultiplierModel.Failure.closed(accounts: ["food", "farm"])) {
      try MultiplierModel(sam)
    }
    let model = try MultiplierModel(sam, supply: try SupplyResponse(["food": 0.75]))
    // A franc to the farm is spent on food of which three quarters are grown, and so on.
    let response = try model.response(to: Injection(into: "farm"))
    #expect(try abs(response.change(of: "farm") - 4) < 1e-12)
    #expect(try abs(response.leakage(to: "supply") - 1) < 1e-12)
  }
}
