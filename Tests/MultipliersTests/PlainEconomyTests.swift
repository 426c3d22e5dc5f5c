import SAMFixtures
import SocialAccounting
import Testing

/// The model against an economy that spends payment by payment, on matrices that hold every cell.
struct PlainEconomyTests {
  /// One choice of settings, as the library and as the plain economy take it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let exogenous: Set<String>
    var supply: [String: Double] = [:]
    var supplyByGroup: KeyValuePairs<String, Double> = [:]
    var own = PlainEconomy.OwnProduce.unmet
    var elasticities: [(household: String, account: String, value: Double)] = []

    func plain(_ sam: SocialAccountingMatrix) -> PlainEconomy {
      PlainEconomy(
        sam, exogenous: exogenous, supply: supply, own: own, elasticities: elasticities)
    }

    func model(_ sam: SocialAccountingMatrix) throws -> MultiplierModel {
      let ownConsumption: OwnConsumption =
        switch own {
        case .unmet: .unmet
        case .market: .market
        case .household: .household
        case .off: .off
        }
      let spending: ModelSettings.Spending =
        elasticities.isEmpty
        ? .average
        : .marginal(
          try IncomeElasticities(
            elasticities.map {
              .init(household: $0.household, account: $0.account, elasticity: $0.value)
            }))
      return try MultiplierModel(
        sam, closure: Closure(parsing: exogenous.sorted().joined(separator: ",")),
        supply: try SupplyResponse(supplyByGroup), ownConsumption: ownConsumption,
        spending: spending)
    }
  }

  private static let short: KeyValuePairs<String, Double> = [
    "agriculture": 0.3, "a3": 0.8, "a1": 0, "services": 0.6,
  ]
  private static let shortByCode = ["a0": 0.3, "a3": 0.8, "a1": 0, "a2": 0.6]
  /// A second household and the schemes change sides; government, too, in the second.
  private static let odd = RandomSAM.exogenous.union(["hhd-r1", "hhd-u4"]).subtracting(["sp"])
  private static let upper: Set<String> = ["row", "s-i", "dstk", "mtax", "ent"]

  /// Accounts of every kind that money is paid into.
  private static let receivers: Set<String> = [
    "a0", "a2", "c1", "trc", "lab-n", "ent", "hhd-r1", "hhd-u2", "npi", "gov", "sp",
  ]

  static let cases: [Case] =
    PlainEconomy.OwnProduce.allCases.flatMap { own in
      [
        Case(
          testDescription: "standard, \(own)", exogenous: RandomSAM.exogenous, own: own),
        Case(
          testDescription: "short supply, \(own)", exogenous: RandomSAM.exogenous,
          supply: shortByCode, supplyByGroup: short, own: own),
        Case(
          testDescription: "households outside, \(own)", exogenous: odd, supply: shortByCode,
          supplyByGroup: short, own: own),
        Case(
          testDescription: "government inside, \(own)", exogenous: upper, supply: shortByCode,
          supplyByGroup: short, own: own),
      ]
    }

  @Test(arguments: cases, [1, 2] as [UInt64])
  func `receipts, leakages and measures are those of money that is spent`(
    _ choice: Case, _ seed: UInt64
  ) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let model = try choice.model(sam)
    let plain = choice.plain(sam)
    let measures = try Measure.allCases.map { try model.multipliers(on: $0) }
    for (j, account) in model.endogenous.enumerated() where Self.receivers.contains(account.code) {
      let outcome = plain.paying([(account.code, 1)])
      let response = try model.response(to: Injection(into: account.code))
      let receipts = model.endogenous.map { outcome.receipts(of: $0.code) }
      #expect(largestDifference(response.changes, receipts) < 1e-10, "\(account.code)")
      for leakage in response.leakages {
        let expected =
          leakage.account == Response.Leakage.supply
          ? outcome.unmet : outcome.leaked(into: leakage.account)
        #expect(abs(leakage.amount - expected) < 1e-10, "\(account.code) to \(leakage.account)")
      }
      for (measure, multipliers) in zip(Measure.allCases, measures) {
        let expected: Double =
          switch measure {
          case .output: outcome.output
          case .gdpFactorCost: outcome.gdpFactorCost
          case .gdpMarketPrices: outcome.gdpMarketPrices
          case .income: outcome.income
          }
        #expect(abs((response.measures?[measure] ?? .nan) - expected) < 1e-10)
        #expect(abs(multipliers[j] - expected) < 1e-10, "\(measure.rawValue) of \(account.code)")
      }
    }
  }

  @Test(arguments: PlainEconomy.OwnProduce.allCases, [1, 2] as [UInt64])
  func `spending at the margin is that of money that is spent so`(
    _ own: PlainEconomy.OwnProduce, _ seed: UInt64
  ) throws {
    let sam = try RandomSAM.complete(seed: seed)
    func share(_ row: String, _ column: String) throws -> Double {
      try sam[row, column] / sam.payments[try sam.index(of: column)]
    }
    // More of one good, less of another and of saving, with a gap of a thousandth left to taxes.
    var elasticities: [(household: String, account: String, value: Double)] = []
    for (h, household) in ["hhd-r1", "hhd-u2"].enumerated() {
      let more = 0.4 * (try share("c1", household))
      let less = (more - 0.001) / (try share("s-i", household) + share("a0", household))
      elasticities += [
        (household, "c1", 1.4), (household, "s-i", 1 - less), (household, "a0", 1 - less),
      ]
      if h == 1 { elasticities.append((household, "dtax", 1)) }
    }
    let choice = Case(
      testDescription: "at the margin", exogenous: RandomSAM.exogenous, supply: Self.shortByCode,
      supplyByGroup: Self.short, own: own, elasticities: elasticities)
    let model = try choice.model(sam)
    let plain = choice.plain(sam)
    for account in model.endogenous where Self.receivers.contains(account.code) {
      let outcome = plain.paying([(account.code, 1)])
      let response = try model.response(to: Injection(into: account.code))
      #expect(abs((response.measures?[.output] ?? .nan) - outcome.output) < 1e-10)
      #expect(abs((response.measures?[.gdpMarketPrices] ?? .nan) - outcome.gdpMarketPrices) < 1e-10)
      for code in ["dtax", "stax", "gov", "s-i", "row"] {
        #expect(
          abs(
            (response.leakages.first { $0.account == code }?.amount ?? .nan)
              - outcome.leaked(into: code)) < 1e-10)
      }
    }
  }

  @Test(arguments: [(0.0099, true), (-0.0099, true), (0.0101, false), (-0.0101, false)])
  func `marginal shares may miss one by a hundredth and no more`(
    _ gap: Double, _ isRounding: Bool
  ) throws {
    let sam = try RandomSAM.complete(seed: 1)
    let i = try sam.index(of: "hhd-r1")
    let share = try sam["c1", "hhd-r1"] / sam.payments[i]
    let choice = Case(
      testDescription: "a gap", exogenous: RandomSAM.exogenous,
      elasticities: [("hhd-r1", "c1", 1 - gap / share)])
    if isRounding {
      #expect(throws: Never.self) { try choice.model(sam) }
    } else {
      #expect {
        try choice.model(sam)
      } throws: {
        "\($0)".contains("marginal shares of 'hhd-r1' add to")
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `closures count taxes, saving, and imports of all production`(_ seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let result = try MultiplierModel(sam).result(of: Injection(into: "c1"), under: .asGiven)
    let outcome = PlainEconomy(sam, exogenous: RandomSAM.exogenous).paying([("c1", 1)])
    #expect(abs(result.imports - outcome.allImports) < 1e-10)
    #expect(abs(result.taxes - outcome.taxes) < 1e-10)
    #expect(abs(result.saving - outcome.saving) < 1e-10)
    // Activities buy imports themselves, so that the two counts differ.
    #expect(outcome.allImports > outcome.imports + 0.01)
  }
}

/// Which systems with negative payments have multipliers.
struct NegativePaymentTests {
  /// Two accounts that pay each other `there` and `back` of each unit, and the rest outside.
  private func model(there: Double, back: Double) throws -> MultiplierModel {
    // Receipts from outside close the balance of 100 for each account.
    let flows: [[Double]] = [
      [0, 100 * back, 100 - 100 * back], [100 * there, 0, 100 - 100 * there],
      [100 - 100 * there, 100 - 100 * back, 0],
    ]
    return try MultiplierModel(
      smallMatrix(["a", "b", "x"], flows), closure: Closure(parsing: "x"))
  }

  /// The eigenvalues are the roots of there times back: their size decides, signs or not.
  @Test(arguments: [
    (0.5, -0.5), (0.9, -0.9), (1.2, -0.8), (-0.9, -0.9), (2.0, -0.49), (0.1, -9.9), (0.99, -1),
  ])
  func `rounds that die out have a sum`(_ there: Double, _ back: Double) throws {
    let model = try model(there: there, back: back)
    #expect(abs((model.spectralRadius ?? .nan) - abs(there * back).squareRoot()) < 1e-12)
    let response = try model.response(to: Injection(into: "a"))
    #expect(abs(response.changes[0] - 1 / (1 - there * back)) < 1e-12)
    #expect(abs(response.changes[1] - there / (1 - there * back)) < 1e-12)
  }

  /// With 0.3 of each unit kept inside, the eigenvalues are 0.3 ± 0.8 i, of size 0.854; those of the
  /// absolute values are 1.1 and -0.5.
  @Test func `rounds that die out by their signs alone have a sum`() throws {
    let flows: [[Double]] = [[30, -80, 150], [80, 30, -10], [-10, 150, 0]]
    let model = try MultiplierModel(
      smallMatrix(["a", "b", "x"], flows), closure: Closure(parsing: "x"))
    #expect(abs((model.spectralRadius ?? .nan) - 0.73.squareRoot()) < 1e-12)
    let response = try model.response(to: Injection(into: "a"))
    #expect(largestDifference(response.changes, [0.7 / 1.13, 0.8 / 1.13]) < 1e-12)
  }

  @Test(arguments: [
    (1.5, -1.5), (1.0, -1.01), (0.1, -10.1), (-2.0, -0.6), (-1.5, -1.5), (1.9, -0.55),
  ])
  func `rounds that grow are refused, although the system has a solution`(
    _ there: Double, _ back: Double
  ) throws {
    #expect {
      try model(there: there, back: back)
    } throws: { error in
      guard case MultiplierModel.Failure.notProductive(let radius, _) = error else { return false }
      return abs(radius - abs(there * back).squareRoot()) < 1e-12
    }
  }
}
