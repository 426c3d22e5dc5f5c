import SAMFixtures
import SocialAccounting
import Testing

/// Programmes on the accounts of the random matrices.
func randomMatrixProgrammes() throws -> [Programme] {
  [
    try programme(
      "cash", [("hhd-r1", 0.6, .transfer), ("hhd-u2", 0.3, .transfer), ("c2", 0.1, .purchase)],
      outlay: 30),
    try programme(
      "works", [("hhd-r2", 0.5, .wages), ("lab-n", 0.2, .wages), ("c1", 0.3, .purchase)],
      outlay: 10),
    try programme(
      "roads", family: .otherPublicSpending, [("c1", 0.8, .purchase), ("c2", 0.2, .purchase)],
      outlay: 60),
    try programme("school", family: .otherPublicSpending, [("c2", 1, .purchase)], outlay: 40),
    try programme("cut", family: .tax, [("ent", 0.5, .transfer), ("hhd-u4", 0.5, .transfer)]),
  ]
}

struct ComparisonTests {
  private func injection(_ programme: Programme) -> Injection {
    Injection(programme.shares.map { ($0.account, $0.fraction) })
  }

  @Test(arguments: [1, 2, 3] as [UInt64], [[:], ["agriculture": 0.4, "a1": 0.7]])
  func `values are those of direct calls of the model`(
    _ seed: UInt64, _ base: [String: Double]
  ) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let entries = base.sorted { $0.key < $1.key }
      .map { SupplyResponse.Entry(selector: .named($0.key), share: $0.value) }
    let response = try SupplyResponse(entries)
    let model = try MultiplierModel(sam, supply: response)
    let fixed = try MultiplierModel(sam, supply: response.setting("agriculture", to: 0))
    let comparison = try Comparison(of: randomMatrixProgrammes(), in: model)
    #expect(comparison.rows.map(\.programme.id) == ["cash", "works", "roads", "school", "cut"])
    // A tax cut is a lump sum, which a direct call would tax again: FinancingTests has it.
    for row in comparison.rows where row.programme.family != .tax {
      let effect = row.effect
      let direct = try model.response(to: injection(row.programme))
      #expect(abs(effect.gdpFactorCost - (direct.measures?[.gdpFactorCost] ?? .nan)) < 1e-12)
      #expect(abs(effect.gdpMarketPrices - (direct.measures?[.gdpMarketPrices] ?? .nan)) < 1e-12)
      #expect(abs(effect.output - (direct.measures?[.output] ?? .nan)) < 1e-12)
      #expect(abs(effect.income - (direct.measures?[.income] ?? .nan)) < 1e-12)
      let withFixed = try fixed.response(to: injection(row.programme)).measures?[.gdpFactorCost]
      #expect(
        abs((effect.gdpFactorCostFixedAgriculture ?? .nan) - (withFixed ?? .nan)) < 1e-11)

