import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// The agricultural response at which a programme overtakes other public spending.
struct TurningResponseTests {
  /// GDP at factor cost less the average of other public spending, by refactorising at a share.
  private func excess(
    of id: String?, in comparison: Comparison, at share: Double
  ) throws -> Double {
    let model = try MultiplierModel(
      comparison.model.sam, closure: comparison.model.settings.closure,
      supply: SupplyResponse(["agriculture": share]))
    func gdp(_ programme: Programme) throws -> Double {
      let inside = programme.shares.filter { share in
        model.endogenous.contains { $0.code == share.account }
      }
      let response = try model.response(
        to: Injection(inside.map { ($0.account, $0.fraction) }))
      return response.measures?[.gdpFactorCost] ?? .nan
    }
    func average(_ family: Programme.Family) throws -> Double {
      let parts = comparison.averages.first { $0.family == family }?.parts ?? []
      return try parts.reduce(0) { $0 + $1.part * (try gdp($1.programme)) }
    }
    let own =
      try comparison.rows.first { $0.programme.id == id }.map { try gdp($0.programme) }
      ?? average(.socialProtection)
    return own - (try average(.otherPublicSpending))
  }

  @Test func `at the share returned Rwanda's programmes equal the average of other spending`()
    throws
  {
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(),
      in: MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri")))
    let ids = ["vup-direct-support", "rssb-pensions", "girinka", "domestic-interest"]
    var turning = 0
    for id in ids {
      let row = try #require(comparison.rows.first { $0.programme.id == id })
      guard let turn = row.effect.turning, let share = turn.share else { continue }
      turning += 1
      #expect(row.effect.turningResponse == share)
      #expect(abs(try excess(of: id, in: comparison, at: share)) < 1e-9)
      let sign = turn == .above(share) ? 1.0 : -1
      #expect(sign * (try excess(of: id, in: comparison, at: min(1, share + 0.01))) > 0)
      #expect(sign * (try excess(of: id, in: comparison, at: max(0, share - 0.01))) < 0)
    }
    #expect(turning > 0)
    try expectAverageTurns(in: comparison)
  }

  /// The average of social protection equals that of other spending at its share, or never turns.
  private func expectAverageTurns(in comparison: Comparison) throws {
    let average = try #require(comparison.averages.first { $0.family == .socialProtection })
    try expect(try #require(average.turning), of: nil, in: comparison)
  }

  /// A blank number never means two things: the word beside it says which.
  private func expect(_ turning: Turning, of id: String?, in comparison: Comparison) throws {
    let signs = try [0, 0.25, 0.5, 0.75, 1].map { try excess(of: id, in: comparison, at: $0) > 0 }
    switch turning {
    case .above(let share):
      #expect(signs.last == true)
      #expect(abs(try excess(of: id, in: comparison, at: share)) < 1e-9)
    case .below(let share):
      #expect(signs.last == false)
      #expect(abs(try excess(of: id, in: comparison, at: share)) < 1e-9)
      #expect(try excess(of: id, in: comparison, at: max(0, share - 0.001)) > 0)
    case .always: #expect(!signs.contains(false))
    case .never: #expect(!signs.contains(true))
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `always, never, above and below are told apart`(_ seed: UInt64) throws {
    let comparison = try Comparison(
      of: randomMatrixProgrammes(), in: MultiplierModel(RandomSAM.balanced(seed: seed)))
    for row in comparison.rows {
      let turning = try #require(row.effect.turning)
      #expect(row.effect.turningResponse == turning.share)
      try expect(turning, of: row.programme.id, in: comparison)
    }
    try expectAverageTurns(in: comparison)
  }

  @Test func `the average of social protection turns where its programmes do`() throws {
    let chosen = try Country.rwanda.programmes().filter {
      ["vup-direct-support", "roads"].contains($0.id)
    }
    let comparison = try Comparison(
      of: chosen, in: MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri")))
    let turn = try #require(comparison.averages[0].values[.turningResponse])
    #expect(turn == comparison.rows[0].effect.turningResponse)
    #expect(abs(try excess(of: nil, in: comparison, at: turn)) < 1e-9)
  }

  @Test func `without other public spending to compare with nothing turns`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let cash = try Comparison(
      of: [programme("p", [("hhd-r1", 1, .transfer)], outlay: 1)], in: model)
    #expect(cash.rows[0].effect.turningResponse == nil && cash.rows[0].effect.turning == nil)
    #expect(cash.rows[0].effect.gdpFactorCostFixedAgriculture != nil)
    #expect(cash.averages[0].values[.turningResponse] == nil)
  }

  /// The order of two programmes, pay by themselves counted, by refactorising around the share.
  @Test(arguments: [
    ("vup-expanded-public-works", "feeder-roads"), ("feeder-roads", "vup-expanded-public-works"),
    ("vup-direct-support", "roads"), ("girinka", "education"), ("education", "girinka"),
    ("public-administration", "energy"),
  ])
  func `the order of two programmes turns where both do the same`(
    first: String, second: String
  ) throws {
    let sam = try Country.rwanda.sam("rwanda-2022")
    let programmes = try Country.rwanda.programmes().filter { [first, second].contains($0.id) }
    func lead(at share: Double) throws -> Double {
      let model = try MultiplierModel(sam, supply: SupplyResponse(["agriculture": share]))
      let rows = try Comparison(of: programmes, in: model).rows
      func value(_ id: String) -> Double {
        rows.filter { $0.programme.id == id }
          .reduce(0) { $0 + $1.effect.gdpFactorCost + $1.effect.gdpDirectWages }
      }
      return value(first) - value(second)
    }
    let pair = try Comparison(of: programmes, in: MultiplierModel(sam))
    switch try pair.responseTurn(of: first, against: second) {
    case .above(let share)?:
      let leads = try [0, share, 1].map(lead)
      #expect(leads[0] < 0 && abs(leads[1]) < 1e-9 && leads[2] > 0)
    case .below(let share)?:
      let leads = try [0, share, 1].map(lead)
      #expect(leads[0] > 0 && abs(leads[1]) < 1e-9 && leads[2] < 0)
    case .always?:
      for share in [0, 0.3, 0.6, 1] { #expect(try lead(at: share) > 0) }
    case .never?:
      for share in [0, 0.3, 0.6, 1] { #expect(try lead(at: share) <= 0) }
    case nil: Issue.record("the matrix has agriculture")
    }
    #expect(throws: Comparison.Failure.self) {
      try pair.responseTurn(of: first, against: "nothing")
    }
  }

  /// Two programmes alike but for what they call the money: pay counts as what it makes.
  @Test func `pay by the programme itself counts where an order turns`() throws {
    let comparison = try Comparison(
      of: [
        programme("works", [("hhd-r1", 1, .wages)], outlay: 1),
        programme("cash", [("hhd-r1", 1, .transfer)], outlay: 1),
        programme("roads", family: .otherPublicSpending, [("c1", 1, .purchase)], outlay: 1),
      ], in: MultiplierModel(try RandomSAM.balanced(seed: 3)))
    #expect(try comparison.responseTurn(of: "works", against: "cash") == .always)
    #expect(try comparison.responseTurn(of: "cash", against: "works") == .never)
  }
}
