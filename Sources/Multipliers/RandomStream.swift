internal import Glibc

/// A stream of random numbers that depends on nothing but its keys: the same in any chunk, shard or
/// core.
///
/// SplitMix64 (Steele, Lea & Flood 2014, OOPSLA), normal numbers by the polar method (Marsaglia &
/// Bray 1964, SIAM Review 6(3):260-264), gamma numbers by squeezed rejection (Marsaglia & Tsang
/// 2000, ACM TOMS 26(3):363-372).
package struct RandomStream: Sendable {
  private var state: UInt64
  private var spareNormal: Double?

  /// The stream of a seed, a draw and whatever is drawn.
  package init(seed: UInt64, draw: UInt64, key: UInt64) {
    state = Self.mixed(Self.mixed(Self.mixed(seed) ^ draw) ^ key)
  }

  /// A key for a name (FNV-1a).
  package static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number between zero and one, both excluded.
  package mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
  }

  /// A standard normal number.
  package mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      guard square < 1, square > 0 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spareNormal = v * factor
      return u * factor
    }
  }

  /// A gamma number with a shape above zero and scale one.
  package mutating func gamma(shape: Double) -> Double {
    if shape < 1 { return gamma(shape: shape + 1) * exp(log(uniform()) / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = uniform()
      if u < 1 - 0.0331 * x * x * x * x { return d * v }
      if log(u) < 0.5 * x * x + d * (1 - v + log(v)) { return d * v }
    }
  }
}
