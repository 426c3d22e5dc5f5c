import AccountMatrix
import Balancing
import SAMFixtures
import Testing

@Suite struct RandomMatrixTests {
  @Test(arguments: 1...30)
  func `noisy matrices with negatives are balanced, or refused with a name`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed) &* 7919)
    let accounts = 3 + Int(generator.next() % 30)
    let noise = generator.number(0.05, 0.95)
    let example = try RandomCase(
      seed: UInt64(seed), accounts: max(6, accounts), negativeShare: 0.3, noise: noise)
    for method in Method.allCases where method != .ras {
      do {
        let balance = try method.balance(example.problem(for: method))
        #expect(try #require(balance.worstAccount).isBalanced)
        #expect(
          balance.controls.allSatisfy {
            $0.standardError != nil || abs($0.residual) <= 1e-9 * max(1, abs($0.target))
          })
      } catch let failure as Balance.Failure {
        #expect(
          failure.diagnostic.description.contains("'") || namesAControl(failure), "\(failure)")
      }
    }
  }

  private func namesAControl(_ failure: Balance.Failure) -> Bool {
    switch failure {
    case .contradictory(let controls, _): !controls.isEmpty
    case .didNotConverge(_, let worst, _, _): !worst.isEmpty
    default: false
    }
  }

  @Test func `three hundred accounts with a hundred controls balance in a few steps`() throws {
    let example = try RandomCase(seed: 1, accounts: 300, negativeShare: 0.05)
    let balance = try example.problem.balanced(by: CrossEntropy(controlErrors: .five))
    #expect(balance.iterations < 20)
    #expect(try #require(balance.worstAccount).isBalanced)
    #expect(
      balance.controls.allSatisfy {
        $0.standardError != nil || abs($0.residual) <= 1e-10 * max(1, abs($0.target))
      })
  }
}
