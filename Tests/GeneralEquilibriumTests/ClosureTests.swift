import Foundation
import SAMFixtures
import SocialAccounting
import Testing

/// Every closure and structure that the textbook model offers solves, balances, and does what it says.
struct ClosureTests {
  private static func regime(_ change: (inout Regime) -> Void) -> Regime {
    var regime = Regime.shortRun
    change(&regime)
    return regime
  }

  private static let shock = Experiment(
    Injection([("hhd-r1", 2), ("c1", 1)]), grant: 1,
    changes: [
      .init(.importPrice, of: "c2", percent: 5), .init(.productivity, of: "a1", percent: 3),
    ])

  private static func solution(
    _ regime: Regime, elasticities: Elasticities = .standard, seed: UInt64 = 11
  ) throws -> EquilibriumSolution {
    let model = try EquilibriumModel(
      try RandomSAM.balanced(seed: seed), regime: regime, elasticities: elasticities)
    #expect(try model.solution(of: Experiment()).residual <= 1e-11)
    // A solution whose accounts do not balance, or whose GDP differs three ways, is refused.
    let solution = try model.solution(of: shock)
    #expect(solution.residual <= 1e-10)
    return solution
  }

  @Test func `investment that is fixed is paid for by saving rates`() throws {
    let solution = try Self.solution(Self.regime { $0.investment = .investmentDriven })
    #expect(abs(try #require(solution.change(of: .investment))) < 1e-8)
    #expect(abs(try #require(solution.change(of: .foreignSaving))) < 1e-8)
    #expect(abs(try #require(solution.change(of: .savingLeakage))) > 1e-3)
  }

  @Test func `with the exchange rate and investment fixed the world pays`() throws {
    let solution = try Self.solution(
      Self.regime {
        $0.foreign = .rateFixed
        $0.investment = .fixedVolume
        $0.numeraire = .exchangeRate
      })
    #expect(abs(try #require(solution.change(of: .exchangeRate))) < 1e-10)
    #expect(abs(try #require(solution.change(of: .investment))) < 1e-8)
    #expect(abs(try #require(solution.change(of: .foreignSaving))) > 1e-3)
  }

  @Test func `shares of value hold for government and investment`() throws {
    let solution = try Self.solution(
      Self.regime {
        $0.government = .valueShares
        $0.investment = .valueShares
        $0.numeraire = .domesticPrices
      })
    let base = try solution.model.solution(of: Experiment())
    // What the experiment itself buys of c1 is beside the shares.
    for payer in ["gov", "s-i"] {
      let ratio = try solution.sam["c2", payer] / solution.sam["c3", payer]
      let before = try base.sam["c2", payer] / base.sam["c3", payer]
      #expect(abs(ratio / before - 1) < 1e-10, "\(payer)")
    }
  }

  @Test func `world demand of some elasticity moves world prices`() throws {
    for transformation in [2, Double.infinity] {
      let table = Elasticities.standard.overridden(by: [
        .init(.exportDemand, .all, 3), .init(.transformation, .all, transformation),
      ])
      let solution = try Self.solution(Self.regime { _ in }, elasticities: table)
      #expect(abs(try #require(solution.change(of: .exports))) > 1e-4)
    }
    // Without any, exports keep their volume.
    let fixed = Elasticities.standard.overridden(by: [.init(.exportDemand, .all, 0)])
    let solution = try Self.solution(Self.regime { _ in }, elasticities: fixed)
    let base = try solution.model.solution(of: Experiment())
    for commodity in ["c0", "c1", "c2"] {
      let (a, b) = try (
        solution.exportVolume(of: commodity), base.exportVolume(of: commodity)
      )
      #expect(abs(try #require(a) - #require(b)) < 1e-9)
    }
  }

  @Test func `nearly infinite demand of the world is a world that sets the price`() throws {
    func exports(_ demand: Double) throws -> Double {
      let table = Elasticities.standard.overridden(by: [
        .init(.exportDemand, .all, demand), .init(.transformation, .all, 2),
      ])
      return try #require(
        Self.solution(Self.regime { _ in }, elasticities: table).change(of: .exports))
    }
    let (near, nearer, there) = try (exports(1e4), exports(1e9), exports(.infinity))
    #expect(abs(nearer - there) < 1e-6 * abs(there))
    #expect(abs(nearer - there) < abs(near - there))
  }

  @Test(arguments: [-6, -5, -4, -3])
  func `an elasticity of substitution near one gives what one gives`(power: Int) throws {
    func imports(_ sigma: Double) throws -> Double {
      let table = Elasticities.standard.overridden(by: [
        .init(.armington, .all, sigma), .init(.factors, .all, sigma),
      ])
      return try #require(
        Self.solution(Self.regime { _ in }, elasticities: table).change(of: .imports))
    }
    let distance = pow(10, Double(power))
    let one = try imports(1)
    for sigma in [1 - distance, 1 + distance] {
      #expect(try abs(imports(sigma) - one) < 10 * distance * abs(one))
    }
  }

  @Test func `the volume of exports falls with their price by the elasticity`() throws {
    for elasticity in [0.4, 3] {
      let table = Elasticities.standard.overridden(by: [
        .init(.exportDemand, .all, elasticity), .init(.transformation, .all, 2),
      ])
      let solution = try Self.solution(Self.regime { _ in }, elasticities: table)
      let base = try solution.model.solution(of: Experiment())
      for commodity in ["c0", "c1", "c2"] {
        let volume = try #require(try solution.exportVolume(of: commodity))
        let before = try #require(try base.exportVolume(of: commodity))
        let price = try #require(try solution.exportPrice(of: commodity))
        #expect(abs(volume / before * pow(price, elasticity) - 1) < 1e-9, "\(commodity)")
      }
    }
  }

  @Test func `inputs that substitute, elastic factors and benefits in money solve`() throws {
    let table = Elasticities.standard.overridden(by: [
      .init(.intermediates, .all, 0.5), .init(.frisch, .all, -2),
      .init(.income, "c0", 0.5), .init(.activities, .all, 1),
    ])
    _ = try Self.solution(
      Self.regime {
        $0.factors.append(.init("@capital", .specific, supplyElasticity: 1.5))
        $0.factors.append(
          .init("unskilled", .mobile, supplyElasticity: .infinity, reward: .nominal))
        $0.factors.append(
          .init("cap", in: "a1", .mobile, supplyElasticity: 1))
        $0.variant.nominalBenefits = true
        $0.numeraire = .exchangeRate
      }, elasticities: table)
    _ = try Self.solution(
      Self.regime {
        $0.exports = .composite
        $0.numeraire = .reward("lab-s")
        $0.factors = [.init(.all, .mobile, supplyElasticity: 0)]
      })
  }

  @Test func `a grant raises absorption by about its value`() throws {
    let model = try EquilibriumModel(
      try RandomSAM.balanced(seed: 12), regime: .fullEmployment)
    let solution = try model.solution(of: Experiment(Injection(1, into: "hhd-r1"), grant: 1))
    let base = try model.solution(of: Experiment())
    let (after, before) = (
      try solution.sam.grossDomesticProduct(), try base.sam.grossDomesticProduct()
    )
    func deficit(_ gdp: GrossDomesticProduct) -> Double { gdp.imports - gdp.exports }
    #expect(abs(deficit(after) - deficit(before) - 1) < 0.3)
    #expect(try #require(solution.change(of: .exchangeRate)) < 0)
  }
}
