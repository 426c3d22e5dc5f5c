/// A small seeded generator: the same seed gives the same numbers on every machine.
///
/// Reference: Steele, Lea & Flood 2014, Fast Splittable Pseudorandom Number Generators.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in [0, 1) from the upper 53 bits; the algorithm of `Double.random` is not promised.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in [low, high).
  public mutating func number(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A number in 0..<count.
  public mutating func index(below count: Int) -> Int { Int(unit() * Double(count)) }
}
