import SAMFixtures
import Testing

@testable import SAMFiles

/// Numbers as files print them.
struct NumberTextTests {
  private func value(_ text: String, _ style: NumberStyle = .point) -> Double? {
    PrintedNumber(Array(text.utf8)[...], style: style)?.value
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("+7", 7), ("-7", -7), ("007", 7), (".5", 0.5), ("5.", 5), ("-.5", -0.5),
    ("1234.5", 1234.5), ("1,234", 1234), ("1,234.5", 1234.5), ("12,345,678.25", 12_345_678.25),
    ("-1,234", -1234), ("999,999", 999_999), ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000),
    ("2.5e-3", 0.0025), ("-", 0), ("-0", 0), ("0.000", 0), ("1e-400", 0),
    ("1.7976931348623157e308", 1.797_693_134_862_315_7e308),
    ("5e-324", Double.leastNonzeroMagnitude),
  ])
  func `a plain, grouped or scientific number is read`(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [
    ("1234,5", 1234.5), ("1.234,5", 1234.5), ("1.234.567", 1_234_567), ("0,109", 0.109),
    ("-0,5", -0.5), ("2,5e3", 2500), ("-", 0),
  ])
  func `with a decimal comma, points group thousands`(text: String, expected: Double) {
    #expect(value(text, .comma) == expected)
  }

  @Test(arguments: [
    ("26\u{A0}500", 26_500), ("1\u{202F}234\u{202F}567.5", 1_234_567.5), ("1\u{2009}234", 1234),
    ("1 234", 1234), ("1'234'567.25", 1_234_567.25), ("1\u{2019}234", 1234), ("1\u{2BC}234", 1234),
    ("\u{2212}5.5", -5.5),
    ("\u{2013}5", -5), ("\u{2013}", 0), ("\u{2014}", 0), ("\u{2212}", 0), ("(12.3)", -12.3),
    ("( 1,234.5 )", -1234.5), ("12.3-", -12.3), ("12.3\u{2212}", -12.3), ("- 5", -5), ("(0)", 0),
  ])
  func `a number as people write it is read where it has one meaning`(
    text: String, expected: Double
  ) {
    #expect(value(text) == expected)
    let comma = String(
      text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    #expect(value(comma, .comma) == expected)
  }

  @Test(arguments: [
    "", "nan", "NaN", "-nan", "inf", "-inf", "+Infinity", "0x1p3", "0x10", "1e999", "-1e999",
    "1e", "1e+", "1e1.5", "e5", "1e5e5", "1e99999999999999999999", "1e-9223372036854775808",
    "1e9223372036854775807", "--1", "+-1", "+", ".", ",", "1.2.3", "1,23", "1,2345", "12,34,567",
    ",123", "1,,234", "1234,567", "1,234,", "1.5,000", "0,109", "1_000", "12 %", "\u{0661}", "five",
    "5x", "1.5d3", "true", "1 23", "12 34", "1234 567", "1 234'567", "1,234 567", "(-5)", "-5-",
    "(5", "5)", "()", "(-)", "--", "\u{2013}\u{2013}", "5 -6", "- -5", "1.5 000", "16 p", "5\u{B9}",
  ])
  func `what is no finite decimal number is refused`(text: String) {
    #expect(value(text) == nil)
  }

  @Test(arguments: [("12.50", 0.005), ("3", 0.5), ("1,234", 0.5), ("1e3", 500.0), ("0.0", 0)])
  func `half a unit of the last printed digit is known`(text: String, expected: Double) throws {
    let number = try #require(PrintedNumber(Array(text.utf8)[...], style: .point))
    #expect(abs(number.halfUnit - expected) <= 1e-15 * expected)
  }

  @Test func `twenty thousand random numbers are rounded as the standard library rounds them`()
    throws
  {
    var generator = SplitMix64(seed: 2022)
    for _ in 0..<20_000 {
      let count = 1 + generator.index(below: 22)
      let digits = String(
        decoding: (0..<count).map { _ in UInt8(48 + generator.index(below: 10)) }, as: UTF8.self)
      let point = generator.index(below: count + 1)
      var text = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
      if generator.index(below: 2) == 0 { text += "e\(generator.index(below: 640) - 330)" }
      let expected = try #require(Double(text))
      #expect(value(text) == (expected.isFinite ? expected : nil), "\(text)")
    }
  }

  @Test func `every double reads back from its shortest text`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let double = Double(bitPattern: generator.next())
      guard double.isFinite else { continue }
      #expect(value("\(double)")?.bitPattern == double.bitPattern)
    }
  }

  @Test func `ten thousand random scraps of number-like text never trap`() {
    let alphabet = Array("0123456789.,-+eE xnif_".utf8)
    var generator = SplitMix64(seed: 99)
    var accepted = 0
    for _ in 0..<10_000 {
      let scrap = (0..<generator.index(below: 12)).map { _ in
        alphabet[generator.index(below: alphabet.count)]
      }
      for style in [NumberStyle.point, .comma] {
        guard let number = PrintedNumber(scrap[...], style: style) else { continue }
        accepted += 1
        #expect(number.value.isFinite && number.halfUnit.isFinite && number.halfUnit >= 0)
      }
    }
    #expect(accepted > 100)
  }
}
