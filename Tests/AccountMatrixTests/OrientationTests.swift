import AccountMatrix
import SAMFixtures
import Testing

struct OrientationTests {
  private func transposed(_ sam: SocialAccountingMatrix) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: sam.accounts,
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[$0, i] } },
      unit: sam.unit)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a matrix with receipts in rows passes, and its transpose does not`(seed: UInt64) throws {
    let sam = try RandomSAM.balanced(seed: seed)
    try sam.requireReceiptsInRows()
    let other = try transposed(sam)
    try other.requireBalanced()
    do {
      try other.requireReceiptsInRows()
      Issue.record("the transposed matrix must be refused")
    } catch {
      #expect(error.diagnostic.description.contains("Transpose"))
    }
  }

  @Test func `without kinds nothing is known`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 1], [1, 0]])
    try sam.requireReceiptsInRows()
  }

  @Test func `some kinds are enough`() throws {
    let sam = try smallMatrix(["p", "f", "x"], [[0, 5, 1], [2, 0, 3], [4, 0, 0]])
    let described = try sam.describing([
      Account(code: "p", kind: .activity), Account(code: "f", kind: .labour),
    ])
    #expect(throws: SocialAccountingMatrix.Failure.self) {
      try described.requireReceiptsInRows()
    }
  }
}
