/// The SHA-256 checksum of bytes, by which a reader knows that a file is the one meant.
///
/// Reference: NIST 2015, Secure Hash Standard, FIPS 180-4.
package enum Checksum {
  /// The checksum as 64 hexadecimal digits, as `sha256sum` prints it.
  package static func sha256(_ bytes: some Collection<UInt8>) -> String {
    var message = Array(bytes)
    let bits = UInt64(message.count) * 8
    message.append(0x80)
    while message.count % 64 != 56 { message.append(0) }
    message += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }

    var state = initial
    var words = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: message.count, by: 64) {
      for i in 0..<16 {
        words[i] = (0..<4).reduce(0) { $0 << 8 | UInt32(message[block + 4 * i + $1]) }
      }
      for i in 16..<64 {
        let (early, late) = (words[i - 15], words[i - 2])
        let first = early.rotated(7) ^ early.rotated(18) ^ early >> 3
        let second = late.rotated(17) ^ late.rotated(19) ^ late >> 10
        words[i] = words[i - 16] &+ first &+ words[i - 7] &+ second
      }
      var s = state
      for i in 0..<64 {
        let mixed = s[4].rotated(6) ^ s[4].rotated(11) ^ s[4].rotated(25)
        let choice = s[4] & s[5] ^ ~s[4] & s[6]
        let first = s[7] &+ mixed &+ choice &+ constants[i] &+ words[i]
        let spread = s[0].rotated(2) ^ s[0].rotated(13) ^ s[0].rotated(22)
        let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
        s = [first &+ spread &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
      }
      for i in 0..<8 { state[i] &+= s[i] }
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The first 64 primes, whose roots give the constants of the standard.
  private static let primes: [UInt32] = {
    var primes: [UInt32] = []
    var candidate: UInt32 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  /// The first 32 bits behind the point of the square roots of the first eight primes.
  private static let initial: [UInt32] = primes.prefix(8).map { prime in
    bitsBehindThePoint { root in
      root.multipliedFullWidth(by: root) <= (UInt64(prime), 0)
    }
  }

  /// The first 32 bits behind the point of the cube roots of the primes.
  private static let constants: [UInt32] = primes.map { prime in
    bitsBehindThePoint { root in
      let square = root.multipliedFullWidth(by: root)
      // Cube roots stay below 8, so that the square of 32 bits behind the point fits in 70 bits.
      let low = UInt64(square.low).multipliedFullWidth(by: root)
      let high = UInt64(square.high) * root + low.high
      return high < UInt64(prime) << 32 || (high == UInt64(prime) << 32 && low.low == 0)
    }
  }

  /// The largest 32.32 fixed-point number that satisfies a condition, without its whole part.
  private static func bitsBehindThePoint(_ isBelow: (UInt64) -> Bool) -> UInt32 {
    var root: UInt64 = 0
    for bit in (0..<37).reversed() where isBelow(root | 1 << UInt64(bit)) {
      root |= 1 << UInt64(bit)
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
