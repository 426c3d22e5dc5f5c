import SAMFixtures
import SocialAccounting
import Testing

/// Whole rows of a comparison against money that is spent payment by payment.
struct PlainComparisonTests {
  /// Programmes that pay every kind of account in every role.
  private static func programmes() throws -> [Programme] {
    [
      try programme(
        "cash", [("hhd-r1", 0.6, .transfer), ("hhd-u2", 0.3, .transfer), ("c2", 0.1, .purchase)],
        outlay: 30),
      try programme(
        "works", [("hhd-r2", 0.5, .wages), ("lab-n", 0.2, .wages), ("a0", 0.3, .purchase)],
        outlay: 10),
      try programme(
        "scheme", [("sp", 0.4, .transfer), ("hhd-u1", 0.4, .transfer), ("ent", 0.2, .transfer)]),
      try programme(
        "roads", family: .otherPublicSpending, [("c1", 0.8, .purchase), ("c4", 0.2, .purchase)],
        outlay: 60),
      try programme(
        "crops", family: .otherPublicSpending,
        [
          ("c0", 0.3, .purchase), ("a3", 0.2, .purchase), ("dtax", 0.1, .transfer),
          ("s-i", 0.1, .transfer), ("row", 0.1, .transfer), ("gov", 0.1, .transfer),
          ("hhd-r4", 0.1, .wages),
        ], outlay: 40),
      try programme(
        "cut", family: .tax,
        [("ent", 0.3, .transfer), ("hhd-u4", 0.3, .transfer), ("hhd-r1", 0.4, .transfer)]),
    ]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var exogenous = RandomSAM.exogenous
    var response: KeyValuePairs<String, Double> = [:]
    var supply: [String: Double] = [:]
    var own = PlainEconomy.OwnProduce.unmet
    var displaced = 0.0
  }

  /// Supply by the code of an activity and by its group, own produce in every way, and households
  /// and schemes that change sides.
  static let cases = [
    Case(testDescription: "standard"),
    Case(testDescription: "displaced earnings", displaced: 0.4),
    Case(
      testDescription: "short supply by group", response: ["agriculture": 0.5, "industry": 0.7],
      supply: ["a0": 0.5, "a3": 0.5, "a1": 0.7, "a4": 0.7]),
    Case(
      testDescription: "short supply by code", response: ["a0": 0.2, "a2": 0.5],
      supply: ["a0": 0.2, "a2": 0.5]),
    Case(
      testDescription: "bought on the market", response: ["a0": 0.2, "a2": 0.5, "a3": 0],
      supply: ["a0": 0.2, "a2": 0.5, "a3": 0], own: .market),
    Case(
      testDescription: "no own produce", response: ["agriculture": 0.25],
      supply: ["a0": 0.25, "a3": 0.25], own: .off, displaced: 1),
    Case(testDescription: "own produce returned", own: .household),
    Case(
      testDescription: "own produce returned, short supply", response: ["agriculture": 0.6],
      supply: ["a0": 0.6, "a3": 0.6], own: .household),
    Case(
      testDescription: "households outside, schemes inside",
      exogenous: RandomSAM.exogenous.union(["hhd-r1", "hhd-u4"]).subtracting(["sp"]),
      response: ["a1": 0.6], supply: ["a1": 0.6], own: .market),
  ]

  private func model(_ choice: Case, _ sam: SocialAccountingMatrix) throws -> MultiplierModel {
    let ownConsumption: OwnConsumption =
      switch choice.own {
      case .unmet: .unmet
      case .market: .market
      case .off: .off
      case .household: .household
      }
    return try MultiplierModel(
      sam, closure: Closure(parsing: choice.exogenous.sorted().joined(separator: ",")),
      supply: try SupplyResponse(choice.response), ownConsumption: ownConsumption)
  }

  /// What one franc does, as the columns of a comparison have it.
  private struct Row {
    var outcome: PlainEconomy.Outcome
    var fixed: Double
    var handed: Double
    var wages: Double
    var spent: Double
    var made = 0.0

