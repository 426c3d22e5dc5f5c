import GeneralEquilibrium
import SAMFixtures
import SocialAccounting
import Testing

/// A solution asked for an account that does not exist says so; `nil` is for one that has no such
/// thing.
struct SolutionLookupTests {
  private typealias Question =
    @Sendable (EquilibriumSolution, String) throws(SocialAccountingMatrix.Failure) -> Double?

  /// Every look-up of a solution by code, each place of a code asked for in turn.
  private static let questions: [(name: String, ask: Question)] = [
    (
      "price",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.price(of: code)
      }
    ),
    (
      "price of a product",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.price(of: code, from: "a0")
      }
    ),
    (
      "price of a producer",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.price(of: "c0", from: code)
      }
    ),
    (
      "quantity",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.quantity(of: code)
      }
    ),
    (
      "exports",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.exportVolume(of: code)
      }
    ),
    (
      "imports",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.importVolume(of: code)
      }
    ),
    (
      "reward of a factor",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.reward(of: code, in: "a0")
      }
    ),
    (
      "reward in an activity",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.reward(of: "cap", in: code)
      }
    ),
    (
      "employment of a factor",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.employment(of: code, in: "a0")
      }
    ),
    (
      "employment in an activity",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.employment(of: "cap", in: code)
      }
    ),
    (
      "welfare",
      { solution, code throws(SocialAccountingMatrix.Failure) in
        try solution.equivalentVariation(of: code)
      }
    ),
  ]

  @Test func `a misspelt account is refused by every look-up`() throws {
    let solution = try EquilibriumModel(try RandomSAM.balanced(seed: 1), regime: .fullEmployment)
      .solution(of: Experiment())
    for (name, ask) in Self.questions {
      let failure = #expect(throws: SocialAccountingMatrix.Failure.self, "\(name)") {
        try ask(solution, "hhd-r11")
      }
      guard case .unknownAccount("hhd-r11", let nearest)? = failure else {
        Issue.record("\(name): \(String(describing: failure))")
        continue
      }
      #expect(nearest.first == "hhd-r1", "\(name)")
    }
    // Known accounts that have no such thing.
    #expect(try solution.price(of: "hhd-r1") == nil)
    #expect(try solution.exportVolume(of: "a0") == nil)
    #expect(try solution.employment(of: "cap", in: "c0") == nil)
    #expect(try solution.equivalentVariation(of: "gov") == nil)
    #expect(try solution.equivalentVariation(of: "hhd-r1") == 0)
  }
}
