import SAMFixtures
import SocialAccounting
import Testing

/// A programme of equal evidence from accounts and fractions.
func programme(
  _ id: String, family: Programme.Family = .socialProtection,
  _ shares: [(String, Double, Programme.Role)], outlay: Double? = nil, partOf: String? = nil,
  isRanked: Bool = true
) throws -> Programme {
  try Programme(
    id: id, name: id, family: family,
    shares: shares.map { Programme.Share($0.1, to: $0.0, as: $0.2, evidence: .assumed) },
    outlay: outlay.map { .init($0, unit: .rwfBillion, year: "2022", evidence: .assumed) },
    partOf: partOf, isRanked: isRanked)
}

struct ProgrammeTests {
  private func shares(_ parts: [(Double, Programme.Evidence)]) throws -> Programme {
    try Programme(
      id: "p", name: "p", family: .tax,
      shares: parts.enumerated().map {
        Programme.Share($1.0, to: "account\($0)", as: .transfer, evidence: $1.1)
      })
  }

  @Test func `shares within their printed rounding are scaled to one`() throws {
    let made = try programme("p", [("a", 0.333333, .transfer), ("b", 0.666664, .transfer)])
    #expect(abs(made.shares.reduce(0) { $0 + $1.fraction } - 1) < 1e-15)
    #expect(abs(made.shares[1].fraction / made.shares[0].fraction - 0.666664 / 0.333333) < 1e-12)
  }

  @Test(arguments: [0.99999, 1.00001, 0.5, 2, .infinity])
  func `shares that do not add to one are refused`(_ sum: Double) {
    #expect(throws: Programme.Failure.sharesDoNotAddToOne(programme: "p", sum: sum)) {
      try programme("p", [("a", sum, .transfer)])
    }
    #expect(throws: Programme.Failure.sharesDoNotAddToOne(programme: "p", sum: 0)) {
      try programme("p", [])
    }
  }

  @Test func `a negative share and one that is no number are refused`() {
    #expect(throws: Programme.Failure.negativeShare(programme: "p", account: "b", share: -0.5)) {
      try programme("p", [("a", 1.5, .transfer), ("b", -0.5, .transfer)])
    }
    #expect(throws: Programme.Failure.self) { try programme("p", [("a", .nan, .transfer)]) }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
  func `an outlay that is no amount is refused`(_ amount: Double) {
    let failure = #expect(throws: Programme.Failure.self) {
      try programme("p", [("a", 1, .transfer)], outlay: amount)
    }
    guard case .outlay(programme: "p", amount: _)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `an account may have two roles, but not one role twice`() throws {
    _ = try programme("p", [("hh", 0.5, .transfer), ("hh", 0.5, .wages)])
    #expect(throws: Programme.Failure.repeatedShare(programme: "p", account: "hh")) {
      try programme("p", [("hh", 0.5, .wages), ("c", 0.2, .purchase), ("hh", 0.3, .wages)])
    }
  }

  @Test func `evidence is the weakest that holds a fifth of the franc`() throws {
    #expect(try shares([(1, .published)]).evidence == .published)
    #expect(try shares([(0.81, .published), (0.19, .assumed)]).evidence == .published)
    #expect(try shares([(0.8, .published), (0.2, .assumed)]).evidence == .assumed)
    #expect(try shares([(0.7, .published), (0.2, .derived), (0.1, .assumed)]).evidence == .derived)
    // Small parts of one level count together.
    #expect(
      try shares([(0.7, .published), (0.1, .assumed), (0.1, .derived), (0.1, .assumed)]).evidence
        == .assumed)
  }

  @Test func `a fifth that printing has rounded is a fifth`() throws {
    #expect(try shares([(0.800003, .published), (0.2, .assumed)]).evidence == .assumed)
    #expect(
      try shares([
        (0.8, .published), (0.066667, .assumed), (0.066667, .assumed), (0.066666, .assumed),
      ])
      .evidence == .assumed)
  }

  @Test func `wages are what the programme pays itself`() throws {
    let works = try programme(
      "works",
      [("hh", 0.4, .wages), ("lab", 0.2, .wages), ("c", 0.3, .purchase), ("hh", 0.1, .transfer)])
    #expect(abs(works.directWages - 0.6) < 1e-15)
  }

  @Test func `better evidence comes first`() {
    #expect(Programme.Evidence.allCases.sorted() == [.published, .derived, .assumed])
  }
}

struct RoleTests {
  /// What each role may pay; everything else is refused.
  private let allowed: [Programme.Role: Set<Account.Kind>] = [
    .purchase: [.commodity, .activity],
    .wages: [.household, .labour, .factor],
    .transfer: [
      .household, .enterprise, .government, .directTax, .importTax, .exportTax, .productTax,
      .activityTax, .factorTax, .socialProtection, .nonProfit, .savings, .stocks, .restOfWorld,
      .other,
    ],
  ]

  @Test(arguments: Programme.Role.allCases)
  func `a role fits the kinds of account that can take it`(_ role: Programme.Role) throws {
    for kind in Account.Kind.allCases {
      // One account of the kind beside a world that makes the model leak.
      let sam = try SocialAccountingMatrix(
        accounts: [Account(code: "x", kind: kind), Account(code: "w", kind: .restOfWorld)],
        flows: [[0, 2], [2, 0]], unit: .unstated)
      let spending = try programme("p", [("x", 1, role)])
      let model = try MultiplierModel(sam, closure: Closure(parsing: "w"))
      if allowed[role]?.contains(kind) == true {
        #expect(try Comparison(of: [spending], in: model).rows.count == 1)
      } else {
        #expect(
          throws: Comparison.Failure.programme(
            .roleMismatch(programme: "p", account: "x", role: role, kind: kind))
        ) { try Comparison(of: [spending], in: model) }
      }
    }
  }
}