    var values: [EffectColumn: Double] {
      [
        .gdpFactorCost: outcome.gdpFactorCost, .gdpFactorCostFixedAgriculture: fixed,
        .gdpDirectWages: wages, .gdpMarketPrices: outcome.gdpMarketPrices,
        .output: outcome.output, .income: outcome.income,
        .incomeBeyondTransfer: outcome.income - handed, .incomeBottom40: outcome.incomeOfPoor,
        .incomeRural: outcome.incomeOfRural, .taxReturn: outcome.taxes,
        .importLeakage: outcome.imports, .savingLeakage: outcome.saving,
        .otherLeakage: spent - outcome.taxes - outcome.imports - outcome.saving,
        .leakageTotal: spent, .gdpOwn: made + wages, .gdpBeyond: outcome.gdpFactorCost - made,
        .gdpWithPay: outcome.gdpFactorCost + wages,
      ]
    }
  }

  private func plain(
    _ choice: Case, _ sam: SocialAccountingMatrix, agriculture: Double? = nil
  ) -> PlainEconomy {
    var supply = choice.supply
    if let agriculture { (supply["a0"], supply["a3"]) = (agriculture, agriculture) }
    return PlainEconomy(sam, exogenous: choice.exogenous, supply: supply, own: choice.own)
  }

  private func row(
    _ programme: Programme, _ choice: Case, _ sam: SocialAccountingMatrix
  ) -> Row {
    let paid = programme.shares.map { share in
      (share.account, share.fraction * (share.role == .wages ? 1 - choice.displaced : 1))
    }
    let isHanded = programme.family == .tax
    func outcome(_ economy: PlainEconomy) -> PlainEconomy.Outcome {
      isHanded ? economy.handing(paid) : economy.paying(paid)
    }
    let wages = programme.shares.reduce(0) { $0 + ($1.role == .wages ? $1.fraction : 0) }
    return Row(
      outcome: outcome(plain(choice, sam)),
      fixed: outcome(plain(choice, sam, agriculture: 0)).gdpFactorCost,
      handed: programme.shares.reduce(0) {
        $0 + ($1.account.hasPrefix("hhd") ? $1.fraction : 0)
      },
      wages: (1 - choice.displaced) * wages, spent: paid.reduce(0) { $0 + $1.1 },
      made: isHanded ? 0 : plain(choice, sam).valueAdded(inMaking: paid))
  }

  private func expect(
    _ effect: ProgrammeEffect, equals expected: [EffectColumn: Double], _ name: String
  ) {
    for column in EffectColumn.allCases where column.isAmount {
      guard let value = expected[column] else {
        Issue.record("the plain economy has no '\(column.id)'")
        continue
      }
      #expect(abs((effect[column] ?? .nan) - value) < 1e-9, "\(column.id) of \(name)")
    }
  }

