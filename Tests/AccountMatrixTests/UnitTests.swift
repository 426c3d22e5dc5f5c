import AccountMatrix
import Testing

struct UnitTests {
  @Test(arguments: [
    ("RWF billion", "RWF", CurrencyUnit.Scale.billion), ("billion RWF", "RWF", .billion),
    ("RWF bn", "RWF", .billion), ("billions of RWF", "RWF", .billion), ("USD", "USD", .one),
    ("KES millions", "KES", .million), ("thousand tonnes", "tonnes", .thousand),
  ])
  func `words in any order make a unit`(
    _ text: String, _ currency: String, _ scale: CurrencyUnit.Scale
  ) {
    #expect(CurrencyUnit(text) == CurrencyUnit(currency: currency, scale: scale))
  }

  @Test func `a unit reads as currency and scale`() {
    #expect(CurrencyUnit.rwfBillion.description == "RWF billion")
    #expect(CurrencyUnit("USD").description == "USD")
    #expect(CurrencyUnit.unstated.description == "unit not stated")
  }

  @Test func `a scale alone says that the currency is not stated`() {
    #expect(CurrencyUnit("million").scale == .million)
    #expect(CurrencyUnit("million").description == "currency not stated, million")
    #expect(CurrencyUnit("").description == "unit not stated")
  }

  @Test func `a scale has its factor`() {
    #expect(CurrencyUnit.Scale.allCases.map(\.factor) == [1, 1e3, 1e6, 1e9])
  }
}

struct NumberTextTests {
  @Test func `fixed decimals are rounded correctly and zero has no sign`() {
    #expect(1.25.fixed(1) == "1.2")
    #expect(2.675.fixed(2) == "2.67")
    #expect((-0.0004).fixed(3) == "0.000" && (-0.0006).fixed(3) == "-0.001")
    #expect(13716.94.fixed(1) == "13716.9")
  }

  @Test func `the shortest text reads back to the same number`() {
    for value in [0.1, 1 / 3.0, 1e300, 1e-300, -2, 1e16, 123456.789] {
      #expect(Double(value.shortest) == value)
    }
    #expect((-0.0).shortest == "0")
    #expect(2.0.shortest == "2")
  }

  @Test(arguments: ["nan", "inf", "-infinity", "0x1p3", "1e999", "", " 1", "1,5", "1e", "--1"])
  func `text that is no plain finite decimal is refused`(_ text: String) {
    #expect(Double(plainDecimal: text) == nil)
  }

  @Test func `plain decimals are read`() {
    #expect(Double(plainDecimal: "-12.5e-1") == -1.25)
    #expect(Double(plainDecimal: "+.5") == 0.5)
  }
}
