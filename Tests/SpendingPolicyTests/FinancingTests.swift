import SAMFixtures
import SocialAccounting
import Testing

struct FinancingTests {
  private static let paid: [Financing] = [
    .grant, .borrowing(crowdingOut: 0), .borrowing(crowdingOut: 1), .borrowing(crowdingOut: 0.3),
    .directTax, .indirectTax, .contributions, .programme("roads"), .programme("cash"),
  ]

  private static func rule(shifted: Double = 1) throws -> ContributionRule {
    try ContributionRule(
      employerShare: 0.5, shiftedToWages: shifted,
      formalWages: [.init(account: "hhd-u4", share: 0.8), .init(account: "hhd-r1", share: 0.2)])
  }

  private func columns(_ effect: ProgrammeEffect) -> [Double?] {
    EffectColumn.allCases.filter(\.isAmount).map { effect[$0] }
  }

  @Test(arguments: paid)
  func `a net effect is the difference of two columns`(_ financing: Financing) throws {
    for seed in [1, 2, 3] as [UInt64] {
      let model = try MultiplierModel(RandomSAM.balanced(seed: seed))
      let programmes = try randomMatrixProgrammes()
      let gross = try Comparison(of: programmes, in: model)
      let net = try Comparison(
        of: programmes, in: model, financing: financing, rule: try Self.rule())
      #expect((net.financingEffect == nil) == financing.isFree)
      for (row, before) in zip(net.rows, gross.rows) {
        #expect(row.gross == before.effect)
        #expect(row.effect.turningResponse == before.effect.turningResponse)
        let taken = net.financingEffect.map(columns)
        for (k, value) in columns(row.effect).enumerated() {
          let expected = try #require(columns(before.effect)[k]) - (taken?[k] ?? 0)
          #expect(abs(try #require(value) - expected) < 1e-12)
        }
      }
    }
  }

