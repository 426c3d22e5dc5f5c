import CountryData
import RwandaSAM
import SocialAccounting
import Testing

/// Kinds guessed from flows alone, on real matrices whose labels are hidden.
struct `Proposing the accounts of real matrices` {
  @Test(arguments: ["rwanda-2022-ifpri", "rwanda-2022", "rwanda-2017", "rwanda-2024"])
  func `nearly all kinds are found without labels`(id: String) throws {
    let sam = try Country.rwanda.sam(id)
    let accounts = sam.accounts.indices.map { Account(code: "x\($0)") }
    let hidden = try SocialAccountingMatrix(
      accounts: accounts,
      flows: accounts.indices.map { i in accounts.indices.map { sam[i, $0] } }, unit: sam.unit)
    let guesses = AccountProposal(for: hidden).accounts
    var wrong: [String] = []
    for (guess, account) in zip(guesses, sam.accounts)
    where account.kind != .socialProtection && account.kind != .nonProfit {
      let (found, kind) = (guess.kind, account.kind)
      let agrees =
        found == kind || found?.isFactor == true && kind?.isFactor == true
        || found?.isTax == true && kind?.isTax == true
      if !agrees { wrong.append(account.code) }
    }
    #expect(wrong.count <= 4, "\(wrong)")
  }
}
