import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Multipliers of satellites")
struct SatelliteMultipliersTests {
  private static func satellite(
    _ sam: SocialAccountingMatrix, basis: Satellite.Basis = .receipts
  ) throws -> Satellite {
    try Satellite(
      name: "jobs", basis: basis,
      entries: sam.accounts.filter { $0.kind == .activity }.enumerated().map {
        Satellite.Entry(account: $1.code, amount: 10 + 7 * Double($0))
      })
  }

  @Test(arguments: 1...12)
  func `direct, indirect and induced add to the total`(seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let response = try SupplyResponse(seed % 2 == 0 ? ["agriculture": 0.3] : [:])
    let model = try MultiplierModel(sam, supply: response)
    let satellite = try Self.satellite(sam, basis: seed % 3 == 0 ? .marketedOutput : .receipts)
    let rows = try model.multipliers(of: satellite).rows
    #expect(rows.map(\.account.code) == model.endogenous.map(\.code))
    for row in rows {
      let sum = row.direct + row.indirect + row.induced
      #expect(abs(sum - row.total) <= 1e-12 * abs(row.total))
      if row.account.kind?.isProduction != true { #expect(row.direct == 0 && row.indirect == 0) }
    }
  }

  /// Jobs in the chain of suppliers are those of an economy in which nobody but producers spends.
  @Test(arguments: 1...4)
  func `direct and indirect jobs are those of production alone`(seed: UInt64) throws {
    let sam = try RandomSAM.complete(seed: seed)
    let model = try MultiplierModel(sam, supply: try SupplyResponse(["a0": 0.3, "a1": 0.6]))
    let satellite = try Self.satellite(sam)
    let producers: Set<Account.Kind> = [.activity, .commodity, .margin]
    let others = sam.accounts.filter { $0.kind.map { !producers.contains($0) } ?? true }
    let production = PlainEconomy(
      sam, exogenous: Set(others.map { $0.code }), supply: ["a0": 0.3, "a1": 0.6])
    for row in try model.multipliers(of: satellite).rows
    where row.account.kind.map(producers.contains) == true {
      let outcome = production.paying([(row.account.code, 1)])
      let jobs = try satellite.entries.reduce(0.0) { sum, entry in
        let output = try sam.accounts.reduce(0) { try $0 + sam[entry.account, $1.code] }
        return sum + outcome.receipts(of: entry.account) * entry.amount / output
      }
      #expect(abs(row.direct + row.indirect - jobs) < 1e-9, "\(row.account.code)")
    }
  }

  /// Output times amounts per unit is what was counted, whatever households take past the market.
  @Test(arguments: 1...6)
  func `the base year gives the amounts back`(seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let model = try MultiplierModel(sam)
    for basis in [Satellite.Basis.receipts, .marketedOutput] {
      let satellite = try Self.satellite(sam, basis: basis)
      let multipliers = try model.multipliers(of: satellite)
      // What the endogenous accounts receive from exogenous ones explains the whole base year.
      let outside = Injection(
        model.endogenous.map { account in
          (
            account.code,
            model.exogenous.reduce(0) { sum, other in
              sum + ((try? sam[account.code, other.code]) ?? 0)
            }
          )
        })
      #expect(
        try abs(multipliers.effect(of: outside) - satellite.total) <= 1e-9 * satellite.total)
    }
  }

  @Test func `jobs per unit are counted on what is marketed`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    let satellite = try #require(try PeopleExamples.farmJobs().satellite())
    let rows = try model.multipliers(of: satellite).rows
    let food = try #require(rows.first { $0.account.code == "food" })
    let service = try #require(rows.first { $0.account.code == "serv" })
    #expect(food.perUnit == 600.0 / 60)
    #expect(service.perUnit == 200.0 / 100)
    #expect(food.direct == 10)
    // A commodity's direct jobs are those of the activity that supplies it.
    let commodity = try #require(rows.first { $0.account.code == "cserv" })
    let expected: Double = 2 * 100 / 105
    #expect(abs(commodity.direct - expected) < 1e-12)
  }

  /// Eurostat 2008, Manual of Supply, Use and Input-Output Tables, table 15.4.
  @Test func `Germany's employment multipliers are the published ones`() throws {
    let sam = try Published.germany()
    let codes = sam.accounts.filter { $0.kind == .activity }.map(\.code)
    let satellite = try Satellite(
      name: "employment",
      entries: zip(codes, Published.germanEmployment).map {
        Satellite.Entry(account: $0, amount: $1)
      })
    let model = try MultiplierModel(
      sam, closure: Closure(exogenous: [.account("va"), .account("in"), .account("fd")]))
    let rows = try model.multipliers(of: satellite).rows
    #expect(
      agree(
        rows.map(\.total), with: [0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242], decimals: 4))
    #expect(rows.allSatisfy { abs($0.induced) < 1e-15 })
  }

  @Test func `a unit a thousand times smaller has a thousandth of the jobs`() throws {
    let sam = try RandomSAM.balanced(seed: 5)
    let satellite = try Self.satellite(sam, basis: .marketedOutput)
    let rows = try MultiplierModel(sam).multipliers(of: satellite).rows
    let scaled = try MultiplierModel(try sam.scaled(by: 1000)).multipliers(of: satellite).rows
    for (row, small) in zip(rows, scaled) {
      #expect(abs(row.total - 1000 * small.total) <= 1e-12 * abs(row.total))
    }
  }

  @Test func `a satellite that does not fit the matrix is refused`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    func multipliers(_ amounts: [(String, Double)]) throws {
      _ = try model.multipliers(
        of: Satellite(
          name: "land",
          entries: amounts.map { Satellite.Entry(account: $0.0, amount: $0.1) }))
    }
    #expect(throws: Satellite.Failure.missing("land", accounts: ["serv"])) {
      try multipliers([("food", 1)])
    }
    #expect(throws: Satellite.Failure.repeated("land", account: "food")) {
      try multipliers([("food", 1), ("food", 2)])
    }
    #expect(throws: Satellite.Failure.exogenous("land", account: "row")) {
      try multipliers([("row", 3)])
    }
    #expect(
      throws: Satellite.Failure.unknown("land", account: "fod", nearest: ["food", "cfood", "row"])
    ) {
      try multipliers([("fod", 1), ("serv", 1)])
    }
    #expect(throws: Satellite.Failure.notFinite("land", account: "food")) {
      try multipliers([("food", .infinity), ("serv", 1)])
    }
    #expect(throws: Never.self) { try multipliers([("cfood", 8)]) }
  }
}