  @Test(arguments: cases, [1] as [UInt64])
  func `every column of every row is that of money that is spent`(
    _ choice: Case, _ seed: UInt64
  ) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let comparison = try Comparison(
      of: try Self.programmes(), in: model(choice, sam), displacedEarnings: choice.displaced)
    #expect(comparison.rows.count == 6)
    for found in comparison.rows {
      expect(
        found.effect, equals: row(found.programme, choice, sam).values, found.programme.id)
    }
  }

  /// Who gives up how much of one franc, from the cells.
  private func payers(
    _ financing: Financing, _ sam: SocialAccountingMatrix, _ rule: ContributionRule
  ) throws -> [(String, Double)] {
    var paid: [(String, Double)] = []
    switch financing {
    case .directTax:
      for account in sam.accounts where account.kind == .household || account.code == "ent" {
        paid.append((account.code, try sam["dtax", account.code]))
      }
    case .contributions:
      paid = rule.formalWages.map { ($0.account, $0.share * rule.borneByWages) }
      paid.append(("ent", 1 - rule.borneByWages))
    default:
      for row in sam.accounts where row.kind == .commodity || row.kind == .activity {
        let cells = try sam[row.code, "s-i"] + sam[row.code, "dstk"]
        if cells != 0 { paid.append((row.code, cells)) }
      }
    }
    let total = paid.reduce(0) { $0 + $1.1 }
    return paid.map { ($0.0, $0.1 / total) }
  }

  @Test(
    arguments: [Financing.directTax, .contributions, .borrowing(crowdingOut: 1)],
    cases.filter { $0.displaced == 0 })
  func `what financing takes away is that of money that is not spent`(
    _ financing: Financing, _ choice: Case
  ) throws {
    let sam = try RandomSAM.complete(seed: 3)
    let rule = try ContributionRule(
      employerShare: 0.6, shiftedToWages: 0.25,
      formalWages: [
        .init(account: "hhd-u4", share: 0.7), .init(account: "hhd-r2", share: 0.3),
      ])
    let comparison = try Comparison(
      of: try Self.programmes(), in: model(choice, sam), financing: financing, rule: rule)
    let payers = try payers(financing, sam, rule)
    let isHanded = financing != .borrowing(crowdingOut: 1)
    func outcome(_ economy: PlainEconomy) -> PlainEconomy.Outcome {
      isHanded ? economy.handing(payers) : economy.paying(payers)
    }
    let taken = Row(
      outcome: outcome(plain(choice, sam)),
      fixed: outcome(plain(choice, sam, agriculture: 0)).gdpFactorCost,
      handed: isHanded
        ? payers.reduce(0) { $0 + ($1.0.hasPrefix("hhd") ? $1.1 : 0) } : 0, wages: 0, spent: 1,
      made: isHanded ? 0 : plain(choice, sam).valueAdded(inMaking: payers)
    ).values
    expect(try #require(comparison.financingEffect), equals: taken, financing.id)
    for found in comparison.rows {
      let gross = row(found.programme, choice, sam).values
      expect(found.gross, equals: gross, found.programme.id)
      var net: [EffectColumn: Double] = [:]
      for (column, value) in gross { net[column] = value - (taken[column] ?? .nan) }
      expect(found.effect, equals: net, found.programme.id)
    }
  }

  @Test(arguments: cases.filter { $0.displaced == 0 }, [1, 2, 3] as [UInt64])
  func `where an order turns, two economies do the same`(
    _ choice: Case, _ seed: UInt64
  ) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let comparison = try Comparison(of: try Self.programmes(), in: model(choice, sam))
    func gdp(_ id: String, at share: Double) throws -> Double {
      let programme = try comparison[id].programme
      let economy = plain(choice, sam, agriculture: share)
      let paid = programme.shares.map { ($0.account, $0.fraction) }
      return (programme.family == .tax ? economy.handing(paid) : economy.paying(paid))
        .gdpFactorCost
    }
    // The average of other public spending, by outlay.
    func benchmark(at share: Double) throws -> Double {
      try 0.6 * gdp("roads", at: share) + 0.4 * gdp("crops", at: share)
    }
    for id in ["cash", "works", "cut"] {
      let lead = { (share: Double) in try gdp(id, at: share) - benchmark(at: share) }
      switch try #require(try comparison[id].effect.turning, "\(id)") {
      case .above(let turn):
        #expect(abs(try lead(turn)) < 1e-8, "\(id)")
        #expect(try lead(1) > 0)
      case .below(let turn):
        #expect(abs(try lead(turn)) < 1e-8, "\(id)")
        #expect(try lead(1) <= 1e-9)
      case .always: #expect(try min(lead(1), lead(0)) > -1e-9, "\(id)")
      case .never: #expect(try max(lead(1), lead(0)) <= 1e-9, "\(id)")
      }
    }
    let turn = try comparison.responseTurn(of: "cash", against: "roads")
    if let share = turn?.share {
      #expect(abs(try gdp("cash", at: share) - gdp("roads", at: share)) < 1e-8)
    }
  }
}
