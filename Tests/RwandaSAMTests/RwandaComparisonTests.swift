import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// What is known of the comparison on Rwanda's matrix, and three numbers computed without BLAS.
struct RwandaComparisonTests {
  private let sam: SocialAccountingMatrix
  private let programmes: [Programme]
  private static let exogenous: Set<String> = [
    "gov", "dtax", "mtax", "stax", "etax", "s-i", "row",
  ]

  init() throws {
    sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    programmes = try Country.rwanda.programmes()
  }

  private func effects(_ closure: Closure = .standard) throws -> [String: ProgrammeEffect] {
    let comparison = try Comparison(of: programmes, in: MultiplierModel(sam, closure: closure))
    #expect(comparison.omissions.isEmpty)
    return Dictionary(uniqueKeysWithValues: comparison.rows.map { ($0.programme.id, $0.effect) })
  }

  private func withoutEnterprises() throws -> [String: ProgrammeEffect] {
    try effects(Closure(exogenous: Closure.standard.exogenous + [.kind(.enterprise)]))
  }

  @Test func `agriculture's supply decides the order of transfers and roads`() throws {
    let effects = try effects()
    let cash = try #require(effects["vup-direct-support"])
    let roads = try #require(effects["roads"])
    #expect(agrees(cash.gdpFactorCost, with: 1.54, decimals: 2))
    #expect(agrees(cash.gdpFactorCostFixedAgriculture ?? 0, with: 0.50, decimals: 2))
    #expect(agrees(roads.gdpFactorCost, with: 1.22, decimals: 2))
    #expect(agrees(roads.gdpFactorCostFixedAgriculture ?? 0, with: 0.81, decimals: 2))
    #expect(cash.turningResponse != nil)
  }

  @Test func `every programme leaks exactly one franc`() throws {
    for (id, effect) in try effects() {
      #expect(abs(effect.leakageTotal - 1) < 1e-10, "\(id)")
    }
  }

  @Test func `interest works through enterprises and does almost nothing without them`() throws {
    #expect(
      agrees(try #require(effects()["domestic-interest"]).gdpFactorCost, with: 0.9, decimals: 1))
    let without = try #require(withoutEnterprises()["domestic-interest"])
    #expect(without.gdpFactorCost < 0.1)
  }

  @Test func `with enterprises exogenous multipliers fall by about a fifth`() throws {
    let (open, closed) = (try effects(), try withoutEnterprises())
    let ranked = programmes.filter { $0.isRanked && $0.id != "ejoheza-match" }
    let falls = ranked.compactMap { programme -> Double? in
      guard let with = open[programme.id], let without = closed[programme.id] else { return nil }
      return 1 - without.gdpFactorCost / with.gdpFactorCost
    }
    let mean = falls.reduce(0, +) / Double(falls.count)
    #expect(mean > 0.15 && mean < 0.25)
  }

  @Test func `three numbers of the table agree with a plain Swift computation`() throws {
    let effects = try effects()
    let free = try #require(PlainModel(sam, exogenous: Self.exogenous))
    let agriculture = sam.accounts.filter { $0.kind == .activity && $0.group == "agriculture" }
    let fixed = try #require(
      PlainModel(
        sam, exogenous: Self.exogenous,
        shares: Dictionary(uniqueKeysWithValues: agriculture.map { ($0.code, 0) })))

    /// What activities, commodities and margins pay to factors, by the letters of the codes.
    func valueAdded(_ model: PlainModel, _ id: String) throws -> Double {
      let programme = try #require(programmes.first { $0.id == id })
      let shares = programme.shares.map { ($0.account, $0.fraction) }
      let changes = model.changes(Dictionary(shares, uniquingKeysWith: +))
      let factors = sam.accounts.indices.filter { sam.accounts[$0].code.hasPrefix("f") }
      var sum = 0.0
      for (j, account) in sam.accounts.enumerated() {
        guard account.code.hasPrefix("a") || account.code.hasPrefix("c") || account.code == "trc"
        else { continue }
        let paid = factors.reduce(0) { $0 + sam[$1, j] }
        sum += paid / sam.payments[j] * (changes[account.code] ?? 0)
      }
      return sum
    }
    let cash = try #require(effects["vup-direct-support"])
    let roads = try #require(effects["roads"])
    #expect(abs(cash.gdpFactorCost - (try valueAdded(free, "vup-direct-support"))) < 1e-11)
    #expect(
      abs(
        (cash.gdpFactorCostFixedAgriculture ?? .nan)
          - (try valueAdded(fixed, "vup-direct-support"))) < 1e-11)
    #expect(abs(roads.gdpFactorCost - (try valueAdded(free, "roads"))) < 1e-11)
  }
}
