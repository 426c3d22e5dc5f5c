import AccountMatrix
import SAMFixtures
import Testing

/// Where the checks of balance begin and end, exactly.
struct BalanceBoundaryTests {
  @Test func `a gap as wide as the tolerance is rounding`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 4], [3, 0]])
    let balances = sam.balances(tolerance: 1)
    #expect(balances.map(\.gap) == [1, -1])
    #expect(balances.allSatisfy { $0.isRounding })
    #expect(sam.balances(tolerance: 0.999).allSatisfy { !$0.isRounding })
  }

  @Test func `the tolerance is a millionth of the larger side`() throws {
    let sam = try smallMatrix(["a", "b"], [[0, 1000], [1, 0]])
    #expect(sam.balances().map { $0.tolerance } == [0.001, 0.001])
    // One that is given widens it and never narrows it.
    #expect(sam.balances(tolerance: 1e-9).map { $0.tolerance } == [0.001, 0.001])
    #expect(sam.balances(tolerance: 1).map { $0.tolerance } == [1, 1])
  }

  @Test func `an account with receipts or payments alone is not empty`() throws {
    let sam = try smallMatrix(["a", "b", "c"], [[0, 0, 0], [1, 0, 0], [0, 0, 0]])
    #expect(sam.emptyAccounts == [2])
  }
}
