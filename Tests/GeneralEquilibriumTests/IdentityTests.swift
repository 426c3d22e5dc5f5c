import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// Identities that hold in every matrix and regime.
struct IdentityTests {
  private static let regimes = Regime.standard

  @Test func `random matrices reproduce their base in every regime`() throws {
    for seed in UInt64(1)...6 {
      let sam = try RandomSAM.balanced(seed: seed)
      for regime in Self.regimes {
        let solution = try EquilibriumModel(sam, regime: regime).solution(of: Experiment())
        #expect(solution.residual <= 1e-11)
        for indicator in Indicator.allCases {
          guard let change = solution.change(of: indicator) else { continue }
          #expect(abs(change) <= 1e-9, "\(seed) \(regime.name) \(indicator.rawValue) \(change)")
        }
      }
    }
  }

  /// Doubling the price that is one doubles every value, and moves no quantity: tested by the
  /// exchange rate, which is then free, under two numeraires.
  @Test func `quantities do not depend on the numeraire`() throws {
    for seed in UInt64(1)...4 {
      let sam = try RandomSAM.balanced(seed: seed)
      let experiment = Experiment(changes: [.init(.tariff, of: "c0", percent: 50)])
      var volumes: [[Double]] = []
      var ratios: [Double] = []
      for numeraire in [Regime.Numeraire.consumerPrices, .exchangeRate, .domesticPrices] {
        var regime = Regime.shortRun
        regime.numeraire = numeraire
        let solution = try EquilibriumModel(sam, regime: regime).solution(of: experiment)
        volumes.append(
          try sam.accounts.compactMap { try solution.quantity(of: $0.code) }
            + [#require(solution.change(of: .equivalentVariation))])
        let price: Double = try #require(try solution.price(of: "a0"))
        ratios.append(price / (1 + (solution.change(of: .consumerPrices) ?? 0) / 100))
      }
      for other in 1..<3 {
        #expect(largestDifference(volumes[0], volumes[other]) <= 1e-8 * 1000, "\(seed)")
        #expect(abs(ratios[0] - ratios[other]) <= 1e-11)
      }
    }
  }

  @Test func `the order of accounts does not matter`() throws {
    let sam = try RandomSAM.balanced(seed: 3)
    let order = sam.accounts.indices.reversed().map { $0 }
    let turned = try SocialAccountingMatrix(
      accounts: order.map { sam.accounts[$0] },
      flows: order.map { i in order.map { sam[i, $0] } }, unit: sam.unit, title: "Turned")
    for regime in Self.regimes {
      let experiment = Experiment(Injection(2, into: "hhd-r1"), grant: 1)
      let one = try EquilibriumModel(sam, regime: regime).solution(of: experiment)
      let other = try EquilibriumModel(turned, regime: regime).solution(of: experiment)
      for indicator in Indicator.allCases {
        let (a, b) = (one.change(of: indicator) ?? 0, other.change(of: indicator) ?? 0)
        #expect(abs(a - b) <= 1e-9, "\(regime.name) \(indicator.rawValue)")
      }
    }
  }

  @Test func `the adjoint is the slope of the solution`() throws {
    for seed in UInt64(1)...3 {
      let sam = try RandomSAM.balanced(seed: seed)
      for regime in Self.regimes {
        let model = try EquilibriumModel(sam, regime: regime)
        let effects = model.marginalEffects()
        for receiver in ["hhd-r1", "c1", "a2", "lab-s", "ent", "trc", "row"] {
          let h = 1e-4 * model.baseGDP
          let up = try model.solution(of: Experiment(Injection(h, into: receiver), grant: h))
          let down = try model.solution(of: Experiment(Injection(-h, into: receiver), grant: -h))
          let slope = try effects.response(
            to: Experiment(Injection(1, into: receiver), grant: 1))
          for indicator in Indicator.allCases {
            guard let a = up.change(of: indicator), let b = down.change(of: indicator),
              let c = slope.change(of: indicator)
            else { continue }
            #expect(
              abs((a - b) / (2 * h) - c) <= 2e-5,
              "\(seed) \(regime.name) \(receiver) \(indicator.rawValue) \((a - b) / (2 * h)) \(c)")
          }
        }
      }
    }
  }

  @Test func `with everything employed real GDP moves only by the use of factors`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try EquilibriumModel(
      sam, regime: .fullEmployment, elasticities: try Country.rwanda.elasticities())
    let effects = model.marginalEffects(of: [.realGDPFactorCost])
    for account in ["hhd-r1", "ceduc", "ccons", "cheal"] {
      let response = try effects.response(to: Experiment(Injection(1, into: account), grant: 1))
      let change: Double = try #require(response.perUnit(.realGDPFactorCost))
      #expect(abs(change) < 0.02, "\(account) \(change)")
    }
  }

  @Test func `a more elastic supply of skills comes nearer to idle skills`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    var last = -Double.infinity
    for elasticity in [0, 0.5, 2, 10, 100, Double.infinity] {
      var regime = Regime.shortRun
      regime.factors.append(.init("skilled", .mobile, supplyElasticity: elasticity))
      let response = try EquilibriumModel(
        sam, regime: regime, elasticities: try Country.rwanda.elasticities()
      ).response(to: Injection(1, into: "ceduc"))
      let change: Double = try #require(response.perUnit(.realGDPFactorCost))
      #expect(change > last, "\(elasticity) \(change)")
      last = change
    }
  }

  @Test func `taxes that pay for a programme keep the saving of government`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    for government in [Regime.Government.directTax, .indirectTax] {
      var regime = Regime.shortRun
      regime.government = government
      let model = try EquilibriumModel(sam, regime: regime)
      let solution = try model.solution(of: Experiment(Injection(100, into: "hhd-r1")))
      #expect(abs(try #require(solution.change(of: .governmentSaving))) < 1e-7)
      #expect(try #require(solution.change(of: .taxReturn)) > 80)
    }
  }
}
