internal import AccountMatrix

/// How numbers are written in one file.
struct NumberStyle: Equatable {
  /// The byte between the whole part and the decimals; the other mark groups thousands.
  let decimalMark: UInt8
  var groupMark: UInt8 {
    decimalMark == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
  }

  /// `1,234.5`.
  static let point = NumberStyle(decimalMark: UInt8(ascii: "."))
  /// `1.234,5`.
  static let comma = NumberStyle(decimalMark: UInt8(ascii: ","))
}

/// A number as it was printed: its value, and half a unit of its last digit.
struct PrintedNumber {
  let value: Double
  /// Half a unit of the last digit, of a printed zero too; a dash has none.
  let rounding: Double
  /// Half a unit of the last digit; none of a zero, which is mostly an exact one.
  var halfUnit: Double { value == 0 ? 0 : rounding }

  /// Reads a number; `-` alone is zero.
  ///
  /// `nil` for text, `nan`, `inf`, hexadecimal, wrongly grouped thousands and
  /// numbers too large for a double.
  init?(_ text: ArraySlice<UInt8>, style: NumberStyle) {
    guard !text.isEmpty else { return nil }
    let minus = UInt8(ascii: "-")
    if text.elementsEqual([minus]) {
      (value, rounding) = (0, 0)
      return
    }
    var position = text.startIndex
    var isNegative = false
    if text[position] == minus || text[position] == UInt8(ascii: "+") {
      isNegative = text[position] == minus
      position += 1
    }
    var digits: [UInt8] = []
    var decimals = 0
    var sinceGroup: Int?
    var seenMark = false
    loop: while position < text.endIndex {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        if seenMark { decimals += 1 } else if let count = sinceGroup { sinceGroup = count + 1 }
      case style.decimalMark:
        guard !seenMark, sinceGroup == nil || sinceGroup == 3 else { return nil }
        seenMark = true
      case style.groupMark:
        // Thousands begin with a digit that counts: 0,109 is no grouped number.
        guard !seenMark, let first = digits.first, first != UInt8(ascii: "0"),
          sinceGroup == nil ? digits.count <= 3 : sinceGroup == 3
        else { return nil }
        sinceGroup = 0
      default: break loop
      }
      position += 1
    }
    guard !digits.isEmpty, seenMark || sinceGroup == nil || sinceGroup == 3 else { return nil }
    var exponent = 0
    if position < text.endIndex {
      // Nobody groups thousands in scientific notation: 1.050e+03 has a decimal point.
      guard sinceGroup == nil, text[position] | 0x20 == UInt8(ascii: "e"),
        let power = Int(String(decoding: text[(position + 1)...], as: UTF8.self)),
        (-9_999...9_999).contains(power)
      else { return nil }
      exponent = power
    }
    guard let magnitude = Self.value(digits: digits, exponent: exponent - decimals) else {
      return nil
    }
    value = isNegative ? -magnitude : magnitude
    rounding = 0.5 * Self.powerOfTen(exponent - decimals)
  }

  /// Digits times a power of ten, correctly rounded.
  private static func value(digits: [UInt8], exponent: Int) -> Double? {
    // Up to 15 digits and a power up to 22 are exact doubles (Clinger 1990).
    if digits.count <= 15, abs(exponent) <= 22 {
      let whole = digits.reduce(0.0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) }
      let power = powerOfTen(abs(exponent))
      return exponent < 0 ? whole / power : whole * power
    }
    return Double(plainDecimal: String(decoding: digits, as: UTF8.self) + "e\(exponent)")
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    abs(exponent) <= 22
      ? (exponent < 0 ? 1 / exactPowers[-exponent] : exactPowers[exponent])
      : Double(plainDecimal: "1e\(exponent)") ?? 0
  }

  private static let exactPowers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }
}
