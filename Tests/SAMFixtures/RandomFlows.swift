/// A balanced table of flows: a sum of random circuits of payments, each of
/// which leaves every account balanced.
public func randomBalancedFlows(
  accounts: Int, circuits: Int, negativeShare: Double = 0, using generator: inout SplitMix64
) -> [[Double]] {
  var flows = [[Double]](
    repeating: [Double](repeating: 0, count: accounts), count: accounts)
  // One circuit through all accounts, so that none is empty.
  for i in 0..<accounts { flows[(i + 1) % accounts][i] = 5 }
  for _ in 0..<circuits {
    let length = 2 + Int(generator.next() % 4)
    let value = generator.number(1, 100)
    let sign = generator.unit() < negativeShare ? -0.3 : 1
    let nodes = (0..<length).map { _ in Int(generator.next() % UInt64(accounts)) }
    for (payer, receiver) in zip(nodes, nodes.dropFirst() + [nodes[0]]) {
      flows[receiver][payer] += sign * value
    }
  }
  return flows
}

/// The flows with each cell multiplied by a factor around one.
public func noisy(
  _ flows: [[Double]], by share: Double, using generator: inout SplitMix64
) -> [[Double]] {
  flows.map { row in row.map { $0 * generator.number(1 - share, 1 + share) } }
}