      func change(_ codes: [String]) throws -> Double {
        try codes.reduce(0) { try $0 + direct.change(of: $1) }
      }
      let poor = ["hhd-r1", "hhd-r2", "hhd-u1", "hhd-u2"]
      #expect(try abs((effect.incomeBottom40 ?? .nan) - change(poor)) < 1e-12)
      #expect(
        try abs((effect.incomeRural ?? .nan) - change(["hhd-r1", "hhd-r2", "hhd-r4"])) < 1e-12)
      let taxes = ["dtax", "mtax", "etax", "stax", "atax", "ftax"]
      let returned = try taxes.reduce(0) { try $0 + direct.leakage(to: $1) }
      #expect(abs(effect.taxReturn - returned) < 1e-12)
      #expect(try abs(effect.savingLeakage - direct.leakage(to: "s-i")) < 1e-12)
      let imports = try (0..<5).reduce(0) {
        let rate = try sam["row", "c\($1)"] / sam.payments[try sam.index(of: "c\($1)")]
        return try $0 + rate * direct.change(of: "c\($1)")
      }
      #expect(abs(effect.importLeakage - imports) < 1e-12)
      #expect(
        try abs(effect.otherLeakage - (1 - returned - imports - direct.leakage(to: "s-i"))) < 1e-10)
      #expect(abs(effect.leakageTotal - 1) < 1e-12)
    }
  }

  @Test func `pay by the programme and money handed out are kept apart`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let rows = try Comparison(of: randomMatrixProgrammes(), in: model).rows
    let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.programme.id, $0.effect) })
    #expect(byID["cash"]?.gdpDirectWages == 0)
    #expect(abs((byID["works"]?.gdpDirectWages ?? .nan) - 0.7) < 1e-15)
    for (id, handed) in ["cash": 0.9, "works": 0.5, "roads": 0, "cut": 0.5] {
      let effect = try #require(byID[id])
      #expect(abs(effect.income - effect.incomeBeyondTransfer - handed) < 1e-12)
    }
    // Whether a household is paid as wages or as a transfer, GDP of activities is the same.
    let paid = try programme("paid", [("hhd-r1", 1, .wages)])
    let given = try programme("given", [("hhd-r1", 1, .transfer)])
    let both = try Comparison(of: [paid, given], in: model).rows
    #expect(both[0].effect.gdpFactorCost == both[1].effect.gdpFactorCost)
    #expect(both.map(\.effect.gdpDirectWages) == [1, 0])
  }

  @Test func `a share on an exogenous account leaks at once`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 2))
    let spending = [
      try programme("none", [("hhd-r1", 1, .transfer)]),
      try programme("tax", [("hhd-r1", 0.5, .transfer), ("dtax", 0.5, .transfer)]),
      try programme("saved", [("hhd-r1", 0.5, .transfer), ("s-i", 0.5, .transfer)]),
      try programme("abroad", [("hhd-r1", 0.5, .transfer), ("row", 0.5, .transfer)]),
    ]
    let rows = try Comparison(of: spending, in: model).rows
    let base = rows[0].effect
    for row in rows {
      #expect(abs(row.effect.leakageTotal - 1) < 1e-12)
      let part = row.programme.shares[0].fraction
      #expect(abs(row.effect.gdpFactorCost - part * base.gdpFactorCost) < 1e-12)
    }
    #expect(rows.map(\.leakingAccounts) == [[], ["dtax"], ["s-i"], ["row"]])
    #expect(abs(rows[1].effect.taxReturn - 0.5 - 0.5 * base.taxReturn) < 1e-12)
    #expect(abs(rows[2].effect.savingLeakage - 0.5 - 0.5 * base.savingLeakage) < 1e-12)
    #expect(abs(rows[3].effect.otherLeakage - 0.5 - 0.5 * base.otherLeakage) < 1e-12)
    // Money sent abroad is no import of commodities.
    #expect(abs(rows[3].effect.importLeakage - 0.5 * base.importLeakage) < 1e-12)
  }

  @Test func `a household outside the closure receives what it is paid`() throws {
    let sam = try RandomSAM.balanced(seed: 3)
    let closure = Closure(
      exogenous: Closure.standard.exogenous + [.account("hhd-r1"), .account("hhd-u4")])
    let model = try MultiplierModel(sam, closure: closure)
    let paid = try programme("p", [("hhd-r1", 1, .transfer)])
    let effect = try Comparison(of: [paid], in: model).rows[0].effect
    #expect(effect.gdpFactorCost == 0)
    #expect(abs(effect.income - 1) < 1e-12)
    #expect(abs(effect.incomeBeyondTransfer) < 1e-12)
    #expect(abs((effect.incomeBottom40 ?? .nan) - 1) < 1e-12)
    #expect(abs((effect.incomeRural ?? .nan) - 1) < 1e-12)
    #expect(abs(effect.otherLeakage - 1) < 1e-12)
  }

  @Test func `programmes whose accounts are missing are left out and listed`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let strange = try programme("strange", [("hhd-r1", 0.5, .transfer), ("cmaiz", 0.5, .purchase)])
    let comparison = try Comparison(of: randomMatrixProgrammes() + [strange], in: model)
    #expect(comparison.rows.count == 5)
    #expect(comparison.omissions.map(\.programme.id) == ["strange"])
    #expect(comparison.omissions.first?.missingAccounts == ["cmaiz"])
  }

  @Test func `with no programme left the error shows how to write one`() throws {
    let model = try MultiplierModel(Published.hosoe())
    let programmes = try randomMatrixProgrammes()
    do {
      _ = try Comparison(of: programmes, in: model)
      Issue.record("there is nothing to compare")
    } catch {
      guard case .nothingToCompare(let count, let missing) = error else {
        Issue.record("another failure: \(error)")
        return
      }
      #expect(count == 5)
      #expect(missing.contains("hhd-r1") && Set(missing).count == missing.count)
      let text = error.diagnostic.description
      #expect(text.contains("programme,name,family,account,share,role,evidence"))
      #expect(text.contains("give them with `Programme`:\n  programme,name"))
    }
  }

  @Test func `without kinds there is no comparison`() throws {
    let sam = try smallMatrix(["hhd-r1", "x"], [[0, 2], [2, 0]])
    let model = try MultiplierModel(sam, closure: Closure(parsing: "x"))
    #expect(
      throws: Comparison.Failure.model(.matrix(.kindsMissing(accounts: ["hhd-r1", "x"])))
    ) { try Comparison(of: [programme("p", [("hhd-r1", 1, .transfer)])], in: model) }
  }

  @Test func `what the matrix cannot tell is left empty`() throws {
    let sam = try Published.hosoe()
    let transfer = try programme("p", [("HOH", 1, .transfer)], outlay: 1)
    let bread = try programme("q", family: .otherPublicSpending, [("BRD", 1, .purchase)], outlay: 1)
    let rows = try Comparison(of: [transfer, bread], in: MultiplierModel(sam)).rows
    // The household has neither area nor quintile, the activities no group.
    for row in rows {
      #expect(row.effect.incomeBottom40 == nil && row.effect.incomeRural == nil)
      #expect(row.effect.gdpFactorCostFixedAgriculture == nil)
      #expect(row.effect.turningResponse == nil)
    }
    #expect(agrees(rows[0].effect.gdpFactorCost, with: 0.670383, decimals: 6))
    let urban = try sam.describing([Account(code: "HOH", area: .urban)])
    let effect = try Comparison(of: [transfer], in: MultiplierModel(urban)).rows[0].effect
    #expect(effect.incomeRural == 0 && effect.incomeBottom40 == nil)
  }

  /// Issue 16, 6: pay alike. What a programme makes itself is read off the flows by hand.
  @Test(arguments: [1, 2, 3] as [UInt64], [1, 0.4])
  func `a programme's own value added and what follows add to GDP with pay`(
    _ seed: UInt64, _ response: Double
  ) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let model = try MultiplierModel(sam, supply: SupplyResponse(["agriculture": response]))
    let comparison = try Comparison(
      of: [
        programme("buys", [("c0", 0.7, .purchase), ("hhd-r1", 0.3, .transfer)]),
        programme("pays", [("lab-n", 0.6, .wages), ("hhd-r1", 0.4, .wages)]),
        programme("gives", [("hhd-r1", 1, .transfer)]),
      ], in: model)
    let payments = sam.payments
    let factors = sam.accounts.indices.filter { sam.accounts[$0].kind?.isFactor == true }
    let product = try sam.index(of: "c0")
    func paidToFactors(_ i: Int) -> Double {
      factors.reduce(0) { $0 + sam[$1, i] } / payments[i]
    }
    var own = paidToFactors(product)
    for a in sam.indices(of: .activity) {
      let met = sam.accounts[a].group == "agriculture" ? response : 1
      own += met * sam[a, product] / payments[product] * paidToFactors(a)
    }
    #expect(abs((try comparison["buys"].effect[.gdpOwn] ?? .nan) - 0.7 * own) < 1e-12)
    #expect(try comparison["pays"].effect[.gdpOwn] == 1)
    #expect(try comparison["gives"].effect[.gdpOwn] == 0)
    for row in comparison.rows {
      let own = try #require(row.effect[.gdpOwn])
      let beyond = try #require(row.effect[.gdpBeyond])
      #expect(abs(own + beyond - row.effect.gdpWithPay) < 1e-12)
      #expect(
        abs(row.effect.gdpFactorCost + row.effect.gdpDirectWages - row.effect.gdpWithPay) < 1e-12)
    }
  }

  @Test func `every column is reachable by its name`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let effect = try Comparison(of: randomMatrixProgrammes(), in: model).rows[0].effect
    #expect(effect[.gdpFactorCost] == effect.gdpFactorCost)
    #expect(effect[.otherLeakage] == effect.otherLeakage)
    for column in EffectColumn.allCases where column.isAmount {
      #expect(effect[column]?.isFinite == true, "\(column.rawValue)")
    }
    #expect(EffectColumn.allCases.filter { !$0.isAmount } == [.turningResponse])
  }
}
