import AccountMatrix
import SAMFixtures
import Testing

/// What accounts are guessed to be, held against matrices whose kinds are known.
struct `Proposing kinds of accounts` {
  /// The matrix with codes that say nothing.
  private func hidden(_ sam: SocialAccountingMatrix) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: sam.accounts.indices.map { Account(code: "x\($0)") },
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } },
      unit: sam.unit)
  }

  /// Whether a guess is right: which factor or which tax it is, flows alone do not tell.
  private func agrees(_ guess: Account.Kind?, _ kind: Account.Kind?) -> Bool {
    guard let guess, let kind else { return false }
    return guess == kind || guess.isFactor && kind.isFactor || guess.isTax && kind.isTax
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `who pays whom tells most accounts of a matrix without labels`(seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed, products: 16)
    let proposal = AccountProposal(for: try hidden(sam))
    let right = zip(proposal.accounts, sam.accounts).count { agrees($0.kind, $1.kind) }
    #expect(proposal.entries.allSatisfy { $0.basis != .given && $0.basis != .words })
    #expect(Double(right) >= 0.8 * Double(sam.accounts.count), "\(right) of \(sam.accounts.count)")
  }

  @Test func `codes and names are read first, and each guess says what it rests on`() throws {
    let accounts = [
      Account(code: "A01", name: "Activities - Maize"), Account(code: "C01", name: "Maize"),
      Account(code: "LAB", name: "Unskilled labour"),
      Account(code: "HOU-R1", name: "Rural poorest"),
      Account(code: "MTAX", name: "Import tariffs"), Account(code: "YTAX", name: "Income tax"),
      Account(code: "GOV"), Account(code: "ROW"), Account(code: "S-I"), Account(code: "zzz"),
    ]
    let sam = try SocialAccountingMatrix(
      accounts: accounts, flows: accounts.map { _ in accounts.map { _ in 0 } }, unit: .unstated)
    let proposal = AccountProposal(for: sam)
    #expect(
      proposal.accounts.map(\.kind) == [
        .activity, .commodity, .labour, .household, .importTax, .directTax, .government,
        .restOfWorld, .savings, nil,
      ])
    #expect(
      proposal.accounts[0].group == "agriculture" && proposal.accounts[1].group == "agriculture")
    #expect(proposal.accounts[3].area == .rural && proposal.accounts[3].quintile == 1)
    #expect(proposal.entries.last?.basis == .unknown)
    #expect(proposal.entries.dropLast().allSatisfy { $0.basis == .words && !$0.reason.isEmpty })
  }

  @Test func `what is known stays as it is`() throws {
    let sam = try RandomSAM.balanced(seed: 3)
    let proposal = AccountProposal(for: sam)
    #expect(proposal.accounts.map(\.kind) == sam.accounts.map(\.kind))
    #expect(proposal.guessCount == 0)
  }
}
