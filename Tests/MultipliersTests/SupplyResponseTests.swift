import SAMFixtures
import SocialAccounting
import Testing

struct SupplyResponseTests {
  @Test func `shares of one are the free model`() throws {
    let sam = try RandomSAM.balanced(seed: 1)
    let free = try MultiplierModel(sam)
    let ones = try MultiplierModel(
      sam, supply: SupplyResponse(["agriculture": 1, "industry": 1, "a2": 1]))
    #expect(ones.settings.supply.isFree)
    #expect(ones.multiplierMatrix() == free.multiplierMatrix())
    #expect(
      try ones.response(to: Injection(into: "c0")) == free.response(to: Injection(into: "c0")))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `an activity with fixed output does not change, whoever spends`(_ seed: UInt64) throws {
    let model = try MultiplierModel(
      RandomSAM.balanced(seed: seed), supply: SupplyResponse(["agriculture": 0]))
    for account in model.endogenous {
      let response = try model.response(to: Injection(into: account.code))
      #expect(try response.change(of: "a0") == 0 && response.change(of: "a3") == 0)
      #expect(try response.leakage(to: "supply") >= -1e-12)
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `the more demand is met, the larger every multiplier`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    var previous: [Double]?
    for share in [0, 0.25, 0.5, 0.75, 1] {
      let model = try MultiplierModel(sam, supply: SupplyResponse(["agriculture": share]))
      let gdp = try model.multipliers(on: .gdpFactorCost)
      if let previous {
        #expect(zip(previous, gdp).allSatisfy { $0 <= $1 + 1e-12 })
        #expect(zip(previous, gdp).contains { $0 < $1 - 1e-6 })
      }
      previous = gdp
    }
  }

  @Test func `a code goes before the group that it is in, in either order`() throws {
    let sam = try RandomSAM.balanced(seed: 2)
    let one = try MultiplierModel(sam, supply: SupplyResponse(["agriculture": 0, "a0": 1]))
    let other = try MultiplierModel(sam, supply: SupplyResponse(["a0": 1, "agriculture": 0]))
    let direct = try MultiplierModel(sam, supply: SupplyResponse(["a3": 0]))
    #expect(one.multiplierMatrix() == direct.multiplierMatrix())
    #expect(other.multiplierMatrix() == direct.multiplierMatrix())
  }

  @Test func `text is read as names and shares`() throws {
    let response = try SupplyResponse(parsing: "agriculture=0.5, amine=0")
    #expect(
      response.entries == [
        .init(selector: "agriculture", share: 0.5), .init(selector: "amine", share: 0),
      ])
    #expect(response.description == "agriculture=0.5,amine=0")
    #expect(SupplyResponse.free.description == "all demand met")
    #expect(try response.setting("amine", to: 1).entries.last?.share == 1)
  }

  @Test(arguments: [
    "", "agriculture", "agriculture=", "a=b", "a=1=2", "a=nan", "a=0x1", "=1", " =1",
  ])
  func `text that is no response is refused`(_ text: String) {
    #expect(throws: SupplyResponse.Failure.malformed(text)) { try SupplyResponse(parsing: text) }
  }

  @Test(arguments: [-0.01, 1.01, .infinity])
  func `a share outside 0 to 1 is refused`(_ share: Double) {
    #expect(throws: SupplyResponse.Failure.outOfRange(selector: "a0", share: share)) {
      try SupplyResponse(["a0": share])
    }
    #expect(throws: SupplyResponse.Failure.self) { try SupplyResponse(["a0": .nan]) }
  }

  @Test
  func `two shares for one name, an unknown name and an account that is no activity are refused`()
    throws
  {
    let sam = try RandomSAM.balanced(seed: 1)
    #expect(throws: SupplyResponse.Failure.repeated("a0")) {
      try SupplyResponse(parsing: "a0=1,a0=0")
    }
    func build(_ list: String) throws -> MultiplierModel {
      try MultiplierModel(sam, supply: SupplyResponse(parsing: list))
    }
    #expect(
      throws: MultiplierModel.Failure.response(
        .accounts(.noAccounts("agricultur", nearest: ["agriculture"])))
    ) { try build("agricultur=0") }
    #expect(throws: MultiplierModel.Failure.response(.notAnActivity("c0"))) { try build("c0=0.5") }
  }

  @Test func `a group that meets all again goes before a kind that does not`() throws {
    let sam = try RandomSAM.balanced(seed: 1)
    let half = try SupplyResponse(["@activity": 0.5, "a0": 0.2])
    let free = try half.settingGroup("agriculture", to: 1, in: sam)
    let model = try MultiplierModel(sam, supply: free)
    for (account, share) in zip(model.endogenous, model.shares) where account.kind == .activity {
      #expect(share == (account.group == "agriculture" ? 1 : 0.5), "\(account.code)")
    }
    // A code that is limited stays limited beside it, where its group is another.
    let other = try SupplyResponse(["a1": 0.3]).settingGroup("agriculture", to: 1, in: sam)
    #expect(other.description == "a1=0.3")
  }
}

struct ResponseCurveTests {
  /// Refactorising at each share is the oracle for the Woodbury form.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `the curve is what refactorised models give`(_ seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed, products: 7)
    for base: KeyValuePairs<String, Double> in [[:], ["services": 0.5]] {
      let model = try MultiplierModel(sam, supply: SupplyResponse(base))
      let varied = model.endogenous.indices.filter { model.endogenous[$0].group == "agriculture" }
        .filter { model.endogenous[$0].kind == .activity }
      // Some injections reach the varied activities directly.
      let codes = ["hhd-r1", "c0", "a0", "a2", "lab-s"]
      let injections = codes.map { code in model.endogenous.map { $0.code == code ? 1.0 : 0 } }
      let curve = ResponseCurve(
        model: model, weights: model.weights(of: .gdpFactorCost), varied: varied,
        injections: injections)
      for share in [0, 0.1, 0.5, 0.9, 1] {
        let values = try curve.values(at: share)
        var entries: [SupplyResponse.Entry] = [.init(selector: "agriculture", share: share)]
        entries += base.map { .init(selector: .named($0.key), share: $0.value) }
        let direct = try MultiplierModel(sam, supply: SupplyResponse(entries))
        for (code, value) in zip(codes, values) {
          let response = try direct.response(to: Injection(into: code))
          #expect(abs(value - (response.measures?[.gdpFactorCost] ?? .nan)) < 1e-11)
        }
      }
    }
  }
}
