import RwandaSAM
import SocialAccounting
import Testing

struct TargetingTests {
  private let sam: SocialAccountingMatrix
  private let support: Programme

  init() throws {
    sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    support = try #require(try Country.rwanda.programmes().first { $0.id == "vup-direct-support" })
  }

  @Test(arguments: ["survey", "poorest-20", "poorest-40", "poorest-60", "everybody"])
  func `the money and its administration stay the same`(_ name: String) throws {
    let rule = try #require(Targeting(name))
    #expect(rule.id == name)
    let made = try support.targeted(rule, in: sam)
    #expect(abs(made.programme.shares.reduce(0) { $0 + $1.fraction } - 1) < 1e-12)
    #expect(abs(made.administration - 0.109) < 1e-6)
    let before = support.shares.filter { $0.role == .purchase }.map(\.fraction)
    let after = made.programme.shares.filter { $0.role == .purchase }.map(\.fraction)
    for (a, b) in zip(before, after) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func `errors are those of the key`() throws {
    func errors(_ name: String) throws -> (Double, Double) {
      let made = try support.targeted(try #require(Targeting(name)), target: 2, in: sam)
      return (made.inclusionError, made.quintileShortfall)
    }
    for (name, inclusion, exclusion) in [
      ("poorest-20", 0, 0.5), ("poorest-40", 0, 0), ("everybody", 0.6, 0),
      ("poorest-80", 0.5, 0),
    ] {
      let found = try errors(name)
      #expect(abs(found.0 - inclusion) < 1e-12 && abs(found.1 - exclusion) < 1e-12, "\(name)")
    }
    #expect(try errors("survey").0 > 0.4)
  }

  @Test func `what cannot be targeted is refused`() throws {
    let roads = try #require(try Country.rwanda.programmes().first { $0.id == "roads" })
    #expect(throws: Targeting.Failure.self) { try roads.targeted(.poorest(quintiles: 1), in: sam) }
    #expect(Targeting("poorest-30") == nil)
  }

  @Test func `administration is scaled against all the rest`() throws {
    let made = try #require(support.administered(at: 0.3, through: ["cpadm"]))
    let bought = made.shares.filter { $0.role == .purchase }.reduce(0) { $0 + $1.fraction }
    #expect(abs(bought - 0.3) < 1e-12)
    let ratio = made.shares[1].fraction / made.shares[2].fraction
    #expect(abs(ratio - support.shares[1].fraction / support.shares[2].fraction) < 1e-12)
    let mixed = try programme(
      "m", [("hhd-r1", 0.7, .transfer), ("cpadm", 0.1, .purchase), ("ccons", 0.2, .purchase)])
    #expect(abs(mixed.administration(through: ["cpadm"]) - 0.1) < 1e-12)
    let roads = try programme("r", [("ccons", 1, .purchase)])
    #expect(roads.administered(at: 0.2, through: ["cpadm"]) == nil)
  }
}
