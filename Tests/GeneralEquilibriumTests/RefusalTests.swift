import SAMFixtures
import SocialAccounting
import Testing

/// What has no solution, or no meaning, is refused by name.
struct RefusalTests {
  private static func mobile(_ change: (inout Regime) -> Void = { _ in }) -> Regime {
    var regime = Regime.fullEmployment
    change(&regime)
    return regime
  }

  private static func words(
    _ regime: Regime = mobile(), elasticities: Elasticities = .standard,
    cells: [(row: String, column: String, by: Double)] = [], kinds: [String: Account.Kind] = [:],
    experiment: Experiment? = nil
  ) throws -> String {
    let sam = try Published.twoSector()
    var accounts = sam.accounts
    var flows = accounts.indices.map { i in accounts.indices.map { sam[i, $0] } }
    for cell in cells {
      flows[try sam.index(of: cell.row)][try sam.index(of: cell.column)] += cell.by
    }
    for (code, kind) in kinds { accounts[try sam.index(of: code)].kind = kind }
    let changed = try SocialAccountingMatrix(
      accounts: accounts, flows: flows, unit: .unstated, title: "Changed")
    do {
      let model = try EquilibriumModel(changed, regime: regime, elasticities: elasticities)
      if let experiment { _ = try model.solution(of: experiment) }
      return "accepted"
    } catch { return error.diagnostic.description }
  }

  @Test func `contradictions of a regime are refused with the reason`() throws {
    let cases: [(Regime, String)] = [
      (Self.mobile { $0.investment = .fixedVolume }, "all fixed"),
      (Self.mobile { $0.foreign = .rateFixed }, "neither is determined"),
      (
        Self.mobile {
          $0.foreign = .rateFixed; $0.investment = .fixedVolume
        }, "the only numeraire"
      ),
      (Self.mobile { $0.numeraire = .reward("gold") }, "'gold'"),
      (Self.mobile { $0.factors = [] }, "says nothing about the factor"),
      (
        Self.mobile {
          $0.factors.append(
            .init("labour", .mobile, supplyElasticity: 0))
        }, "'labour'"
      ),
      (
        Self.mobile {
          $0.factors.append(
            .init(.all, in: "a-brd", .mobile, supplyElasticity: 1))
        }, "different elasticities of supply"
      ),
      (
        Self.mobile { $0.factors.append(.init(.all, .mobile, supplyElasticity: -1)) }, "below zero"
      ),
      (Self.mobile { $0.government = .indirectTax }, "no commodity pays any"),
      (
        Self.mobile {
          $0.exports = .composite
          $0.elasticities = [.init(.transformation, .all, 3)]
        }, "has no place"
      ),
    ]
    for (regime, words) in cases {
      let found = try Self.words(regime)
      #expect(found.contains(words), "\(found)")
    }
  }

  @Test func `elasticities out of bounds are refused`() throws {
    let cases: [(Elasticities.Parameter, Double)] = [
      (.armington, 0), (.armington, .infinity), (.transformation, -1), (.factors, -0.5),
      (.exportDemand, -2), (.frisch, 0), (.income, .nan),
    ]
    for (parameter, value) in cases {
      let found = try Self.words(
        elasticities: Elasticities.standard.overridden(by: [.init(parameter, .all, value)]))
      #expect(found.contains(parameter.rawValue), "\(found)")
    }
    let both = try Self.words(
      elasticities: Elasticities.standard.overridden(by: [.init(.transformation, .all, .infinity)]))
    #expect(both.contains("c-brd"), "\(both)")
    // Fixed proportions, and elasticities of one, are no special cases to the user.
    for value in [0.0, 1.0] {
      let found = try Self.words(
        elasticities: Elasticities.standard.overridden(by: [.init(.factors, .all, value)]),
        experiment: Experiment(Injection(1, into: "hoh"), grant: 1))
      #expect(found == "accepted", "\(found)")
    }
  }

  @Test func `a closure without anybody to adjust is refused`() throws {
    let untaxed = try Self.words(
      Self.mobile { $0.government = .directTax },
      cells: [
        ("dtax", "hoh", -23), ("gov", "dtax", -23), ("gov", "hoh", 23),
      ], kinds: ["dtax": .directTax])
    #expect(untaxed.contains("no institution pays any"), "\(untaxed)")
    let spent = try Self.words(
      Self.mobile { $0.investment = .investmentDriven },
      cells: [("s-i", "hoh", -17), ("gov", "hoh", 17), ("s-i", "gov", 17)])
    #expect(spent.contains("saves anything"), "\(spent)")
  }

  @Test func `cells without an equation are refused by name`() throws {
    let negative = try Self.words(cells: [
      ("a-brd", "c-mlk", -1), ("a-brd", "c-brd", 1), ("a-mlk", "c-mlk", 1), ("a-mlk", "c-brd", -1),
    ])
    #expect(negative.contains("row 'a-mlk', column 'c-brd'"), "\(negative)")
    let direct = try Self.words(cells: [
      ("hoh", "a-brd", 1), ("lab", "a-brd", -1), ("hoh", "lab", -1),
    ])
    #expect(direct.contains("no equation"), "\(direct)")
    let unbalanced = try Self.words(cells: [("hoh", "lab", 3)])
    #expect(unbalanced.contains("hoh"), "\(unbalanced)")
    let two = try Self.words(kinds: ["dtax": .government])
    #expect(two.contains("2 accounts of the kind government"), "\(two)")
    let none = try Self.words(kinds: ["row": .other])
    #expect(none.contains("no account of the kind rest-of-world"), "\(none)")
  }

  @Test func `a shock without effect, or too large, is refused`() throws {
    let idle = Self.mobile {
      $0.factors = [.init(.all, .mobile, supplyElasticity: .infinity)]
    }
    let cases: [(Regime, Experiment, String)] = [
      (idle, Experiment(changes: [.init(.supply, of: "lab", percent: 5)]), "idle"),
      (.limit, Experiment(changes: [.init(.exportPrice, of: "c-brd", percent: 5)]), "exported"),
      (.limit, Experiment(changes: [.init(.foreignSaving, percent: 5)]), "foreign saving adjusts"),
      (
        Self.mobile(), Experiment(changes: [.init(.tariff, of: "hoh", percent: 5)]),
        "no import duty"
      ),
      (Self.mobile(), Experiment(Injection(1, into: "nobody")), "nobody"),
      (Self.mobile(), Experiment(Injection(-200, into: "c-brd")), "feasible up to about -84"),
      (Self.mobile(), Experiment(changes: [.init(.supply, of: "lab", percent: -100)]), "supply"),
      (Self.mobile(), Experiment(Injection(-90, into: "hoh")), "the income of 'hoh' below zero"),
    ]
    for (regime, experiment, words) in cases {
      let found = try Self.words(regime, experiment: experiment)
      #expect(found.contains(words), "\(found)")
    }
    // A cut that leaves nothing to the market's other buyers has no solution, and says how far it went.
    let cut = try Self.words(experiment: Experiment(Injection(-60, into: "hoh")))
    #expect(cut.contains("no solution") || cut == "accepted", "\(cut)")
  }
}
