import AccountMatrix
import SAMFixtures
import Testing

struct ClosureTests {
  @Test func `a list of codes and kinds is read`() throws {
    let closure = try Closure(parsing: "gov, @direct-tax,s-i,row")
    #expect(
      closure.exogenous == [
        .named("gov"), .kind(.directTax), .named("s-i"), .named("row"),
      ])
    #expect(closure.exogenous.map(\.description) == ["gov", "@direct-tax", "s-i", "row"])
  }

  @Test func `an unknown kind and an empty list are refused`() {
    #expect(throws: AccountSelector.Failure.unknownKind("@tax")) {
      try Closure(parsing: "gov,@tax")
    }
    #expect(throws: AccountSelector.Failure.empty) { try Closure(parsing: " , ") }
    let failure = AccountSelector.Failure.unknownKind("@tax")
    #expect(failure.diagnostic.description.contains("@direct-tax"))
  }

  @Test func `the standard closure makes production, factors, enterprises and households respond`()
    throws
  {
    let sam = try RandomSAM.balanced(seed: 1)
    let partition = try Closure.standard.partition(of: sam)
    #expect(Set(partition.exogenous.map { sam.accounts[$0].code }) == RandomSAM.exogenous)
    let kinds = Set(partition.endogenous.compactMap { sam.accounts[$0].kind })
    #expect(
      kinds == [
        .activity, .commodity, .margin, .labour, .land, .capital, .enterprise, .household,
      ])
    #expect(partition.empty.isEmpty)
    #expect(partition.endogenous.count + partition.exogenous.count == sam.accounts.count)
  }

  @Test func `a closure given replaces the standard one`() throws {
    let sam = try RandomSAM.balanced(seed: 1)
    let partition = try Closure(parsing: "row,@savings").partition(of: sam)
    #expect(Set(partition.exogenous.map { sam.accounts[$0].code }) == ["s-i", "row"])
    #expect(partition.endogenous.contains(try sam.index(of: "gov")))
  }

  @Test func `accounts without flows are in neither part`() throws {
    let sam = try smallMatrix(["a", "idle", "x"], [[0, 0, 2], [0, 0, 0], [2, 0, 0]])
    let partition = try Closure(parsing: "x,idle").partition(of: sam)
    #expect(partition == (try Closure(parsing: "x").partition(of: sam)))
    #expect(partition.endogenous == [0] && partition.exogenous == [2] && partition.empty == [1])
  }

  @Test func `codes do without kinds, kinds do not`() throws {
    let sam = try smallMatrix(["a", "x"], [[0, 2], [2, 0]])
    #expect(try Closure(parsing: "x").partition(of: sam).exogenous == [1])
    #expect(throws: SocialAccountingMatrix.Failure.kindsMissing(accounts: ["a", "x"])) {
      try Closure.standard.partition(of: sam)
    }
    #expect(throws: SocialAccountingMatrix.Failure.unknownAccount("y", nearest: ["a", "x"])) {
      try Closure(parsing: "y").partition(of: sam)
    }
  }
}
