import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// Issue 16, 4: conditions by rule, and which scarcity decides.
struct ScarcityConditionTests {
  private let comparison: Comparison

  init() throws {
    comparison = try Comparison(
      of: try Country.rwanda.programmes(for: try Country.rwanda.sam()),
      in: MultiplierModel(try Country.rwanda.sam()))
  }

  @Test func `every group is limited in turn, alone and in pairs`() throws {
    let all = Scarcity.all(for: comparison.model).map(\.scarcity)
    let groups = ["agriculture", "industry", "services"]
    for group in groups {
      for share in [0.5, 0] { #expect(all.contains(.groups([.init(group, share)]))) }
      for other in groups where other > group {
        for shares in [(0.5, 0.5), (0, 0.5), (0.5, 0)] {
          #expect(all.contains(.groups([.init(group, shares.0), .init(other, shares.1)])))
        }
      }
    }
    #expect(all.contains(.skills) && all.contains(.all(0.5)))
    #expect(
      all.contains {
        if case .investment(let name) = $0 { name.contains("onstruction") } else { false }
      })
    // The last rule stands for the same supply nowhere else.
    #expect(Set(Scarcity.all(for: comparison.model).map(\.supply)).count == all.count)
  }

  @Test func `the averages under a supply are those of the comparison repeated under it`() throws {
    for (scarcity, supply) in Scarcity.all(for: comparison.model).prefix(9) {
      let again = try Comparison(
        of: comparison.rows.map(\.programme),
        in: comparison.model.with { $0.supply = supply })
      let gdp = try #require(try comparison.averageGDP(under: supply))
      let protection = try #require(again.average(of: .socialProtection, .gdpFactorCost))
      let others = try #require(again.average(of: .otherPublicSpending, .gdpFactorCost))
      #expect(abs(gdp.protection - protection) < 1e-10, "\(scarcity)")
      #expect(abs(gdp.others - others) < 1e-10, "\(scarcity)")
    }
  }

  @Test func `the ends of the curve are the columns free and fixed, and it turns where they say`()
    throws
  {
    let average = try #require(comparison.average(of: .socialProtection))
    let curve = try comparison.averageGDP(varying: ["agriculture"], over: [0, 1])
    #expect(
      abs(curve[0].gdp.protection - (average.values[.gdpFactorCostFixedAgriculture] ?? .nan))
        < 1e-10)
    #expect(abs(curve[1].gdp.protection - (average.values[.gdpFactorCost] ?? .nan)) < 1e-10)
    let signs = try comparison.averageGDP(varying: ["agriculture"], over: [0, 0.25, 0.5, 0.75, 1])
      .map { $0.gdp.difference > 0 }
    #expect((average.turning == .never) == !signs.contains(true))
  }

  /// A cash franc is spent on food and a service on skills: on Rwanda's matrix what is scarce decides.
  @Test func `food and skilled services pull the order to different sides`() throws {
    let contrasts = try Comparison.Condition.standard(for: comparison)
      .compactMap { $0.contrast(on: .gdpFactorCost) }
    let deciding = try #require(DecidingScarcity(contrasts))
    #expect(deciding.decides)
    #expect(deciding.others.contains("agriculture") && deciding.protection.contains("services"))
    // "Limited in a group alone, one adds more" holds at every share, or is not said: with industry
    // fixed the two cannot be told apart.
    for (groups, order) in [
      (deciding.others, Comparison.Contrast.Order.othersMore),
      (deciding.protection, .protectionMore),
    ] {
      for contrast in contrasts {
        guard let group = contrast.condition.onlyLimitedGroup, groups.contains(group) else {
          continue
        }
        #expect(contrast.order == order, "\(group)")
      }
    }
    #expect(deciding.neither == ["industry"])
    for contrast in contrasts {
      if case .scarce(.skills) = contrast.condition.change {
        #expect(contrast.order == .protectionMore)
      }
    }
  }

  @Test func `a matrix without groups or skilled labour has fewer scarcities, and no error`() throws
  {
    let sam = try Published.hosoe()
    let model = try MultiplierModel(sam)
    let all = Scarcity.all(for: model).map(\.scarcity)
    #expect(all.allSatisfy { if case .investment = $0 { true } else { false } })
  }

  /// Issue 16, 14: "turns nothing" and "decides it" are read off the order without limits too.
  @Test func `a scarcity that turns every order is not said to turn nothing`() throws {
    let conditions = try Comparison.Condition.standard(for: comparison)
    let single = conditions.filter { $0.onlyLimitedGroup != nil }
    func contrast(
      _ condition: Comparison.Condition, _ difference: Double
    ) -> Comparison.Contrast {
      Comparison.Contrast(condition: condition, protection: 1 + difference, others: 1)
    }
    for base in [-0.5, 0, 0.5] {
      for limited in [-0.5, 0, 0.5] {
        let deciding = try #require(
          DecidingScarcity(
            [contrast(conditions[0], base)] + single.map { contrast($0, limited) }))
        #expect(deciding.turnsNothing == (base == limited && base != 0))
        #expect(deciding.decides == (base * limited < 0))
      }
    }
  }
}
