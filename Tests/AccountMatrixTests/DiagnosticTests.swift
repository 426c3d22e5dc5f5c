import Testing

@testable import AccountMatrix

struct `A failure speaks` {
  @Test func `printed, a failure is its sentence`() {
    let failure = SocialAccountingMatrix.Failure.unknownAccount("hhd", nearest: ["hhd-r1", "hh"])
    let sentence = "there is no account 'hhd'. Did you mean 'hhd-r1' or 'hh'?"
    #expect("\(failure)" == sentence)
    #expect(String(describing: failure as any Error) == sentence)
    #expect("\(failure.diagnostic)" == sentence)
    #expect("\(AccountSelector.Failure.self)" != sentence)
  }

  @Test func `a remedy names a call to one user and an option to another`() {
    let diagnostic = Diagnostic(
      "nothing says it", at: "table.csv",
      remedy: "Say it with \(.describeAccounts), or \("leave") it")
    #expect(
      diagnostic.description
        == "table.csv: nothing says it. "
        + "Say it with `SocialAccountingMatrix.describing(_:)`, or leave it.")
    #expect(
      diagnostic.sentence { $0 == .describeAccounts ? "--accounts" : "?" }
        == "table.csv: nothing says it. Say it with --accounts, or leave it.")
  }

  @Test func `the place, the remedy and the mark at its end are there or not`() {
    #expect("\(Diagnostic("no"))" == "no.")
    #expect("\(Diagnostic("no", remedy: "Why?"))" == "no. Why?")
    #expect("\(Diagnostic("no", at: "here", remedy: nil as Remedy?))" == "here: no.")
    #expect(
      "\(Diagnostic("no", remedy: Remedy("Do this. ") + "Do \(.convert)"))"
        == "no. Do this. Do `MatrixWriter`.")
  }
}

struct `What an account may hold` {
  private func complaint(_ attribute: Account.Attribute, _ words: String) -> String {
    var account = Account(code: "a")
    do {
      try account.set(attribute, to: words)
      return ""
    } catch { return error.description }
  }

  @Test func `attributes are taken from words`() throws {
    var account = Account(code: "a")
    for (attribute, words) in [
      (Account.Attribute.name, "The first"), (.kind, "household"), (.area, "rural"),
      (.quintile, "5.0"), (.group, "poor"), (.kind, ""),
    ] {
      try account.set(attribute, to: words)
    }
    #expect(
      account
        == Account(
          code: "a", name: "The first", kind: .household, area: .rural, quintile: 5, group: "poor"))
  }

  @Test(arguments: ["0", "6", "9", "2.5", "-1", "1e300", "nan", "two", "99999999999999999999"])
  func `a quintile is 1 to 5`(words: String) {
    #expect(
      complaint(.quintile, words)
        == "the quintile is \(words). Expected 1 (poorest) to 5, or nothing.")
  }

  @Test func `kinds and areas are of the list`() {
    #expect(complaint(.kind, "activty").hasPrefix("'activty' is not a known kind. Expected one of"))
    #expect(
      complaint(.area, "country")
        == "'country' is not a known area. Expected one of rural, urban.")
    // In any letter case they are.
    #expect(complaint(.area, "Rural").isEmpty && complaint(.kind, "HOUSEHOLD").isEmpty)
  }

  @Test(arguments: [
    (Account(code: ""), "an account has no code"),
    (Account(code: "a", quintile: 0), "quintile is 0"),
    (Account(code: "a", quintile: 6), "quintile is 6"),
  ])
  func `no matrix has another account, however it was made`(account: Account, words: String) throws
  {
    let flows = [[0.0, 1], [1, 0]]
    let b = Account(code: "b")
    let made = #expect(throws: SocialAccountingMatrix.Failure.self) {
      try SocialAccountingMatrix(accounts: [account, b], flows: flows, unit: .unstated)
    }
    #expect(try #require(made).description.contains(words))
    guard account.code == "a" else { return }
    let sam = try SocialAccountingMatrix(
      accounts: [Account(code: "a"), b], flows: flows, unit: .unstated)
    let described = #expect(throws: SocialAccountingMatrix.Failure.self) {
      try sam.describing([account])
    }
    #expect(described == made)
  }

  @Test func `a matrix whose sums have no number is refused`() {
    let codes = [Account(code: "a"), Account(code: "b")]
    #expect(throws: SocialAccountingMatrix.Failure.tooLarge(account: "b")) {
      try SocialAccountingMatrix(
        accounts: codes, flows: [[0, 0.9e100], [-0.9e100, 0]], unit: .unstated)
    }
    #expect(throws: SocialAccountingMatrix.Failure.notFinite(row: "a", column: "b")) {
      try SocialAccountingMatrix(
        accounts: codes, flows: [[0, .infinity], [1, 0]], unit: .unstated)
    }
  }

  @Test(arguments: [
    (2022.0, 2022 as Int?), (2022.5, nil), (0, nil), (1e4, nil), (-1, nil), (1e300, nil),
    (.infinity, nil), (.nan, nil),
  ])
  func `a whole number of a range, or none`(value: Double, year: Int?) {
    #expect(Int(whole: value, in: Int.years) == year)
  }
}
