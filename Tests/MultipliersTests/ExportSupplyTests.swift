import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

/// Issue 16, 10: exports from own output in the multiplier model.
@Suite("Exports from own output")
struct ExportSupplyTests {
  /// The accounts of exports are netted out, and the multipliers stay those of a matrix that has them.
  private func expectSameMultipliers(
    _ sam: SocialAccountingMatrix, _ closure: Closure = .standard
  ) throws {
    let own = try MultiplierModel(sam, closure: closure, exports: .ownOutput)
    let whole = try MultiplierModel(try sam.withExportAccounts(), closure: closure)
    for account in own.endogenous {
      let found = try own.response(to: Injection(into: account.code))
      let expected = try whole.response(to: Injection(into: account.code))
      for other in own.endogenous {
        let difference = try found.change(of: other.code) - expected.change(of: other.code)
        #expect(abs(difference) < 1e-10, "\(account.code) to \(other.code)")
      }
      for measure in Measure.allCases {
        let difference =
          (found.measures?[measure] ?? .nan) - (expected.measures?[measure] ?? .nan)
        #expect(abs(difference) < 1e-10, "\(measure) of \(account.code)")
      }
    }
  }

  @Test(arguments: [1, 21, 24] as [UInt64])
  func `multipliers are those of a matrix with an account for each export`(_ seed: UInt64) throws {
    try expectSameMultipliers(try RandomSAM.balanced(seed: seed))
  }

  @Test func `they are so where the rest of the world responds, and buys from activities`() throws {
    let sam = try RandomSAM.balanced(seed: 3)
    let closure = Closure(
      exogenous: Closure.standard.exogenous.filter { $0 != .kind(.restOfWorld) })
    try expectSameMultipliers(sam, closure)
  }

  /// Goods that pass through the country: more is exported than is made, and the rest is imported.
  @Test(arguments: [1, 24] as [UInt64])
  func `what is exported beyond output bears its part of imports`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    let made = try sam.accounts.filter { $0.kind == .activity }.reduce(0) {
      try $0 + sam[$1.code, "c1"]
    }
    let (exports, imports) = (try sam["c1", "row"], try sam["row", "c1"])
    let passing = try sam.replacing([
      ("c1", "row", exports + 4 * made), ("row", "c1", imports + 4 * made),
    ])
    try passing.requireBalanced()
    try expectSameMultipliers(passing)
  }

  @Test func `a commodity that is sold abroad alone keeps its column`() throws {
    let sam = try SocialAccountingMatrix(
      accounts: [
        Account(code: "farm", kind: .activity), Account(code: "tea", kind: .commodity),
        Account(code: "cloth", kind: .commodity), Account(code: "home", kind: .household),
        Account(code: "row", kind: .restOfWorld), Account(code: "lab", kind: .labour),
      ],
      flows: [
        [0, 10, 0, 0, 0, 0], [0, 0, 0, 0, 10, 0], [0, 0, 0, 10, 0, 0], [0, 0, 0, 0, 0, 10],
        [0, 0, 10, 0, 0, 0], [10, 0, 0, 0, 0, 0],
      ], unit: .unstated)
    let response = try MultiplierModel(sam, exports: .ownOutput).response(
      to: Injection(into: "tea"))
    #expect(try response.change(of: "farm") == 1)
    #expect(try response.leakage(to: "row") == 1)
  }

  @Test func `every ranked programme of Rwanda does less, by 4 to 22 per cent`() throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let programmes = try Country.rwanda.programmes(for: sam)
    let composite = try Comparison(of: programmes, in: MultiplierModel(sam))
    let own = try Comparison(of: programmes, in: MultiplierModel(sam, exports: .ownOutput))
    for row in composite.rows where row.programme.isRanked {
      let other = try own[row.programme.id]
      let fall = 1 - other.effect.gdpFactorCost / row.effect.gdpFactorCost
      #expect(fall > 0.04 && fall < 0.22, "\(row.programme.id) \(fall)")
      #expect(abs(other.effect.leakageTotal - 1) < 1e-9)
    }
  }

  @Test func `what cannot be told apart is refused, and the setting is kept when others change`()
    throws
  {
    let sam = try RandomSAM.balanced(seed: 1)
    let model = try MultiplierModel(sam, exports: .ownOutput)
    let half = try SupplyResponse(["agriculture": 0.5])
    let limited = try model.with { $0.supply = half }
    #expect(limited.settings.exports == .ownOutput)
    let direct = try MultiplierModel(
      sam, supply: half, exports: .ownOutput)
    #expect(limited == direct)
    let plain = try SocialAccountingMatrix(
      accounts: sam.accounts.map { Account(code: $0.code) },
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } },
      unit: sam.unit)
    #expect(throws: MultiplierModel.Failure.self) {
      try MultiplierModel(plain, closure: Closure(parsing: "row,gov,s-i"), exports: .ownOutput)
    }
  }
}
