import SAMFixtures
import SocialAccounting
import Testing

/// Contrasts, leaders and payments are what the comparisons behind them say.
struct ConditionTests {
  private let comparison: Comparison
  private let conditions: [Comparison.Condition]

  init() throws {
    // Programmes whose use is derived, so that sentences may name them.
    let programmes = try randomMatrixProgrammes().map { programme in
      try Programme(
        id: programme.id, name: programme.name, family: programme.family,
        shares: programme.shares.map { share in
          var derived = share
          derived.evidence = .derived
          return derived
        }, outlay: programme.outlay)
    }
    comparison = try Comparison(
      of: programmes, in: MultiplierModel(RandomSAM.balanced(seed: 5)))
    conditions = try Comparison.Condition.standard(for: comparison)
  }

  private func mean(_ comparison: Comparison, _ family: Programme.Family) -> Double {
    let rows = comparison.rows.filter {
      $0.programme.isRanked && $0.programme.family == family
    }
    let outlays = rows.map { $0.programme.outlay?.amount ?? 0 }
    return zip(rows, outlays).reduce(0) { $0 + $1.0.effect.gdpFactorCost * $1.1 }
      / outlays.reduce(0, +)
  }

  @Test func `a contrast is of the averages by outlay under its condition`() throws {
    #expect(conditions.count >= 3)
    for condition in conditions {
      let contrast = try #require(condition.contrast(on: .gdpFactorCost))
      let protection = mean(condition.comparison, .socialProtection)
      let others = mean(condition.comparison, .otherPublicSpending)
      #expect(abs(contrast.protection - protection) < 1e-12)
      #expect(abs(contrast.difference - (protection - others)) < 1e-12)
      let isApart = abs(protection - others) >= 0.05 * max(protection, others)
      #expect((contrast.order == .same) == !isApart)
    }
  }

  @Test func `a band that holds zero leaves no order, and zero against zero is none`() throws {
    let open = Comparison.Condition(.none, comparison, differenceBand: -9...9)
    #expect(try #require(open.contrast(on: .gdpFactorCost)).order == .same)
    let nothing = try #require(open.contrast(on: .gdpDirectWages))
    #expect(nothing.others == 0)
    let zero = Comparison.Contrast(
      condition: open, protection: 0, others: 0, band: nil)
    #expect(zero.order == .same)
  }

  @Test func `a leader leads by the margin under the conditions it is named with`() throws {
    let leadership = try #require(
      Comparison.Leadership(of: .otherPublicSpending, under: conditions))
    let named = leadership.leaders.reduce(0) { $0 + $1.conditions.count }
    #expect(named + leadership.open == conditions.count)
    for (programme, conditions) in leadership.leaders {
      for condition in conditions {
        let values = condition.comparison.ranked(of: .otherPublicSpending)
          .map { $0.effect.gdpFactorCost }.sorted(by: >)
        let own = try condition.comparison[programme.id].effect.gdpFactorCost
        #expect(own == values[0] && values[0] - values[1] >= 0.05 * values[0])
      }
    }
    #expect(Comparison.Leadership(of: .tax, under: conditions) == nil)
  }

  @Test func `net income by group adds to the average's net income`() throws {
    let paid = try Comparison(
      of: randomMatrixProgrammes(), in: comparison.model, financing: .directTax)
    let groups = try paid.netIncome(of: .socialProtection)
    let net = groups.reduce(0) { $0 + $1.net }
    #expect(abs(net - (paid.average(of: .socialProtection, .income) ?? .nan)) < 1e-9)
    let order = comparison.givesMore(.socialProtection, on: .gdpFactorCost, paidAs: paid)
    let gross = try #require(comparison.average(of: .socialProtection, .gdpFactorCost))
    let taken = try #require(paid.financingEffect).gdpFactorCost
    #expect((order == .more) == (Verdict.order(gross, taken) == true))
    #expect(comparison.waysToPay(cutting: "school").last == .programme("school"))
    #expect(comparison.waysToPay().last == .programme("roads"))
  }

  @Test func `a group gains or loses from half a thousandth of what is spent`() throws {
    let paid = try Comparison(
      of: randomMatrixProgrammes(), in: comparison.model, financing: .directTax)
    var found: Set<String> = []
    for effect in try paid.groupEffects() {
      for group in effect.groups {
        let share = group.net / group.amount
        let expected: GroupEffect.Result =
          share >= 0.0005 ? .gains : share <= -0.0005 ? .loses : .even
        #expect(group.result == expected, "\(group.account.code) \(share)")
        if abs(share) < 0.1 { found.insert(group.result.rawValue) }
        #expect(group.times(1000).result == expected)
        #expect(group.times(1e-7).result == .even || expected != .even)
      }
    }
    #expect(found.contains("gains") && found.contains("loses"))
  }
}
