import AccountMatrix
import Balancing
import SAMFixtures
import Testing

/// What a balance reports of its table, and what cannot be asked of one.
struct BalanceReportTests {
  private func problem(_ first: Double, _ second: Double) throws -> BalancingProblem {
    BalancingProblem(
      prior: try LabelledTable(
        rows: ["r0", "r1"], columns: ["c0", "c1"], values: [[1, 2], [3, 4]]),
      controls: [.rowTotal("r0", first), .rowTotal("r1", second)])
  }

  @Test func `changes are listed from the largest`() throws {
    let balance = try problem(30, 8).balanced(by: RAS())
    let changes = balance.changes.map { abs($0.change) }
    #expect(changes.count == 4)
    #expect(changes == changes.sorted(by: >))
    #expect(balance.largestChange?.cell == CellAddress("r0", "c1"))
    #expect(abs((balance.largestChange?.change ?? .nan) - 18) < 1e-12)
  }

  @Test(arguments: [-5.0, -0.001])
  func `cells above zero add to no target below it`(_ target: Double) throws {
    for method in [Method.ras, .gras] {
      #expect {
        try method.balance(problem(target, 8))
      } throws: { error in
        guard case Balance.Failure.unreachable(let control, let asked, let lowest, _) = error else {
          return false
        }
        return control.contains("r0") && asked == target && lowest == 0
      }
    }
  }
}
