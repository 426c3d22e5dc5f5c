import SAMFixtures
import Testing

@testable import AccountMatrix

/// The one way in which questions name accounts.
struct AccountSelectorTests {
  private let sam: SocialAccountingMatrix

  init() throws { sam = try RandomSAM.balanced(seed: 1) }

  private func codes(_ selector: AccountSelector) throws -> [String] {
    try selector.positions(in: sam).map { sam.accounts[$0].code }
  }

  /// Counted apart: by a loop over the accounts for each form.
  @Test func `each form holds the accounts that it says`() throws {
    let accounts = sam.accounts
    #expect(try codes("*") == accounts.map { $0.code })
    #expect(try codes("gov") == ["gov"])
    for kind in Set(accounts.compactMap { $0.kind }) {
      let expected = accounts.filter { $0.kind == kind }.map { $0.code }
      #expect(try codes(.kind(kind)) == expected)
      #expect(try codes(AccountSelector(parsing: "@\(kind.rawValue)")) == expected)
    }
    let farms = accounts.filter { $0.group == "agriculture" }.map { $0.code }
    #expect(!farms.isEmpty)
    #expect(try codes("agriculture") == farms)
    #expect(try codes(.group("agriculture")) == farms)
  }

  @Test func `the text of a selector is read as the same selector`() throws {
    for word in ["*", "gov", "@household", "agriculture", "skilled"] {
      #expect(try AccountSelector(parsing: word).description == word)
      #expect(try AccountSelector(parsing: word) == AccountSelector(stringLiteral: word))
    }
    let list = try AccountSelector.list(parsing: " gov , @savings,, * ")
    #expect(list == [.named("gov"), .kind(.savings), .all])
    #expect(try AccountSelector.list(parsing: "gov @savings", separator: " ").count == 2)
  }

  @Test func `what names nothing is refused with the nearest names`() throws {
    #expect(throws: AccountSelector.Failure.unknownKind("@activty")) {
      try AccountSelector.list(parsing: "gov,@activty")
    }
    #expect(throws: AccountSelector.Failure.empty) { try AccountSelector.list(parsing: ", ,") }
    #expect(throws: SocialAccountingMatrix.Failure.self) { try codes("@activty") }
    do {
      _ = try codes("agricultur")
      Issue.record("a misspelt group was accepted")
    } catch let failure as SocialAccountingMatrix.Failure {
      guard case .noAccounts("agricultur", let nearest) = failure else {
        Issue.record("\(failure)")
        return
      }
      #expect(nearest.first == "agriculture")
      #expect(failure.description.contains("Did you mean 'agriculture'"))
    }
    #expect(throws: SocialAccountingMatrix.Failure.noAccounts(.kind(.primaryInput), nearest: [])) {
      try codes("@primary-input")
    }
    #expect(throws: SocialAccountingMatrix.Failure.self) { try codes(.group("gov")) }
    #expect(throws: SocialAccountingMatrix.Failure.self) { try codes(.account("agriculture")) }
  }

  @Test func `a code goes before labour and groups of the same name`() throws {
    let accounts = [
      Account(code: "a1", kind: .activity, group: "mining"),
      Account(code: "mining", kind: .activity, group: "industry"),
      Account(code: "flab-s", kind: .labour), Account(code: "flab-n", kind: .labour),
      Account(code: "hired", kind: .labour, group: "skilled"),
    ]
    #expect(try AccountSelector("mining").positions(among: accounts) == [1])
    #expect(try AccountSelector.group("mining").positions(among: accounts) == [0])
    #expect(try AccountSelector("skilled").positions(among: accounts) == [2, 4])
    #expect(try AccountSelector("unskilled").positions(among: accounts) == [3])
    #expect(try AccountSelector.group("skilled").positions(among: accounts) == [4])
  }

  /// A group may not be whole where others of its kind are in none.
  @Test func `a group is refused where activities or commodities are in none`() throws {
    var accounts = [
      Account(code: "a1", kind: .activity, group: "farms"),
      Account(code: "a2", kind: .activity, group: "shops"),
      Account(code: "c1", kind: .commodity, group: "farms"),
      Account(code: "c2", kind: .commodity),
      Account(code: "h", kind: .household),
    ]
    #expect(
      throws: SocialAccountingMatrix.Failure.openGroup(
        "farms", of: .commodity, members: 1, outside: ["c2"])
    ) { try AccountSelector("farms").positions(among: accounts) }
    // Of activities alone the group is whole, and one without commodities is.
    #expect(
      try AccountSelector("farms").positions(among: accounts) { $0.kind == .activity } == [0])
    #expect(try AccountSelector("shops").positions(among: accounts) == [1])
    accounts[1].group = nil
    let failure = #expect(throws: SocialAccountingMatrix.Failure.self) {
      try AccountSelector("farms").positions(among: accounts) { $0.kind == .activity }
    }
    #expect(
      failure?.diagnostic.problem.contains("has 1 activity, and 1 more is in no group") == true)
  }

  @Test func `a kind is refused where accounts have none, a code is not`() throws {
    let bare = try smallMatrix(["a", "x"], [[0, 2], [2, 0]])
    #expect(throws: SocialAccountingMatrix.Failure.kindsMissing(accounts: ["a", "x"])) {
      try AccountSelector("@household").positions(in: bare)
    }
    #expect(try AccountSelector("x").positions(in: bare) == [1])
    #expect(try AccountSelector("*").positions(in: bare) == [0, 1])
  }

  @Test func `of several that hold an account the most exact counts`() {
    let account = Account(code: "a1", kind: .activity, group: "farms")
    let all: [AccountSelector] = [.account("a1"), .group("farms"), .kind(.activity), .all]
    #expect(AccountSelector.mostExact(all, holding: account) == 0)
    #expect(AccountSelector.mostExact(all.reversed(), holding: account) == 3)
    #expect(AccountSelector.mostExact(Array(all.dropFirst()), holding: account) == 0)
    #expect(AccountSelector.mostExact([.all, .all], holding: account) == 1)
    #expect(AccountSelector.mostExact([.account("b")], holding: account) == nil)
  }
}
