import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// Changes of a matrix, a unit or an anchor that must change nothing, and limits that are known.
struct InvarianceTests {
  @Test func `values follow the unit of the matrix, and effects per franc do not`() throws {
    let sam = try RandomSAM.balanced(seed: 5)
    let thousand = try sam.scaled(by: 1000)
    for regime in Regime.standard {
      let one = try EquilibriumModel(sam, regime: regime).marginalEffects()
      let other = try EquilibriumModel(thousand, regime: regime).marginalEffects()
      let experiment = Experiment(Injection(1, into: "c1"), grant: 1)
      let (a, b) = (try one.response(to: experiment), try other.response(to: experiment))
      for indicator in Indicator.allCases where indicator.isAmount {
        let (x, y) = (a.perUnit(indicator) ?? 0, b.perUnit(indicator) ?? 0)
        #expect(abs(x - y) < 1e-9, "\(regime.name) \(indicator.rawValue) \(x) \(y)")
      }
    }
  }

  /// A household and an activity in two identical halves.
  @Test func `halves do what the whole does`() throws {
    let sam = try RandomSAM.balanced(seed: 6)
    for (code, kind) in [("hhd-r2", Account.Kind.household), ("a1", .activity), ("cap", .capital)] {
      let k = try sam.index(of: code)
      var accounts = sam.accounts
      var twin = accounts[k]
      twin.code = "\(code)-twin"
      accounts.append(twin)
      var flows = sam.accounts.indices.map { i in
        sam.accounts.indices.map { j in sam[i, j] / (i == k || j == k ? (i == j ? 4 : 2) : 1) }
          + [0]
      }
      flows.append([Double](repeating: 0, count: accounts.count))
      let last = accounts.count - 1
      for m in sam.accounts.indices where m != k {
        flows[last][m] = flows[k][m]
        flows[m][last] = flows[m][k]
      }
      let split = try SocialAccountingMatrix(
        accounts: accounts, flows: flows, unit: sam.unit, title: "Split")
      #expect(accounts[last].kind == kind)
      for regime in Regime.standard {
        // What is paid to one half of a household is not what is paid to both.
        let experiment = Experiment(Injection(3, into: "c2"), grant: 3)
        let whole = try EquilibriumModel(sam, regime: regime).solution(of: experiment)
        let halves = try EquilibriumModel(split, regime: regime).solution(of: experiment)
        for indicator in Indicator.allCases {
          let (a, b) = (whole.change(of: indicator) ?? 0, halves.change(of: indicator) ?? 0)
          #expect(abs(a - b) < 1e-8, "\(code) \(regime.name) \(indicator.rawValue) \(a) \(b)")
        }
      }
    }
  }

  @Test func `with prices fixed the money transferred is its equivalent variation`() throws {
    // The farm's poor save and pay no tax on the margin that is tested: what is left is consumed.
    let model = try EquilibriumModel(try Published.twoSector(), regime: .limit)
    let solution = try model.solution(of: Experiment(Injection(1, into: "hoh")))
    let income: Double = try #require(solution.change(of: .income))
    let welfare: Double = try #require(solution.change(of: .equivalentVariation))
    #expect(abs(welfare - income * 50 / 90) < 1e-11)
    #expect(abs(try #require(solution.change(of: .realConsumption)) - welfare) < 1e-11)
  }

