import SocialAccounting
import Testing

/// Descriptions of accounts, and maps for aggregation.
struct AccountTableTests {
  private func sam() throws -> SocialAccountingMatrix {
    try SquareTable.read(file(",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n", name: "sam.csv"))
  }

  @Test func `a full description is read`() throws {
    let accounts = try AccountTable.read(
      file(
        """
        code,name,kind,area,quintile,group
        hhd-r1,"Households, poorest",household,rural,1,
        amaiz,Maize,activity,,,agriculture
        """))
    #expect(
      accounts == [
        Account(
          code: "hhd-r1", name: "Households, poorest", kind: .household, area: .rural, quintile: 1),
        Account(code: "amaiz", name: "Maize", kind: .activity, group: "agriculture"),
      ])
  }

  @Test(arguments: Account.Kind.allCases)
  func `every kind of the contract is read`(kind: Account.Kind) throws {
    #expect(try AccountTable.read(file("code,kind\na,\(kind.rawValue)\n")).first?.kind == kind)
  }

  @Test func `a partial description changes only what it names`() throws {
    let described = try AccountTable.describe(
      try sam(), by: file("code,kind\nw,rest-of-world\nb,\n", name: "accounts.csv"))
    #expect(described.accounts.map(\.kind) == [nil, nil, .restOfWorld])
    #expect(described.accounts.map(\.name) == ["a", "b", "w"])
    #expect(!described.hasKinds)
  }

  @Test(arguments: [
    ("code,kind\na,farm\n", ["line 2, column 'kind'", "'farm'", "activity, commodity"]),
    ("code,kind\na,activities\n", ["line 2, column 'kind'", "'activities'"]),
    ("code,area\na,suburban\n", ["line 2, column 'area'", "'suburban'", "rural, urban"]),
    ("code,quintile\na,6\n", ["line 2, column 'quintile'", "6", "1 (poorest) to 5"]),
    ("code,quintile\na,0\n", ["quintile is 0"]), ("code,quintile\na,1.5\n", ["quintile is 1.5"]),
    ("code,quintile\na,poor\n", ["quintile is poor", "1 (poorest) to 5"]),
    ("code,kind\na,activity\nb,\na,commodity\n", ["line 4", "'a' stands twice", "line 2"]),
    ("code,kind\na,activity\nbb,household\n", ["line 3", "no account 'bb'", "Did you mean"]),
    ("code,kind\n,activity\n", ["line 2, column 'code'", "empty"]),
    ("name,kind\na,activity\n", ["'code' is missing"]),
  ])
  func `a faulty description is refused with its line`(text: String, parts: [String]) {
    let message = complaint {
      _ = try AccountTable.describe(try sam(), by: file(text, name: "accounts.csv"))
    }
    for part in ["accounts.csv: "] + parts { #expect(message.contains(part), "\(message)") }
  }

  @Test func `a map adds accounts into groups and keeps every payment`() throws {
    let map = try AccountMapTable.read(
      file("code,group,name,kind\na,ab,Both,activity\nb,ab,,\nw,w,,\n"))
    let smaller = try sam().aggregated(by: map)
    #expect(smaller.accounts.map(\.code) == ["ab", "w"])
    #expect(smaller.accounts.map(\.name) == ["Both", "w"])
    #expect(smaller.accounts.map(\.kind) == [.activity, nil])
    #expect(try smaller["ab", "ab"] == 11 && smaller["ab", "w"] == 5 && smaller["w", "ab"] == 5)
  }

  @Test(arguments: [
    ("code,group\na,x\na,y\nb,x\nw,w\n", ["line 3", "'a' stands twice", "line 2"]),
    ("code,group\na,x\nb,\nw,w\n", ["line 3, column 'group'", "empty"]),
    ("code,group,kind\na,x,thing\n", ["line 2, column 'kind'", "'thing'"]),
    ("code,group\na,Total\n", ["line 2", "'Total'", "another code"]),
    ("code,group\na,x\nw,w\n", ["'b'", "not in the map"]),
    ("code,group\na,x\nb,x\nw,w\nq,w\n", ["no account 'q'"]),
    ("code,group,kind\na,x,activity\nb,x,commodity\nw,w,\n", ["group 'x'", "two different kinds"]),
  ])
  func `a faulty map is refused`(text: String, parts: [String]) {
    let message = complaint { _ = try sam().aggregated(by: try AccountMapTable.read(file(text))) }
    for part in parts { #expect(message.contains(part), "\(message)") }
  }
}