  @Test(arguments: ["cash", "works", "roads", "school", "cut"])
  func `a programme that pays for itself does nothing`(_ id: String) throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 4))
    for displaced in [0, 0.4] {
      let net = try Comparison(
        of: try randomMatrixProgrammes(), in: model, financing: .programme(id),
        displacedEarnings: displaced)
      let row = try #require(net.rows.first { $0.programme.id == id })
      #expect(columns(row.effect).allSatisfy { $0 == 0 })
      let groups = try #require(try net.groupEffects().first { $0.programme.id == id }).groups
      #expect(groups.allSatisfy { abs($0.net) < 1e-12 })
    }
  }

  @Test(arguments: paid)
  func `groups add to the net effect on income`(_ financing: Financing) throws {
    let model = try MultiplierModel(
      RandomSAM.balanced(seed: 5), supply: try SupplyResponse(["agriculture": 0.3]))
    let net = try Comparison(
      of: try randomMatrixProgrammes(), in: model, financing: financing, rule: try Self.rule(),
      displacedEarnings: 0.25)
    for (row, effect) in zip(net.rows, try net.groupEffects()) {
      #expect(effect.programme.id == row.programme.id)
      let sum = effect.groups.reduce(0) { $0 + $1.net }
      #expect(abs(sum - row.effect.income) < 1e-11, "\(row.programme.id)")
    }
  }

  @Test func `what is raised is a franc, and none of it is credited as tax that comes back`() throws
  {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 6))
    for financing in [Financing.directTax, .indirectTax, .contributions] {
      let payers = try financing.payers(in: model.sam, rule: try Self.rule(shifted: 0.5))
      #expect(abs(payers.reduce(0) { $0 + $1.amount } - 1) < 1e-12)
      let net = try Comparison(
        of: try randomMatrixProgrammes(), in: model, financing: financing,
        rule: try Self.rule(shifted: 0.5))
      let taken = try #require(net.financingEffect)
      // The franc leaks once when the payers spend it, and less comes back when they do not.
      #expect(abs(taken.leakageTotal - 1) < 1e-12)
      #expect(taken.taxReturn > 0 && taken.taxReturn < 1)
      for row in net.rows { #expect(row.effect.taxReturn < row.gross.taxReturn) }
    }
  }

  @Test func `a lump sum is not taxed again`() throws {
    // A household outside all taxes but the direct one: spends half, pays half in tax.
    let sam = try SocialAccountingMatrix(
      accounts: [
        Account(code: "a", kind: .activity), Account(code: "c", kind: .commodity),
        Account(code: "l", kind: .labour), Account(code: "h", kind: .household),
        Account(code: "g", kind: .government), Account(code: "t", kind: .directTax),
        Account(code: "s-i", kind: .savings), Account(code: "row", kind: .restOfWorld),
      ],
      flows: [
        [0, 70, 0, 0, 0, 0, 0, 0], [0, 0, 0, 40, 50, 0, 0, 0], [70, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 70, 0, 10, 0, 0, 0], [0, 0, 0, 0, 0, 40, 0, 20], [0, 0, 0, 40, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0], [0, 20, 0, 0, 0, 0, 0, 0],
      ], unit: .unstated)
    let model = try MultiplierModel(sam)
    let cut = try #require(Programme.taxCuts(in: sam).first { $0.id == "direct-tax-cut" })
    let gift = try programme("gift", [("h", 1, .transfer)])
    let rows = try Comparison(of: [cut, gift], in: model).rows
    // Of a gift half is spent at first, of the cut all: 7/9 of it becomes labour income.
    let bought = 7.0 / 9
    let rounds = 1 / (1 - 0.5 * bought)
    #expect(abs(rows[0].effect.gdpFactorCost - bought * rounds) < 1e-12)
    #expect(abs(rows[1].effect.gdpFactorCost - 0.5 * bought * rounds) < 1e-12)
    #expect(abs(rows[0].effect.taxReturn - 0.5 * bought * rounds) < 1e-12)
    #expect(abs(rows[0].effect.leakageTotal - 1) < 1e-12)
    #expect(abs(rows[0].effect.incomeBeyondTransfer - bought * rounds) < 1e-12)
  }

  @Test func `crowding out takes investment away by its composition`() throws {
    let sam = try RandomSAM.balanced(seed: 7)
    let model = try MultiplierModel(sam)
    let net = try Comparison(
      of: try randomMatrixProgrammes(), in: model, financing: .borrowing(crowdingOut: 0.5))
    let bought = model.endogenous.filter { $0.kind?.isProduction == true }.map {
      (
        account: $0.code,
        value: ((try? sam[$0.code, "s-i"]) ?? 0) + ((try? sam[$0.code, "dstk"]) ?? 0)
      )
    }
    let total = bought.reduce(0) { $0 + $1.value }
    let direct = try model.response(
      to: Injection(bought.map { (account: $0.account, value: 0.5 * $0.value / total) }))
    let taken = try #require(net.financingEffect)
    #expect(abs(taken.gdpFactorCost - (direct.measures?[.gdpFactorCost] ?? .nan)) < 1e-12)
  }

  @Test func `the break-even lies where the net effect is zero`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 8))
    let net = try Comparison(
      of: try randomMatrixProgrammes(), in: model, financing: .borrowing(crowdingOut: 1))
    let taken = try #require(net.financingEffect).gdpFactorCost
    for row in net.rows {
      let share = try #require(row.breakEvenShare)
      #expect(abs(row.gross.gdpFactorCost - share * taken) < 1e-12)
      guard let response = row.breakEvenResponse else { continue }
      let there = try Comparison(
        of: try randomMatrixProgrammes(),
        in: MultiplierModel(
          model.sam, supply: try SupplyResponse(["agriculture": response])),
        financing: .borrowing(crowdingOut: 1))
      let same = try #require(there.rows.first { $0.programme.id == row.programme.id })
      #expect(abs(same.effect.gdpFactorCost) < 1e-9)
    }
  }

  @Test func `earnings given up are taken off wages and incomes of public works alone`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 9))
    let kept = try Comparison(of: try randomMatrixProgrammes(), in: model).rows
    let lost = try Comparison(
      of: try randomMatrixProgrammes(), in: model, displacedEarnings: 0.5
    ).rows
    for (a, b) in zip(kept, lost) {
      if a.programme.id == "works" {
        #expect(abs(b.effect.gdpDirectWages - 0.35) < 1e-12)
        #expect(b.effect.gdpFactorCost < a.effect.gdpFactorCost)
        #expect(abs(b.effect.leakageTotal - 0.65) < 1e-12)
      } else {
        #expect(a.effect == b.effect)
      }
    }
    #expect(throws: Comparison.Failure.financing(.displacedEarnings(1.5))) {
      try Comparison(of: try randomMatrixProgrammes(), in: model, displacedEarnings: 1.5)
    }
  }

  @Test(arguments: paid) func `a name reads back`(_ financing: Financing) throws {
    #expect(try Financing(parsing: financing.id) == financing)
  }

  @Test(arguments: ["", "tax", "borrowing:2", "borrowing:", "programme", "programme:", "grant:1"])
  func `another name is refused`(_ text: String) {
    #expect(throws: Financing.Failure.malformed(text)) { try Financing(parsing: text) }
  }

  @Test func `who cannot pay is named`() throws {
    let model = try MultiplierModel(RandomSAM.balanced(seed: 1))
    let programmes = try randomMatrixProgrammes()
    func failure(_ financing: Financing, _ rule: ContributionRule? = nil) -> Comparison.Failure? {
      do {
        _ = try Comparison(of: programmes, in: model, financing: financing, rule: rule)
        return nil
      } catch { return error }
    }
    #expect(
      failure(.programme("raods"))
        == .financing(.unknownProgramme("raods", nearest: ["roads"])))
    #expect(failure(.contributions) == .financing(.noFormalWages(missing: [])))
    let strange = try ContributionRule(
      employerShare: 0, shiftedToWages: 0, formalWages: [.init(account: "nobody", share: 1)])
    #expect(failure(.contributions, strange) == .financing(.noFormalWages(missing: ["nobody"])))
    #expect(throws: Financing.Failure.malformedRule(sum: 0.5)) {
      try ContributionRule(
        employerShare: 0, shiftedToWages: 0, formalWages: [.init(account: "a", share: 0.5)])
    }
  }

  /// Where agriculture responds so, what is given is what is taken.
  @Test func `the net effect is nothing where a programme breaks even`() throws {
    var count = 0
    for seed in UInt64(1)...6 {
      let model = try MultiplierModel(try RandomSAM.complete(seed: seed))
      for financing in [Financing.directTax, .indirectTax, .borrowing(crowdingOut: 1)] {
        let paid = try Comparison(of: randomMatrixProgrammes(), in: model, financing: financing)
        for row in paid.rows {
          guard let response = row.breakEvenResponse else { continue }
          let supply = try SupplyResponse(["agriculture": response])
          let there = try Comparison(
            of: randomMatrixProgrammes(), in: try model.with { $0.supply = supply },
            financing: financing)
          let net = try there[row.programme.id].effect.gdpFactorCost
          #expect(abs(net) < 1e-6, "\(seed) \(financing.id) \(row.programme.id) \(response)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }
}