  @Test func `a sum of programmes is the sum of their effects to first order`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try EquilibriumModel(
      sam, regime: .shortRun, elasticities: try Country.rwanda.elasticities())
    var defects: [Double] = []
    for size in [1e-4, 1e-3, 1e-2] {
      let amount = size * model.baseGDP
      func change(_ amounts: [(account: String, value: Double)]) throws -> Double {
        try #require(
          model.solution(of: Experiment(Injection(amounts))).change(of: .realGDPFactorCost))
      }
      let both = try change([("ceduc", amount), ("hhd-r1", amount)])
      let apart = try change([("ceduc", amount)]) + change([("hhd-r1", amount)])
      defects.append(abs(both - apart) / amount)
    }
    // Ten times the size has ten times the defect per franc.
    #expect(
      abs(defects[1] / defects[0] - 10) < 1 && abs(defects[2] / defects[1] - 10) < 2, "\(defects)")
  }

  @Test func `income elasticities in the limit are those of spending at the margin`() throws {
    let sam = try RandomSAM.balanced(seed: 7)
    let goods = sam.accounts.filter { $0.kind == .commodity || $0.kind == .activity }.map(\.code)
    func elasticity(_ good: String) -> Double {
      good == "c0" || good == "a0" ? 0.6 : good == "c3" ? 1.4 : 1
    }
    var entries: [IncomeElasticities.Entry] = []
    for household in sam.accounts where household.kind == .household {
      let bought = try goods.filter { try sam[$0, household.code] != 0 }
      let spent = try bought.reduce(0) { try $0 + sam[$1, household.code] }
      let mean = try bought.reduce(0) { try $0 + sam[$1, household.code] * elasticity($1) } / spent
      entries += bought.map {
        .init(household: household.code, account: $0, elasticity: elasticity($0) / mean)
      }
    }
    let multipliers = try MultiplierModel(
      sam, ModelSettings(spending: .marginal(try IncomeElasticities(entries))))
    let table = Elasticities.standard.overridden(by: [
      .init(.income, "c0", 0.6), .init(.income, "a0", 0.6),
      .init(.income, "c3", 1.4),
    ])
    let effects = try EquilibriumModel(sam, regime: .limit, elasticities: table).marginalEffects()
    for account in multipliers.endogenous {
      let injection = Injection(1, into: account.code)
      let found = try effects.response(to: Experiment(injection))
      let expected = try multipliers.response(to: injection)
      for (indicator, measure) in [
        (Indicator.gdpFactorCost, Measure.gdpFactorCost), (.income, .income), (.output, .output),
      ] {
        let value: Double = try #require(found.perUnit(indicator))
        #expect(abs(value - (expected.measures?[measure] ?? .nan)) < 1e-10, "\(account.code)")
      }
    }
  }

  @Test func `a fixed agriculture beside perfect imports is a response share of zero`() throws {
    // Milk has one producer and is imported, so that the world meets what the producer does not.
    let sam = try Published.twoSector()
    let injection = Injection(1, into: "hoh")
    let farms = try SupplyResponse(["agriculture": 0])
    let share = try MultiplierModel(sam, supply: farms).response(to: injection)
    let expected: Double = try #require(share.measures?[.gdpFactorCost])
    var distances: [Double] = []
    for elasticity in [2.0, 20, 200, 2000, 20_000] {
      var regime = Regime.limit
      regime.factors.append(
        .init(.all, in: "agriculture", .specific, supplyElasticity: 0))
      regime.elasticities.append(.init(.armington, "agriculture", elasticity))
      let response = try EquilibriumModel(sam, regime: regime).response(to: injection)
      distances.append(abs(try #require(response.perUnit(.realGDPFactorCost)) - expected))
    }
    #expect(distances == distances.sorted(by: >) && distances[4] < 1e-4, "\(distances)")
  }

  @Test func `a cut of care is solved while it is smaller than the market`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try EquilibriumModel(
      sam, regime: .shortRun, elasticities: try Country.rwanda.elasticities())
    let half = try model.solution(of: Experiment(Injection(-0.01 * model.baseGDP, into: "cheal")))
    #expect(half.residual < 1e-10)
    do {
      _ = try model.solution(of: Experiment(Injection(-0.05 * model.baseGDP, into: "cheal")))
      Issue.record("a cut larger than the market was solved")
    } catch {
      #expect("\(error)".contains("'cheal'") && "\(error)".contains("feasible"), "\(error)")
    }
  }

  @Test func `ten per cent of GDP is solved, in a few steps`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    for regime in Regime.standard {
      let model = try EquilibriumModel(
        sam, regime: regime, elasticities: try Country.rwanda.elasticities())
      let amount = 0.1 * model.baseGDP
      for account in ["hhd-r1", "ccons"] {
        let solution = try model.solution(
          of: Experiment(Injection(amount, into: account), grant: amount))
        #expect(solution.residual < 1e-10 && solution.factorisations <= 15)
      }
    }
  }
}
