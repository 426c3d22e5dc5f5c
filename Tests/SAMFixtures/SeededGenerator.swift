/// SplitMix64: the same numbers from the same seed, on every system.
public struct SeededGenerator: Sendable {
  private var state: UInt64

  /// A generator from its seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number between zero and one, both excluded.
  public mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// A number between two bounds.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }
}

/// A balanced table of flows: a sum of random circuits of payments, each of
/// which leaves every account balanced.
public func randomBalancedFlows(
  accounts: Int, circuits: Int, negativeShare: Double = 0, using generator: inout SeededGenerator
) -> [[Double]] {
  var flows = [[Double]](
    repeating: [Double](repeating: 0, count: accounts), count: accounts)
  // One circuit through all accounts, so that none is empty.
  for i in 0..<accounts { flows[(i + 1) % accounts][i] = 5 }
  for _ in 0..<circuits {
    let length = 2 + Int(generator.next() % 4)
    let value = generator.uniform(1, 100)
    let sign = generator.uniform() < negativeShare ? -0.3 : 1
    let nodes = (0..<length).map { _ in Int(generator.next() % UInt64(accounts)) }
    for (payer, receiver) in zip(nodes, nodes.dropFirst() + [nodes[0]]) {
      flows[receiver][payer] += sign * value
    }
  }
  return flows
}

/// The flows with each cell multiplied by a factor around one.
public func noisy(
  _ flows: [[Double]], by share: Double, using generator: inout SeededGenerator
) -> [[Double]] {
  flows.map { row in row.map { $0 * generator.uniform(1 - share, 1 + share) } }
}
