internal import Glibc

// The C locale is never changed, so the decimal point is always a point.
extension Double {
  /// The number with a fixed count of decimals, correctly rounded; zero has no sign.
  package func fixed(_ decimals: Int) -> String {
    let text = printed("%.\(max(0, decimals))f")
    let isZero = text.hasPrefix("-") && !text.contains { "123456789".contains($0) }
    return isZero ? String(text.dropFirst()) : text
  }

  /// The number with six significant digits, for messages.
  package var sixDigits: String { printed("%.6g") }

  /// Two numbers with six significant digits, or with as many as show their difference.
  package static func distinct(_ one: Double, _ other: Double) -> (String, String) {
    for digits in 6..<17 {
      let (first, second) = (one.printed("%.\(digits)g"), other.printed("%.\(digits)g"))
      if first != second || one == other { return (first, second) }
    }
    return (one.shortest, other.shortest)
  }

  /// The shortest text that reads back to the same number.
  package var shortest: String {
    if self == 0 { return "0" }
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share in per cent, with four decimals at most.
  package var inPercent: String { ((1e6 * self).rounded() / 1e4).shortest }

  private func printed(_ format: String) -> String {
    withVaList([self]) { arguments in
      // The longest finite double has 309 digits before the point.
      let text = [CChar](unsafeUninitializedCapacity: 400) { buffer, count in
        count = Int(max(0, min(399, vsnprintf(buffer.baseAddress, 400, format, arguments))))
      }
      return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

extension Double {
  /// The largest amount that is answered for: sums and products of larger ones have no number.
  package static let largestAmount = 1e100

  /// Whether the number is an amount that is answered for.
  package var isAmount: Bool { abs(self) <= Self.largestAmount }
}

extension Double {
  /// A finite number in plain decimal notation, with an optional exponent;
  /// `nil` for `nan`, `inf`, hexadecimal, blanks and anything too large.
  package init?(plainDecimal text: some StringProtocol) {
    let allowed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard allowed, let value = Double(text), value.isFinite else { return nil }
    self = value
  }
}
