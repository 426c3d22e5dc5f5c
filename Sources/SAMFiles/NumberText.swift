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

  /// Reads a number; a dash alone is zero, blanks and apostrophes may group thousands, and
  /// `(12.3)` and `12.3-` are below zero.
  ///
  /// `nil` for text, `nan`, `inf`, hexadecimal, wrongly grouped thousands and
  /// numbers too large for a double.
  init?(_ text: ArraySlice<UInt8>, style: NumberStyle) {
    guard let last = text.last else { return nil }
    let isSimple =
      last != Self.minus
      && text.allSatisfy { $0 < 0x80 && $0 != Self.blank && $0 != Self.apostrophe && $0 != 0x28 }
    if isSimple {
      self.init(simple: text, style: style)
      return
    }
    guard let (simple, isNegated) = Self.simplified(text) else { return nil }
    if simple.elementsEqual([Self.minus]), !isNegated {
      self.init(value: 0, rounding: 0)
      return
    }
    guard let number = PrintedNumber(simple: simple[...], style: style) else { return nil }
    self.init(value: isNegated ? -number.value : number.value, rounding: number.rounding)
  }

  /// A number from its value and half a unit of its last digit.
  init(value: Double, rounding: Double) {
    self.value = value
    self.rounding = rounding
  }

  private static let minus = UInt8(ascii: "-")
  private static let blank = UInt8(ascii: " ")
  private static let apostrophe = UInt8(ascii: "'")

  /// The number with plain blanks, apostrophes and minus signs, and whether brackets or a sign
  /// behind it negate it; `nil` for what no number holds.
  private static func simplified(
    _ text: ArraySlice<UInt8>
  ) -> (text: [UInt8], isNegated: Bool)? {
    var plain: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      if byte < 0x80 {
        plain.append(byte)
        position += 1
        continue
      }
      if let count = blankLength(text[position...]) {
        plain.append(blank)
        position += count
        continue
      }
      // The letter that looks like an apostrophe.
      if text[position...].prefix(2) == [0xCA, 0xBC] {
        plain.append(apostrophe)
        position += 2
        continue
      }
      switch text[position...].prefix(3) {
      // The minus sign, the en dash and the em dash.
      case [0xE2, 0x88, 0x92], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]: plain.append(minus)
      case [0xE2, 0x80, 0x99]: plain.append(apostrophe)
      default: return nil
      }
      position += 3
    }
    if plain == [minus] { return (plain, false) }
    var isNegated = false
    if plain.first == UInt8(ascii: "("), plain.last == UInt8(ascii: ")") {
      plain = Array(plain.dropFirst().dropLast())
      isNegated = true
    } else if plain.last == minus {
      plain.removeLast()
      isNegated = true
    }
    func trim() {
      while plain.first == blank { plain.removeFirst() }
      while plain.last == blank { plain.removeLast() }
    }
    trim()
    if let sign = plain.first, sign == minus || sign == UInt8(ascii: "+") {
      // One sign is enough.
      if isNegated { return nil }
      isNegated = sign == minus
      plain.removeFirst()
      trim()
      guard let next = plain.first, next != minus, next != UInt8(ascii: "+") else { return nil }
    }
    return (plain, isNegated)
  }

  /// How many bytes a blank other than the space takes: no-break, figure, thin and narrow ones.
  static func blankLength(_ text: ArraySlice<UInt8>) -> Int? {
    switch text.prefix(2) {
    case [0xC2, 0xA0]: return 2
    default: break
    }
    switch text.prefix(3) {
    case [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x87], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0x8A],
      [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF]:
      return 3
    default: return nil
    }
  }

  private init?(simple text: ArraySlice<UInt8>, style: NumberStyle) {
    guard !text.isEmpty else { return nil }
    if text.elementsEqual([Self.minus]) {
      (value, rounding) = (0, 0)
      return
    }
    var position = text.startIndex
    var isNegative = false
    if text[position] == Self.minus || text[position] == UInt8(ascii: "+") {
      isNegative = text[position] == Self.minus
      position += 1
    }
    var digits: [UInt8] = []
    var decimals = 0
    var sinceGroup: Int?
    var group: UInt8?
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
      case style.groupMark, Self.blank, Self.apostrophe:
        // Thousands begin with a digit that counts: 0,109 is no grouped number.
        guard !seenMark, let first = digits.first, first != UInt8(ascii: "0"),
          sinceGroup == nil ? digits.count <= 3 : sinceGroup == 3 && group == byte
        else { return nil }
        (sinceGroup, group) = (0, byte)
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
